"""One source, as he hears it: ``L_s(w)`` from date to date, brought up when anything changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from deciban.minds.kernels import Kernels, heard
from deciban.minds.mind import PUSHES, ROLES
from deciban.minds.trust import first_trust, learned, normalised

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
        self._kernels = Kernels.of(mind.slip, len(mind.values), columns.of(mind.weight))
        self._competence = columns.of(source.competence)
        self._first = first_trust(mind, source, columns)
        self._lived = np.ones((len(ROLES), 1))
        self._roles = tuple(
            role
            for role in range(len(ROLES))
            if (source.line is not None or role != PUSHES) and bool(self._first[role].any())
        )
        self._told: dict[int, list[Count]] = {}  # by belief, how many live messages name each value
        self.trust = self._first
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
        self.says = np.log(np.maximum(self._heard(), LEAST))
        return True

    def _count(self, message: Message, sign: int) -> None:
        counts = self._told.setdefault(message.belief, [0] * len(self._mind.values))
        counts[message.says] = counts[message.says] + sign * self._columns.reached(message.receipt)

    def _trusted(self, instant: int) -> None:
        """Brings his trust to a date: what turned out, and what he made of what was said."""
        trust = self._first * self._lived
        if self._mind.learns != "never":
            trust = trust * learned(self._mind, self._source, self._columns, instant)
        self.trust = normalised(trust)

    def _live(self, message: Message, belief: Array) -> None:
        """Lets what a message says teach him its source's character, by what he believes."""
        sharp = Kernels.of(self._mind.slip, len(self._mind.values), np.ones(()))
        counts: list[Count] = [0] * len(self._mind.values)
        counts[message.says] = 1
        lived = np.ones((len(ROLES), len(self._columns)))
        for role in self._roles:
            kernel = sharp.product(role, counts, self._source.line)
            lived[role] = (belief * heard(kernel, self._competence)).sum(axis=0)
        if message.receipt is not None:
            lived = np.where(self._columns.received[message.receipt], lived, 1.0)
        self._lived = self._lived * lived

    def _heard(self) -> Array:
        """``L_s(w)``, shape (W, N)."""
        total = np.zeros((len(self._mind.values), len(self._columns)))
        for role in self._roles:
            term = self.trust[role]
            for counts in self._told.values():
                kernel = self._kernels.product(role, counts, self._source.line)
                term = term * heard(kernel, self._competence)
            total += term
        return total


def _turns_out(message: Message, instant: int) -> bool:
    return message.outcome is not None and message.outcome.at == instant


def _turned_out(message: Message, instant: int) -> bool:
    return message.outcome is not None and message.outcome.at <= instant
