"""Positions, moves and seals: one debater's numbers, one contribution, one promise of numbers."""

from collections.abc import Mapping
from dataclasses import dataclass

from deciban.case.event import Event
from deciban.case.kinds import (
    DATE,
    PROBABILITY,
    PROSE,
    Anything,
    Choice,
    Group,
    Identifier,
    Judgements,
    Listing,
    Names,
    Prose,
    Reference,
    key,
)
from deciban.case.record import Record
from deciban.case.report import Report, Silence
from deciban.case.source import Source
from deciban.case.trees import Tree
from deciban.dates import When
from deciban.node import Node
from deciban.units import Judgement


@dataclass(frozen=True, kw_only=True)
class Revision(Record):
    """A change of mind."""

    address: str = key(Reference(("address",)), "The number that changed.", required=True)
    before: Node | None = key(Anything(), "What it was.", required=True, spelled="from")
    after: Node | None = key(Anything(), "What it became.", required=True, spelled="to")
    on: When | None = key(DATE, "When it changed.", required=True)
    because: str | None = key(PROSE, "The move or the reason credited.")


@dataclass(frozen=True, kw_only=True)
class Position(Record):
    """One debater's numbers, as a difference from the case."""

    position: str = key(Identifier(), "The debater's name.", required=True)
    name: str | None = key(PROSE, "What the debater is called in words.")
    extends: str | None = key(Identifier(), "The position it starts from.")
    text: str | None = key(PROSE, "What is held, in words.")
    cite: tuple[str, ...] = key(
        Reference(("citation",), several=True), "Where it is argued.", default=()
    )
    reads: str | None = key(PROSE, "The hash of the case text last read.")
    holds: Mapping[str, Node] = key(
        Anything(keyed=True, names=("is", "was", "because")),
        "By address: `{is: new value, was: the case's value, because: why}`.",
        default={},
    )
    stances: Mapping[str, str] = key(
        Names("item or move", "stance"),
        "Items and moves accepted or rejected: what is rejected counts for nothing, and a move "
        "counts only where it is accepted. Silence is never assent.",
        default={},
    )
    revised: tuple[Revision, ...] = key(Listing(Revision), "Changes of mind.", default=())
    note: str | None = key(PROSE, "Anything else a reader should know.")


@dataclass(frozen=True, kw_only=True)
class NewHypothesis(Record):
    """An answer that some entertain and the case does not have; it comes out of a catch-all."""

    id: str = key(Identifier(), "Its name.", required=True)
    text: str = key(PROSE, "The answer in words.", required=True)
    out_of: str = key(
        Reference(("answer",)), "The answer of the case that it was hidden in.", required=True
    )
    prior: Judgement = key(
        PROBABILITY, "Its probability before the items, taken from that answer.", required=True
    )
    expected: Tree | None = key(
        Judgements(),
        "By event: how likely it is under this answer, where that is not as under `out_of`.",
    )
    because: str | None = key(PROSE, "Why these numbers.")


@dataclass(frozen=True, kw_only=True)
class Addition(Record):
    """What a what-if or a move adds to a case."""

    sources: Mapping[str, Source] = key(Group(Source), "Sources to add.", default={})
    events: tuple[Event, ...] = key(Listing(Event), "Events to add.", default=())
    reports: tuple[Report, ...] = key(Listing(Report), "Reports to add.", default=())
    silences: tuple[Silence, ...] = key(Listing(Silence), "Silences to add.", default=())
    hypotheses: tuple[NewHypothesis, ...] = key(
        Listing(NewHypothesis), "Answers of the main question to add.", default=()
    )


MOVES = ("rebut", "undercut", "challenge", "ask", "hypothesis", "concede", "withdraw")


@dataclass(frozen=True, kw_only=True)
class Move(Record):
    """One contribution to a debate; filing it never changes a number."""

    move: str = key(
        Choice(MOVES),
        "What kind of contribution it is.",
        required=True,
    )
    id: str = key(PROSE, "Its name: a slug and a random suffix.", required=True)
    author: str = key(Identifier(), "Who makes it.", required=True)
    on: When | None = key(DATE, "When it was made.", required=True)
    target: str = key(
        Reference(("address", "move")), "What it answers: an address or a move.", required=True
    )
    text: str = key(PROSE, "What it says.", required=True)
    question: str | None = key(
        PROSE, "The critical question asked: its name, such as `testimony.bias`, or one's own."
    )
    add: Node | None = key(
        Anything(),
        "What a rebuttal brings or a hypothesis is: sources, events, reports, silences, "
        "hypotheses. It counts only for whoever accepts the move.",
    )
    quote: str | None = key(PROSE, "The words that it points to.")
    document: str | None = key(PROSE, "The file the quotation stands in.", spelled="in")
    cite: tuple[str, ...] = key(
        Reference(("citation",), several=True), "What it rests on.", default=()
    )
    located: str | None = key(PROSE, "The page or document, where known.", spelled="at")
    note: str | None = key(PROSE, "Anything else a reader should know.")


@dataclass(frozen=True, kw_only=True)
class Seal(Record):
    """A promise of numbers: their hash first, and later the numbers."""

    seal: str = key(Identifier(), "Whose position it seals.", required=True)
    hash: str = key(PROSE, "SHA-256 of the salt, a line break, and the text.", required=True)
    on: When | None = key(DATE, "When it was sealed.", required=True)
    opened: When | None = key(DATE, "When it was opened.")
    salt: str | None = key(PROSE, "What was hashed before the text, known once it is opened.")
    text: str | None = key(
        Prose(exact=True), "The position as it was sealed, known once it is opened."
    )
