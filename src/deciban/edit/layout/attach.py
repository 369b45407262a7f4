"""Every comment of a text finds the slot it belongs to."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from deciban.edit.layout.slot import CommentLine, Slot
from deciban.node import Scalar, Style
from deciban.read.comments import Comment


@dataclass(frozen=True, slots=True)
class _Mark:
    """A place behind which a comment may stand.

    Attributes:
        offset: the place.
        slot: whose comment it is at the end of that line.
        within: the slot whose collection the place lies in; None outside the whole.
        before: the offset up to which a comment still stands between a key and its value.
    """

    offset: int
    slot: Slot
    within: Slot | None
    before: int = -1


def attach(root: Slot, comments: Sequence[Comment], text: str) -> None:
    """Put every comment of ``text`` into its slot, and note where blank lines stand."""
    _Attaching(root, text).attach(comments)


@dataclass(slots=True)
class _Attaching:
    root: Slot
    text: str
    marks: list[_Mark] = field(init=False)
    places: list[int] = field(init=False)
    slots: list[Slot] = field(init=False)
    starts: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self.marks = list(_marks(self.root))
        self.places = [mark.offset for mark in self.marks]
        self.slots = list(_descendants(self.root))
        self.starts = [slot.start for slot in self.slots]

    def attach(self, comments: Sequence[Comment]) -> None:
        for slot in self.slots:
            slot.gap = self._follows_blank_line(slot.start)
        for comment in comments:
            self._place(comment)

    def _place(self, comment: Comment) -> None:
        at = comment.at.start
        number = bisect_right(self.places, at)
        mark = self.marks[number - 1] if number else None
        if mark and not comment.own_line and self._on_one_line(mark.offset, at):
            mark.slot.behind.append(comment.text.rstrip())
            return
        line = CommentLine(comment.text.rstrip(), self._follows_blank_line(at))
        if mark and at < mark.before:
            mark.slot.above.append(line)
            return
        number = bisect_right(self.starts, at)
        following = self.slots[number] if number < len(self.slots) else None
        self._lines(mark, following, comment).append(line)

    def _lines(self, mark: _Mark | None, following: Slot | None, comment: Comment) -> list[CommentLine]:
        """The lines that a comment between a mark and the following slot joins."""
        if mark and mark.within and mark.within.flow:
            inner = following is not None and following.start < mark.within.node.at.end
            return following.above if following and inner else mark.within.below
        if following and comment.at.column <= following.column:
            return following.above
        ended = self._ended(mark.within if mark else self.root, following)
        owner = next((each for each in ended if _column_inside(each) <= comment.at.column), None)
        if owner is None:
            return following.above if following else self.root.below
        return self._not_before_the_last(ended, owner).below

    def _ended(self, innermost: Slot | None, following: Slot | None) -> list[Slot]:
        """The collections that end before the following slot, innermost first."""
        ended = []
        while innermost is not None:
            if following and innermost is following.inside:
                return ended
            ended.append(innermost)
            innermost = innermost.inside
        return [] if following else ended

    def _not_before_the_last(self, ended: list[Slot], owner: Slot) -> Slot:
        """The owner, or the outer one that the comment just before already went to."""
        taken = [each for each in ended if each.below]
        return taken[-1] if taken and ended.index(taken[-1]) > ended.index(owner) else owner

    def _on_one_line(self, start: int, end: int) -> bool:
        return not any(sign in self.text[start:end] for sign in "\r\n")

    def _follows_blank_line(self, offset: int) -> bool:
        above = self.text[max(0, offset - _LONGEST_LINE) : offset].splitlines()
        return len(above) > 1 and not above[-2].strip()
