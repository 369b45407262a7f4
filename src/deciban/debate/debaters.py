"""The debaters of a case, each with the case as he holds it, compiled and solved."""

from collections.abc import Sequence
from dataclasses import dataclass

from deciban.case import Case, Position
from deciban.compile import compile_case
from deciban.debate.seeing import called, seen_through
from deciban.engine import Solution, TooLarge, solve
from deciban.findings.posterior import Posterior, find_posteriors
from deciban.findings.sanity import contradiction, too_large, too_many_cells
from deciban.minds import COUNT, TooManyCells
from deciban.model import Model
from deciban.problem import Problem


@dataclass(frozen=True, slots=True)
class Debater:
    """One debater, with his answer.

    Attributes:
        name: his name in the case.
        called: what he is called in words.
        position: what he holds.
        case: the case as he sees it.
        model: what that compiles to.
        solution: solved for the main question with derivatives.
        posteriors: the answers of every question, the main one first.
        problems: warnings on his position, and smells of the case as he sees it.
    """

    name: str
    called: str
    position: Position
    case: Case
    model: Model
    solution: Solution
    posteriors: tuple[Posterior, ...]
    problems: tuple[Problem, ...]

    @property
    def held(self) -> Posterior:
        """His answer to the main question."""
        return self.posteriors[0]


def find_debater(
    case: Case, position: Position, *, columns: int = COUNT
) -> Debater | tuple[Problem, ...]:
    """Answer a debater; or what is wrong with his position, which leads to no answer.

    Args:
        case: the case as written, which has no errors itself.
        position: his position.
        columns: at how many columns minds are read, about.
    """
    seen, problems = seen_through(case, position)
    if seen is None:
        return problems
    try:
        model = compile_case(seen, columns=columns)
    except TooManyCells as large:
        return (*problems, too_many_cells(seen, large))
    try:
        solution = solve(model, model.questions[seen.question.id], derivatives=True)
    except TooLarge as large:
        return (*problems, too_large(seen, model, large.cost))
    if not solution.posterior.any():
        return (*problems, contradiction(seen, model))
    posteriors = find_posteriors(seen, model, solution)
    return Debater(
        position.position, called(position), position, seen, model, solution, posteriors, problems
    )


def find_debaters(
    case: Case, names: Sequence[str] = (), *, columns: int = COUNT
) -> tuple[tuple[Debater, ...], tuple[Problem, ...]]:
    """Answer the debaters of a case who have an answer, and what is wrong with the others.

    Args:
        case: the case as written, which has no errors itself.
        names: whom; all, in the order of their names, where it is empty.
        columns: at how many columns minds are read, about.
    """
    found: list[Debater] = []
    problems: list[Problem] = []
    positions = {each.position: each for each in case.positions}
    for name in names or sorted(positions):
        outcome = find_debater(case, positions[name], columns=columns)
        if isinstance(outcome, Debater):
            found.append(outcome)
            problems += outcome.problems
        else:
            problems += outcome
    return tuple(found), tuple(problems)
