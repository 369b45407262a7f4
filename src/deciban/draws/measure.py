"""What a range is uniform in: probability itself, its log-odds, or the logarithm of a ratio.

Notation: ``t`` is the scale a number is uniform in, ``t = x``, ``log(x / (1 - x))`` or ``log x``.
Seen from ``x`` the density of a number in decibans is ``g(x) = 1 / (x (1 - x))``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deciban.model.model import Measure

Array: TypeAlias = NDArray[np.float64]

SMALLEST = 1e-300
"""Stands for 0 where a logarithm is taken, since ranges in decibans end above it."""
LARGEST = 1.0 - 2.0**-53
"""Stands for 1 where log-odds are taken."""


@dataclass(frozen=True, slots=True, eq=False)
class Box:
    """Ranges side by side, each with what it is uniform in.

    Attributes:
        low: shape (k,).
        high: shape (k,).
        odds: positions of those in decibans.
        ratios: positions of those that are ratios.
    """

    low: Array
    high: Array
    odds: NDArray[np.intp]
    ratios: NDArray[np.intp]

    @classmethod
    def of(cls, low: Array, high: Array, measures: Sequence[Measure]) -> Box:
        """The box of some ranges in their measures."""
        odds = [place for place, measure in enumerate(measures) if measure == "decibans"]
        ratios = [place for place, measure in enumerate(measures) if measure == "ratio"]
        return cls(low, high, np.array(odds, dtype=np.intp), np.array(ratios, dtype=np.intp))

    def place(self, uniform: Array) -> None:
        """Takes numbers in 0..1 to where they fall in their ranges, in place.

        Args:
            uniform: shape (k, draws); written.
        """
        start, end = self.low.copy(), self.high.copy()
        for ends in (start, end):
            ends[self.odds] = log_odds(ends[self.odds])
            ends[self.ratios] = np.log(np.maximum(ends[self.ratios], SMALLEST))
        uniform *= (end - start)[:, None]
        uniform += start[:, None]
        for places, back in ((self.odds, probability), (self.ratios, np.exp)):
            if places.size:
                low, high = self.low[places, None], self.high[places, None]
                uniform[places] = np.clip(back(uniform[places]), low, high)


def log_odds(x: Array) -> Array:
    """The natural log-odds of probabilities, finite even at 0 and 1."""
    inside = np.clip(x, SMALLEST, LARGEST)
    answer: Array = np.log(inside) - np.log1p(-inside)
    return answer


def probability(t: Array) -> Array:
    """The probability whose natural log-odds are ``t``."""
    answer: Array = 1.0 / (1.0 + np.exp(-t))
    return answer


def density(x: Array) -> Array:
    """``g(x)``: how much denser than evenly a number in decibans lies at ``x``."""
    inside = np.clip(x, SMALLEST, LARGEST)
    answer: Array = 1.0 / (inside * (1.0 - inside))
    return answer
