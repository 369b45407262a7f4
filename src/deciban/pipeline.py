"""The whole line on one screen: text, Case, Model, Solution, Findings.

``weigh`` is the line itself; everything a user runs is this function, or a part of it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

from deciban.case import Case, WhatIf
from deciban.checks import check_case
from deciban.compile import compile_case
from deciban.engine import Solution, TooLarge, solve
from deciban.findings.minding.counterfactuals import had_problems
from deciban.findings.minds import find_thin_minds
from deciban.findings.posterior import find_chances
from deciban.findings.sanity import (
    contradiction,
    find_empty_answers,
    find_smells,
    too_large,
    too_many_cells,
)
from deciban.findings.what_if import Supposition, find_what_if, misfits
from deciban.minds import COUNT, TooManyCells
from deciban.model import Model
from deciban.problem import Problem
from deciban.quotations import check_documents, quotations_in
from deciban.read import Reading, in_order, is_of_debate, read_case

if TYPE_CHECKING:
    from deciban.debate.debate import Debate
    from deciban.debate.debaters import Debater
    from deciban.debate.in_brief import DebateInBrief
    from deciban.edit.difference import Difference
    from deciban.findings.account import Account
    from deciban.findings.diff import Diff, Side
    from deciban.findings.findings import Findings
    from deciban.findings.mind import Inquest
    from deciban.quotations import Quotation
    from deciban.render.document.blocks import Document

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
    every, solved = _solved(reading, columns)
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


def read_actor(
    reading: Reading,
    actor: str,
    *,
    columns: int = COLUMNS,
    had: str | None = None,
    distrust: str | None = None,
) -> "Weighing[Inquest]":
    """Answer what an actor of a case believed, and how strongly.

    Args:
        reading: the case as read.
        actor: his name in it.
        columns: at how many choices of his numbers he is read, about.
        had: one counterfactual alone; by default all.
        distrust: a source, of which to tell what one word of it would have done.
    """
    from deciban.findings.mind import find_inquest  # noqa: PLC0415 (as above)

    finder = partial(find_inquest, actor=actor, had=had, distrust=distrust)
    weighing = inquire(reading, finder, columns=columns)
    if weighing.findings is None or not weighing.findings.mind.problems:
        return weighing
    problems = in_order([*weighing.problems, *weighing.findings.mind.problems])
    return replace(weighing, problems=problems)


def account(
    reading: Reading, *, draws: int = DRAWS, told: Callable[[str], None] | None = None
) -> "Weighing[Account]":
    """Answer everything that a brief tells of a case that has been read.

    Args:
        reading: the case as read.
        draws: how often every uncertain number is drawn.
        told: called with what is being done.
    """
    from deciban.findings.account import find_account  # noqa: PLC0415 (as above)

    say = told if told is not None else lambda _: None
    weighing = inquire(reading, partial(find_account, count=draws, told=say))
    if weighing.case is None or weighing.findings is None:
        return weighing
    quoted: tuple[Quotation, ...] = ()
    if any(each.quote for each in quotations_in(weighing.case)):
        from deciban.quotations.find import find_quotations  # noqa: PLC0415 (as above)

        quoted = find_quotations(weighing.case, reading.folder, say)
    found = replace(weighing.findings, quotations=quoted)
    misquoted = (problem for each in quoted for problem in each.problems)
    problems = in_order([*weighing.problems, *found.problems, *misquoted])
    debate = _debate(weighing.case, found, reading, say)
    return replace(weighing, findings=found, problems=problems, debate=debate)


def _debate(
    case: Case, found: "Account", reading: Reading, say: Callable[[str], None]
) -> "DebateInBrief | None":
    """Where the debaters of a case part; a case that is seen as one of them holds it has none."""
    if reading.checked is not None or not (case.positions or case.debate):
        return None
    from deciban.debate.in_brief import find_debate_in_brief  # noqa: PLC0415 (as above)

    beside = [problem for problem in reading.problems if is_of_debate(problem)]
    return find_debate_in_brief(case, found.findings.posterior, beside, say)


def brief(
    weighing: "Weighing[Account]",
    *,
    style: str = "chicago",
    short: bool = False,
    figures: bool = True,
) -> "Document":
    """Make the brief of a case: Account -> Document, which a writer turns into a file.

    Args:
        weighing: what ``account`` answered; without an error.
        style: how works are cited, a name of ``deciban.render.citing.STYLES`` or a file in CSL.
        short: whether it goes without its appendices.
        figures: whether it has figures.

    Raises:
        ValueError: the case was not weighed.
        StyleError: the style cannot be used.
    """
    from deciban.read.digest import digest_of  # noqa: PLC0415 (only where a brief is made)
    from deciban.render.brief.brief import brief_of  # noqa: PLC0415 (as above)

    if weighing.case is None or weighing.findings is None:
        message = "a case that was not weighed has no brief"
        raise ValueError(message)
    return brief_of(
        weighing.findings,
        weighing.case,
        weighing.problems,
        digest_of(weighing.reading),
        debate=weighing.debate,
        style=style,
        short=short,
        figures=figures,
    )


def check(path: Path) -> "Weighing[Findings]":
    """Check the case at ``path``: whatever is wrong with it, its answer and its what-ifs.

    It is solved but not weighed, so the findings are left out.
    """
    return check_reading(read_case(path))


def check_reading(reading: Reading) -> "Weighing[Findings]":
    """Check a case that has been read; the documents it names are looked for and not opened."""
    problems, solved = _solved(reading)
    if reading.case is not None and reading.case.debate and solved is not None:
        from deciban.debate.remarks import move_problems  # noqa: PLC0415 (only where one debates)

        problems += move_problems(reading.case, solved[0])
    if reading.case is not None:
        problems += misfits(reading.case, frozenset(problems))
        problems += had_problems(reading.case)
        problems += check_documents(reading.case, reading.folder)
        problems += _unseeable(reading.case, problems)
    return Weighing(reading.case, None, in_order(problems), reading)


def _unseeable(case: Case, problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """What is wrong with the case as debaters see it; nothing where the case itself is no case."""
    if not case.positions or any(each.is_error and not is_of_debate(each) for each in problems):
        return ()
    from deciban.debate.seeing import unseeable  # noqa: PLC0415 (only where there is a debate)

    return tuple(unseeable(case, problems))


def check_quotations(
    reading: Reading, told: Callable[[str], None] | None = None
) -> "Weighing[tuple[Quotation, ...]]":
    """Check a case that has been read, and hold its quotations against their documents.

    Args:
        reading: the case as read.
        told: called with how far it is, in words, such as ``37 of 100 quotations``.

    Returns:
        The quotations as its findings, in the order of the text; None where there is no case.
    """
    from deciban.quotations.find import find_quotations  # noqa: PLC0415 (as above)

    checked = check_reading(reading)
    if reading.case is None:
        return Weighing(None, None, checked.problems, reading)
    found = find_quotations(reading.case, reading.folder, told)
    problems = [*checked.problems, *(problem for each in found for problem in each.problems)]
    return Weighing(reading.case, found, in_order(problems), reading)


def _solved(
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


def seen(reading: Reading, debater: str | None, *, applied: bool = False) -> Reading:
    """Answer the case as a debater sees it: an edit of the case, as a what-if is.

    Args:
        reading: the case as read.
        debater: whose position it is seen through; None for the case as it stands.
        applied: whether every move that stands in the debate is sustained as well.

    Returns:
        The edited case with what is wrong with it and with the files that it is seen through; no
        case where that keeps it from being weighed.
    """
    from deciban.debate.seeing import see  # noqa: PLC0415 (only where somebody else is asked)
    from deciban.debate.thread import standing_moves  # noqa: PLC0415 (as above)

    moves = standing_moves(reading.case) if applied and reading.case is not None else ()
    return see(reading, debater, moves)


def debaters(
    reading: Reading, names: Sequence[str] = ()
) -> "tuple[tuple[Debater, ...], tuple[Problem, ...]]":
    """Answer the debaters of a case, each with his answer.

    Args:
        reading: the case as read.
        names: whom, in that order; all of them where it is empty.

    Returns:
        Those who have an answer; and what is wrong with the case, with their files, or with what
        they hold. Nobody where the case itself has errors.
    """
    from deciban.debate.debaters import find_debaters  # noqa: PLC0415 (only where they are asked)

    every, _ = _solved(reading)
    wrong = [each for each in every if not is_of_debate(each) or _by(each, names)]
    if reading.case is None or any(stands_in_the_way(reading, each) for each in wrong):
        return (), in_order(wrong)
    found, more = find_debaters(reading.case, names)
    return found, in_order([*wrong, *more])


def debate(reading: Reading, told: Callable[[str], None] = lambda _: None) -> "Weighing[Debate]":
    """Answer who holds what in a debate, what stands, and how exposed everybody is.

    Args:
        reading: the case as read.
        told: called with whom it is about.
    """
    from deciban.debate.debate import find_debate  # noqa: PLC0415 (as above)

    problems, solved = _solved(reading)
    if reading.case is None or solved is None:
        return Weighing(reading.case, None, in_order(problems), reading)
    found, more = find_debate(reading.case, solved[0], told)
    return Weighing(reading.case, found, in_order([*problems, *more]), reading)


def _by(problem: Problem, names: Sequence[str]) -> bool:
    """Whether a problem stands in the position of one of these, or of anybody."""
    file = Path(problem.at.file) if problem.at is not None else Path()
    return file.parent.name == "positions" and (not names or file.stem in names)


def suppose(
    weighing: "Weighing[Findings]", what_ifs: Sequence[WhatIf]
) -> tuple[tuple[Supposition, ...], tuple[Problem, ...]]:
    """Answer what each what-if comes to, and the problems of those that cannot be applied."""
    suppositions: list[Supposition] = []
    problems: list[Problem] = []
    if weighing.case is not None and weighing.findings is not None:
        for what_if in what_ifs:
            outcome = find_what_if(weighing.case, what_if, weighing.findings.posterior)
            if isinstance(outcome, Supposition):
                suppositions.append(outcome)
            else:
                problems.extend(outcome)
    return tuple(suppositions), in_order(problems)


@dataclass(frozen=True, slots=True)
class Comparison:
    """What came of comparing two cases.

    Attributes:
        before: the first case, weighed as far as it could be.
        after: the second.
        differences: every difference of their texts; empty where one of the two could not be read.
        found: what each change did to the answer; None where a problem stands in the way.
    """

    before: "Weighing[Side]"
    after: "Weighing[Side]"
    differences: "tuple[Difference, ...]"
    found: "Diff | None"


def compare(
    before: Reading, after: Reading, *, told: Callable[[int], None] | None = None
) -> Comparison:
    """Answer what parts two cases that have been read, and what each change did to the answer.

    Args:
        before: the first case as read.
        after: the second.
        told: called with the number of mixtures of the two that are weighed, as they are.
    """
    from deciban.edit.difference import differences  # noqa: PLC0415 (as above)
    from deciban.findings.diff import find_diff, find_side  # noqa: PLC0415 (as above)

    first, second = inquire(before, find_side), inquire(after, find_side)
    if first.case is None or second.case is None:
        return Comparison(first, second, (), None)
    found = differences(first.case, second.case)
    if first.findings is None or second.findings is None:
        return Comparison(first, second, found, None)
    cases, sides = (first.case, second.case), (first.findings, second.findings)
    return Comparison(first, second, found, find_diff(cases, sides, found, told=told))
