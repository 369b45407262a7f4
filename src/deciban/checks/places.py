"""What checks share: the shape of a check, and which names stand for what."""

from collections.abc import Callable, Iterable, Mapping

from deciban.case import Case
from deciban.problem import Problem

Check = Callable[[Case], Iterable[Problem]]


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
        "citation": case.bibliography.keys,
        "person": sources | frozenset(case.actors) | frozenset(str(name) for name in subject),
    }
