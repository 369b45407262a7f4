"""What all sets of blocks come to: shares, what is left of the gap, who changes sides.

Notation: ``d`` blocks; the sets of them are numbered, the first block the lowest bit; ``v[S]`` the
log-odds of one hypothesis in decibans, of the first debater with the blocks ``S`` as the second has
them; ``D`` all of them; ``|S|`` how many.
"""

from dataclasses import dataclass
from math import factorial
from typing import Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

from deciban.findings.odds import Array

Places: TypeAlias = NDArray[np.intp]

#: Gaps that differ by less are one: rounding must not choose between two sets.
SAME = 1e-9


@dataclass(frozen=True, slots=True)
class Left:
    """What settling sets of blocks leaves of the gap.

    Attributes:
        least: ``R*(k)`` for ``k`` from 0 to d, shape (d + 1,).
        best: for every ``k`` a set that leaves that; the smallest, shape (d + 1,).
    """

    least: Array
    best: Places


@dataclass(frozen=True, slots=True)
class Flip:
    """The smallest set whose concession makes somebody change sides.

    Attributes:
        chosen: the set; 0 where there is none.
        who: who changes sides by conceding it.
    """

    chosen: int
    who: Literal["", "a", "b", "both"]


def sizes(count: int) -> NDArray[np.uint8]:
    """Answer the size of each set of so many blocks, shape (2^count,)."""
    found = np.zeros(1, dtype=np.uint8)
    for _ in range(count):
        found = np.concatenate([found, found + np.uint8(1)])
    return found


def exact_shares(v: Array, count: int) -> Array:
    """Answer the Shapley share of each block, shape (d,), over all orders.

    A block that joins ``s`` others has them before it in ``s! (d - s - 1)!`` of the ``d!`` orders
    (Shapley 1953).
    """
    chance = np.array(
        [factorial(s) * factorial(count - s - 1) / factorial(count) for s in range(count)]
    )
    weight = chance[sizes(count - 1)] if count else np.empty(0)
    shares = np.empty(count)
    for block in range(count):
        pairs = v.reshape(-1, 2, 1 << block)
        gains = pairs[:, 1] - pairs[:, 0]
        shares[block] = np.vdot(weight, np.ascontiguousarray(gains))
    return shares


def residuals(v: Array) -> Array:
    """Answer ``R(S)`` for every set, shape (2^d,): what is left whichever side concedes it."""
    answer: Array = np.maximum(np.abs(v[-1] - v), np.abs(v[::-1] - v[0]))
    return answer


def least_left(left: Array, count: int) -> Left:
    """Answer how little of the gap any so many blocks can leave.

    Args:
        left: ``R(S)`` of every set.
        count: how many blocks.
    """
    size = sizes(count)
    least, best = np.empty(count + 1), np.zeros(count + 1, dtype=np.intp)
    order = np.argsort(size, kind="stable")
    ends = np.searchsorted(size[order], np.arange(count + 2))
    least[0], best[0] = left[0], 0
    for k in range(1, count + 1):
        these = order[ends[k] : ends[k + 1]]
        chosen = int(these[np.argmin(left[these])])
        better = left[chosen] < least[k - 1] - SAME
        least[k] = left[chosen] if better else least[k - 1]
        best[k] = chosen if better else best[k - 1]
    return Left(least, best)


def crux_set(found: Left, within: float) -> int:
    """Answer the smallest set that leaves no gap beyond ``within``; of these the closest."""
    enough = np.flatnonzero(found.least <= within + SAME)
    return int(found.best[enough[0]]) if len(enough) else int(found.best[-1])


def smallest_flip(a_flips: NDArray[np.bool_], b_flips: NDArray[np.bool_], left: Array) -> Flip:
    """Answer the smallest set that flips somebody; one that flips both before one that flips one.

    Args:
        a_flips: for every set, whether the first changes sides by conceding it.
        b_flips: whether the second does.
        left: ``R(S)`` of every set, which decides between sets that do the same.
    """
    some = np.flatnonzero(a_flips | b_flips)
    if not len(some):
        return Flip(0, "")
    size = sizes(len(left).bit_length() - 1)[some]
    some = some[size == size.min()]
    both = some[a_flips[some] & b_flips[some]]
    if len(both):
        return Flip(int(both[np.argmin(left[both])]), "both")
    chosen = int(some[np.argmin(left[some])])
    return Flip(chosen, "a" if a_flips[chosen] else "b")


def members(chosen: int, count: int) -> tuple[int, ...]:
    """Answer the blocks of a set."""
    return tuple(block for block in range(count) if chosen >> block & 1)
