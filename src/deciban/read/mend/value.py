"""Reads one value of block style and hands it to the trap its first character sets."""

import re
from collections.abc import Callable

from deciban.read.mend.braces import read_braces
from deciban.read.mend.colon import read_plain
from deciban.read.mend.header import read_block
from deciban.read.mend.quotes import read_quoted
from deciban.read.mend.scan import Field, Kind, Scan, Value
from deciban.read.mend.sign import begins_with_sign, read_sign

_NAMED = re.compile(r"[&*!][\w!/.:-]*(?=[ \t]|$)", re.MULTILINE)


def read_value(scan: Scan, at: Field) -> Value:
    """Reads the value at hand, keeps its mistakes, and says where it ends."""
    text, end = scan.lines.text, scan.lines.ends[at.line]
    if at.start >= end or text[at.start] == "#":
        return Value(Kind.EMPTY, at.line)
    by_sign = read_sign if begins_with_sign(text, at.start, end) else read_plain
    return _READERS.get(text[at.start], by_sign)(scan, at)


def _read_named(scan: Scan, at: Field) -> Value:
    """An anchor, alias or tag of YAML, unless prose is meant."""
    end = scan.lines.ends[at.line]
    named = _NAMED.match(scan.lines.text, at.start, end)
    if named is None or at.key in scan.vocabulary.prose:
        return read_sign(scan, at)
    if scan.lines.text[at.start] == "*":
        return Value(Kind.OTHER, at.line)
    start = named.end()
    while start < end and scan.lines.text[start] in " \t":
        start += 1
    return read_value(scan, Field(at.key, at.raw, at.column, start, at.line))


_READERS: dict[str, Callable[[Scan, Field], Value]] = {
    **dict.fromkeys("|>", read_block),
    **dict.fromkeys("'\"", read_quoted),
    **dict.fromkeys("[{", read_braces),
    **dict.fromkeys("&*!", _read_named),
}
