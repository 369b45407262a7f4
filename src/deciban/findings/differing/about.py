"""What a change speaks of, in the words of the case."""

from collections.abc import Collection

from deciban.case import (
    Actor,
    Case,
    ChoiceMade,
    Event,
    Question,
    Record,
    Report,
    Sight,
    Silence,
    Source,
)
from deciban.edit.difference import Difference, Kind, Steps, records_along


def about(before: Case, after: Case, difference: Difference) -> str:
    """Answer what a difference speaks of; empty where its address says all there is to say.

    Args:
        before: the first case.
        after: the second; its words are told where it has the record.
        difference: one difference between them.
    """
    case = before if difference.kind is Kind.REMOVED else after
    told = (_told(case, record) for _, record in records_along(case, difference.path))
    return [text for text in told if text is not None][-1]


def _told(case: Case, record: Record) -> str | None:
    """A record in words; None where the record around it says more."""
    told: str | None = None
    match record:
        case Case() | Actor():
            told = ""
        case Event() | Sight():
            told = record.text
        case Question():
            told = record.ask
        case Source():
            told = record.name or record.id
        case Report():
            told = f"{source_called(case, record.by)}: {record.text or _event(case, record.of)}"
        case Silence():
            told = f"No record in {source_called(case, record.by)}: {_event(case, record.of)}"
        case ChoiceMade():
            told = f"chose {record.chose.replace('_', ' ')}"
    return told


def source_called(case: Case, name: str) -> str:
    """Answer the name that people call a source by, as far as the first comma."""
    source = case.sources.get(name)
    if source is not None and source.name:
        return source.name.partition(",")[0]
    work = case.bibliography.works.get(name)
    return work.short if work is not None else name


def _event(case: Case, name: str) -> str:
    event = case.event(name)
    return event.text if event is not None else name


def reasoned(
    before: Case, after: Case, differences: Collection[Difference], reworded: Collection[Steps]
) -> bool | None:
    """Answer whether the `because` beside a change changed as well.

    Args:
        before: the first case.
        after: the second.
        differences: the change.
        reworded: the paths of all that was worded otherwise.

    Returns:
        None where neither case gives a reason there, or where the whole record came or went.
    """
    found = set()
    for each in differences:
        if each.kind in (Kind.ADDED, Kind.REMOVED):
            return None
        places = {_reason(case, each.path) for case in (before, after)} - {None}
        found |= {place in reworded for place in places}
    return any(found) if found else None


def _reason(case: Case, path: Steps) -> Steps | None:
    """The path of the reason that is nearest to a value; None where none is given."""
    found = None
    for at, record in records_along(case, path):
        if getattr(record, "because", None) is not None:
            found = (*at, "because")
    return found
