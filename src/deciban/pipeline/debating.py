"""Questions about a debate: who holds what, and the case as somebody sees it."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from deciban.pipeline.line import (
    Weighing,
    solved_case,
    stands_in_the_way,
)
from deciban.problem import Problem
from deciban.read import Reading, in_order, is_of_debate

if TYPE_CHECKING:
    from deciban.debate.debate import Debate
    from deciban.debate.debaters import Debater


def seen(reading: Reading, debater: str | None, *, applied: bool = False) -> Reading:
    """Answer the case as a debater sees it: an edit of the case, as a what-if is.

    Args:
        reading: the case as read.
        debater: whose position it is seen through; None for the case as it stands.
        applied: whether every move that stands in the debate is sustained as well, and none counts
            that has fallen.

    Returns:
        The edited case with what is wrong with it and with the files that it is seen through; no
        case where that keeps it from being weighed.
    """
    from deciban.debate.seeing import see  # noqa: PLC0415 (only where somebody else is asked)
    from deciban.debate.thread import fallen_moves, standing_moves  # noqa: PLC0415 (as above)

    if not applied or reading.case is None:
        return see(reading, debater)
    return see(reading, debater, standing_moves(reading.case), fallen_moves(reading.case))


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

    every, _ = solved_case(reading)
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

    problems, solved = solved_case(reading)
    if reading.case is None or solved is None:
        return Weighing(reading.case, None, in_order(problems), reading)
    found, more = find_debate(reading.case, solved[0], told)
    return Weighing(reading.case, found, in_order([*problems, *more]), reading)


def _by(problem: Problem, names: Sequence[str]) -> bool:
    """Whether a problem stands in the position of one of these, or of anybody."""
    file = Path(problem.at.file) if problem.at is not None else Path()
    return file.parent.name == "positions" and (not names or file.stem in names)
