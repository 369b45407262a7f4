"""The reference: every joint state, one after the other.

Obviously right and exponentially slow; the engine is held against it in tests.

Notation: ``h`` runs over the states of the query variable, ``e`` is the evidence,
``Z_h = P(query = h, e)`` up to the graph's own normalisation, that is the sum over all joint states
that agree with ``h`` and ``e`` of the product of the factors' cells.
"""

from __future__ import annotations

import math
from itertools import product
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    from deciban.model import Model


def enumerate_joint(
    model: Model,
    query: int,
    given: Mapping[int, int] | None = None,
    numbers: Sequence[float] | NDArray[np.float64] | None = None,
) -> NDArray[np.float64]:
    """The natural logarithm of ``Z_h``, by summing over every joint state.

    Args:
        model: the graph.
        query: the variable whose states are told apart.
        given: hard evidence, variable to state; by default everything the model observes.
        numbers: the written numbers, shape (numbers,); by default the central ones.

    Returns:
        log Z, shape (states of the query,); minus infinity where impossible.
    """
    entries = _entry_values(model, numbers)
    weights: list[list[float]] = [[] for _ in model.variables[query].states]
    for state in _states(model, given):
        weights[state[query]].append(math.prod(entries[cell] for cell in _cells(model, state)))
    totals = [math.fsum(terms) for terms in weights]
    return np.array([math.log(total) if total > 0 else -math.inf for total in totals])


def enumerate_derivatives(
    model: Model,
    query: int,
    given: Mapping[int, int] | None = None,
    numbers: Sequence[float] | NDArray[np.float64] | None = None,
) -> NDArray[np.float64]:
    """The derivative of ``Z_h`` (not of its logarithm) in every table entry.

    A joint state whose product holds an entry ``k`` times among the cells gives ``k`` terms, each
    the product of the other cells.

    Args:
        model: the graph.
        query: the variable whose states are told apart.
        given: hard evidence, variable to state; by default everything the model observes.
        numbers: the written numbers, shape (numbers,); by default the central ones.

    Returns:
        dZ/d entry, shape (states of the query, entries).
    """
    entries = _entry_values(model, numbers)
    shape = (len(model.variables[query].states), len(entries))
    terms: dict[tuple[int, int], list[float]] = {}
    for state in _states(model, given):
        cells = _cells(model, state)
        for place, cell in enumerate(cells):
            others = cells[:place] + cells[place + 1 :]
            weight = math.prod(entries[other] for other in others)
            terms.setdefault((state[query], cell), []).append(weight)
    derivatives = np.zeros(shape)
    for key, weights in terms.items():
        derivatives[key] = math.fsum(weights)
    return derivatives


def _entry_values(
    model: Model, numbers: Sequence[float] | NDArray[np.float64] | None
) -> list[float]:
    values = [float(value) for value in (model.centrals if numbers is None else numbers)]
    return [entry.evaluate(values) for entry in model.entries]


def _states(model: Model, given: Mapping[int, int] | None) -> Iterator[tuple[int, ...]]:
    """Every joint state of all variables that agrees with the evidence."""
    evidence = (
        [(item.variable, item.state) for item in model.items]
        if given is None
        else list(given.items())
    )
    for state in product(*map(range, model.cardinalities)):
        if all(state[variable] == seen for variable, seen in evidence):
            yield state


def _cells(model: Model, state: tuple[int, ...]) -> list[int]:
    """The entry that each factor takes at a joint state."""
    return [
        int(factor.entries[tuple(state[variable] for variable in factor.variables)])
        for factor in model.factors
    ]
