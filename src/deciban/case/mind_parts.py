"""What stands inside an actor and has a name of its own, with the address of each."""

from collections.abc import Iterator
from dataclasses import dataclass

from deciban.case.actor import Actor
from deciban.case.case import Case
from deciban.case.record import Record


@dataclass(frozen=True, slots=True)
class MindPart:
    """An actor, or a message, a sign, a view of a source or a counterfactual of his.

    Attributes:
        name: its name.
        actor: whose it is.
        record: the thing itself.
        address: where it stands.
    """

    name: str
    actor: Actor
    record: Record
    address: str


def mind_parts_of(case: Case) -> Iterator[MindPart]:
    """Answer every actor of a case and what has a name inside him, but for his choices.

    Names are his own, so that two actors may each have a message of one name, and a source of the
    case may be called like somebody he trusted.
    """
    for actor in case.actors.values():
        at = f"actors.{actor.id}"
        yield MindPart(actor.id, actor, actor, at)
        for sight in actor.saw:
            yield MindPart(sight.id, actor, sight, f"{at}.saw.{sight.id}")
        for name, trust in actor.trusts.items():
            yield MindPart(name, actor, trust, f"{at}.trusts.{name}")
        for had in actor.had:
            yield MindPart(had.id, actor, had, f"{at}.had.{had.id}")


def mind_part_of(case: Case, record: Record) -> MindPart | None:
    """Answer the part of a mind that a record is; None where it is none."""
    return next((part for part in mind_parts_of(case) if part.record is record), None)
