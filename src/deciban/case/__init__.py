"""The records of a case: plain, immutable, each documented once."""

from deciban.case.actor import (
    Actor,
    Asked,
    AskedGuilt,
    ChoiceMade,
    Counterfactual,
    Mirror,
    Opponent,
    Reasonable,
    Sight,
    TrackRecord,
    Trust,
)
from deciban.case.address import judgements_of
from deciban.case.bibliography import Bibliography, Work
from deciban.case.case import Case
from deciban.case.debate import (
    Addition,
    Move,
    NewHypothesis,
    Position,
    Revision,
    Seal,
)
from deciban.case.event import NO, YES, Event
from deciban.case.nouns import noun_of, with_article
from deciban.case.question import NEVER, Question
from deciban.case.record import NOWHERE, Record
from deciban.case.report import Report, Silence, Unseen
from deciban.case.source import ADMIRALTY, CHARACTERS, Source
from deciban.case.trees import Amount, AmountTree, RowTree, Tree, is_row, judgements_in
from deciban.case.what_if import Assume, LeftOut, Trial, WhatIf

__all__ = [
    "ADMIRALTY",
    "CHARACTERS",
    "NEVER",
    "NO",
    "NOWHERE",
    "YES",
    "Actor",
    "Addition",
    "Amount",
    "AmountTree",
    "Asked",
    "AskedGuilt",
    "Assume",
    "Bibliography",
    "Case",
    "ChoiceMade",
    "Counterfactual",
    "Event",
    "LeftOut",
    "Mirror",
    "Move",
    "NewHypothesis",
    "Opponent",
    "Position",
    "Question",
    "Reasonable",
    "Record",
    "Report",
    "Revision",
    "RowTree",
    "Seal",
    "Sight",
    "Silence",
    "Source",
    "TrackRecord",
    "Tree",
    "Trial",
    "Trust",
    "Unseen",
    "WhatIf",
    "Work",
    "is_row",
    "judgements_in",
    "judgements_of",
    "noun_of",
    "with_article",
]
