"""Collections written on one line, in braces and brackets."""

from deciban.case.kinds import (
    Anything,
    Dates,
    Group,
    Judgements,
    Listing,
    Names,
    Prose,
    Quantities,
    Quantity,
    Reference,
    Texts,
    Words,
)
from deciban.edit.layout.scalar import value_of, written_key
from deciban.edit.layout.shape import content
from deciban.edit.layout.slot import Slot
from deciban.node import Mapping, Scalar, Style

_LONGEST_PROSE = 48
_ALWAYS = Judgements | Quantities | Names | Words | Dates | Reference | Quantity


def on_one_line(slot: Slot) -> str | None:
    """A collection in braces or brackets, where it is best written so; None where it is not."""
    return _in_flow(slot) if not slot.children or _may_flow(slot) else None


def _may_flow(slot: Slot) -> bool:
    """Whether it may stand on one line at all, be it short enough."""
    match slot.kind:
        case Group() | Listing():
            return False
        case Anything(keyed=keyed, names=names) if names:
            return not keyed
        case Texts():
            return all(_is_bare_anywhere(child) for child in slot.children)
        case kind if isinstance(kind, _ALWAYS):
            return all(isinstance(child.node, Scalar) for child in slot.children)
        case _:
            return slot.flow


def _is_bare_anywhere(slot: Slot) -> bool:
    node = slot.node
    return isinstance(node, Scalar) and value_of(slot, node, flow=True) == content(slot.kind, node)


def _in_flow(slot: Slot) -> str | None:
    node = slot.node
    if isinstance(node, Scalar):
        return _scalar(slot, node)
    if slot.below:
        return None
    parts: list[str] = []
    for child in slot.ordered():
        part = None if child.above or child.behind else _in_flow(child)
        if part is None:
            return None
        parts.append(f"{written_key(child.key, flow=True)}: {part}" if child.key else part)
    joined = ", ".join(parts)
    return f"{{{joined}}}" if isinstance(node, Mapping) else f"[{joined}]"


def _scalar(slot: Slot, node: Scalar) -> str | None:
    text = content(slot.kind, node)
    too_long = isinstance(slot.kind, Prose) and len(text) > _LONGEST_PROSE
    if too_long or "\n" in text or node.style is Style.LITERAL:
        return None
    return value_of(slot, node, flow=True)
