"""A text with corrections in it, that still knows where everything stood."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from deciban.read.mend.record import Edit, Mend


@dataclass(frozen=True, slots=True)
class Cut:
    """A correction: ``start:end`` of the original became ``text``, at ``now`` in the new text.

    ``owners`` are the mistakes it corrects, ``certain`` whether all of it is.
    """

    start: int
    end: int
    text: str
    now: int
    owners: tuple[int, ...]
    certain: bool

    @property
    def now_end(self) -> int:
        """Offset just past it in the corrected text."""
        return self.now + len(self.text)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A new edit or an old cut, in the working text, before they are merged."""

    start: int
    end: int
    edit: Edit | None
    owners: tuple[int, ...]
    certain: bool


class Working:
    """A working copy: the original text with every correction so far."""

    __slots__ = ("_starts", "cuts", "text")

    def __init__(self, original: str) -> None:
        self.text = original
        self.cuts: list[Cut] = []
        self._starts: list[int] = []

    def copy(self) -> "Working":
        """The same text with the same corrections, to come back to."""
        other = Working(self.text)
        other.cuts, other._starts = list(self.cuts), list(self._starts)
        return other

    def blank(self, blanked: str) -> None:
        """Puts spaces for characters that YAML refuses; ``blanked`` is as long as the text."""
        self.text = blanked

    def apply(self, mends: Sequence[Mend], first_owner: int) -> None:
        """Corrects the text; the mends are numbered from ``first_owner``, in order.

        Edits of one call must not overlap. One that touches an earlier correction is merged
        with it, and both mistakes are then corrected by the same cut.
        """
        pieces = [_Piece(cut.now, cut.now_end, None, cut.owners, cut.certain) for cut in self.cuts]
        for owner, mend in enumerate(mends, first_owner):
            if edit := mend.edit:
                pieces.append(_Piece(edit.start, edit.end, edit, (owner,), mend.certain))
        pieces.sort(key=lambda piece: (piece.start, piece.end))
        self._replace(_clusters(pieces))

    def _replace(self, clusters: Sequence[Sequence[_Piece]]) -> None:
        cuts: list[Cut] = []
        written: list[str] = []
        length = done = 0
        for cluster in clusters:
            start, end = cluster[0].start, max(piece.end for piece in cluster)
            written += (self.text[done:start], self._edited(cluster, start, end))
            length += start - done
            owners = tuple(owner for piece in cluster for owner in piece.owners)
            certain = all(piece.certain for piece in cluster)
            # The widest reading of both ends: a deletion at either edge belongs to the cluster.
            place = self.original_end(start), self.original_start(end)
            cuts.append(Cut(*place, written[-1], length, owners, certain))
            length += len(written[-1])
            done = end
        self.text = "".join([*written, self.text[done:]])
        self.cuts = cuts
        self._starts = [cut.now for cut in cuts]

    def _edited(self, cluster: Sequence[_Piece], start: int, end: int) -> str:
        parts: list[str] = []
        for piece in cluster:
            if piece.edit:
                parts += (self.text[start : piece.start], piece.edit.text)
                start = piece.end
        return "".join([*parts, self.text[start:end]])

    def original_start(self, offset: int) -> int:
        """Where a stretch that begins at ``offset`` begins in the original."""
        found = bisect_right(self._starts, offset) - 1
        if found < 0:
            return offset
        cut = self.cuts[found]
        return cut.start if offset < cut.now_end else offset - cut.now_end + cut.end

    def original_end(self, offset: int) -> int:
        """Where a stretch that ends at ``offset`` ends in the original."""
        found = bisect_left(self._starts, offset) - 1
        if found < 0:
            return offset
        cut = self.cuts[found]
        return cut.end if offset < cut.now_end else offset - cut.now_end + cut.end


def _clusters(pieces: Sequence[_Piece]) -> list[list[_Piece]]:
    """Pieces in order, those that overlap or touch at a point together."""
    clusters: list[list[_Piece]] = []
    reach = -1
    for piece in pieces:
        pointlike = piece.start == piece.end or (
            clusters and clusters[-1][-1].start == clusters[-1][-1].end
        )
        if clusters and (piece.start < reach or (pointlike and piece.start == reach)):
            clusters[-1].append(piece)
        else:
            clusters.append([piece])
        reach = max(reach, piece.end)
    return clusters
