"""Columns: choices of a mind's parameters, each with its share of the whole.

Ranges are drawn (``deciban.draws``), in blocks that are independent replicates. Lists are
enumerated: every draw is combined with every choice of the listed values, and the columns of one
draw stand together. Whether a message reached him is enumerated where nothing is drawn, up to
``ENUMERATED`` of them, and drawn otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import product
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
from numpy.typing import NDArray

from deciban.draws import SEED, draws, latin_hypercube, uncertain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from deciban.minds.mind import Mind, Receipt
    from deciban.model import Polynomial

Array: TypeAlias = NDArray[np.float64]
Flags: TypeAlias = NDArray[np.bool_]
Places: TypeAlias = NDArray[np.intp]

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
        luck: for every receipt a number in 0..1, shape (receipts, N); what may not have reached
            him did where it lies below its chance.
        received: what reached him, shape (receipts, N).
        weights: the share of each column, shape (N,); those of a whole mind add up to 1.
        draw: which draw each column is of, ascending, shape (N,). Columns of one draw differ in
            listed values alone.
    """

    numbers: Array
    luck: Array
    received: Flags
    weights: Array
    draw: Places

    def __len__(self) -> int:
        return len(self.weights)

    def of(self, parameter: Polynomial) -> Array:
        """The value of a parameter in every column, shape (N,), or () where it is the same."""
        return value_of(parameter, self.numbers)

    def reached(self, receipt: int | None) -> int | Array:
        """Whether something reached him, as 0 or 1: in all columns alike, or shape (N,)."""
        if receipt is None:
            return 1
        flags: Array = self.received[receipt].astype(np.float64)
        return flags

    def row(self, parameters: Sequence[Polynomial]) -> Array:
        """Chances that share a whole, shape (k, N); a remainder of rounding counts as zero."""
        return np.maximum(self.stack(parameters), 0.0)

    def stack(self, parameters: Sequence[Polynomial]) -> Array:
        """The values of several parameters, shape (k, N)."""
        answer = np.empty((len(parameters), len(self)))
        for place, parameter in enumerate(parameters):
            answer[place] = self.of(parameter)
        return answer

    def at(self, some: Places | slice) -> Columns:
        """Some of the columns, with the weights they have."""
        return Columns(
            self.numbers[:, some],
            self.luck[:, some],
            self.received[:, some],
            self.weights[some],
            self.draw[some],
        )

    def with_numbers(self, mind: Mind, numbers: Array) -> Columns:
        """The same columns with other numbers, and with what then reached him."""
        return replace(self, numbers=numbers, received=_received(mind.receipts, numbers, self.luck))


def value_of(parameter: Polynomial, numbers: Array) -> Array:
    """Answer a parameter where the numbers, shape (n, N), stand; shape (N,) or ()."""
    total: Array = np.zeros(())
    for coefficient, monomial in parameter.terms:
        term: Array = np.asarray(coefficient)
        for number in monomial:
            term = term * numbers[number]
        total = total + term
    return total


def is_exact(mind: Mind) -> bool:
    """Whether the columns of a mind are all there are, rather than drawn."""
    return not uncertain(mind.numbers) and len(mind.receipts) <= ENUMERATED


def choices_of(mind: Mind) -> tuple[tuple[float, ...], ...]:
    """Every choice of the listed values."""
    return tuple(product(*(listed.values for listed in mind.lists)))


def size(mind: Mind, count: int = COUNT) -> int:
    """How many columns ``columns`` answers."""
    choices = len(choices_of(mind))
    if is_exact(mind):
        return int(choices * 2 ** len(mind.receipts))
    return int(_blocks(count, choices) * BLOCK * choices)


def columns(mind: Mind, count: int = COUNT, *, seed: int = SEED) -> Iterator[Columns]:
    """Answer the columns of a mind, in blocks that hold whole draws.

    Args:
        mind: the mind.
        count: how many columns in all, about; where nothing is drawn, just those there are.
        seed: everything follows from it.
    """
    choices = choices_of(mind)
    if is_exact(mind):
        yield _crossed(mind, _enumerated(mind), choices)
        return
    blocks = _blocks(count, len(choices))
    weights = np.full(BLOCK, 1.0 / (blocks * BLOCK))
    for block, numbers in enumerate(draws(mind.numbers, blocks * BLOCK, seed=seed, chunk=BLOCK)):
        random = np.random.Generator(np.random.SFC64([seed, block, RECEIPTS]))
        luck = latin_hypercube(random, len(mind.receipts), BLOCK)
        received = _received(mind.receipts, numbers, luck)
        draw = np.arange(block * BLOCK, (block + 1) * BLOCK, dtype=np.intp)
        yield _crossed(mind, Columns(numbers, luck, received, weights, draw), choices)


def some_of(whole: Columns, count: int) -> Places:
    """Answer the places of about so many columns: whole draws, spread evenly over all."""
    names = np.unique(whole.draw)
    wanted = max(1, round(count * len(names) / len(whole)))
    if len(names) <= wanted:
        return np.arange(len(whole))
    kept = names[np.linspace(0, len(names) - 1, wanted).round().astype(np.intp)]
    return np.flatnonzero(np.isin(whole.draw, kept))


def joined(parts: Sequence[Columns]) -> Columns:
    """Columns side by side."""
    if len(parts) == 1:
        return parts[0]
    return Columns(
        np.concatenate([part.numbers for part in parts], axis=1),
        np.concatenate([part.luck for part in parts], axis=1),
        np.concatenate([part.received for part in parts], axis=1),
        np.concatenate([part.weights for part in parts]),
        np.concatenate([part.draw for part in parts]),
    )


def _blocks(count: int, choices: int) -> int:
    return max(1, round(count / choices / BLOCK))


def _received(receipts: Sequence[Receipt], numbers: Array, luck: Array) -> Flags:
    """What reached him, shape (receipts, N)."""
    answer = np.empty(luck.shape, dtype=np.bool_)
    for place, receipt in enumerate(receipts):
        answer[place] = luck[place] < value_of(receipt.chance, numbers)
    return answer


def _enumerated(mind: Mind) -> Columns:
    """Every choice of what was received, with its own share."""
    ways = list(product((True, False), repeat=len(mind.receipts)))
    flags = np.array(ways, dtype=np.bool_).reshape(len(ways), len(mind.receipts)).T
    numbers = np.repeat(mind.numbers.centrals[:, None], len(ways), axis=1)
    luck = np.where(flags, 0.0, 1.0)
    shares = np.ones(len(ways))
    for place, receipt in enumerate(mind.receipts):
        chance = value_of(receipt.chance, numbers)
        shares = shares * np.where(flags[place], chance, 1.0 - chance)
    draw = np.arange(len(ways), dtype=np.intp)
    possible = np.flatnonzero(shares > 0.0)
    return Columns(numbers, luck, flags, shares, draw).at(possible)


def _crossed(mind: Mind, base: Columns, choices: Sequence[tuple[float, ...]]) -> Columns:
    """Every column with every choice of the listed values, those of one draw together."""
    if not mind.lists:
        return base
    crossed = base.at(np.repeat(np.arange(len(base)), len(choices)))
    for place, listed in enumerate(mind.lists):
        crossed.numbers[listed.number] = np.tile([choice[place] for choice in choices], len(base))
    return replace(crossed, weights=crossed.weights / len(choices))
