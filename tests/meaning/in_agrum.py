"""A compiled case in pyAgrum's terms, for tests and benchmarks that hold the engine against it."""

from typing import Any

import numpy as np

from deciban.model import Model


def network(gum: Any, model: Model) -> Any:  # noqa: ANN401 (pyAgrum has no type information)
    """A model whose every table is one variable's chances given others, the variable last.

    Tables are set from arrays: pyAgrum's readers keep single precision.

    Args:
        gum: pyAgrum itself.
        model: the model.
    """
    net = gum.BayesNet()
    for index, variable in enumerate(model.variables):
        net.add(gum.RangeVariable(name(index), "", 0, len(variable.states) - 1))
    values = np.array([entry.evaluate(model.centrals.tolist()) for entry in model.entries])
    children = sorted(factor.variables[-1] for factor in model.factors)
    if children != list(range(len(model.variables))):
        message = "some variable has no table of its own"
        raise ValueError(message)
    for factor in model.factors:
        *parents, child = factor.variables
        for parent in parents:
            net.addArc(name(parent), name(child))
        table = values[factor.entries]
        np.testing.assert_allclose(table.sum(axis=-1), 1.0, rtol=1e-12)
        potential = net.cpt(name(child))
        axes = [factor.variables.index(int(each[1:])) for each in potential.names]
        potential.fillWith(np.transpose(table, axes[::-1]).ravel().tolist())
    return net


def evidence(model: Model) -> dict[str, int]:
    """Everything the model observes."""
    return {name(item.variable): item.state for item in model.items}


def name(variable: int) -> str:
    """What a variable is called there."""
    return f"v{variable}"
