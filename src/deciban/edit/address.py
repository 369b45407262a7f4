"""Put a value at an address of a case: ``Case -> Case``."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, NoReturn, cast

from deciban.case import Case, Record, Sight
from deciban.case.kinds import (
    Field,
    Group,
    Judgements,
    Kind,
    Listing,
    Names,
    One,
    Probability,
    Quantities,
    Texts,
    fields_of,
)
from deciban.node import Mapping as MappingNode
from deciban.node import Node, Scalar
from deciban.problem import Problem
from deciban.read.suggest import did_you_mean, listing
from deciban.read.values import Unreadable, ValueReader


class Astray(Exception):  # noqa: N818 (it ends a walk; it is caught where the walk began)
    """The address leads nowhere; carries what to say of it."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


def _astray(message: str, hint: str = "") -> NoReturn:
    raise Astray(message, hint)


def set_at(case: Case, address: str, node: Node) -> Case | tuple[Problem, ...]:
    """Answer the case with the value of ``node`` at ``address``.

    Args:
        case: the case; it is not changed.
        address: the path in the text, list entries by name: ``events.letter.expected.yes``.
        node: the new value as written; its place is where mistakes are reported.

    Returns:
        The edited case; or problems, D801 where the address leads nowhere.
    """
    reader = ValueReader(case.words)
    try:
        edited = _in_record(case, tuple(address.split(".")), node, reader)
    except Astray as astray:
        message = f"there is nothing at '{address}': {astray}"
        return (Problem("D801", message, node.at, astray.hint),)
    if reader.problems:
        return tuple(reader.problems)
    return cast("Case", edited)


def _in_record(record: Record, path: tuple[str, ...], node: Node, reader: ValueReader) -> Record:
    keys = {declared.key: declared for declared in fields_of(type(record))}
    declared = keys.get(path[0])
    if path == ("id",):
        _astray("a name stays as it is", "leave the record out, or add another")
    if declared is None:
        hint = did_you_mean(path[0], keys, f"known here: {listing(keys)}")
        _astray(f"no '{path[0]}'", hint)
    value = _in_value(declared, getattr(record, declared.name), path[1:], node, reader)
    changes: dict[str, Any] = {declared.name: value}
    return replace(record, **changes)


def _in_value(
    declared: Field, value: object, path: tuple[str, ...], node: Node, reader: ValueReader
) -> object:
    kind = declared.kind
    match kind:
        case One() if not path and _says_none(node) and not declared.required:
            return None
        case One():
            return _in_whole(_present(value, declared), path, node, reader)
        case Group():
            records = cast("Mapping[str, Record]", value)
            name, inner = _more(path)[0], path[1:]
            _known(name, tuple(records))
            return {**records, name: _in_whole(records[name], inner, node, reader)}
        case Listing():
            return _in_listing(cast("tuple[Record, ...]", value), _more(path), node, reader)
        case Judgements() | Names() | Texts() | Quantities() if path:
            return _in_tree(kind, value, path, node, reader)
        case _:
            if path:
                _astray(f"'{declared.key}' holds one value, with nothing inside")
            return _read(kind, node, declared.key, reader)


def _says_none(node: Node) -> bool:
    return isinstance(node, Scalar) and node.text == "none"


def _in_whole(record: Record, path: tuple[str, ...], node: Node, reader: ValueReader) -> Record:
    """Inside a record; or several of its fields at once, where a mapping is put in its place.

    What is not named there stays, but for shares of one whole, which are replaced together.
    """
    if path or not isinstance(node, MappingNode):
        return _in_record(record, _more(path), node, reader)
    edited, wholes = record, set()
    declared = {each.key: each for each in fields_of(type(record))}
    for entry in node.entries:
        kind = declared[entry.key.text].kind if entry.key.text in declared else None
        if isinstance(kind, Probability) and kind.shared:
            wholes.add(entry.key.text)
        edited = _in_record(edited, (entry.key.text,), entry.value, reader)
    if not wholes:
        return edited
    gone: dict[str, Any] = {
        each.name: None
        for key, each in declared.items()
        if isinstance(each.kind, Probability) and each.kind.shared and key not in wholes
    }
    return replace(edited, **gone)


def _in_listing(
    records: tuple[Record, ...], path: tuple[str, ...], node: Node, reader: ValueReader
) -> tuple[Record, ...]:
    names = [str(getattr(record, "id", place)) for place, record in enumerate(records)]
    _known(path[0], names)
    if len(path) == 1 and _says_none(node) and isinstance(records[names.index(path[0])], Sight):
        _astray("the address stops at a message", "to take it away, set `reached_him: 0%`")
    place = names.index(path[0])
    edited = _in_record(records[place], _more(path[1:]), node, reader)
    return (*records[:place], edited, *records[place + 1 :])


def _in_tree(
    kind: Kind, tree: object, path: tuple[str, ...], node: Node, reader: ValueReader
) -> object:
    """One branch of a mapping; a key may itself hold dots, as rival causes do."""
    if not path:
        unit = kind if not isinstance(kind, Judgements) else replace(kind, bare=True)
        return _read(unit, node, "value", reader)
    if not isinstance(tree, Mapping):
        written = "one word" if isinstance(tree, str) else "nothing" if tree is None else "a value"
        _astray(f"{written} stands there", "set the whole row, such as {a: 40%, b: rest}")
    for length in range(len(path), 0, -1):
        name = ".".join(path[:length])
        if name in tree:
            inner = _below(kind)
            return {**tree, name: _in_tree(inner, tree[name], path[length:], node, reader)}
    if len(path) == 1 and isinstance(kind, Judgements | Names):
        return {**tree, path[0]: _in_tree(kind, None, (), node, reader)}
    _astray(f"no '{path[0]}'", did_you_mean(path[0], [str(name) for name in tree]))


def _below(kind: Kind) -> Kind:
    """What stands one name further down."""
    if isinstance(kind, Quantities):
        return replace(kind, depth=max(kind.depth - 1, 0), deeper=kind.deeper and kind.depth > 0)
    return kind


def _read(kind: Kind, node: Node, path: str, reader: ValueReader) -> object:
    value = reader.value(kind, node, path)
    return None if isinstance(value, Unreadable) else value


def _present(value: object, declared: Field) -> Record:
    if not isinstance(value, Record):
        _astray(f"'{declared.key}' is not written")
    return value


def _more(path: tuple[str, ...]) -> tuple[str, ...]:
    if not path:
        _astray("the address stops at a record", "name one of its fields")
    return path


def _known(name: str, names: Sequence[str]) -> None:
    if name not in names:
        _astray(f"no '{name}'", did_you_mean(name, names, f"known: {listing(names)}"))
