"""What every trap sees: the text line by line, the field at hand, the mistakes found so far."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum, auto

from deciban.read.mend.lines import Lines
from deciban.read.mend.quoting import LINE_WIDTH, fold, quote_scalar, write_block
from deciban.read.mend.record import Edit, Mend
from deciban.read.mend.vocabulary import Vocabulary

_GAP = re.compile(r"[ \t]#")
_NUMBER_SIGN = re.compile(r"#(?:[^\s#!]|[ ]\d)")


class Kind(Enum):
    """How a value was written."""

    EMPTY = auto()
    PLAIN = auto()
    BLOCK = auto()
    OTHER = auto()


@dataclass(frozen=True, slots=True)
class Field:
    """A place where a value stands.

    Attributes:
        key: its field name; empty for an item of a list.
        raw: the column of the key or of the dash, as written; what is deeper belongs to it.
        column: the column where that key or dash should stand.
        start: offset of the value's first character.
        line: the line of that character.
    """

    key: str
    raw: int
    column: int
    start: int
    line: int


@dataclass(frozen=True, slots=True)
class Region:
    """A value read as prose over as many lines as are indented deeper than its key.

    ``pieces`` are its lines, trimmed; ``comment`` says that a comment follows on the last.
    """

    start: int
    end: int
    last: int
    pieces: tuple[str, ...]
    comment: bool

    @property
    def prose(self) -> str:
        """Its lines joined as YAML joins them."""
        return fold(self.pieces)


@dataclass(frozen=True, slots=True)
class Value:
    """What was read: how it was written and its last line."""

    kind: Kind
    last: int
    column: int = 0  # of a block's lines


@dataclass(slots=True)
class Scan:
    """One pass over a text."""

    lines: Lines
    vocabulary: Vocabulary
    mends: list[Mend] = field(default_factory=list)

    def add(self, mend: Mend) -> None:
        """Keeps a mistake."""
        self.mends.append(mend)

    def region(self, at: Field) -> Region:
        """The value at hand and the deeper lines that go on with it."""
        lines, line = self.lines, at.line
        end, comment = self._piece(at.start, line)
        pieces = [lines.text[at.start : end]]
        while not comment:
            follower = _next_deeper(lines, line, at.raw)
            if follower is None or self.vocabulary.begins_field(lines.body(follower)):
                break
            start = lines.starts[follower] + lines.indent(follower)
            end, comment = self._piece(start, follower)
            pieces += [""] * (follower - line - 1) + [lines.text[start:end]]
            line = follower
        return Region(at.start, end, line, tuple(pieces), comment)

    def _piece(self, start: int, line: int) -> tuple[int, bool]:
        """Where the prose of one line ends, and whether a comment follows it."""
        stop = self.lines.ends[line]
        for gap in _GAP.finditer(self.lines.text, start, stop):
            if not is_number_sign(self.lines.text, gap.end() - 1):
                before = self.lines.text[start : gap.start()].rstrip(" \t")
                return start + len(before), True
        return self.lines.trimmed_end(line), False

    def rewrite(self, at: Field, region: Region, prose: str) -> Edit:
        """The edit that writes a field's prose so that YAML keeps it."""
        quoted = quote_scalar(prose)
        _, column = self.lines.place(at.start)
        if not region.comment and (region.last > at.line or column + len(quoted) > LINE_WIDTH):
            block = write_block(prose, at.column + 2, self.lines.newline, region.pieces)
            if block is not None:
                return Edit(region.start, region.end, block)
        return Edit(region.start, region.end, quoted)


def _next_deeper(lines: Lines, line: int, column: int) -> int | None:
    """The next full line after ``line``, if it is indented deeper and no comment."""
    follower = line + 1
    while follower < len(lines) and not lines.body(follower):
        follower += 1
    if follower == len(lines) or lines.indent(follower) <= column or lines.is_comment(follower):
        return None
    return follower


def is_number_sign(text: str, offset: int) -> bool:
    """Whether a ``#`` behind prose goes on with it rather than beginning a comment.

    It does where one space stands before it and no space behind it (``cell #5``), or where a
    number follows (``cell # 5``). A comment stands off by two spaces, or has one behind its sign.
    """
    alone = text[offset - 1] == " " and not text[offset - 2 : offset - 1].isspace()
    return alone and _NUMBER_SIGN.match(text, offset) is not None


def corrected(key: str, edit: Edit) -> str:
    """The hint that shows a corrected field."""
    label = f"{key}: " if key else "- "
    if edit.text.startswith(">"):
        return f"write '{label}>-' and put the text on the lines below it, indented"
    return f"write {label}{edit.text}"


def indent_hint(column: int) -> str:
    """The hint that says where a line should begin."""
    if not column:
        return "begin it at the left margin"
    return f"indent it by {_spaces(column)}"


def indented(column: int) -> str:
    """How far in a line of its own stands, in words."""
    return f"{_spaces(column)} in"


def _spaces(column: int) -> str:
    return f"{column} space{'s' * (column > 1)}"


def applicable(text: str, mends: Sequence[Mend]) -> list[Mend]:
    """The mends that change the text, in order, without those whose edit meets an earlier one's."""
    kept: list[Mend] = []
    reach = -1
    for mend in sorted(mends, key=lambda each: each.edit.start if each.edit else each.start):
        edit = mend.edit
        if edit is None or edit.start < reach or text[edit.start : edit.end] == edit.text:
            continue
        reach = max(reach, edit.end)
        kept.append(mend)
    return kept
