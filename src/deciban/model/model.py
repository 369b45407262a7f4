"""The discrete factor graph that a case compiles to.

Notation: variables, written numbers, table entries and items are referred to by their position in
the tuples of ``Model``. A *factor* is a table over some of the variables; each of its cells is an
index into ``Model.entries``, so cells that always hold one value share one entry. The weight of a
joint state is the product of its cells over all factors.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Literal

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Hashable

    from numpy.typing import NDArray

    from deciban.model.polynomial import Polynomial
    from deciban.model.row import Row
    from deciban.span import Span

Measure = Literal["probability", "decibans", "ratio", "amount"]
ItemKind = Literal["event", "report", "silence"]


@dataclass(frozen=True, slots=True)
class Variable:
    """What may be one way or another.

    Attributes:
        name: an address in the case, or a readable name.
        states: the names of its states; a state is referred to by its position here.
    """

    name: str
    states: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Number:
    """A number somebody wrote down, or that deciban assumed.

    Attributes:
        address: its one address in the case.
        central: the value used where no range is asked for: a probability or a ratio.
        low: the lowest value its author would stand behind, in the same unit.
        high: the highest.
        measure: what it is, and in what its draws are uniform: a ``probability``, in itself; a
            probability in ``decibans``, in its log-odds; a ``ratio`` of likelihoods, in its
            logarithm; an ``amount``, such as what something is worth to a man, in itself.
        assumed: deciban supplied it, the case did not.
    """

    address: str
    central: float
    low: float
    high: float
    measure: Measure
    assumed: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Factor:
    """One table of the graph.

    Attributes:
        variables: the variables it ranges over, each once; empty for a lone constant.
        entries: for every joint state of them, in their order, an index into ``Model.entries``.
            Shape: the variables' numbers of states. Read-only.
        origin: the address in the case that it comes from.
        at: where that stands in the text; not part of equality.
    """

    variables: tuple[int, ...]
    entries: NDArray[np.intp]
    origin: str
    at: Span | None = None

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Factor):
            return NotImplemented
        return (
            self.variables == other.variables
            and self.origin == other.origin
            and np.array_equal(self.entries, other.entries)
        )

    def __hash__(self) -> int:
        return hash((self.variables, self.origin, self.entries.tobytes()))


@dataclass(frozen=True, slots=True)
class Item:
    """One observation: a variable seen in a state.

    Attributes:
        id: the id it has in the case.
        kind: ``event``, ``report`` or ``silence``.
        variable: the variable observed.
        state: the state it was observed in.
    """

    id: str
    kind: ItemKind
    variable: int
    state: int


@dataclass(frozen=True)
class Model:
    """A discrete factor graph with its observations and its questions.

    Attributes:
        variables: every variable.
        numbers: every written number.
        entries: every table entry, a polynomial in the numbers; equal ones are one, but for
            those of a mind's table, which are apart.
        factors: the tables.
        items: the observations, in the order of the case.
        questions: the variable of each question, by the question's id.
        rows: the numbers that share one whole.
        memo: room for what is worked out from the model once and kept for as long as it lives,
            such as plans, or came with it, such as the minds it was
            compiled from; no part of its value.
    """

    variables: tuple[Variable, ...]
    numbers: tuple[Number, ...]
    entries: tuple[Polynomial, ...]
    factors: tuple[Factor, ...]
    items: tuple[Item, ...]
    questions: dict[str, int]
    rows: tuple[Row, ...] = ()
    memo: dict[Hashable, object] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    @cached_property
    def centrals(self) -> NDArray[np.float64]:
        """The central value of every number. Shape (numbers,); read-only."""
        values = np.array([number.central for number in self.numbers], dtype=np.float64)
        values.setflags(write=False)
        return values

    @cached_property
    def cardinalities(self) -> tuple[int, ...]:
        """The number of states of every variable."""
        return tuple(len(variable.states) for variable in self.variables)
