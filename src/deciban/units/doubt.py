"""Numbers that can be read and yet look like slips of the pen."""

import re

from deciban.problem import Problem
from deciban.span import Span
from deciban.units.spelling import quoted

_TWO_AND_TWO = re.compile(r"([0-9]{2})[.]([0-9]{2})%")


def doubtful_number(text: str, at: Span | None = None) -> Problem | None:
    """The warning that a percentage may be a range whose second dot is lost: ``60.80%``.

    Only two digits, a dot and two digits that make a larger number may be such a range.
    """
    found = _TWO_AND_TWO.fullmatch(text.strip())
    if found is None or int(found[1]) >= int(found[2]):
        return None
    low, high = found.groups()
    number = f"0.{low}{high}".rstrip("0")
    return Problem(
        "D309",
        f"{quoted(text)} is read as one number, and may be a range that has lost a dot",
        at,
        f"write {int(low)}..{int(high)}% for the range, or {number} for the number",
    )
