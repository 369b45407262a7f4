"""The case as one debater sees it: an edit of the case that runs down the same line."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from pathlib import PurePath

from deciban.case import Case, Move, Position
from deciban.checks import check_edited
from deciban.checks.positions import check_position
from deciban.edit.position import (
    accepted,
    apply_position,
    lineage,
    no_longer_accepting,
    position_of,
)
from deciban.problem import Problem
from deciban.read import Reading, in_order, is_of_debate

#: What is said of somebody whose numbers nobody may know yet.
SEALED = "what '{}' holds is sealed, and not opened yet"
#: An edit may leave an event behind that nothing bears on any more; it may not add one.
_IDLE = "D501"


def see(
    reading: Reading,
    debater: str | None,
    moves: Sequence[Move] = (),
    fallen: Collection[str] = (),
) -> Reading:
    """Answer the case as a debater sees it, with what is wrong with what it is seen through.

    Args:
        reading: the case as read.
        debater: whose position it is seen through; None for the case as it stands.
        moves: moves that are sustained besides those he accepts.
        fallen: moves that do not count, though he accepts them.

    Returns:
        The edited case, already checked; no case where something is wrong with his position, or
        where it leads to no case.
    """
    case = reading.case
    position = position_of(case, debater) if case is not None and debater is not None else None
    if case is None or (position is None and debater is not None):
        return replace(reading, case=None, problems=_nobody(reading, debater), checked=())
    if position is not None and fallen:
        position = no_longer_accepting(position, fallen)
    files = _files(case, position, moves)
    problems = [each for each in reading.problems if not is_of_debate(each) or _in(each, files)]
    outcome, wrong = seen_through(case, position, moves)
    problems += wrong
    if outcome is None or any(problem.is_error for problem in problems):
        return replace(reading, case=None, problems=in_order(problems), checked=())
    return replace(reading, case=outcome, problems=in_order(problems), checked=())


def seen_through(
    case: Case, position: Position | None, moves: Sequence[Move] = ()
) -> tuple[Case | None, tuple[Problem, ...]]:
    """Answer the case as seen through a position, and what is wrong with seeing it so.

    Returns:
        The edited case, None where there is none; and problems of it and of the position, smells
        of the edited case among them.
    """
    through = lineage(case, position) if position is not None else ()
    wrong = tuple(problem for each in through for problem in check_position(case, each))
    if any(problem.is_error for problem in wrong):
        return None, wrong
    seen, more = _seen(case, position, moves, frozenset(check_edited(case)))
    return seen, (*wrong, *more)


def unseeable(case: Case, found: Collection[Problem]) -> Iterator[Problem]:
    """Answer why the case as some debaters see it is no case, which each check alone cannot tell.

    Args:
        case: the case as written, which has no errors itself.
        found: what the checks found wrong beside it; whoever sees it through that is passed over.
    """
    before = frozenset(check_edited(case))
    broken = {problem.at.file for problem in found if problem.is_error and problem.at is not None}
    for position in case.positions:
        if not broken & _files(case, position, ()):
            _, wrong = _seen(case, position, (), before)
            yield from (problem for problem in wrong if problem.is_error)


def _seen(
    case: Case, position: Position | None, moves: Sequence[Move], before: Collection[Problem]
) -> tuple[Case | None, tuple[Problem, ...]]:
    """The case as edited, and what is wrong with it.

    Args:
        case: the case as written.
        position: whose position it is seen through, in which nothing is wrong.
        moves: moves that are sustained besides those he accepts.
        before: what is wrong with the case as written.
    """
    outcome = apply_position(case, position, moves)
    if isinstance(outcome, tuple):
        return None, outcome
    name = position.position if position is not None else None
    edited = replace(outcome, title=f"{case.title} {_as_seen(position, moves)}", seen_by=name)
    wrong = tuple(_of_the_edit(case, edited, position, before))
    return None if any(problem.is_error for problem in wrong) else edited, wrong


def called(position: Position) -> str:
    """Answer what a debater is called in words."""
    return position.name or position.position.replace("_", " ").capitalize()


def _as_seen(position: Position | None, moves: Sequence[Move]) -> str:
    """Through what a case is seen, for behind its title."""
    told = [f"as held by {called(position)}"] if position is not None else []
    told += [f"with {len(moves)} moves sustained" if len(moves) > 1 else "with one move sustained"][
        : bool(moves)
    ]
    return f"({', '.join(told)})"


def _of_the_edit(
    case: Case, edited: Case, position: Position | None, before: Collection[Problem]
) -> Iterator[Problem]:
    """What is wrong with the edited case; what the case itself has not, told of the position."""
    idle = frozenset(event.place("id") for event in case.events)
    for problem in check_edited(edited):
        if problem in before or not problem.is_error:
            yield problem
        elif not (problem.code == _IDLE and problem.at in idle):
            yield _told(problem, position)


def _told(problem: Problem, position: Position | None) -> Problem:
    """A problem of the edited case, told of the position, or at the move that it came with."""
    if position is None or is_of_debate(problem):
        return problem
    message = f"what '{position.position}' holds leads to no case: {problem.message}"
    return Problem("D810", message, position.place("position"), problem.hint)


def _nobody(reading: Reading, debater: str | None) -> tuple[Problem, ...]:
    """Why there is nobody to see the case; never nothing, for that would read as an answer."""
    problems = reading.problems
    if reading.case is None or debater is None or any(_is_his(each, debater) for each in problems):
        return problems
    seal = next((each for each in reading.case.seals if each.seal == debater), None)
    if seal is not None and seal.opened is None:
        message, hint = SEALED.format(debater), f"`deciban position open` opens it: {debater}"
        return in_order([*problems, Problem("D402", message, seal.place("seal"), hint)])
    hint = "positions are files in positions/"
    nobody = Problem("D402", f"there is no position '{debater}'", reading.case.at, hint)
    return in_order([*problems, nobody])


def _is_his(problem: Problem, debater: str) -> bool:
    """Whether a problem keeps a debater's position, or the whole case, from being read."""
    mine = problem.at is not None and PurePath(problem.at.file).stem == debater
    return problem.is_error and (mine or not is_of_debate(problem))


def _files(case: Case, position: Position | None, moves: Sequence[Move]) -> frozenset[str]:
    """The files that the case is seen through."""
    own = (*lineage(case, position), *accepted(case, position)) if position is not None else ()
    return frozenset(record.at.file for record in (*own, *moves))


def _in(problem: Problem, files: frozenset[str]) -> bool:
    return problem.at is not None and problem.at.file in files
