"""Walks through a text line by line as YAML would, and finds what breaks it."""

import re
from dataclasses import dataclass

from deciban.read.mend.bare import Before, check_bare
from deciban.read.mend.dash import (
    DASH,
    begins_with_long_dash,
    check_blank_dash,
    check_dash,
    check_first_dash,
    long_dash,
)
from deciban.read.mend.levels import Levels, Line, Parent, Settled
from deciban.read.mend.lines import Lines
from deciban.read.mend.record import MOST_PROBLEMS, Edit, Mend
from deciban.read.mend.row import is_slipped_entry
from deciban.read.mend.scan import (
    Field,
    Kind,
    Scan,
    Value,
    applicable,
    indent_hint,
)
from deciban.read.mend.stumble import orphan
from deciban.read.mend.tab import check_tab, meant_column
from deciban.read.mend.value import read_value
from deciban.read.mend.vocabulary import Vocabulary

_KEY = re.compile(
    r"(?:(?P<plain>(?:[^\s#&*!|>'\"%@`\[\]{},?:-]|[?:-](?=\S))[^\r\n]*?)"
    r"|'(?P<single>(?:[^'\r\n]|'')*+)'|\"(?P<double>(?:[^\"\\\r\n]|\\.)*+)\")"
    r"[ \t]*:(?:[ \t]+|(?=[\r\n]|\Z))"
)
_MARKER = re.compile(r"(?:---|\.\.\.)(?:[ \t]|$)|%")
_EXPLICIT = re.compile(r"[?:](?:[ \t]|$)")  # YAML's long form of a field, left to YAML


def find_mends(text: str, vocabulary: Vocabulary) -> list[Mend]:
    """The mistakes of a text that YAML refuses or misreads, in order; no two edits meet."""
    walker = _Walker(Scan(Lines(text), vocabulary), Levels(vocabulary.top))
    walker.walk()
    return applicable(text, walker.scan.mends)


