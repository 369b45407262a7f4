"""Log-odds of hypotheses from log Z, in decibans, safe where something is impossible.

Notation: H hypotheses, S sets of items (or nothing). ``log_z[h]`` is the natural logarithm of
``P(hypothesis h, what is given)``.
"""

import math
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Array: TypeAlias = NDArray[np.float64]

#: Decibans in one unit of the natural logarithm: ``10 * log10(e)``.
DECIBANS = 10.0 / math.log(10.0)


def log_odds(log_z: Array, against: int | None = None) -> Array:
    """Answer the log-odds of each hypothesis in decibans, shape (H[, S]).

    Args:
        log_z: shape (H[, S]); minus infinity where impossible.
        against: one hypothesis to compare with; all the others together when None.

    Returns:
        Plus or minus infinity where one side is impossible; zero for ``against`` itself.
    """
    odds = np.empty_like(log_z)
    for place in range(len(log_z)):
        if against is None:
            other = np.logaddexp.reduce(np.delete(log_z, place, axis=0), axis=0)
        else:
            other = log_z[against]
        odds[place] = minus(log_z[place], other)
    return odds * DECIBANS


def minus(one: Array, other: Array) -> Array:
    """Answer ``one - other``; zero where both are the same infinity, since nothing moved."""
    same = one == other
    with np.errstate(invalid="ignore"):
        return np.where(same, 0.0, one - other)
