"""What each key is to an answer: a number, a link, words, or something beside it."""

from collections.abc import Mapping
from enum import Enum

from deciban.case import (
    Actor,
    Assume,
    Case,
    Event,
    Question,
    Record,
    Report,
    Sight,
    Silence,
    Source,
)
from deciban.case.hanging import parents_of
from deciban.case.kinds import (
    Field,
    Group,
    Identifier,
    Judgements,
    Listing,
    One,
    Probability,
    Prose,
    Quantities,
    Quantity,
    Reference,
    fields_of,
)


class Role(Enum):
    """What a key is to the answer of a case."""

    NAME = "name"
    """What a record is found by."""
    NUMBER = "number"
    """A judgement, a row or an amount that enters a table."""
    LINK = "link"
    """What decides between which things a table stands, or what is observed."""
    WORDS = "words"
    """What people read, and nothing computes with."""
    ASIDE = "aside"
    """What is asked or told beside the answer, and enters no table of it."""
    PARTS = "parts"
    """Records inside."""


#: Where the kind of a key does not tell what it is to the answer.
_STATED: Mapping[type[Record], Mapping[str, Role]] = {
    Case: {
        "deciban": Role.WORDS,
        "words": Role.WORDS,
        "unseen": Role.ASIDE,
        "what_if": Role.ASIDE,
        "test": Role.ASIDE,
        "left_out": Role.ASIDE,
    },
    Question: {"subject": Role.WORDS, "exhaustive": Role.WORDS, "bands": Role.LINK},
    Source: {"school": Role.LINK, "reliability": Role.NUMBER},
    Event: {"theme": Role.WORDS, "said_by": Role.WORDS, "known_since": Role.WORDS},
    Report: {"credibility": Role.WORDS, "made": Role.WORDS, "public": Role.WORDS},
    Silence: {"searched": Role.WORDS},
    Sight: {"public": Role.WORDS},
    Assume: {"character": Role.NUMBER},
    Actor: {"reasonable": Role.ASIDE, "ask": Role.ASIDE, "had": Role.ASIDE},
}


def role_of(record: type[Record], declared: Field) -> Role:
    """Answer what a key of a record is to the answer.

    A key of which neither its kind nor a statement here says that it is words counts as a link:
    then a new one costs time at worst, and is never overlooked.
    """
    stated = _STATED.get(record, {}).get(declared.name)
    return stated if stated is not None else _by_kind(declared)


def _by_kind(declared: Field) -> Role:
    match declared.kind:
        case One() | Group() | Listing():
            return Role.PARTS
        case Prose():
            return Role.WORDS
        case Identifier() if declared.name == "id":
            return Role.NAME
        case Reference(to=("citation",)):
            return Role.WORDS
        case Probability() | Judgements() | Quantity() | Quantities():
            return Role.NUMBER
        case _:
            return Role.LINK


def fields_for(record: type[Record], *roles: Role) -> tuple[Field, ...]:
    """Answer the keys of a record that have one of these roles."""
    return tuple(each for each in fields_of(record) if role_of(record, each) in roles)


def date_counts(case: Case, record: Record, name: str) -> bool:
    """Answer whether a date that is a link decides anything in a case.

    When an event happened counts where it hangs from a question of when; the moment of a question
    counts where a mind is asked about. Of what an actor saw and chose the dates always count.
    """
    if isinstance(record, Event) and name == "when":
        questions = case.all_questions()
        named = (questions.get(parent) for parent in parents_of(case, record))
        return any(question is not None and question.when for question in named)
    if isinstance(record, Question) and name == "as_of":
        return bool(case.actors)
    return True
