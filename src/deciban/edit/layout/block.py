"""A whole text in block style: one entry or item a line, comments where they belong."""

from deciban.case.kinds import Group, Listing
from deciban.edit.layout.flow import on_one_line
from deciban.edit.layout.scalar import STEP, value_lines, written_key
from deciban.edit.layout.slot import CommentLine, Slot
from deciban.node import Scalar
from deciban.read.mend.quoting import LINE_WIDTH

_EDITOR_LINE = "# yaml-language-server:"


def laid_out_lines(root: Slot) -> list[str]:
    """The lines of a text whose root is a mapping with at least one entry."""
    head, gap = _take_head(root)
    head += [CommentLine(text) for text in root.behind]
    lines = _comment_lines(head, 0)
    return [*lines, *[""] * gap, *_children(root, 0)]


def _take_head(root: Slot) -> tuple[list[CommentLine], bool]:
    """Part the comments on the whole text from those on its first entry.

    Returns:
        The comments on the whole, and whether a blank line stands behind them.
    """
    first = root.children[0]
    lines = first.above
    gaps_behind = [line.gap for line in lines[1:]] + [first.gap]
    size = 0
    for number, line in enumerate(lines):
        if gaps_behind[number] or line.text.startswith(_EDITOR_LINE):
            size = number + 1
    head, first.above = lines[:size], lines[size:]
    if not head:
        return [], False
    # The blank line belongs to the head; the first entry may move away from it.
    if first.above:
        first.above[0].gap = False
    else:
        first.gap = False
    return head, gaps_behind[size - 1]


def _children(slot: Slot, indent: int, item: Slot | None = None) -> list[str]:
    """The entries or items of a collection, with the comments in it.

    Args:
        slot: the collection.
        indent: the column, from 0, that its keys or dashes stand in.
        item: the item whose dash the first entry stands behind, if it does.
    """
    lines: list[str] = []
    before: tuple[Slot, list[str]] | None = None
    for child in slot.ordered():
        element = _element(child, indent)
        if before is not None:
            lines += [""] * _parted(slot, *before, child, element)
        elif item is not None:
            item.raise_comments(child.above, gap=child.gap)
            child.above = []
        lines += _comment_lines(child.above, indent)
        lines += [""] * (child.gap and bool(child.above))
        lines += element
        before = child, element
    gap_below = bool(slot.below) and slot.below[0].gap
    return [*lines, *[""] * gap_below, *_comment_lines(slot.below, indent)]


def _parted(slot: Slot, previous: Slot, above: list[str], child: Slot, element: list[str]) -> bool:
    """Whether a blank line stands between two entries or items of a collection."""
    if isinstance(slot.kind, Group | Listing):
        return child.first_gap or len(above) > 1 or len(element) > 1
    if slot.inside is None and (_is_section(previous, above) or _is_section(child, element)):
        return True
    return bool(child.above) and child.first_gap


def _is_section(slot: Slot, element: list[str]) -> bool:
    return bool(slot.children) and len(element) > 1


def _element(slot: Slot, indent: int) -> list[str]:
    """An entry or an item without the comments above it."""
    node = slot.node
    prefix = " " * indent + (f"{written_key(slot.key)}:" if slot.key else "-")
    slot.raise_comments([CommentLine(text) for text in slot.behind[:-1]])
    behind = "".join(f"  {text}" for text in slot.behind[-1:])
    if isinstance(node, Scalar):
        first, *rest = value_lines(slot, node, prefix, indent + STEP)
        return [first + behind, *rest]
    if not slot.children:
        slot.raise_comments(slot.below)
        slot.below = []
    short = on_one_line(slot)
    if short is not None and (len(prefix) + 1 + len(short) <= LINE_WIDTH or not slot.children):
        return [f"{prefix} {short}{behind}"]
    if slot.key is not None:
        return [prefix + behind, *_children(slot, indent + STEP)]
    slot.raise_comments([CommentLine(text) for text in slot.behind[-1:]])
    first, *rest = _children(slot, indent + STEP, item=slot)
    return [f"{prefix} {first[len(prefix) + 1 :]}", *rest]


def _comment_lines(comments: list[CommentLine], indent: int) -> list[str]:
    lines: list[str] = []
    for number, comment in enumerate(comments):
        lines += [""] * (comment.gap and number > 0)
        lines.append(" " * indent + comment.text)
    return lines
