"""The numbers with a range, in blocks that can be chosen independently of one another.

A row whose whole cuts into its ranges is one block; every other number is a block of its own. In a
block of joint degree 1, Z is an affine function of it for every answer when all else is held, so
the odds are a ratio of two, which has its extremes at corners.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from deciban.draws import Polytope, polytope_of
from deciban.findings.flipping.degree import degrees_of
from deciban.findings.flipping.solve import gradient_at
from deciban.findings.odds import Array
from deciban.model import Model

#: Numbers of one row whose corners are all listed; of longer rows only some are.
LISTED = 10
#: Corners listed of a longer row, for every number in it.
SOME = 8
#: A range as narrow as this is a point.
NARROW = 1e-12
#: As little as this, a whole range moves the odds by rounding alone (natural logarithm).
NOTHING = 1e-12
#: Sums this close to the whole are the whole.
SAME = 1e-9
SEED = 1918


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """Numbers that are chosen together.

    Attributes:
        numbers: their positions in the model.
        corners: where each of them can go to an end, shape (V, k).
        degree: the highest degree of Z in them together.
        whole: whether all corners are listed.
    """

    numbers: tuple[int, ...]
    corners: Array
    degree: int
    whole: bool = True

    @property
    def straight(self) -> bool:
        """Whether the extremes are at corners."""
        return self.degree <= 1

    def mixed(self, shares: Array) -> Array:
        """Answer the choice that mixes the corners by these shares, shape (k,)."""
        mixture: Array = shares @ self.corners
        return mixture


def blocks_that_matter(model: Model, query: int) -> tuple[Block, ...]:
    """Answer the blocks that the answer depends on at all.

    A block is left out where it does not move the odds at two points chosen at random inside the
    ranges: what is zero there is zero everywhere.
    """
    blocks = tuple(_blocks(model))
    if not blocks:
        return ()
    points = np.stack([generic(model, blocks, seed) for seed in (SEED, SEED + 1)], axis=1)
    log_z, gradient = gradient_at(model, query, points)
    possible = np.isfinite(log_z)
    high = np.where(possible[:, None], gradient, -np.inf).max(axis=0)
    low = np.where(possible[:, None], gradient, np.inf).min(axis=0)
    with np.errstate(invalid="ignore"):
        spread = np.nan_to_num(np.maximum(high - low, 0.0)).max(axis=1)
    return tuple(each for each in blocks if _moves(each, spread))


def generic(model: Model, blocks: Sequence[Block], seed: int) -> Array:
    """Answer a point at random inside the ranges, shape (n,)."""
    rng = np.random.default_rng(seed)
    point = model.centrals.copy()
    for block in blocks:
        point[list(block.numbers)] = block.mixed(rng.dirichlet(np.ones(len(block.corners))))
    return point


def _moves(block: Block, spread: Array) -> bool:
    width = np.ptp(block.corners, axis=0)
    return bool((spread[list(block.numbers)] * width > NOTHING).any())


def _blocks(model: Model) -> Iterator[Block]:
    degrees = degrees_of(model)
    low, high = ranges_of(model)
    bound: set[int] = set()
    for row in model.rows:
        polytope = polytope_of(model, row)
        if polytope.binds:
            bound.update(row.numbers)
            corners, whole = _corners(polytope)
            if len(corners) > 1:
                yield Block(row.numbers, corners, degrees.joint(row.numbers), whole)
    for place in range(len(model.numbers)):
        if place not in bound and high[place] - low[place] > NARROW:
            corners = np.array([[low[place]], [high[place]]])
            yield Block((place,), corners, degrees.joint((place,)))


def ranges_of(model: Model) -> tuple[Array, Array]:
    """Answer the lowest and the highest value of every number that its row leaves it.

    Returns:
        Two arrays of shape (n,).
    """
    low = np.array([number.low for number in model.numbers])
    high = np.array([number.high for number in model.numbers])
    for row in model.rows:
        polytope = polytope_of(model, row)
        low[list(row.numbers)], high[list(row.numbers)] = polytope.low, polytope.high
    return low, high


def _corners(polytope: Polytope) -> tuple[Array, bool]:
    """The corners of a row, and whether these are all."""
    free = int((polytope.high - polytope.low > NARROW).sum())
    if free == 0:
        return polytope.low[None, :], True
    if free > LISTED:
        return np.array([_fitted(polytope, each) for each in _some(polytope)]), False
    return np.array([_fitted(polytope, each) for each in polytope.vertices()]), True


def _some(polytope: Polytope) -> Iterator[Array]:
    """Corners at which numbers are filled up one after the other, in orders chosen at random."""
    rng = np.random.default_rng(SEED)
    size = len(polytope.low)
    for first in np.tile(np.arange(size), SOME):
        order = rng.permutation(size)
        corner, left = polytope.low.copy(), 1.0 - float(polytope.copies @ polytope.low)
        for number in (first, *order[order != first]):
            more = min(polytope.high[number] - corner[number], left / polytope.copies[number])
            corner[number] += more
            left -= more * polytope.copies[number]
        yield corner
    if polytope.rest:
        yield polytope.low.copy()


def _fitted(polytope: Polytope, corner: Array) -> Array:
    """A corner that adds up to the whole to the last digit, where it does but for rounding.

    What is left over must not come out negative, nor as a trace of what is nothing.
    """
    fitted: Array = corner.copy()
    largest = int(np.argmax(fitted * polytope.copies))
    left = 1.0 - math.fsum(polytope.copies * fitted)
    if abs(left) < SAME:
        fitted[largest] += left / polytope.copies[largest]
        while math.fsum(polytope.copies * fitted) > 1.0:
            fitted[largest] = np.nextafter(fitted[largest], 0.0)
    return fitted
