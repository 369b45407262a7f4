"""A position that is about to be written: whether the case can be seen through it."""

from dataclasses import replace

from deciban.case import Case, Position
from deciban.debate.seeing import seen_through
from deciban.problem import Problem
from deciban.read.position import read_position
from deciban.span import Span


def read_draft(case: Case, text: str, file: str) -> tuple[Position | None, tuple[Problem, ...]]:
    """Answer a position from a text that is not written yet, and every error in it.

    Args:
        case: the case as written, with or without that position.
        text: the text of the position.
        file: where it is to be written; errors are told at its top, since the lines of the text
            are not there to be looked at.
    """
    position, wrong = read_position(text, file, case.words)
    problems = [problem for problem in wrong if problem.is_error]
    if position is not None and not problems:
        others = tuple(each for each in case.positions if each.position != position.position)
        _, wrong = seen_through(replace(case, positions=(*others, position)), position)
        problems = [problem for problem in wrong if problem.is_error]
    top = Span(file, 1, 1)
    return position, tuple(replace(problem, at=top, also=()) for problem in problems)
