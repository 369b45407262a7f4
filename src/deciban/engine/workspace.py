"""A plan laid out in memory: arrays for every table, and the two tapes that fill them.

Notation: axes as in ``plan``; ``H`` lanes, ``W`` columns (draws, or sets of withheld items). The
*adjoint* of a table is the derivative of Z in each of its cells; it always has all lanes and all
columns. For ``c = a * b`` the adjoint of ``a`` is that of ``c`` times ``b``, summed over what
``a`` does not depend on; for ``c = sum of u`` the adjoint of ``u`` is that of ``c``, repeated
(reverse accumulation; Darwiche 2003 for its meaning in networks). All terms are products and sums
of non-negative numbers, so both tapes run in either semiring.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from deciban.engine.plan import LeafKind, Sum
from deciban.engine.tape import Arena, Op, Semiring, Stage, Writer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from numpy.typing import NDArray

    from deciban.engine.plan import Plan, Table

    Array = NDArray[np.float64]


class Workspace:
    """Everything a run writes to. One run at a time may use it.

    Attributes:
        width: the columns.
        semiring: what the tapes mean by multiplying and adding.
        cells: the cells of factor and unit leaves, one after the other; to be filled before a run.
            Shape (cells, W), or (cells, 1) where only evidence varies.
        evidence: the cells of evidence leaves; likewise. Shape (cells, W).
        leaves: the same cells as tables, one for each leaf.
        forward: the stages that make every table after the leaves.
        root: the last table: Z for every lane and column. Shape (H or 1, W or 1).
        adjoints: the leaves' adjoints after a run, leaf after leaf. Shape (sum over leaves of
            H x cells, W); empty without derivatives.
        backward: the stages that make them.
    """

    def __init__(
        self, plan: Plan, width: int, semiring: Semiring, *, draws: bool, derivatives: bool
    ) -> None:
        self._plan = plan
        self.width = width
        self.semiring = semiring
        self._entry_width = width if draws else 1
        self._retained = derivatives
        self._writer = Writer(semiring, Arena())
        self.cells, self.evidence, self.leaves = self._lay_leaves()
        self._tables = list(self.leaves)
        self.forward = tuple(self._forward(number) for number in range(len(plan.steps)))
        self.root = self._tables[-1]
        self.adjoints, leaf_adjoints = self._lay_adjoints()
        self.backward = tuple(self._backward(leaf_adjoints)) if derivatives else ()
        self.forward_ops = _flat(self.forward)
        self.backward_ops = _flat(self.backward)

    def _shape(self, table: Table, lanes: int, width: int) -> tuple[int, ...]:
        return (lanes, *self._plan.shape(table), width)

    def _lay_leaves(self) -> tuple[Array, Array, list[Array]]:
        plan = self._plan
        sizes = [plan.cells(leaf.table) for leaf in plan.leaves]
        soft = [leaf.kind is LeafKind.EVIDENCE for leaf in plan.leaves]
        split = sum(size for size, is_soft in zip(sizes, soft, strict=True) if not is_soft)
        cells = np.empty((split, self._entry_width))
        evidence = np.empty((sum(sizes) - split, self.width))
        tables = []
        start = 0
        for leaf, size, is_soft in zip(plan.leaves, sizes, soft, strict=True):
            block = evidence[start - split :][:size] if is_soft else cells[start : start + size]
            lanes = plan.lanes if leaf.table.lanes else 1
            tables.append(block.reshape(self._shape(leaf.table, lanes, block.shape[1])))
            start += size
        return cells, evidence, tables

    def _forward(self, number: int) -> Stage:
        """Writes one step; its operands' memory is free again unless the reverse pass needs it."""
        step = self._plan.steps[number]
        writer, tables = self._writer, self._tables
        key = len(tables)
        if isinstance(step, Sum):
            source = tables[step.source]
            made = writer.sum(source, 1)
            if made.base is not source.base:
                writer.arena.give_back(source)
            sources: tuple[int, ...] = (step.source,)
            summed = source.shape[1]
        else:
            scope = self._plan.tables[key].scope
            left, right = self._aligned(step.left, scope), self._aligned(step.right, scope)
            made = writer.product(left, right)
            sources = (step.left, step.right)
            summed = 1
            if not self._retained:
                writer.arena.give_back(left)
                writer.arena.give_back(right)
        tables.append(made)
        return Stage(writer.finished(), made, key, sources, summed)

    def _aligned(self, number: int, scope: tuple[int, ...]) -> Array:
        """A table with an axis of size 1 for every variable of a wider scope that it lacks."""
        own = frozenset(self._plan.tables[number].scope)
        cardinalities = self._plan.cardinalities
        array = self._tables[number]
        shape = [cardinalities[variable] if variable in own else 1 for variable in scope]
        return array.reshape(array.shape[0], *shape, array.shape[-1])

    def _lay_adjoints(self) -> tuple[Array, list[Array]]:
        plan = self._plan
        if not self._retained:
            return np.empty((0, self.width)), []
        sizes = [plan.lanes * math.prod(plan.shape(leaf.table)) for leaf in plan.leaves]
        ends = np.cumsum([0, *sizes])
        adjoints = np.empty((int(ends[-1]), self.width))
        views = [
            adjoints[start:stop].reshape(self._shape(leaf.table, plan.lanes, self.width))
            for leaf, start, stop in zip(plan.leaves, ends[:-1], ends[1:], strict=True)
        ]
        return adjoints, views

    def _backward(self, leaf_adjoints: list[Array]) -> Iterator[Stage]:
        """Writes the reverse pass, from the root to the leaves.

        The adjoint of table ``t`` has the key ``len(tables) + t``; where it only repeats another
        adjoint, it goes by the key of that one.
        """
        count = len(self._tables)
        leaves = len(leaf_adjoints)
        unit = np.full((self._plan.lanes, self.width), self.semiring.one)
        if not self._plan.steps:
            yield self._repeat(_Adjoint(unit, count), leaf_adjoints[0], count)
        known = {count - 1: _Adjoint(unit, 2 * count - 1)}
        for table in range(count - 1, leaves - 1, -1):
            step = self._plan.steps[table - leaves]
            adjoint = known.pop(table)
            if isinstance(step, Sum) and step.source >= leaves:
                known[step.source] = _Adjoint(adjoint.array[:, None], adjoint.key)
                continue
            if isinstance(step, Sum):
                repeated = _Adjoint(adjoint.array[:, None], adjoint.key)
                yield self._repeat(repeated, leaf_adjoints[step.source], count + step.source)
            else:
                for mine, other in ((step.left, step.right), (step.right, step.left)):
                    out = leaf_adjoints[mine] if mine < leaves else None
                    stage = self._share(table, adjoint, mine, other, out)
                    known[mine] = _Adjoint(stage.made, stage.key)
                    yield stage
            self._writer.arena.give_back(adjoint.array)

    def _repeat(self, adjoint: _Adjoint, out: Array, key: int) -> Stage:
        self._writer.copy(adjoint.array, out)
        return Stage(self._writer.finished(), out, key, (adjoint.key,), 1)

    def _share(
        self, product: int, adjoint: _Adjoint, mine: int, other: int, out: Array | None
    ) -> Stage:
        """Writes the adjoint of one factor of a product."""
        scope = self._plan.tables[product].scope
        own = frozenset(self._plan.tables[mine].scope)
        axes = [axis for axis, variable in enumerate(scope, 1) if variable not in own]
        made = self._writer.contract(adjoint.array, self._aligned(other, scope), axes, out)
        summed = math.prod(self._plan.cardinalities[scope[axis - 1]] for axis in axes)
        key = len(self._tables) + mine
        return Stage(self._writer.finished(), made, key, (adjoint.key, other), summed)


@dataclass(frozen=True, slots=True)
class _Adjoint:
    """An adjoint already made, and the key of the stage that made it."""

    array: Array
    key: int


def _flat(stages: Iterable[Stage]) -> tuple[Op, ...]:
    return tuple(op for stage in stages for op in stage.ops)
