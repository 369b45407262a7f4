"""The one primitive: log Z for every state of a variable, and its derivatives.

Notation: as in ``solution``; ``S`` sets of withheld items and ``D`` draws are the same axis, the
last: where there are both, each draw has a set of its own.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

import numpy as np

from deciban.engine.outcome import joined
from deciban.engine.plan import LARGEST_TABLE, TooLarge
from deciban.engine.prepared import Evidence, central_point, point_at, prepare, values_of
from deciban.engine.run import Inputs
from deciban.engine.solution import Solution

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from numpy.typing import NDArray

    from deciban.engine.layout import Layout
    from deciban.engine.outcome import Outcome
    from deciban.engine.plan import Plan
    from deciban.engine.prepared import Point, Prepared
    from deciban.model import Model

    Array = NDArray[np.float64]
    Sets = NDArray[np.bool_]

CHUNK_FLOATS = 2**20
"""Numbers held at once where columns can be split: eight mebibytes, which a chip's caches hold. In
chunks of a quarter of that, beginning each step costs more than it saves."""
MOST_COLUMNS = 1024
LEAST_COLUMNS = 128
"""Below so many columns a step costs more to begin than to run, so large graphs leave the cache."""
MOST_FLOATS = 2**23
"""Numbers held at once, whatever else: 64 mebibytes."""

_T = TypeVar("_T", bound=np.generic)


def solve(
    model: Model,
    query: int,
    *,
    numbers: Array | None = None,
    given: Mapping[int, int] | None = None,
    withheld: Sets | None = None,
    derivatives: bool = False,
) -> Solution:
    """Sums the graph over everything but the query.

    Args:
        model: the graph.
        query: the variable whose states are told apart, the lanes.
        numbers: the written numbers, shape (n,), or (n, D) for D draws; by default the central.
        given: hard evidence, variable to state. By default everything the model observes, or
            nothing where ``withheld`` is given. Two items that observe one variable differently
            make every lane impossible.
        withheld: shape (items, S): item ``i`` is left out of set ``s``; with one set of numbers, or
            with as many draws as there are sets, of which each is solved at its own.
        derivatives: also run the reverse pass.

    Raises:
        TooLarge: a table beyond ``plan.LARGEST_TABLE`` is needed.
        ValueError: the shapes do not fit, or a number or an entry comes out negative or not finite.
    """
    points = model.centrals if numbers is None else np.asarray(numbers, dtype=np.float64)
    _check_shapes(model, points, withheld)
    evidence = Evidence.of(model, given, soft=withheld is not None)
    prepared = prepare(model, query, evidence, soft=withheld is not None, draws=points.ndim > 1)
    if prepared.plan.cost.biggest_table > LARGEST_TABLE:
        raise TooLarge(prepared.plan.cost)
    job = _Job(model, prepared, prepared.layout(model, evidence), points, withheld)
    outcome = job.run(derivatives=derivatives)
    if not evidence.consistent or query in evidence.states:
        outcome = _confined(outcome, evidence, query)
    if points.ndim == 1 and withheld is None:
        outcome = outcome.mapped(lambda array: array[..., 0])
    return _solution(job, query, evidence, outcome)


def plan_of(
    model: Model, query: int, *, given: Mapping[int, int] | None = None, soft: bool = False
) -> Plan:
    """The plan that ``solve`` would run, with its cost; never refused.

    Args:
        model: the graph.
        query: the variable whose states are the lanes.
        given: as for ``solve``.
        soft: as for ``solve`` with ``withheld``.
    """
    evidence = Evidence.of(model, given, soft=soft)
    return prepare(model, query, evidence, soft=soft, draws=False).plan


def _check_shapes(model: Model, points: Array, withheld: Sets | None) -> None:
    if points.ndim not in {1, 2} or len(points) != len(model.numbers):
        message = f"{len(model.numbers)} numbers are wanted, not an array {points.shape}"
        raise ValueError(message)
    if 0 in points.shape[1:] or (withheld is not None and 0 in withheld.shape[1:]):
        message = "at least one draw or one set of withheld items is wanted"
        raise ValueError(message)
    if withheld is None:
        return
    if withheld.ndim != 2 or len(withheld) != len(model.items):  # noqa: PLR2004 [(items, S)]
        message = f"{len(model.items)} rows of sets are wanted, not an array {withheld.shape}"
        raise ValueError(message)
    if points.ndim > 1 and withheld.shape[1] != points.shape[1]:
        message = f"{points.shape[1]} draws want a set each, not {withheld.shape[1]}"
        raise ValueError(message)


@dataclass(frozen=True, slots=True)
class _Job:
    """One solve: a prepared plan, and the columns to run it for."""

    model: Model
    prepared: Prepared
    layout: Layout
    points: Array
    withheld: Sets | None

    def run(self, *, derivatives: bool) -> Outcome:
        """Runs every column, in chunks of one width that stay in cache."""
        columns = self._columns()
        width = self._width(columns, derivatives=derivatives)
        inputs = self._drawn(width) if self.points.ndim > 1 else self._soft(width)
        runner = self.prepared.runner
        outcomes = (runner.run(self.layout, chunk, derivatives=derivatives) for chunk in inputs)
        return joined(outcomes, columns, width)

    def _columns(self) -> int:
        if self.withheld is not None:
            return int(self.withheld.shape[1])
        return int(self.points.shape[1]) if self.points.ndim > 1 else 1

    def _width(self, columns: int, *, derivatives: bool) -> int:
        floats = self.prepared.plan.cost.floats * (3 if derivatives else 1)
        least = min(LEAST_COLUMNS, MOST_FLOATS // floats)
        most = max(1, least, min(MOST_COLUMNS, CHUNK_FLOATS // floats))
        return math.ceil(columns / math.ceil(columns / most))

    def _drawn(self, width: int) -> Iterator[Inputs]:
        """Chunks of draws, with their sets; the last is filled up with its last draw."""
        rows = values_of(self.model).prepare(width)
        for start in range(0, self.points.shape[1], width):
            point = point_at(
                self.model, _filled(self.points[:, start : start + width], width), rows
            )
            yield Inputs(point.rows, point.low, point.high, self._evidence(start, width), width)

    def _soft(self, width: int) -> Iterator[Inputs]:
        """Chunks of sets at one point; or that point alone."""
        point = self._point()
        if self.withheld is None:
            yield Inputs(point.rows, point.low, point.high, np.empty((0, 1)), 1)
            return
        for start in range(0, self.withheld.shape[1], width):
            yield Inputs(point.rows, point.low, point.high, self._evidence(start, width), width)

    def _evidence(self, start: int, width: int) -> Array:
        """The evidence of a chunk of sets: what was observed, or ones where it is withheld."""
        if self.withheld is None:
            return np.empty((0, width))
        sets = _filled(self.withheld[:, start : start + width], width)
        answer: Array = (sets[self.layout.items] | self.layout.observed[:, None]).astype(np.float64)
        return answer

    def _point(self) -> Point:
        if self.points is self.model.centrals:
            return central_point(self.model)
        return point_at(self.model, self.points[:, None])


def _filled(columns: NDArray[_T], width: int) -> NDArray[_T]:
    """Columns up to a width, the last one repeated."""
    missing = width - columns.shape[1]
    return np.pad(columns, ((0, 0), (0, missing)), mode="edge") if missing else columns


def _confined(outcome: Outcome, evidence: Evidence, query: int) -> Outcome:
    """Only the lane that the evidence names is possible; none where it contradicts itself."""
    lanes = len(outcome.log_z)
    possible = np.zeros(lanes, dtype=np.bool_)
    if evidence.consistent:
        possible[evidence.states[query]] = True
    return outcome.confined(possible)


def _solution(job: _Job, query: int, evidence: Evidence, outcome: Outcome) -> Solution:
    return Solution(
        model=job.model,
        query=query,
        given=evidence.states,
        numbers=job.points,
        log_z=outcome.log_z,
        _reverse=outcome.reverse,
        _places=job.layout.places,
    )
