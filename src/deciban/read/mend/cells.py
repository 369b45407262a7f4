"""The fields of one pair of braces: which pieces between commas belong to one value."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from deciban.read.mend.quotes import first_bad_escape, understand
from deciban.read.mend.quoting import quote_scalar
from deciban.read.mend.record import Edit, Mend
from deciban.read.mend.scan import Scan
from deciban.read.mend.sign import begins_with_sign, is_number

_KEY = re.compile(r"[\w.%*/-]+")
_GLUED = re.compile(r"([A-Za-z_]\w*):(?=[^\s/:])")
_BREAK = re.compile(r"[ \t]*(?:\r\n|\n|\r)[ \t]*")
_QUERY = "?"  # inside braces YAML's pure Python reader stumbles over it, the fast one does not
_MESSAGES = {
    "D120": "the colon inside this text makes YAML take what stands before it for a field name",
    "D122": "the comma ends this text for YAML, because it stands in braces",
    "D123": "inside braces a value cannot begin with this sign unless it stands in quotes",
    "D124": "the quotation mark closes before the end of the text",
    "D125": "a quotation mark opens here and is never closed",
    "D126": "a bracket inside this text ends it for YAML, because it stands in braces",
    "D135": "inside double quotes a backslash has a meaning of its own",
    "D136": "the # in this text begins a comment, so the rest of the line is lost",
}


@dataclass(slots=True)
class Cell:
    """What stands between two commas.

    Attributes:
        start: offset of its first character.
        end: offset just past its last.
        colon: where its key ends.
        first: the first character of its value, or of its key while there is no colon.
        closed: where a quotation or a bracket that began the value has closed.
        code: the first mistake inside it, and ``where``.
    """

    start: int
    end: int = 0
    colon: int | None = None
    first: int | None = None
    closed: int | None = None
    code: str = ""
    where: int = 0

    def touch(self, place: int) -> None:
        """A character of the key or the value stands here."""
        if self.first is None:
            self.first = place

    def trouble(self, place: int, code: str) -> None:
        """Keeps the first mistake."""
        if not self.code:
            self.code, self.where = code, place

    @property
    def is_empty(self) -> bool:
        """Whether nothing of the key, or of the value behind it, has been read yet."""
        return self.first is None

    def is_quoted(self, text: str) -> bool:
        """Whether the value began with a quotation mark."""
        return self.first is not None and text[self.first] in "'\""


@dataclass(frozen=True, slots=True)
class _Group:
    """A field and the pieces that commas cut off from its value."""

    key: str
    cells: tuple[Cell, ...]


def check_fields(scan: Scan, cells: Sequence[Cell]) -> list[Mend]:
    """The mistakes in the fields of one pair of braces."""
    mends: list[Mend] = []
    for group in _groups(scan, cells):
        mend = _glued(scan, group) or _doubled_comma(group) or _check(scan, group)
        if mend:
            mends.append(mend)
    return mends


def _groups(scan: Scan, cells: Sequence[Cell]) -> list[_Group]:
    groups: list[_Group] = []
    for number, cell in enumerate(cells, 1):
        text = scan.lines.text[cell.start : cell.end].strip()
        if not text:
            if number < len(cells):
                groups.append(_Group("", (cell,)))
            continue
        if groups and _goes_on(scan, groups[-1], cell, text):
            last = groups.pop()
            groups.append(_Group(last.key, (*last.cells, cell)))
        else:
            groups.append(_Group(_key(scan, cell), (cell,)))
    return groups


def _key(scan: Scan, cell: Cell) -> str:
    return scan.lines.text[cell.start : cell.colon].strip() if cell.colon is not None else ""


def _goes_on(scan: Scan, group: _Group, cell: Cell, text: str) -> bool:
    """Whether a piece is prose that goes on with the field before it."""
    base = group.cells[0]
    if base.colon is None or base.first is None:
        return False
    if scan.lines.text[base.first] in "[{" and not base.code:
        return False
    glued = _GLUED.match(text)
    if glued and scan.vocabulary.is_field(glued[1]) and scan.vocabulary.known:
        return False
    if cell.colon is not None:
        key = _key(scan, cell)
        if key[:1] in ("'", '"') or key in scan.vocabulary.known or _KEY.fullmatch(key):
            return False
    value = scan.lines.text[base.first : base.end]
    if group.key in scan.vocabulary.prose:
        return True
    return scan.vocabulary.holds_prose(group.key, value) and not _KEY.fullmatch(text)


def _glued(scan: Scan, group: _Group) -> Mend | None:
    """``{id:x}``: no space behind the colon."""
    cell = group.cells[0]
    match = _GLUED.match(scan.lines.text, cell.start, cell.end)
    if cell.colon is not None or not match or match[1] not in scan.vocabulary.known:
        return None
    place = match.end()
    hint = f"write {match[1]}: with a space behind it"
    message = f"there is no space behind the colon of '{match[1]}'"
    return Mend("D130", place - 1, place, message, hint, Edit(place, place, " "))


def _doubled_comma(group: _Group) -> Mend | None:
    """``{a: b,, c: d}``: nothing stands between two commas."""
    cell = group.cells[0]
    if cell.colon is not None or cell.first is not None:
        return None
    edit = Edit(cell.start, cell.end + 1, "")
    message = "two commas follow one another"
    return Mend("D122", cell.start, cell.end + 1, message, "leave one of them out", edit)


def _check(scan: Scan, group: _Group) -> Mend | None:
    base, last = group.cells[0], group.cells[-1]
    if base.colon is None or base.first is None:
        return None
    text = scan.lines.text
    end = last.start + len(text[last.start : last.end].rstrip())
    code, where = _trouble(scan, group, end)
    if not code:
        return None
    raw = _BREAK.sub(" ", text[base.first : end])
    misquoted = code in ("D124", "D125") or (raw[0] in "'\"" and base.code)
    prose = understand(raw).prose if misquoted else raw
    if code == "D135":
        prose = raw[1:-1].replace('\\"', '"')
    quoted = quote_scalar(prose)
    certain = scan.vocabulary.holds_prose(group.key, prose)
    edit = Edit(base.first, end, quoted)
    hint = f"write {group.key}: {quoted}"
    amiss = code == "D123" and group.key not in scan.vocabulary.prose and is_number(raw)
    if code == _QUERY or amiss:
        return Mend("", where, where + 1, "", "", edit)
    return Mend(code, where, where + 1, _MESSAGES[code], hint, edit, certain=certain)


def _trouble(scan: Scan, group: _Group, end: int) -> tuple[str, int]:
    """The code of what breaks a value in braces, and where; or nothing."""
    text = scan.lines.text
    base = group.cells[0]
    first = base.first or base.start
    for cell in group.cells:
        if cell.code:
            return cell.code, cell.where
    if len(group.cells) > 1:
        return "D122", base.end
    if text[first] in "'\"" and base.closed is not None:
        bad = first_bad_escape(text[first + 1 : base.closed - 1]) if text[first] == '"' else -1
        return ("D135", first + 1 + bad) if bad >= 0 else ("", 0)
    return ("", 0) if text[first] in "[{" else _plain_trouble(scan, group.key, first, end)


def _plain_trouble(scan: Scan, key: str, first: int, end: int) -> tuple[str, int]:
    text = scan.lines.text
    named = text[first] in "*&!" and scan.vocabulary.holds_prose(key, text[first:end])
    if named or text[first] in "?|>" or begins_with_sign(text, first, end):
        return "D123", first
    query = text.find("?", first, end)
    return (_QUERY, query) if query >= 0 else ("", 0)
