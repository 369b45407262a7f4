"""A compiled case in pyAgrum's terms, for tests and benchmarks that hold the engine against it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from deciban.model import Model


def network(gum: Any, model: Model) -> Any:  # noqa: ANN401 (pyAgrum has no type information)
    """A model whose tables are one variable's chances given others, or a mind's.

    Tables are set from arrays: pyAgrum's readers keep single precision.

    Args:
        gum: pyAgrum itself.
        model: the model.
    """
    net = gum.BayesNet()
    for index, variable in enumerate(model.variables):
        net.add(gum.RangeVariable(name(index), "", 0, len(variable.states) - 1))
    tables = list(_tables(model))
    if sorted(table.child for table in tables) != list(range(len(model.variables))):
        message = "some variable has no table of its own"
        raise ValueError(message)
    for table in tables:
        for parent in table.parents:
            net.addArc(name(parent), name(table.child))
        potential = net.cpt(name(table.child))
        variables = (*table.parents, table.child)
        axes = [variables.index(int(each[1:])) for each in potential.names]
        potential.fillWith(np.transpose(table.chances, axes[::-1]).ravel().tolist())
    return net


@dataclass(frozen=True)
class _Table:
    """The chances of one variable given others, its own axis last."""

    child: int
    parents: tuple[int, ...]
    chances: NDArray[np.float64]


def _tables(model: Model) -> Iterator[_Table]:
    """Every table; one over several variables at once, as a mind's, is taken apart."""
    values = np.array([entry.evaluate(model.centrals.tolist()) for entry in model.entries])
    joint = []
    known = set()
    for factor in model.factors:
        chances = values[factor.entries]
        *parents, child = factor.variables
        if np.allclose(chances.sum(axis=-1), 1.0, rtol=1e-12, atol=0.0):
            known.add(child)
            yield _Table(child, tuple(parents), chances)
        else:
            joint.append((factor.variables, chances))
    for variables, chances in joint:
        yield from _taken_apart(variables, chances, known)


def _taken_apart(
    variables: Sequence[int], chances: NDArray[np.float64], known: set[int]
) -> Iterator[_Table]:
    """Every variable that has no table yet, given those before it (the chain rule)."""
    order = sorted(range(len(variables)), key=lambda axis: variables[axis] not in known)
    joint = np.transpose(chances, order)
    names = [variables[axis] for axis in order]
    new = tuple(place for place, child in enumerate(names) if child not in known)
    np.testing.assert_allclose(joint.sum(axis=new), 1.0, rtol=1e-12)
    for place in new:
        part = joint.sum(axis=tuple(range(place + 1, joint.ndim)))
        whole = part.sum(axis=-1, keepdims=True)
        even = np.full_like(part, 1.0 / part.shape[-1])
        each = np.divide(part, whole, out=even, where=whole > 0.0)
        yield _Table(names[place], tuple(names[:place]), each)


def evidence(model: Model) -> dict[str, int]:
    """Everything the model observes."""
    return {name(item.variable): item.state for item in model.items}


def name(variable: int) -> str:
    """What a variable is called there."""
    return f"v{variable}"
