"""The whole line on one screen: text, Case, Model, Solution, Findings.

``weigh`` is the line itself; everything a user runs is this function, or a part of it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

from deciban.case import Case
from deciban.checks import check_case
from deciban.compile import compile_case
from deciban.engine import Solution, TooLarge, solve
from deciban.findings.minds import find_thin_minds
from deciban.findings.posterior import find_chances
from deciban.findings.sanity import (
    contradiction,
    find_empty_answers,
    find_smells,
    too_large,
    too_many_cells,
)
from deciban.minds import COUNT, TooManyCells
from deciban.model import Model
from deciban.problem import Problem
from deciban.read import Reading, in_order, is_of_debate, read_case

if TYPE_CHECKING:
    from deciban.debate.in_brief import DebateInBrief
    from deciban.findings.findings import Findings

#: At how many choices of its numbers each mind is read, unless told otherwise.
COLUMNS = COUNT

#: How often every uncertain number is drawn, unless told otherwise.
DRAWS = 10_000

Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Weighing(Generic[Found]):
    """What came of weighing a case.

    Attributes:
        case: the case as read; None where nothing could be read.
        findings: what was found; None where a problem stands in the way, or where the case was
            only checked.
        problems: everything wrong with it, in the order of the text; warnings as well.
        reading: the text it was read from.
        debate: where its debaters part, for a brief; None where that was not asked, or where there
            is no debate.
    """

    case: Case | None
    findings: Found | None
    problems: tuple[Problem, ...]
    reading: Reading
    debate: "DebateInBrief | None" = None

    @property
    def sound(self) -> bool:
        """Whether nothing but warnings was found."""
        return not any(problem.is_error for problem in self.problems)


def weigh(path: Path, *, against: str | None = None) -> "Weighing[Findings]":
    """Weigh the case at ``path``: text -> Case -> Model -> Solution -> Findings.

    Args:
        path: a folder that holds a case, or a case file.
        against: weigh each hypothesis against this one rather than against all others.
    """
    reading = read_case(path)
    return weigh_reading(reading, against=against)


def weigh_reading(
    reading: Reading,
    *,
    against: str | None = None,
    draws: int = DRAWS,
    bounded: bool = False,
    closely: bool = False,
    told: Callable[[int], None] | None = None,
) -> "Weighing[Findings]":
    """Weigh a case that has been read.

    Args:
        reading: the case as read.
        against: weigh each hypothesis against this one rather than against all others.
        draws: how often every uncertain number is drawn.
        bounded: also the bounds, for which no brief has room.
        closely: also what is believed of what is hidden, what silences depend on, and what
            rival causes take.
        told: called with the number of draws done, as they are done.
    """
    from deciban.findings.findings import Wanted, find  # noqa: PLC0415 (a check must not wait for it)

    wanted = Wanted(against, draws, bounded, closely)
    return inquire(reading, lambda case, model, solution: find(case, model, solution, wanted, told))


def inquire(
    reading: Reading,
    finder: Callable[[Case, Model, Solution], Found],
    *,
    columns: int = COLUMNS,
) -> Weighing[Found]:
    """Answer one question about a case that has been read: solve it, and find.

    Args:
        reading: the case as read.
        finder: what is to be found, given the case, its model, and the model solved for the main
            question with derivatives; called only where no error stands in the way.
        columns: at how many choices of its numbers each mind is read, about.
    """
    every, solved = solved_case(reading, columns)
    # What others wrote beside the case does not concern its answer; what a debater sees it by does.
    problems = every if reading.checked is not None else [p for p in every if not is_of_debate(p)]
    if reading.case is None or solved is None:
        return Weighing(reading.case, None, in_order(problems), reading)
    try:
        found = finder(reading.case, *solved)
    except TooLarge as large:
        problems.append(too_large(reading.case, solved[0], large.cost))
        return Weighing(reading.case, None, in_order(problems), reading)
    return Weighing(reading.case, found, in_order(problems), reading)


def solved_case(
    reading: Reading, columns: int = COLUMNS
) -> tuple[list[Problem], tuple[Model, Solution] | None]:
    """Everything wrong with a case; and its model solved, unless an error stands in the way."""
    case = reading.case
    checked = reading.checked if reading.checked is not None else check_case(case) if case else ()
    problems = [*reading.problems, *checked]
    if case is None or any(stands_in_the_way(reading, problem) for problem in problems):
        return problems, None
    try:
        model = compile_case(case, columns=columns)
    except TooManyCells as large:
        return [*problems, too_many_cells(case, large)], None
    problems += find_empty_answers(case, model)
    try:
        solution = solve(model, model.questions[case.question.id], derivatives=True)
    except TooLarge as large:
        return [*problems, too_large(case, model, large.cost)], None
    if not solution.posterior.any():
        return [*problems, contradiction(case, model)], None
    problems += find_smells(case, find_chances(case, model, solution))
    problems += find_thin_minds(case, model, solution)
    return problems, (model, solution)


def stands_in_the_way(reading: Reading, problem: Problem) -> bool:
    """Answer whether a problem keeps a case from being weighed; not what is wrong beside it."""
    return problem.is_error and (reading.checked is not None or not is_of_debate(problem))
