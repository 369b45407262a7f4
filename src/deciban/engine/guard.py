"""Keeps every table of a run within the range of a double.

Notation: a bound is in bits: the cells of a table that are not zero lie between ``2**-low`` and
``2**high``. A product's bounds are at most the sums of its factors'; adding ``k`` terms adds
``log2 k`` to ``high``.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from deciban.engine.tape import play

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from deciban.engine.tape import Stage

    Array = NDArray[np.float64]

STORED_BITS = 400.0
"""The widest bound of a stored table: two such may be multiplied, and their product summed."""


class Guard:
    """The bounds of every table and adjoint, kept while the stages that make them are played."""

    def __init__(self, low: Sequence[float], high: Sequence[float], tables: int) -> None:
        """Starts from the leaves' bounds.

        Args:
            low: how small the cells of every leaf get.
            high: how large.
            tables: how many tables there are, leaves included.
        """
        unknown = [0.0] * (2 * tables - len(low))
        self._low = [*low, *unknown]
        self._high = [*high, *unknown]
        self._fits = max(*low, *high) <= STORED_BITS

    def play(self, stages: Iterable[Stage], shift: Array | None) -> bool:
        """Plays stages, scaling where a bound grows too wide; whether that was always enough.

        Args:
            stages: what to play.
            shift: where to add up the powers of two taken out, shape (H, W); or None.
        """
        if not self._fits:
            return False
        for stage in stages:
            play(stage.ops)
            low = sum(self._low[source] for source in stage.sources)
            high = sum(self._high[source] for source in stage.sources) + math.log2(stage.summed)
            if max(low, high) > STORED_BITS:
                exponent = _rescale(stage.made)
                if shift is not None:
                    shift += exponent
                low, high = _bits(stage.made)
                self._fits = low <= STORED_BITS
                if not self._fits:
                    return False
            self._low[stage.key], self._high[stage.key] = low, high
        return True


def _bits(table: Array) -> tuple[float, float]:
    """How small and how large the cells get that are not zero; never below 0."""
    smallest = float(np.min(table, where=table > 0, initial=1.0))
    largest = float(np.max(table, initial=1.0))
    return -math.log2(smallest), math.log2(largest)


def _rescale(table: Array) -> NDArray[np.int32]:
    """Brings the largest cell of every lane and column to between a half and one.

    Returns:
        The powers of two taken out, shape (H or 1, W or 1).
    """
    largest = table.max(axis=tuple(range(1, table.ndim - 1)))
    exponent: NDArray[np.int32] = np.frexp(largest)[1]
    between = (len(table), *[1] * (table.ndim - 2), table.shape[-1])
    np.ldexp(table, -exponent.reshape(between), out=table)
    return exponent
