"""Posteriors agree with pyAgrum's on random Bayesian networks.

pyAgrum's tables are set from arrays: its readers keep single precision.
"""

from __future__ import annotations

import numpy as np
import pytest

from deciban.engine import solve
from deciban.model import GraphBuilder, Model

gum = pytest.importorskip("pyagrum")


class RandomNetwork:
    """One random Bayesian network, as a model of ours and in pyAgrum's terms."""

    def __init__(self, seed: int, size: int) -> None:
        rng = np.random.default_rng(seed)
        self.builder = GraphBuilder()
        self.net = gum.BayesNet()
        self.names = [f"v{index}" for index in range(size)]
        cards = rng.integers(2, 5, size).tolist()
        for index, name in enumerate(self.names):
            self.builder.variable(name, [str(state) for state in range(cards[index])])
            self.net.add(gum.RangeVariable(name, name, 0, cards[index] - 1))
            parents = sorted(rng.permutation(index)[: rng.integers(0, 4)].tolist())
            table = rng.dirichlet(np.ones(cards[index]), [cards[parent] for parent in parents])
            self._add(index, parents, np.asarray(table))
        self.evidence = {
            int(index): int(rng.integers(cards[index])) for index in rng.permutation(size)[:3]
        }
        for index, state in self.evidence.items():
            self.builder.observe(f"i{index}", "event", index, state)

    def _add(self, index: int, parents: list[int], table: np.ndarray) -> None:
        self.builder.factor([*parents, index], lambda state: float(table[state]), f"f{index}")
        for parent in parents:
            self.net.addArc(self.names[parent], self.names[index])
        potential = self.net.cpt(self.names[index])
        axes = [[*parents, index].index(self.names.index(name)) for name in potential.names]
        cells = np.transpose(table, axes[::-1]).ravel()  # its first variable moves fastest
        potential.fillWith(cells.tolist())

    def model(self) -> Model:
        return self.builder.build()

    def posterior(self, index: int) -> np.ndarray:
        inference = gum.LazyPropagation(self.net)
        inference.setEvidence({self.names[v]: state for v, state in self.evidence.items()})
        inference.makeInference()
        return np.asarray(inference.posterior(self.names[index]).toarray())


@pytest.mark.parametrize("seed", range(12))
def test_posteriors_and_marginals_agree(seed: int) -> None:
    network = RandomNetwork(seed, size=14)
    model = network.model()
    solution = solve(model, 0, derivatives=True)
    np.testing.assert_allclose(solution.posterior, network.posterior(0), rtol=1e-10, atol=1e-12)
    for variable, marginal in enumerate(solution.marginals()):
        np.testing.assert_allclose(marginal, network.posterior(variable), rtol=1e-10, atol=1e-12)


@pytest.mark.parametrize("seed", range(4))
def test_the_probability_of_the_evidence_agrees(seed: int) -> None:
    network = RandomNetwork(100 + seed, size=12)
    inference = gum.LazyPropagation(network.net)
    inference.setEvidence({network.names[v]: state for v, state in network.evidence.items()})
    inference.makeInference()
    total = np.exp(solve(network.model(), 0).log_z).sum()
    assert total == pytest.approx(inference.evidenceProbability(), rel=1e-10)
