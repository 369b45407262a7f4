"""Sums of rows that belong together.

Notation: row ``k`` of an array belongs to segment ``target[k]``; the sum of a segment adds its
rows. The rows are wanted in an order of the summer's own choosing, so that whoever gathers them
can gather them in that order at no extra cost.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]
    Indices = NDArray[np.intp]

NARROW = 8
"""Up to this many columns one ``reduceat`` is best; with many it is some thirty times slower."""
LONG = 16
"""A segment of more rows than this is summed by itself."""


class NarrowSegments:
    """Sums segments of rows with few columns, in one call."""

    def __init__(self, target: Indices, size: int) -> None:
        self.order = np.argsort(target, kind="stable")
        self._size = size
        present, self._starts = np.unique(target[self.order], return_index=True)
        self._present = None if len(present) == size else present

    def __call__(self, rows: Numbers) -> Numbers:
        """The sum of every segment, from rows in ``order``. Shape (size, columns)."""
        if not len(rows):
            return np.zeros((self._size, *rows.shape[1:]))
        sums: Numbers = np.add.reduceat(rows, self._starts, axis=0)
        if self._present is None:
            return sums
        total = np.zeros((self._size, *rows.shape[1:]))
        total[self._present] = sums
        return total


class WideSegments:
    """Sums segments of rows with many columns: second rows onto first rows, then third rows, ...

    Segments are ranked by length, so those that have a j-th row are a prefix of the ranking and
    each pass adds one contiguous block to another (the jagged diagonal format; Saad 2003,
    section 11.5). Long segments come after and are summed one by one.
    """

    def __init__(self, target: Indices, size: int) -> None:
        counts = np.bincount(target, minlength=size)
        members = np.split(np.argsort(target, kind="stable"), np.cumsum(counts)[:-1])
        ranked = np.argsort(-counts, kind="stable").tolist()
        short = [segment for segment in ranked if 0 < counts[segment] <= LONG]
        long = [segment for segment in ranked if counts[segment] > LONG]
        longest = int(counts[short].max(initial=0))
        self._passes = [int(np.sum(counts[short] > place)) for place in range(longest)]
        self._lengths = [int(counts[segment]) for segment in long]
        diagonals = [
            members[segment][place : place + 1]
            for place, active in enumerate(self._passes)
            for segment in short[:active]
        ]
        blocks = [*diagonals, *(members[segment] for segment in long)]
        self.order: Indices = np.concatenate(blocks) if blocks else np.empty(0, dtype=np.intp)
        # Sums are left in the first rows, short segments and then long ones, and a row of zeros.
        self._place = np.full(size, len(short) + len(long), dtype=np.intp)
        self._place[short + long] = np.arange(len(short) + len(long))

    def __call__(self, rows: Numbers) -> Numbers:
        """The sum of every segment, from rows in ``order``. Shape (size, columns)."""
        first = self._passes[0] if self._passes else 0
        sums = np.zeros((first + len(self._lengths) + 1, rows.shape[1]))
        start = 0
        for active in self._passes:
            sums[:active] += rows[start : start + active]
            start += active
        for place, length in enumerate(self._lengths, first):
            np.add.reduce(rows[start : start + length], axis=0, out=sums[place])
            start += length
        return sums.take(self._place, axis=0)


def segments(target: Indices, size: int, columns: int) -> NarrowSegments | WideSegments:
    """A summer of rows into segments, for arrays with about so many columns.

    Args:
        target: the segment of every row, shape (rows,).
        size: the number of segments; those without rows sum to zero.
        columns: how many columns the rows will have.
    """
    return (NarrowSegments if columns <= NARROW else WideSegments)(target, size)
