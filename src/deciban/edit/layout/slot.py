"""The tree of a text with room for comments: every entry and every item is a slot."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from deciban.case.kinds import Anything, Kind, One, fields_of
from deciban.edit.layout.shape import kind_inside, kind_of
from deciban.node import Mapping, Node, Scalar, Sequence


@dataclass(slots=True)
class CommentLine:
    """A comment on a line of its own; ``gap`` where a blank line stands before it."""

    text: str
    gap: bool = False


@dataclass(slots=True, eq=False)
class Slot:
    """An entry of a mapping, an item of a list, or the whole of a text, with its comments.

    Attributes:
        node: the value.
        kind: what the value holds.
        key: the key of an entry; None for an item and for the whole.
        inside: the slot whose value this belongs to; None for the whole.
        children: the entries or items of the value, in the order written.
        above: comments on the lines before.
        behind: comments at the end of its lines.
        below: comments behind the last of ``children``, on lines of their own.
        gap: whether a blank line stands between what comes before and its first line.
    """

    node: Node
    kind: Kind
    key: Scalar | None = None
    inside: "Slot | None" = None
    children: list["Slot"] = field(default_factory=list)
    above: list[CommentLine] = field(default_factory=list)
    behind: list[str] = field(default_factory=list)
    below: list[CommentLine] = field(default_factory=list)
    gap: bool = False

    @property
    def flow(self) -> bool:
        """Whether the value is a collection written in braces or brackets."""
        return not isinstance(self.node, Scalar) and self.node.flow

    @property
    def start(self) -> int:
        """Offset of the first character of its key, or of its value where it has none."""
        return (self.key or self.node).at.start

    @property
    def column(self) -> int:
        """The column its key or its dash stands in."""
        if self.key is None and self.inside is not None and not self.inside.flow:
            return self.inside.node.at.column
        return (self.key or self.node).at.column

    @property
    def first_gap(self) -> bool:
        """Whether a blank line stands before its first line, comments included."""
        return self.above[0].gap if self.above else self.gap

    def raise_comments(self, lines: list[CommentLine], *, gap: bool = False) -> None:
        """Move comments to the lines just before this, a blank line behind them if ``gap``."""
        if lines:
            lines[0].gap = self.gap
            self.above += lines
            self.gap = gap

    def ordered(self) -> list["Slot"]:
        """The children in canonical order: a record's fields as declared, unknown ones last.

        What is held in a position is sorted by address.
        """
        match self.kind:
            case One(record=record):
                names = tuple(each.key for each in fields_of(record))
            case Anything(keyed=True, names=names) if names:
                return sorted(self.children, key=_name)
            case Anything(names=names) if names:
                pass
            case _:
                return self.children
        rank = {name: number for number, name in enumerate(names)}
        return sorted(self.children, key=lambda child: rank.get(_name(child), len(rank)))


def grow(node: Node, wanted: Kind, key: Scalar | None = None, inside: Slot | None = None) -> Slot:
    """Answer the slot of a node where ``wanted`` is wanted, with all that is in it."""
    slot = Slot(node, kind_of(wanted, node), key, inside)
    slot.children = [
        grow(child, kind_inside(slot.kind, name.text if name else ""), name, slot)
        for name, child in _parts(node)
    ]
    return slot


def _parts(node: Node) -> Iterable[tuple[Scalar | None, Node]]:
    match node:
        case Mapping(entries=entries):
            return [(entry.key, entry.value) for entry in entries]
        case Sequence(items=items):
            return [(None, item) for item in items]
        case _:
            return []


def _name(slot: Slot) -> str:
    return slot.key.text if slot.key else ""
