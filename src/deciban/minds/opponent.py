"""What he expects of the other actor before any message: ``p(w, theta)``.

The other follows his stakes: ``p(w | theta) = softmax_w(b U(w) / 100)``, ``b`` his care. In a
mirror stands one type more, *self*: the actor's own stakes there, followed with the actor's own
care. Where the other reckons with the actor's reply, ``U`` is its mean over the options that he
expects: at depth 1 by habit, at depth 2 as the best reply to what he passes for. Every depth
reckons with the one below it, so that the regress ends (Camerer, Ho and Chong 2004).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from deciban.minds.choosing import softmax
from deciban.minds.trust import normalised

if TYPE_CHECKING:
    from deciban.minds.columns import Array, Columns
    from deciban.minds.mind import Mind, Opponent


def plans(mind: Mind, columns: Columns) -> Array:
    """Answer ``p(w, theta)``, shape (types, W, N); of a stated prior, one type alone."""
    if mind.opponent is None:
        return normalised(columns.row(mind.prior))[None]
    opponent = mind.opponent
    types = normalised(columns.row(opponent.prior))
    reply = _reply(mind, opponent, columns)
    answer = np.empty((len(opponent.types), len(mind.values), len(columns)))
    for place, (stakes, care) in enumerate(zip(opponent.stakes, opponent.care, strict=True)):
        worth = np.stack([_worth(columns.stack(each), reply) for each in stakes])
        answer[place] = types[place] * softmax(columns.of(care) * worth / 100.0)
    return answer


def _worth(by_option: Array, reply: Array | None) -> Array:
    """What a plan is worth to the other, over the options that he expects, shape (N,)."""
    if reply is None or len(by_option) == 1:
        alone: Array = by_option[0]
        return alone
    answer: Array = (by_option * reply).sum(axis=0)
    return answer


def _reply(mind: Mind, opponent: Opponent, columns: Columns) -> Array | None:
    """How the other expects the actor to act, shape (options, N)."""
    reply = opponent.reply
    if reply is None:
        return None
    if reply.passes_for is None:
        return normalised(columns.row(reply.expects))
    believed = normalised(columns.row(reply.passes_for))
    stakes = mind.choices[reply.choice].stakes
    worth = np.stack([(columns.stack(each) * believed).sum(axis=0) for each in stakes])
    return softmax(columns.of(mind.care) * worth / 100.0)
