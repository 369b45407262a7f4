"""A mind read at its columns: what he believed in each, what he would have done, and the table."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from deciban.draws import SEED
from deciban.minds.belief import Path, believe
from deciban.minds.choosing import acted, chances
from deciban.minds.columns import COUNT, Columns, columns, is_exact, joined
from deciban.minds.cost import MOST, TooManyCells, cost_of
from deciban.minds.table import answer_of, table_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from numpy.typing import NDArray

    from deciban.minds.columns import Array
    from deciban.minds.mind import Mind

#: Columns read at once, so that what is being worked on stays in a chip's caches.
CHUNK = 8192
#: Columns that are kept, so that memory stays bounded; all others only add to the table.
KEPT = 65_536


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Reading:
    """A mind read at its columns.

    Attributes:
        mind: the mind.
        columns: the columns, ``N`` of them; of a mind read at more than ``KEPT``, the first.
        path: what he believed.
        taken: for each choice, how likely every option is afresh, shape (options, N).
        answers: by question, the answer of each column, shape (Q, N).
        table: ``F`` over all columns, shape (answers of each question ..., 2, ..., 2).
        read: at how many columns the mind was read in all.
        exact: whether these are all there are, rather than drawn.
    """

    mind: Mind
    columns: Columns
    path: Path
    taken: tuple[Array, ...]
    answers: NDArray[np.intp]
    table: Array
    read: int
    exact: bool

    @property
    def cells(self) -> int:
        """How many joint answers there are to the questions about him."""
        return math.prod(question.answers for question in self.mind.questions)

    @property
    def patterns(self) -> Array:
        """``P(e | phi)``, shape (2, ..., 2, N)."""
        return acted(self.mind, self.columns, self.taken)


def read_mind(
    mind: Mind,
    count: int = COUNT,
    *,
    seed: int = SEED,
    told: Callable[[int], None] | None = None,
) -> Reading:
    """Answer a mind read at as many columns as are wanted, chunk by chunk.

    Args:
        mind: the mind.
        count: how many columns, about.
        seed: everything follows from it.
        told: told after each chunk how many columns are done.

    Raises:
        TooManyCells: there is more to reckon than ``cost.MOST``.
    """
    cost = cost_of(mind, count)
    if cost.cells > MOST:
        raise TooManyCells(mind.actor, cost)
    parts: list[Reading] = []
    done, table = 0, np.zeros(())
    for chunk in _chunks(columns(mind, count, seed=seed)):
        part = read_at(mind, chunk)
        if done < KEPT:
            parts.append(part)
        done += len(chunk)
        table = table + part.table
        if told is not None:
            told(done)
    return _together(parts, table, done)


def read_at(mind: Mind, some: Columns) -> Reading:
    """Answer a mind read at these columns."""
    path = believe(mind, some)
    taken = tuple(chances(mind, choice, some, path.at(choice.at)) for choice in mind.choices)
    answers = np.array([answer_of(question, path) for question in mind.questions], dtype=np.intp)
    answers = answers.reshape(len(mind.questions), len(some))
    table = table_of(mind, answers, acted(mind, some, taken), some.weights)
    return Reading(mind, some, path, taken, answers, table, len(some), is_exact(mind))


def _chunks(blocks: Iterable[Columns]) -> Iterator[Columns]:
    """Blocks put together until they fill a chunk, and cut where they are more than one."""
    waiting: list[Columns] = []
    for block in blocks:
        for part in _cut(block):
            if waiting and sum(map(len, waiting)) + len(part) > CHUNK:
                yield joined(waiting)
                waiting = []
            waiting.append(part)
    yield joined(waiting)


def _cut(block: Columns) -> Iterator[Columns]:
    """A block in parts that fit a chunk; columns of one draw stay together."""
    if len(block) <= CHUNK:
        yield block
        return
    each = len(block) // len(np.unique(block.draw))
    step = max(1, CHUNK // each) * each
    for start in range(0, len(block), step):
        yield block.at(slice(start, start + step))


def _together(parts: list[Reading], table: Array, read: int) -> Reading:
    """Readings of one mind at different columns, side by side, with the table of all."""
    kept = joined([part.columns for part in parts])
    if len(kept) < read:
        kept = replace(kept, weights=kept.weights / kept.weights.sum())
    first = parts[0]
    taken = zip(*(part.taken for part in parts), strict=True)
    beliefs = np.concatenate([part.path.beliefs for part in parts], axis=2)
    return Reading(
        first.mind,
        kept,
        Path(first.path.instants, beliefs),
        tuple(np.concatenate(each, axis=1) for each in taken),
        np.concatenate([part.answers for part in parts], axis=1),
        table,
        read,
        first.exact,
    )
