"""What a source says of an event, fails to say, or might yet be found to say."""

from dataclasses import dataclass

from deciban.case.event import YES
from deciban.case.kinds import (
    DATE,
    PROBABILITY,
    PROSE,
    Choice,
    Identifier,
    Quantity,
    Reference,
    key,
)
from deciban.case.record import Record
from deciban.case.trees import Amount
from deciban.dates import When
from deciban.units import Judgement


@dataclass(frozen=True, kw_only=True)
class Report(Record):
    """What a source says of an event.

    A report that `relays` another hangs on what that one said and has no character of its own.
    """

    id: str = key(Identifier(), "Its name in this case.", required=True)
    of: str = key(Reference(("event",)), "The event it speaks of.", required=True)
    by: str = key(Reference(("source", "citation")), "Who says so.", required=True)
    says: str = key(Reference(("outcome",)), "The outcome it reports.", default=YES)
    relays: str | None = key(
        Reference(("report", "source")),
        "The report it passes on; or the source it had it from, where that report is not here.",
    )
    fidelity: Judgement | None = key(PROBABILITY, "How likely a relay passes on what it was told.")
    competence: Judgement | None = key(
        PROBABILITY, "How likely the source is right on this event, where that differs."
    )
    credibility: str | None = key(
        Choice(("1", "2", "3", "4", "5", "6")),
        "The Admiralty digit: kept and shown, never multiplied in.",
    )
    made: When | None = key(DATE, "When it was made.")
    public: When | None = key(DATE, "When it became public.")
    text: str | None = key(PROSE, "What it says, in our words.")
    quote: str | None = key(PROSE, "What it says, in its own words.")
    document: str | None = key(PROSE, "The file the quotation stands in.", spelled="in")
    cite: tuple[str, ...] = key(
        Reference(("citation",), several=True), "Where it is printed.", default=()
    )
    located: str | None = key(PROSE, "The page or document, where known.", spelled="at")
    because: str | None = key(PROSE, "Why these numbers.")
    note: str | None = key(PROSE, "Anything else a reader should know.")


@dataclass(frozen=True, kw_only=True)
class Silence(Record):
    """A record that was looked for and not found, where the event would have left one."""

    id: str = key(Identifier(), "Its name in this case.", required=True)
    of: str = key(Reference(("event",)), "The event of which there is no record.", required=True)
    by: str = key(Reference(("source", "citation")), "The archive or person silent.", required=True)
    says: str = key(
        Reference(("outcome",)), "The outcome that would have left a record.", default=YES
    )
    made: Judgement | None = key(PROBABILITY, "How likely such a record would have been made.")
    survives: Judgement | None = key(
        PROBABILITY, "How likely the archive was kept and is open; one number for each archive."
    )
    found: Judgement | None = key(PROBABILITY, "How likely a surviving record would be found.")
    searched: When | None = key(DATE, "When it was last looked for.")
    cite: tuple[str, ...] = key(Reference(("citation",), several=True), "Who looked.", default=())
    located: str | None = key(PROSE, "The page or document, where known.", spelled="at")
    because: str | None = key(PROSE, "Why these numbers.")
    note: str | None = key(PROSE, "Anything else a reader should know.")


@dataclass(frozen=True, kw_only=True)
class Unseen(Record):
    """A record that may exist and that nobody here has read: it has a value, not a weight."""

    id: str = key(Identifier(), "Its name in this case.", required=True)
    text: str = key(PROSE, "What the record is.", required=True)
    of: str = key(Reference(("event",)), "The event it would speak of.", required=True)
    by: str = key(Reference(("source", "citation")), "Who would be speaking.", required=True)
    competence: Judgement | None = key(
        PROBABILITY, "How likely the source is right on this event, where that differs."
    )
    cost: Amount | None = key(Quantity(0, 1e9), "What it would cost to get, in any unit.")
    cite: tuple[str, ...] = key(
        Reference(("citation",), several=True), "Where it is mentioned.", default=()
    )
    located: str | None = key(PROSE, "The page or document, where known.", spelled="at")
    because: str | None = key(PROSE, "Why it may exist.")
    note: str | None = key(PROSE, "Anything else a reader should know.")
