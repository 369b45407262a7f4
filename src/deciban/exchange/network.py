"""A Bayesian network as another program wrote it down, and the model it is."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import prod

from deciban.model import GraphBuilder, Model
from deciban.span import Span


@dataclass(frozen=True, slots=True)
class Row:
    """How likely each state of a variable is in one circumstance.

    Attributes:
        when: the states of the variables it hangs from; empty where it hangs from none.
        chances: probabilities, one for each state, adding up to 1.
    """

    when: tuple[str, ...]
    chances: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class NetworkVariable:
    """One variable with its table.

    Attributes:
        name: its name.
        states: the names of its states.
        parents: the variables it hangs from.
        rows: one for each combination of their states, those of the last parent moving fastest.
        at: where it is declared; not part of equality.
    """

    name: str
    states: tuple[str, ...]
    parents: tuple[str, ...]
    rows: tuple[Row, ...]
    at: Span | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Network:
    """A Bayesian network.

    Attributes:
        name: what it is called; empty where the file does not say.
        variables: in the order written.
        scaled: how many rows did not add up to 1 as written, and were brought to it.
    """

    name: str
    variables: tuple[NetworkVariable, ...]
    scaled: int

    @property
    def states(self) -> Mapping[str, tuple[str, ...]]:
        """The states of every variable, by its name."""
        return {variable.name: variable.states for variable in self.variables}


def to_model(network: Network) -> Model:
    """Answer the model that a network is: its tables, with no observations and no questions."""
    graph = GraphBuilder()
    index = {each.name: graph.variable(each.name, each.states) for each in network.variables}
    for variable in network.variables:
        parents = [index[parent] for parent in variable.parents]
        sizes = [graph.cardinality(parent) for parent in parents]
        strides = [prod(sizes[place + 1 :]) for place in range(len(sizes))]

        def cell(
            state: tuple[int, ...],
            rows: tuple[Row, ...] = variable.rows,
            strides: list[int] = strides,
        ) -> float:
            own, *given = state
            place = sum(each * stride for each, stride in zip(given, strides, strict=True))
            return rows[place].chances[own]

        graph.factor([index[variable.name], *parents], cell, variable.name, variable.at)
    return graph.build()
