"""A model in pgmpy, asked by variable elimination, its usual engine."""

from typing import Any

import numpy as np
from benchmarks import peers
from numpy.typing import NDArray
from tests.meaning.in_agrum import evidence, name

from deciban.model import Model

Array = NDArray[np.float64]


class Pgmpy:
    """One model whose every table is one variable's chances given others, the variable last."""

    def __init__(self, model: Model) -> None:
        inference = peers.submodule("pgmpy.inference")
        self._engine = inference.VariableElimination(_network(model))
        self._seen = evidence(model)
        seen = set(self._seen)
        self._names = [name(variable) for variable in range(len(model.variables))]
        self._free = [each for each in self._names if each not in seen]

    @classmethod
    def of(cls, model: Model) -> "Pgmpy | None":
        """The model there, or None where pgmpy is missing."""
        return None if peers.find("pgmpy") is None else cls(model)

    def marginals(self) -> list[Array]:
        """The marginal of every variable that is not observed, one question each."""
        return [self._ask(each) for each in self._free]

    def posterior(self, query: int) -> Array:
        """One variable's marginal."""
        return self._ask(name(query))

    def _ask(self, variable: str) -> Array:
        answer = self._engine.query([variable], evidence=self._seen, show_progress=False)
        return np.asarray(answer.values)


def _network(model: Model) -> Any:  # noqa: ANN401 [pgmpy's types are not needed to read this]
    values = np.array([entry.evaluate(model.centrals.tolist()) for entry in model.entries])
    cardinalities = model.cardinalities
    table_of = peers.submodule("pgmpy.factors.discrete").TabularCPD
    net = peers.submodule("pgmpy.models").DiscreteBayesianNetwork()
    net.add_nodes_from([name(variable) for variable in range(len(model.variables))])
    for factor in model.factors:
        *parents, child = factor.variables
        net.add_edges_from([(name(parent), name(child)) for parent in parents])
    for factor in model.factors:
        *parents, child = factor.variables
        table = np.moveaxis(values[factor.entries], -1, 0).reshape(cardinalities[child], -1)
        states = [cardinalities[parent] for parent in parents]
        others = [name(parent) for parent in parents]
        net.add_cpds(table_of(name(child), len(table), table, others or None, states or None))
    return net
