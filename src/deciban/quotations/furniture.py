"""What pages carry beside their text: running heads and page numbers."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from deciban.quotations.document import Page

#: How many lines at either edge of a page are looked at.
_DEEPEST = 3
#: On how many pages a line must stand at the edge to be a running head; fewer in a short document.
_OFTEN, _TWICE, _SHORT = 3, 2, 6
#: How many letters a running head has at least; the end of a broken word may recur by chance.
_SHORTEST = 6
#: How long a line is at most that holds a page number and no more.
_LONGEST = 40
_NUMBER = re.compile(
    r"\W*(?:page|p\.)?\s*(?P<number>\d{1,4}|[ivxlcdm]{1,8})(?:\s*(?:of|/)\s*\d{1,4})?\W*",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Stripped:
    """A page without what is no part of its text.

    Attributes:
        first: the first line of its text, counted from 0.
        last: just past the last.
        numbers: the numbers printed in what was taken off; one of them is the page's own.
    """

    first: int
    last: int
    numbers: frozenset[str]


def stripped(pages: Sequence[Page]) -> tuple[Stripped, ...]:
    """Answer which lines of every page are its text.

    A line at the edge of a page is no text where it is a number alone, or where the same line,
    numbers apart, stands at the edge of other pages too.
    """
    seen = Counter(
        mask for page in pages for mask in {_mask(page.lines[each]) for each in _edges(page)}
    )
    often = _OFTEN if len(pages) >= _SHORT else _TWICE
    heads = {mask for mask, times in seen.items() if times >= often and len(mask) >= _SHORTEST}
    return tuple(_stripped(page, heads) for page in pages)


def _edges(page: Page) -> Iterator[int]:
    """The lines at the edges of a page that hold anything."""
    full = [each for each, line in enumerate(page.lines) if line.strip()]
    yield from dict.fromkeys([*full[:_DEEPEST], *full[-_DEEPEST:]])


def _mask(line: str) -> str:
    return " ".join(_DIGITS.sub("#", line).casefold().split())


def _stripped(page: Page, heads: set[str]) -> Stripped:
    edges = list(_edges(page))
    first, last = 0, len(page.lines)
    off: list[str] = []
    for each in edges[:_DEEPEST]:
        if not _is_furniture(page.lines[each], heads):
            break
        first = each + 1
        off.append(page.lines[each])
    for each in reversed(edges[-_DEEPEST:]):
        if each < first or not _is_furniture(page.lines[each], heads):
            break
        last = each
        off.append(page.lines[each])
    return Stripped(first, last, frozenset(number for line in off for number in _numbers(line)))


def _is_furniture(line: str, heads: set[str]) -> bool:
    return _alone(line) is not None or _mask(line) in heads


def _alone(line: str) -> re.Match[str] | None:
    """A line that holds a number and no more; a long one is not looked at."""
    own = line.strip()
    return _NUMBER.fullmatch(own) if len(own) <= _LONGEST else None


def _numbers(line: str) -> Iterator[str]:
    yield from _DIGITS.findall(line)
    alone = _alone(line)
    if alone is not None:
        yield alone["number"].lower()
