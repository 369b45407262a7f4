"""Check: nothing rests on an act whose likelihood only a mind could tell."""

from collections.abc import Iterator

from deciban.case import Case, Event, Report, Silence, Unseen
from deciban.case.hanging import causes_of
from deciban.problem import Problem
from deciban.span import Span


def check_acts(case: Case) -> Iterator[Problem]:
    """Report what refers to an actor's act that has no expectations of its own.

    Such an event takes its likelihood from the actor's mind, which is not computed yet, so that it
    has no place in the answer. A known one is left out, with a warning.
    """
    acts = {event.id: event for event in case.events if _is_told_by_a_mind(case, event)}
    if not acts:
        return
    for event in acts.values():
        if event.known is not None:
            hint = "to weigh it now, give it `expected` and drop the `shown_by`"
            message = f"'{event.id}' shows what a mind chose, so it is left out"
            yield Problem("D703", message, event.at, hint)
    for name, rests_on, at in _references(case):
        if rests_on in acts:
            hint = f"give '{rests_on}' its `expected`, and drop its `shown_by`, until then"
            message = (
                f"'{name}' rests on '{rests_on}', the act of a mind, which is not computed yet"
            )
            yield Problem("D516", message, at, hint)


def _is_told_by_a_mind(case: Case, event: Event) -> bool:
    told = event.weight or event.expected is not None or {"expected", "weight"} & {*event.places}
    chosen = (choice.shown_by for actor in case.actors.values() for choice in actor.chooses)
    return not told and event.id in chosen


def _references(case: Case) -> Iterator[tuple[str, str, Span]]:
    """Everything that rests on an event: its name, the event, and where that is written."""
    for event in case.events:
        for place, name in enumerate(event.given):
            yield event.id, name, event.place(f"given.{place}")
        for written, (name, _) in zip(event.also_caused_by, causes_of(event), strict=True):
            yield event.id, name, event.place(f"also_caused_by.{written}")
    told: tuple[Report | Silence | Unseen, ...] = (*case.reports, *case.silences, *case.unseen)
    for record in told:
        yield record.id, record.of, record.place("of")
