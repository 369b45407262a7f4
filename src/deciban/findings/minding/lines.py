"""The ledger: each message and sign as he read it, and as we read it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from deciban.findings.minding.spread import Spread, spread
from deciban.findings.odds import DECIBANS
from deciban.minds.ledger import ledger

if TYPE_CHECKING:
    from collections.abc import Mapping

    from deciban.case import Sight
    from deciban.findings.minding.reader import Reader
    from deciban.findings.minding.weighed import WeighedMind
    from deciban.findings.odds import Array
    from deciban.minds.columns import Flags
    from deciban.minds.ledger import Line

NOTHING = Spread(0.0, 0.0, 0.0)
#: What a line of the ledger is about: its kind and what it names.
Thing: TypeAlias = tuple[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """One thing that reached him.

    Attributes:
        ids: the message or the sign; of outcomes, all messages that turned out on that date.
        kind: ``message``, ``sign``, ``outcome`` or ``copy``.
        on: when, as written.
        source: who said so; empty for a sign.
        says: the value it named; empty for a sign.
        text: what it was.
        reached: how likely it is now that it reached him.
        his: what it said to him for the value of the ledger when it came, in decibans, over the
            weight in which it reached him.
        ours: what it would have said to a reasonable reader; None where there is none.
    """

    ids: tuple[str, ...]
    kind: str
    on: str
    source: str
    says: str
    text: str
    reached: float
    his: Spread
    ours: Spread | None


def find_lines(weighed: WeighedMind, value: int, reader: Reader | None) -> tuple[LedgerLine, ...]:
    """Answer everything that reached him, with what it said of a value, in order of time."""
    sights = {sight.id: sight for sight in weighed.actor.saw}
    theirs = {} if reader is None else _by_thing(weighed, reader, value)
    lines = [
        (line.at, _line(weighed, line, sights, theirs))
        for line in ledger(weighed.reading.mind, weighed.reading.columns, value)
    ]
    lines += [
        (sight.on.latest, _copy(sight))
        for sight in weighed.actor.saw
        if sight.copies is not None and sight.on is not None
    ]
    return tuple(line for _, line in sorted(lines, key=lambda pair: pair[0]))


def _by_thing(weighed: WeighedMind, reader: Reader, value: int) -> Mapping[Thing, Spread]:
    """What each thing said to the other reader, over the weight in which it reached him."""
    reading = reader.reading
    return {
        (line.kind, line.ids): _spread(
            line.moved, reader.weights, _came(weighed, line.ids)[reader.origin]
        )
        for line in ledger(reading.mind, reading.columns, value)
    }


def _line(
    weighed: WeighedMind,
    line: Line,
    sights: Mapping[str, Sight],
    theirs: Mapping[Thing, Spread],
) -> LedgerLine:
    sight = sights[line.ids[0]]
    came = _came(weighed, line.ids)
    reached = float(weighed.weights[came].sum())
    outcome = line.kind == "outcome"
    date = sight.resolved.on if outcome and sight.resolved is not None else sight.on
    return LedgerLine(
        ids=line.ids,
        kind=line.kind,
        on=date.text if date is not None else "",
        source=sight.source or "",
        says=sight.says or "",
        text=sight.text or "",
        reached=reached,
        his=_spread(line.moved, weighed.weights, came),
        ours=theirs.get((line.kind, line.ids)),
    )


def _came(weighed: WeighedMind, ids: tuple[str, ...]) -> Flags:
    """In which columns any of these reached him, shape (N,)."""
    places = {receipt.id: place for place, receipt in enumerate(weighed.reading.mind.receipts)}
    came: Flags = np.zeros(len(weighed.weights), dtype=np.bool_)
    for name in ids:
        came |= weighed.reading.columns.received[places[name]] if name in places else True
    return came


def _spread(moved: Array, weights: Array, came: Flags) -> Spread:
    mine = came & (weights > 0.0)
    return spread(DECIBANS * moved[mine], weights[mine]) if mine.any() else NOTHING


def _copy(sight: Sight) -> LedgerLine:
    return LedgerLine(
        ids=(sight.id,),
        kind="copy",
        on=sight.on.text if sight.on is not None else "",
        source=sight.source or "",
        says=sight.says or "",
        text=sight.text or f"a copy of {sight.copies}",
        reached=1.0,
        his=NOTHING,
        ours=NOTHING,
    )
