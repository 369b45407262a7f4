"""The choices that a row's ranges leave: a box cut by the whole that its numbers share.

Notation: as in ``deciban.model.row``: number ``i`` stands ``m_i`` times in the row, at ``x_i``
between ``l_i`` and ``h_i``, and ``S = sum of m_i x_i`` is 1, or at most 1 with something left over.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deciban.model import Model, Row

Array: TypeAlias = NDArray[np.float64]

SAME = 1e-9
"""Sums this close are one: what is written in decimals does not add up to the last digit."""


@dataclass(frozen=True, slots=True, eq=False)
class Polytope:
    """The choices for the numbers of one row.

    Attributes:
        numbers: their positions in ``Model.numbers``.
        copies: ``m_i``, shape (k,).
        low: ``l_i``, raised to the least that the others can leave, shape (k,).
        high: ``h_i``, lowered to the most that the others can leave, shape (k,).
        rest: whether something may be left over.
    """

    numbers: tuple[int, ...]
    copies: Array
    low: Array
    high: Array
    rest: bool

    @property
    def binds(self) -> bool:
        """Whether the shared whole cuts off any part of the box."""
        return not self.rest or float(self.copies @ self.high) > 1.0 + SAME

    def vertices(self) -> Array:
        """Every corner of the polytope, each once, shape (corners, k).

        At a corner all numbers but at most one stand at an end of their ranges; the last one, if
        any, takes what the whole leaves it.
        """
        corners = {tuple(corner.round(12).tolist()): corner for corner in self._corners()}
        return np.array(list(corners.values()), dtype=np.float64)

    def _corners(self) -> Iterator[Array]:
        ends = [sorted({low, high}) for low, high in zip(self.low, self.high, strict=True)]
        if not self.binds or self.rest:
            for choice in product(*ends):
                corner = np.array(choice)
                if not self.binds or float(self.copies @ corner) <= 1.0 + SAME:
                    yield corner
        if self.binds:
            yield from self._on_the_whole(ends)

    def _on_the_whole(self, ends: list[list[float]]) -> Iterator[Array]:
        """Corners at which the numbers add up to 1."""
        for free in range(len(ends)):
            others = [[0.0] if place == free else each for place, each in enumerate(ends)]
            for choice in product(*others):
                corner = np.array(choice)
                left = (1.0 - float(self.copies @ corner)) / float(self.copies[free])
                if self.low[free] - SAME <= left <= self.high[free] + SAME:
                    corner[free] = min(max(left, self.low[free]), self.high[free])
                    yield corner


def polytope_of(model: Model, row: Row) -> Polytope:
    """Answer the choices that a row's ranges leave.

    Raises:
        ValueError: they leave none; whoever read the row has reported that.
    """
    copies = np.array(row.copies, dtype=np.float64)
    low = np.array([model.numbers[number].low for number in row.numbers])
    high = np.array([model.numbers[number].high for number in row.numbers])
    least, most = float(copies @ low), float(copies @ high)
    if least > 1.0 + 1e-5 or (not row.rest and most < 1.0 - 1e-5):
        message = f"no choice of the numbers {row.numbers} adds up to a whole"
        raise ValueError(message)
    tight_high = np.minimum(high, np.maximum(low, (1.0 - (least - copies * low)) / copies))
    tight_low = low
    if not row.rest:
        tight_low = np.maximum(low, np.minimum(high, (1.0 - (most - copies * high)) / copies))
    return Polytope(row.numbers, copies, tight_low, np.maximum(tight_low, tight_high), row.rest)
