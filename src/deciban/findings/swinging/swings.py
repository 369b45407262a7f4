"""How far each number's own range moves the leader.

A number goes from one end of its range to the other while all else stands at its central value and
the others of its row make room. What the answer does in between is not looked at: a number that
stands in several tables may move it further inside its range than at either end (the bounds look).
An end at which the evidence is impossible is approached and not reached.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from deciban.case import Case
from deciban.engine import Solution
from deciban.findings.bounding.blocks import NARROW, ranges_of
from deciban.findings.bounding.corners import Kind, subject_of
from deciban.findings.flipping.affine import Field, ends_of
from deciban.findings.flipping.search import walk_degree
from deciban.findings.flipping.solve import log_z_at
from deciban.findings.flipping.stretches import Stretch, points_on
from deciban.findings.flips import Flip, field_of
from deciban.findings.odds import DECIBANS, Array, log_odds, minus
from deciban.model import Model
from deciban.model.model import Measure, Number
from deciban.model.row import Leg, legs_of

#: Where Z has fallen below so much of its central value, its straight line is not trusted.
VANISHING = 1e-9
#: How far from an end where the evidence is impossible, as a share of the way to the central value.
NUDGE = 1e-9
#: A swing as small as this, in decibans, is rounding.
NO_SWING = 1e-9


@dataclass(frozen=True, slots=True)
class Swing:
    """One number with a range, and what it does to the leader.

    Attributes:
        address: its address.
        kind: what it speaks of: an event, a report, a silence, an unseen record, a source, a
            question, or a default for the whole case.
        subject: the name of that.
        measure: what it is, and in what its draws are uniform.
        central: its central value, a probability or a ratio.
        low: the lowest value that its range, and those of its row, leave it.
        high: the highest.
        derivative: decibans of the leader's log-odds for each deciban of the number's own.
        slope: decibans of the leader's log-odds for each unit of the number.
        at_low: the leader's probability with the number at ``low``.
        at_high: with the number at ``high``.
        low_odds: the leader's log-odds at ``low``, in decibans.
        high_odds: at ``high``.
        swing: the distance between the two, in decibans.
        flip: where it changes the leader; None where it never does.
    """

    address: str
    kind: Kind
    subject: str
    measure: Measure
    central: float
    low: float
    high: float
    derivative: float
    slope: float
    at_low: float
    at_high: float
    low_odds: float
    high_odds: float
    swing: float
    flip: Flip | None


def find_swings(
    case: Case, model: Model, solution: Solution, flips: Sequence[Flip]
) -> tuple[Swing, ...]:
    """Answer the swing of every number that has a range, widest first.

    Args:
        case: the case.
        model: its model.
        solution: solved for the main question with derivatives at the central values, all items
            given.
        flips: where numbers change the leader.
    """
    field = field_of(solution)
    leader = int(solution.posterior.argmax())
    stretches = range_stretches(model)
    log_z = _at_ends(field, stretches)
    odds = log_odds(log_z)[leader].reshape(-1, 2)
    top = log_z.max(axis=0)
    weights = np.exp(log_z - np.where(np.isfinite(top), top, 0.0))
    chance = (weights[leader] / np.maximum(weights.sum(axis=0), 1.0)).reshape(-1, 2)
    slopes = _slopes(field, leader)
    flip_at = {flip.address: flip for flip in flips}
    swings = [
        _swing(case, model, ends, _Effect(slopes, *pair), flip_at)
        for ends, *pair in zip(stretches, chance.tolist(), odds.tolist(), strict=True)
    ]
    return tuple(sorted(swings, key=lambda each: -each.swing))


@dataclass(frozen=True, slots=True)
class _Effect:
    """The slope in every number (n,), and chance and odds at both ends."""

    slopes: Array
    chance: tuple[float, float]
    odds: tuple[float, float]


def range_stretches(model: Model) -> tuple[Stretch, ...]:
    """Answer, for every number with a range, the leg it stands on and the ends of the range."""
    low, high = ranges_of(model)
    return tuple(
        Stretch(
            0, _leg_at(legs, model.numbers[place].central), float(low[place]), float(high[place])
        )
        for place in range(len(model.numbers))
        if high[place] - low[place] > NARROW and (legs := legs_of(model, place))
    )


def stretch_at(model: Model, number: int, value: float) -> Stretch:
    """Answer the stretch of no length at a value of a number, on the leg where that lies."""
    leg = _leg_at(legs_of(model, number), value)
    inside = min(max(value, leg.start), leg.end)
    return Stretch(0, leg, inside, inside)


def _leg_at(legs: Sequence[Leg], value: float) -> Leg:
    """The leg on which a value lies, or the nearest."""
    return min(legs, key=lambda leg: max(leg.start - value, value - leg.end, 0.0))


def _at_ends(field: Field, stretches: Sequence[Stretch]) -> Array:
    """Log Z with each number at its low, then at its high end, up to a factor; (H, 2 K)."""
    ends = [
        stretch_at(field.model, each.leg.number, value)
        for each in stretches
        for value in (each.near, each.far)
    ]
    if not ends:
        return np.empty((len(field.log_z), 0))
    z = ends_of(field, ends).near
    start = np.exp(field.log_z[:, 0] - field.log_z[:, 0].max())
    vanishing = ((z < VANISHING * start) & (start > 0.0)).any(axis=1)
    bent = [walk_degree(field.model, (each,)) > 1 for each in ends]
    with np.errstate(divide="ignore"):
        log_z: Array = np.log(z).T
    _solve_at(field, ends, np.flatnonzero(vanishing | bent), log_z)
    return log_z


def _solve_at(
    field: Field, ends: Sequence[Stretch], places: NDArray[np.intp], log_z: Array
) -> None:
    """Write true values at some ends; just inside one at which nothing is possible."""
    for nudge in (0.0, NUDGE):
        if not places.size:
            return
        points = points_on(field.points, [(ends[place], ends[place].near) for place in places])
        points += nudge * (field.points - points)
        log_z[:, places] = log_z_at(field.model, field.query, points)
        places = places[~np.isfinite(log_z[:, places]).any(axis=0)]


def _slopes(field: Field, leader: int) -> Array:
    """The derivative of the leader's log-odds in every number, natural logarithm, shape (n,)."""
    log_z, gradient = field.log_z[:, 0], field.gradient[:, :, 0]
    others = np.delete(log_z, leader)
    if not np.isfinite(others).any():
        return np.zeros(gradient.shape[1])
    shares = np.exp(others - np.logaddexp.reduce(others))
    slopes: Array = gradient[leader] - shares @ np.delete(gradient, leader, axis=0)
    return slopes


