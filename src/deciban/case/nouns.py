"""What each record is called in a message: a plain noun, and never the name of a class."""

from collections.abc import Mapping

from deciban.case.actor import (
    Actor,
    Asked,
    AskedAct,
    AskedBelief,
    AskedConviction,
    AskedGuilt,
    ChoiceMade,
    Counterfactual,
    Mirror,
    Opponent,
    Reasonable,
    Resolved,
    Sight,
    TrackRecord,
    Trust,
    Wonder,
)
from deciban.case.case import Case
from deciban.case.debate import Addition, Move, NewHypothesis, Position, Revision, Seal
from deciban.case.event import Event
from deciban.case.question import Question
from deciban.case.record import Record
from deciban.case.report import Report, Silence, Unseen
from deciban.case.source import Source
from deciban.case.what_if import Assume, LeftOut, Trial, WhatIf

NOUNS: Mapping[type[Record], str] = {
    Case: "case",
    Question: "question",
    Source: "source",
    Event: "event",
    Report: "report",
    Silence: "silence",
    Unseen: "unseen record",
    Assume: "set of defaults",
    WhatIf: "what-if",
    Trial: "test",
    LeftOut: "entry",
    Position: "position",
    Revision: "change of mind",
    Move: "move",
    Addition: "addition",
    NewHypothesis: "new hypothesis",
    Seal: "seal",
    Actor: "actor",
    Wonder: "matter to wonder about",
    Opponent: "opponent",
    Mirror: "mirror",
    Trust: "view of a source",
    TrackRecord: "record of a source",
    Sight: "message or sign",
    Resolved: "outcome of a message",
    ChoiceMade: "choice",
    Reasonable: "reasonable man",
    Asked: "thing to ask",
    AskedBelief: "belief",
    AskedConviction: "conviction",
    AskedAct: "act to explain",
    AskedGuilt: "state of mind",
    Counterfactual: "counterfactual",
}


def noun_of(record: type[Record]) -> str:
    """Answer what a record is called in a message."""
    return NOUNS.get(record, "piece of a case")


def with_article(noun: str) -> str:
    """Answer a noun with its article: ``an opponent``."""
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"
