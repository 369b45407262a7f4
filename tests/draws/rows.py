"""Models of one row, and a slow and obvious sampler to hold the quick one against."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from deciban.model import GraphBuilder, Model, Polynomial
from deciban.model.model import Measure

Array = NDArray[np.float64]
ONE = Polynomial.constant(1.0)


@dataclass(frozen=True)
class Ranged:
    """A number of a row: from low to high, for so many outcomes."""

    low: float
    high: float
    measure: Measure = "probability"
    copies: int = 1


def model_of_row(numbers: Sequence[Ranged], *, rest: bool) -> Model:
    """A model with one variable, whose row these numbers are; central where they just fit."""
    graph = GraphBuilder()
    least = sum(number.copies * number.low for number in numbers)
    most = sum(number.copies * number.high for number in numbers)
    way = (1.0 - least) / (most - least) if most > least else 0.0
    way = min(max(way, 0.0), 0.5 if rest else 1.0)
    entries: list[Polynomial] = []
    left = ONE
    shares = {}
    for place, number in enumerate(numbers):
        central = number.low + way * (number.high - number.low)
        written = graph.number(f"n{place}", central, number.low, number.high, number.measure)
        entries += [written] * number.copies
        shares[f"n{place}"] = (number.copies, central)
        for _ in range(number.copies):
            left = left - written
    graph.row(shares, rest=rest)
    if rest:
        entries.append(left)
    variable = graph.variable("which", [f"s{place}" for place in range(len(entries))])
    graph.factor([variable], lambda state: entries[state[0]], "row")
    graph.question("question", variable)
    return graph.build()


def model_of_numbers(numbers: Sequence[Ranged]) -> Model:
    """A model with numbers that share nothing."""
    graph = GraphBuilder()
    variable = graph.variable("which", ["yes", "no"])
    for place, number in enumerate(numbers):
        middle = (number.low + number.high) / 2
        written = graph.number(f"n{place}", middle, number.low, number.high, number.measure)
        graph.factor([variable], lambda _, each=written: each, f"n{place}")  # type: ignore[misc]
    graph.question("question", variable)
    return graph.build()


def slow_draws(
    numbers: Sequence[Ranged], random: np.random.Generator, count: int, *, rest: bool
) -> tuple[Array, Array]:
    """Draws from the whole box that happen to fit in the whole, with their weights.

    Where nothing is left over the last number is what the others leave, and weighs as much as it
    is dense there.

    Returns:
        Values, shape (k, those that fit), and their weights.
    """
    values = np.array([_uniform(number, random.random(count)) for number in numbers])
    copies = np.array([number.copies for number in numbers], dtype=np.float64)
    if rest:
        fitting = values[:, copies @ values <= 1.0]
        return fitting, np.ones(fitting.shape[1])
    last = numbers[-1]
    values[-1] = (1.0 - copies[:-1] @ values[:-1]) / last.copies
    fitting = values[:, (last.low <= values[-1]) & (values[-1] <= last.high)]
    if last.measure == "probability":
        return fitting, np.ones(fitting.shape[1])
    return fitting, 1.0 / (fitting[-1] * (1.0 - fitting[-1]))


def _uniform(number: Ranged, way: Array) -> Array:
    if number.measure == "probability":
        return number.low + way * (number.high - number.low)
    low, high = (np.log(end / (1.0 - end)) for end in (number.low, number.high))
    odds: Array = np.exp(low + way * (high - low))
    return odds / (1.0 + odds)
