"""His belief from date to date, a function of his parameters.

``b_t(w)`` is ``p(w) prod_s L_s(w) prod_signs L(sign | w)^k``, made to add up to 1, with

``L_s(w) = sum_r T_s(r) prod_beliefs sum_B P(B | w) prod_j K_r(m_j | B)^k``

over the messages of the source that have reached him and whose truth he has not yet learned. With
forgetting, what he believed counts to the power ``rho`` at every date at which anything new comes.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from deciban.minds.echo import Echo
from deciban.minds.opponent import plans
from deciban.minds.voice import LEAST, Voice

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from deciban.minds.columns import Array, Columns, Flags
    from deciban.minds.mind import Mind, Sign, Source


@dataclass(frozen=True, slots=True, eq=False)
class Path:
    """His belief, before the first message and after every date at which anything reached him.

    Attributes:
        instants: those dates, in order, ``S`` of them.
        beliefs: shape (S + 1, W, N).
    """

    instants: tuple[int, ...]
    beliefs: Array

    def place(self, time: int) -> int:
        """Which of the beliefs is his at a time."""
        return bisect_right(self.instants, time)

    def at(self, time: int) -> Array:
        """His belief at a time, shape (W, N)."""
        belief: Array = self.beliefs[self.place(time)]
        return belief


def believe(mind: Mind, columns: Columns, prior: Array | None = None) -> Path:
    """Answer what he believes from date to date.

    Args:
        mind: the mind.
        columns: its columns.
        prior: his belief before the first message, shape (W, N); by default his own.
    """
    if prior is None:
        prior = plans(mind, columns).sum(axis=0)
    return _path(mind, columns, prior, Heard(mind, columns).reach)


def believe_from(mind: Mind, columns: Columns, priors: Iterable[Array]) -> Iterator[Path]:
    """Answer what he would believe from date to date, had he begun with each of several beliefs.

    What he hears is weighed once, unless it is of another weight to one who believed otherwise.

    Args:
        mind: the mind.
        columns: its columns.
        priors: his beliefs before the first message, each of shape (W, N).
    """
    if mind.learns == "content":
        yield from (believe(mind, columns, prior) for prior in priors)
        return
    heard, anything = Heard(mind, columns), np.empty(0)
    says = {instant: heard.reach(instant, anything) for instant in mind.instants}
    for prior in priors:
        yield _path(mind, columns, prior, lambda instant, _: says[instant])


def _path(mind: Mind, columns: Columns, prior: Array, heard: Callable[[int, Array], Array]) -> Path:
    beliefs = np.empty((len(mind.instants) + 1, *prior.shape))
    beliefs[0] = prior / prior.sum(axis=0)
    start = np.log(np.maximum(beliefs[0], LEAST))
    kept = columns.of(mind.forgetting)
    forgets = bool((kept < 1.0).any())
    before = np.zeros(())
    for place, instant in enumerate(mind.instants):
        total = heard(instant, beliefs[place])
        if forgets:
            last = np.log(np.maximum(beliefs[place], LEAST))
            fading = np.where(_anything_new(mind, columns, instant), kept, 1.0)
            beliefs[place + 1] = believed(fading * last + (total - before))
        else:
            beliefs[place + 1] = believed(start + total)
        before = total
    return Path(mind.instants, beliefs)


def _anything_new(mind: Mind, columns: Columns, instant: int) -> Flags:
    """Whether anything reached him then, or turned out that had reached him; (N,) or ()."""
    told = [message for source in mind.sources for message in source.messages]
    receipts = {each.receipt for each in told if each.at == instant}
    receipts |= {each.receipt for each in mind.signs if each.at == instant}
    receipts |= {each.receipt for each in told if each.outcome and each.outcome.at == instant}
    answer: Flags = np.zeros((), dtype=np.bool_)
    for receipt in receipts:
        answer = answer | np.equal(columns.reached(receipt), 1)
    return answer


class Heard:
    """Everything that has reached him so far."""

    def __init__(self, mind: Mind, columns: Columns) -> None:
        self._mind, self._columns = mind, columns
        self._voices = [_voice(mind, source, columns) for source in mind.sources]
        self._seen = np.zeros((len(mind.values), len(columns)))

    def reach(self, instant: int, belief: Array) -> Array:
        """Answer the logarithm of what it all says of each value by a date, shape (W, N).

        Args:
            instant: the date, no earlier than any before.
            belief: what he believed just before; of no matter unless what is said teaches trust.
        """
        for voice in self._voices:
            voice.reach(instant, belief)
        for sign in self._mind.signs:
            if sign.at == instant:
                self._seen = self._seen + said_by(self._mind, sign, self._columns)
        return sum((voice.says for voice in self._voices), start=self._seen)


def _voice(mind: Mind, source: Source, columns: Columns) -> Voice | Echo:
    """A source as he hears it; remembered, unless what it says teaches him trust."""
    taught = mind.learns == "content"
    return Voice(mind, source, columns) if taught else Echo(mind, source, columns)


def said_by(mind: Mind, sign: Sign, columns: Columns) -> Array:
    """Answer what a sign says of each value, as a logarithm, shape (W, N)."""
    chances = np.maximum(columns.stack(sign.expected), LEAST)
    said: Array = columns.of(mind.weight) * np.log(chances)
    return said * columns.reached(sign.receipt)


def believed(logarithm: Array) -> Array:
    """Chances that add up to 1, from their logarithms up to a constant."""
    weights = np.exp(logarithm - logarithm.max(axis=0))
    answer: Array = weights / weights.sum(axis=0)
    return answer
