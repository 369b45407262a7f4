"""Written numbers that share one whole, and what one of them drags along when it is moved.

Notation: number ``i`` of a row stands ``m_i`` times in it, at ``x_i`` between ``l_i`` and ``h_i``;
``c_i`` is its central value as written. A row sums to ``S = sum of m_i x_i``, which is at most 1
where something is left over, and exactly 1 otherwise.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from deciban.model.model import Model

SAME = 1e-9
"""Sums this close are one: what is written in decimals does not add up to the last digit."""


@dataclass(frozen=True, slots=True)
class Row:
    """Numbers that share one whole.

    Attributes:
        numbers: their positions in ``Model.numbers``.
        copies: how many outcomes each of them speaks for.
        rest: whether some outcome gets what they leave over.
        written: their central values as written, before they were settled to fit.
    """

    numbers: tuple[int, ...]
    copies: tuple[int, ...]
    rest: bool
    written: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Leg:
    """A stretch over which one number moves and others move along, all evenly.

    Attributes:
        number: the number moved.
        start: its value at one end.
        end: its value at the other end, not below ``start``; may be infinite for a ratio.
        others: the numbers that move along.
        at_start: their values at ``start``.
        at_end: their values at ``end``.
        by_hand: whether whoever moves the number must write those values as well. Otherwise the
            row settles by itself.
    """

    number: int
    start: float
    end: float
    others: tuple[int, ...] = ()
    at_start: tuple[float, ...] = ()
    at_end: tuple[float, ...] = ()
    by_hand: bool = False

    def others_at(self, value: float) -> tuple[float, ...]:
        """Where the others stand when the number stands at ``value``."""
        if self.end == self.start:
            return self.at_start
        way = (value - self.start) / (self.end - self.start)
        pairs = zip(self.at_start, self.at_end, strict=True)
        return tuple(max(0.0, one + way * (other - one)) for one, other in pairs)


def legs_of(model: Model, number: int) -> tuple[Leg, ...]:
    """The stretches that a number can move over when it is written as a point, in order.

    A number of its own goes from 0 to 1, a ratio from 0 on. In a row the others make room just as
    they do when the row is read again with the number changed: what is left over gives or takes
    first; then those with a range go the same share of the way to their low ends, or to their high
    ends. In a row of points that must add up to 1 they keep their proportions, by hand.

    Args:
        model: the model.
        number: position of the number.
    """
    row = next((row for row in model.rows if number in row.numbers), None)
    if row is None:
        end = math.inf if model.numbers[number].measure == "ratio" else 1.0
        return (Leg(number, 0.0, end),)
    return tuple(sorted(_Settling(model, row, number).legs(), key=lambda leg: leg.start))


class _Settling:
    """A row of which one number is moved."""

    def __init__(self, model: Model, row: Row, number: int) -> None:
        place = row.numbers.index(number)
        self._number, self._own, self._rest = number, row.copies[place], row.rest
        keep = [other for other in range(len(row.numbers)) if other != place]
        self._others = tuple(row.numbers[other] for other in keep)
        self._copies = [row.copies[other] for other in keep]
        self._written = tuple(row.written[other] for other in keep)
        self._low = tuple(model.numbers[other].low for other in self._others)
        self._high = tuple(model.numbers[other].high for other in self._others)

    def legs(self) -> Iterator[Leg]:
        written, low, high = (
            self._sum(values) for values in (self._written, self._low, self._high)
        )
        if self._rest and written < 1.0:
            yield self._leg(1.0, self._written, written, self._written)
        elif not self._rest and high - low <= SAME:
            if low > SAME:
                yield self._in_proportion(low)
            return
        elif not self._rest and written < min(high, 1.0):
            yield self._leg(high, self._high, written, self._written)
        if written - low > SAME and low < 1.0:
            yield self._leg(written, self._written, low, self._low)

    def _sum(self, values: Sequence[float]) -> float:
        return math.fsum(m * x for m, x in zip(self._copies, values, strict=True))

    def _leg(
        self, first: float, at_first: Sequence[float], second: float, at_second: Sequence[float]
    ) -> Leg:
        """While the others fall in sum from ``first`` to ``second``, from 0 for the number on."""
        start, end = ((1.0 - total) / self._own for total in (first, second))
        whole = Leg(self._number, start, end, self._others, tuple(at_first), tuple(at_second))
        if start >= 0.0:
            return whole
        return Leg(self._number, 0.0, end, self._others, whole.others_at(0.0), tuple(at_second))

    def _in_proportion(self, total: float) -> Leg:
        scaled = tuple(value / total for value in self._low)
        nothing = tuple(0.0 for _ in self._low)
        end = 1.0 / self._own
        return Leg(self._number, 0.0, end, self._others, scaled, nothing, by_hand=True)
