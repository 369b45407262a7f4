"""Check: everything that has a name in the case shares one set of names."""

from collections.abc import Iterable, Iterator

from deciban.case import Case, Record
from deciban.problem import Problem
from deciban.span import Span


def check_names(case: Case) -> Iterator[Problem]:
    """Report every name given twice, with both places.

    What-ifs, what was left out, and what reached an actor, each have names of their own.
    """
    yield from _twice(_named(case))
    yield from _twice(("what-if", each.id, each.place("id")) for each in case.what_if)
    yield from _twice(("entry", each.id, each.place("id")) for each in case.left_out)
    for actor in case.actors.values():
        yield from _twice(("message or sign", each.id, each.place("id")) for each in actor.saw)
        yield from _twice(("counterfactual", each.id, each.place("id")) for each in actor.had)


def _twice(named: Iterable[tuple[str, str, Span]]) -> Iterator[Problem]:
    first: dict[str, tuple[str, Span]] = {}
    for kind, name, at in named:
        if name in first:
            other, place = first[name]
            hint = f"the first is the {other} in line {place.line}; rename one of them"
            yield Problem("D401", f"the name '{name}' is already taken", at, hint, also=(place,))
        else:
            first[name] = (kind, at)


def _named(case: Case) -> Iterator[tuple[str, str, Span]]:
    yield "question", case.question.id, case.question.place("id")
    for name in case.questions:
        yield "question", name, case.place(f"questions.{name}")
    for name in case.sources:
        yield "source", name, case.place(f"sources.{name}")
    groups: tuple[tuple[str, tuple[Record, ...]], ...] = (
        ("event", case.events),
        ("report", case.reports),
        ("silence", case.silences),
        ("unseen record", case.unseen),
    )
    for kind, records in groups:
        for record in records:
            yield kind, str(getattr(record, "id", "")), record.place("id")
    for actor in case.actors.values():
        for choice in actor.chooses:
            yield "choice", choice.id, choice.place("id")
