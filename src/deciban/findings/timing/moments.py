"""The moments of a clock: when something begins to count, and what then does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

import numpy as np

from deciban.dates import BEFORE_ALL
from deciban.findings.timing.dated import Point
from deciban.findings.timing.grain import Grain, latest_name, period_end, period_name

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    from deciban.case import Case
    from deciban.findings.timing.dated import Dates, Stretch
    from deciban.findings.timing.stage import ClockName
    from deciban.findings.timing.states import State, States

Curve = Literal["earliest", "latest"]
CURVES: tuple[Curve, ...] = ("earliest", "latest")
#: A name, and from when on it counts.
_Named: TypeAlias = tuple[str, Point]


@dataclass(frozen=True, slots=True, eq=False)
class Moment:
    """A moment at which something begins to count.

    Attributes:
        at: when.
        on: that as a case writes dates; empty before and after all dates.
        came: the items that begin to count.
        heard: the messages that do, and those that turned out.
        present: which items count, shape (items,).
        state: what the minds have heard.
    """

    at: int
    on: str
    came: tuple[str, ...]
    heard: tuple[str, ...]
    present: NDArray[np.bool_]
    state: State


class Reader:
    """Reads one clock.

    Args:
        case: the case.
        clock: which clock.
        dates: from when on everything counts on it.
        states: the minds.
    """

    def __init__(self, case: Case, clock: ClockName, dates: Dates, states: States) -> None:
        self._clock, self._dates, self._states = clock, dates, states
        self._outcomes = list(_outcomes(case, states.actors)) if clock == "happened" else []

    def moments(self, curve: Curve, grain: Grain) -> tuple[Moment, ...]:
        """Answer the moments of the clock, in order; the first stands before all dates.

        Args:
            curve: whether everything counts as soon as it may, or once it must.
            grain: how finely the clock is read.
        """
        items = self._items(curve)
        ends = np.array([period_end(point.at, grain) for _, point in items], dtype=np.int64)
        heard = self._heard(curve)
        came, told = _gathered(items, grain), _gathered(heard, grain)
        names = _names([point for _, point in (*items, *heard)], grain)
        return tuple(
            Moment(
                at=at,
                on=names.get(at, ""),
                came=tuple(came.get(at, ())),
                heard=tuple(told.get(at, ())),
                present=ends <= at,
                state=self._state(curve, grain, at),
            )
            for at in sorted({BEFORE_ALL, *came, *told})
        )

    def _items(self, curve: Curve) -> list[_Named]:
        return [(each.id, _begins(each.when, curve)) for each in self._dates.items]

    def _messages(self, actor: str, curve: Curve) -> list[_Named]:
        return [(each.id, _begins(each.when, curve)) for each in self._dates.messages[actor]]

    def _heard(self, curve: Curve) -> list[_Named]:
        told = (each for actor in self._states.actors for each in self._messages(actor, curve))
        return [*told, *self._outcomes]

    def _state(self, curve: Curve, grain: Grain, time: int) -> State:
        """What minds have heard by a time; on the public clock, what is public of it."""
        if self._clock == "happened":
            return self._states.by(time)
        return self._states.told(
            {
                actor: [
                    name
                    for name, point in self._messages(actor, curve)
                    if period_end(point.at, grain) <= time
                ]
                for actor in self._states.actors
            }
        )


def _begins(when: Stretch, curve: Curve) -> Point:
    return when.earliest if curve == "earliest" else when.latest


def _outcomes(case: Case, actors: Collection[str]) -> Iterator[_Named]:
    """Everything that turned out, at the end of its date."""
    for actor in actors:
        for sight in case.actors[actor].saw:
            resolved = sight.resolved
            if sight.copies is None and resolved is not None and resolved.on is not None:
                on = resolved.on
                yield f"{sight.id} turns out", Point(on.latest, latest_name(on))


def _gathered(named: Sequence[_Named], grain: Grain) -> Mapping[int, list[str]]:
    """The names that begin to count at each instant."""
    found: dict[int, list[str]] = {}
    for name, point in named:
        found.setdefault(period_end(point.at, grain), []).append(name)
    return found


def _names(points: Sequence[Point], grain: Grain) -> Mapping[int, str]:
    """How each instant is written: as finely as anything is that begins to count then."""
    if grain != "change":
        ends = {period_end(point.at, grain) for point in points}
        return {end: period_name(end, grain) for end in ends}
    found: dict[int, str] = {}
    for point in points:
        found[point.at] = max(found.get(point.at, ""), point.on, key=len)
    return found
