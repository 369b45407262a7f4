"""Values of a case side by side: whether two mean the same, and how each was written."""

from collections.abc import Iterable, Iterator, Mapping

from deciban.case import Amount, Record
from deciban.dates import When
from deciban.edit.difference.roles import Role, fields_for
from deciban.node import Mapping as MappingNode
from deciban.node import Scalar
from deciban.node import Sequence as SequenceNode
from deciban.units import Judgement, Rest


def alike(one: object, other: object) -> bool:
    """Answer whether two values of a key come to the same in every table.

    A judgement is what it comes to and not how it is written: ``0.7`` is ``70%``, and a word is the
    range that its scale gives it. The order of names in a row says nothing.
    """
    match one, other:
        case Judgement(), Judgement():
            return _ends(one) == _ends(other)
        case When(), When():
            return (one.start, one.end, one.kind) == (other.start, other.end, other.kind)
        case Mapping(), Mapping():
            return one.keys() == other.keys() and all(alike(one[key], other[key]) for key in one)
        case tuple(), tuple():
            pairs = zip(one, other, strict=False)
            return len(one) == len(other) and all(alike(*pair) for pair in pairs)
        case _:
            return one == other


def _ends(judgement: Judgement) -> tuple[object, ...]:
    measure = None if judgement.certain else judgement.measure  # in what its draws are even
    return judgement.central, judgement.low, judgement.high, measure


def written(value: object) -> str:
    """Answer a value as a case would have it on one line; empty where nothing is written."""
    match value:
        case Record():
            return _braces(_in_record(value))
        case MappingNode():
            return _braces((entry.key.text, written(entry.value)) for entry in value.entries)
        case Mapping():
            return _braces((str(key), written(inner)) for key, inner in value.items())
        case SequenceNode():
            return _brackets(written(item) for item in value.items)
        case tuple():
            return _brackets(written(item) for item in value)
        case _:
            return " ".join(_word(value).split())


def _word(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case Judgement() | Rest() | When() | Scalar():
            return value.text
        case Amount():
            return value.text or f"{value.central:g}"
        case _:
            return str(value)


def _in_record(record: Record) -> Iterator[tuple[str, str]]:
    """The numbers and links of a record; its words are too many for a line."""
    for declared in fields_for(type(record), Role.NUMBER, Role.LINK, Role.PARTS):
        value = getattr(record, declared.name)
        text = written(value)
        if text and value is not False:
            yield declared.key, text


def _braces(pairs: Iterable[tuple[str, str]]) -> str:
    inner = ", ".join(f"{key}: {text}" for key, text in pairs)
    return f"{{{inner}}}" if inner else ""


def _brackets(items: Iterable[str]) -> str:
    inner = ", ".join(items)
    return f"[{inner}]" if inner else ""
