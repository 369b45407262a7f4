"""What a question asks of a mind, and what an actor's dates and names come to.

One place for these rules, so that the checks and the compiler read one text alike.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from deciban.case.actor import Actor, ChoiceMade, Sight
from deciban.case.case import Case
from deciban.case.question import Question
from deciban.dates import When


@dataclass(frozen=True, slots=True)
class Asked:
    """The part of a mind that a question asks about.

    Attributes:
        actor: whose mind, by name.
        wonder: what he wonders about; empty where it is not named.
        value: the value whose belief is asked for; empty where the likeliest is.
    """

    actor: str
    wonder: str
    value: str


def asked_of(question: Question) -> Asked | None:
    """Answer what a question asks of a mind; None where it asks of none."""
    if question.about is None:
        return None
    actor, _, rest = question.about.partition(".")
    wonder, _, value = rest.partition(".")
    return Asked(actor, wonder, value)


def questions_of(case: Case, actor: str) -> tuple[Question, ...]:
    """Answer the questions about an actor's mind, the case's own first."""
    found = ((question, asked_of(question)) for question in case.all_questions().values())
    return tuple(question for question, asked in found if asked and asked.actor == actor)


def date_of(case: Case, question: Question | None) -> When | None:
    """Answer when a question about a mind stands: at its own date, else at the case's."""
    return (question.as_of if question is not None else None) or case.question.as_of


def acts_of(case: Case) -> Iterator[tuple[Actor, ChoiceMade]]:
    """Answer every choice of every actor with him who made it."""
    for actor in case.actors.values():
        for choice in actor.chooses:
            yield actor, choice


def shown_events(case: Case) -> dict[str, ChoiceMade]:
    """Answer the choice behind every event that shows one."""
    return {choice.shown_by: choice for _, choice in acts_of(case) if choice.shown_by is not None}


def in_time(sights: tuple[Sight, ...]) -> tuple[Sight, ...]:
    """Answer what reached him in order of time, as written where two dates are one; no copies."""
    told = [sight for sight in sights if sight.on is not None and sight.copies is None]
    return tuple(sorted(told, key=lambda sight: sight.on.latest if sight.on else 0))


def in_policies(choices: tuple[ChoiceMade, ...]) -> tuple[ChoiceMade, ...]:
    """Answer choices so that each stands right behind the one that it continues."""
    after: dict[str | None, list[ChoiceMade]] = {}
    names = {choice.id for choice in choices}
    for choice in choices:
        before = choice.continues if choice.continues in names else None
        after.setdefault(before, []).append(choice)
    ordered: list[ChoiceMade] = []
    waiting = list(reversed(after.get(None, [])))
    while waiting:
        choice = waiting.pop()
        ordered.append(choice)
        waiting += reversed(after.get(choice.id, []))
    return tuple(ordered)