@dataclass(slots=True)
class _Walker:
    scan: Scan
    levels: Levels
    parent: Parent | None = None
    before: Before | None = None

    def walk(self) -> None:
        lines = self.scan.lines
        line = lines.next_full(0)
        while line < len(lines) and len(self.scan.mends) < MOST_PROBLEMS:
            line = lines.next_full(self._row(line) + 1)

    def _row(self, line: int) -> int:
        """Reads what begins on a line and returns its last line."""
        lines = self.scan.lines
        start = lines.starts[line]
        if _EXPLICIT.match(lines.body(line)):
            return line
        if _MARKER.match(lines.text, start, lines.ends[line]):
            self.levels = Levels(self.scan.vocabulary.top)
            self.parent = self.before = None
            return line
        raw = lines.indent(line)
        dashed = DASH.match(lines.body(line)) is not None
        if "\t" in self._blank(line):
            key = None if dashed else _KEY.match(lines.text, start + raw, lines.ends[line])
            at = Line(raw, dashed, _name(key) if key else "", blank=self._blank(line))
            meant = meant_column(self.scan.vocabulary, self.levels, self.parent, at)
            if check_tab(self.scan, line, meant):
                raw = meant.column
        return self._content(line, raw, start + lines.indent(line))

    def _content(self, line: int, raw: int, place: int) -> int:
        if self._is_value_of_parent(line, raw):
            return self._value_below(line, place)
        text, end = self.scan.lines.text, self.scan.lines.ends[line]
        shift = 0
        dashes = 0
        while dash := DASH.match(text, place, end) or self._long_dash(line, raw, place):
            self._tab_in(place + 1, dash.end())
            shift = self._dash(line, raw, shift, dash.end(), first=not dashes)
            dashes += 1
            raw += max(dash.end() - place, 2)  # a space is put behind a long dash without one
            place = dash.end()
        if place >= end or text[place] == "#":
            return line
        key = _KEY.match(text, place, end)
        if key and not _hides_comment(key) and not self._lacks_space(key):
            return self._field(line, raw, shift, key, first=not dashes)
        return self._item_or_bare(line, raw, place, dashes)

    def _lacks_space(self, key: re.Match[str]) -> bool:
        """Whether a key is a dash with a field's name stuck to it."""
        name = key["plain"] or ""
        return name.startswith("-") and self.scan.vocabulary.is_field(name[1:])

    def _long_dash(self, line: int, raw: int, place: int) -> re.Match[str] | None:
        opens = self.parent is not None and raw >= self.parent.raw
        in_list = opens or self.levels.level_of(Line(raw, is_list=True)) is not None
        return long_dash(self.scan, line, place, in_list=in_list)

    def _dash(self, line: int, raw: int, shift: int, end: int, *, first: bool) -> int:
        """A list item begins, its dash up to ``end``; returns how far it is moved."""
        if first:
            item = Line(raw, is_list=True, number=line, blank=self._blank(line))
            if not self._has_tab(line):
                body = self.scan.lines.text[end : self.scan.lines.ends[line]]
                check_first_dash(self.scan, self.levels, item, body)
            settled = self.levels.settle(item, self.parent)
            self._move(line, line, raw, settled, "D129")
        else:
            settled = Settled(raw + shift)
            self.levels.open(raw, raw + shift, is_list=True)
        self.parent = Parent(raw, settled.column, self.parent.key if self.parent else "")
        self.before = None
        return settled.column - raw

    def _field(self, line: int, raw: int, shift: int, key: re.Match[str], *, first: bool) -> int:
        name = _name(key)
        has_value = key.end() < self.scan.lines.ends[line]
        column = raw + shift
        at = Line(raw, False, name, has_value, line, self._blank(line))
        if first and not self.parent and not self._has_tab(line):
            if (last := check_dash(self.scan, self.levels, at)) is not None:
                self.before = None
                return last
            first = not check_blank_dash(self.scan, self.levels, at)
        if first:
            settled = self.levels.settle(at, self.parent)
            column = settled.column
        else:
            settled = Settled(column)
            self.levels.open(raw, column, is_list=False)
            self.levels.stack[-1].keys.setdefault(name, line)
        self._tab_in(key.start() + len(key[0].rstrip()), key.end())
        self.parent = None
        seen = len(self.scan.mends)
        value = read_value(self.scan, Field(name, raw, column, key.end(), line))
        if first:
            self._move(line, value.last, raw, settled, "D133", seen)
        if value.kind is Kind.EMPTY:
            self.parent = Parent(raw, column, name)
        self._remember(name, column, value)
        return value.last

    def _tab_in(self, start: int, end: int) -> None:
        """A tab behind a colon or a dash, which only the fast reader of YAML takes for a space."""
        if "\t" in self.scan.lines.text[start:end]:
            self.scan.add(Mend("", start, end, "", "", Edit(start, end, " ")))

    def _remember(self, name: str, column: int, value: Value) -> None:
        taken = frozenset(self.levels.stack[-1].keys)
        self.before = Before(name, value.kind, value.column or column + 2, taken)

    def _is_value_of_parent(self, line: int, raw: int) -> bool:
        """Whether a line is the value of the key above it rather than a field of its own."""
        parent, body = self.parent, self.scan.lines.body(line)
        if parent is None or raw <= parent.raw or DASH.match(body):
            return False
        if begins_with_long_dash(body) and parent.key not in self.scan.vocabulary.prose:
            return False
        if self.scan.vocabulary.begins_field(body):
            return False
        if parent.key in self.scan.vocabulary.prose:
            return True
        return not _KEY.match(body) and not is_slipped_entry(body)

    def _value_below(self, line: int, place: int) -> int:
        parent = self.parent
        if parent is None:
            return line
        at = Field(parent.key, parent.raw, parent.column, place, line)
        value = read_value(self.scan, at)
        self.parent = None
        self._remember(parent.key, parent.column, value)
        return value.last

    def _item_or_bare(self, line: int, raw: int, place: int, dashes: int) -> int:
        if dashes and self.parent:
            item = Field("", self.parent.raw, self.parent.column, place, line)
            self.parent = None
            return read_value(self.scan, item).last
        if not self.levels.stack and self.scan.lines.text[place] in "{[":
            return read_value(self.scan, Field("", -1, 0, place, line)).last
        if name := check_bare(self.scan, line, raw, self.before):
            self.parent, self.before = Parent(raw, raw, name), None
        return line

    def _move(
        self, line: int, last: int, raw: int, settled: Settled, code: str, seen: int | None = None
    ) -> None:
        """Keeps the mistake of a line that stands at the wrong column."""
        if settled.orphan:
            self.scan.add(orphan(self.scan.lines, line, raw, code))
        shift = settled.column - raw
        if not shift or self._has_tab(line):
            return
        if seen is not None and last > line and shift > 0:
            del self.scan.mends[seen:]
        else:
            last = line
        lines = self.scan.lines
        start = lines.starts[line]
        message = "this list item" if code == "D129" else "this field"
        message += " does not stand in line with the others"
        hint = indent_hint(settled.column)
        edit = Edit(start, lines.ends[last], self._shifted(line, last, shift))
        if last == line:
            edit = Edit(start, start + raw, " " * settled.column)
        code = "" if settled.carried else code  # what holds it is out of line, and told
        self.scan.add(Mend(code, start + raw, start + raw + 1, message, hint, edit))

    def _shifted(self, line: int, last: int, shift: int) -> str:
        """The lines, each moved to the right."""
        lines = self.scan.lines
        parts = []
        for each in range(line, last + 1):
            body = lines.text[lines.starts[each] : lines.ends[each]]
            parts.append(" " * shift * bool(body.strip()) + body)
        return lines.newline.join(parts)

    def _has_tab(self, line: int) -> bool:
        return "\t" in self._blank(line)

    def _blank(self, line: int) -> str:
        lines = self.scan.lines
        start = lines.starts[line]
        return lines.text[start : start + lines.indent(line)]


def _name(key: re.Match[str]) -> str:
    return key["plain"] or key["single"] or key["double"] or ""


def _hides_comment(key: re.Match[str]) -> bool:
    return key["plain"] is not None and re.search(r"[ \t]#", key["plain"]) is not None
