"""Looks for a passage in a document: its longest piece first, then the others around it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from deciban.quotations.marks import Joint, Passage, begins, ends
from deciban.quotations.skeleton import Skeleton

#: Of how many places of its longest piece a passage is followed up.
MOST_ANCHORS = 2_000
#: How many ways on are followed at once; only *the ... the ... the* has more.
MOST_WAYS = 500


@dataclass(frozen=True, slots=True)
class Match:
    """Where a passage stands: from the letter ``start`` of a document to just before ``end``."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Search:
    """One search of one text; ``spaces`` says whether the spaces must agree as well."""

    text: Skeleton
    spaces: bool

    def hits(self, piece: Skeleton, first: int, last: int) -> Iterator[Match]:
        """Answer where a piece stands that begins at ``first`` or later and ends by ``last``."""
        size = len(piece.solid)
        place = self.text.solid.find(piece.solid, first, last)
        while place >= 0:
            if self.text.reads_as(place, piece, spaces=self.spaces):
                yield Match(place, place + size)
            place = self.text.solid.find(piece.solid, place + 1, last)

    def behind(self, ways: Iterable[int], joint: Joint, piece: Skeleton) -> list[int]:
        """Answer where a piece may end that follows one of the ends given."""
        found: dict[int, None] = {}
        for end in ways:
            for hit in self.hits(piece, end, end + joint.reach + len(piece.solid)):
                if joint.allows(self.text, end, hit.start):
                    found[hit.end] = None
        return sorted(found)[:MOST_WAYS]

    def before(self, ways: Iterable[int], joint: Joint, piece: Skeleton) -> list[int]:
        """Answer where a piece may begin that goes before one of the beginnings given."""
        found: dict[int, None] = {}
        for start in ways:
            for hit in self.hits(piece, max(0, start - joint.reach - len(piece.solid)), start):
                if joint.allows(self.text, hit.end, start):
                    found[hit.start] = None
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
    search = _Search(text, spaces)
    anchor = max(range(len(pieces)), key=lambda each: len(pieces[each].solid))
    for number, hit in enumerate(search.hits(pieces[anchor], 0, len(text.solid))):
        if number == MOST_ANCHORS:
            return
        found = _around(search, passage, anchor, hit)
        if found is not None:
            yield found


def _around(search: _Search, passage: Passage, anchor: int, hit: Match) -> Match | None:
    """The shortest way from the first piece to the last, through one place of the longest."""
    text, pieces, joints = search.text, passage.pieces, passage.joints
    behind = [hit.end]
    for each in range(anchor + 1, len(pieces)):
        behind = search.behind(behind, joints[each - 1], pieces[each])
    behind = [end for end in behind if ends(text, end, passage.trail)]
    before = [hit.start]
    for each in range(anchor - 1, -1, -1):
        before = search.before(before, joints[each], pieces[each])
    before = [start for start in before if begins(text, start, passage.lead)]
    return Match(before[0], behind[0]) if before and behind else None
