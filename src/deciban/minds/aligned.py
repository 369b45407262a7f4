"""The same man in another story: columns of one mind carried over to an edited one.

What the edit leaves alone keeps its value in every column, and so does his luck with what may not
have reached him; that is what abduction keeps (Pearl 2000, ch. 7). What it changes takes its new
value, drawn afresh where that has a range, in several copies of each column where these are few. A
row of which any number is changed is drawn afresh as a whole. New listed values are crossed.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

import numpy as np

from deciban.draws import SEED, draws, latin_hypercube
from deciban.minds.columns import BLOCK, Columns

if TYPE_CHECKING:
    from deciban.minds.columns import Array, Places
    from deciban.minds.mind import Listed, Mind
    from deciban.model.model import Number

#: Keeps the streams of an edited mind apart from those of the mind as it was.
EDITED, LUCK = 1, 11


@dataclass(frozen=True, slots=True, eq=False)
class Aligned:
    """Columns of an edited mind.

    Attributes:
        columns: the columns.
        origin: for each, the column of the mind as it was, shape (N',).
        copies: how many columns each of these has.
    """

    columns: Columns
    origin: Places
    copies: int

    def shared(self, weights: Array) -> Array:
        """Weights of the mind as it was, shared out over the copies, shape (N',)."""
        answer: Array = weights[self.origin] / self.copies
        return answer


def aligned(mind: Mind, columns: Columns, edited: Mind) -> Aligned:
    """Answer columns of the edited mind, each the man of a column of the other.

    Args:
        mind: the mind as it was.
        columns: its columns.
        edited: the mind as it would have been.
    """
    kept = _kept_numbers(mind, edited)
    lists = [listed for listed in edited.lists if kept[listed.number] is None]
    choices = list(product(*(listed.values for listed in lists)))
    fresh = _any_drawn(edited, kept) or _other_luck(mind, edited)
    spare = math.ceil(BLOCK / len(columns)) if fresh else 1
    copies = spare * len(choices)
    origin = np.repeat(np.arange(len(columns)), copies)
    numbers = _numbers(edited, kept, columns.numbers[:, origin], fresh=fresh)
    _list(numbers, lists, choices)
    luck = _luck(mind, columns, edited, origin)
    weights = columns.weights[origin] / copies
    base = Columns(numbers, luck, luck < 0.0, weights, columns.draw[origin])
    return Aligned(base.with_numbers(edited, numbers), origin, copies)


def _kept_numbers(mind: Mind, edited: Mind) -> list[int | None]:
    """For every number of the edited mind its place in the other; None where it is another."""
    known = {number.address: place for place, number in enumerate(mind.numbers.numbers)}
    kept = [_kept(mind, edited, place, known) for place in range(len(edited.numbers.numbers))]
    for row in edited.numbers.rows:
        if any(kept[number] is None for number in row.numbers):
            for number in row.numbers:
                kept[number] = None
    return kept


def _kept(mind: Mind, edited: Mind, place: int, known: dict[str, int]) -> int | None:
    number = edited.numbers.numbers[place]
    old = known.get(number.address)
    if old is None or not _same(mind.numbers.numbers[old], number):
        return None
    return old if _values(mind, old) == _values(edited, place) else None


def _same(one: Number, other: Number) -> bool:
    return (one.central, one.low, one.high, one.measure) == (
        other.central,
        other.low,
        other.high,
        other.measure,
    )


def _values(mind: Mind, number: int) -> tuple[float, ...]:
    """The values that a number takes in turn; none where it is no list."""
    return next((each.values for each in mind.lists if each.number == number), ())


def _any_drawn(edited: Mind, kept: list[int | None]) -> bool:
    """Whether anything that is new has a range."""
    numbers = edited.numbers.numbers
    return any(
        old is None and numbers[place].low < numbers[place].high for place, old in enumerate(kept)
    )


def _other_luck(mind: Mind, edited: Mind) -> bool:
    """Whether what reached him has another chance, or may now not have reached him at all."""
    before = {receipt.id: receipt.chance for receipt in mind.receipts}
    old = {number.address: number for number in mind.numbers.numbers}
    for receipt in edited.receipts:
        if receipt.id not in before:
            return True
        address = f"actors.{edited.actor}.saw.{receipt.id}.reached_him"
        new = next(each for each in edited.numbers.numbers if each.address == address)
        if not _same(old[address], new):
            return True
    return False


def _numbers(edited: Mind, kept: list[int | None], old: Array, *, fresh: bool) -> Array:
    """The numbers of the edited mind, shape (n', N'), its new lists left at their middles."""
    answer = np.repeat(edited.numbers.centrals[:, None], old.shape[1], axis=1)
    if fresh:
        drawn = draws(edited.numbers, old.shape[1], seed=SEED + EDITED, chunk=BLOCK)
        answer = np.concatenate(list(drawn), axis=1)
    for place, number in enumerate(kept):
        if number is not None:
            answer[place] = old[number]
    return answer


def _list(numbers: Array, lists: list[Listed], choices: list[tuple[float, ...]]) -> None:
    """Puts every choice of new listed values into the copies of a column in turn, in place."""
    for place, listed in enumerate(lists):
        values = [choice[place] for choice in choices]
        numbers[listed.number] = np.tile(values, numbers.shape[1] // len(values))


def _luck(mind: Mind, columns: Columns, edited: Mind, origin: Places) -> Array:
    """His luck, shape (receipts, N'): as it was; where only its outcome is known, drawn given it.

    Enumerated columns know that a message came or that it did not: his luck lay somewhere below
    its chance, or somewhere above.
    """
    known = {receipt.id: place for place, receipt in enumerate(mind.receipts)}
    random = np.random.Generator(np.random.SFC64([SEED, len(origin), LUCK]))
    answer = np.empty((len(edited.receipts), len(origin)))
    for place, receipt in enumerate(edited.receipts):
        uniform = _uniform(random, len(origin))
        old = known.get(receipt.id)
        if old is None:
            answer[place] = uniform
            continue
        luck = columns.luck[old][origin]
        chance = np.broadcast_to(columns.of(mind.receipts[old].chance), (len(columns),))[origin]
        within = np.where(luck == 0.0, uniform * chance, chance + uniform * (1.0 - chance))
        answer[place] = np.where((luck == 0.0) | (luck == 1.0), within, luck)
    return answer


def _uniform(random: np.random.Generator, count: int) -> Array:
    """Uniform numbers, spread evenly block by block, shape (count,)."""
    blocks = [
        latin_hypercube(random, 1, min(BLOCK, count - start))[0] for start in range(0, count, BLOCK)
    ]
    return np.concatenate(blocks)
