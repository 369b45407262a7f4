"""Draws of every written number of a model from the ranges it was written with.

Numbers are independent and uniform, each in its own measure: a probability in itself, a number in
decibans in its log-odds, a ratio in its logarithm. Those that share a whole are so *given* that
they fit in it (``deciban.draws.shared_whole``). A number without a range, or one to which its row
leaves none, stays at its central value exactly.

Draws come in blocks, each spread evenly over every range by itself (``deciban.draws.strata``), and
each from a random stream of its own. So blocks are independent replicates, from whose spread a
standard error can be had, and the draws of a shorter run are the first draws of a longer one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from deciban.draws.measure import Box
from deciban.draws.parts import Parts
from deciban.draws.polytope import polytope_of
from deciban.draws.shared_whole import SharedWhole
from deciban.draws.strata import latin_hypercube

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from deciban.draws.measure import Array
    from deciban.draws.polytope import Polytope
    from deciban.model import Model, Row

SEED = 1941
BLOCK = 1000
NO_RANGE = 1e-13
"""A range that a row has narrowed down to this is the rounding of a point."""
EPSILON = float(np.finfo(np.float64).eps)


def draws(model: Model, count: int, *, seed: int = SEED, chunk: int = BLOCK) -> Iterator[Array]:
    """Answer draws of all numbers, block by block.

    Args:
        model: the model.
        count: how many draws in all.
        seed: everything follows from it.
        chunk: how many draws a block holds, at most 65,536; the last may hold fewer. Other blocks
            are other draws.

    Yields:
        The numbers in the order of the model, shape (numbers, draws of the block); a fresh array.

    Raises:
        ValueError: the count is negative, or a block of such a size cannot be made.
    """
    if count < 0 or not 0 < chunk <= 2**16:
        message = f"{count} draws in blocks of {chunk}"
        raise ValueError(message)
    sampler = _sampler(model)
    for number, start in enumerate(range(0, count, chunk)):
        block = sampler.block(np.random.Generator(np.random.SFC64([seed, number])), chunk)
        yield block if start + chunk <= count else block[:, : count - start].copy()


def uncertain(model: Model) -> bool:
    """Answer whether any number can differ from its central value."""
    sampler = _sampler(model)
    return bool(sampler.alone.size or sampler.shared)


@dataclass(frozen=True, slots=True, eq=False)
class _Sampler:
    """How to draw a block of a model's numbers.

    Attributes:
        centrals: the central values, shape (numbers,).
        alone: the numbers with a range of their own.
        box: their ranges.
        shared: by the numbers that share a whole, how to draw them.
        full: numbers that may come to fill their whole, with their copies and what is theirs.
    """

    centrals: Array
    alone: NDArray[np.intp]
    box: Box
    shared: tuple[tuple[NDArray[np.intp], SharedWhole], ...]
    full: tuple[tuple[NDArray[np.intp], Array, float], ...]

    def block(self, random: np.random.Generator, count: int) -> Array:
        """Answer one block, shape (numbers, count)."""
        answer = np.empty((len(self.centrals), count))
        answer[:] = self.centrals[:, None]
        values = latin_hypercube(random, len(self.alone), count)
        self.box.place(values)
        answer[self.alone] = values
        for numbers, whole in self.shared:
            answer[numbers] = whole.draw(random, count)
        for numbers, copies, theirs in self.full:
            total = copies @ answer[numbers]
            if total.max() > theirs:
                answer[numbers] *= np.minimum(1.0, theirs / np.maximum(total, theirs))
        return answer


def _sampler(model: Model) -> _Sampler:
    """The sampler of a model, made at the first asking."""
    kept = model.memo.get("draws")
    if not isinstance(kept, _Sampler):
        kept = model.memo["draws"] = _made(model)
    return kept


def _made(model: Model) -> _Sampler:
    low = np.array([number.low for number in model.numbers])
    high = np.array([number.high for number in model.numbers])
    ranged = low < high
    shared, full = [], []
    for row in model.rows:
        polytope = polytope_of(model, row)
        numbers = np.array(row.numbers, dtype=np.intp)
        low[numbers], high[numbers] = polytope.low, polytope.high
        ranged[numbers] &= polytope.high - polytope.low > NO_RANGE
        moving = np.flatnonzero(ranged[numbers])
        if not moving.size:
            continue
        theirs = _theirs(model, row, moving)
        if polytope.binds:
            parts = _parts(model, polytope, moving, theirs)
            shared.append((numbers[moving], SharedWhole.of(parts)))
            ranged[numbers] = False
        if row.rest and float(polytope.copies @ polytope.high) > 1.0 - NO_RANGE:
            limit = theirs - len(moving) * EPSILON
            full.append((numbers[moving], polytope.copies[moving], limit))
    alone = np.flatnonzero(ranged)
    box = Box.of(low[alone], high[alone], [model.numbers[number].measure for number in alone])
    return _Sampler(model.centrals, alone, box, tuple(shared), tuple(full))


def _theirs(model: Model, row: Row, moving: NDArray[np.intp]) -> float:
    """What the numbers of a row that stand still leave to those that move."""
    still = [place for place in range(len(row.numbers)) if place not in moving]
    return 1.0 - float(
        sum(row.copies[place] * model.centrals[row.numbers[place]] for place in still)
    )


def _parts(model: Model, polytope: Polytope, moving: NDArray[np.intp], theirs: float) -> Parts:
    """What there is to draw in a row."""
    copies, low, high = (each[moving] for each in (polytope.copies, polytope.low, polytope.high))
    measures = [model.numbers[polytope.numbers[place]].measure for place in moving]
    whole = max(theirs - float(copies @ low), 0.0)
    if polytope.rest:
        copies, low = np.append(copies, 1.0), np.append(low, 0.0)
        high = np.append(high, whole)
        measures.append("probability")
    whole = min(whole, float(copies @ (high - low)))
    return Parts(len(moving), copies, low, high, tuple(measures), whole)
