"""Finding: how likely is each state of the variables of a network, given what is known.

Notation: ``e`` is the evidence, some variables each in one state. ``P(e)`` is the sum over every
joint state that agrees with it; the marginals after it come from one reverse pass (Darwiche 2003).
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from deciban.engine import Cost, Solution, TooLarge, solve
from deciban.model import Model
from deciban.problem import Problem
from deciban.span import Span

#: Where problems with the evidence stand: on the command line.
GIVEN = Span("--given", 1, 1)
MOST_NAMES = 6


@dataclass(frozen=True, slots=True)
class StateChance:
    """One state of a variable.

    Attributes:
        state: its name.
        before: its probability with no evidence.
        after: its probability given the evidence.
    """

    state: str
    before: float
    after: float


@dataclass(frozen=True, slots=True)
class VariableAnswer:
    """One variable that was asked about.

    Attributes:
        name: its name.
        states: its states, in the order of the network.
    """

    name: str
    states: tuple[StateChance, ...]

    @property
    def likeliest(self) -> StateChance:
        """The likeliest state given the evidence; the first of equals."""
        return max(self.states, key=lambda state: state.after)


@dataclass(frozen=True, slots=True)
class NetworkAnswer:
    """What a network says.

    Attributes:
        given: the evidence, state by variable.
        evidence: its probability; 0 where that is too small for a double, though possible.
        log_evidence: the natural logarithm of its probability.
        variables: those asked about, in the order asked.
    """

    given: Mapping[str, str]
    evidence: float
    log_evidence: float
    variables: tuple[VariableAnswer, ...]


def find_network(
    model: Model, given: Mapping[str, str], about: Sequence[str]
) -> NetworkAnswer | Problem:
    """Answer how likely each state of some variables is, before and after the evidence.

    Args:
        model: a network, without observations of its own.
        given: the evidence, state by variable.
        about: the variables asked about; all of them, if none is named.

    Returns:
        The answer; or a problem where the evidence is impossible or the network too entangled.

    Raises:
        ValueError: a variable or a state is not in the network.
    """
    index = {variable.name: place for place, variable in enumerate(model.variables)}
    asked = tuple(about) or tuple(index)
    evidence = {
        _place(index, name): _place_of_state(model, index, name, state)
        for name, state in given.items()
    }
    query = _place(index, asked[0])
    try:
        after = solve(model, query, given=evidence, derivatives=True)
        before = solve(model, query, given={}, derivatives=True)
    except TooLarge as large:
        return _too_large(model, large.cost)
    log_evidence = float(np.logaddexp.reduce(after.log_z))
    if log_evidence == -math.inf:
        return _impossible(model, query, evidence)
    variables = _answers(model, [_place(index, name) for name in asked], before, after)
    return NetworkAnswer(dict(given), math.exp(log_evidence), log_evidence, variables)


def _place(index: Mapping[str, int], name: str) -> int:
    if name not in index:
        message = f"the network has no variable {name!r}"
        raise ValueError(message)
    return index[name]


def _place_of_state(model: Model, index: Mapping[str, int], name: str, state: str) -> int:
    states = model.variables[_place(index, name)].states
    if state not in states:
        message = f"{name!r} has no state {state!r}"
        raise ValueError(message)
    return states.index(state)


def _answers(
    model: Model, asked: Sequence[int], before: Solution, after: Solution
) -> tuple[VariableAnswer, ...]:
    first, then = before.marginals(), after.marginals()
    return tuple(
        VariableAnswer(
            model.variables[place].name,
            tuple(
                StateChance(state, float(first[place][k]), float(then[place][k]))
                for k, state in enumerate(model.variables[place].states)
            ),
        )
        for place in asked
    )


def _impossible(model: Model, query: int, evidence: Mapping[int, int]) -> Problem:
    """Impossible evidence, cut down to pieces none of which can be dropped.

    Each piece in turn is left out, and stays out if the rest is impossible without it (the deletion
    filter, Chinneck and Dravnieks 1991).
    """
    needed = dict(evidence)
    for variable in evidence:
        rest = {each: state for each, state in needed.items() if each != variable}
        if not np.isfinite(solve(model, query, given=rest).log_z).any():
            needed = rest
    pieces = [
        f"{model.variables[variable].name}={model.variables[variable].states[state]}"
        for variable, state in needed.items()
    ]
    verb = "never happens" if len(pieces) == 1 else "never happen together"
    hint = "give something else" if len(pieces) == 1 else "leave one of them out"
    return Problem("D914", f"{' and '.join(pieces)} {verb} in this network", GIVEN, hint)


def _too_large(model: Model, cost: Cost) -> Problem:
    """A network too entangled to compute, as a problem that names the tangle."""
    names = [model.variables[place].name for place in cost.culprits]
    told = ", ".join(names[:MOST_NAMES]) + (", ..." if len(names) > MOST_NAMES else "")
    at = next(
        (factor.at for factor in model.factors if {*factor.variables} & {*cost.culprits}), None
    )
    message = f"a table of {cost.biggest_table:,} numbers would be needed, over {told}"
    return Problem("D702", message, at, "give the state of some of these, or drop links")
