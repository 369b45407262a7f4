"""The same messages in other hands: as a reasonable man would have read them, or as we do."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from deciban.compile import mind_of
from deciban.edit import reasonable_of
from deciban.minds import read_at
from deciban.minds.aligned import Aligned, aligned

if TYPE_CHECKING:
    from deciban.case import Actor, Case
    from deciban.findings.minding.weighed import WeighedMind
    from deciban.findings.odds import Array
    from deciban.minds import Mind, Reading
    from deciban.minds.columns import Places


@dataclass(frozen=True, slots=True, eq=False)
class Reader:
    """Another reader of what he was told.

    Attributes:
        declared: whether the case declares a reasonable man; else its own sources speak for us.
        reading: his mind, at columns that agree with the actor's where nothing sets them apart.
        origin: for each of these, the actor's column, shape (N',).
        weights: what the case says of each, shape (N',).
        copies: how many of them each of the actor's columns has.
    """

    declared: bool
    reading: Reading
    origin: Places
    weights: Array
    copies: int

    def shared(self, weights: Array) -> Array:
        """Weights of the actor's columns, shared out over these, shape (N',)."""
        answer: Array = weights[self.origin] / self.copies
        return answer


def reader_of(weighed: WeighedMind) -> Reader | None:
    """Answer the reasonable reader; None where nothing says how he would differ."""
    other = reasonable_of(weighed.case, weighed.actor)
    if other is None:
        return None
    mind, found = in_place_of(weighed, other)
    return Reader(
        weighed.actor.reasonable is not None,
        read_at(mind, found.columns),
        found.origin,
        found.shared(weighed.weights),
        found.copies,
    )


def in_place_of(weighed: WeighedMind, other: Actor) -> tuple[Mind, Aligned]:
    """Answer the mind of an edited actor, and the columns of the actor carried over to it."""
    case: Case = replace(weighed.case, actors={**weighed.case.actors, other.id: other})
    mind = mind_of(case, other)
    return mind, aligned(weighed.reading.mind, weighed.reading.columns, mind)
