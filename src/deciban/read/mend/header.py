"""``text: > He said``: prose on the line of a ``>`` that announces prose on the next lines."""

import re

from deciban.read.mend.record import Edit, Mend
from deciban.read.mend.scan import Field, Kind, Scan, Value, corrected, indent_hint
from deciban.read.mend.sign import read_sign
from deciban.read.mend.tab import Meant, check_tab

_HEADER = re.compile(r"[|>][-+1-9]{0,2}[ \t]*(?:[ \t]#.*)?$")
_MARK = re.compile(r"[|>][-+1-9]{0,2}[ \t]+(?=[^\s\d=])")


def read_block(scan: Scan, at: Field) -> Value:
    """Reads a value that begins with ``>`` or ``|``."""
    lines = scan.lines
    rest = lines.text[at.start : lines.ends[at.line]]
    if _HEADER.match(rest):
        return _read_lines(scan, at, explicit=any(digit in rest[:3] for digit in "123456789"))
    mark = _MARK.match(rest)
    if mark is None:
        return read_sign(scan, at)
    return _prose_behind(scan, at, mark[0])


def _prose_behind(scan: Scan, at: Field, mark: str) -> Value:
    region = scan.region(at)
    edit = scan.rewrite(at, region, region.prose[len(mark) :].lstrip())
    message = f"behind {mark.strip()} the line must end; the text begins on the next line"
    hint = corrected(at.key, edit)
    certain = scan.vocabulary.holds_prose(at.key, region.prose)
    scan.add(Mend("D132", at.start, at.start + 1, message, hint, edit, certain=certain))
    return Value(Kind.OTHER, region.last)


def _read_lines(scan: Scan, at: Field, *, explicit: bool) -> Value:
    """The lines of a block; mends those that stand further left than its first."""
    lines = scan.lines
    first = at.line + 1
    while first < len(lines) and not lines.body(first):
        first += 1
    if first == len(lines) or lines.indent(first) <= at.raw:
        return Value(Kind.BLOCK, at.line, at.column + 2)
    column = at.raw + 1 if explicit else lines.indent(first)
    line = last = first
    while line < len(lines) and (not lines.body(line) or lines.indent(line) > at.raw):
        if lines.body(line):
            last = line
            if _strays(scan, line, column):
                _move(scan, line, column)
        line += 1
    return Value(Kind.BLOCK, last, column)


def _strays(scan: Scan, line: int, column: int) -> bool:
    lines = scan.lines
    start = lines.starts[line]
    return "\t" in lines.text[start : start + min(column, lines.indent(line))] or (
        lines.indent(line) < column and not lines.is_comment(line)
    )


def _move(scan: Scan, line: int, column: int) -> None:
    if check_tab(scan, line, Meant(column)):
        return
    start, indent = scan.lines.starts[line], scan.lines.indent(line)
    message = "this line of the text stands further left than its first line"
    edit = Edit(start, start + indent, " " * column)
    scan.add(Mend("D134", start, start + indent, message, indent_hint(column), edit))
