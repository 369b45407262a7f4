"""Finding: what would a single number have to be for the leader to change.

Every number is moved away from its central value, down to 0 and up to 1 (a ratio without end), and
the others of its row make room as they would if it were written so (``deciban.model.row``). What is
found is the nearest value beyond which another answer of the main question leads. A tie is no
change. Numbers that enter Z once are answered in closed form, the others by the roots of
polynomials (``deciban.findings.flipping.affine``, ``deciban.findings.flipping.roots``).
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from deciban.engine import Solution
from deciban.findings.flipping.affine import Field
from deciban.findings.flipping.search import Change, first_changes
from deciban.findings.flipping.stretches import walks_of
from deciban.findings.odds import DECIBANS
from deciban.model import Model
from deciban.model.model import Measure, Number

#: Values of a number that differ by no more are one.
ROUNDING = 1e-9


@dataclass(frozen=True, slots=True)
class Flip:
    """The nearest value of a number at which the leader changes.

    Attributes:
        address: the number's address; that of a default where deciban assumed it.
        central: its central value, a probability or a ratio.
        low: its lowest value as written.
        high: its highest.
        measure: what it is, and in what its draws are uniform.
        at: the value at which the leader changes.
        distance: from the central value, in decibans of its odds, or of the ratio; infinite where
            one of the two is 0% or 100%.
        inside: whether the number's own range goes beyond the value; a tie at its end is no change.
        leader: who leads beyond.
        together: by address, the values of other numbers of its row that must be written by hand
            with it; what settles by itself is left out.
        degree: the power in which the number, and what moves with it, enters Z, at most.
    """

    address: str
    central: float
    low: float
    high: float
    measure: Measure
    at: float
    distance: float
    inside: bool
    leader: str
    together: Mapping[str, float]
    degree: int


def find_flips(answers: Sequence[str], model: Model, solution: Solution) -> tuple[Flip, ...]:
    """Answer where each number would flip the leader, nearest first; only numbers that do.

    Args:
        answers: the answers of the main question, in order.
        model: the model.
        solution: solved for the main question with derivatives at the central values, all items
            given.
    """
    field = field_of(solution)
    leader = int(solution.posterior.argmax())
    walks = [
        walk
        for number in range(len(model.numbers))
        for walk in walks_of(model, number, float(model.centrals[number]))
    ]
    changes = first_changes(field, walks, leader)
    flips = [
        _flip(answers, model, nearest)
        for down, up in zip(changes[::2], changes[1::2], strict=True)
        if (nearest := _nearest(model, down, up)) is not None
    ]
    return tuple(sorted(flips, key=lambda flip: flip.distance))


def count_steady(model: Model, flips: Sequence[Flip]) -> int:
    """Answer how many numbers leave the leader where it is wherever they are put."""
    return len(model.numbers) - len(flips)


def field_of(solution: Solution) -> Field:
    """Answer Z and its derivatives at the one point that was solved."""
    return Field(
        solution.model,
        solution.query,
        solution.numbers[:, None],
        solution.log_z[:, None],
        solution.by_number()[:, :, None],
    )


def distance(number: Number, value: float) -> float:
    """Answer how far a value is from the number's central one, in decibans."""
    if value == number.central:
        return 0.0
    return abs(position(number, value) - position(number, number.central))


def position(number: Number, value: float) -> float:
    """Answer the log-odds of a value, or the logarithm of a ratio, in decibans."""
    with np.errstate(divide="ignore"):
        own = float(np.log(value))
        other = 0.0 if number.measure == "ratio" else float(np.log1p(-value))
    return DECIBANS * (own - other)


def _nearest(model: Model, *changes: Change | None) -> Change | None:
    found = [change for change in changes if change is not None]
    if not found:
        return None
    return min(found, key=lambda each: distance(model.numbers[each.stretch.leg.number], each.value))


def _flip(answers: Sequence[str], model: Model, change: Change) -> Flip:
    leg = change.stretch.leg
    number = model.numbers[leg.number]
    together = {
        model.numbers[other].address: value
        for other, value in zip(leg.others, leg.others_at(change.value), strict=True)
        if leg.by_hand
    }
    away = distance(number, change.value)
    return Flip(
        address=number.address,
        central=number.central,
        low=number.low,
        high=number.high,
        measure=number.measure,
        at=change.value,
        distance=away if not math.isnan(away) else math.inf,
        inside=_inside(number, change.value),
        leader=answers[change.leader],
        together=together,
        degree=change.degree,
    )


def _inside(number: Number, value: float) -> bool:
    """Whether the range goes on beyond a value, by more than rounding."""
    if value > number.central:
        return number.low <= value < number.high - ROUNDING
    return number.low + ROUNDING < value <= number.high
