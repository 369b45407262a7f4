"""Columns in which one number stands at a value and the others of its row make room.

Notation: as in ``deciban.model.row``. What is left over gives or takes first; then the others go
the same share of the way to their low ends, or to their high ends, as they do when a row is read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from deciban.draws import polytope_of

if TYPE_CHECKING:
    from deciban.minds.columns import Array, Columns
    from deciban.minds.mind import Mind
    from deciban.model import Row


def pinned(mind: Mind, columns: Columns, number: int, value: float) -> Columns:
    """Answer the columns with a number at a value, and all else as it was drawn.

    Args:
        mind: the mind.
        columns: its columns.
        number: the place of the number.
        value: where it is to stand; within what its row leaves it.
    """
    numbers = columns.numbers.copy()
    numbers[number] = value
    for row in mind.numbers.rows:
        if number in row.numbers:
            _make_room(mind, row, number, numbers)
    return columns.with_numbers(mind, numbers)


def reach(mind: Mind, number: int) -> tuple[float, float]:
    """Answer the lowest and the highest that a number's range, and its row, leave it."""
    for row in mind.numbers.rows:
        if number in row.numbers:
            polytope = polytope_of(mind.numbers, row)
            place = row.numbers.index(number)
            return float(polytope.low[place]), float(polytope.high[place])
    written = mind.numbers.numbers[number]
    return written.low, written.high


def _make_room(mind: Mind, row: Row, number: int, numbers: Array) -> None:
    """Moves the other numbers of a row, in place, so that it fits in its whole again."""
    place = row.numbers.index(number)
    others = [other for other in range(len(row.numbers)) if other != place]
    if not others:
        return
    indices = [row.numbers[other] for other in others]
    copies = np.array([float(row.copies[other]) for other in others])[:, None]
    low = np.array([mind.numbers.numbers[index].low for index in indices])[:, None]
    high = np.array([mind.numbers.numbers[index].high for index in indices])[:, None]
    theirs = 1.0 - row.copies[place] * numbers[number]
    values = numbers[indices]
    total = (copies * values).sum(axis=0)
    over = (total > theirs) if row.rest else (total != theirs)
    ends = np.where(total > theirs, low, high)
    span = (copies * (ends - values)).sum(axis=0)
    way = np.where(over & (span != 0.0), (theirs - total) / np.where(span == 0.0, 1.0, span), 0.0)
    numbers[indices] = values + np.clip(way, 0.0, 1.0) * (ends - values)
