"""Looks for a passage in a document: its longest piece first, then the others around it."""

from collections.abc import Iterator
from dataclasses import dataclass

from deciban.quotations.marks import Joint, Kind, Passage, begins, ends
from deciban.quotations.skeleton import Skeleton

#: How often at most a piece is tried in one search, and how many ways on from one are followed, the
#: nearest first; only a quotation of single common words, *the ... of ... the*, comes to that.
MOST_TRIED, MOST_WAYS = 50_000, 200


Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Match:
    """Where a passage, or a piece of one, stands in the letters of a document.

    Attributes:
        start: its first letter.
        end: just past its last.
        between: by joint, the letters that it stands for, as ``(start, end)``.
    """

    start: int
    end: int
    between: Spans = ()


#: Where the pieces tried so far may end, or begin, each with what stands between them.
Ways = dict[int, Spans]


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

    def behind(self, ways: Ways, joint: Joint, piece: Skeleton) -> Ways:
        """Answer where a piece may end that follows one of the ends given, which rise."""
        found: Ways = {}
        seen = 0  # what may be left out from an earlier end need not be looked through again
        for end, spans in ways.items():
            if not joint.may_follow(self.text, end):
                continue
            first = max(end, seen) if joint.kind is Kind.OMISSION else end
            last = end + joint.reach + len(piece.solid)
            for hit in self.hits(piece, first, last):
                if joint.allows(self.text, end, hit.start):
                    found.setdefault(hit.end, (*spans, (end, hit.start)))
                if len(found) >= MOST_WAYS:
                    return dict(sorted(found.items()))
            seen = last - len(piece.solid) + 1
        return dict(sorted(found.items()))

    def before(self, ways: Ways, joint: Joint, piece: Skeleton) -> Ways:
        """Answer where a piece may begin that goes before one of the starts given, which fall."""
        found: Ways = {}
        seen = len(self.text.solid)
        for start, spans in ways.items():
            if not joint.may_precede(self.text, start):
                continue
            last = min(start, seen) if joint.kind is Kind.OMISSION else start
            first = max(0, start - joint.reach - len(piece.solid))
            for hit in self.hits(piece, first, last):
                if joint.allows(self.text, hit.end, start):
                    found.setdefault(hit.start, ((hit.end, start), *spans))
            seen = first + len(piece.solid) - 1
        return dict(sorted(found.items(), reverse=True)[:MOST_WAYS])


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
    behind: Ways = {hit.end: ()}
    before: Ways = {hit.start: ()}
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
    if start is None or end is None:
        return None
    return Match(start, end, (*before[start], *behind[end]))
