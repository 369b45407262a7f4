"""Which value goes into which cell of the leaves, and what each adjoint is an adjoint of.

Notation: *cells* are those of the leaves, leaf after leaf in canonical order: first *hard* leaves
(factors and units), then *evidence* leaves. *Adjoints* are numbered likewise, but every leaf's have
all ``H`` lanes. A *row* is a row of ``values.Values``.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from deciban.engine.plan import LeafKind
from deciban.engine.segments import NARROW, segments

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from numpy.typing import NDArray

    from deciban.engine.plan import Leaf, Plan
    from deciban.engine.segments import NarrowSegments, WideSegments
    from deciban.engine.values import Values
    from deciban.model import Model

    Indices = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Gathered:
    """A sum of adjoints, or of adjoints times values, into named places.

    Attributes:
        adjoint: for every summand, the adjoint.
        row: for every summand, the row of the value it may be multiplied by.
        sum: adds the summands up.
    """

    adjoint: Indices
    row: Indices
    sum: NarrowSegments | WideSegments


class Layout:
    """The layout of one plan under one set of observed states.

    Attributes:
        rows: the row for every hard cell.
        items: the item that every evidence cell belongs to.
        observed: whether an evidence cell is the state that was observed.
        places: for every free variable, where its states begin in ``by_state``.
        starts: where each leaf's cells begin.
    """

    def __init__(self, model: Model, plan: Plan, values: Values, given: Mapping[int, int]) -> None:
        self._model = model
        self._plan = plan
        self._given = {v: state for v, state in given.items() if v != plan.query}
        self._row_of_entry = np.append(values.row, values.one)
        self._hard = [leaf for leaf in plan.leaves if leaf.kind is not LeafKind.EVIDENCE]
        self._entries = [self._entry_block(leaf) for leaf in self._hard]
        self.rows = self._row_of_entry[_joined([block.ravel() for block in self._entries])]
        self.items, self.observed = self._evidence_cells()
        self.starts = _starts([plan.cells(leaf.table) for leaf in plan.leaves])
        free = sorted({variable for leaf in self._hard for variable in leaf.table.scope})
        ends = _starts([plan.cardinalities[variable] for variable in free])
        self.places: dict[int, int] = dict(zip(free, ends.tolist(), strict=False))
        self._states = int(ends[-1])
        self._gathered: dict[tuple[str, bool], Gathered] = {}

    @property
    def hard_cells(self) -> int:
        """How many cells hard leaves have."""
        return len(self.rows)

    @cached_property
    def leaf_of_adjoint(self) -> Indices:
        """For every adjoint, evidence included, (leaf x lane)."""
        sizes = np.array([math.prod(self._plan.shape(leaf.table)) for leaf in self._plan.leaves])
        return np.repeat(np.arange(len(sizes) * self._plan.lanes), sizes.repeat(self._plan.lanes))

    @cached_property
    def cell_of_adjoint(self) -> Indices:
        """For every adjoint, evidence included, the cell it is the adjoint of."""
        lanes = self._plan.lanes
        blocks = []
        for leaf, start in zip(self._plan.leaves, self.starts, strict=False):
            cells = start + np.arange(self._plan.cells(leaf.table))
            blocks.append(cells if leaf.table.lanes else np.tile(cells, lanes))
        return _joined(blocks)

    @cached_property
    def evidence_starts(self) -> Indices:
        """Where the adjoints of every (item x lane) begin."""
        starts = np.flatnonzero(np.diff(self.leaf_of_adjoint, prepend=-1))
        return starts[len(self._hard) * self._plan.lanes :]

    @property
    def hard_adjoints(self) -> int:
        """How many adjoints hard leaves have."""
        return len(self._entry_of_adjoint)

    def by_entry(self, columns: int) -> Gathered:
        """The sum of adjoints into (lanes x entries)."""
        return self._cached("entry", columns, self._by_entry)

    def by_state(self, columns: int) -> Gathered:
        """The sum of adjoints times values into (states of free variables x lanes)."""
        return self._cached("state", columns, self._by_state)

    @cached_property
    def _entry_of_adjoint(self) -> Indices:
        """For every adjoint of a hard leaf, the entry, or -1 for the one of a unit."""
        return _joined([self._all_lanes(block) for block in self._entries])

    @cached_property
    def _lane_of_adjoint(self) -> Indices:
        return self.leaf_of_adjoint[: self.hard_adjoints] % self._plan.lanes

    def _all_lanes(self, block: Indices) -> Indices:
        return np.broadcast_to(block, (self._plan.lanes, *block.shape[1:])).ravel()

    def _entry_block(self, leaf: Leaf) -> Indices:
        """The entry of every cell of a hard leaf, lanes first; -1 where the cell is a one."""
        if leaf.kind is LeafKind.UNIT:
            return np.full((1, *self._plan.shape(leaf.table)), -1, dtype=np.intp)
        factor = self._model.factors[leaf.index]
        free = [variable for variable in factor.variables if variable not in self._given]
        block = factor.entries[tuple(self._given.get(v, slice(None)) for v in factor.variables)]
        wanted = [*([self._plan.query] if leaf.table.lanes else []), *leaf.table.scope]
        block = np.transpose(block, [free.index(variable) for variable in wanted])
        return block if leaf.table.lanes else block[None]

    def _evidence_cells(self) -> tuple[Indices, NDArray[np.bool_]]:
        items: list[int] = []
        observed: list[bool] = []
        for index in (leaf.index for leaf in self._plan.leaves if leaf.kind is LeafKind.EVIDENCE):
            item = self._model.items[index]
            fixed = self._given.get(item.variable)
            states = range(self._plan.cardinalities[item.variable]) if fixed is None else [fixed]
            items += [index] * len(states)
            observed += [state == item.state for state in states]
        return np.array(items, dtype=np.intp), np.array(observed, dtype=np.bool_)

    def _cached(self, name: str, columns: int, make: Callable[[int], Gathered]) -> Gathered:
        key = (name, columns > NARROW)
        if key not in self._gathered:
            self._gathered[key] = make(columns)
        return self._gathered[key]

    def _by_entry(self, columns: int) -> Gathered:
        entries = len(self._model.entries)
        adjoint = np.flatnonzero(self._entry_of_adjoint >= 0)
        target = self._lane_of_adjoint * entries + self._entry_of_adjoint
        return self._gather(adjoint, target[adjoint], self._plan.lanes * entries, columns)

    def _by_state(self, columns: int) -> Gathered:
        """Each variable's marginal is read off the smallest leaf it stands in."""
        lanes = self._plan.lanes
        shapes = [self._plan.shape(leaf.table) for leaf in self._hard]
        starts = _starts([lanes * math.prod(shape) for shape in shapes])
        adjoints, targets = [], []
        for variable, leaf in self._homes().items():
            axis = self._hard[leaf].table.scope.index(variable)
            lane, state = np.indices((lanes, *shapes[leaf]))[[0, axis + 1]]
            adjoints.append(np.arange(starts[leaf], starts[leaf + 1]))
            targets.append(((self.places[variable] + state) * lanes + lane).ravel())
        return self._gather(_joined(adjoints), _joined(targets), self._states * lanes, columns)

    def _homes(self) -> dict[int, int]:
        """For every free variable, the smallest hard leaf it stands in."""
        homes: dict[int, int] = {}
        for leaf in sorted(range(len(self._hard)), key=lambda leaf: self._entries[leaf].size):
            for variable in self._hard[leaf].table.scope:
                homes.setdefault(variable, leaf)
        return homes

    def _gather(self, adjoint: Indices, target: Indices, size: int, columns: int) -> Gathered:
        summer = segments(target, size, columns)
        adjoint = adjoint[summer.order]
        return Gathered(adjoint, self._row_of_entry[self._entry_of_adjoint[adjoint]], summer)


def _joined(blocks: Sequence[Indices]) -> Indices:
    return np.concatenate(blocks) if blocks else np.empty(0, dtype=np.intp)


def _starts(sizes: Sequence[int]) -> Indices:
    """Where each of several blocks begins, and then where the last one ends."""
    return np.cumsum([0, *sizes], dtype=np.intp)
