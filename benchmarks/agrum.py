"""A model in pyAgrum, asked in the ways the benchmarks compare."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
from benchmarks import peers
from numpy.typing import NDArray
from tests.meaning.in_agrum import evidence, name, network

from deciban.model import Model

Array = NDArray[np.float64]


class Agrum:
    """One model; every question is put to an engine made anew, unless it says otherwise.

    Lazy propagation is pyAgrum's usual engine. Tables are set from the model's own arrays.
    """

    def __init__(self, gum: ModuleType, model: Model) -> None:
        self._gum = gum
        self._net = network(gum, model)
        self._seen = evidence(model)
        self._names = [name(variable) for variable in range(len(model.variables))]

    @classmethod
    def of(cls, model: Model) -> "Agrum | None":
        """The model there, or None where pyAgrum is missing."""
        gum = peers.find("pyagrum")
        return None if gum is None else cls(gum, model)

    @property
    def contradiction(self) -> type[Exception]:
        """What pyAgrum raises where it takes the evidence to be impossible."""
        raised: type[Exception] = self._gum.IncompatibleEvidence
        return raised

    @staticmethod
    def from_file(gum: ModuleType, path: Path) -> list[Array]:
        """Every marginal of a network in a file, which pyAgrum reads in single precision."""
        net = gum.loadBN(str(path))
        engine = gum.LazyPropagation(net)
        engine.makeInference()
        return [np.asarray(engine.posterior(each).toarray()) for each in net.names()]

    def marginals(self) -> list[Array]:
        """Every variable's marginal under what the model observes."""
        engine = self._gum.LazyPropagation(self._net)
        engine.setEvidence(self._seen)
        engine.makeInference()
        return [np.asarray(engine.posterior(each).toarray()) for each in self._names]

    def posterior(self, query: int, without: Iterable[str] = ()) -> Array:
        """One variable's marginal, with some of the observed variables left open."""
        seen = {key: state for key, state in self._seen.items() if key not in set(without)}
        engine = self._gum.LazyPropagation(self._net)
        engine.setEvidence(seen)
        engine.setTargets({name(query)})
        engine.makeInference()
        return np.asarray(engine.posterior(name(query)).toarray())

    def kept(self, given: Mapping[int, int]) -> "KeptAgrum":
        """An engine kept from question to question."""
        engine = self._gum.LazyPropagation(self._net)
        engine.setEvidence({name(variable): state for variable, state in given.items()})
        return KeptAgrum(engine, self._names)


class KeptAgrum:
    """An engine that keeps its tree of tables while only the states observed change."""

    def __init__(self, engine: Any, names: list[str]) -> None:  # noqa: ANN401 [pyAgrum has no types]
        self._engine = engine
        self._names = names

    def marginals(self, variable: int, state: int) -> list[Array]:
        """Every variable's marginal, once a variable observed before is seen in this state."""
        self._engine.chgEvidence(name(variable), state)
        self._engine.makeInference()
        return [np.asarray(self._engine.posterior(each).toarray()) for each in self._names]
