"""Positions and moves: one debater's numbers, and one contribution to the argument.

These records are read, checked and addressed; weighing a case as a debater sees it is not
computed yet.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from deciban.case.kinds import (
    DATE,
    PROSE,
    Anything,
    Choice,
    Identifier,
    Listing,
    Names,
    Reference,
    key,
)
from deciban.case.record import Record
from deciban.dates import When
from deciban.node import Node


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
    extends: str | None = key(Identifier(), "The position it starts from.")
    reads: str | None = key(PROSE, "The hash of the case text last read.")
    holds: Mapping[str, Node] = key(
        Anything(keyed=True),
        "By address: `{is: new value, was: the case's value, because: why}`.",
        default={},
    )
    stances: Mapping[str, str] = key(
        Names("event", "stance"),
        "Events accepted or rejected; silence is never assent.",
        default={},
    )
    revised: tuple[Revision, ...] = key(Listing(Revision), "Changes of mind.", default=())
    note: str | None = key(PROSE, "Anything else a reader should know.")


@dataclass(frozen=True, kw_only=True)
class Move(Record):
    """One contribution to a debate; filing it never changes a number."""

    move: str = key(
        Choice(("rebut", "undercut", "challenge", "ask", "hypothesis", "concede", "withdraw")),
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
    question: str | None = key(PROSE, "The critical question asked.")
    quote: str | None = key(PROSE, "The words that it points to.")
    document: str | None = key(PROSE, "The file the quotation stands in.", spelled="in")
    cite: tuple[str, ...] = key(
        Reference(("citation",), several=True), "What it rests on.", default=()
    )
    located: str | None = key(PROSE, "The page or document, where known.", spelled="at")
    note: str | None = key(PROSE, "Anything else a reader should know.")
