"""A line where a field should begin, but none does: a colon, a space or an indent is missing."""

import re
from dataclasses import dataclass

from deciban.read.mend.record import Edit, Mend
from deciban.read.mend.row import check_entry
from deciban.read.mend.scan import Kind, Scan, indent_hint

_GLUED = re.compile(r"(?:-[ \t]+)*([A-Za-z_]\w*):(?=[^\s/:])")
_GLUED_DASH = re.compile(r"-([A-Za-z_]\w*):(?=[ \t]|$)")
_NAMED = re.compile(r"(?:-[ \t]+)*([A-Za-z_]\w*)([ \t]*[=;])?(?=[ \t]|$)")
_COMMENT = re.compile(r"^[ \t]*(?=#)|[ \t]+#", re.MULTILINE)
_FEW_WORDS = 3


@dataclass(frozen=True, slots=True)
class Before:
    """The field before a line: its name, its value's kind, and where that value's lines stand.

    ``taken`` are the names of the fields beside it.
    """

    key: str
    kind: Kind
    column: int
    taken: frozenset[str]


def check_bare(scan: Scan, line: int, raw: int, before: Before | None) -> str:
    """Keeps the mistake of a line that begins no field, with its correction.

    Returns:
        The name of a field whose value stands on the next lines, where the line is one.
    """
    prose_before = (
        before is not None
        and before.key in scan.vocabulary.prose
        and before.kind in (Kind.PLAIN, Kind.BLOCK)
    )
    if _glued(scan, line, prose_before=prose_before) or _glued_dash(scan, line):
        return ""
    if not prose_before and check_entry(scan, line):
        return ""
    if _named(scan, line, before if prose_before else None):
        body = scan.lines.body(line)
        return body if body in scan.vocabulary.known or body in scan.vocabulary.prose else ""
    if before and raw >= before.column and _comment_between(scan, line):
        return ""
    if before and prose_before:
        _goes_on(scan, line, raw, before)
    else:
        _nameless(scan, line, raw)
    return ""


def _glued(scan: Scan, line: int, *, prose_before: bool) -> bool:
    """``text:He came``: no space behind the colon."""
    start = scan.lines.starts[line] + scan.lines.indent(line)
    match = _GLUED.match(scan.lines.text, start, scan.lines.ends[line])
    if not match or not scan.vocabulary.is_field(match[1]):
        return False
    if prose_before and not scan.vocabulary.known and match[1] not in scan.vocabulary.prose:
        return False
    place = match.end()
    message = f"there is no space behind the colon of '{match[1]}'"
    hint = f"write {match[1]}: with a space behind it"
    scan.add(Mend("D130", place - 1, place, message, hint, Edit(place, place, " ")))
    return True


def _glued_dash(scan: Scan, line: int) -> bool:
    """``-id: x``: no space behind the dash."""
    start = scan.lines.starts[line] + scan.lines.indent(line)
    match = _GLUED_DASH.match(scan.lines.text, start, scan.lines.ends[line])
    if not match or not scan.vocabulary.is_field(match[1]):
        return False
    message = "there is no space behind the dash of this list item"
    hint = f"write - {match[1]}: with a space between"
    scan.add(Mend("D130", start, start + 1, message, hint, Edit(start + 1, start + 1, " ")))
    return True


def _named(scan: Scan, line: int, prose: Before | None) -> bool:
    """``text He came``: no colon behind the name of a field."""
    start = scan.lines.starts[line] + scan.lines.indent(line)
    match = _NAMED.match(scan.lines.text, start, scan.lines.ends[line])
    if not match or not _is_name(scan, match[1]):
        return False
    rest = scan.lines.text[match.end() : scan.lines.ends[line]].split()
    if prose and (match[1] in prose.taken or not _is_value(scan, match[1], rest)):
        return False
    place = match.end(1)
    message = f"there is no colon behind '{match[1]}'"
    hint = f"write {match[1]}: with a colon and a space behind it"
    edit = Edit(place, match.end(), ":")
    scan.add(Mend("D131", match.start(1), place, message, hint, edit))
    return True


def _is_name(scan: Scan, word: str) -> bool:
    return word in scan.vocabulary.known or word in scan.vocabulary.prose


def _is_value(scan: Scan, name: str, words: list[str]) -> bool:
    """Whether words behind a name are its value, rather than prose that goes on."""
    if name in scan.vocabulary.prose or len(words) == 1:
        return True
    number = any(character.isdigit() for word in words for character in word)
    return number and len(words) <= _FEW_WORDS


def _goes_on(scan: Scan, line: int, raw: int, before: Before) -> None:
    start = scan.lines.starts[line]
    edit = Edit(start, start + raw, " " * before.column)
    message = f"this line goes on with '{before.key}' but is not indented under it"
    hint = indent_hint(before.column)
    scan.add(Mend("D134", start + raw, scan.lines.trimmed_end(line), message, hint, edit))


def _comment_between(scan: Scan, line: int) -> bool:
    """Prose over several lines with a comment behind one that is not the last."""
    above = line - 1
    while above > 0 and not scan.lines.body(above):
        above -= 1
    start, end = scan.lines.starts[above], scan.lines.ends[above]
    gap = _COMMENT.search(scan.lines.text, start, end)
    if not gap:
        return False
    message = "a comment in the middle of a text ends it, so the next line hangs in the air"
    hint = "move the comment to a line of its own above the text"
    edit = Edit(gap.start(), end, "")
    scan.add(Mend("D136", gap.end() - 1, end, message, hint, edit, certain=False))
    return True


def _nameless(scan: Scan, line: int, raw: int) -> None:
    lines = scan.lines
    last = line
    while last + 1 < len(lines) and lines.body(last + 1) and lines.indent(last + 1) > raw:
        last += 1
    start, end = lines.starts[line], lines.trimmed_end(line)
    message = "this line has no field name"
    hint = "begin it with a name and a colon, or indent it under the text it goes on with"
    edit = Edit(start, lines.ends[last], "")
    scan.add(Mend("D131", start + raw, end, message, hint, edit, certain=False))
