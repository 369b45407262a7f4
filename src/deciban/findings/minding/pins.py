"""What each number of a mind does to the leader: swings and flips, by reading the mind again.

The numbers of a mind are integrated and not boxed, and the edges of bands make what they do
discontinuous; so there is no derivative and no closed form. A number is pinned at a value in the
same columns, the table reckoned anew, and log Z is linear in the table:
``Z_h' = Z_h sum_cells F' d log Z_h / dF``. Flips are found by halving.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from deciban.compile.mind_table import conditional
from deciban.findings.minding.weighed import scale_of
from deciban.findings.odds import log_odds
from deciban.minds import read_at
from deciban.minds.pinned import pinned, reach
from deciban.minds.table import cell_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from deciban.engine import Solution
    from deciban.findings.minding.weighed import WeighedMind
    from deciban.findings.odds import Array
    from deciban.minds import Columns
    from deciban.model.model import Measure

#: Columns at which a mind is read again for each pin.
SAMPLE = 2048
#: How often a stretch in which the leader changes is halved.
HALVINGS = 10
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
        at_low: the leader's probability with the number pinned there.
        at_high: with the number pinned at ``high``.
        swing: the distance between the two in log-odds, in decibans.
        flip: the value nearest to the middle of its range at which another answer leads; None
            where it never changes the leader within its range.
        flips_to: the answer that leads beyond.
    """

    address: str
    actor: str
    measure: Measure
    low: float
    high: float
    at_low: float
    at_high: float
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
    again = _Again(weighed, solution)
    numbers = weighed.reading.mind.numbers.numbers
    ranged = [place for place, each in enumerate(numbers) if each.low < each.high]
    found = []
    for done, place in enumerate(ranged):
        if told is not None:
            told(f"{done:,} of {len(ranged):,} numbers of {weighed.actor.id}")
        found.append(again.pin(place, answers))
    return tuple(sorted(found, key=lambda each: -each.swing))


class _Again:
    """The main question's answer with numbers of a mind pinned."""

    def __init__(self, weighed: WeighedMind, solution: Solution) -> None:
        whole = weighed.reading.columns
        some = np.arange(0, len(whole), max(1, len(whole) // SAMPLE))
        weights = whole.weights[some]
        self._columns = type(whole)(
            whole.numbers[:, some], whole.received[:, some], weights / weights.sum()
        )
        self._weighed, self._log_z = weighed, solution.log_z
        slopes = weighed.slopes
        self._slopes = np.empty((0, 0)) if slopes is None else slopes
        self._leader = int(self.log_z(self._columns).argmax())

    def log_z(self, columns: Columns) -> Array:
        """Log Z of every answer of the main question, up to a constant, shape (H,)."""
        reading = read_at(self._weighed.reading.mind, columns)
        table = conditional(self._weighed.case, reading.mind.actor, reading.table)
        z = self._slopes @ table.ravel()
        with np.errstate(divide="ignore"):
            answer: Array = self._log_z + np.log(np.maximum(z, 0.0))
        return answer

    def pin(self, number: int, answers: tuple[str, ...]) -> Pin:
        """What one number does between the ends of its range."""
        mind = self._weighed.reading.mind
        low, high = reach(mind, number)
        ends = [self._at(number, value) for value in (low, high)]
        odds = [float(log_odds(each)[self._leader]) for each in ends]
        swing = abs(odds[1] - odds[0]) if odds[1] != odds[0] else 0.0
        flip, leader = self._flip(number, low, high, [int(each.argmax()) for each in ends])
        written = mind.numbers.numbers[number]
        return Pin(
            address=written.address,
            actor=mind.actor,
            measure=written.measure,
            low=low,
            high=high,
            at_low=_chance(ends[0])[self._leader],
            at_high=_chance(ends[1])[self._leader],
            swing=swing if swing > NO_SWING else 0.0,
            flip=flip,
            flips_to="" if leader is None else answers[leader],
        )

    def _at(self, number: int, value: float) -> Array:
        mind = self._weighed.reading.mind
        return self.log_z(pinned(mind, self._columns, number, value))

    def _flip(
        self, number: int, low: float, high: float, leaders: list[int]
    ) -> tuple[float | None, int | None]:
        """Where the leader changes, from the middle of the range towards either end."""
        middle = (low + high) / 2.0
        found: list[tuple[float, int]] = []
        for end, leader in zip((low, high), leaders, strict=True):
            if leader != self._leader:
                found.append((self._halved(number, middle, end), leader))
        nearest = min(found, key=lambda pair: abs(pair[0] - middle), default=None)
        return (None, None) if nearest is None else nearest

    def _halved(self, number: int, inside: float, outside: float) -> float:
        for _ in range(HALVINGS):
            middle = (inside + outside) / 2.0
            if int(self._at(number, middle).argmax()) == self._leader:
                inside = middle
            else:
                outside = middle
        return outside


def _chance(log_z: Array) -> list[float]:
    weights = np.exp(log_z - log_z.max())
    return [float(each) for each in weights / weights.sum()]


def columns_error(weighed: WeighedMind, solution: Solution, blocks: int) -> Iterator[float]:
    """The main question's leading probability in each of some blocks of columns.

    Args:
        weighed: the mind.
        solution: solved for the main question with derivatives.
        blocks: into how many replicates the columns fall.
    """
    if weighed.slopes is None or blocks < 2:  # noqa: PLR2004 [one has no spread]
        return
    leader = int(solution.posterior.argmax())
    patterns = weighed.reading.patterns.reshape(-1, len(weighed.weights))
    scale = scale_of(weighed.case, weighed.reading) * weighed.prior
    cells = cell_of(weighed.reading.mind, weighed.reading.answers)
    by_answer = weighed.slopes.reshape(len(weighed.slopes), -1, len(patterns))
    for block in np.array_split(np.arange(len(scale)), blocks):
        said = np.einsum("hne,en->hn", by_answer[:, cells[block]], patterns[:, block])
        z = np.log(np.maximum((said * scale[block]).sum(axis=1), 1e-300))
        yield _chance(solution.log_z + z)[leader]
