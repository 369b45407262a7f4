"""Finding: had we judged otherwise, what would it add up to."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from deciban.case import Case, WhatIf
from deciban.checks import errors_of
from deciban.compile import compile_case
from deciban.edit import apply_what_if
from deciban.engine import solve
from deciban.findings.posterior import Posterior, find_posteriors
from deciban.problem import Problem

#: What an edit may leave behind without harm: an event that nothing bears on any more.
HARMLESS = frozenset({"D501"})


@dataclass(frozen=True, slots=True)
class Supposition:
    """A what-if and what it comes to.

    Attributes:
        id: its name.
        text: what is supposed.
        probability: by hypothesis, under the edit.
        moved: by hypothesis, how far its log-odds moved, in decibans.
        leader: the leading hypothesis under the edit.
        gone: the items that the edit leaves out.
    """

    id: str
    text: str
    probability: Mapping[str, float]
    moved: Mapping[str, float]
    leader: str
    gone: tuple[str, ...] = ()


def misfits(case: Case, before: Collection[Problem]) -> Iterator[Problem]:
    """Answer what stands in the way of each of a case's own what-ifs.

    Args:
        case: the case as it stands.
        before: what is wrong with it already.
    """
    for what_if in case.what_if:
        outcome = _edited(case, what_if, before)
        if isinstance(outcome, tuple):
            yield from outcome


def _edited(case: Case, what_if: WhatIf, before: Collection[Problem]) -> Case | tuple[Problem, ...]:
    """The case under a what-if, checked like any other; or what stands in the way.

    Args:
        case: the case as it stands.
        what_if: the edit.
        before: what was wrong without it.
    """
    outcome = apply_what_if(case, what_if)
    if isinstance(outcome, tuple):
        return outcome
    alone = replace(outcome, what_if=())  # other what-ifs may name what this one removed
    wrong = tuple(
        _as_what_if(problem, what_if)
        for problem in errors_of(alone)
        if problem not in before and problem.code not in HARMLESS
    )
    return wrong or outcome


def find_what_if(
    case: Case, what_if: WhatIf, posterior: Posterior
) -> Supposition | tuple[Problem, ...]:
    """Answer what the case adds up to under an edit.

    Args:
        case: the case as it stands.
        what_if: the edit.
        posterior: the answer as it stands.
    """
    outcome = _edited(case, what_if, frozenset(errors_of(case)))
    if isinstance(outcome, tuple):
        return outcome
    model = compile_case(outcome)
    solution = solve(model, model.questions[outcome.question.id], derivatives=True)
    if not any(solution.posterior):
        message = f"'{what_if.id}' contradicts the rest of the case"
        return (Problem("D801", message, what_if.at, "under it every hypothesis is impossible"),)
    answer = find_posteriors(outcome, model, solution)[0]
    was = {each.id: each.log_odds for each in posterior.answers}
    return Supposition(
        id=what_if.id,
        text=what_if.text or what_if.id,
        probability={each.id: each.probability for each in answer.answers},
        moved={each.id: each.log_odds - was[each.id] for each in answer.answers},
        leader=answer.leader.id,
        gone=_gone(case, outcome),
    )


def _gone(case: Case, edited: Case) -> tuple[str, ...]:
    """The items that an edit leaves out, in the order of the case."""
    left = frozenset(_items(edited))
    return tuple(name for name in _items(case) if name not in left)


def _items(case: Case) -> Iterator[str]:
    yield from (event.id for event in case.events if event.known is not None)
    yield from (report.id for report in case.reports)
    yield from (silence.id for silence in case.silences)


def _as_what_if(problem: Problem, what_if: WhatIf) -> Problem:
    """A problem of the edited case, told of the edit."""
    if problem.code == "D801":
        return problem
    message = f"'{what_if.id}' leads to a case that is not whole: {problem.message}"
    return Problem("D801", message, what_if.at, problem.hint)
