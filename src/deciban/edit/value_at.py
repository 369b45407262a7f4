"""What stands at an address of a case: the value, and how it would be written."""

from collections.abc import Mapping
from typing import cast

from deciban.case import Case, Record
from deciban.case.kinds import Group, Listing, One, fields_of
from deciban.edit.difference import written
from deciban.node import Entry, Node, Scalar
from deciban.node import Mapping as MappingNode
from deciban.node import Sequence as SequenceNode
from deciban.span import Span

_UNPLACED = Span("", 1, 1)


def value_at(case: Case, address: str) -> object:
    """Answer the value at an address: a judgement, a row, an amount, a word; None where none is.

    Args:
        case: the case.
        address: the path in the text, list entries by name: ``events.letter.expected.yes``.
    """
    return _in_record(case, tuple(address.split(".")))


def node_of(value: object) -> Node | None:
    """Answer a value as it would be written; None for nothing, and for a whole record."""
    match value:
        case None | Record():
            return None
        case Mapping():
            inner = {str(name): node_of(each) for name, each in value.items()}
            entries = (Entry(_scalar(name), node) for name, node in inner.items() if node)
            return MappingNode(tuple(entries), _UNPLACED, flow=True)
        case tuple():
            nodes = (node_of(each) for each in value)
            return SequenceNode(tuple(each for each in nodes if each), _UNPLACED, flow=True)
        case _:
            return _scalar(written(value))


def _scalar(text: str) -> Scalar:
    return Scalar(text, _UNPLACED)


def _in_record(record: Record, path: tuple[str, ...]) -> object:
    declared = next((each for each in fields_of(type(record)) if each.key == path[0]), None)
    if declared is None:
        return None
    value, inner = getattr(record, declared.name), path[1:]
    if isinstance(declared.kind, Group | Listing):
        found = _named(value, inner[0]) if inner else None
        return _inside(found, inner[1:])
    if isinstance(declared.kind, One) or not inner:
        return _inside(value, inner)
    return _in_tree(value, inner)


def _inside(record: object, path: tuple[str, ...]) -> object:
    return _in_record(record, path) if isinstance(record, Record) and path else record


def _named(records: object, name: str) -> object:
    """The record of that name in a group or a list; by number where they have none."""
    if isinstance(records, Mapping):
        return records.get(name)
    listed = cast("tuple[Record, ...]", records)
    by_name = {str(getattr(each, "id", place)): each for place, each in enumerate(listed)}
    return by_name.get(name)


def _in_tree(tree: object, path: tuple[str, ...]) -> object:
    """One branch of a mapping; a key may itself hold dots, as rival causes do."""
    if not path or not isinstance(tree, Mapping):
        return None if path else tree
    for length in range(len(path), 0, -1):
        name = ".".join(path[:length])
        if name in tree:
            return _in_tree(tree[name], path[length:])
    return None
