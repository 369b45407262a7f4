"""What is remembered of minds that were read: reading one takes longer than all else in a case.

A reading is 20 megabytes where a mind is large, and a table next to nothing. So the last few
readings are kept, any other for as long as somebody has it, and tables by the hundred: a debate
asks for those of every debater's mind, and of every mixture of two.
"""

from __future__ import annotations

from collections import OrderedDict, deque
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, TypeAlias
from weakref import ref

from deciban.minds import Mind, read_mind

if TYPE_CHECKING:
    from collections.abc import Hashable
    from weakref import ReferenceType

    from deciban.minds import Reading
    from deciban.minds.columns import Array

Key: TypeAlias = tuple["Hashable", ...]

#: Readings and tables that are kept.
READINGS, TABLES = 4, 512


@dataclass(frozen=True, slots=True)
class _Known:
    """What is remembered of one mind at one count of columns."""

    table: Array
    reading: ReferenceType[Reading]


_KNOWN: OrderedDict[Key, _Known] = OrderedDict()
_LAST: deque[Reading] = deque(maxlen=READINGS)


def reading_of(mind: Mind, columns: int) -> Reading:
    """Answer a mind read at so many columns, about; as it was read before, where that is there."""
    key = _key(mind, columns)
    known = _KNOWN.get(key)
    reading = known.reading() if known is not None else None
    if reading is None:
        reading = read_mind(mind, columns)
    _remember(key, reading)
    return reading


def table_of(mind: Mind, columns: int) -> Array:
    """Answer the table alone of a mind read at so many columns, about."""
    key = _key(mind, columns)
    known = _KNOWN.get(key)
    if known is None:
        return reading_of(mind, columns).table
    _KNOWN.move_to_end(key)
    return known.table


def _remember(key: Key, reading: Reading) -> None:
    """Keeps what was asked for last longest."""
    _KNOWN[key] = _Known(reading.table, ref(reading))
    _KNOWN.move_to_end(key)
    while len(_KNOWN) > TABLES:
        _KNOWN.popitem(last=False)
    if reading in _LAST:
        _LAST.remove(reading)
    _LAST.append(reading)


def _key(mind: Mind, columns: int) -> Key:
    """All that a reading hangs from; the model of a mind has no variables and no tables."""
    parts = (getattr(mind, each.name) for each in fields(Mind) if each.name != "numbers")
    return (columns, mind.numbers.numbers, mind.numbers.rows, *parts)
