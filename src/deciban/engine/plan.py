"""What to multiply and what to sum, decided once for a model, a query and a set of evidence.

Notation: a *table* is a function of some variables, its *scope*. The tables a run starts from are
*leaves*; every step makes one more. Axes stand in one canonical order: the *lanes* (the states of
the query, or 1 where the table does not depend on it), the scope in elimination order with
variables that are *kept* behind all others, the *width* (draws or sets of items, or 1). The next
variable to go is therefore always axis 1, every product is a broadcast of reshaped views, and the
innermost loop runs over draws, or over cells if there are none.
"""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING

from deciban.engine.order import elimination_order

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from deciban.model import Model

LARGEST_TABLE = 2**24
"""Cells in one table, beyond which a model is refused: 128 MiB a draw."""


class LeafKind(Enum):
    """Where the cells of a leaf come from."""

    FACTOR = "a factor of the model, cut down to the hard evidence"
    UNIT = "ones, for a variable that no factor mentions"
    EVIDENCE = "an item that may be withheld: the state observed, or ones"


@dataclass(frozen=True, slots=True)
class Table:
    """The shape of one table.

    Attributes:
        scope: its variables in elimination order, without the query.
        lanes: it depends on the query.
        wide: it depends on which items are withheld.
    """

    scope: tuple[int, ...]
    lanes: bool
    wide: bool


@dataclass(frozen=True, slots=True)
class Leaf:
    """A table to start from: its kind, and the factor, variable or item it stands for."""

    kind: LeafKind
    index: int
    table: Table


@dataclass(frozen=True, slots=True)
class Product:
    """Multiplies two tables, each of which is used here and nowhere else."""

    left: int
    right: int


@dataclass(frozen=True, slots=True)
class Sum:
    """Sums a table over its first variable."""

    source: int


@dataclass(frozen=True, slots=True)
class Cost:
    """What a run takes, known before running.

    Attributes:
        operations: multiplications and additions of one draw, forward.
        biggest_table: the cells of the largest table.
        floats: the numbers held for one draw, all tables together.
        culprits: the variables of the largest table.
    """

    operations: int
    biggest_table: int
    floats: int
    culprits: tuple[int, ...]


class TooLarge(Exception):  # noqa: N818 [the name callers read: except TooLarge]
    """The exact answer would need a table beyond the limit.

    Attributes:
        cost: what it would take, with the variables that make it so.
    """

    def __init__(self, cost: Cost) -> None:
        super().__init__(
            f"a table of {cost.biggest_table:,} cells is needed; the limit is {LARGEST_TABLE:,}"
        )
        self.cost = cost


@dataclass(frozen=True)
class Plan:
    """A straight line from the leaves to one table of the lanes, and of what is kept beside them.

    Attributes:
        query: the variable whose states are the lanes.
        cardinalities: every variable's number of states.
        given: the variables held fixed, ascending.
        leaves: the tables to start from, numbered from 0: factors, units, evidence.
        tables: the shape of every table: the leaves, then the outcome of each step.
        steps: what makes each table after the leaves, in order.
    """

    query: int
    cardinalities: tuple[int, ...]
    given: tuple[int, ...]
    leaves: tuple[Leaf, ...]
    tables: tuple[Table, ...]
    steps: tuple[Product | Sum, ...]

    @property
    def lanes(self) -> int:
        """The number of states of the query."""
        return self.cardinalities[self.query]

    def shape(self, table: Table) -> tuple[int, ...]:
        """The numbers of states along a table's scope."""
        return tuple(self.cardinalities[variable] for variable in table.scope)

    def cells(self, table: Table) -> int:
        """The cells of a table, lanes included."""
        return math.prod(self.shape(table)) * (self.lanes if table.lanes else 1)

    @cached_property
    def cost(self) -> Cost:
        """What one draw takes."""
        cells = [self.cells(table) for table in self.tables]
        biggest = max(range(len(cells)), key=cells.__getitem__)
        table = self.tables[biggest]
        return Cost(
            operations=sum(
                cells[step.source] if isinstance(step, Sum) else made
                for step, made in zip(self.steps, cells[len(self.leaves) :], strict=True)
            ),
            biggest_table=cells[biggest],
            floats=sum(cells),
            culprits=(*table.scope, *([self.query] if table.lanes else [])),
        )


