"""Check: alternatives are two or more, distinct, and not called by a word of the language."""

from collections.abc import Iterable, Iterator, Mapping

from deciban.case import Actor, Case
from deciban.problem import Problem
from deciban.span import Span

#: Words with a meaning wherever an answer or an outcome may be named, and a name in their place.
RESERVED: Mapping[str, str] = {
    "else": "other",
    "rest": "the_others",
    "even": "level",
    "none": "none_of_these",
    "unknown": "not_known",
}


def check_alternatives(case: Case) -> Iterator[Problem]:
    """Report lists of outcomes that leave no alternative, and names that the language keeps."""
    for question in case.all_questions().values():
        spots = ((name, question.place(f"hypotheses.{name}")) for name in question.hypotheses)
        yield from _reserved(spots)
    for event in case.events:
        places = [event.place(f"outcomes.{index}") for index in range(len(event.outcomes))]
        yield from _reserved(zip(event.outcomes, places, strict=True))
        if "outcomes" in event.places:
            yield from _distinct(event.id, event.outcomes, places, event.place("outcomes"))
    for actor in case.actors.values():
        yield from _reserved(_named_in(actor))


def _reserved(named: Iterable[tuple[str, Span]]) -> Iterator[Problem]:
    for name, at in named:
        if name in RESERVED:
            hint = f"choose another name, such as {RESERVED[name]}"
            yield Problem("D515", f"'{name}' is a word of the language", at, hint)


def _named_in(actor: Actor) -> Iterator[tuple[str, Span]]:
    """The values, kinds and options of an actor, which rows and tables speak of by name."""
    if actor.wonders is not None:
        values = enumerate(actor.wonders.values)
        yield from ((name, actor.wonders.place(f"values.{index}")) for index, name in values)
    if actor.opponent is not None:
        yield from ((name, actor.opponent.place(f"types.{name}")) for name in actor.opponent.types)
    for choice in actor.chooses:
        yield from ((name, choice.place(f"between.{name}")) for name in choice.between)


def _distinct(
    event: str, outcomes: tuple[str, ...], places: list[Span], at: Span
) -> Iterator[Problem]:
    for index, name in enumerate(outcomes):
        if name in outcomes[:index]:
            hint = "name each outcome once"
            first = places[outcomes.index(name)]
            yield Problem("D514", f"'{event}' has '{name}' twice", places[index], hint, (first,))
    if len(outcomes) == 1:
        hint = "name what else may have happened, or leave `outcomes` out for yes and no"
        yield Problem("D514", f"'{event}' has one outcome, so nothing could speak of it", at, hint)
