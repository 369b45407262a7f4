"""The stages of a clock: the answer at every moment at which something new counts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from deciban.findings.odds import log_odds, minus
from deciban.findings.ranges import Interval, ranges_of_draws
from deciban.findings.timing.stage import Stage

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    from deciban.case import Question
    from deciban.findings.odds import Array
    from deciban.findings.ranges import Intervals
    from deciban.findings.timing.moments import Moment
    from deciban.findings.timing.solved import Columns
    from deciban.findings.timing.states import State, States
    from deciban.units import Scale


@dataclass(frozen=True, slots=True)
class _Step:
    """From one moment to the next, in columns.

    Attributes:
        moment: the moment reached.
        last: the column of the stage before.
        column: that of this stage.
        items: by item that came, that of the stage before with it alone.
        minds: by actor who heard more, that of the stage before with this alone.
    """

    moment: Moment
    last: int
    column: int
    items: Mapping[str, int]
    minds: Mapping[str, int]


class Curves:
    """Stages of several curves, whose columns are solved together.

    Args:
        question: the main question.
        leader: the answer whose moves are told item by item.
        scale: in which words probabilities are said.
        columns: what is asked of the graph.
        states: the minds.
    """

    def __init__(
        self, question: Question, leader: str, scale: Scale, columns: Columns, states: States
    ) -> None:
        self._answers, self._scale = question.answers, scale
        self._leader = self._answers.index(leader)
        self._columns, self._states = columns, states
        self._curves: list[list[_Step]] = []

    def add(self, moments: Sequence[Moment]) -> None:
        """Ask for the stages of a curve, whose first moment stands before all dates."""
        present, state = np.zeros_like(moments[0].present), moments[0].state
        steps: list[_Step] = []
        for moment in moments:
            steps.append(self._step(present, state, moment))
            present, state = moment.present, moment.state
        self._curves.append(steps)

    def solved(self) -> list[tuple[Stage, ...]]:
        """Answer the stages of every curve, in the order in which they were asked for."""
        central = self._columns.central()
        wanted = sorted({step.column for steps in self._curves for step in steps})
        drawn = self._columns.drawn(wanted)
        ranges = {
            column: self._ranges(central[:, column], None if drawn is None else drawn[:, place])
            for place, column in enumerate(wanted)
        }
        return [
            tuple(self._stage(step, central, ranges[step.column]) for step in steps)
            for steps in self._curves
        ]

    def _step(self, present: NDArray[np.bool_], state: State, moment: Moment) -> _Step:
        """Asks for a stage, and for what each thing that came does alone."""
        fresh = np.flatnonzero(moment.present & ~present)
        return _Step(
            moment=moment,
            last=self._columns.ask(present, state),
            column=self._columns.ask(moment.present, moment.state),
            items={
                name: self._columns.ask(_with(present, item), state)
                for name, item in zip(moment.came, fresh, strict=True)
            },
            minds={
                actor: self._columns.ask(present, _replaced(state, place, moment.state[place]))
                for place, actor in enumerate(self._states.actors)
                if moment.state[place] != state[place]
            },
        )

    def _stage(self, step: _Step, central: Array, ranges: Intervals) -> Stage:
        names, moment = self._answers, step.moment
        log_z = central[:, step.column]
        possible = bool(np.isfinite(log_z).any())
        by_item = self._alone(central, step.last, step.items)
        moved = _moved(central, step.last, step.column)
        shares = dict(zip(names, map(float, _shares(log_z)), strict=True))
        return Stage(
            at=moment.at,
            on=moment.on,
            came=tuple(sorted(moment.came, key=lambda name: -abs(by_item[name]))),
            probability=shares,
            ranges=ranges,
            leader=names[int(log_z.argmax())] if possible else "",
            words={name: self._scale.word_for(share) for name, share in shares.items()},
            moved=dict(zip(names, map(float, moved), strict=True)),
            heard=moment.heard,
            by_item=by_item,
            by_mind=self._alone(central, step.last, step.minds),
        )

    def _alone(self, central: Array, last: int, columns: Mapping[str, int]) -> Mapping[str, float]:
        """How far each of several columns moves the leader from the last."""
        return {
            name: float(_moved(central, last, column)[self._leader])
            for name, column in columns.items()
        }

    def _ranges(self, log_z: Array, drawn: Array | None) -> Intervals:
        """The ranges over draws; the points themselves where none is left."""
        found = {} if drawn is None else ranges_of_draws(self._answers, drawn)
        return found or dict(zip(self._answers, _points(_shares(log_z)), strict=True))


def _with(present: NDArray[np.bool_], item: np.intp) -> NDArray[np.bool_]:
    more = present.copy()
    more[item] = True
    return more


def _replaced(state: State, place: int, value: object) -> State:
    return (*state[:place], value, *state[place + 1 :])


def _shares(log_z: Array) -> Array:
    """Probabilities from log Z, shape (H,); zeros where nothing is possible."""
    top = log_z.max()
    if not np.isfinite(top):
        return np.zeros_like(log_z)
    weights = np.exp(log_z - top)
    answer: Array = weights / weights.sum()
    return answer


def _points(shares: Array) -> Iterator[Interval]:
    for share in map(float, shares):
        yield Interval(share, share)


def _moved(central: Array, before: int, after: int) -> Array:
    """How far log-odds moved, in decibans, shape (H,); zeros from or to what is impossible."""
    ends = central[:, [before, after]]
    if not np.isfinite(ends).any(axis=0).all():
        return np.zeros(len(ends))
    odds = log_odds(ends)
    return minus(odds[:, 1], odds[:, 0])
