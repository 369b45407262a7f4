"""Who says so, and what is known of his character."""

from collections.abc import Mapping
from dataclasses import dataclass

from deciban.case.kinds import (
    PROBABILITY,
    PROSE,
    Choice,
    Identifier,
    Judgements,
    Names,
    Reference,
    key,
)
from deciban.case.record import Record
from deciban.case.trees import RowTree
from deciban.units import Judgement

#: What a source may be like: tells what it believes; says its line whatever it believes; says
#: what it does not believe; says anything.
CHARACTERS = ("honest", "pushes", "inverts", "guesses")

#: Admiralty letters as ranges on *honest*, with *guesses* as the rest; F is unknown.
ADMIRALTY: Mapping[str, str] = {
    "A": "95..99%",
    "B": "80..95%",
    "C": "60..80%",
    "D": "40..60%",
    "E": "10..40%",
    "F": "unknown",
}


@dataclass(frozen=True, kw_only=True)
class Source(Record):
    """A person, an office, an archive or a book that reports, or that would have."""

    id: str = key(Identifier(), "Its name in this case.")
    name: str | None = key(PROSE, "What people call it.")
    reliability: str | None = key(
        Choice(tuple(ADMIRALTY)), "The Admiralty letter: a range on honest, the rest guesses."
    )
    character: RowTree = key(
        Judgements(), "How likely it is honest, pushes its line, inverts, or guesses.", default={}
    )
    line: Mapping[str, str] = key(
        Names("event", "outcome"), "What it says of an event when it pushes.", default={}
    )
    school: str | None = key(
        Identifier(), "The school it belongs to; sources of one school share one character."
    )
    competence: Judgement | None = key(
        PROBABILITY, "How likely it is right about what it has to judge, when it means to be."
    )
    cite: tuple[str, ...] = key(
        Reference(("citation",), several=True),
        "Where it can be found: a key of the bibliography.",
        default=(),
    )
    located: str | None = key(PROSE, "The page or document, where known.", spelled="at")
    because: str | None = key(PROSE, "Why this character.")
    note: str | None = key(PROSE, "Anything else a reader should know.")
