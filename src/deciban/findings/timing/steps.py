"""Both curves of a clock in step: what surely counts by each moment, and what may.

Without a grid there is a step for every moment at which either curve moves; on a grid there is one
for every day, month or year, and where nothing new came the answer of the step before stands.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from deciban.dates import AFTER_ALL, BEFORE_ALL
from deciban.findings.timing.grain import GRAINS, Grain, period_end, period_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from deciban.findings.timing.stage import Clock, Stage

#: So many steps are printed at the most; so few are quickly read.
MOST, FEW = 5000, 16


@dataclass(frozen=True, slots=True)
class Step:
    """The answer at one moment, where everything counts once it must, and once it may.

    Attributes:
        at: the moment, as a time of ``deciban.dates``.
        on: it as a case writes dates; empty before and after all dates.
        latest: the stage in force on the latest curve.
        earliest: that on the earliest.
        came: the items that count on the latest curve since the step before, the one that moves the
            leader furthest first.
        heard: the messages that do, and those that turned out.
        perhaps: what begins to count on the earliest curve, and on the latest only later.
        moved: by hypothesis, how far its log-odds moved since the step before on the latest curve,
            in decibans.
        by_item: by item that came, how far it alone moved those of the last leader, from the stage
            before it.
        by_mind: by actor who had heard more, how far all that alone moved them.
    """

    at: int
    on: str
    latest: Stage
    earliest: Stage
    came: tuple[str, ...]
    heard: tuple[str, ...]
    perhaps: tuple[str, ...]
    moved: Mapping[str, float]
    by_item: Mapping[str, float]
    by_mind: Mapping[str, float]

    @property
    def fresh(self) -> bool:
        """Whether anything new came on the latest curve."""
        return bool(self.came or self.heard)


@dataclass(frozen=True, slots=True)
class Window:
    """The part of a clock that is wanted.

    Attributes:
        by: the grid; None, or by every change, for the moments at which anything changes.
        start: where it begins, a time of ``deciban.dates``; None where the clock does.
        end: where it ends; None where the clock does.
    """

    by: Grain | None = None
    start: int | None = None
    end: int | None = None

    def has(self, at: int) -> bool:
        """Whether a moment lies within it."""
        return (self.start is None or at > self.start) and (self.end is None or at <= self.end)


#: All of a clock, by every change.
EVERYTHING = Window()


class TooManySteps(Exception):  # noqa: N818 [as TooLarge: the name callers read]
    """A grid is so fine, or so long, that nobody could read it."""


def steps_of(clock: Clock, window: Window = EVERYTHING) -> tuple[Step, ...]:
    """Answer both curves of a clock in step.

    Args:
        clock: the clock; on a grid, read as finely as that.
        window: the part that is wanted; where it begins, the first step tells how things stood.

    Raises:
        TooManySteps: more than ``MOST`` are wanted.
    """
    begins = {name: stage.at for stage in clock.latest for name in (*stage.came, *stage.heard)}
    before = BEFORE_ALL - 1 if window.start is None else window.start
    steps: list[Step] = []
    gridded = window.by not in (None, "change")
    for at, on in _grid(clock, window) if gridded else _changes(clock, window):
        steps.append(_step(clock, before, at, on, begins))
        before = at
        if len(steps) > MOST:
            raise TooManySteps
    return tuple(steps)


def fitting(clock: Clock) -> Grain:
    """Answer the finest grain at which the curves of a clock have no more than ``FEW`` moments."""
    moments = {stage.at for stage in (*clock.earliest, *clock.latest)}
    grains = (each for each in GRAINS if len({period_end(at, each) for at in moments}) <= FEW)
    return next(grains, GRAINS[-1])


def _changes(clock: Clock, window: Window) -> Iterator[tuple[int, str]]:
    """Every moment at which a curve moves; before them, where the window begins."""
    if window.start is not None:
        yield window.start, period_name(window.start, "change")
    named = {stage.at: stage.on for stage in (*clock.earliest, *clock.latest)}
    yield from ((at, named[at]) for at in sorted(named) if window.has(at))


def _grid(clock: Clock, window: Window) -> Iterator[tuple[int, str]]:
    """The end of every period; where the window is open, with what stands outside all dates."""
    moments = sorted({stage.at for stage in (*clock.earliest, *clock.latest)})
    dated = [at for at in moments if BEFORE_ALL < at < AFTER_ALL]
    if window.start is None:
        yield BEFORE_ALL, ""
    if dated or None not in (window.start, window.end):
        yield from _periods(dated, window, window.by or clock.grain)
    if window.end is None and AFTER_ALL in moments:
        yield AFTER_ALL, ""


def _periods(dated: Sequence[int], window: Window, by: Grain) -> Iterator[tuple[int, str]]:
    """The end of every period from the first to the last that is wanted, or in which any date is.

    Where the window is open it ends with the clock, and no earlier than it begins.
    """
    first = dated[0] if window.start is None else window.start + 1
    last = max(first, dated[-1]) if window.end is None else window.end
    end = period_end(first, by)
    while end <= period_end(last, by):
        yield end, period_name(end, by)
        end = period_end(end + 1, by)


def _step(clock: Clock, before: int, at: int, on: str, begins: Mapping[str, int]) -> Step:
    """The step up to a moment.

    Args:
        clock: the clock.
        before: the moment of the step before.
        at: the moment.
        on: it as written.
        begins: by item and message, from when on it counts on the latest curve.
    """
    new = [stage for stage in clock.latest if before < stage.at <= at]
    early = [stage for stage in clock.earliest if before < stage.at <= at]
    names = (name for stage in early for name in (*stage.came, *stage.heard))
    by_item = {name: moved for stage in new for name, moved in stage.by_item.items()}
    latest = _in_force(clock.latest, at)
    return Step(
        at=at,
        on=on,
        latest=latest,
        earliest=_in_force(clock.earliest, at),
        came=tuple(sorted(by_item, key=lambda name: -abs(by_item[name]))),
        heard=tuple(name for stage in new for name in stage.heard),
        perhaps=tuple(name for name in names if begins[name] > at),
        moved={answer: _sum(stage.moved[answer] for stage in new) for answer in latest.moved},
        by_item=by_item,
        by_mind={
            actor: _sum(stage.by_mind.get(actor, 0.0) for stage in new)
            for actor in {actor: None for stage in new for actor in stage.by_mind}
        },
    )


def _sum(moves: Iterable[float]) -> float:
    """How far several moves lead; nowhere where they lead to infinity and back."""
    total = sum(moves, 0.0)
    return 0.0 if math.isnan(total) else total


def _in_force(curve: Sequence[Stage], at: int) -> Stage:
    """The last stage up to a moment; the first stands before all dates."""
    return curve[bisect_right(curve, at, key=lambda stage: stage.at) - 1]
