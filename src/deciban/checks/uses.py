"""Check: every event is borne upon, and none is counted twice."""

from collections.abc import Iterator

from deciban.case import Case, Event
from deciban.case.hanging import causes_of
from deciban.problem import Problem


def check_uses(case: Case) -> Iterator[Problem]:
    """Report events that nothing bears on, and weights whose event has another use."""
    spoken = {
        *(each.of for each in case.reports),
        *(each.of for each in case.silences),
        *(each.of for each in case.unseen),
    }
    unsure = case.broken or spoken - {event.id for event in case.events}  # told elsewhere
    parents = {name for event in case.events for name in event.given} | {
        of for event in case.events for of, _ in causes_of(event)
    }
    shown = {choice.shown_by for actor in case.actors.values() for choice in actor.chooses}
    for event in case.events:
        used = event.id in spoken or event.id in parents
        if event.weight:
            yield from _weighed(event, used=used)
        elif event.known is None and not (used or unsure) and event.id not in shown:
            if "known" in event.places:
                continue
            yield Problem(
                "D501",
                f"nothing bears on '{event.id}'",
                event.place("id"),
                "say `known: yes` if nobody disputes it, or add a report of it",
            )


def _weighed(event: Event, *, used: bool) -> Iterator[Problem]:
    at = event.place("weight")
    if event.expected is not None:
        hint = "keep the published weight or your own expectations, not both"
        yield Problem("D502", f"'{event.id}' is counted twice", at, hint)
    elif event.known != "yes":
        hint = "write `known: yes`"
        yield Problem("D502", f"'{event.id}' has a weight but is not known", at, hint)
    elif used or event.also_caused_by or event.outcomes or len(event.given) > 1:
        hint = "a weight stands alone: no reports, outcomes, rival causes or events under it"
        yield Problem("D502", f"'{event.id}' has a weight and another use", at, hint)
