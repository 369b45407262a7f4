"""Which items share something hidden, so that they are not independent.

Reports and silences on one hidden event, and events that hang from it; what goes back to one
source, or to the sources of one school, whose character it shares; a report and its relays; and
silences of one archive that may be lost; and acts of one actor, which come from one mind.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from deciban.case import Case, Report, Silence
from deciban.case.hanging import causes_of, parents_of
from deciban.case.origins import Origin, roots_of


@dataclass(frozen=True, slots=True)
class Shared:
    """Two or more items that share something.

    Attributes:
        kind: ``event``, ``source``, ``school``, ``origin``, ``archive`` or ``mind``.
        name: its name in the case.
        items: their names, in the order of the items.
    """

    kind: str
    name: str
    items: tuple[str, ...]


def shared_items(case: Case, ids: Sequence[str]) -> tuple[Shared, ...]:
    """Answer every group of two or more items that share something hidden.

    Args:
        case: the case.
        ids: the names of its items, in order.
    """
    places = {name: place for place, name in enumerate(ids)}
    found = []
    for kind, name, members in (
        *_by_event(case),
        *_by_origin(case),
        *_by_archive(case),
        *_by_mind(case),
    ):
        items = tuple(sorted((each for each in members if each in places), key=places.__getitem__))
        if len(items) > 1:
            found.append(Shared(kind, name, items))
    return tuple(found)


Members = tuple[str, str, Sequence[str]]


def items_on(case: Case, events: Sequence[str]) -> frozenset[str]:
    """Answer these events, all that hang from them, and what is told or kept silent of either."""
    children, told = _children(case), _told(case)
    below = [name for event in events for name in _below(event, children)]
    return frozenset((*below, *(item for name in below for item in told.get(name, ()))))


def _by_event(case: Case) -> Iterator[Members]:
    """Every hidden event with what hangs from it and what is told of either."""
    children, told = _children(case), _told(case)
    for event in case.events:
        if event.known is None:
            below = _below(event.id, children)
            items = [*below, *(item for name in below for item in told.get(name, ()))]
            yield "event", event.id, items


def _children(case: Case) -> dict[str, list[str]]:
    """By question or event, the events that hang from it."""
    children: dict[str, list[str]] = {}
    for event in case.events:
        causes = (of for of, _ in causes_of(event))
        for above in dict.fromkeys((*parents_of(case, event), *causes)):
            children.setdefault(above, []).append(event.id)
    return children


def _told(case: Case) -> dict[str, list[str]]:
    """By event, the reports of it and the silences on it."""
    told: dict[str, list[str]] = {}
    speaking: tuple[Report | Silence, ...] = (*case.reports, *case.silences)
    for each in speaking:
        told.setdefault(each.of, []).append(each.id)
    return told


def _below(event: str, children: dict[str, list[str]]) -> list[str]:
    """An event and every event that hangs from it, directly or through others."""
    seen = {event: None}
    waiting = [event]
    while waiting:
        for name in children.get(waiting.pop(), ()):
            if name not in seen:
                seen[name] = None
                waiting.append(name)
    return list(seen)


def _by_origin(case: Case) -> Iterator[Members]:
    """Everything that goes back to one report, one source or one school."""
    passed_on: dict[Origin, list[str]] = {}
    sources: dict[str, list[str]] = {}
    schools: dict[str, list[str]] = {}
    roots = roots_of(case)
    for report, root in roots.items():
        passed_on.setdefault(root, []).append(report)
        sources.setdefault(root.source, []).append(report)
        record = case.sources.get(root.source)
        if record is not None and record.school is not None:
            schools.setdefault(record.school, []).append(report)
    for source, said in sources.items():
        if said != passed_on[roots[said[0]]]:  # else the origin says the same of them
            yield "source", source, said
    for origin, copies in passed_on.items():
        yield "origin", origin.name, copies
    for school, said in schools.items():
        yield "school", school, said


def _by_archive(case: Case) -> Iterator[Members]:
    """The silences of every archive of which it is not certain that it was kept and is open."""
    archives: dict[str, list[str]] = {}
    for silence in case.silences:
        archives.setdefault(silence.by, []).append(silence.id)
    doubted = {silence.by for silence in case.silences if silence.survives is not None}
    for archive, gaps in archives.items():
        if archive in doubted:
            yield "archive", archive, gaps


def _by_mind(case: Case) -> Iterator[Members]:
    """The acts of every actor, as far as they are observed."""
    for actor in case.actors.values():
        yield "mind", actor.id, [choice.shown_by or choice.id for choice in actor.chooses]
