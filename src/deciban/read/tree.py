"""YAML's events made into nodes: no recursion, nothing interpreted, every place kept."""

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from typing import Protocol

import yaml

from deciban.node import Entry, Mapping, Node, Scalar, Sequence, Style
from deciban.problem import Problem
from deciban.read.mend.record import DEEPEST, MOST_PROBLEMS
from deciban.span import Span

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_BREAK = re.compile(r"[\r\n]")
_DASH = re.compile(r"[-\u2010-\u2015\u2212]")
_NO_VALUE = re.compile(r"[\u2010-\u2015\u2212]\s|[A-Za-z_]\w*(?::[0-9.]| [0-9.]+%)")

Place = Callable[[int, int], Span]


@dataclass(frozen=True, slots=True)
class Reading:
    """What one pass over a text gave.

    Attributes:
        root: the tree as far as it was read.
        problems: the mistakes that leave the text readable.
        taken: where scalars stand, for finding comments.
        reached: the offset up to which the text was read.
        stumbled: YAML refused to go on there.
        odd: something YAML accepts looks like prose gone wrong.
    """

    root: Node | None
    problems: list[Problem]
    taken: list[tuple[int, int]]
    reached: int
    stumbled: bool
    odd: bool


@dataclass(slots=True)
class _Open:
    """A collection that has not ended; of a mapping, keys and values in turn."""

    is_mapping: bool
    flow: bool
    start: int
    children: list[Node] = field(default_factory=list)


class _Mark(Protocol):
    """A place in YAML's own terms; both its readers have one."""

    index: int


class _Stop(Exception):  # noqa: N818 (a signal to stop reading, not an error)
    """The rest of the text is not read."""


def read_tree(text: str, place: Place, prose_keys: Collection[str]) -> Reading:
    """Reads a text that holds no character YAML refuses.

    Args:
        text: the text.
        place: makes the span of two offsets of the text.
        prose_keys: fields that must hold text, so that anything else in them is odd.
    """
    return _Builder(text, place, prose_keys).read()


