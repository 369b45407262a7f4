"""What of a timeline is shown: whole, or one clock, or a stretch of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from deciban.findings.timeline import find_timeline
from deciban.findings.timing.steps import EVERYTHING, Window, fitting, steps_of
from deciban.findings.timing.telling import felt, furthest, telling

if TYPE_CHECKING:
    from collections.abc import Mapping

    from deciban.case import Case
    from deciban.engine import Solution
    from deciban.findings.minding.beliefs import Belief
    from deciban.findings.timeline import MindInTime, Timeline
    from deciban.findings.timing.stage import Clock, ClockName
    from deciban.findings.timing.steps import Step
    from deciban.model import Model

Which = Literal["happened", "public", "mind"]


@dataclass(frozen=True, slots=True)
class Shown:
    """What of a timeline is shown.

    Attributes:
        timeline: the timeline.
        steps: by clock that is shown, its steps; where not all are told, those that are felt.
        left_out: by clock that is shown, how many steps are not told.
        moves: by clock that is shown, those that moved the leader furthest.
        beliefs: by actor whose mind is shown, the dates that are.
        full: whether every name is told.
    """

    timeline: Timeline
    steps: Mapping[ClockName, tuple[Step, ...]]
    left_out: Mapping[ClockName, int]
    moves: Mapping[ClockName, tuple[Step, ...]]
    beliefs: Mapping[str, tuple[Belief, ...]]
    full: bool


def find_shown(
    case: Case,
    model: Model,
    solution: Solution,
    *,
    which: Which | None = None,
    window: Window = EVERYTHING,
    brief: bool = True,
) -> Shown:
    """Answer what is shown of a case's timeline.

    Args:
        case: the case.
        model: what it compiled to.
        solution: solved for the main question with derivatives, all items given.
        which: the one clock that is shown; None for all.
        window: the part that is wanted.
        brief: whether, where all are shown, as much is told as is quickly read.

    Raises:
        TooManySteps: more than anybody could read are wanted.
    """
    briefly = brief and which is None and window.by is None
    timeline = find_timeline(case, model, solution, public=window.by or "year")
    leader = timeline.leader
    clocks = [each for each in (timeline.happened, timeline.public) if which in (None, each.name)]
    changes = {each.name: steps_of(each, replace(window, by=None)) for each in clocks}
    every = {each.name: _steps(each, window, briefly=briefly) for each in clocks}
    steps = {name: felt(each, leader) if briefly else each for name, each in every.items()}
    return Shown(
        timeline=timeline,
        steps=steps,
        left_out={name: len(every[name]) - len(each) for name, each in steps.items()},
        moves={name: furthest(each, leader) for name, each in changes.items()},
        beliefs={
            mind.actor: _dates(mind, window, briefly=briefly)
            for mind in timeline.minds
            if which in (None, "mind")
        },
        full=not briefly,
    )


def _steps(clock: Clock, window: Window, *, briefly: bool) -> tuple[Step, ...]:
    """The steps of a clock; briefly, those of a coarse grid at which anything came."""
    if not briefly:
        return steps_of(clock, window)
    first, *others = steps_of(clock, replace(window, by=fitting(clock)))
    return (first, *(step for step in others if step.fresh or step.perhaps))


def _dates(mind: MindInTime, window: Window, *, briefly: bool) -> tuple[Belief, ...]:
    """The dates of a belief within a window."""
    inside = tuple(
        belief
        for belief in mind.beliefs
        if (window.start is None if belief.at is None else window.has(belief.at))
    )
    return telling(inside, mind.of) if briefly else inside
