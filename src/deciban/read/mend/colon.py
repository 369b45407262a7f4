"""``text: He said: wait``: a colon and a space inside prose begin a new field for YAML."""

import re

from deciban.read.mend.record import Edit, Mend
from deciban.read.mend.row import is_bare_row
from deciban.read.mend.scan import Field, Kind, Region, Scan, Value, corrected, indented
from deciban.read.mend.tab import Meant, check_tab

_ENTRY = re.compile(r"[A-Za-z_][\w.]*:[ \t]+\S.*(?<!:)")
_COLON = re.compile(r":(?=[ \t]|$)", re.MULTILINE)
_SIGN = re.compile(r"(?<=[ \t])#")


def read_plain(scan: Scan, at: Field) -> Value:
    """Reads a value without quotes."""
    region = scan.region(at)
    for line in range(at.line + 1, region.last + 1):
        check_tab(scan, line, Meant(at.column + 2))
    colon = _COLON.search(scan.lines.text, region.start, region.end)
    if colon or any(piece.endswith(":") for piece in region.pieces):
        place = colon.start() if colon else region.end - 1
        scan.add(colon_in_prose(scan, at, region, place))
    elif sign := _sign_before_last_line(scan, region):
        scan.add(_sign_in_prose(scan, at, region, sign))
    return Value(Kind.PLAIN, region.last)


def colon_in_prose(scan: Scan, at: Field, region: Region, place: int) -> Mend:
    """The mistake of a colon at ``place`` inside a value."""
    edit = scan.rewrite(at, region, region.prose)
    prose = scan.vocabulary.holds_prose(at.key, region.prose)
    if not prose and at.key and region.last == at.line and _ENTRY.fullmatch(region.prose):
        bare = is_bare_row(region.prose)
        return _without_braces(at, region) if bare else _entry_below(scan, at, region)
    hint = corrected(at.key, edit)
    if not prose:
        hint = f"put what belongs to '{at.key}' on lines of its own below it, or in quotes"
    return Mend(
        "D120",
        place,
        place + 1,
        "the colon inside this text makes YAML take what stands before it for a field name",
        hint,
        edit,
        certain=prose,
    )


def _without_braces(at: Field, region: Region) -> Mend:
    """``prior: yes: 10%, no: 90%``: a row that has lost its braces."""
    edit = Edit(region.start, region.end, f"{{{region.prose}}}")
    message = f"the numbers of '{at.key}' stand on one line without braces"
    return Mend("D120", region.start, region.end, message, corrected(at.key, edit), edit)


def _entry_below(scan: Scan, at: Field, region: Region) -> Mend:
    """``set: sources.a.honest: 95%``: a field that belongs on the next line."""
    text = scan.lines.text
    gap = len(text[: at.start]) - len(text[: at.start].rstrip(" \t"))
    below = scan.lines.newline + " " * (at.column + 2)
    edit = Edit(at.start - gap, region.end, below + region.prose)
    message = f"what belongs to '{at.key}' begins on the line below it"
    hint = f"write `{at.key}:`, and on the next line {indented(at.column + 2)} `{region.prose}`"
    certain = "." in region.prose.partition(":")[0]
    return Mend("D120", at.start, region.end, message, hint, edit, certain=certain)


def _sign_before_last_line(scan: Scan, region: Region) -> int:
    """Where a ``#`` cuts prose that goes on with the next line, or 0."""
    last = max(region.start, scan.lines.starts[region.last])
    sign = _SIGN.search(scan.lines.text, region.start, last)
    return sign.start() if sign else 0


def _sign_in_prose(scan: Scan, at: Field, region: Region, place: int) -> Mend:
    edit = scan.rewrite(at, region, region.prose)
    message = "the # in this text begins a comment, so the next line hangs in the air"
    hint = corrected(at.key, edit)
    prose = scan.vocabulary.holds_prose(at.key, region.prose)
    return Mend("D136", place, place + 1, message, hint, edit, certain=prose)
