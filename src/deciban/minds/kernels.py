"""What a role makes of a belief: ``K_r(m | B)``, and its product over several messages.

Honest says ``B`` but for the slip ``e``, which falls on the others alike; pushes says its line so;
inverts says any value but ``B``; guesses says any. Where evidence counts only in part, a kernel is
raised to the power ``k`` and made to add up to 1 over ``m`` again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np

from deciban.minds.columns import Array
from deciban.minds.mind import GUESSES, HONEST, PUSHES

#: How many of some messages there are: in all columns alike, or in each.
Count: TypeAlias = float | Array
#: How many name each value.
Counts: TypeAlias = Sequence[Count]


@dataclass(frozen=True, slots=True, eq=False)
class Kernels:
    """The kernels of all roles at one slip and one weight, as natural logarithms.

    Attributes:
        values: ``W``.
        meant: of the chance that what is meant is said, shape (N,) or ().
        slipped: of that of any one value that is not meant.
        own: of the chance that an inverter says what it believes.
        other: of that of any one other value.
    """

    values: int
    meant: Array
    slipped: Array
    own: Array
    other: Array

    @classmethod
    def of(cls, slip: Array, values: int, weight: Array) -> Kernels:
        """The kernels.

        Args:
            slip: ``e``, shape (N,) or ().
            values: ``W``.
            weight: ``k``, shape (N,) or ().
        """
        others = values - 1
        with np.errstate(divide="ignore"):
            meant, slipped = np.log1p(-slip), np.log(slip / others)
        meant, slipped = times(weight, meant), times(weight, slipped)
        whole = np.logaddexp(meant, np.log(others) + slipped)
        nothing = weight == 0.0
        even = -np.log(values)
        return cls(
            values,
            meant - whole,
            slipped - whole,
            np.where(nothing, even, -np.inf),
            np.where(nothing, even, -np.log(others)),
        )

    def product(self, role: int, counts: Counts, line: int | None) -> Array:
        """``log prod_j K_r(m_j | B)`` for every ``B``, shape (W, N); an axis of 1 where all agree.

        Args:
            role: ``r``.
            counts: how many of the messages name each value.
            line: the value that the source pushes.

        Raises:
            ValueError: it pushes, and no line is given.
        """
        total = sum(counts[1:], start=counts[0])
        if role == GUESSES:
            return _rows([np.asarray(total * -np.log(self.values))])
        if role == PUSHES:
            if line is None:
                message = "nothing is pushed"
                raise ValueError(message)
            return _rows([self._said(counts[line], total)])
        each = self._said if role == HONEST else self._denied
        return _rows([each(count, total) for count in counts])

    def _said(self, count: Count, total: Count) -> Array:
        return times(count, self.meant) + times(total - count, self.slipped)

    def _denied(self, count: Count, total: Count) -> Array:
        return times(count, self.own) + times(total - count, self.other)


def times(count: Count, logarithm: Array) -> Array:
    """The logarithm of a power; nothing to the power of nothing is 1."""
    if np.isneginf(logarithm).any():
        with np.errstate(invalid="ignore"):
            return np.where(np.equal(count, 0), 0.0, count * logarithm)
    return np.asarray(count * logarithm)


def _rows(rows: Sequence[Array]) -> Array:
    """Arrays of shape (N,) or () one under another, shape (rows, N) or (rows, 1)."""
    return np.stack(np.broadcast_arrays(*(np.atleast_1d(row) for row in rows)))


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
