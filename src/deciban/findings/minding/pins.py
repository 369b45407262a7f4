"""What each number of a mind does to the leader: curves, swings and flips, by reading it again.

The numbers of a mind are integrated and not boxed, and the edges of bands make what they do
discontinuous; so there is no derivative and no closed form. A number is pinned at values in the
same columns, the table reckoned anew, and log Z is linear in the table:
``Z_h' = Z_h sum_cells F' d log Z_h / dF``. Where the leader changes between two of these values the
stretch is halved. The numbers that swing most are looked at more closely.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from deciban.compile.mind_table import conditional
from deciban.findings.odds import log_odds
from deciban.minds import read_at
from deciban.minds.columns import some_of
from deciban.minds.pinned import pinned, reach

if TYPE_CHECKING:
    from collections.abc import Callable

    from deciban.engine import Solution
    from deciban.findings.minding.weighed import WeighedMind
    from deciban.findings.odds import Array
    from deciban.minds import Columns
    from deciban.model.model import Measure, Number

#: Columns at which a mind is read again for each pin.
SAMPLE = 2048
#: At how many values every number is pinned, and those that swing most.
POINTS, CLOSE = 3, 9
#: How many numbers are looked at closely.
CLOSELY = 10
#: How often a stretch in which the leader changes is halved.
HALVINGS = 8
#: A swing as small as this, in decibans, is noise of the columns.
NO_SWING = 0.005


@dataclass(frozen=True, slots=True)
class Pin:
    """One number of a mind, and what it does to the leader of the main question.

    Attributes:
        address: its address.
        actor: whose mind it is of.
        measure: what it is.
        low: the lowest that its range and its row leave it.
        high: the highest.
        curve: values at which it is pinned, from low to high, with the leader's probability
            there; None where no answer is possible.
        least: the least probability on the curve.
        most: the most.
        swing: the distance between them in log-odds, in decibans.
        flip: the value nearest to the middle of its range at which another answer leads; None
            where none was found to.
        flips_to: the answer that leads there.
    """

    address: str
    actor: str
    measure: Measure
    low: float
    high: float
    curve: tuple[tuple[float, float | None], ...]
    least: float
    most: float
    swing: float
    flip: float | None
    flips_to: str


def find_pins(
    weighed: WeighedMind,
    solution: Solution,
    answers: tuple[str, ...],
    told: Callable[[str], None] | None = None,
) -> tuple[Pin, ...]:
    """Answer every ranged number of a mind, the one that swings the leader furthest first.

    Args:
        weighed: the mind.
        solution: solved for the main question with derivatives, all items given.
        answers: the answers of the main question.
        told: told what is being read again.
    """
    if weighed.slopes is None:
        return ()
    again = _Again(weighed, weighed.slopes, solution)
    numbers = weighed.reading.mind.numbers.numbers
    ranged = [place for place, each in enumerate(numbers) if each.low < each.high]
    found = {}
    for done, place in enumerate(ranged):
        if told is not None:
            told(f"{done:,} of {len(ranged):,} numbers of {weighed.actor.id}")
        found[place] = again.pin(place, answers, POINTS)
    closely = sorted(found, key=lambda place: -found[place].swing)[:CLOSELY]
    for place in closely:
        found[place] = again.pin(place, answers, CLOSE)
    return tuple(sorted(found.values(), key=lambda each: -each.swing))


@dataclass(frozen=True, slots=True)
class PinnedCurve:
    """The main question with one number of a mind pinned across its range.

    Attributes:
        number: the number.
        values: at which it is pinned, from low to high.
        log_z: log Z of every answer at each, up to a constant; shape (H,) each.
        flip: as that of a pin.
        flips_to: likewise.
    """

    number: Number
    values: tuple[float, ...]
    log_z: tuple[Array, ...]
    flip: float | None
    flips_to: str


def pinned_curve(
    weighed: WeighedMind,
    solution: Solution,
    answers: tuple[str, ...],
    number: int,
    points: int,
) -> PinnedCurve | None:
    """Answer what the main question comes to with one number of a mind at some values.

    Nothing where no answer hangs from the mind.

    Args:
        weighed: the mind.
        solution: solved for the main question with derivatives, all items given.
        answers: the answers of the main question.
        number: the place of the number.
        points: at how many values it is pinned.
    """
    if weighed.slopes is None:
        return None
    return _Again(weighed, weighed.slopes, solution).curve(number, answers, points)


class _Again:
    """The main question's answer with numbers of a mind pinned."""

    def __init__(self, weighed: WeighedMind, slopes: Array, solution: Solution) -> None:
        whole = weighed.reading.columns
        self._columns = whole.at(some_of(whole, SAMPLE))
        self._weighed, self._slopes, self._log_z = weighed, slopes, solution.log_z
        self._leader = int(solution.posterior.argmax())
        self._astray = np.zeros_like(solution.log_z)
        few = self.log_z(self._columns)
        known = np.isfinite(few) & np.isfinite(solution.log_z)
        self._astray[known] = few[known] - solution.log_z[known]

    def log_z(self, columns: Columns) -> Array:
        """Log Z of every answer of the main question, up to a constant, shape (H,).

        What these columns say of the mind as it is, against what all of them do, is taken off.
        """
        reading = read_at(self._weighed.reading.mind, columns)
        whole = reading.table / reading.table.sum()
        table = conditional(self._weighed.case, reading.mind.actor, whole)
        with np.errstate(divide="ignore"):
            answer: Array = self._log_z + np.log(np.maximum(self._slopes @ table.ravel(), 0.0))
        return answer - self._astray

    def pin(self, number: int, answers: tuple[str, ...], points: int) -> Pin:
        """What one number does between the ends of its range."""
        mind = self._weighed.reading.mind
        written = mind.numbers.numbers[number]
        low, high = reach(mind, number)
        values = np.linspace(low, high, points).tolist()
        log_z = [self._at(number, value) for value in values]
        chances = [_chance(each, self._leader) for each in log_z]
        known = [chance for chance in chances if chance is not None]
        odds = [log_odds(each)[self._leader] for each in log_z if np.isfinite(each).any()]
        swing = float(max(odds) - min(odds)) if odds and max(odds) > min(odds) else 0.0
        flip, leader = self._flip(number, values, log_z)
        return Pin(
            address=written.address,
            actor=mind.actor,
            measure=written.measure,
            low=low,
            high=high,
            curve=tuple(zip(values, chances, strict=True)),
            least=min(known, default=0.0),
            most=max(known, default=0.0),
            swing=swing if swing > NO_SWING else 0.0,
            flip=flip,
            flips_to="" if leader is None else answers[leader],
        )

    def curve(self, number: int, answers: tuple[str, ...], points: int) -> PinnedCurve:
        """The main question with one number at values evenly across its range."""
        mind = self._weighed.reading.mind
        values = np.linspace(*reach(mind, number), points).tolist()
        log_z = [self._at(number, value) for value in values]
        flip, leader = self._flip(number, values, log_z)
        to = "" if leader is None else answers[leader]
        written = mind.numbers.numbers[number]
        return PinnedCurve(written, tuple(values), tuple(log_z), flip, to)

    def _at(self, number: int, value: float) -> Array:
        mind = self._weighed.reading.mind
        return self.log_z(pinned(mind, self._columns, number, value))

    def _flip(
        self, number: int, values: list[float], log_z: list[Array]
    ) -> tuple[float | None, int | None]:
        """Where another answer leads, nearest to the middle of the range, and which one does."""
        leaders = [int(each.argmax()) if np.isfinite(each).any() else None for each in log_z]
        middle = (values[0] + values[-1]) / 2.0
        found: list[tuple[float, int]] = []
        for one, other in pairwise(range(len(values))):
            ends = {leaders[one]: values[one], leaders[other]: values[other]}
            if len(ends) == 2 and self._leader in ends and None not in ends:  # noqa: PLR2004 [two]
                (outside,) = (value for leader, value in ends.items() if leader != self._leader)
                found.append(self._halved(number, ends[self._leader], outside))
        nearest = min(found, key=lambda pair: abs(pair[0] - middle), default=None)
        return (None, None) if nearest is None else nearest

    def _halved(self, number: int, inside: float, outside: float) -> tuple[float, int]:
        """The first value found beyond the change, and who leads there."""
        leader = int(self._at(number, outside).argmax())
        for _ in range(HALVINGS):
            middle = (inside + outside) / 2.0
            now = int(self._at(number, middle).argmax())
            if now == self._leader:
                inside = middle
            else:
                outside, leader = middle, now
        return outside, leader


def _chance(log_z: Array, leader: int) -> float | None:
    """The leader's probability; None where no answer is possible."""
    if not np.isfinite(log_z).any():
        return None
    weights = np.exp(log_z - log_z.max())
    return float(weights[leader] / weights.sum())
