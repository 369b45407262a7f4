"""One address for every number: the path to it in the text, list entries by name."""

from collections.abc import Iterator
from typing import cast

from deciban.case.case import Case
from deciban.case.kinds import Group, Judgements, Kind, Listing, One, Probability, fields_of
from deciban.case.record import Record
from deciban.case.trees import Tree, judgements_in
from deciban.units import Judgement


def judgements_of(case: Case) -> Iterator[tuple[str, Judgement]]:
    """Answer every judgement of a case with its address, in the order of the text.

    An address reads like ``events.trade_kept_up.expected.yes``. The word ``rest`` is no number.
    """
    yield from _in_record(case, "")


def _in_record(record: Record, address: str) -> Iterator[tuple[str, Judgement]]:
    for declared in fields_of(type(record)):
        value = getattr(record, declared.name)
        if value is not None:
            path = f"{address}.{declared.key}" if address else declared.key
            yield from _in_value(declared.kind, value, path)


def _in_value(kind: Kind, value: object, address: str) -> Iterator[tuple[str, Judgement]]:
    match kind:
        case Probability():
            if isinstance(value, Judgement):
                yield address, value
        case Judgements():
            if not isinstance(value, str):
                yield from judgements_in(cast("Tree", value), address)
        case One():
            yield from _in_record(cast("Record", value), address)
        case Group():
            for name, record in cast("dict[str, Record]", value).items():
                yield from _in_record(record, f"{address}.{name}")
        case Listing():
            for index, record in enumerate(cast("tuple[Record, ...]", value)):
                yield from _in_record(record, f"{address}.{getattr(record, 'id', index)}")
        case _:
            return
