"""Finding: the answer by what had happened by each date, and by what was public by each year.

A stage is the sub-case of what counts by then, with today's judgements. Items are not deleted: the
evidence of those that do not count yet is a vector of ones, which says the same as the case without
them, their sources' characters, archives and relays included. In a mind only those messages stand
that had reached the actor by then, or that it was public by then had reached him.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from deciban.draws import SEED, uncertain
from deciban.findings.minding.beliefs import find_beliefs
from deciban.findings.minding.focus import focus_of
from deciban.findings.minds import brief_of, weighed_minds
from deciban.findings.timing.dated import all_dates
from deciban.findings.timing.moments import CURVES, Reader
from deciban.findings.timing.solved import DRAWS, Columns
from deciban.findings.timing.stage import Clock, ClockName, Stage
from deciban.findings.timing.stages import Curves
from deciban.findings.timing.states import States
from deciban.units import SCALES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from deciban.case import Case
    from deciban.engine import Solution
    from deciban.findings.minding.beliefs import Belief
    from deciban.findings.minding.weighed import WeighedMind
    from deciban.findings.minds import MindInBrief
    from deciban.findings.timing.grain import Grain
    from deciban.model import Model

__all__ = ["Clock", "MindInTime", "Stage", "Timeline", "find_timeline"]


@dataclass(frozen=True, slots=True)
class MindInTime:
    """An actor's belief from date to date.

    Attributes:
        actor: the actor's name in the case.
        name: what people call him.
        of: the value told of.
        beliefs: from date to date; ``before`` is the filter (by what had reached him alone),
            ``now`` the smoother (by all that the case says, later evidence included).
        brief: what must be said beside any belief of his.
    """

    actor: str
    name: str
    of: str
    beliefs: tuple[Belief, ...]
    brief: MindInBrief


@dataclass(frozen=True, slots=True)
class Timeline:
    """The answer over time.

    Attributes:
        title: the case's title.
        question: the main question's name.
        ask: it in words.
        answers: by hypothesis, its wording.
        leader: the hypothesis that leads once everything is in.
        happened: by what had happened by each date, as far as it is known today.
        public: by what was public by each year, with today's judgements.
        minds: every actor's belief by what had reached him.
        draws: over how many draws the ranges of the stages are; 0 where no number has a range.
        seed: what the draws followed from.
    """

    title: str
    question: str
    ask: str
    answers: Mapping[str, str]
    leader: str
    happened: Clock
    public: Clock
    minds: tuple[MindInTime, ...]
    draws: int
    seed: int


def find_timeline(
    case: Case,
    model: Model,
    solution: Solution,
    *,
    public: Grain = "year",
) -> Timeline:
    """Answer how the case looks from date to date.

    Args:
        case: the case.
        model: what it compiled to.
        solution: solved for the main question with derivatives, all items given.
        public: how finely the clock of what was public is read; that of what had happened is by
            every change.
    """
    question = case.question
    leader = question.answers[int(solution.posterior.argmax())]
    clocks = _clocks(case, model, leader, {"happened": "change", "public": public})
    minds = weighed_minds(case, model, solution).values()
    return Timeline(
        title=case.title,
        question=question.id,
        ask=question.ask,
        answers={name: question.wording(name) for name in question.answers},
        leader=leader,
        happened=clocks["happened"],
        public=clocks["public"],
        minds=tuple(_in_time(each, solution) for each in minds),
        draws=DRAWS if uncertain(model) else 0,
        seed=SEED,
    )


def _clocks(
    case: Case, model: Model, leader: str, grains: Mapping[ClockName, Grain]
) -> Mapping[ClockName, Clock]:
    """Both clocks; what they ask of the graph is solved at once."""
    states = States(case, model)
    columns = Columns(model, model.questions[case.question.id], states)
    curves = Curves(case.question, leader, SCALES[case.words], columns, states)
    dates = all_dates(case, [item.id for item in model.items], states.actors)
    for clock, grain in grains.items():
        reader = Reader(case, clock, dates[clock], states)
        for curve in CURVES:
            curves.add(reader.moments(curve, grain))
    stages = iter(curves.solved())
    return {
        clock: Clock(
            name=clock,
            grain=grain,
            earliest=next(stages),
            latest=next(stages),
            undated=dates[clock].on("undated"),
            derived=dates[clock].on("derived"),
            counted=len(dates[clock].all),
        )
        for clock, grain in grains.items()
    }


def _in_time(weighed: WeighedMind, solution: Solution) -> MindInTime:
    focus = focus_of(weighed.case, weighed.actor)
    return MindInTime(
        actor=weighed.actor.id,
        name=weighed.actor.name or weighed.actor.id,
        of=weighed.reading.mind.values[focus.value],
        beliefs=find_beliefs(weighed, {focus.at: focus.on} if focus.on else {}),
        brief=brief_of(weighed, solution),
    )
