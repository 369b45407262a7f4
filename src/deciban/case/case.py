"""A case: everything that was written down, as plain records."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from deciban.case.actor import Actor
from deciban.case.bibliography import Bibliography
from deciban.case.debate import Move, Position, Seal
from deciban.case.event import Event
from deciban.case.kinds import PROSE, Choice, Group, Listing, One, Reference, key
from deciban.case.question import Question
from deciban.case.record import Record
from deciban.case.report import Report, Silence, Unseen
from deciban.case.source import Source
from deciban.case.what_if import Assume, LeftOut, Trial, WhatIf
from deciban.units import SCALES

LANGUAGE = "1"


@dataclass(frozen=True, kw_only=True)
class Case(Record):
    """A contested question with everything that bears on it.

    The keys of ``case.yaml`` come first, in canonical order; behind them stand the parts read
    from the other files of the folder.
    """

    deciban: str = key(Choice((LANGUAGE,)), "The version of this language.", required=True)
    title: str = key(PROSE, "What the case is called.", required=True)
    words: str = key(
        Choice(tuple(SCALES)), "The scale that verbal probabilities use.", default="icd203"
    )
    note: str | None = key(PROSE, "Anything a reader should know first.")
    question: Question = key(One(Question), "What is asked.", required=True)
    questions: Mapping[str, Question] = key(Group(Question), "Linked questions.", default={})
    sources: Mapping[str, Source] = key(Group(Source), "Who speaks in the case.", default={})
    events: tuple[Event, ...] = key(Listing(Event), "What may have happened.", default=())
    reports: tuple[Report, ...] = key(Listing(Report), "What sources say of it.", default=())
    silences: tuple[Silence, ...] = key(Listing(Silence), "What ought to be there.", default=())
    unseen: tuple[Unseen, ...] = key(Listing(Unseen), "What nobody has read yet.", default=())
    actors: Mapping[str, Actor] = key(Group(Actor), "Whose minds are inferred.", default={})
    assume: Assume = key(One(Assume), "The case's own defaults.", default=Assume())
    what_if: tuple[WhatIf, ...] = key(Listing(WhatIf), "Edits worth trying.", default=())
    test: tuple[Trial, ...] = key(Listing(Trial), "What must hold of the answer.", default=())
    left_out: tuple[LeftOut, ...] = key(
        Listing(LeftOut), "What was looked at and not loaded, and why.", default=()
    )
    consulted: tuple[str, ...] = key(
        Reference(("citation",), several=True),
        "Works that were read and are not cited.",
        default=(),
    )
    bibliography: Bibliography = field(default_factory=Bibliography)
    positions: tuple[Position, ...] = ()
    debate: tuple[Move, ...] = ()
    seals: tuple[Seal, ...] = ()
    broken: frozenset[str] = frozenset()
    """Names of records that could not be read; what refers to them is not reported twice."""
    seen_by: str | None = None
    """Whose position it is seen through; None for the case as written."""
    digest: str = field(default="", compare=False, repr=False)
    """SHA-256 of the text of the case's own file, in hexadecimal; empty where it has no file."""

    def all_questions(self) -> Mapping[str, Question]:
        """The case's question first, then the linked ones, by name."""
        return {self.question.id: self.question, **self.questions}

    def event(self, name: str) -> Event | None:
        """The event of that name, if there is one."""
        return next((event for event in self.events if event.id == name), None)

    def states(self, name: str) -> tuple[str, ...]:
        """The answers of a question, or the outcomes of an event, of that name; else ()."""
        question = self.all_questions().get(name)
        if question is not None:
            return question.answers
        event = self.event(name)
        return event.states if event is not None else ()

    def listed(self) -> Iterator[Event | Report | Silence | Unseen]:
        """Every record written in a list and named there."""
        yield from self.events
        yield from self.reports
        yield from self.silences
        yield from self.unseen
