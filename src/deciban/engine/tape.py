"""A tape: calls on arrays that already exist, in the order they are to be made.

Planning decides shapes once, so a run need not look anything up: it makes the calls. What the calls
mean is a semiring's business: the same tape serves plain numbers and their logarithms.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Array = NDArray[np.float64]


Op = tuple[Callable[..., object], tuple[object, ...]]
"""A ufunc or its ``reduce``, and its arguments, the output among them."""

CHAINED = 4
"""Up to this many summands, additions one by one beat a reduction for small tables."""


@dataclass(frozen=True, slots=True)
class Semiring:
    """What multiplying and adding mean.

    Attributes:
        multiply: the ufunc that multiplies.
        add: the ufunc that adds.
        one: what multiplying by leaves unchanged.
    """

    multiply: np.ufunc
    add: np.ufunc
    one: float


LINEAR = Semiring(np.multiply, np.add, 1.0)
"""Plain numbers: fast, and exact while nothing underflows."""
LOGARITHMIC = Semiring(np.add, np.logaddexp, 0.0)
"""Logarithms of numbers: some twenty times slower, and never out of range."""


@dataclass(frozen=True, slots=True)
class Stage:
    """The calls that make one array.

    Attributes:
        ops: the calls, in order.
        made: the array they make.
        key: its number.
        sources: the numbers of the arrays it is made from.
        summed: the most terms that any cell of it adds up.
    """

    ops: tuple[Op, ...]
    made: Array
    key: int
    sources: tuple[int, ...]
    summed: int


class Arena:
    """Memory for intermediate arrays, used again once an array is given back."""

    def __init__(self) -> None:
        self._sizes: list[int] = []
        self._idle: list[Array] = []  # smallest first, their sizes in ``_sizes``
        self._owned: dict[int, Array] = {}

    def take(self, shape: tuple[int, ...]) -> Array:
        """An array of the shape, its contents undefined."""
        size = math.prod(shape)
        place = bisect_left(self._sizes, size)
        if place < len(self._sizes):
            self._sizes.pop(place)
            block = self._idle.pop(place)
        else:
            block = np.empty(size)
            self._owned[id(block)] = block
        return block[:size].reshape(shape)

    def give_back(self, array: Array) -> None:
        """Allows the memory of an array to be used again; one not taken here is left alone."""
        block = self._owned.get(id(array.base))
        if block is not None:
            place = bisect_left(self._sizes, block.size)
            self._sizes.insert(place, block.size)
            self._idle.insert(place, block)


class Writer:
    """Writes the calls for products and sums, allotting memory for what they make."""

    def __init__(self, semiring: Semiring, arena: Arena) -> None:
        self.semiring = semiring
        self.arena = arena
        self.ops: list[Op] = []

    def finished(self) -> tuple[Op, ...]:
        """The calls written since last asked."""
        ops, self.ops = tuple(self.ops), []
        return ops

    def copy(self, source: Array, out: Array) -> None:
        """Copies, repeating the source along axes where it has size 1."""
        self.ops.append((np.positive, (source, out)))

    def product(self, left: Array, right: Array, out: Array | None = None) -> Array:
        """Multiplies two arrays cell by cell, repeating along axes of size 1."""
        if out is None:
            out = self.arena.take(np.broadcast_shapes(left.shape, right.shape))
        self.ops.append((self.semiring.multiply, (left, right, out)))
        return out

    def sum(self, source: Array, axis: int, out: Array | None = None) -> Array:
        """Sums over one axis, which is dropped."""
        parts = np.moveaxis(source, axis, 0)
        if len(parts) == 1 and out is None:
            alias: Array = parts[0]
            return alias
        if out is None:
            out = self.arena.take(parts.shape[1:])
        if len(parts) == 1:
            self.copy(parts[0], out)
        elif len(parts) <= CHAINED:
            totals = [parts[0], *[out] * (len(parts) - 1)]
            for (total, following), part in zip(pairwise(totals), parts[1:], strict=True):
                self.ops.append((self.semiring.add, (total, part, following)))
        else:
            self.ops.append((self.semiring.add.reduce, (parts, 0, None, out)))
        return out

    def contract(self, left: Array, right: Array, axes: Sequence[int], out: Array | None) -> Array:
        """Multiplies, then sums over axes, which are kept at size 1 until the end."""
        if not axes:
            return self.product(left, right, out)
        total = self.product(left, right)
        for axis in sorted(axes, reverse=True):
            last = axis == min(axes)
            summed = self.sum(total, axis, out if last else None)
            if summed.base is not total.base:
                self.arena.give_back(total)
            total = summed
        return total


def play(ops: Sequence[Op]) -> None:
    """Makes the calls."""
    for call, arguments in ops:
        call(*arguments)
