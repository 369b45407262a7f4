"""Edits of the case, its own test, and what was left out of it."""

from collections.abc import Mapping
from dataclasses import dataclass

from deciban.case.kinds import PROBABILITY, PROSE, Anything, Choice, Identifier, Reference, key
from deciban.case.record import Record
from deciban.case.source import ADMIRALTY
from deciban.node import Node
from deciban.units import Judgement


@dataclass(frozen=True, kw_only=True)
class WhatIf(Record):
    """Had we judged otherwise: an edit of the case, after which it is weighed again."""

    id: str = key(Identifier(), "Its name in this case.", required=True)
    text: str | None = key(PROSE, "What is supposed, in words.")
    settings: Mapping[str, Node] = key(
        Anything(keyed=True), "New values by address.", default={}, spelled="set"
    )
    without: tuple[str, ...] = key(
        Reference(("item", "event", "source"), several=True),
        "Items, events or sources to leave out.",
        default=(),
    )
    add: Node | None = key(Anything(), "Sources, events, reports or silences to add.")


@dataclass(frozen=True, kw_only=True)
class Trial(Record):
    """The case's own test: where the answer must lie."""

    of: str = key(Reference(("answer",)), "The hypothesis tested.", required=True)
    between: Judgement = key(PROBABILITY, "Where its probability must lie.", required=True)
    because: str | None = key(PROSE, "Why it must.")
    note: str | None = key(PROSE, "Anything else a reader should know.")


@dataclass(frozen=True, kw_only=True)
class LeftOut(Record):
    """Something looked at and deliberately not loaded."""

    id: str = key(Identifier(), "Its name in this case.", required=True)
    text: str = key(PROSE, "What it is.", required=True)
    because: str = key(PROSE, "Why it stays out.", required=True)
    cite: tuple[str, ...] = key(
        Reference(("citation",), several=True), "Where it is discussed.", default=()
    )
    located: str | None = key(PROSE, "The page or document, where known.", spelled="at")


@dataclass(frozen=True, kw_only=True)
class Assume(Record):
    """The case's own defaults, in place of deciban's."""

    competence: Judgement | None = key(
        PROBABILITY, "The competence of a source that states none (75..95%)."
    )
    slip: Judgement | None = key(PROBABILITY, "How often a report slips (5%).")
    fidelity: Judgement | None = key(PROBABILITY, "How faithfully a relay passes on (95%).")
    character: str | None = key(
        Choice(tuple(ADMIRALTY)), "The Admiralty letter of a source that states no character (F)."
    )
    because: str | None = key(PROSE, "Why these defaults.")
