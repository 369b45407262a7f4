"""Which value and which date a page about a mind speaks of, where nobody says."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from deciban.case.minds import asked_of, date_of, questions_of

if TYPE_CHECKING:
    from collections.abc import Collection

    from deciban.case import Actor, Case
    from deciban.dates import When


@dataclass(frozen=True, slots=True)
class Focus:
    """A value and a date.

    Attributes:
        value: the place of the value among the actor's values.
        at: the date, as a time of ``deciban.dates``.
        on: the date as written.
    """

    value: int
    at: int
    on: str


def focus_of(case: Case, actor: Actor) -> Focus:
    """Answer the value and the date of the first question about the actor.

    Where that names no value, or there is none: the value of the first conviction asked for, else
    that which most messages name. Where there is no date: the date of the case's question, else
    the last on which anything reached the actor, turned out or was chosen.
    """
    values = actor.wonders.values if actor.wonders else ()
    questions = questions_of(case, actor.id)
    asked = [found.value for each in questions if (found := asked_of(each)) and found.value]
    said = Counter(sight.says for sight in actor.saw if sight.says in values)
    named = [
        *asked,
        *(each.conviction.of for each in actor.ask if each.conviction is not None),
        *(name for name, _ in said.most_common(1)),
    ]
    value = values.index(named[0]) if named and named[0] in values else len(values) - 1
    when = date_of(case, questions[0] if questions else None) or _last(actor)
    return Focus(value, when.latest if when else 0, when.text if when else "")


def _last(actor: Actor) -> When | None:
    dates = [
        *(sight.on for sight in actor.saw),
        *(sight.resolved.on for sight in actor.saw if sight.resolved is not None),
        *(choice.on for choice in actor.chooses),
    ]
    known = [date for date in dates if date is not None]
    return max(known, key=lambda date: date.latest, default=None)


def one_sided(actor: Actor, sources: Collection[str] | None = None) -> str:
    """Answer the one value that all messages name; empty where they name several, or none came.

    Args:
        actor: the actor.
        sources: of which sources; of all where none are named.
    """
    said = {
        sight.says
        for sight in actor.saw
        if sight.says is not None and (sources is None or sight.source in sources)
    }
    return said.pop() if len(said) == 1 else ""
