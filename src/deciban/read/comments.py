"""Every comment of a text, with its place."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from deciban.span import Span

_SIGN = re.compile(r"(?<![^ \t\r\n])#[^\r\n]*")


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment as written.

    Attributes:
        text: from its ``#`` to the end of the line.
        at: its place.
        own_line: nothing else stands on its line.
    """

    text: str
    at: Span
    own_line: bool


def find_comments(
    text: str, taken: Sequence[tuple[int, int]], stop: int
) -> Iterator[tuple[int, int]]:
    """The comments before ``stop``, as offsets ``(start, end)``.

    Args:
        text: the text.
        taken: the stretches of the text's scalars, in order, each ``(start, end)``; a ``#`` in
            one of them begins no comment. A block's stretch begins behind its first line.
        stop: the offset up to which those are known.
    """
    place = following = 0
    while (sign := _SIGN.search(text, place)) and sign.start() < stop:
        while following < len(taken) and taken[following][1] <= sign.start():
            following += 1
        if following < len(taken) and taken[following][0] <= sign.start():
            place = taken[following][1]
            continue
        yield sign.span()
        place = sign.end()


def stands_alone(text: str, start: int) -> bool:
    """Whether nothing but spaces stands before an offset on its line."""
    before = start - 1
    while before >= 0 and text[before] in " \t":
        before -= 1
    return before < 0 or text[before] in "\r\n"
