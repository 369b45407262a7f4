"""Finding: had we judged otherwise, what would it add up to."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

import numpy as np

from deciban.case import Case, WhatIf
from deciban.case.minds import acts_of
from deciban.checks import errors_of
from deciban.compile import compile_case
from deciban.edit import apply_what_if, name_in_words
from deciban.engine import Solution, TooLarge, solve
from deciban.findings.odds import log_odds, minus
from deciban.findings.posterior import Posterior
from deciban.findings.sanity import too_large, too_many_cells
from deciban.minds import TooManyCells
from deciban.problem import Problem

#: An edit may leave an event of the case behind that nothing bears on any more; it may not add one.
IDLE = "D501"


@dataclass(frozen=True, slots=True)
class Supposition:
    """A what-if and what it comes to.

    Attributes:
        id: its name.
        text: what is supposed.
        probability: by hypothesis, under the edit.
        moved: by hypothesis, how far its log-odds moved, in decibans; 0 where it stays impossible.
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

    They are checked and not weighed: one that makes every hypothesis impossible is found by
    ``find_what_if`` alone.

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
    idle = frozenset(event.place("id") for event in case.events)
    wrong = tuple(
        _as_what_if(problem, what_if)
        for problem in errors_of(alone)
        if problem not in before and not (problem.code == IDLE and problem.at in idle)
    )
    return wrong or outcome


def find_what_if(
    case: Case, what_if: WhatIf, posterior: Posterior
) -> Supposition | tuple[Problem, ...]:
    """Answer what the case adds up to under an edit.

    Args:
        case: the case as it stands, which has no errors.
        what_if: the edit.
        posterior: the answer as it stands.

    Returns:
        What it comes to; or what stands in the way: it cannot be applied, leads to a case with
        errors, makes every hypothesis impossible, or makes the case too entangled to compute.
    """
    outcome = _edited(case, what_if, ())
    if isinstance(outcome, tuple):
        return outcome
    try:
        model = compile_case(outcome)
    except TooManyCells as many:
        told = too_many_cells(outcome, many)
        return (Problem("D801", told.message, what_if.at, told.hint),)
    try:
        solution = solve(model, model.questions[outcome.question.id])
    except TooLarge as large:
        told = too_large(outcome, model, large.cost)
        message = f"{name_in_words(what_if)} makes the case too large: {told.message}"
        return (Problem("D801", message, what_if.at, told.hint),)
    if not solution.posterior.any():
        message = f"{name_in_words(what_if)} contradicts the rest of the case"
        return (Problem("D801", message, what_if.at, "under it every hypothesis is impossible"),)
    return _supposition(case, outcome, what_if, posterior, solution)


def _supposition(
    case: Case, edited: Case, what_if: WhatIf, posterior: Posterior, solution: Solution
) -> Supposition:
    """A what-if that can be weighed, compared with the case as it stands."""
    answers = edited.question.answers
    was = {each.id: each.log_odds for each in posterior.answers}
    before = np.array([was[name] for name in answers])
    moved = minus(log_odds(solution.log_z), before)
    return Supposition(
        id=what_if.id,
        text=what_if.text or what_if.id,
        probability=dict(zip(answers, map(float, solution.posterior), strict=True)),
        moved=dict(zip(answers, map(float, moved), strict=True)),
        leader=answers[int(solution.posterior.argmax())],
        gone=_gone(case, edited),
    )


def _gone(case: Case, edited: Case) -> tuple[str, ...]:
    """The items that an edit leaves out, in the order of the case."""
    left = frozenset(_items(edited))
    return tuple(name for name in _items(case) if name not in left)


def _items(case: Case) -> Iterator[str]:
    yield from (choice.id for _, choice in acts_of(case) if choice.shown_by is None)
    yield from (event.id for event in case.events if event.known is not None)
    yield from (report.id for report in case.reports)
    yield from (silence.id for silence in case.silences)


def _as_what_if(problem: Problem, what_if: WhatIf) -> Problem:
    """A problem of the edited case, told of the edit."""
    if problem.code == "D801":
        return problem
    message = f"{name_in_words(what_if)} leads to a case that is not whole: {problem.message}"
    return Problem("D801", message, what_if.at, problem.hint)
