"""Axes: probabilities, decibans with what they come to, and where their ticks stand."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from deciban.render.charts.look import GRID
from deciban.render.charts.marks import Scale, Word, standing
from deciban.render.figures import MINUS
from deciban.units import probability_to_decibans

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from deciban.render.charts.marks import Layer

#: Ticks of a probability, and how one is written.
PERCENTS = (0.0, 0.25, 0.5, 0.75, 1.0)
IN_PERCENT = "round(100 * datum.value) + '%'"
IN_DECIBANS = f"(datum.value > 0 ? '+' : datum.value < 0 ? '{MINUS}' : '') + abs(datum.value)"
#: Probabilities that stand above an axis of log-odds; where room is short, the first.
READINGS = (
    *(0.5, 0.1, 0.9, 0.01, 0.99, 0.001, 0.999, 0.05, 0.95, 0.25, 0.75, 0.02, 0.98),
    *(0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.97, 0.03),
)
#: About so many ticks at most, and how far apart they may be.
TICKS = 8
STEPS = (0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0, 1000.0)
#: Readings closer than this, in pixels, would touch.
CLOSE = 44.0


def decibans_across(values: Sequence[float], length: float, room: float = 0.0) -> Scale:
    """Answer a lying scale of decibans that holds some values.

    Args:
        values: what must lie on it; what is infinite takes an end.
        length: in pixels.
        room: pixels to be left free at both ends, for words.
    """
    finite = [value for value in values if math.isfinite(value)] or [0.0]
    low, high = min(finite), max(finite)
    if high - low < STEPS[2]:
        low, high = low - STEPS[2], high + STEPS[2]
    spare = (high - low) * room / (length - 2 * room)
    low, high = low - spare, high + spare
    return Scale(low, high, length, ticks_between(low, high), IN_DECIBANS)


def ticks_between(low: float, high: float) -> tuple[float, ...]:
    """Answer round values between two."""
    step = next((each for each in STEPS if (high - low) / each <= TICKS), STEPS[-1])
    first, last = math.ceil(low / step), math.floor(high / step)
    return tuple(round(step * place, 6) for place in range(first, last + 1))


def readings(scale: Scale) -> Iterator[tuple[float, str]]:
    """Answer the probabilities that have room above a scale of log-odds: where, and which."""
    taken: list[float] = []
    for reading in READINGS:
        odds = probability_to_decibans(reading)
        if scale.low <= odds <= scale.high:
            at = scale.at(odds)
            if all(abs(at - other) >= CLOSE for other in taken):
                taken.append(at)
                yield odds, f"{100 * reading:g}%"


def read_above(scale: Scale, height: float) -> tuple[Layer, list[Word]]:
    """Answer the probabilities of a scale of log-odds above a plot: their strokes and words."""
    marked = list(readings(scale))
    strokes = [{"x": odds, "y": -5.0, "y2": height} for odds, _ in marked]
    told = [Word(scale.at(odds), -13.0, text, "small", "center") for odds, text in marked]
    return standing(strokes, scale, colour=GRID), told
