"""What his conduct says of every band of his belief, and how far that hangs on his stakes.

``weight(B) = 10 log10( E[P(did | phi) | B] / E[P(did | phi) | not B] )``, where an act that is
disputed counts as far as the items that show it go. Actions alone do not separate what he believed
from what he wanted (Armstrong and Mindermann 2018), so the weight is given again at the corners of
the stakes: the least and the most that it can come to while every stake stands at one end of its
range, and the bands as they are. That is the ridge.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

import numpy as np

from deciban.findings.minding.spread import mean
from deciban.findings.odds import DECIBANS
from deciban.minds.belief import believe
from deciban.minds.choosing import chances
from deciban.minds.columns import some_of
from deciban.minds.pinned import pinned, reach

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from deciban.findings.minding.weighed import WeighedMind
    from deciban.findings.odds import Array
    from deciban.minds import Columns

#: Corners that are all tried; where there are more, the ends that move a weight alone are combined.
ALL = 256
#: Columns at which corners are tried.
SAMPLE = 2048
#: A stake that moves every weight by less, in decibans, is left as it was drawn.
FELT = 0.05


@dataclass(frozen=True, slots=True)
class Band:
    """One band of his belief, or one value held likeliest.

    Attributes:
        id: the answer's name.
        text: the sentence behind it.
        prior: how likely it is before anything is known of his acts.
        by_conduct: how likely after what shows his acts, and nothing else.
        now: how likely after everything in the case.
        weight: what his conduct says for it, in decibans.
        low: the least that comes to over the ends of his stakes.
        high: the most.
        low_at: the stakes, by address, at which it is least.
        high_at: the stakes at which it is most.
    """

    id: str
    text: str
    prior: float
    by_conduct: float
    now: float
    weight: float
    low: float
    high: float
    low_at: Mapping[str, float]
    high_at: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Bands:
    """All bands of one question about his mind.

    Attributes:
        question: the question's name.
        of: the value whose bands they are; empty where they are the values held likeliest.
        bands: in order.
        exact: whether every corner of the stakes was tried; else the ridge is the best found.
        stakes: the addresses of the stakes that move a weight, the one that moves one furthest
            first.
    """

    question: str
    of: str
    bands: tuple[Band, ...]
    exact: bool
    stakes: tuple[str, ...] = ()


def find_bands(
    weighed: WeighedMind,
    question: str,
    of: str,
    answers: NDArray[np.intp],
    names: Mapping[str, str],
) -> Bands:
    """Answer what his conduct says of every band.

    Args:
        weighed: the mind.
        question: the question's name.
        of: the value whose bands they are; empty where they are the values held likeliest.
        answers: the band of each column, shape (N,).
        names: the bands' names with their sentences, in order.
    """
    inside = np.array([answers == place for place in range(len(names))])
    conduct = weighed.conduct
    central = _weights(conduct, inside, weighed.prior)
    ridge = _Ridge(weighed, inside)
    low, high = ridge.ends()
    bands = []
    acted = conduct * weighed.prior
    for place, (name, text) in enumerate(names.items()):
        mine = inside[place]
        weight = float(central[place])
        bands.append(
            Band(
                id=name,
                text=text,
                prior=mean(mine.astype(float), weighed.prior),
                by_conduct=float(acted[mine].sum() / acted.sum()),
                now=mean(mine.astype(float), weighed.weights),
                weight=weight,
                low=min(weight, low[place][0]),
                high=max(weight, high[place][0]),
                low_at=ridge.told(low[place][1]),
                high_at=ridge.told(high[place][1]),
            )
        )
    return Bands(question, of, tuple(bands), ridge.exact, ridge.stakes)


def _weights(conduct: Array, inside: NDArray[np.bool_], prior: Array) -> Array:
    """What conduct says of each band, in decibans, shape (bands,); 0 of one that is all or none."""
    answer = np.zeros(len(inside))
    for place, mine in enumerate(inside):
        share = prior[mine].sum(), prior[~mine].sum()
        if min(share) > 0.0:
            within = float(conduct[mine] @ prior[mine]) / share[0]
            without = float(conduct[~mine] @ prior[~mine]) / share[1]
            answer[place] = DECIBANS * (_log(within) - _log(without))
    return answer


def _log(chance: float) -> float:
    return math.log(max(chance, 1e-300))


Corner = tuple[tuple[int, float], ...]
Ends = list[tuple[float, Corner]]


class _Ridge:
    """The weights of the bands at corners of the stakes.

    Attributes:
        exact: whether every corner is tried.
        stakes: the addresses of the stakes that move a weight, furthest first.
    """

    def __init__(self, weighed: WeighedMind, inside: NDArray[np.bool_]) -> None:
        self._weighed = weighed
        self._mind = weighed.reading.mind
        some = some_of(weighed.reading.columns, SAMPLE)
        self._columns = weighed.reading.columns.at(some)
        self._prior, self._inside = weighed.prior[some], inside[:, some]
        self._answers = weighed.reading.answers[:, some]
        path = weighed.reading.path
        self._beliefs = [path.at(choice.at)[:, some] for choice in self._mind.choices]
        ranged = [
            (number, *reach(self._mind, number))
            for number, each in enumerate(self._mind.numbers.numbers)
            if ".chooses." in each.address and ".between." in each.address and each.low < each.high
        ]
        alone = [
            (self._at(((number, low),)), self._at(((number, high),)))
            for number, low, high in ranged
        ]
        self._moves = {
            (number, low, high): np.subtract(*ends[::-1])
            for (number, low, high), ends in zip(ranged, alone, strict=True)
        }
        self._stakes = [each for each, moves in self._moves.items() if np.abs(moves).max() >= FELT]
        self.exact = 2 ** len(self._stakes) <= ALL
        furthest = sorted(self._stakes, key=lambda each: -np.abs(self._moves[each]).max())
        numbers = self._mind.numbers.numbers
        self.stakes = tuple(numbers[number].address for number, _, _ in furthest)

    def ends(self) -> tuple[Ends, Ends]:
        """The least and the most of each band, with their corners."""
        bands = range(len(self._inside))
        if not self._stakes:
            return [(math.inf, ())] * len(bands), [(-math.inf, ())] * len(bands)
        corners = self._every() if self.exact else self._combined()
        tried = [(self._at(corner), corner) for corner in corners]
        low = [min(((w[band], c) for w, c in tried), key=_first) for band in bands]
        high = [max(((w[band], c) for w, c in tried), key=_first) for band in bands]
        return low, high

    def told(self, corner: Corner) -> Mapping[str, float]:
        """A corner by address."""
        numbers = self._mind.numbers.numbers
        return {numbers[number].address: value for number, value in corner}

    def _every(self) -> list[Corner]:
        ends = ([(number, low), (number, high)] for number, low, high in self._stakes)
        return list(product(*ends))

    def _combined(self) -> list[Corner]:
        """For each band, all ends that raise it alone together, and all that lower it."""
        corners: list[Corner] = []
        for band in range(len(self._inside)):
            ways = {each: self._moves[each][band] for each in self._stakes}
            for sign in (1.0, -1.0):
                corner = tuple(
                    (number, high if sign * way > 0.0 else low)
                    for (number, low, high), way in ways.items()
                    if abs(way) >= FELT
                )
                corners.append(corner)
        return corners

    def _at(self, corner: Corner) -> Array:
        """The weight of each band at a corner, shape (bands,)."""
        columns: Columns = self._columns
        for number, value in corner:
            columns = pinned(self._mind, columns, number, value)
        beliefs = self._beliefs
        if self._mind.replies:
            path = believe(self._mind, columns)
            beliefs = [path.at(choice.at) for choice in self._mind.choices]
        taken = [
            chances(self._mind, choice, columns, belief)
            for choice, belief in zip(self._mind.choices, beliefs, strict=True)
        ]
        conduct = self._weighed.conduct_at(columns, taken, self._answers)
        return _weights(conduct, self._inside, self._prior)


def _first(pair: tuple[float, Corner]) -> float:
    return pair[0]
