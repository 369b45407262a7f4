"""pyAgrum, given the tables of the case at hand, answers every question alike."""

from pathlib import Path

import numpy as np
import pytest
from tests.meaning.in_agrum import evidence, name, network

from deciban.compile import compile_case
from deciban.engine import solve
from deciban.read import read_case

CASES = Path(__file__).parents[2] / "cases"


@pytest.mark.parametrize("folder", ["barbarossa", "finance_director"])
def test_every_question_of_a_case_is_answered_alike(folder: str) -> None:
    gum = pytest.importorskip("pyagrum")
    case = read_case(CASES / folder).case
    assert case is not None
    model = compile_case(case)
    inference = gum.LazyPropagation(network(gum, model))
    inference.setEvidence(evidence(model))
    inference.makeInference()
    main = solve(model, model.questions[case.question.id], derivatives=True)
    marginals = main.marginals()
    for variable in model.questions.values():
        theirs = np.asarray(inference.posterior(name(variable)).toarray())
        np.testing.assert_allclose(marginals[variable], theirs, rtol=1e-9, atol=1e-12)
    total = np.log(inference.evidenceProbability())
    assert np.logaddexp.reduce(main.log_z) == pytest.approx(total, rel=1e-9)
