"""What may have happened."""

from collections.abc import Mapping
from dataclasses import dataclass

from deciban.case.kinds import (
    DATE,
    PROSE,
    Identifier,
    Judgements,
    Reference,
    Words,
    key,
)
from deciban.case.record import Record
from deciban.case.trees import Tree
from deciban.dates import When
from deciban.units import Judgement

YES, NO = "yes", "no"


@dataclass(frozen=True, kw_only=True)
class Event(Record):
    """Something that may have happened, and what each hypothesis leads one to expect of it."""

    id: str = key(Identifier(), "Its name in this case.", required=True)
    text: str = key(PROSE, "What may have happened, one plain sentence.", required=True)
    theme: str | None = key(Identifier(), "The theme it belongs to, such as `trade`.")
    when: When | None = key(DATE, "When it happened.")
    said_by: str | None = key(
        Reference(("person",)), "Who said it: an act with a purpose, not a reading of his belief."
    )
    outcomes: tuple[str, ...] = key(
        Words(), "Its outcomes, where they are more than yes and no.", default=()
    )
    known: str | None = key(
        Reference(("outcome",)), "The outcome that nobody disputes; then the event is evidence."
    )
    known_since: When | None = key(DATE, "When it became public that it happened.")
    given: tuple[str, ...] = key(
        Reference(("question", "event"), several=True),
        "What it hangs from: a question or an event; the case's question when left out.",
        default=(),
    )
    expected: Tree | None = key(
        Judgements(bare=True),
        "How likely it was under each hypothesis, or under each outcome of what it hangs from.",
    )
    weight: Mapping[str, Judgement] = key(
        Judgements(unit="weight"),
        "A published Bayes factor by hypothesis, in dB or xN.",
        default={},
    )
    also_caused_by: Mapping[str, Judgement] = key(
        Judgements(),
        "Other causes, as `question.answer`, each with its power to bring the event about.",
        default={},
    )
    quote: str | None = key(PROSE, "Its words, where it was said or written.")
    document: str | None = key(PROSE, "The file the quotation stands in.", spelled="in")
    cite: tuple[str, ...] = key(
        Reference(("citation",), several=True), "Where it is recorded.", default=()
    )
    located: str | None = key(PROSE, "The page or document, where known.", spelled="at")
    because: str | None = key(PROSE, "Why these numbers.")
    note: str | None = key(PROSE, "Anything else a reader should know.")

    @property
    def states(self) -> tuple[str, ...]:
        """The outcomes it may have."""
        return self.outcomes or (YES, NO)
