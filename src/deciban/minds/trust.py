"""His trust in a source: what he takes it for at a date.

``T_s(r)`` is what he thought at first, times what its record says, times what each message says
whose truth he has learned. Messages of one source that turned out alike on one day speak from one
belief, so that six forecasts of one date are not six failures.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from deciban.minds.kernels import Kernels, heard, times
from deciban.minds.mind import GUESSES, HONEST, INVERTS, PUSHES, ROLES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deciban.minds.columns import Array, Columns
    from deciban.minds.kernels import Count
    from deciban.minds.mind import Message, Mind, Outcome, Source


def first_trust(mind: Mind, source: Source, columns: Columns) -> Array:
    """Answer ``log T_s(r)`` before the first message, with the record in it, shape (R, N).

    Up to a constant; minus infinity for what he does not take it for at all.
    """
    with np.errstate(divide="ignore"):
        trust: Array = np.log(columns.row(source.roles))
    record = source.record
    if not record.any:
        return trust
    competence, slip = columns.of(source.competence), columns.of(mind.slip)
    truly = competence * (1.0 - slip) + (1.0 - competence) * slip
    yes, no = record.right_yes + record.false_alarms, record.right_no + record.missed
    right = record.right_yes + record.right_no
    wrong = record.false_alarms + record.missed
    trust[HONEST] += _powers(truly, right, wrong)
    trust[PUSHES] += _powers(1.0 - slip, yes, no)
    trust[INVERTS] += _powers(1.0 - competence, right, wrong)
    trust[GUESSES] += np.log(0.5) * (yes + no)
    return trust


def _powers(chance: Array, count: float, others: float) -> Array:
    """The logarithm of ``chance^count (1 - chance)^others``."""
    with np.errstate(divide="ignore"):
        own, other = np.log(chance), np.log1p(-chance)
    return times(count, own) + times(others, other)


def learned(mind: Mind, source: Source, columns: Columns, by: int) -> Array:
    """Answer what the messages say of the source that have turned out by a date, shape (R, N).

    As natural logarithms.
    """
    answer = np.zeros((len(ROLES), len(columns)))
    kernels = Kernels.of(columns.of(mind.slip), len(mind.values), np.ones(()))
    competence = columns.of(source.competence)
    for outcome, said, messages in _alike(source, by):
        counts: list[Count] = [0] * len(mind.values)
        for message in messages:
            counts[message.says] = counts[message.says] + columns.reached(message.receipt)
        truth = _truth(mind, outcome, said)
        for role in range(len(ROLES)):
            if role == PUSHES and source.line is None:
                continue
            said_so = heard(np.exp(kernels.product(role, counts, source.line)), competence)
            chance = said_so[0] if len(said_so) == 1 else np.tensordot(truth, said_so, 1)
            with np.errstate(divide="ignore"):
                answer[role] += np.log(chance)
    return answer


def trusted(logarithms: Array) -> Array:
    """``T_s(r)`` from its logarithm up to a constant, shape (R, N); 0 where nothing supports it."""
    top = logarithms.max(axis=0)
    weights = np.exp(logarithms - np.where(np.isfinite(top), top, 0.0))
    return normalised(weights)


def normalised(chances: Array) -> Array:
    """Chances that add up to 1 in every column; left at 0 where all are."""
    total = chances.sum(axis=0)
    answer: Array = chances / np.where(total > 0.0, total, 1.0)
    return answer


def _alike(source: Source, by: int) -> Iterator[tuple[Outcome, int, list[Message]]]:
    """The messages that have turned out by a date, alike ones together: same words, same truth.

    Yields:
        How they turned out; what they said; the messages.
    """
    found: dict[tuple[Outcome, int], list[Message]] = {}
    for message in source.messages:
        outcome = message.outcome
        if outcome is not None and outcome.at <= by:
            found.setdefault((outcome, message.says), []).append(message)
    for (outcome, said), messages in found.items():
        yield outcome, said, messages


def _truth(mind: Mind, outcome: Outcome, said: int) -> Array:
    """What he learned of the value, as chances: the value, or any but the one that was said."""
    truth = np.zeros(len(mind.values))
    if outcome.was is None:
        truth += 1.0 / (len(mind.values) - 1)
        truth[said] = 0.0
    else:
        truth[outcome.was] = 1.0
    return truth
