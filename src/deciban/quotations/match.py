"""Looks for a passage in a document: its longest piece first, then the others around it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from deciban.quotations.marks import Joint, Kind, Passage, begins, ends
from deciban.quotations.skeleton import Skeleton

#: How often at most a piece is tried in one search, and how many ways on from one are followed, the
#: nearest first; only a quotation of single common words, *the ... of ... the*, comes to that.
MOST_TRIED, MOST_WAYS = 50_000, 200


@dataclass(frozen=True, slots=True)
class Match:
    """Where a passage stands: from the letter ``start`` of a document to just before ``end``."""

    start: int
    end: int


class _Search:
    """One search of one text; ``spaces`` says whether the spaces must agree as well."""

    def __init__(self, text: Skeleton, *, spaces: bool) -> None:
        self.text, self._spaces = text, spaces
        self._tried = 0

    def hits(self, piece: Skeleton, first: int, last: int) -> Iterator[Match]:
        """Answer where a piece stands that begins at ``first`` or later and ends by ``last``."""
        size = len(piece.solid)
        place = self.text.solid.find(piece.solid, first, last)
        while place >= 0 and self._tried < MOST_TRIED:
            self._tried += 1
            if self.text.reads_as(place, piece, spaces=self._spaces):
                yield Match(place, place + size)
            place = self.text.solid.find(piece.solid, place + 1, last)

    def behind(self, ways: Iterable[int], joint: Joint, piece: Skeleton) -> list[int]:
        """Answer where a piece may end that follows one of the ends given, which rise."""
        found: dict[int, None] = {}
        seen = 0  # what may be left out from an earlier end need not be looked through again
        for end in ways:
            if not joint.may_follow(self.text, end):
                continue
            first = max(end, seen) if joint.kind is Kind.OMISSION else end
            last = end + joint.reach + len(piece.solid)
            for hit in self.hits(piece, first, last):
                if joint.allows(self.text, end, hit.start):
                    found[hit.end] = None
                if len(found) >= MOST_WAYS:
                    return sorted(found)
            seen = last - len(piece.solid) + 1
        return sorted(found)[:MOST_WAYS]

    def before(self, ways: Iterable[int], joint: Joint, piece: Skeleton) -> list[int]:
        """Answer where a piece may begin that goes before one of the starts given, which fall."""
        found: dict[int, None] = {}
        seen = len(self.text.solid)
        for start in ways:
            if not joint.may_precede(self.text, start):
                continue
            last = min(start, seen) if joint.kind is Kind.OMISSION else start
            first = max(0, start - joint.reach - len(piece.solid))
            for hit in self.hits(piece, first, last):
                if joint.allows(self.text, hit.end, start):
                    found[hit.start] = None
            seen = first + len(piece.solid) - 1
        return sorted(found, reverse=True)[:MOST_WAYS]


def matches(text: Skeleton, passage: Passage, *, spaces: bool = True) -> Iterator[Match]:
    """Answer where a passage stands in a text, from the front, each place once.

    Args:
        text: a document.
        passage: what to look for.
        spaces: whether its spaces must agree as well.
    """
    pieces = passage.pieces
    if not pieces or not all(piece.solid in text.solid for piece in pieces):
        return
    search = _Search(text, spaces=spaces)
    anchor = max(range(len(pieces)), key=lambda each: len(pieces[each].solid))
    for hit in search.hits(pieces[anchor], 0, len(text.solid)):
        found = _around(search, passage, anchor, hit)
        if found is not None:
            yield found


def _around(search: _Search, passage: Passage, anchor: int, hit: Match) -> Match | None:
    """The shortest way from the first piece to the last, through one place of the longest."""
    text, pieces, joints = search.text, passage.pieces, passage.joints
    behind, before = [hit.end], [hit.start]
    for each in range(anchor + 1, len(pieces)):
        behind = search.behind(behind, joints[each - 1], pieces[each])
        if not behind:
            return None
    for each in range(anchor - 1, -1, -1):
        before = search.before(before, joints[each], pieces[each])
        if not before:
            return None
    end = next((end for end in behind if ends(text, end, passage.trail)), None)
    start = next((start for start in before if begins(text, start, passage.lead)), None)
    return None if start is None or end is None else Match(start, end)
