"""Letters in a plot over time, and below it what happened where they stand."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from deciban.render.charts.lettering import cut
from deciban.render.charts.look import LEADING, PAPER, SMALL, Sign
from deciban.render.charts.marks import Word, points
from deciban.render.charts.sheet import ROOM
from deciban.render.charts.times import UNDATED
from deciban.render.figures import decibans, percent
from deciban.render.minding.wording import counts_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from deciban.findings.drawing.moves import Move
    from deciban.render.charts.sheet import Sheet

#: How far above the line a letter stands, and the size of the paper under it.
ABOVE, PATCH = 14.0, 190.0
#: Where the columns of the list begin, in pixels from the edge.
DATE, WENT, NAMES, WEIGHED = 18.0, 144.0, 232.0, 308.0
#: How many places are tried on either side of a jump.
_TRIES = 4
_PAPER = Sign(PAPER, (), "circle")


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a letter belongs, in pixels: beside the stretch that a line has jumped over.

    Attributes:
        x: where it jumped.
        high: the upper end of the jump.
        low: the lower end.
        top: the highest place there is.
        bottom: the lowest.
    """

    x: float
    high: float
    low: float
    top: float
    bottom: float


def write_letters(sheet: Sheet, spots: Sequence[Spot]) -> None:
    """Put letters above jumps, or below where there is no room; where two would touch, apart."""
    taken: list[tuple[float, float]] = []
    for place, spot in enumerate(spots):
        y = next((each for each in _heights(spot) if _free(spot.x, each, taken)), spot.high - ABOVE)
        taken.append((spot.x, y))
        sheet.draw(points([{"x": spot.x, "y": y}], _PAPER, size=PATCH))
        sheet.write(Word(spot.x, y, _letter(place), "key", "center"))


def _heights(spot: Spot) -> Iterator[float]:
    """Where a letter may stand: nearest to the jump first, above it before below."""
    for further in range(_TRIES):
        above, below = spot.high - ABOVE - further * LEADING, spot.low + ABOVE + further * LEADING
        if above >= spot.top:
            yield above
        if below <= spot.bottom:
            yield below


def _free(x: float, y: float, taken: Sequence[tuple[float, float]]) -> bool:
    return all(abs(x - at) >= SMALL + 2 or abs(y - high) >= LEADING - 1 for at, high in taken)


def write_moves(sheet: Sheet, moves: Sequence[Move], top: float) -> None:
    """Tell in lines below the plot what came where the letters stand."""
    weighed = any(move.decibans is not None for move in moves)
    names_at = WEIGHED if weighed else NAMES
    for place, move in enumerate(moves):
        y = top + LEADING * place
        went = f"{percent(move.before)} → {percent(move.after)}"
        names = ", ".join(move.came).replace("_", " ")
        sheet.write(
            Word(sheet.edge, y, _letter(place), "key"),
            Word(sheet.edge + DATE, y, counts_at(move.on) if move.on else UNDATED, "small"),
            Word(sheet.edge + WENT, y, went, "small"),
            Word(sheet.edge + WEIGHED - 8, y, _moved(move), "small", "right"),
            Word(sheet.edge + names_at, y, cut(names, SMALL, ROOM - names_at), "quiet"),
        )


def _moved(move: Move) -> str:
    if move.decibans is None:
        return ""
    told = decibans(move.decibans).strip()
    return f"{told} dB" if math.isfinite(move.decibans) else told


def _letter(place: int) -> str:
    return chr(ord("a") + place)
