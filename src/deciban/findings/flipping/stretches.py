"""The ways on which a number can be moved from where it stands, and what moves along with it.

Notation: ``n`` written numbers; ``C`` points, the columns of an array (n, C). A *walk* leaves a
point in one direction; it is a sequence of straight *stretches*, one for each leg
(``deciban.model.row``).
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from deciban.findings.odds import Array
from deciban.model import Model
from deciban.model.row import Leg, legs_of

#: As far as a ratio of likelihoods is followed: 120 dB.
LARGEST_RATIO = 1e12


@dataclass(frozen=True, slots=True)
class Stretch:
    """A straight piece of the way that a number is moved on.

    Attributes:
        column: the point it sets out from, for all numbers that do not move.
        leg: the number and what moves along.
        near: the number's value where the stretch begins.
        far: its value where it ends.
    """

    column: int
    leg: Leg
    near: float
    far: float

    @property
    def moved(self) -> tuple[int, ...]:
        """The numbers that move, the one that is moved first."""
        return (self.leg.number, *self.leg.others)

    def values_at(self, value: float) -> tuple[float, ...]:
        """Where they stand when the number stands at ``value``."""
        return (value, *self.leg.others_at(value))


Walk = tuple[Stretch, ...]


def walks_of(model: Model, number: int, start: float, column: int = 0) -> tuple[Walk, Walk]:
    """Answer the walks of a number, downwards and upwards.

    Args:
        model: the model.
        number: the number to be moved.
        start: where it stands.
        column: the point where all numbers stand.
    """
    legs = [_bounded(leg) for leg in legs_of(model, number)]
    down = tuple(
        Stretch(column, leg, min(leg.end, start), leg.start)
        for leg in reversed(legs)
        if leg.start < start
    )
    up = tuple(
        Stretch(column, leg, max(leg.start, start), leg.end) for leg in legs if leg.end > start
    )
    return down, up


def _bounded(leg: Leg) -> Leg:
    return Leg(leg.number, leg.start, LARGEST_RATIO) if math.isinf(leg.end) else leg


def points_on(points: Array, places: Sequence[tuple[Stretch, float]]) -> Array:
    """Answer the numbers when some of them have been moved.

    Args:
        points: where the stretches set out from, shape (n, C).
        places: stretches, each with a value of the number that is moved.

    Returns:
        Shape (n, places).
    """
    columns: Array = points[:, [stretch.column for stretch, _ in places]]
    where, moved = index_of([stretch for stretch, _ in places])
    columns[moved, where] = [value for stretch, at in places for value in stretch.values_at(at)]
    return columns


def index_of(stretches: Sequence[Stretch]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Answer, for every number that some stretch moves, the stretch and the number."""
    pairs = [(place, number) for place, each in enumerate(stretches) for number in each.moved]
    array = np.array(pairs, dtype=np.intp).reshape(-1, 2)
    return array[:, 0], array[:, 1]