class _Builder:
    def __init__(self, text: str, place: Place, prose_keys: Collection[str]) -> None:
        self.text, self.place = text, place
        self.prose = frozenset(prose_keys)
        self.one_text = self.prose - {"cite"}
        self.open: list[_Open] = []
        self.root: Node | None = None
        self.problems: list[Problem] = []
        self.taken: list[tuple[int, int]] = []
        self.documents = 0
        self.odd = False

    def read(self) -> Reading:
        reached, stumbled = self._events(self.text)
        while self.open:
            self._finish(reached)
        if isinstance(self.root, Scalar) and self.root.style is Style.PLAIN:
            self.odd = True
        return Reading(self.root, self.problems, self.taken, reached, stumbled, self.odd)

    def _events(self, text: str) -> tuple[int, bool]:
        """Takes all events of a text; answers how far they reach, and whether YAML stumbled.

        The library refuses brackets beyond a depth of its own before it tells of any, so that such
        a text is read as far as that.
        """
        try:
            for event in yaml.parse(text, Loader=_LOADER):
                self._take(event)
        except _Stop as stop:
            return int(stop.args[0]), False
        except (yaml.YAMLError, ValueError, OverflowError) as error:
            reached = self._refused_at(error)
            if "nesting depth" in str(error) and reached < len(text):
                return self._events(text[:reached])
            return reached, True
        return len(text), False

    def _refused_at(self, error: Exception) -> int:
        if not isinstance(error, yaml.MarkedYAMLError):
            return self.taken[-1][1] if self.taken else 0
        mark = error.problem_mark
        if isinstance(error, yaml.scanner.ScannerError) and error.context_mark:
            mark = error.context_mark
        return min(int(mark.index), len(self.text)) if mark else 0

    def _take(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(event)
        elif isinstance(event, yaml.MappingStartEvent):
            self._begin(event, is_mapping=True)
        elif isinstance(event, yaml.SequenceStartEvent):
            self._begin(event, is_mapping=False)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._finish(_offset(event.end_mark))
        elif isinstance(event, yaml.AliasEvent):
            self._alias(event)
        elif isinstance(event, yaml.DocumentStartEvent):
            self._document(event)

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        start, end = _offset(event.start_mark), _offset(event.end_mark)
        style = event.style or "plain"
        if event.anchor or event.tag:
            self._name(event, start)
        if style in "|>":
            end = start + len(self.text[start:end].rstrip())
            self.taken.append((_line_end(self.text, start), end))
        elif end > start:
            self.taken.append((start, end))
        else:
            start = end = len(self.text[:start].rstrip()) if self._follows_space(start) else start
        self._add(Scalar(event.value, self.place(start, end), _STYLES[style]))

    def _follows_space(self, start: int) -> bool:
        return self.text[start - 1 : start].isspace()

    def _add(self, node: Node) -> None:
        if self.open:
            self.open[-1].children.append(node)
        elif self.root is None:
            self.root = node

    def _begin(self, event: yaml.CollectionStartEvent, *, is_mapping: bool) -> None:
        start = _offset(event.start_mark)
        if event.anchor or event.tag:
            self._name(event, start)
        if len(self.open) == DEEPEST:
            message = f"lists and fields are nested more than {DEEPEST} deep here"
            self._problem("D116", message, start, start + 1, "take out the brackets too many")
            raise _Stop(start)
        self.open.append(_Open(is_mapping, bool(event.flow_style), start))

    def _finish(self, end: int) -> None:
        done = self.open.pop()
        if not done.flow:
            end = done.children[-1].at.end if done.children else done.start
        if done.is_mapping:
            self._add(self._mapping(done, end))
        else:
            self._add(Sequence(tuple(done.children), self._span(done, end), done.flow))

    def _span(self, done: _Open, end: int) -> Span:
        if done.flow:
            return self.place(done.start, end)
        at = self.place(done.start, done.start)
        return Span(at.file, at.line, at.column, at.start, max(at.start, end))

    def _mapping(self, done: _Open, end: int) -> Mapping:
        pairs = zip(done.children[::2], done.children[1::2], strict=False)
        made = [self._entry(key, value) for key, value in pairs]
        entries = tuple(entry for entry in made if entry)
        names = [entry.key.text for entry in entries]
        if len(set(names)) < len(names):
            self._duplicates(entries)
        self.odd = self.odd or any(self._is_odd(entry, flow=done.flow) for entry in entries)
        return Mapping(entries, self._span(done, end), done.flow)

    def _is_odd(self, entry: Entry, *, flow: bool) -> bool:
        key = entry.key
        if key.style is Style.PLAIN and (" " in key.text if flow else _DASH.match(key.text)):
            return True
        if isinstance(entry.value, Scalar):
            if entry.value.style is not Style.PLAIN:
                return False
            return not entry.value.text if flow else self._is_slipped(entry)
        return entry.key.text in self.one_text

    def _is_slipped(self, entry: Entry) -> bool:
        """Whether a value begins as a list item might, or as a field without its space."""
        slipped = _NO_VALUE.match(entry.value.text) if isinstance(entry.value, Scalar) else None
        return slipped is not None and entry.key.text not in self.prose

    def _entry(self, key: Node, value: Node) -> Entry | None:
        if isinstance(key, Scalar):
            return Entry(key, value)
        if len(self.problems) < MOST_PROBLEMS:
            message = "a list or a group of fields stands where the name of a field is expected"
            self.problems.append(Problem("D117", message, key.at, "begin the line with a name"))
        return None

    def _duplicates(self, entries: tuple[Entry, ...]) -> None:
        first: dict[str, Scalar] = {}
        # An item that begins anew, its fields all given twice, has probably lost its dash.
        names = [entry.key.text for entry in entries]
        self.odd = self.odd or names.count(names[0]) > 1
        for entry in entries:
            if len(self.problems) >= MOST_PROBLEMS:
                return
            name = entry.key.text
            before = first.setdefault(name, entry.key)
            if before is not entry.key:
                message = f"'{name}' is given twice here, first in line {before.at.line}"
                hint = "keep one of the two"
                self.problems.append(Problem("D111", message, entry.key.at, hint, (before.at,)))

    def _name(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent, start: int) -> None:
        self.odd = True
        if event.anchor:
            message = f"'&{event.anchor}' names a value in order to use it again elsewhere"
            self._problem("D113", message, start, start + 1, "write out each value in its place")
        if event.tag:
            message = "'!' at the beginning of a value gives it a type, which a case does not need"
            hint = "leave it out, or put the text in quotes"
            self._problem("D114", message, start, start + 1, hint)

    def _alias(self, event: yaml.AliasEvent) -> None:
        start, end = _offset(event.start_mark), _offset(event.end_mark)
        self.odd = True
        message = f"'*{event.anchor}' stands for a value written elsewhere"
        hint = "write the value itself, or put the text in quotes"
        self._problem("D112", message, start, end, hint)
        self.taken.append((start, end))
        self._add(Scalar(self.text[start:end], self.place(start, end)))

    def _document(self, event: yaml.DocumentStartEvent) -> None:
        self.documents += 1
        if self.documents == 1:
            return
        start = _offset(event.start_mark)
        message = "a second document begins here, and a case is one"
        hint = "leave out the line, or move what follows to a file of its own"
        self._problem("D115", message, start, _offset(event.end_mark), hint)
        raise _Stop(start)

    def _problem(self, code: str, message: str, start: int, end: int, hint: str) -> None:
        if len(self.problems) < MOST_PROBLEMS:
            self.problems.append(Problem(code, message, self.place(start, end), hint))


_STYLES = {style.value: style for style in Style}


def _offset(mark: _Mark | None) -> int:
    return mark.index if mark else 0


def _line_end(text: str, start: int) -> int:
    match = _BREAK.search(text, start)
    return match.start() if match else len(text)
