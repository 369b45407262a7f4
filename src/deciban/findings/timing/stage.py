"""The answer at one moment of a clock, and a clock: its stages from first to last."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from deciban.findings.ranges import Interval
    from deciban.findings.timing.grain import Grain

ClockName = Literal["happened", "public"]


@dataclass(frozen=True, slots=True)
class Stage:
    """The answer at one moment of a clock, once something new counts.

    The first stage of a curve stands before all dates, at ``deciban.dates.BEFORE_ALL``; what only
    counts after all dates does so at ``AFTER_ALL``. There ``on`` is empty.

    Attributes:
        at: the moment, as a time of ``deciban.dates``.
        on: the moment in the way the case writes dates: ``1941-05-06``, ``1964``.
        came: the items that count from here on and did not before, the one that moves the leader
            furthest first.
        probability: by hypothesis, at the central values; all 0 where none is possible.
        ranges: by hypothesis, the 90% range over draws.
        leader: the leading hypothesis; empty where none is possible.
        words: by hypothesis, its probability in the case's scale.
        moved: by hypothesis, how far its log-odds moved from the stage before, in decibans.
        heard: the messages to actors that count from here on, and those that turned out.
        by_item: by item that came, how far it alone moves the log-odds of the last leader from the
            stage before, in decibans.
        by_mind: by actor whom messages reached, how far these alone move it.
    """

    at: int
    on: str
    came: tuple[str, ...]
    probability: Mapping[str, float]
    ranges: Mapping[str, Interval]
    leader: str
    words: Mapping[str, str]
    moved: Mapping[str, float]
    heard: tuple[str, ...]
    by_item: Mapping[str, float]
    by_mind: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Clock:
    """The answer along one clock.

    Attributes:
        name: ``happened`` or ``public``.
        grain: how finely it is read: by every ``change``, or by days, months or years.
        earliest: stages, where everything counts from the earliest moment that its date allows.
        latest: the same, where everything counts only once it must; equal where no date is open.
        undated: items and messages with no date: in force from as soon as they may be on the
            earliest curve, and only at the end of the latest.
        derived: items and messages whose date is not written but follows from the works that print
            them.
        counted: how many items and messages there are in all.
    """

    name: ClockName
    grain: Grain
    earliest: tuple[Stage, ...]
    latest: tuple[Stage, ...]
    undated: tuple[str, ...]
    derived: tuple[str, ...]
    counted: int
