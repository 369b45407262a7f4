"""What checks share: the shape of a check, and which names stand for what."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from deciban.case import Case, Record
from deciban.case.kinds import Group, Listing, One, fields_of
from deciban.problem import Problem

Check = Callable[[Case], Iterable[Problem]]


def records_in(record: Record) -> Iterator[Record]:
    """Answer a record and every record inside it, in the order of the text."""
    yield record
    for declared in fields_of(type(record)):
        value = getattr(record, declared.name)
        if value is None:
            continue
        match declared.kind:
            case One():
                yield from records_in(value)
            case Group():
                for inner in value.values():
                    yield from records_in(inner)
            case Listing():
                for inner in value:
                    yield from records_in(inner)
            case _:
                pass


def names_of(case: Case) -> Mapping[str, frozenset[str]]:
    """Answer the names that a reference may use, by what it refers to."""
    questions = frozenset(case.all_questions())
    events = frozenset(event.id for event in case.events)
    reports = frozenset(report.id for report in case.reports)
    sources = frozenset(case.sources)
    subject = {case.question.subject} - {None}
    return {
        "question": questions,
        "event": events,
        "report": reports,
        "source": sources,
        "citation": frozenset(case.bibliography.works),
        "person": sources | frozenset(case.actors) | frozenset(str(name) for name in subject),
    }
