"""``text: @home he wrote``: a value begins with a sign that YAML keeps for itself."""

import re

from deciban.read.mend.record import Mend
from deciban.read.mend.scan import Field, Kind, Scan, Value, corrected

_ALWAYS = "@`%,]}"
_BEFORE_A_SPACE = "-?:"
_NUMBER = re.compile(r"(?:[<>]=?|%)\s*(?:[0-9]+(?:[.][0-9]*)?|[.][0-9]+)\s*%?")


def begins_with_sign(text: str, start: int, end: int) -> bool:
    """Whether no plain value can begin like this; ``end`` is the end of its line."""
    if text[start] in _ALWAYS:
        return True
    return text[start] in _BEFORE_A_SPACE and (start + 1 >= end or text[start + 1] in " \t")


def is_number(value: str) -> bool:
    """Whether a value is a number amiss, such as ``>60%``, of which its reader says what to do."""
    return _NUMBER.fullmatch(value) is not None


def read_sign(scan: Scan, at: Field) -> Value:
    """Reads a value that begins with such a sign as the prose it is."""
    region = scan.region(at)
    edit = scan.rewrite(at, region, region.prose)
    if at.key not in scan.vocabulary.prose and is_number(region.prose):
        scan.add(Mend("", at.start, at.start + 1, "", "", edit))
        return Value(Kind.OTHER, region.last)
    sign = scan.lines.text[at.start]
    prose = sign in _ALWAYS or scan.vocabulary.holds_prose(at.key, region.prose)
    hint = corrected(at.key, edit)
    if not prose:
        hint += "; if a list is meant, put each item on a line of its own"
    message = f"a value cannot begin with {sign} unless it stands in quotes"
    scan.add(Mend("D123", at.start, at.start + 1, message, hint, edit, certain=prose))
    return Value(Kind.OTHER, region.last)
