"""What his conduct and the case teach about him: every parameter, before and now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from deciban.findings.minding.spread import Spread, mean, spread

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from deciban.findings.minding.weighed import WeighedMind
    from deciban.findings.odds import Array
    from deciban.minds.columns import Flags
    from deciban.model.model import Measure

#: Of a parameter that moves by less than this share of its own spread nothing is learned.
FELT = 0.1


@dataclass(frozen=True, slots=True)
class Parameter:
    """One uncertain number of his.

    Attributes:
        address: its address; of what may not have reached him, ``....reached_him``.
        measure: what it is.
        before: how it is spread before anything is known of his acts.
        now: after everything in the case.
        moved: how far its mean moved, in standard deviations of what it was before.
        values: of one that takes listed values, or is yes or no, how likely each is before and
            now; else empty.
    """

    address: str
    measure: Measure
    before: Spread
    now: Spread
    moved: float
    values: Mapping[str, tuple[float, float]]


def find_parameters(weighed: WeighedMind) -> tuple[Parameter, ...]:
    """Answer every uncertain number of a mind, the one that moved furthest first."""
    found = [*_numbers(weighed), *_receipts(weighed)]
    return tuple(sorted(found, key=lambda each: -abs(each.moved)))


def _numbers(weighed: WeighedMind) -> Iterator[Parameter]:
    reading = weighed.reading
    listed = {each.number: each.values for each in reading.mind.lists}
    chances = {number for each in reading.mind.receipts for number in each.chance.numbers()}
    for place, number in enumerate(reading.mind.numbers.numbers):
        values = reading.columns.numbers[place]
        if place in chances or values.min() == values.max():
            continue
        options = {
            f"{value:g}": _shares(weighed, values == value) for value in listed.get(place, ())
        }
        yield _parameter(weighed, number.address, number.measure, values, options)


def _receipts(weighed: WeighedMind) -> Iterator[Parameter]:
    reading = weighed.reading
    for place, receipt in enumerate(reading.mind.receipts):
        came = reading.columns.received[place]
        address = f"actors.{reading.mind.actor}.saw.{receipt.id}.reached_him"
        options = {"yes": _shares(weighed, came), "no": _shares(weighed, ~came)}
        yield _parameter(weighed, address, "probability", came.astype(np.float64), options)


def _parameter(
    weighed: WeighedMind,
    address: str,
    measure: Measure,
    values: Array,
    options: Mapping[str, tuple[float, float]],
) -> Parameter:
    before, now = spread(values, weighed.prior), spread(values, weighed.weights)
    width = float(np.sqrt(mean((values - before.mean) ** 2, weighed.prior)))
    moved = (now.mean - before.mean) / width if width > 0.0 else 0.0
    return Parameter(address, measure, before, now, moved, options)


def _shares(weighed: WeighedMind, where: Flags) -> tuple[float, float]:
    return float(weighed.prior[where].sum()), float(weighed.weights[where].sum())
