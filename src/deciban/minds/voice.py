"""One source, as he hears it: ``L_s(w)`` from date to date, brought up when anything changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from deciban.minds.kernels import Kernels, heard
from deciban.minds.mind import PUSHES, ROLES
from deciban.minds.trust import first_trust, learned, trusted

if TYPE_CHECKING:
    from deciban.minds.columns import Array, Columns
    from deciban.minds.kernels import Count
    from deciban.minds.mind import Message, Mind, Source

#: No evidence counts for less: he rules nothing out by more than 3,000 dB.
LEAST = 1e-300


class Voice:
    """What one source has said so far, and what he takes it for.

    Attributes:
        says: the logarithm of ``L_s(w)``, shape (W, N) or (W, 1).
        trust: ``T_s(r)``, shape (R, N).
    """

    def __init__(self, mind: Mind, source: Source, columns: Columns) -> None:
        self._mind, self._source, self._columns = mind, source, columns
        self._slip = columns.of(mind.slip)
        self._kernels = Kernels.of(self._slip, len(mind.values), columns.of(mind.weight))
        self._competence = columns.of(source.competence)
        self._first = first_trust(mind, source, columns)
        self._lived = np.zeros((len(ROLES), 1))
        self._roles = tuple(
            role
            for role in range(len(ROLES))
            if (source.line is not None or role != PUSHES) and np.isfinite(self._first[role]).any()
        )
        self._told: dict[int, list[Count]] = {}  # by belief, how many live messages name each value
        self.trust = trusted(self._first)
        self.says: Array = np.zeros((len(mind.values), 1))

    def reach(self, instant: int, belief: Array) -> bool:
        """Brings it to a date; answers whether anything changed.

        Args:
            instant: the date.
            belief: what he believed just before, shape (W, N).
        """
        messages = self._source.messages
        fresh = [message for message in messages if message.at == instant]
        turned = [message for message in messages if _turns_out(message, instant)]
        if not fresh and not turned:
            return False
        for message in fresh:
            if _turned_out(message, instant):
                continue  # its truth is known already, so it is not live
            self._count(message, 1)
            if self._mind.learns == "content":
                self._live(message, belief)
        for message in turned:
            if message.at < instant:
                self._count(message, -1)
        if turned or self._mind.learns == "content":
            self._trusted(instant)
        self.says = self._heard()
        return True

    def _count(self, message: Message, sign: int) -> None:
        counts = self._told.setdefault(message.belief, [0] * len(self._mind.values))
        counts[message.says] = counts[message.says] + sign * self._columns.reached(message.receipt)

    def _trusted(self, instant: int) -> None:
        """Brings his trust to a date: what turned out, and what he made of what was said."""
        trust = self._first + self._lived
        if self._mind.learns != "never":
            trust = trust + learned(self._mind, self._source, self._columns, instant)
        self.trust = trusted(trust)

    def _live(self, message: Message, belief: Array) -> None:
        """Lets what a message says teach him its source's character, by what he believes."""
        sharp = Kernels.of(self._slip, len(self._mind.values), np.ones(()))
        counts: list[Count] = [0] * len(self._mind.values)
        counts[message.says] = 1
        lived = np.zeros((len(ROLES), len(self._columns)))
        for role in self._roles:
            kernel = np.exp(sharp.product(role, counts, self._source.line))
            said = (belief * heard(kernel, self._competence)).sum(axis=0)
            lived[role] = np.log(np.maximum(said, LEAST))
        if message.receipt is not None:
            lived = np.where(self._columns.received[message.receipt], lived, 0.0)
        self._lived = self._lived + lived

    def _heard(self) -> Array:
        """The logarithm of ``L_s(w)``, shape (W, N), each belief's part about its likeliest."""
        told = [self._belief(counts) for counts in self._told.values()]
        total = np.zeros((len(self._mind.values), len(self._columns)))
        for place, role in enumerate(self._roles):
            term = self.trust[role]
            for kernels, _ in told:
                term = term * kernels[place]
            total += term
        says: Array = np.log(np.maximum(total, LEAST))
        return says + sum((shift for _, shift in told), start=np.zeros(()))

    def _belief(self, counts: list[Count]) -> tuple[list[Array], Array]:
        """What one belief's messages say by role, about the likeliest; and its logarithm."""
        logs = [self._kernels.product(role, counts, self._source.line) for role in self._roles]
        shift = np.max([each.max(axis=0) + np.zeros(len(self._columns)) for each in logs], axis=0)
        shift = np.where(np.isfinite(shift), shift, 0.0)
        return [heard(np.exp(each - shift), self._competence) for each in logs], shift


def _turns_out(message: Message, instant: int) -> bool:
    return message.outcome is not None and message.outcome.at == instant


def _turned_out(message: Message, instant: int) -> bool:
    return message.outcome is not None and message.outcome.at <= instant
