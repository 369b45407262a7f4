"""What a YAML text says, with every part's place: the tree that reading walks.

All scalars stay text: ``no`` is the word *no*, never a truth value.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from deciban.span import Span


class Style(StrEnum):
    """How a scalar was written."""

    PLAIN = "plain"
    SINGLE = "'"
    DOUBLE = '"'
    LITERAL = "|"
    FOLDED = ">"


@dataclass(frozen=True, slots=True)
class Scalar:
    """A piece of text. ``at`` covers it as written, quotes included; not part of equality."""

    text: str
    at: Span = field(compare=False)
    style: Style = field(default=Style.PLAIN, compare=False)


@dataclass(frozen=True, slots=True)
class Entry:
    """One ``key: value`` of a mapping."""

    key: Scalar
    value: "Node"


@dataclass(frozen=True, slots=True)
class Mapping:
    """Entries in the order written; ``flow`` when written in braces."""

    entries: tuple[Entry, ...]
    at: Span = field(compare=False)
    flow: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class Sequence:
    """Items in the order written; ``flow`` when written in brackets."""

    items: tuple["Node", ...]
    at: Span = field(compare=False)
    flow: bool = field(default=False, compare=False)


Node = Scalar | Mapping | Sequence


def describe(node: Node) -> str:
    """Answer what a node is, in words."""
    if isinstance(node, Scalar):
        return f"'{node.text}'" if node.text.strip() else "nothing"
    return "a list" if isinstance(node, Sequence) else "name: value pairs"
