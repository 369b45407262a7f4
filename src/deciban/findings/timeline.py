"""Finding: the answer by what had happened by each date, and by what was public by each year."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from deciban.findings.minding.beliefs import Belief
    from deciban.findings.ranges import Interval


@dataclass(frozen=True, slots=True)
class Stage:
    """The answer at one moment of a clock, once something new counts.

    Attributes:
        at: the moment, as a time of ``deciban.dates``.
        on: the moment in the way the case writes dates: ``1941-05-06``, ``1964``.
        came: the items that count from here on and did not before.
        probability: by hypothesis, at the central values.
        ranges: by hypothesis, the 90% range over draws.
        leader: the leading hypothesis.
        moved: by hypothesis, how far its log-odds moved from the stage before, in decibans.
    """

    at: int
    on: str
    came: tuple[str, ...]
    probability: Mapping[str, float]
    ranges: Mapping[str, Interval]
    leader: str
    moved: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Clock:
    """The answer along one clock.

    Attributes:
        name: ``happened`` or ``public``.
        earliest: stages, where everything counts from the earliest moment that its date allows.
        latest: the same, where everything counts only once it must; equal where no date is open.
        undated: items with no date at all: in force throughout on the earliest curve, and only at
            the end of the latest.
        derived: items whose date is not written but follows from the works that print them.
    """

    name: Literal["happened", "public"]
    earliest: tuple[Stage, ...]
    latest: tuple[Stage, ...]
    undated: tuple[str, ...]
    derived: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MindInTime:
    """An actor's belief from date to date.

    Attributes:
        actor: the actor's name in the case.
        name: what people call him.
        of: the value told of.
        beliefs: from date to date; ``before`` is the filter (by what had reached him alone),
            ``now`` the smoother (by all that the case says, later evidence included).
    """

    actor: str
    name: str
    of: str
    beliefs: tuple[Belief, ...]


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
    """

    title: str
    question: str
    ask: str
    answers: Mapping[str, str]
    leader: str
    happened: Clock
    public: Clock
    minds: tuple[MindInTime, ...]
