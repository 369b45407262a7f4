"""Builds a model piece by piece, sharing what is equal."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import numpy as np

from deciban.model.model import Factor, Item, ItemKind, Measure, Model, Number, Variable
from deciban.model.polynomial import Polynomial
from deciban.model.row import Row

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from numpy.typing import NDArray

    from deciban.span import Span

    Table = Callable[[tuple[int, ...]], Polynomial | float]


class GraphBuilder:
    """Collects variables, numbers, tables and observations, then hands over the finished model.

    Wrong use is a bug of the caller and raises; nothing here is a user's mistake.
    """

    def __init__(self) -> None:
        self._variables: list[Variable] = []
        self._numbers: list[Number] = []
        self._number_at: dict[str, int] = {}
        self._entries: list[Polynomial] = []
        self._entry_of: dict[Polynomial, int] = {}
        self._factors: list[Factor] = []
        self._items: list[Item] = []
        self._questions: dict[str, int] = {}
        self._rows: dict[tuple[int, ...], Row] = {}

    def variable(self, name: str, states: Sequence[str]) -> int:
        """Adds a variable and answers its index.

        Raises:
            ValueError: it has no states.
        """
        if not states:
            message = f"variable {name!r} has no states"
            raise ValueError(message)
        self._variables.append(Variable(name, tuple(states)))
        return len(self._variables) - 1

    def number(
        self,
        address: str,
        central: float,
        low: float,
        high: float,
        measure: Measure,
        *,
        assumed: bool = False,
    ) -> Polynomial:
        """The written number at an address, as a polynomial; asked again, the same one.

        Raises:
            ValueError: the address is taken by a number with other values.
        """
        number = Number(address, float(central), float(low), float(high), measure, assumed)
        index = self._number_at.setdefault(address, len(self._numbers))
        if index == len(self._numbers):
            self._numbers.append(number)
        elif self._numbers[index] != number:
            message = f"{address} is already {self._numbers[index]}, and now {number}"
            raise ValueError(message)
        return Polynomial.number(index)

    def row(self, shares: Mapping[str, tuple[int, float]], *, rest: bool) -> None:
        """Says that numbers share one whole; said again of the same numbers, nothing changes.

        Args:
            shares: by the address of a number, how many outcomes it speaks for, and its central
                value as written.
            rest: whether some outcome gets what they leave over.
        """
        numbers = tuple(self._number_at[address] for address in shares)
        copies, written = zip(*shares.values(), strict=True)
        self._rows.setdefault(numbers, Row(numbers, copies, rest, written))

    def factor(
        self, variables: Sequence[int], table: Table, origin: str, at: Span | None = None
    ) -> None:
        """Adds the table whose cell at each joint state is ``table(state)``.

        Args:
            variables: the variables it ranges over, each once.
            table: called for every joint state of them, the last variable moving fastest.
            origin: the address in the case that it comes from.
            at: where that stands in the text.

        Raises:
            ValueError: a variable is named twice.
        """
        if len(set(variables)) < len(variables):
            message = f"the table of {origin} names a variable twice"
            raise ValueError(message)
        shape = tuple(self.cardinality(variable) for variable in variables)
        cells = [self._entry(table(state)) for state in product(*map(range, shape))]
        entries = np.array(cells, dtype=np.intp).reshape(shape)
        entries.setflags(write=False)
        self._factors.append(Factor(tuple(variables), entries, origin, at))

    def constants(
        self,
        variables: Sequence[int],
        table: NDArray[np.float64],
        origin: str,
        at: Span | None = None,
    ) -> int:
        """Adds a table of plain numbers, each cell an entry of its own, and answers its place.

        So the derivative of log Z in an entry is the derivative in that cell alone.

        Args:
            variables: the variables it ranges over, each once, in the order of the table's axes.
            table: what stands in it.
            origin: the address in the case that it comes from.
            at: where that stands in the text.
        """
        first = len(self._entries)
        self._entries += [Polynomial.constant(value) for value in table.ravel().tolist()]
        entries = np.arange(first, len(self._entries), dtype=np.intp).reshape(table.shape)
        entries.setflags(write=False)
        self._factors.append(Factor(tuple(variables), entries, origin, at))
        return len(self._factors) - 1

    def observe(self, id: str, kind: ItemKind, variable: int, state: int) -> None:  # noqa: A002 [the case's own word]
        """Adds one observation.

        Raises:
            ValueError: the variable has no such state.
        """
        if not 0 <= state < self.cardinality(variable):
            message = f"{id} observes state {state} of {self._variables[variable]}"
            raise ValueError(message)
        self._items.append(Item(id, kind, variable, state))

    def question(self, id: str, variable: int) -> None:  # noqa: A002 [the case's own word]
        """Marks a variable as the answer to a question."""
        self._questions[id] = variable

    def cardinality(self, variable: int) -> int:
        """The number of states of a variable added before."""
        return len(self._variables[variable].states)

    def build(self) -> Model:
        """The model of everything added so far."""
        return Model(
            variables=tuple(self._variables),
            numbers=tuple(self._numbers),
            entries=tuple(self._entries),
            factors=tuple(self._factors),
            items=tuple(self._items),
            questions=dict(self._questions),
            rows=tuple(self._rows.values()),
        )

    def _entry(self, value: Polynomial | float) -> int:
        polynomial = value if isinstance(value, Polynomial) else Polynomial.constant(value)
        place = self._entry_of.setdefault(polynomial, len(self._entries))
        if place == len(self._entries):
            self._entries.append(polynomial)
        return place
