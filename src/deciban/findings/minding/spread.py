"""How a figure is spread over weighted columns: its mean, and the middle 90%."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from deciban.findings.odds import Array

ENDS = (0.05, 0.95)


@dataclass(frozen=True, slots=True)
class Spread:
    """A distribution in three numbers.

    Attributes:
        mean: the weighted mean.
        low: the point below which 5% of the weight lies.
        high: the point above which 5% does.
    """

    mean: float
    low: float
    high: float


def spread(values: Array, weights: Array) -> Spread:
    """Answer how values are spread.

    Args:
        values: shape (N,), or () where it is the same in all columns.
        weights: shape (N,), not all zero.
    """
    values = np.broadcast_to(values, weights.shape)
    order = np.argsort(values, kind="stable")
    reached = np.cumsum(weights[order]) / weights.sum()
    last = len(values) - 1
    low, high = (
        float(values[order[min(int(np.searchsorted(reached, end)), last)]]) for end in ENDS
    )
    return Spread(mean(values, weights), low, high)


def mean(values: Array, weights: Array) -> float:
    """Answer the weighted mean, within what the values span."""
    return float(np.clip(values @ weights / weights.sum(), values.min(), values.max()))
