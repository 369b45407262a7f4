"""What there is to draw in a row whose whole binds.

Notation: as in ``deciban.draws.shared_whole``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from deciban.draws.measure import Box, density

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from deciban.draws.measure import Array
    from deciban.model.model import Measure


@dataclass(frozen=True, slots=True, eq=False)
class Parts:
    """The parts of a whole.

    Attributes:
        numbers: how many of them are numbers. What is left over, if anything may be, comes last.
        copies: ``m``, shape (parts,).
        low: ``l``, shape (parts,).
        high: shape (parts,).
        measures: what each is uniform in, (parts).
        whole: ``T``, between 0 and the sum of the widths.
    """

    numbers: int
    copies: Array
    low: Array
    high: Array
    measures: tuple[Measure, ...]
    whole: float

    def __len__(self) -> int:
        return len(self.low)

    @property
    def width(self) -> Array:
        """``w``, shape (parts,)."""
        answer: Array = self.copies * (self.high - self.low)
        return answer

    @property
    def odds(self) -> tuple[int, ...]:
        """The parts in decibans."""
        return tuple(i for i, measure in enumerate(self.measures) if measure == "decibans")

    def box(self, places: Sequence[int]) -> Box:
        """The ranges of some parts."""
        taken = list(places)
        return Box.of(self.low[taken], self.high[taken], [self.measures[i] for i in taken])

    def values(self, shares: Array) -> Array:
        """``x`` for ``y``, shape (parts, draws)."""
        answer: Array = self.low[:, None] + shares / self.copies[:, None]
        return answer

    def shares(self, values: Array, places: Sequence[int]) -> Array:
        """``y`` of some parts for their ``x``, shape (places, draws)."""
        taken = list(places)
        answer: Array = (values - self.low[taken, None]) * self.copies[taken, None]
        return answer

    def fit(self, shares: Array) -> NDArray[np.bool_]:
        """Which draws keep every part in its range, shape (draws,)."""
        width = self.width[:, None]
        inside: NDArray[np.bool_] = np.logical_and.reduce(
            (shares >= 0.0) & (shares <= width), axis=0
        )
        return inside

    def favour(self, shares: Array, places: Sequence[int]) -> Array:
        """``g`` of the parts in decibans among some, beside the most it can be, shape (draws,)."""
        answer = np.ones(shares.shape[1])
        for place in places:
            if self.measures[place] == "decibans":
                value = self.low[place] + shares[place] / self.copies[place]
                most = max(density(self.low[place]), density(self.high[place]))
                answer *= np.minimum(density(value) / most, 1.0)
        return answer
