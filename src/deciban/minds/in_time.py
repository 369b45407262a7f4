"""The mind's table had less reached him: by a date, or of all messages only some.

His belief at a date rests on nothing that came later, so the table of a man who heard only what had
come by then follows from the path that was read: every question, and every choice, is answered by
what he believed at its own date or at that one, whichever is the earlier. Of a man whom some
messages are taken from the path is another, and is read again at the same columns. A message that
is taken away leaves its source's belief where it was: what else speaks from it still does.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from deciban.minds.belief import Path, believe, believed, said_by
from deciban.minds.choosing import acted, chances
from deciban.minds.reading import CHUNK
from deciban.minds.table import answer_of, table_of
from deciban.minds.voice import LEAST, Voice

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from numpy.typing import NDArray

    from deciban.minds.columns import Array
    from deciban.minds.mind import Mind, Sign, Source
    from deciban.minds.reading import Reading

#: What he believed before, where it is of no matter.
NOTHING = np.empty(0)


def standing_by(reading: Reading, time: int) -> tuple[int, ...]:
    """Answer which of his beliefs count by a date: equal where the tables are.

    Returns:
        For every question and then for every choice, the place of its belief on the path.
    """
    mind, path = reading.mind, reading.path
    return tuple(path.place(min(at, time)) for at in _dates(mind))


def table_by(reading: Reading, time: int) -> Array:
    """Answer the table of a man whom only what came by a date has reached.

    Messages and signs of later dates have not reached him, and nothing has turned out since.

    Args:
        reading: the mind, read at its columns.
        time: the date, as a time of ``deciban.dates``.

    Returns:
        Shape (answers of each question ..., 2, ..., 2); where nothing came later, the table as
        it was read.
    """
    if standing_by(reading, time) == standing_by(reading, _last(reading.mind)):
        return reading.table
    return _table(reading, reading.path, time)


class Partly:
    """A man whom of all messages and signs only some have reached, over and over again.

    Where he forgets nothing, and what is said teaches him no trust, what one source says to him
    hangs on no other; so it is kept for as long as the same of its messages count.

    Args:
        reading: the mind, read at its columns.
    """

    def __init__(self, reading: Reading) -> None:
        mind = reading.mind
        self._reading = reading
        self._times = tuple(sorted(set(_dates(mind))))
        forgets = bool((reading.columns.of(mind.forgetting) < 1.0).any())
        self._apart = mind.learns != "content" and not forgets
        self._says: dict[str, tuple[Source, tuple[Array, ...]]] = {}
        self._signs: dict[str, Array] = {}

    def table(self, told: Collection[str]) -> Array:
        """Answer the table of the man to whom only these came.

        Args:
            told: the names of messages and signs.

        Returns:
            As ``table_by``.
        """
        mind = without_others(self._reading.mind, told)
        if mind == self._reading.mind:
            return self._reading.table
        again = replace(self._reading, mind=mind)
        path = self._path(mind) if self._apart else believe(mind, again.columns)
        return _table(again, path, _last(mind))

    def _path(self, mind: Mind) -> Path:
        """What he believed at the dates that count."""
        first = self._reading.path.beliefs[0]
        start = np.log(np.maximum(first, LEAST))
        says = [self._of(source) for source in mind.sources]
        beliefs = [first]
        for place, time in enumerate(self._times):
            seen = (self._of_sign(sign) for sign in mind.signs if sign.at <= time)
            total = sum((each[place] for each in says), start=start)
            beliefs.append(believed(sum(seen, start=total)))
        return Path(self._times, np.stack(beliefs))

    def _of(self, source: Source) -> tuple[Array, ...]:
        """What a source has said by each of these dates, as logarithms, (W, N) or (W, 1) each."""
        known = self._says.get(source.name)
        if known is None or known[0] != source:
            known = self._says[source.name] = source, tuple(self._heard(source))
        return known[1]

    def _heard(self, source: Source) -> Iterator[Array]:
        voice = Voice(self._reading.mind, source, self._reading.columns)
        waiting = list(source.instants)
        for time in self._times:
            while waiting and waiting[0] <= time:
                voice.reach(waiting.pop(0), NOTHING)
            yield voice.says

    def _of_sign(self, sign: Sign) -> Array:
        if sign.id not in self._signs:
            mind, columns = self._reading.mind, self._reading.columns
            self._signs[sign.id] = said_by(mind, sign, columns)
        return self._signs[sign.id]


def without_others(mind: Mind, told: Collection[str]) -> Mind:
    """Answer the mind of a man whom only these messages and signs have reached."""
    sources = tuple(
        replace(source, messages=tuple(each for each in source.messages if each.id in told))
        for source in mind.sources
    )
    signs = tuple(sign for sign in mind.signs if sign.id in told)
    return replace(mind, sources=sources, signs=signs)


def _dates(mind: Mind) -> tuple[int, ...]:
    """When every question stands, and then when every choice is made."""
    return (*(each.at for each in mind.questions), *(each.at for each in mind.choices))


def _last(mind: Mind) -> int:
    """A date by which every question stands and every choice is made."""
    return max(_dates(mind), default=0)


def _table(reading: Reading, path: Path, time: int) -> Array:
    """The table where questions and choices are answered by a path, up to a date."""
    mind, columns = reading.mind, reading.columns
    asked = [replace(each, at=min(each.at, time)) for each in mind.questions]
    answers = np.array([answer_of(each, path) for each in asked], dtype=np.intp)
    taken = [
        chances(mind, choice, columns, path.at(min(choice.at, time))) for choice in mind.choices
    ]
    return _added_up(reading, answers.reshape(len(asked), len(columns)), taken)


def _added_up(reading: Reading, answers: NDArray[np.intp], taken: Sequence[Array]) -> Array:
    """The table over all columns, some of them at a time."""
    mind, columns = reading.mind, reading.columns
    total = np.zeros_like(reading.table)
    for start in range(0, len(columns), CHUNK):
        part = slice(start, start + CHUNK)
        some = columns.at(part)
        patterns = acted(mind, some, [each[:, part] for each in taken])
        total += table_of(mind, answers[:, part], patterns, some.weights)
    return total
