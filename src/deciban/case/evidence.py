"""What bears on what in a case: its questions, events, records, sources and minds as one map."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from deciban.case.hanging import causes_of, parents_of
from deciban.case.minds import asked_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deciban.case.actor import Actor, Sight
    from deciban.case.case import Case
    from deciban.case.event import Event
    from deciban.case.report import Report, Silence, Unseen

Kind = Literal[
    "question", "event", "report", "silence", "unseen", "source", "mind", "messages", "act"
]
#: How one thing bears on another: an event hangs from a question or an event; may be brought about
#: by a rival cause; is reported, passed over in silence, or might be spoken of; who speaks; what a
#: relay passes on; what reaches a mind; what a mind is asked; the act that an event shows.
Link = Literal[
    "given", "cause", "reported", "silent", "unseen", "by", "relays", "reaches", "asked", "shows"
]
#: Nodes that so much hangs from that going on beyond them would bring in everything.
_HUBS = frozenset({"question"})
_RECORDS = frozenset({"report", "silence", "unseen"})


@dataclass(frozen=True, slots=True)
class Node:
    """One thing on the map.

    Attributes:
        key: its name, unique on the map: its kind and its name in the case.
        kind: what it is.
        id: its name in the case.
        text: it in words; empty where the case has none.
        theme: the theme of an event.
        known: whether nobody disputes it, of an event.
    """

    key: str
    kind: Kind
    id: str
    text: str
    theme: str = ""
    known: bool = False


@dataclass(frozen=True, slots=True)
class Edge:
    """One thing bearing on another.

    Attributes:
        link: how.
        start: the key of what it comes from.
        end: the key of what it goes to.
    """

    link: Link
    start: str
    end: str


@dataclass(frozen=True, slots=True)
class EvidenceMap:
    """Everything in a case and how it hangs together.

    Attributes:
        nodes: in the order of the case.
        edges: likewise.
    """

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]

    def around(self, name: str, steps: int = 2) -> EvidenceMap:
        """Answer what lies within so many steps of everything of that name.

        The way does not lead on through a question, from which nearly everything hangs.
        """
        start = {node.key for node in self.nodes if node.id == name}
        hubs = {node.key for node in self.nodes if node.kind in _HUBS} - start
        reached, fresh = set(start), set(start)
        for _ in range(steps):
            ends = {(edge.start, edge.end) for edge in self.edges}
            ends |= {(end, begin) for begin, end in ends}
            fresh = {end for begin, end in ends if begin in fresh - hubs} - reached
            reached |= fresh
        return self._kept(reached)

    def of_theme(self, theme: str) -> EvidenceMap:
        """Answer the events of a theme, what they hang from, and what speaks of them."""
        events = {node.key for node in self.nodes if node.theme == theme}
        kept = set(events)
        for edge in self.edges:
            if edge.start in events or edge.end in events:
                kept |= {edge.start, edge.end}
        records = {node.key for node in self.nodes if node.kind in _RECORDS} & kept
        kept |= {edge.end for edge in self.edges if edge.start in records and edge.link == "by"}
        return self._kept(kept)

    def _kept(self, keys: set[str]) -> EvidenceMap:
        return EvidenceMap(
            tuple(node for node in self.nodes if node.key in keys),
            tuple(edge for edge in self.edges if edge.start in keys and edge.end in keys),
        )


def map_of(case: Case) -> EvidenceMap:
    """Answer the map of a case."""
    nodes = tuple(_nodes(case))
    keys = {node.key for node in nodes}
    edges = dict.fromkeys(edge for edge in _edges(case) if {edge.start, edge.end} <= keys)
    return EvidenceMap(nodes, tuple(edges))


def _nodes(case: Case) -> Iterator[Node]:
    for name, question in case.all_questions().items():
        yield Node(f"question:{name}", "question", name, question.ask)
    for event in case.events:
        known = event.known is not None
        theme = event.theme or ""
        yield Node(f"event:{event.id}", "event", event.id, event.text, theme, known)
    for report in case.reports:
        yield Node(f"report:{report.id}", "report", report.id, report.text or report.quote or "")
    for silence in case.silences:
        yield Node(f"silence:{silence.id}", "silence", silence.id, "no record found")
    for unseen in case.unseen:
        yield Node(f"unseen:{unseen.id}", "unseen", unseen.id, unseen.text)
    for name in dict.fromkeys(_speakers(case)):
        yield Node(f"source:{name}", "source", name, _called(case, name))
    for actor in case.actors.values():
        yield Node(f"mind:{actor.id}", "mind", actor.id, actor.name or "")
        yield from _messages(actor)
        for choice in actor.chooses:
            if choice.shown_by is None:
                chosen = choice.chose.replace("_", " ")
                yield Node(f"act:{actor.id}.{choice.id}", "act", choice.id, f"chose {chosen}")


def _speakers(case: Case) -> Iterator[str]:
    """Who speaks or is silent: the sources, relayed ones too, and works that speak themselves."""
    reports = {report.id for report in case.reports}
    for report in case.reports:
        yield report.by
        if report.relays is not None and report.relays not in reports:
            yield report.relays
    yield from (silence.by for silence in case.silences)
    yield from (unseen.by for unseen in case.unseen)


def _called(case: Case, name: str) -> str:
    source = case.sources.get(name)
    if source is not None:
        return source.name or ""
    work = case.bibliography.works.get(name)
    return work.title if work is not None else ""


def _messages(actor: Actor) -> Iterator[Node]:
    """What reached an actor, together for each that told him; the signs together."""
    for source, sights in _told(actor).items():
        noun = "message" if source else "sign"
        count = f"{len(sights)} {noun}{'s' if len(sights) > 1 else ''}"
        yield Node(f"messages:{actor.id}.{source}", "messages", source or "signs", count)


def _told(actor: Actor) -> dict[str, list[Sight]]:
    told: dict[str, list[Sight]] = {}
    for sight in actor.saw:
        told.setdefault(sight.source or "", []).append(sight)
    return told


def _edges(case: Case) -> Iterator[Edge]:
    for question in case.all_questions().values():
        key = f"question:{question.id}"
        if question.given is not None:
            yield Edge("given", f"question:{question.given}", key)
        asked = asked_of(question)
        if asked is not None:
            yield Edge("asked", f"mind:{asked.actor}", key)
    for event in case.events:
        yield from _hanging(case, event)
    yield from _reported(case)
    for silence in case.silences:
        yield from _spoken("silent", silence, f"silence:{silence.id}")
    for unseen in case.unseen:
        yield from _spoken("unseen", unseen, f"unseen:{unseen.id}")
    for actor in case.actors.values():
        for source in _told(actor):
            yield Edge("reaches", f"messages:{actor.id}.{source}", f"mind:{actor.id}")
        for choice in actor.chooses:
            act = f"act:{actor.id}.{choice.id}"
            shown = act if choice.shown_by is None else f"event:{choice.shown_by}"
            yield Edge("shows", f"mind:{actor.id}", shown)


def _hanging(case: Case, event: Event) -> Iterator[Edge]:
    for parent in parents_of(case, event):
        yield Edge("given", _parent(case, parent), f"event:{event.id}")
    for cause, _ in causes_of(event):
        yield Edge("cause", _parent(case, cause), f"event:{event.id}")


def _parent(case: Case, name: str) -> str:
    return f"question:{name}" if name in case.all_questions() else f"event:{name}"


def _reported(case: Case) -> Iterator[Edge]:
    names = {report.id for report in case.reports}
    for report in case.reports:
        key = f"report:{report.id}"
        yield from _spoken("reported", report, key)
        if report.relays is not None:
            origin = "report" if report.relays in names else "source"
            yield Edge("relays", key, f"{origin}:{report.relays}")


def _spoken(link: Link, record: Report | Silence | Unseen, key: str) -> Iterator[Edge]:
    yield Edge(link, f"event:{record.of}", key)
    yield Edge("by", key, f"source:{record.by}")
