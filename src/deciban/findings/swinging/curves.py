"""Finding: where two numbers together change the leader.

In the plane of two numbers the leader leads in one region; a curve is its edge. One number is put
at some values across its range; for each, the edge is the value of the other, nearest to its
central value, at which the central leader stops leading, or leads again. The second number is one
that enters Z once, if either does, so that its edge is found in closed form.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

import numpy as np

from deciban.engine import Solution
from deciban.findings.bounding.blocks import ranges_of
from deciban.findings.flipping.affine import Field
from deciban.findings.flipping.degree import degrees_of
from deciban.findings.flipping.search import Change, first_changes
from deciban.findings.flipping.solve import gradient_at
from deciban.findings.flipping.stretches import Walk, points_on, walks_of
from deciban.findings.flips import distance
from deciban.findings.odds import Array
from deciban.findings.swinging.swings import stretch_at
from deciban.model import Model, Row
from deciban.model.model import Measure, Number

#: Values at which the first number is put.
POINTS = 21


@dataclass(frozen=True, slots=True)
class FlipCurve:
    """Where two numbers change the leader.

    Attributes:
        one: the address of the first number.
        other: that of the second.
        points: values of the first across its range, each with the value of the second at which
            the leader changes; None where there is none.
        mildest: the point inside both ranges that lies nearest to both central values, counted in
            decibans; None where there is none.
        measures: what the two numbers are.
        centrals: their central values.
        one_range: the ends of the first number's range.
        other_range: those of the second's.
        inside: whether the leader changes while both are within their ranges, at one of these
            values of the first.
    """

    one: str
    other: str
    points: tuple[tuple[float, float | None], ...]
    mildest: tuple[float, float] | None
    measures: tuple[Measure, Measure]
    centrals: tuple[float, float]
    one_range: tuple[float, float]
    other_range: tuple[float, float]
    inside: bool


def find_curves(model: Model, solution: Solution, numbers: Sequence[int]) -> tuple[FlipCurve, ...]:
    """Answer the curve for every pair of some numbers.

    Args:
        model: the model.
        solution: solved for the main question at the central values, all items given.
        numbers: their positions; each has a range.
    """
    if len(numbers) < 2:  # noqa: PLR2004 [a pair]
        return ()
    return _Plane(model, solution, numbers).curves()


class _Plane:
    """Some numbers, each put at some values across its range while the others stay."""

    def __init__(self, model: Model, solution: Solution, numbers: Sequence[int]) -> None:
        self._model = model
        self._leader = int(solution.posterior.argmax())
        self._low, self._high = ranges_of(model)
        self._values = {number: self._across(number) for number in numbers}
        places = [
            (stretch_at(model, number, float(value)), float(value))
            for number in numbers
            for value in self._values[number]
        ]
        points = points_on(model.centrals[:, None], places)
        log_z, gradient = gradient_at(model, solution.query, points)
        self._field = Field(model, solution.query, points, log_z, gradient)
        self._first = {number: place * POINTS for place, number in enumerate(numbers)}

    def curves(self) -> tuple[FlipCurve, ...]:
        pairs = [self._ordered(*pair) for pair in combinations(self._values, 2)]
        walks = [walk for one, other in pairs for walk in self._walks(one, other)]
        changes = iter(first_changes(self._field, walks, self._leader))
        return tuple(
            self._curve(one, other, [(next(changes), next(changes)) for _ in range(POINTS)])
            for one, other in pairs
        )

    def _across(self, number: int) -> Array:
        """Values evenly across a range, in the number's own measure."""
        low, high = float(self._low[number]), float(self._high[number])
        measure = self._model.numbers[number].measure
        values: Array
        if measure == "ratio" and low > 0.0:
            values = np.geomspace(low, high, POINTS)
        elif measure == "decibans" and low > 0.0 and high < 1.0:
            odds = np.geomspace(low / (1.0 - low), high / (1.0 - high), POINTS)
            values = odds / (1.0 + odds)
        else:
            values = np.linspace(low, high, POINTS)
        return np.clip(values, low, high)

    def _ordered(self, one: int, other: int) -> tuple[int, int]:
        degrees = degrees_of(self._model)
        swap = degrees.joint((other,)) > 1 >= degrees.joint((one,))
        return (other, one) if swap else (one, other)

    def _walks(self, one: int, other: int) -> Iterator[Walk]:
        """Down and up from every point, on the legs that the row has there."""
        shared = any({one, other} <= set(row.numbers) for row in self._model.rows)
        for place, value in enumerate(self._values[one]):
            column = self._first[one] + place
            model = _written(self._model, one, float(value)) if shared else self._model
            yield from walks_of(model, other, float(self._field.points[other, column]), column)

    def _curve(
        self, one: int, other: int, changes: Sequence[tuple[Change | None, Change | None]]
    ) -> FlipCurve:
        number = self._model.numbers[other]
        edges = [_nearest(number, *pair) for pair in changes]
        low, high = float(self._low[other]), float(self._high[other])
        start = self._first[one]
        log_z = self._field.log_z[:, start : start + POINTS]
        changed = log_z[self._leader] < log_z.max(axis=0)
        inside = changed.any() or any(edge is not None and low <= edge <= high for edge in edges)
        points = tuple(zip(self._values[one].tolist(), edges, strict=True))
        return FlipCurve(
            one=self._model.numbers[one].address,
            other=number.address,
            points=points,
            mildest=_mildest(self._model.numbers[one], number, points, (low, high)),
            measures=(self._model.numbers[one].measure, number.measure),
            centrals=(self._model.numbers[one].central, number.central),
            one_range=(float(self._low[one]), float(self._high[one])),
            other_range=(low, high),
            inside=bool(inside),
        )


def _mildest(
    one: Number,
    other: Number,
    points: Sequence[tuple[float, float | None]],
    within: tuple[float, float],
) -> tuple[float, float] | None:
    low, high = within
    inside = [(x, y) for x, y in points if y is not None and low <= y <= high]
    return min(inside, key=lambda at: distance(one, at[0]) + distance(other, at[1]), default=None)


def _nearest(number: Number, *changes: Change | None) -> float | None:
    values = [change.value for change in changes if change is not None]
    return min(values, key=lambda value: distance(number, value), default=None)


def _written(model: Model, number: int, value: float) -> Model:
    """The model as it would be with a number of a row written as a point."""
    point = replace(model.numbers[number], central=value, low=value, high=value)
    numbers = (*model.numbers[:number], point, *model.numbers[number + 1 :])
    return replace(model, numbers=numbers, rows=tuple(_rows(model, {number: value})))


def _rows(model: Model, values: Mapping[int, float]) -> Iterator[Row]:
    for row in model.rows:
        pairs = zip(row.numbers, row.written, strict=True)
        yield replace(row, written=tuple(values.get(each, was) for each, was in pairs))
