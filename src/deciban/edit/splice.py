"""Several corrections of one text at once."""

from collections.abc import Iterable
from itertools import pairwise

from deciban.problem import Splice


def apply(text: str, splices: Iterable[Splice]) -> str:
    """The text with every splice applied; all offsets are those of the text given.

    The same splice given twice is applied once, since one correction may answer two problems.

    Raises:
        ValueError: two splices overlap, begin at the same place, or lie outside the text.
    """
    ordered = sorted({(each.start, each.end, each.text) for each in splices})
    for (start, end, _), (following, _, _) in pairwise([*ordered, (len(text) + 1, 0, "")]):
        if following < end or following == start:
            message = f"splices overlap at {following}"
            raise ValueError(message)
        if not 0 <= start <= end <= len(text):
            message = f"a splice {start}:{end} lies outside the text"
            raise ValueError(message)
    parts: list[str] = []
    done = 0
    for start, end, replacement in ordered:
        parts += (text[done:start], replacement)
        done = end
    return "".join([*parts, text[done:]])