def _swing(
    case: Case, model: Model, ends: Stretch, effect: _Effect, flips: Mapping[str, Flip]
) -> Swing:
    number = model.numbers[ends.leg.number]
    kind, subject = subject_of(case, number.address)
    slope = _along(ends.leg, effect.slopes)
    low_odds, high_odds = effect.odds
    swing = abs(float(minus(np.array(high_odds), np.array(low_odds))))
    return Swing(
        address=number.address,
        kind=kind,
        subject=subject,
        measure=number.measure,
        central=number.central,
        low=ends.near,
        high=ends.far,
        derivative=slope * _own(number),
        slope=slope * DECIBANS,
        at_low=effect.chance[0],
        at_high=effect.chance[1],
        low_odds=low_odds,
        high_odds=high_odds,
        swing=swing if swing > NO_SWING else 0.0,
        flip=flips.get(number.address),
    )


def _along(leg: Leg, slopes: Array) -> float:
    """The slope while the others of its row make room."""
    length = leg.end - leg.start
    slope = float(slopes[leg.number])
    for other, start, end in zip(leg.others, leg.at_start, leg.at_end, strict=True):
        slope += float(slopes[other]) * ((end - start) / length if length else 0.0)
    return slope


def _own(number: Number) -> float:
    """Units of a number for each unit of its own log-odds, or of its logarithm."""
    value = number.central
    return value if number.measure == "ratio" else value * (1.0 - value)
