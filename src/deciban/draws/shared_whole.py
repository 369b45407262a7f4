"""Draws of numbers that share one whole, where the whole cuts their ranges.

The distribution is that of independent numbers, each uniform in its own measure over its own
range, *given* that they fit in the whole: its density is the product of theirs on the polytope of
``deciban.draws.polytope``, and nothing elsewhere. Of numbers uniform in probability every choice
that fits is as likely as any other.

Notation: a *part* is a number with a range, or what is left over. Part ``i`` stands ``m_i`` times
in the row, at ``x_i = l_i + y_i / m_i`` with its *share* ``y_i`` between 0 and ``w_i``; what is
left over has ``l = 0`` and ``m = 1``. The shares add up to ``T``, what the lows leave of the
whole. ``g`` is the density of a number in decibans (``deciban.draws.measure``).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from deciban.draws.proposals import proposals_for
from deciban.draws.strata import latin_hypercube
from deciban.draws.walk import walked

if TYPE_CHECKING:
    from deciban.draws.measure import Array
    from deciban.draws.parts import Parts
    from deciban.draws.proposals import Proposal

PILOT = 2048
LEAST_KEPT = 0.01
"""Where fewer proposals are kept than this, a walk is cheaper than rejection."""
MOST_AT_ONCE = 8
"""Proposals made at once for each draw wanted, so that memory stays bounded."""


@dataclass(frozen=True, slots=True, eq=False)
class SharedWhole:
    """A sampler of the numbers of one row.

    Attributes:
        parts: what is drawn.
        proposal: the way of proposing of which most is kept; None where hardly anything is.
        kept: the share that a pilot kept of its proposals.
    """

    parts: Parts
    proposal: Proposal | None
    kept: float

    @classmethod
    def of(cls, parts: Parts) -> SharedWhole:
        """The sampler for some parts, its proposal chosen by a pilot."""
        best: Proposal | None = None
        most = LEAST_KEPT
        for place, proposal in enumerate(proposals_for(parts)):
            _, chance = proposal(np.random.default_rng([place, len(parts)]), PILOT)
            kept = float(chance.mean())
            if kept > most:
                best, most = proposal, kept
        return cls(parts, best, most)

    def draw(self, random: np.random.Generator, count: int) -> Array:
        """Answer draws of the numbers, shape (numbers, count)."""
        if len(self.parts) == 2 and len(self.parts.odds) < 2:  # noqa: PLR2004 [both of a pair]
            return _pair(self.parts, random, count)
        if self.proposal is None:
            shares = walked(self.parts, random, count)
        else:
            shares = self._by_rejection(self.proposal, random, count)
        return self.parts.values(shares)[: self.parts.numbers]

    def _by_rejection(self, proposal: Proposal, random: np.random.Generator, count: int) -> Array:
        """Shares, shape (parts, count)."""
        found: list[Array] = []
        missing = count
        while missing > 0:
            wanted = math.ceil(1.1 * missing / self.kept) + 16
            shares, chance = proposal(random, min(wanted, MOST_AT_ONCE * count + 16))
            fresh = shares[:, random.random(len(chance)) < chance][:, :missing]
            found.append(fresh)
            missing -= fresh.shape[1]
        return np.concatenate(found, axis=1)


def _pair(parts: Parts, random: np.random.Generator, count: int) -> Array:
    """Two numbers that use up the whole, at most one in decibans: it leads, the other follows."""
    lead = parts.odds[0] if parts.odds else 0
    values = latin_hypercube(random, 1, count)
    parts.box([lead]).place(values)
    follow = 1 - lead
    left = np.clip(parts.whole - parts.shares(values, [lead])[0], 0.0, parts.width[follow])
    answer = np.empty((2, count))
    answer[lead] = values[0]
    answer[follow] = parts.low[follow] + left / parts.copies[follow]
    return answer
