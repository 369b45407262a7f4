"""Walks over the records of a case."""

from collections.abc import Iterator

from deciban.case.kinds import Group, Listing, One, fields_of
from deciban.case.record import Record


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
