"""How the answers of debaters moved, and where pooling leaves them, as places to be drawn."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from deciban.dates import BEFORE_ALL
from deciban.debate.change import Trajectory
from deciban.debate.debaters import Debater
from deciban.debate.parting.weighing import furthest_apart
from deciban.debate.pooling import Pool
from deciban.units import probability_to_decibans


@dataclass(frozen=True, slots=True)
class Place:
    """An answer at a time.

    Attributes:
        at: from when on, as a time of ``deciban.dates``; before all dates for what came first.
        on: that as written; empty likewise.
        probability: how likely the answer is held.
        odds: its log-odds in decibans.
    """

    at: int
    on: str
    probability: float
    odds: float


@dataclass(frozen=True, slots=True)
class Course:
    """How one debater's answer moved.

    Attributes:
        name: the debater's name.
        called: what he is called in words.
        places: what he held, in the order of time.
        sealed: his first round, as it was sealed; None where none was opened.
    """

    name: str
    called: str
    places: tuple[Place, ...]
    sealed: Place | None

    @property
    def moved(self) -> bool:
        """Whether he ever changed his mind."""
        return len(self.places) > 1


@dataclass(frozen=True, slots=True)
class Pooled:
    """What all come to together, by one rule.

    Attributes:
        rule: the rule, in words.
        probability: of the answer.
        odds: its log-odds in decibans.
    """

    rule: str
    probability: float
    odds: float


@dataclass(frozen=True, slots=True)
class Courses:
    """How the answers of debaters moved.

    Attributes:
        of: the hypothesis they are about.
        courses: a debater each, the likeliest in the end first.
        pools: what they come to together; empty without a pool.
    """

    of: str
    courses: tuple[Course, ...]
    pools: tuple[Pooled, ...]


def told_of(debaters: Sequence[Debater]) -> str:
    """Answer the answer of which to tell, as cruxes do: of leaders that all entertain.

    Args:
        debaters: one or more, each with his answer.
    """
    odds = [{each.id: each.log_odds for each in debater.held.answers} for debater in debaters]
    shared = [name for name in odds[0] if all(name in each for each in odds)]
    if not shared:
        return debaters[0].held.leader.id
    return shared[furthest_apart(np.array([[each[name] for each in odds] for name in shared]))]


def find_courses(trajectories: Sequence[Trajectory], pool: Pool | None = None) -> Courses:
    """Answer how the answers of debaters moved.

    Args:
        trajectories: a debater each, all of one hypothesis; at least one.
        pool: what they come to together.
    """
    of = trajectories[0].of
    courses = sorted(map(_course, trajectories), key=lambda each: -each.places[-1].odds)
    return Courses(of, tuple(courses), _pooled(pool, of) if pool is not None else ())


def _course(trajectory: Trajectory) -> Course:
    of = trajectory.of
    places = tuple(
        _place(
            stage.on.start if stage.on is not None else BEFORE_ALL,
            stage.on.text if stage.on is not None else "",
            stage.probability.get(of, 0.0),
        )
        for stage in trajectory.stages
    )
    sealed = trajectory.sealed.get(of) if trajectory.sealed is not None else None
    first = _place(BEFORE_ALL, "", sealed) if sealed is not None else None
    return Course(trajectory.name, trajectory.called, places, first)


def _place(at: int, on: str, probability: float) -> Place:
    return Place(at, on, probability, probability_to_decibans(probability))


def _pooled(pool: Pool, of: str) -> tuple[Pooled, ...]:
    rules = (
        ("mean of decibans", pool.log_pool),
        ("mean of probabilities", pool.linear_pool),
        ("median", pool.median),
        ("mean of every number", pool.parameters),
    )
    return tuple(
        Pooled(rule, found[of], probability_to_decibans(found[of]))
        for rule, found in rules
        if found is not None and of in found
    )