def make_plan(
    model: Model, query: int, given: Sequence[int], *, soft: bool, kept: Sequence[int] = ()
) -> Plan:
    """Plans a run.

    Args:
        model: the graph.
        query: the variable whose states are the lanes; it is never summed out.
        given: the variables held fixed by hard evidence.
        soft: the model's items are applied as tables that may be withheld.
        kept: further variables that are not summed out, in the order of the last table's axes;
            none of them given.
    """
    fixed = frozenset(given) - {query}
    scopes = _leaf_scopes(model, fixed, query, soft=soft)
    stays = frozenset((query, *kept))
    order = elimination_order((scope for _, _, scope in scopes), model.cardinalities, stays)
    rank = {variable: place for place, variable in enumerate((*order, *kept))}
    leaves = [
        Leaf(kind, index, _table(scope, rank, query, wide=kind is LeafKind.EVIDENCE))
        for kind, index, scope in scopes
    ]
    drawing = _Drawing(leaves, model.cardinalities, rank)
    for variable in order:
        drawing.sum_out(variable)
    drawing.join()
    return Plan(
        query=query,
        cardinalities=model.cardinalities,
        given=tuple(sorted(given)),
        leaves=tuple(leaves),
        tables=tuple(drawing.tables),
        steps=tuple(drawing.steps),
    )


def _leaf_scopes(
    model: Model, fixed: frozenset[int], query: int, *, soft: bool
) -> list[tuple[LeafKind, int, list[int]]]:
    """Every leaf with its free variables; every free variable stands in a factor or a unit."""
    scopes = [
        (LeafKind.FACTOR, index, [v for v in factor.variables if v not in fixed])
        for index, factor in enumerate(model.factors)
    ]
    mentioned = {query}.union(*(scope for _, _, scope in scopes))
    scopes += [
        (LeafKind.UNIT, variable, [variable])
        for variable in range(len(model.variables))
        if variable not in mentioned and variable not in fixed
    ]
    if not scopes:
        scopes.append((LeafKind.UNIT, query, []))
    if soft:
        scopes += [
            (LeafKind.EVIDENCE, index, [v for v in (item.variable,) if v not in fixed])
            for index, item in enumerate(model.items)
        ]
    return scopes


def _table(scope: Iterable[int], rank: dict[int, int], query: int, *, wide: bool) -> Table:
    variables = [variable for variable in scope if variable != query]
    return Table(tuple(sorted(variables, key=rank.__getitem__)), lanes=query in scope, wide=wide)


class _Drawing:
    """A plan being drawn: each table waits in the bucket of the first variable it will lose."""

    def __init__(
        self, leaves: Sequence[Leaf], cardinalities: Sequence[int], rank: dict[int, int]
    ) -> None:
        self.tables = [leaf.table for leaf in leaves]
        self.steps: list[Product | Sum] = []
        self.cardinalities = cardinalities
        self.rank = rank
        self.buckets: defaultdict[int | None, list[int]] = defaultdict(list)
        for table in range(len(leaves)):
            self._file(table)

    def sum_out(self, variable: int) -> None:
        """Multiplies everything in a variable's bucket and sums the variable out."""
        whole = self._multiply(self.buckets.pop(variable))
        table = self.tables[whole]
        rest = Table(table.scope[1:], table.lanes, table.wide)
        self._file(self._make(Sum(whole), rest))

    def join(self) -> None:
        """Multiplies what is left when only the lanes and what is kept are left."""
        self._multiply([table for waiting in self.buckets.values() for table in waiting])

    def _multiply(self, waiting: list[int]) -> int:
        """One table of all those waiting, like with like first so that few products are big."""
        alike: defaultdict[Table, list[int]] = defaultdict(list)
        for table in waiting:
            alike[self.tables[table]].append(table)
        groups = sorted(alike.values(), key=lambda group: self._size(self.tables[group[0]]))
        return self._chain([self._chain(group) for group in groups])

    def _chain(self, tables: list[int]) -> int:
        product = tables[0]
        for table in tables[1:]:
            joint = self._union(self.tables[product], self.tables[table])
            product = self._make(Product(product, table), joint)
        return product

    def _union(self, left: Table, right: Table) -> Table:
        scope = dict.fromkeys((*left.scope, *right.scope))
        return Table(
            tuple(sorted(scope, key=self.rank.__getitem__)),
            lanes=left.lanes or right.lanes,
            wide=left.wide or right.wide,
        )

    def _size(self, table: Table) -> tuple[bool, int, bool, tuple[int, ...]]:
        cells = math.prod(self.cardinalities[variable] for variable in table.scope)
        return table.wide, cells, table.lanes, table.scope

    def _make(self, step: Product | Sum, table: Table) -> int:
        self.steps.append(step)
        self.tables.append(table)
        return len(self.tables) - 1

    def _file(self, table: int) -> None:
        scope = self.tables[table].scope
        self.buckets[scope[0] if scope else None].append(table)
