"""What each debater would hold if moves against him were sustained: how exposed he is.

Held is what he holds now. Standing says what stands in the argument, and moves no number. Exposure
puts the two together: held, with each open move sustained alone, and with all of them.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from deciban.case import Case, Move, Position
from deciban.compile import compile_case
from deciban.debate.claims import CASE
from deciban.debate.seeing import called, seen_through
from deciban.debate.thread import Thread, argues, when_made
from deciban.edit.position import REJECT, accepted
from deciban.edit.sustained import quantified
from deciban.engine import TooLarge, solve
from deciban.findings.odds import log_odds, minus
from deciban.findings.sanity import contradiction, too_large, too_many_cells
from deciban.minds import TooManyCells
from deciban.problem import Problem
from deciban.standing import Label


@dataclass(frozen=True, slots=True)
class Holds:
    """What somebody holds of the main question.

    Attributes:
        probability: by hypothesis.
        log_odds: by hypothesis, in decibans.
    """

    probability: Mapping[str, float]
    log_odds: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Sustained:
    """What somebody would hold with some moves sustained.

    Attributes:
        moves: which, by id.
        quantified: whether that would move anything; where it would not, what is held stays.
        holds: what would be held; None where it leads to no case.
        moved: how far that lies from what is held, by hypothesis and in decibans; those that both
            have.
        problems: why it leads to no case; empty where it does.
    """

    moves: tuple[str, ...]
    quantified: bool
    holds: Holds | None
    moved: Mapping[str, float]
    problems: tuple[Problem, ...]

    @property
    def most(self) -> str:
        """The hypothesis that it would move furthest; empty where it would move none."""
        far = max(self.moved, key=lambda name: abs(self.moved[name]), default="")
        return far if far and self.moved[far] else ""


@dataclass(frozen=True, slots=True)
class Exposure:
    """One debater, or the case as it stands.

    Attributes:
        name: the debater's name; ``case`` for the case as it stands.
        called: what he is called in words.
        hypotheses: the sentences of all hypotheses that anything here has, by name.
        held: what he holds.
        alone: with each open move sustained alone, the earliest first.
        together: with all of them; None where fewer than two would move anything.
    """

    name: str
    called: str
    hypotheses: Mapping[str, str]
    held: Holds
    alone: tuple[Sustained, ...]
    together: Sustained | None

    @property
    def leader(self) -> str:
        """The hypothesis that he holds likeliest."""
        return max(self.held.probability, key=self.held.probability.__getitem__)

    @property
    def largest(self) -> Sustained | None:
        """The open move that would move his leader most, alone; None where none moves anything."""
        moving = [each for each in self.alone if each.most]
        return max(moving, key=lambda each: abs(each.moved.get(self.leader, 0.0)), default=None)

    @property
    def impossible(self) -> tuple[str, ...]:
        """Open moves that cannot be sustained at all, by id."""
        return tuple(name for each in self.alone if each.holds is None for name in each.moves)

    @property
    def unquantified(self) -> tuple[str, ...]:
        """Open moves that would move nothing, by id."""
        return tuple(name for each in self.alone if not each.quantified for name in each.moves)


@dataclass(frozen=True, slots=True)
class _View:
    """The case as somebody sees it, and what he holds of it."""

    case: Case
    holds: Holds


def find_exposures(
    case: Case,
    thread: Thread,
    positions: Sequence[Position],
    told: Callable[[str], None] = lambda _: None,
) -> tuple[tuple[Exposure, ...], tuple[Problem, ...]]:
    """Answer how exposed the case and its debaters are, and what keeps some of them from an answer.

    Args:
        case: the case as written, which has no errors itself.
        thread: its debate.
        positions: whose.
        told: called with whom it is about.
    """
    found: list[Exposure] = []
    problems: list[Problem] = []
    for position in (None, *positions):
        told(called(position) if position is not None else "the case")
        outcome = find_exposure(case, thread, position)
        if isinstance(outcome, Exposure):
            found.append(outcome)
        else:
            problems += outcome
    return tuple(found), tuple(problems)


def find_exposure(
    case: Case, thread: Thread, position: Position | None
) -> Exposure | tuple[Problem, ...]:
    """Answer how exposed a debater is; or why he holds nothing.

    Args:
        case: the case as written, which has no errors itself.
        thread: its debate.
        position: his; None for the case as it stands.
    """
    outcome = _held(case, position, ())
    if isinstance(outcome, tuple):
        return outcome
    seen, held = outcome.case, outcome.holds
    open_to = open_moves(case, thread, position)
    one_by_one = [_sustained(case, position, (move,), held) for move in open_to]
    moving = [move for move, each in zip(open_to, one_by_one, strict=True) if each[1].quantified]
    every = [each for _, each in one_by_one]
    words: dict[str, str] = {}
    for view in (seen, *(each for each, _ in one_by_one if each is not None)):
        words |= {name: view.question.wording(name) for name in view.question.answers}
    together = _sustained(case, position, moving, held)[1] if len(moving) > 1 else None
    name, told = (CASE, "The case") if position is None else (position.position, called(position))
    return Exposure(name, told, words, held, tuple(every), together)


def open_moves(case: Case, thread: Thread, position: Position | None) -> tuple[Move, ...]:
    """Answer the moves that a debater may yet have to grant, the earliest first.

    These are rebuttals, undercuts, challenges and new answers that are neither withdrawn nor out,
    and that he has not accepted.
    """
    own = accepted(case, position) if position is not None else ()
    found = [
        each.move
        for each in thread.standings.values()
        if each.move is not None
        and argues(each.move)
        and each.move.move != "ask"
        and not each.withdrawn
        and each.label is not Label.OUT
        and each.move not in own
    ]
    return tuple(sorted(found, key=when_made))


def _sustained(
    case: Case, position: Position | None, moves: Sequence[Move], held: Holds
) -> tuple[Case | None, Sustained]:
    """What would be held with some moves sustained, and the case as it would be seen."""
    names = tuple(move.id for move in moves)
    shaken = _shaken(case, position, moves)
    if not any(quantified(case, move) for move in moves) and shaken is position:
        return None, Sustained(names, False, held, {}, ())
    outcome = _held(case, shaken, moves)
    if isinstance(outcome, tuple):
        return None, Sustained(names, True, None, {}, outcome)
    then = outcome.holds
    shared = [name for name in then.log_odds if name in held.log_odds]
    odds = (np.array([each.log_odds[name] for name in shared]) for each in (then, held))
    moved = dict(zip(shared, map(float, minus(*odds)), strict=True))
    return outcome.case, Sustained(names, True, then, moved, ())


def _shaken(case: Case, position: Position | None, moves: Sequence[Move]) -> Position | None:
    """A position that no longer accepts what these moves undercut."""
    if position is None:
        return None
    undercut = {move.target for move in moves if move.move == "undercut"}
    lost = [move.id for move in accepted(case, position) if move.id in undercut]
    if not lost:
        return position
    return replace(position, stances={**position.stances, **dict.fromkeys(lost, REJECT)})


def _held(
    case: Case, position: Position | None, moves: Sequence[Move]
) -> _View | tuple[Problem, ...]:
    """What would be held with some moves sustained; or why nothing would."""
    seen, problems = seen_through(case, position, moves)
    if seen is None:
        return tuple(problem for problem in problems if problem.is_error)
    try:
        model = compile_case(seen)
        solution = solve(model, model.questions[seen.question.id])
    except TooManyCells as large:
        return (too_many_cells(seen, large),)
    except TooLarge as large:
        return (too_large(seen, model, large.cost),)
    if not solution.posterior.any():
        return (contradiction(seen, model),)
    answers = seen.question.answers
    chances = map(float, solution.posterior)
    odds = map(float, log_odds(solution.log_z))
    told = zip(answers, chances, strict=True), zip(answers, odds, strict=True)
    return _View(seen, Holds(dict(told[0]), dict(told[1])))
