"""Finding: the answer as a function of one number, and where the leader changes.

One number is put at some forty values while all else stands at its central value and the others of
its row make room (``deciban.model.row``); every point is solved for itself, ``P(h | x) = Z_h(x) /
sum of Z_h(x)``, and none is read off a line. Only a published ratio is: its table holds no value
far beyond its range, and ``Z_h`` runs straight in it, so ``Z_h(x') = Z_h(x) (1 + g_h (x' - x))``
with ``g_h`` the derivative of ``log Z_h``, exactly. A number of a mind is pinned within its range
and the mind read again (``deciban.findings.minding.pins``).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np

from deciban.findings.bounding.blocks import ranges_of
from deciban.findings.flipping.solve import log_z_at
from deciban.findings.flipping.stretches import LARGEST_RATIO, points_on
from deciban.findings.flips import field_of, find_flips, position
from deciban.findings.minding.pins import pinned_curve
from deciban.findings.minds import weighed_minds
from deciban.findings.odds import DECIBANS
from deciban.findings.swinging.swings import find_swings, stretch_at
from deciban.model.row import legs_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from deciban.case import Case
    from deciban.engine import Solution
    from deciban.findings.minding.pins import PinnedCurve
    from deciban.findings.odds import Array
    from deciban.model import Model
    from deciban.model.model import Measure, Number

#: At how many values a number is put; those of a mind, for which a whole mind is read.
POINTS, POINTS_OF_MIND = 41, 13
#: Where a probability is nearer to 0 or 1 than this, values are even in its log-odds.
EDGE = 0.02
#: How far those go on either side of the central one, in decibans.
AWAY = 30.0
#: How far they go on behind the flip point, in decibans.
BEYOND = 6.0
#: Values nearer than this are one.
SAME = 1e-12

Spacing = Literal["even", "decibans"]


@dataclass(frozen=True, slots=True)
class CurvePoint:
    """The answer with the number at one value.

    Attributes:
        value: of the number: a probability, a ratio or an amount.
        chances: by hypothesis, its probability; None where none is possible.
    """

    value: float
    chances: Mapping[str, float] | None


@dataclass(frozen=True, slots=True)
class NumberCurve:
    """The answer of the main question as a function of one number.

    Attributes:
        ask: the question.
        answers: by hypothesis, its wording.
        leader: who leads as the case stands.
        address: the number.
        measure: what it is.
        spacing: whether the values are even, or even in decibans of odds or of the ratio.
        central: the number as the case has it; None for one of a mind, which is integrated.
        low: the lowest that its range, and that of its row, leaves it.
        high: the highest.
        points: in order of the values.
        flip: the nearest value beyond which another answer leads; None where there is none.
        flips_to: that answer.
        inside: whether its range goes beyond that value.
    """

    ask: str
    answers: Mapping[str, str]
    leader: str
    address: str
    measure: Measure
    spacing: Spacing
    central: float | None
    low: float
    high: float
    points: tuple[CurvePoint, ...]
    flip: float | None
    flips_to: str
    inside: bool


@dataclass(frozen=True, slots=True)
class NoSuchNumber:
    """There is no such number, or none at all that moves the leader.

    Attributes:
        addresses: those there are.
    """

    addresses: tuple[str, ...]


def find_flip_curve(
    case: Case, model: Model, solution: Solution, address: str | None = None
) -> NumberCurve | NoSuchNumber:
    """Answer the main question as a function of one number.

    Args:
        case: the case.
        model: its model.
        solution: solved for the main question with derivatives, all items given.
        address: the number's; by default the one nearest to changing the leader, and where none
            does, the one that moves it furthest.
    """
    places = {number.address: place for place, number in enumerate(model.numbers)}
    answers = case.question.answers
    if address is None:
        flips = find_flips(answers, model, solution)
        swings = find_swings(case, model, solution, ())
        nearest = [*(each.address for each in flips), *(each.address for each in swings)]
        address = nearest[0] if nearest else None
    if address in places:
        return _of_number(case, model, solution, places[address])
    minds = weighed_minds(case, model, solution).values()
    for weighed in minds:
        numbers = weighed.reading.mind.numbers.numbers
        for place, number in enumerate(numbers):
            if number.address == address:
                curve = pinned_curve(weighed, solution, answers, place, POINTS_OF_MIND)
                return (
                    NoSuchNumber(tuple(places))
                    if curve is None
                    else _of_mind(case, solution, curve)
                )
    ours = (each.address for weighed in minds for each in weighed.reading.mind.numbers.numbers)
    return NoSuchNumber((*places, *ours))


def _of_number(case: Case, model: Model, solution: Solution, place: int) -> NumberCurve:
    number = model.numbers[place]
    flips = find_flips(case.question.answers, model, solution)
    flip = next((each for each in flips if each.address == number.address), None)
    low, high = (float(ends[place]) for ends in ranges_of(model))
    further = [low, high, number.central, *([] if flip is None else [flip.at])]
    spacing = _spacing(number)
    values = _within(
        model, place, [*_spread(number, spacing, None if flip is None else flip.at), *further]
    )
    log_z = _log_z(model, solution, place, values)
    answers = case.question.answers
    return NumberCurve(
        ask=case.question.ask,
        answers={name: case.question.wording(name) for name in answers},
        leader=answers[int(solution.posterior.argmax())],
        address=number.address,
        measure=number.measure,
        spacing=spacing,
        central=number.central,
        low=low,
        high=high,
        points=_points(answers, values, log_z),
        flip=None if flip is None else flip.at,
        flips_to="" if flip is None else flip.leader,
        inside=flip is not None and flip.inside,
    )


def _log_z(model: Model, solution: Solution, place: int, values: Sequence[float]) -> Array:
    """``log Z`` of every answer with the number at each value, shape (H, values)."""
    field = field_of(solution)
    if model.numbers[place].measure != "ratio":
        places = [(stretch_at(model, place, value), value) for value in values]
        return log_z_at(model, solution.query, points_on(field.points, places))
    step = np.array(values) - field.points[place, 0]
    grown = np.maximum(1.0 + field.gradient[:, place, :] * step, 0.0)
    with np.errstate(divide="ignore"):
        answer: Array = field.log_z + np.log(grown)
    return answer


def _of_mind(case: Case, solution: Solution, curve: PinnedCurve) -> NumberCurve:
    answers = case.question.answers
    return NumberCurve(
        ask=case.question.ask,
        answers={name: case.question.wording(name) for name in answers},
        leader=answers[int(solution.posterior.argmax())],
        address=curve.number.address,
        measure=curve.number.measure,
        spacing="even",
        central=None,
        low=curve.values[0],
        high=curve.values[-1],
        points=_points(answers, curve.values, np.stack(curve.log_z, axis=1)),
        flip=curve.flip,
        flips_to=curve.flips_to,
        inside=curve.flip is not None,
    )


def _spacing(number: Number) -> Spacing:
    if number.measure == "ratio":
        return "decibans" if number.central > 0.0 else "even"
    small = min(number.central, 1.0 - number.central)
    return "decibans" if 0.0 < small < EDGE else "even"


def _spread(number: Number, spacing: Spacing, flip: float | None) -> Sequence[float]:
    """The values: the whole way, or so far on either side and a little beyond the flip point."""
    ratio = number.measure == "ratio"
    if spacing == "even":
        end = 1.0 if not ratio else max(1.0, 2.0 * number.high)
        even: list[float] = np.linspace(0.0, end, POINTS).tolist()
        return even
    there = position(number, number.central)
    ends = [there - AWAY, there + AWAY]
    if flip is not None and np.isfinite(position(number, flip)):
        ends += [position(number, flip) - BEYOND, position(number, flip) + BEYOND]
    odds = np.exp(np.linspace(min(ends), max(ends), POINTS) / DECIBANS)
    values = np.minimum(odds, LARGEST_RATIO) if ratio else odds / (1.0 + odds)
    listed: list[float] = values.tolist()
    return listed


def _within(model: Model, place: int, values: Iterable[float]) -> tuple[float, ...]:
    """The values that the number can take, in order, each once."""
    legs = legs_of(model, place)
    least, most = (legs[0].start, legs[-1].end) if legs else (0.0, 0.0)
    kept: list[float] = []
    for value in sorted(min(max(value, least), most) for value in values):
        if not kept or value - kept[-1] > SAME:
            kept.append(value)
    return tuple(kept)


def _points(
    answers: Sequence[str], values: Sequence[float], log_z: Array
) -> tuple[CurvePoint, ...]:
    points = []
    for value, column in zip(values, log_z.T, strict=True):
        if np.isfinite(column).any():
            weights = np.exp(column - column.max())
            chances = (weights / weights.sum()).tolist()
            points.append(CurvePoint(value, dict(zip(answers, chances, strict=True))))
        else:
            points.append(CurvePoint(value, None))
    return tuple(points)
