"""The same man in another story: columns of one mind carried over to an edited one.

What the edit leaves alone keeps its value in every column, and so does what did or did not reach
him; that is what abduction keeps (Pearl 2000, ch. 7). What it changes takes its new value, drawn
afresh where that has a range. A row of which any number is changed is drawn afresh as a whole.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from deciban.draws import SEED, draws, latin_hypercube
from deciban.minds.columns import BLOCK, Columns

if TYPE_CHECKING:
    from deciban.minds.columns import Array, Flags
    from deciban.minds.mind import Mind
    from deciban.model.model import Number

#: Keeps the stream that draws changed receipts apart from others.
CHANGED = 11


def aligned(mind: Mind, columns: Columns, edited: Mind) -> Columns:
    """Answer columns of the edited mind, each the man of a column of the other.

    Args:
        mind: the mind as it was.
        columns: its columns.
        edited: the mind as it would have been.
    """
    known = {number.address: place for place, number in enumerate(mind.numbers.numbers)}
    kept = [_kept(mind, edited, place, known) for place in range(len(edited.numbers.numbers))]
    for row in edited.numbers.rows:
        if any(kept[number] is None for number in row.numbers):
            for number in row.numbers:
                kept[number] = None
    numbers = np.empty((len(kept), len(columns)))
    fresh = _fresh(edited, len(columns)) if None in kept else numbers
    for place, old in enumerate(kept):
        numbers[place] = fresh[place] if old is None else columns.numbers[old]
    base = Columns(numbers, columns.received[:0], columns.weights)
    return Columns(numbers, _received(mind, columns, edited, base), columns.weights)


def _kept(mind: Mind, edited: Mind, place: int, known: dict[str, int]) -> int | None:
    """The place of the same number in the mind as it was; None where it is another."""
    number = edited.numbers.numbers[place]
    old = known.get(number.address)
    if old is None or not _same(mind.numbers.numbers[old], number):
        return None
    return old if _values(mind, old) == _values(edited, place) else None


def _values(mind: Mind, number: int) -> tuple[float, ...]:
    """The values that a number takes in turn; none where it is no list."""
    return next((each.values for each in mind.lists if each.number == number), ())


def _same(one: Number, other: Number) -> bool:
    return (one.central, one.low, one.high, one.measure) == (
        other.central,
        other.low,
        other.high,
        other.measure,
    )


def _fresh(edited: Mind, count: int) -> Array:
    """All numbers of a mind drawn afresh, shape (n, count)."""
    blocks = list(draws(edited.numbers, count, seed=SEED + 1, chunk=BLOCK))
    numbers = np.concatenate(blocks, axis=1)
    for listed in edited.lists:
        numbers[listed.number] = np.resize(listed.values, count)
    return numbers


def _received(mind: Mind, columns: Columns, edited: Mind, base: Columns) -> Flags:
    """What reached him, shape (receipts, N)."""
    known = {receipt.id: place for place, receipt in enumerate(mind.receipts)}
    answer = np.empty((len(edited.receipts), len(columns)), dtype=np.bool_)
    for place, receipt in enumerate(edited.receipts):
        old = known.get(receipt.id)
        chance = base.of(receipt.chance)
        if old is not None and np.array_equal(chance, columns.of(mind.receipts[old].chance)):
            answer[place] = columns.received[old]
        else:
            random = np.random.Generator(np.random.SFC64([SEED, place, CHANGED]))
            answer[place] = _uniform(random, len(columns)) < chance
    return answer


def _uniform(random: np.random.Generator, count: int) -> Array:
    blocks = [
        latin_hypercube(random, 1, min(BLOCK, count - start))[0] for start in range(0, count, BLOCK)
    ]
    return np.concatenate(blocks)
