"""What is worked out once for a model and kept for as long as the model lives.

A plan depends on the query and on which variables are given; a layout also on their states; the
central values on neither.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from deciban.engine.layout import Layout
from deciban.engine.plan import Plan, make_plan
from deciban.engine.run import Runner
from deciban.engine.values import Values

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from numpy.typing import NDArray

    from deciban.model import Model

    Array = NDArray[np.float64]

KEPT_LAYOUTS = 64


@dataclass(frozen=True, slots=True)
class Evidence:
    """Hard evidence.

    Attributes:
        states: state by variable; the first one seen where two disagree.
        consistent: no variable was seen in two states.
        variables: the variables, ascending.
        key: variables with states, ascending.
    """

    states: dict[int, int]
    consistent: bool
    variables: tuple[int, ...]
    key: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, model: Model, given: Mapping[int, int] | None, *, soft: bool) -> Evidence:
        """The evidence that ``solve`` means: by default all items, or none where they are soft."""
        if given is not None or soft:
            return cls._from((given or {}).items())
        kept = model.memo.get("evidence")
        if not isinstance(kept, Evidence):
            kept = cls._from((item.variable, item.state) for item in model.items)
            model.memo["evidence"] = kept
        return kept

    @classmethod
    def _from(cls, observations: Iterable[tuple[int, int]]) -> Evidence:
        states: dict[int, int] = {}
        consistent = True
        for variable, state in observations:
            consistent &= states.setdefault(variable, state) == state
        key = tuple(sorted(states.items()))
        return cls(states, consistent, tuple(sorted(states)), key)


@dataclass(frozen=True, slots=True)
class Point:
    """The values at some points, with how small and how large they get, in bits.

    Attributes:
        rows: shape (rows, W), from ``Values``.
        low: those that are not zero are at least ``2**-low``; never below 0.
        high: all are at most ``2**high``; never below 0.
    """

    rows: Array
    low: float
    high: float


@dataclass(slots=True)
class Prepared:
    """A plan with the means to run it."""

    plan: Plan
    runner: Runner
    _layouts: dict[tuple[tuple[int, int], ...], Layout] = field(default_factory=dict)

    def layout(self, model: Model, evidence: Evidence) -> Layout:
        """The layout for the states observed."""
        layout = self._layouts.get(evidence.key)
        if layout is None:
            while len(self._layouts) >= KEPT_LAYOUTS:
                self._layouts.pop(next(iter(self._layouts)))
            layout = Layout(model, self.plan, values_of(model), evidence.states)
            self._layouts[evidence.key] = layout
        return layout


def prepare(model: Model, query: int, evidence: Evidence, *, soft: bool, draws: bool) -> Prepared:
    """The plan for a query, made at the first asking.

    Args:
        model: the graph.
        query: the variable whose states are the lanes.
        evidence: the variables given.
        soft: items are applied as tables that may be withheld.
        draws: every table has a column for each draw.
    """
    key = ("prepared", query, evidence.variables, soft, draws)
    kept = model.memo.get(key)
    if not isinstance(kept, Prepared):
        plan = _plan(model, query, evidence, soft=soft)
        kept = model.memo[key] = Prepared(plan, Runner(plan, draws=draws))
    return kept


def _plan(model: Model, query: int, evidence: Evidence, *, soft: bool) -> Plan:
    key = ("plan", query, evidence.variables, soft)
    plan = model.memo.get(key)
    if not isinstance(plan, Plan):
        plan = model.memo[key] = make_plan(model, query, evidence.variables, soft=soft)
    return plan


def values_of(model: Model) -> Values:
    """The evaluator of the model's entries."""
    values = model.memo.get("values")
    if not isinstance(values, Values):
        values = model.memo["values"] = Values(model.entries, len(model.numbers))
    return values


def central_point(model: Model) -> Point:
    """The values at the central numbers."""
    point = model.memo.get("central")
    if not isinstance(point, Point):
        point = model.memo["central"] = point_at(model, model.centrals[:, None])
    return point


def point_at(model: Model, numbers: Array, rows: Array | None = None) -> Point:
    """The values at some numbers.

    Args:
        model: the graph.
        numbers: shape (numbers, W).
        rows: rows from ``Values.prepare`` to write to, of the same width; else fresh ones.

    Raises:
        ValueError: a number or an entry is negative or not finite.
    """
    values = values_of(model)
    if rows is None:
        rows = values.prepare(numbers.shape[1])
    values.fill(rows, numbers)
    moving = rows[values.moving]
    smallest, largest = float(moving.min()), float(moving.max())
    if not (smallest >= 0 and largest < math.inf):
        message = f"an entry lies outside 0..infinity: between {smallest} and {largest}"
        raise ValueError(message)
    if not smallest:
        smallest = smallest_positive(moving)
    constants = values.constants[values.constants > 0]
    smallest = min(smallest, float(constants.min(initial=1.0)))
    largest = max(largest, float(constants.max(initial=1.0)))
    return Point(rows, -math.log2(smallest), math.log2(largest))


def smallest_positive(rows: Array) -> float:
    """The smallest value that is not zero, at most 1; only rows with a zero are looked at twice."""
    lowest = rows.min(axis=1)
    near_zero = rows[lowest == 0]
    return min(
        float(np.min(lowest, where=lowest > 0, initial=1.0)),
        float(np.min(near_zero, where=near_zero > 0, initial=1.0)),
    )
