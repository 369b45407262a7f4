"""Which independent origins an answer goes back to.

Items count as one origin where they come from one place, so that what is wrong with one is likely
to be wrong with the others: reports that go back to one source, or to sources of one school,
however often passed on; the silences of one archive, with what it reports as a source; known events
that hang from one hidden event, which are acts of one policy; the acts of one actor whose mind is
inferred. Any other known event is an origin by itself.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from deciban.case import Case, Event
from deciban.case.hanging import causes_of, parents_of
from deciban.case.minds import acts_of
from deciban.case.origins import roots_of


@dataclass(frozen=True, slots=True)
class Independent:
    """Items of one origin.

    Attributes:
        name: its name in the case: a school, a source, or an event.
        items: the items, in their own order.
    """

    name: str
    items: tuple[str, ...]


def independent_origins(case: Case, ids: Sequence[str]) -> tuple[Independent, ...]:
    """Answer the items grouped by where they come from, each in one group.

    Args:
        case: the case.
        ids: the names of its items, in order.
    """
    spoken = _spoken(case)
    policies = _policies(case)
    groups: dict[tuple[str, str], list[str]] = {}
    for item in ids:
        of_event = "event", policies.get(item, item)
        key = ("source", spoken[item]) if item in spoken else of_event
        groups.setdefault(key, []).append(item)
    return tuple(Independent(name, tuple(items)) for (_, name), items in groups.items())


def _spoken(case: Case) -> Mapping[str, str]:
    """The source or the school behind every report and silence."""
    behind = {report: root.source for report, root in roots_of(case).items()}
    behind |= {silence.id: silence.by for silence in case.silences}
    return {item: _school(case, source) or source for item, source in behind.items()}


def _school(case: Case, source: str) -> str | None:
    record = case.sources.get(source)
    return record.school if record is not None else None


def _policies(case: Case) -> Mapping[str, str]:
    """For every event that hangs from a hidden one, the topmost of those it is joined to."""
    above = {event.id: tuple(_hidden_above(case, event)) for event in case.events}
    for actor, choice in acts_of(case):
        above |= {actor.id: (), choice.shown_by or choice.id: (actor.id,)}
    joined: dict[str, str] = {}
    for name, parents in above.items():
        for parent in parents:
            _join(joined, name, parent)
    tops: dict[str, str] = {}
    for name, parents in above.items():
        if not parents:
            tops.setdefault(_root(joined, name), name)
    return {name: tops[_root(joined, name)] for name, parents in above.items() if parents}


def _hidden_above(case: Case, event: Event) -> Iterator[str]:
    """The hidden events that an event hangs from, as an effect of a rival cause too."""
    for name in (*parents_of(case, event), *(of for of, _ in causes_of(event))):
        parent = case.event(name)
        if parent is not None and parent.known is None:
            yield name


def _root(joined: Mapping[str, str], name: str) -> str:
    while name in joined:
        name = joined[name]
    return name


def _join(joined: dict[str, str], one: str, other: str) -> None:
    first, second = _root(joined, one), _root(joined, other)
    if first != second:
        joined[first] = second
