"""Values in braces and brackets: finds their fields, and prose in them that YAML breaks."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from deciban.read.mend.cells import Cell, check_fields
from deciban.read.mend.quotes import CLOSED
from deciban.read.mend.record import DEEPEST, Edit, Mend
from deciban.read.mend.row import check_row
from deciban.read.mend.scan import Field, Kind, Scan, Value, corrected, is_number_sign

_REST = re.compile(r"[ \t]*(?:[ \t]#.*)?$", re.MULTILINE)
_FARTHEST = 5000
_CLOSER = {"{": "}", "[": "]"}
_PLAIN = re.compile(r"[^,:{}\[\]#\n\r]+")
_SPACE = re.compile(r"[ \t\r\n]+")


@dataclass(slots=True)
class _Frame:
    """An open brace or bracket and its cells, the last one unfinished."""

    opener: str
    start: int
    cells: list[Cell] = field(default_factory=list)

    @property
    def closer(self) -> str:
        return _CLOSER[self.opener]


def read_braces(scan: Scan, at: Field) -> Value:
    """Reads a value that begins with a brace or a bracket."""
    lines = scan.lines
    if at.key in scan.vocabulary.prose and not _is_list_of_names(scan, at):
        return _as_prose(scan, at)
    reader = _Reader(scan, at, _limit(scan, at))
    end = reader.read()
    if reader.too_deep:
        return Value(Kind.OTHER, lines.at(reader.limit))
    if end is None:
        return _unclosed(scan, at, reader)
    line = lines.at(end - 1)
    if _REST.match(lines.text, end, lines.ends[line]):
        scan.mends.extend(reader.mends)
        return Value(Kind.OTHER, line)
    return _text_behind(scan, at, end, reader)


def _is_list_of_names(scan: Scan, at: Field) -> bool:
    """Whether a bracket in a prose field is a list of keys, as ``cite`` may have."""
    rest = scan.lines.text[at.start : scan.lines.ends[at.line]]
    return at.key == "cite" and rest.startswith("[")


def _bare_keys(text: str, cells: Sequence[Cell]) -> Iterator[Mend]:
    """Citation keys in a list that were written as in a sentence, with their sign."""
    for cell in cells:
        if text.startswith("@", cell.start):
            edit = Edit(cell.start, cell.start + 1, "")
            message = "a key in a list stands without @"
            yield Mend("D123", edit.start, edit.end, message, "take the @ out", edit)


def _as_prose(scan: Scan, at: Field) -> Value:
    region = scan.region(at)
    edit = scan.rewrite(at, region, region.prose)
    mark = scan.lines.text[at.start]
    message = f"text that begins with {mark} must stand in quotes"
    scan.add(Mend("D126", at.start, at.start + 1, message, corrected(at.key, edit), edit))
    return Value(Kind.OTHER, region.last)


def _text_behind(scan: Scan, at: Field, end: int, reader: "_Reader") -> Value:
    lines = scan.lines
    line = lines.at(end - 1)
    rest = lines.text[end : lines.trimmed_end(line)]
    if not rest.strip("]} \t"):
        scan.mends.extend(reader.mends)
        edit = Edit(end, end + len(rest), "")
        message = "there is one closing bracket too many"
        scan.add(Mend("D127", end, edit.end, message, "leave it out", edit))
        return Value(Kind.OTHER, line)
    region = scan.region(at)
    if not scan.vocabulary.holds_prose(at.key, region.prose):
        edit = scan.rewrite(at, region, region.prose)
        message = "nothing may follow the closing bracket on its line"
        hint = "put what follows on a line of its own, or the whole value in quotes"
        scan.add(Mend("D126", end, end + 1, message, hint, edit, certain=False))
        return Value(Kind.OTHER, region.last)
    return _as_prose(scan, at)


def _unclosed(scan: Scan, at: Field, reader: "_Reader") -> Value:
    lines = scan.lines
    last = lines.at(reader.limit)
    while last > at.line and (not lines.body(last) or lines.is_comment(last)):
        last -= 1
    missing = "".join(frame.closer for frame in reversed(reader.frames))
    end = lines.trimmed_end(last)
    start = reader.frames[-1].start
    message = f"the bracket {lines.text[start]} opens here and is never closed"
    hint = f"write {missing} at the end of line {last + 1}"
    edit = Edit(end, end, missing)
    hidden = "#" in lines.text[lines.starts[last] : end]
    if hidden:
        edit = Edit(end, end, lines.newline + " " * (at.column + 2) + missing)
    scan.add(Mend("D127", start, start + 1, message, hint, edit, certain=not hidden))
    return Value(Kind.OTHER, last)


def _limit(scan: Scan, at: Field) -> int:
    """Where the brackets must have been closed: before the next line that begins a field."""
    lines = scan.lines
    line = at.line + 1
    while line < min(len(lines), at.line + _FARTHEST):
        body = lines.body(line)
        begins = scan.vocabulary.begins_field(body) or body.startswith("- ")
        if begins and lines.indent(line) <= at.raw:
            break
        line += 1
    return lines.ends[line - 1]


class _Reader:
    """Walks through nested braces and brackets without recursion."""

    def __init__(self, scan: Scan, at: Field, limit: int) -> None:
        self.scan, self.at, self.limit = scan, at, limit
        self.text = scan.lines.text
        self.frames: list[_Frame] = []
        self.mends: list[Mend] = []
        self.place = at.start

    def read(self) -> int | None:
        """Where the outermost bracket closes, or None."""
        self._open()
        while 0 < len(self.frames) < DEEPEST and self.place < self.limit:
            self._step()
        return None if self.frames else self.place

    @property
    def too_deep(self) -> bool:
        """Whether there are more brackets inside one another than any case needs."""
        return len(self.frames) >= DEEPEST

    def _open(self) -> None:
        self.frames.append(_Frame(self.text[self.place], self.place))
        self.place += 1
        self._begin_cell()

    def _begin_cell(self) -> None:
        self._skip_space()
        self.frames[-1].cells.append(Cell(self.place))

    def _skip_space(self) -> None:
        if space := _SPACE.match(self.text, self.place, self.limit):
            self.place = space.end()

    def _step(self) -> None:
        self._skip_space()
        if self.place >= self.limit:
            return
        frame, sign = self.frames[-1], self.text[self.place]
        cell = frame.cells[-1]
        if sign == ",":
            cell.end = self.place
            self.place += 1
            self._begin_cell()
        elif sign == frame.closer:
            self._close(cell)
        elif cell.is_empty and sign in "{['\"":
            self._token(cell, sign)
        elif sign == "#" and self.text[self.place - 1] in " \t\r\n":
            self._number_sign(cell)
        else:
            self._plain(cell, sign)

    def _close(self, cell: Cell) -> None:
        cell.end = self.place
        frame = self.frames.pop()
        self.place += 1
        if frame.opener == "{":
            row = check_row(self.scan, frame.start, self.place)
            self.mends.extend([row] if row else check_fields(self.scan, frame.cells))
        else:
            self.mends.extend(_bare_keys(self.text, frame.cells))
        if self.frames:
            self.frames[-1].cells[-1].closed = self.place

    def _token(self, cell: Cell, sign: str) -> None:
        cell.touch(self.place)
        if sign in "{[":
            self._open()
            return
        closed = CLOSED[sign].match(self.text, self.place, self.limit)
        if closed is None or self._crosses_field(closed.group()):
            cell.trouble(self.place, "D125")
            self.place += 1
            return
        self.place = cell.closed = closed.end()

    def _crosses_field(self, quoted: str) -> bool:
        """Whether a quotation reaches over several fields, so that its mark was never closed."""
        return any(
            self.scan.vocabulary.is_field(name) for name in re.findall(r",[ \t]*(\w+): ", quoted)
        )

    def _number_sign(self, cell: Cell) -> None:
        line_end = self.scan.lines.ends[self.scan.lines.at(self.place)]
        hides_closer = self.text[self.place : line_end].rstrip().endswith(self.frames[-1].closer)
        if is_number_sign(self.text, self.place) or (hides_closer and line_end == self.limit):
            cell.trouble(self.place, "D136")
            cell.touch(self.place)
            self.place += 1
        else:
            self.place = line_end

    def _plain(self, cell: Cell, sign: str) -> None:
        if cell.closed is not None and sign != ":":
            cell.trouble(self.place, "D124" if cell.is_quoted(self.text) else "D126")
        cell.touch(self.place)
        if sign == ":":
            self._colon(cell)
        elif sign in "{[]}":
            self._bracket_in_prose(cell, sign)
        elif run := _PLAIN.match(self.text, self.place, self.limit):
            self.place = run.end()
        else:
            self.place += 1

    def _colon(self, cell: Cell) -> None:
        behind = self.text[self.place + 1 : self.place + 2]
        ends_key = not behind or behind in " \t\r\n,}]" or cell.closed == self.place
        if ends_key and cell.colon is None:
            cell.colon, cell.first, cell.closed = self.place, None, None
        elif ends_key:
            cell.trouble(self.place, "D120")
        self.place += 1

    def _bracket_in_prose(self, cell: Cell, sign: str) -> None:
        cell.trouble(self.place, "D126")
        self.place += 1
        if sign not in "{[":
            return
        line_end = self.scan.lines.ends[self.scan.lines.at(self.place)]
        closer = self.text.find(_CLOSER[sign], self.place, min(line_end, self.limit))
        if closer >= 0:
            self.place = closer + 1
