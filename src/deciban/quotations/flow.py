"""The lines of a document as one text, with the way back from every letter to its page and line."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from deciban.quotations.document import Document
from deciban.quotations.furniture import Stripped
from deciban.quotations.match import Match
from deciban.quotations.quotation import Place
from deciban.quotations.skeleton import Skeleton, folded, skeleton


@dataclass(frozen=True, slots=True)
class Line:
    """Where a line stands: its page and its number in it, both counted from 0."""

    page: int
    number: int


@dataclass(frozen=True)
class Flow:
    """A document, or its text without running heads, as one text.

    Attributes:
        document: the document.
        named: what the case calls it.
        text: its lines, folded, with a line break between each two.
        lines: where each of them stands.
    """

    document: Document
    named: str
    text: str
    lines: Sequence[Line]

    @cached_property
    def skeleton(self) -> Skeleton:
        """The text as it is searched."""
        return skeleton(self.text)

    def words(self, start: int, end: int) -> str:
        """Answer what stands in the text from the letter ``start`` to just before ``end``."""
        if start >= end:
            return ""
        first, last = self.skeleton.origin(start), self.skeleton.origin(end - 1) + 1
        return " ".join(self.text[first:last].split())

    def place_of(self, match: Match) -> Place:
        """Answer where a match stands."""
        first, last = self.skeleton.line(match.start), self.skeleton.line(match.end - 1)
        return self.place(first, last)

    def place(self, first: int, last: int) -> Place:
        """Answer where a stretch of lines stands, the last of them included."""
        begins, ends = self.lines[first], self.lines[last]
        if self.document.numbered:
            return Place(self.named, line=begins.number + 1, last_line=ends.number + 1)
        if not self.document.paged:
            return Place(self.named)
        return Place(
            self.named,
            page=begins.page + 1,
            last_page=ends.page + 1,
            label=self._label(begins.page),
            last_label=self._label(ends.page),
        )

    def _label(self, page: int) -> str:
        return self.document.pages[page].label or str(page + 1)


def flow_of(document: Document, named: str, only: Sequence[Stripped] | None = None) -> Flow:
    """Answer a document as one text.

    Args:
        document: the document.
        named: what the case calls it.
        only: by page, which lines are its text; all of them when left out.
    """
    lines: list[Line] = []
    texts: list[str] = []
    for number, page in enumerate(document.pages):
        first, last = (only[number].first, only[number].last) if only else (0, len(page.lines))
        texts += page.lines[first:last]
        lines += [Line(number, each) for each in range(first, last)]
    if not texts:
        texts, lines = [""], [Line(0, 0)]
    return Flow(document, named, folded("\n".join(texts)), lines)
