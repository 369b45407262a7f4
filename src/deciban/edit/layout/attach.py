"""Every comment of a text finds the slot it belongs to."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from deciban.edit.layout.slot import CommentLine, Slot
from deciban.node import Scalar
from deciban.read.comments import Comment
from deciban.read.mend.lines import Lines


def attach(root: Slot, comments: Sequence[Comment], text: str) -> None:
    """Put every comment of ``text`` into its slot, and note where blank lines stand."""
    lines = Lines(text)
    slots = list(_descendants(root))
    for slot in slots:
        slot.gap = _follows_blank_line(lines, slot.start)
    places = _Places.of(root, slots)
    for comment in comments:
        _attach_one(comment, places, lines)


@dataclass(frozen=True, slots=True)
class _Mark:
    """A place behind which a comment may stand.

    Attributes:
        offset: the place.
        slot: whose comment it is at the end of the same line.
        within: the slot whose collection the place lies in; None outside the whole.
        value_at: where the value begins of the key that ends here; -1 elsewhere.
    """

    offset: int
    slot: Slot
    within: Slot | None
    value_at: int = -1


@dataclass(frozen=True, slots=True)
class _Places:
    """The marks and the slots of a text, each in order with their offsets."""

    root: Slot
    marks: list[_Mark]
    mark_offsets: list[int]
    slots: list[Slot]
    slot_offsets: list[int]

    @classmethod
    def of(cls, root: Slot, slots: list[Slot]) -> "_Places":
        marks = list(_marks(root))
        offsets = [mark.offset for mark in marks]
        return cls(root, marks, offsets, slots, [slot.start for slot in slots])

    def before(self, offset: int) -> _Mark:
        number = bisect_right(self.mark_offsets, offset)
        return self.marks[number - 1] if number else _Mark(-1, self.root, self.root)

    def after(self, offset: int) -> Slot | None:
        number = bisect_right(self.slot_offsets, offset)
        return self.slots[number] if number < len(self.slots) else None


def _attach_one(comment: Comment, places: _Places, lines: Lines) -> None:
    at, text = comment.at.start, comment.text.rstrip()
    mark = places.before(at)
    if mark.offset >= 0 and lines.at(mark.offset) == lines.at(at):
        mark.slot.behind.append(text)
        return
    line = CommentLine(text, _follows_blank_line(lines, at))
    if at < mark.value_at:
        mark.slot.above.append(line)
    else:
        _lines_between(mark, places.after(at), comment.at.column, places.root).append(line)


def _lines_between(
    mark: _Mark, following: Slot | None, column: int, root: Slot
) -> list[CommentLine]:
    """The lines that a comment joins which stands between a mark and the following slot."""
    if mark.within is not None and mark.within.flow:
        inner = following is not None and following.start < mark.within.node.at.end
        return following.above if following is not None and inner else mark.within.below
    if following is not None and (following.above or column <= following.column):
        return following.above
    ended = _ended(mark.within, following)
    # Of comments in a row none goes deeper than the one before it, so that they keep their order.
    begun = max((place for place, slot in enumerate(ended) if slot.below), default=0)
    for slot in ended[begun:]:
        if column >= slot.node.at.column:
            return slot.below
    return following.above if following is not None else root.below


def _ended(innermost: Slot | None, following: Slot | None) -> list[Slot]:
    """The collections that end before the following slot, innermost first."""
    ended: list[Slot] = []
    while innermost is not None:
        if following is not None and innermost is following.inside:
            return ended
        ended.append(innermost)
        innermost = innermost.inside
    return ended if following is None else []


def _descendants(slot: Slot) -> Iterator[Slot]:
    for child in slot.children:
        yield child
        yield from _descendants(child)


def _marks(slot: Slot) -> Iterator[_Mark]:
    node = slot.node
    if slot.key is not None:
        begins_line = not slot.flow and (not isinstance(node, Scalar) or not node.text)
        value_at = -1 if begins_line else node.at.start
        yield _Mark(slot.key.at.end, slot, slot.inside, value_at)
    if slot.flow:
        yield _Mark(node.at.start + 1, slot, slot)
    elif isinstance(node, Scalar):
        yield _Mark(node.at.start, slot, slot.inside)
    for child in slot.children:
        yield from _marks(child)
    if slot.flow or isinstance(node, Scalar):
        yield _Mark(node.at.end, slot, slot.inside)


def _follows_blank_line(lines: Lines, offset: int) -> bool:
    number = lines.at(offset)
    return number > 0 and not lines.text[lines.starts[number - 1] : lines.starts[number]].strip()
