"""What each message and sign said to him when it came, and what he made of it turning out.

Things of one date are taken one after the other, outcomes first, each on top of what stood before
it. Where he forgets nothing, the lines add up to all that moved him.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

import numpy as np

from deciban.minds.belief import Heard, believe
from deciban.minds.choosing import softmax
from deciban.minds.voice import LEAST

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deciban.minds.columns import Array, Columns
    from deciban.minds.mind import Mind

Kind = Literal["message", "sign", "outcome"]

#: Dates are stretched by this, so that things of one date can be told apart.
STRETCH = 10_000


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """One thing that moved him.

    Attributes:
        ids: the message or the sign; of outcomes, all messages that turned out then.
        kind: a ``message`` or a ``sign`` that came, or the ``outcome`` of a message.
        at: when.
        moved: how it moved his log-odds of a value, natural logarithm, shape (N,).
    """

    ids: tuple[str, ...]
    kind: Kind
    at: int
    moved: Array


def ledger(mind: Mind, columns: Columns, value: int) -> Iterator[Line]:
    """Answer everything that moved his belief in a value, in order of time.

    Args:
        mind: the mind.
        columns: its columns.
        value: the value.
    """
    path = believe(mind, columns)
    apart = _apart(mind)
    heard = Heard(apart, columns)
    eve, at = path.beliefs[0], None
    standing, before = eve, np.zeros(())
    for instant in apart.instants:
        if instant // STRETCH != at:
            at = instant // STRETCH
            eve = standing = path.beliefs[path.place(at - 1)]
        total = heard.reach(instant, eve)
        after = np.log(np.maximum(standing, LEAST)) + total - before
        moved = _log_odds(after, value) - log_odds(standing, value)
        standing, before = softmax(after), total
        names, kind = _things(apart, instant)
        yield Line(names, kind, at, moved)


def _log_odds(logarithms: Array, value: int) -> Array:
    """The log-odds of a value, from the logarithms of all, up to a constant; shape (N,)."""
    others = np.logaddexp.reduce(np.delete(logarithms, value, axis=0), axis=0)
    answer: Array = logarithms[value] - others
    return answer


def log_odds(belief: Array, value: int) -> Array:
    """The log-odds of a value, natural logarithm, shape (N,); finite."""
    own = np.maximum(belief[value], LEAST)
    others = np.maximum(belief.sum(axis=0) - belief[value], LEAST)
    answer: Array = np.log(own) - np.log(others)
    return answer


def _things(mind: Mind, instant: int) -> tuple[tuple[str, ...], Kind]:
    """What came or turned out at a moment that has been stretched."""
    told = [message for source in mind.sources for message in source.messages]
    signs = tuple(sign.id for sign in mind.signs if sign.at == instant)
    if signs:
        return signs, "sign"
    fresh = tuple(message.id for message in told if message.at == instant)
    if fresh:
        return fresh, "message"
    turned = (each for each in told if each.outcome is not None and each.outcome.at == instant)
    return tuple(message.id for message in turned), "outcome"


def _apart(mind: Mind) -> Mind:
    """The same mind with every thing at a moment of its own; outcomes of a date come first.

    What turned out of one source on one day stays together.
    """
    told = [message.id for source in mind.sources for message in source.messages]
    names = (*told, *(sign.id for sign in mind.signs))
    order = {name: len(mind.sources) + place for place, name in enumerate(names)}
    sources = tuple(
        replace(
            source,
            messages=tuple(
                replace(
                    message,
                    at=message.at * STRETCH + order[message.id],
                    outcome=message.outcome
                    and replace(message.outcome, at=message.outcome.at * STRETCH + place),
                )
                for message in source.messages
            ),
        )
        for place, source in enumerate(mind.sources)
    )
    signs = tuple(replace(sign, at=sign.at * STRETCH + order[sign.id]) for sign in mind.signs)
    return replace(mind, sources=sources, signs=signs)
