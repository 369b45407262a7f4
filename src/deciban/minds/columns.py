"""Columns: choices of a mind's parameters, each with its share of the whole.

Ranges are drawn (``deciban.draws``), in blocks that are independent replicates. Lists are
enumerated: every draw is combined with every choice of the listed values. Whether a message
reached him is enumerated where nothing is drawn, and drawn otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
from numpy.typing import NDArray

from deciban.draws import SEED, draws, latin_hypercube, uncertain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deciban.minds.mind import Mind
    from deciban.model import Polynomial

Array: TypeAlias = NDArray[np.float64]
Flags: TypeAlias = NDArray[np.bool_]

COUNT = 8192
BLOCK = 1024
#: Receipts that are enumerated at the most, where nothing is drawn.
ENUMERATED = 12
#: Keeps the stream that draws receipts apart from the one that draws numbers.
RECEIPTS = 7


@dataclass(frozen=True, slots=True, eq=False)
class Columns:
    """Choices of a mind's parameters.

    Attributes:
        numbers: the numbers, shape (n, N).
        received: what reached him, shape (receipts, N).
        weights: the share of each column, shape (N,); those of a whole mind add up to 1.
    """

    numbers: Array
    received: Flags
    weights: Array

    def __len__(self) -> int:
        return len(self.weights)

    def of(self, parameter: Polynomial) -> Array:
        """The value of a parameter in every column, shape (N,), or () where it is the same."""
        total: Array = np.zeros(())
        for coefficient, monomial in parameter.terms:
            term: Array = np.asarray(coefficient)
            for number in monomial:
                term = term * self.numbers[number]
            total = total + term
        return total

    def reached(self, receipt: int | None) -> int | Array:
        """Whether something reached him, as 0 or 1: in all columns alike, or shape (N,)."""
        if receipt is None:
            return 1
        flags: Array = self.received[receipt].astype(np.float64)
        return flags

    def row(self, parameters: tuple[Polynomial, ...]) -> Array:
        """Chances that share a whole, shape (k, N); a remainder of rounding counts as zero."""
        return np.maximum(self.stack(parameters), 0.0)

    def stack(self, parameters: tuple[Polynomial, ...]) -> Array:
        """The values of several parameters, shape (k, N)."""
        answer = np.empty((len(parameters), len(self)))
        for place, parameter in enumerate(parameters):
            answer[place] = self.of(parameter)
        return answer

    def replaced(self, numbers: Array) -> Columns:
        """The same columns with other numbers."""
        return Columns(numbers, self.received, self.weights)


def columns(mind: Mind, count: int = COUNT, *, seed: int = SEED) -> Iterator[Columns]:
    """Answer the columns of a mind, in blocks.

    Args:
        mind: the mind.
        count: how many columns in all, about; where nothing is drawn, just those there are.
        seed: everything follows from it.
    """
    choices = list(product(*(listed.values for listed in mind.lists)))
    if not uncertain(mind.numbers) and len(mind.receipts) <= ENUMERATED:
        yield _enumerated(mind, choices)
        return
    blocks = max(1, round(count / len(choices) / BLOCK))
    total = blocks * BLOCK * len(choices)
    for block, numbers in enumerate(draws(mind.numbers, blocks * BLOCK, seed=seed, chunk=BLOCK)):
        random = np.random.Generator(np.random.SFC64([seed, block, RECEIPTS]))
        uniform = latin_hypercube(random, len(mind.receipts), BLOCK)
        base = Columns(numbers, np.zeros((0, BLOCK), np.bool_), np.full(BLOCK, 1.0 / total))
        chances = base.stack(tuple(receipt.chance for receipt in mind.receipts))
        drawn = Columns(numbers, uniform < chances, base.weights)
        yield _crossed(mind, drawn, choices)


def size(mind: Mind, count: int = COUNT) -> int:
    """How many columns ``columns`` answers."""
    choices = 1
    for listed in mind.lists:
        choices *= len(listed.values)
    if not uncertain(mind.numbers) and len(mind.receipts) <= ENUMERATED:
        return int(choices * 2 ** len(mind.receipts))
    return int(max(1, round(count / choices / BLOCK)) * BLOCK * choices)


def _enumerated(mind: Mind, choices: list[tuple[float, ...]]) -> Columns:
    """Every choice of what was received, and of the listed values, with its own share."""
    ways = list(product((True, False), repeat=len(mind.receipts)))
    flags = np.array(ways, dtype=np.bool_).reshape(len(ways), len(mind.receipts)).T
    count = flags.shape[1]
    numbers = np.repeat(mind.numbers.centrals[:, None], count, axis=1)
    base = Columns(numbers, flags, np.ones(count))
    chances = base.stack(tuple(receipt.chance for receipt in mind.receipts))
    shares = np.where(flags, chances, 1.0 - chances).prod(axis=0)
    possible = shares > 0.0
    base = Columns(numbers[:, possible], flags[:, possible], shares[possible] / len(choices))
    return _crossed(mind, base, choices)


def _crossed(mind: Mind, base: Columns, choices: list[tuple[float, ...]]) -> Columns:
    """Every column with every choice of the listed values."""
    if not mind.lists:
        return base
    numbers = np.tile(base.numbers, len(choices))
    for place, listed in enumerate(mind.lists):
        numbers[listed.number] = np.repeat([choice[place] for choice in choices], len(base))
    return Columns(
        numbers, np.tile(base.received, len(choices)), np.tile(base.weights, len(choices))
    )


def joined(parts: list[Columns]) -> Columns:
    """Columns side by side."""
    if len(parts) == 1:
        return parts[0]
    return Columns(
        np.concatenate([part.numbers for part in parts], axis=1),
        np.concatenate([part.received for part in parts], axis=1),
        np.concatenate([part.weights for part in parts]),
    )
