"""pyAgrum, given the tables of the case at hand, answers every question alike."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from deciban.compile import compile_case
from deciban.engine import solve
from deciban.model import Model
from deciban.read import read_case

gum = pytest.importorskip("pyagrum")

CASES = Path(__file__).parents[2] / "cases"


def network(model: Model) -> Any:  # noqa: ANN401 (pyAgrum has no type information)
    """A model whose every table is one variable's chances given others, the variable last.

    Tables are set from arrays: pyAgrum's readers keep single precision.
    """
    net = gum.BayesNet()
    for index, variable in enumerate(model.variables):
        net.add(gum.RangeVariable(f"v{index}", "", 0, len(variable.states) - 1))
    values = np.array([entry.evaluate(model.centrals.tolist()) for entry in model.entries])
    children = [factor.variables[-1] for factor in model.factors]
    assert sorted(children) == list(range(len(model.variables)))
    for factor in model.factors:
        *parents, child = factor.variables
        for parent in parents:
            net.addArc(f"v{parent}", f"v{child}")
        table = values[factor.entries]
        np.testing.assert_allclose(table.sum(axis=-1), 1.0, rtol=1e-12)
        potential = net.cpt(f"v{child}")
        axes = [factor.variables.index(int(name[1:])) for name in potential.names]
        potential.fillWith(np.transpose(table, axes[::-1]).ravel().tolist())
    return net


@pytest.mark.parametrize("name", ["barbarossa", "finance_director"])
def test_every_question_of_a_case_is_answered_alike(name: str) -> None:
    case = read_case(CASES / name).case
    assert case is not None
    model = compile_case(case)
    inference = gum.LazyPropagation(network(model))
    inference.setEvidence({f"v{item.variable}": item.state for item in model.items})
    inference.makeInference()
    main = solve(model, model.questions[case.question.id], derivatives=True)
    marginals = main.marginals()
    for variable in model.questions.values():
        theirs = np.asarray(inference.posterior(f"v{variable}").toarray())
        np.testing.assert_allclose(marginals[variable], theirs, rtol=1e-9, atol=1e-12)
    evidence = np.log(inference.evidenceProbability())
    assert np.logaddexp.reduce(main.log_z) == pytest.approx(evidence, rel=1e-9)
