"""What two debaters hold, dispute by dispute, as places on one scale of log-odds."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from deciban.debate.crux import Crux, Dispute, Value
from deciban.units import Judgement, probability_to_decibans, read_share

#: How many disputes are shown; every crux is.
MOST = 10
#: How far beyond all others a mark stands that leaves nothing open, in decibans.
BEYOND = 5.0


@dataclass(frozen=True, slots=True)
class Row:
    """One dispute as it is shown.

    Attributes:
        dispute: the dispute.
        value: the number in it that the two hold furthest apart, as written; None where nothing
            in it is a number.
        others: how many numbers of it are not shown.
        chances: what either holds it to be; None where these are no probabilities that both state.
        odds: the same as log-odds, in decibans; what leaves nothing open a little beyond the rest.
        lit: whether it is one of the cruxes.
    """

    dispute: Dispute
    value: Value | None
    others: int
    chances: tuple[float, float] | None
    odds: tuple[float, float] | None
    lit: bool


@dataclass(frozen=True, slots=True)
class Dumbbell:
    """What two debaters hold.

    Attributes:
        rows: the disputes with the largest shares, the largest first, every crux among them.
        others: how many disputes are not shown.
        left: what settling the cruxes leaves of the gap, in decibans.
    """

    rows: tuple[Row, ...]
    others: int
    left: float


def find_dumbbell(crux: Crux, words: str, most: int = MOST) -> Dumbbell:
    """Answer what two debaters hold of what they dispute.

    Args:
        crux: where they part.
        words: the scale of the case's words of likelihood, a name in ``deciban.units.SCALES``.
        most: how many disputes are shown, unless there are more cruxes.
    """
    places = sorted({*range(min(most, len(crux.disputes))), *crux.cruxes})
    while len(places) > most and (idle := [each for each in places if each not in crux.cruxes]):
        places.remove(idle[-1])
    rows = [_row(crux.disputes[place], words, lit=place in crux.cruxes) for place in places]
    return Dumbbell(_held(rows), len(crux.disputes) - len(rows), left_by_cruxes(crux))


def _held(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows with every mark at a place that can be drawn."""
    odds = [each for row in rows if row.odds is not None for each in row.odds]
    finite = [each for each in odds if math.isfinite(each)] or [0.0]
    low, high = min(finite) - BEYOND, max(finite) + BEYOND
    return tuple(
        row
        if row.odds is None
        else replace(row, odds=(_between(row.odds[0], low, high), _between(row.odds[1], low, high)))
        for row in rows
    )


def _between(value: float, low: float, high: float) -> float:
    return min(max(value, low), high)


def left_by_cruxes(crux: Crux) -> float:
    """Answer what settling the cruxes leaves of the gap, in decibans."""
    return crux.left[min(len(crux.cruxes), len(crux.left) - 1)] if crux.left else 0.0


def _row(dispute: Dispute, words: str, *, lit: bool) -> Row:
    if not dispute.values:
        return Row(dispute, None, 0, None, None, lit)
    shown = max(dispute.values, key=lambda value: -1.0 if value.apart is None else value.apart)
    chances = tuple(_chances(shown, words))
    others = len(dispute.values) - 1
    if len(chances) != 2:  # noqa: PLR2004 (a debater each)
        return Row(dispute, shown, others, None, None, lit)
    a, b = chances
    odds = probability_to_decibans(a), probability_to_decibans(b)
    return Row(dispute, shown, others, (a, b), odds, lit)


def _chances(value: Value, words: str) -> Iterator[float]:
    """The central probabilities that are written; none where the two are no probabilities."""
    if value.apart is None:
        return
    for text in (value.a, value.b):
        read = read_share(text, words)
        if isinstance(read, Judgement):
            yield read.central
