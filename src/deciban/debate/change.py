"""Changes of mind: what a debater held over time, and what moved him.

From one day to the next his answer moved because he revised numbers, and because he accepted what
others brought. What each did is the Shapley value over the mixtures of the two cases, the same as
between two cases: so the parts of new evidence and of himself add up to the whole way.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from deciban.case import Case, Position
from deciban.dates import When
from deciban.debate.causes import Cause, State, causes_of
from deciban.debate.debaters import Debater, find_debater
from deciban.debate.first_round import first_round, is_forged
from deciban.debate.pooling import find_pool
from deciban.debate.rewinding import Day, days_of, rewound
from deciban.minds import COUNT
from deciban.problem import Problem
from deciban.units import probability_to_decibans


@dataclass(frozen=True, slots=True)
class Stage:
    """What a debater held from one day on.

    Attributes:
        on: since when; None for what he began with.
        probability: by hypothesis.
        log_odds: by hypothesis, in decibans.
        causes: what moved him there, the largest first; empty for what he began with.
        by_evidence: how much of that came from new evidence, in decibans.
        by_himself: how much from judgements of his that he revised.
    """

    on: When | None
    probability: Mapping[str, float]
    log_odds: Mapping[str, float]
    causes: tuple[Cause, ...]
    by_evidence: float
    by_himself: float

    @property
    def moved(self) -> float:
        """How far his answer moved since the day before, in decibans."""
        return self.by_evidence + self.by_himself


@dataclass(frozen=True, slots=True)
class Trajectory:
    """How one debater's answer moved.

    Attributes:
        name: the debater's name.
        called: what he is called in words.
        of: the hypothesis whose decibans are told.
        stages: in the order of time.
        sealed: his first round as it was sealed, by hypothesis; None where none was sealed or
            opened.
        forged: whether he has an opened seal that does not give what it promised.
    """

    name: str
    called: str
    of: str
    stages: tuple[Stage, ...]
    sealed: Mapping[str, float] | None
    forged: bool = False


@dataclass(frozen=True, slots=True)
class Rounds:
    """The first round, sealed, against what the same debaters hold now.

    Attributes:
        of: the hypothesis told of.
        names: the debaters whose first round was opened.
        sealed: by name, the probability of it as it was sealed.
        now: by name, what it is now.
        sealed_apart: how far the two furthest apart were then, in decibans.
        now_apart: how far they are now.
        by_evidence: what new evidence moved since, whichever way, in decibans and in all.
        by_themselves: what they moved by revising their own judgements.
    """

    of: str
    names: tuple[str, ...]
    sealed: Mapping[str, float]
    now: Mapping[str, float]
    sealed_apart: float
    now_apart: float
    by_evidence: float
    by_themselves: float

    @property
    def closer(self) -> bool:
        """Whether they have come closer together."""
        return self.now_apart < self.sealed_apart


def find_trajectory(
    case: Case, debater: Debater, of: str = "", *, columns: int = COUNT
) -> Trajectory | tuple[Problem, ...]:
    """Answer how one debater's answer moved, and what moved it.

    Args:
        case: the case as written.
        debater: the debater as he holds it now.
        of: the hypothesis whose decibans are told; his leader now where it is empty.
        columns: at how many columns minds are read, about.

    Returns:
        The trajectory; D848 where what he held on a day was no case.
    """
    told = of or debater.held.leader.id
    days = days_of(case, debater.position)
    states: list[State] = []
    for day in (None, *days[:-1]) if days else ():
        then, position = rewound(case, debater.position, day)
        state = find_debater(then, position, columns=columns)
        if not isinstance(state, Debater):
            return (_no_case(debater.position, day, days[0], state),)
        states.append(State(then, state))
    states.append(State(case, debater))
    stages = [_stage(states[0].debater, None, ())]
    for day, (before, after) in zip(days, pairwise(states), strict=True):
        causes = causes_of(before, after, day, told, columns=columns)
        stages.append(_stage(after.debater, day.on, causes))
    sealed = first_round(case, debater.name, columns=columns)
    forged = is_forged(case, debater.name)
    return Trajectory(debater.name, debater.called, told, tuple(stages), sealed, forged)


def find_trajectories(
    case: Case, debaters: Sequence[Debater], of: str | None = None, *, columns: int = COUNT
) -> tuple[tuple[Trajectory, ...], tuple[Problem, ...]]:
    """Answer how the answers of several debaters moved, all told of one hypothesis.

    Args:
        case: the case as written.
        debaters: whose.
        of: the hypothesis whose decibans are told; the likeliest in the mean of what they hold now
            where it is None.
        columns: at how many columns minds are read, about.

    Returns:
        Those that can be told; and what is wrong with the others.
    """
    if not debaters:
        return (), ()
    pooled = find_pool(case, debaters, columns=columns).linear_pool if of is None else {}
    told = of or max(pooled, key=lambda name: pooled[name])
    outcomes = [find_trajectory(case, each, told, columns=columns) for each in debaters]
    found = tuple(each for each in outcomes if isinstance(each, Trajectory))
    wrong = (problem for each in outcomes if not isinstance(each, Trajectory) for problem in each)
    return found, tuple(wrong)


def find_rounds(trajectories: Sequence[Trajectory]) -> Rounds | None:
    """Answer the sealed first rounds against now; None where fewer than two were opened."""
    opened = [
        each
        for each in trajectories
        if each.sealed and each.of in each.sealed and each.of in each.stages[-1].probability
    ]
    if len(opened) < 2:  # noqa: PLR2004 (a spread is of two)
        return None
    of = opened[0].of
    sealed = {each.name: (each.sealed or {})[of] for each in opened}
    now = {each.name: each.stages[-1].probability[of] for each in opened}
    since = [stage for each in opened for stage in each.stages]
    return Rounds(
        of=of,
        names=tuple(sealed),
        sealed=sealed,
        now=now,
        sealed_apart=_apart(sealed.values()),
        now_apart=_apart(now.values()),
        by_evidence=sum(abs(stage.by_evidence) for stage in since),
        by_themselves=sum(abs(stage.by_himself) for stage in since),
    )


def _apart(chances: Iterable[float]) -> float:
    odds = [probability_to_decibans(each) for each in chances]
    return 0.0 if min(odds) == max(odds) else max(odds) - min(odds)


def _stage(state: Debater, on: When | None, causes: tuple[Cause, ...]) -> Stage:
    return Stage(
        on=on,
        probability={each.id: each.probability for each in state.held.answers},
        log_odds={each.id: each.log_odds for each in state.held.answers},
        causes=causes,
        by_evidence=sum(each.share for each in causes if each.evidence),
        by_himself=sum(each.share for each in causes if not each.evidence),
    )


def _no_case(
    position: Position, day: Day | None, first: Day, problems: Sequence[Problem]
) -> Problem:
    """What keeps a history from being told: one of its days."""
    wrong = next((each for each in problems if each.is_error), None)
    said = wrong.message.rpartition("leads to no case: ")[2] if wrong is not None else "no answer"
    when = f"on {day.on.text}" if day is not None else f"before {first.on.text}"
    message = f"{when} what '{position.position}' held was no case: {said}"
    hint = "revise the whole row on one day, as one entry"
    return Problem("D848", message, position.place("revised"), hint)


__all__ = [
    "Cause",
    "Rounds",
    "Stage",
    "Trajectory",
    "find_rounds",
    "find_trajectories",
    "find_trajectory",
]
