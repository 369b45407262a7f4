"""A source as he hears it, remembered from one mind to the next that hears it alike.

What a source says to him hangs from what he takes it for, from its competence, his weight on
evidence and his slip, and from what of it reached him; of nothing else in his mind, unless what is
said teaches him trust. So mixtures of two minds hear most sources as one of the two does.
"""

from __future__ import annotations

from collections import OrderedDict
from hashlib import blake2b
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from deciban.minds.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping

    from deciban.minds.columns import Array, Columns
    from deciban.minds.mind import Mind, Source

Key: TypeAlias = tuple["Hashable", ...]

#: Sources that are remembered at their columns: 300 kilobytes each where a chunk is full.
SOURCES = 160

_KNOWN: OrderedDict[Key, Mapping[int, Array]] = OrderedDict()


class Echo:
    """What one source has said so far, as ``voice.Voice`` has it.

    Attributes:
        says: the logarithm of ``L_s(w)``, shape (W, N) or (W, 1).
    """

    def __init__(self, mind: Mind, source: Source, columns: Columns) -> None:
        self._said = said_until(mind, source, columns)
        self.says: Array = np.zeros((len(mind.values), 1))

    def reach(self, instant: int, _belief: Array) -> bool:
        """Brings it to a date; answers whether anything changed."""
        if instant not in self._said:
            return False
        self.says = self._said[instant]
        return True


def said_until(mind: Mind, source: Source, columns: Columns) -> Mapping[int, Array]:
    """Answer the logarithm of ``L_s(w)`` from each date on at which it changes, shape (W, N) each.

    Args:
        mind: a mind whose trust is not taught by what is said.
        source: one of its sources.
        columns: its columns.
    """
    key = _key(mind, source, columns)
    known = _KNOWN.get(key)
    if known is None:
        known = dict(_heard(mind, source, columns))
        _KNOWN[key] = known
        while len(_KNOWN) > SOURCES:
            _KNOWN.popitem(last=False)
    _KNOWN.move_to_end(key)
    return known


def _heard(mind: Mind, source: Source, columns: Columns) -> list[tuple[int, Array]]:
    voice, nothing = Voice(mind, source, columns), np.empty(0)
    found: list[tuple[int, Array]] = []
    for instant in source.instants:
        voice.reach(instant, nothing)
        found.append((instant, voice.says))
    return found


def _key(mind: Mind, source: Source, columns: Columns) -> Key:
    """All that decides what a source says to him."""
    arrays = [columns.of(each) for each in (mind.slip, mind.weight, source.competence)]
    arrays.append(columns.row(source.roles))
    receipts = {each.receipt for each in source.messages if each.receipt is not None}
    arrays += [columns.received[receipt] for receipt in sorted(receipts)]
    digest = blake2b()
    for array in arrays:
        digest.update(repr(array.shape).encode())
        digest.update(np.ascontiguousarray(array).tobytes())
    told = tuple(
        (each.at, each.says, each.belief, each.receipt is None, each.outcome)
        for each in source.messages
    )
    alike = tuple(
        sorted(receipts).index(each.receipt) if each.receipt is not None else -1
        for each in source.messages
    )
    return (
        mind.learns,
        len(mind.values),
        len(columns),
        source.line,
        source.record,
        told,
        alike,
        digest.digest(),
    )
