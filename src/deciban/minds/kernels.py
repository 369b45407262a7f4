"""What a role makes of a belief: ``K_r(m | B)``, and its product over several messages.

Honest says ``B`` but for the slip ``e``, which falls on the others alike; pushes says its line so;
inverts says any value but ``B``; guesses says any. Where evidence counts only in part, a kernel is
raised to the power ``k`` and made to add up to 1 over ``m`` again.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np

from deciban.minds.columns import Array
from deciban.minds.mind import GUESSES, HONEST, PUSHES

#: How many of some messages there are: in all columns alike, or in each.
Count: TypeAlias = int | Array
#: How many name each value.
Counts: TypeAlias = Sequence[Count]
#: Stands for the logarithm of nothing: its exponential is.
NOTHING = -745.0


@dataclass(frozen=True, slots=True, eq=False)
class Kernels:
    """The kernels of all roles at one slip and one weight.

    Attributes:
        values: ``W``.
        meant: the logarithm of the chance that what is meant is said, shape (N,) or ().
        slipped: that of any one value that is not meant.
        own: the chance that an inverter says what it believes: 0, unless evidence counts nothing.
        other: the logarithm of the chance of any one other value.
    """

    values: int
    meant: Array
    slipped: Array
    own: Array
    other: Array

    @classmethod
    def of(cls, slip: float, values: int, weight: Array) -> Kernels:
        """The kernels.

        Args:
            slip: ``e``.
            values: ``W``.
            weight: ``k``, shape (N,) or ().
        """
        others = values - 1
        nothing = weight == 0.0
        meant, slipped = _log(1.0 - slip) * weight, _log(slip / others) * weight
        whole = np.logaddexp(meant, np.log(others) + slipped)
        even = -np.log(values)
        return cls(
            values,
            meant - whole,
            slipped - whole,
            np.where(nothing, 1.0 / values, 0.0),
            np.where(nothing, even, -np.log(others)),
        )

    def product(self, role: int, counts: Counts, line: int | None) -> Array:
        """``prod_j K_r(m_j | B)`` for every ``B``, shape (W, N); an axis of 1 where all are alike.

        Args:
            role: ``r``.
            counts: how many of the messages name each value.
            line: the value that the source pushes.
        """
        total = sum(counts[1:], start=counts[0])
        if role == GUESSES:
            return _rows([np.exp(total * -np.log(self.values))])
        if role == PUSHES:
            if line is None:
                message = "nothing is pushed"
                raise ValueError(message)
            return _rows([self._said(counts[line], total)])
        each = self._said if role == HONEST else self._denied
        return _rows([each(count, total) for count in counts])

    def _said(self, count: Count, total: Count) -> Array:
        answer: Array = np.exp(total * self.slipped + count * (self.meant - self.slipped))
        return answer

    def _denied(self, count: Count, total: Count) -> Array:
        answer: Array = np.power(self.own, count) * np.exp((total - count) * self.other)
        return answer


def _rows(rows: Sequence[Array | np.float64]) -> Array:
    """Arrays of shape (N,) or () one under another, shape (rows, N) or (rows, 1)."""
    return np.stack(np.broadcast_arrays(*(np.atleast_1d(row) for row in rows)))


def _log(chance: float) -> float:
    """A logarithm that stays finite, so that nothing to the power of nothing is 1."""
    return math.log(chance) if chance > 0.0 else NOTHING


def heard(kernel: Array, competence: Array) -> Array:
    """``sum_B P(B | w) kernel(B)`` for every ``w``: what is said by one who is right with ``c``.

    Args:
        kernel: shape (W, N), or (1, N) where it is the same for every ``B``; ``N`` may be 1.
        competence: ``c``, shape (N,) or ().
    """
    if len(kernel) == 1:
        return kernel
    wrong = (1.0 - competence) / (len(kernel) - 1)
    answer: Array = wrong * kernel.sum(axis=0) + (competence - wrong) * kernel
    return answer
