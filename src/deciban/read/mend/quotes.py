"""Quotation marks that close too early, are never closed, or hold a stray backslash."""

import re
from dataclasses import dataclass

from deciban.read.mend.quoting import fold
from deciban.read.mend.record import Mend
from deciban.read.mend.scan import Field, Kind, Region, Scan, Value, corrected

CLOSED = {
    "'": re.compile(r"'(?:[^']|'')*+'"),
    '"': re.compile(r'"(?:[^"\\]|\\.)*+"', re.DOTALL),
}
_LEFT_OUT = re.compile(r"'(?:\d\d|twas|tis|til|em|cause|round|bout|neath|n\b)", re.IGNORECASE)
_ESCAPE = re.compile(
    r"\\(?:[0abtnvfre \"/\\N_LP\n\r\t]|x[\da-fA-F]{2}|u(?![dD][89a-fA-F])[\da-fA-F]{4}|"
    r"U00(?:0[1-9a-fA-F]|10)[\da-fA-F]{4}|U0000(?![dD][89a-fA-F])[\da-fA-F]{4})"
)
_REST = re.compile(r"[ \t]*(?:[ \t]#.*)?$", re.MULTILINE)
_FARTHEST = 200


@dataclass(frozen=True, slots=True)
class Meant:
    """The prose a badly quoted value stands for, and the code of its mistake."""

    prose: str
    code: str
    message: str


def read_quoted(scan: Scan, at: Field) -> Value:
    """Reads a value that begins with a quotation mark."""
    lines = scan.lines
    closed = CLOSED[lines.text[at.start]].match(lines.text, at.start, _limit(scan, at))
    region = scan.region(at)
    if closed and _ends_value(scan, closed.end(), region):
        _check_escapes(scan, at, closed.end())
        return Value(Kind.OTHER, lines.at(closed.end()))
    meant = understand(region.prose)
    edit = scan.rewrite(at, region, meant.prose)
    hint = corrected(at.key, edit)
    certain = bool(meant.prose) and (
        meant.code == "D125" or scan.vocabulary.holds_prose(at.key, region.prose)
    )
    place = at.start
    scan.add(Mend(meant.code, place, place + 1, meant.message, hint, edit, certain=certain))
    return Value(Kind.OTHER, region.last)


def _limit(scan: Scan, at: Field) -> int:
    """Where a quotation must have been closed: before the next line that begins a field."""
    lines = scan.lines
    line = at.line + 1
    while line < min(len(lines), at.line + _FARTHEST):
        body = lines.body(line)
        if lines.indent(line) <= at.raw and (
            scan.vocabulary.begins_field(body) or body.startswith("- ")
        ):
            break
        line += 1
    return lines.ends[line - 1]


def _ends_value(scan: Scan, end: int, region: Region) -> bool:
    lines = scan.lines
    line = lines.at(end)
    if not _REST.match(lines.text, end, lines.ends[line]):
        return False
    return line >= region.last


def understand(raw: str) -> Meant:
    """What a value means that begins with a quotation mark and is not closed rightly.

    ``"Yes" he said`` speaks of a quotation: its marks belong to the prose. ``"He said "yes" and
    left"`` stands in marks as a whole. An apostrophe inside a word closes nothing.
    """
    mark = raw[0]
    places = [
        place
        for place in range(1, len(raw) - 1)
        if raw[place] == mark and not _is_inner(raw, place)
    ]
    ends = len(raw) > 1 and raw[-1] == mark
    if not places and not ends:
        return _unclosed(raw)
    early = f"the quotation mark {mark} closes before the end of the text"
    wrapped = ends and (not places or _opens(raw, places[0]))
    return Meant(_unwrapped(raw[1:-1], mark) if wrapped else raw, "D124", early)


def _unclosed(raw: str) -> Meant:
    message = f"the quotation mark {raw[0]} opens here and is never closed"
    if _LEFT_OUT.match(raw):
        return Meant(raw, "D125", message)
    return Meant(_unwrapped(raw[1:], raw[0]), "D125", message)


def _is_inner(raw: str, place: int) -> bool:
    """Whether a mark is an apostrophe inside a word, or doubled or escaped as YAML has it."""
    before, behind = raw[place - 1], raw[place + 1 : place + 2]
    if raw[place] == '"':
        return before == "\\"
    doubled = behind == "'" or (before == "'" and place > 1)
    return doubled or (before.isalnum() and behind.isalnum())


def _opens(raw: str, place: int) -> bool:
    return raw[place - 1].isspace() and not raw[place + 1 : place + 2].isspace()


def _unwrapped(inner: str, mark: str) -> str:
    if mark == "'":
        return inner.replace("''", "'")
    return inner.replace('\\"', '"').replace("\\\\", "\\")


def _check_escapes(scan: Scan, at: Field, end: int) -> None:
    text = scan.lines.text
    if text[at.start] != '"' or "\\" not in text[at.start : end]:
        return
    inner = text[at.start + 1 : end - 1]
    place = first_bad_escape(inner)
    if place < 0:
        return
    parts = tuple(part.strip(" \t") for part in inner.splitlines())
    region = Region(at.start, end, scan.lines.at(end), parts, comment=True)
    edit = scan.rewrite(at, region, fold(parts).replace('\\"', '"'))
    place += at.start + 1
    message = "inside double quotes a backslash has a meaning of its own"
    scan.add(Mend("D135", place, place + 1, message, corrected(at.key, edit), edit))


def first_bad_escape(inner: str) -> int:
    """Where a double-quoted text has a backslash that YAML does not know, or -1."""
    place = inner.find("\\")
    while place >= 0:
        match = _ESCAPE.match(inner, place)
        if match is None:
            return place
        place = inner.find("\\", match.end())
    return -1
