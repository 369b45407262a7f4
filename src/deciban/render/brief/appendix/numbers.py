"""Every number written in a record, each with its address, as it is written."""

from collections.abc import Collection, Iterator
from typing import cast

from deciban.case import ADMIRALTY, Amount, AmountTree, Record, Tree
from deciban.case.kinds import (
    Choice,
    Group,
    Judgements,
    Kind,
    Listing,
    One,
    Probability,
    Quantities,
    Quantity,
    fields_of,
)
from deciban.render.number import Number, numbers_in


def numbers_written(
    record: Record, address: str, without: Collection[str] = ()
) -> Iterator[Number]:
    """Answer every number written in a record and in those inside it, in the order of the text.

    Args:
        record: the record.
        address: where it stands.
        without: keys of its own whose numbers are told of elsewhere.
    """
    for declared in fields_of(type(record)):
        value = getattr(record, declared.name)
        if value is not None and declared.key not in without:
            where = f"{address}.{declared.key}" if address else declared.key
            yield from _written(declared.kind, value, where)


def _written(kind: Kind, value: object, address: str) -> Iterator[Number]:
    match kind:
        case Choice() if value in ADMIRALTY and kind.options == tuple(ADMIRALTY):
            yield Number(address, str(value), ADMIRALTY[str(value)])
        case Judgements() if isinstance(value, str):
            yield Number(address, value)
        case Quantity() if isinstance(value, tuple):
            yield from _listed(value, address)
        case Probability() | Judgements() | Quantity() | Quantities():
            yield from numbers_in(cast("Tree | AmountTree", value), address)
        case One():
            yield from numbers_written(cast("Record", value), address)
        case Group():
            for name, inner in cast("dict[str, Record]", value).items():
                yield from numbers_written(inner, f"{address}.{name}")
        case Listing():
            for place, inner in enumerate(cast("tuple[Record, ...]", value)):
                yield from numbers_written(inner, f"{address}.{getattr(inner, 'id', place)}")
        case _:
            return


def _listed(values: tuple[object, ...], address: str) -> Iterator[Number]:
    """A number that may be written as a list of such."""
    texts = [each.text for each in values if isinstance(each, Amount)]
    if texts:
        yield Number(address, texts[0] if len(texts) == 1 else f"[{', '.join(texts)}]")
