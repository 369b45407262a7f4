"""Tables that keep their substance where the screen is narrow.

A row is one line where all of them fit; else its label has a line, and its figures, each with its
heading, follow beneath in words.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.padding import Padding
from rich.text import Text

from deciban.render.page import QUIET, READABLE, grid, stacked

INDENT, BENEATH = 2, 4
#: Blanks between columns beyond the one there must be, where there is room.
APART = 2


@dataclass(frozen=True, slots=True)
class Fitting:
    """What is laid out once it is known how much room there is.

    Attributes:
        lay: answers the part, from how many columns it may have.
    """

    lay: Callable[[int], RenderableType]

    def __rich_console__(self, _: Console, options: ConsoleOptions) -> RenderResult:
        yield self.lay(options.max_width)


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a column.

    Attributes:
        name: what it says; empty where the column goes on with what the one before it says.
        side: the side that its figures keep to.
    """

    name: str = ""
    side: Literal["left", "right"] = "right"


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table.

    Attributes:
        label: what it is about.
        cells: its figures, one a head; empty where there is none to tell.
        words: a remark behind the figures.
    """

    label: Text
    cells: tuple[Text, ...]
    words: Text = field(default_factory=Text)


def fitted(heads: Sequence[Head], rows: Sequence[Row], first: str = "") -> Fitting:
    """Answer a table of rows that fits every screen.

    Args:
        heads: the heads of the figures.
        rows: what stands below them.
        first: the head of the labels.
    """
    return Fitting(lambda room: _laid(heads, rows, first, room))


def _laid(heads: Sequence[Head], rows: Sequence[Row], first: str, room: int) -> RenderableType:
    least = column_widths(heads, [row.cells for row in rows])
    labels = INDENT + max((len(row.label) for row in rows), default=0)
    words = min(READABLE, max((len(row.words) for row in rows), default=0))
    taken = sum(least) + len(least) + (words + 1 if words else 0)
    if labels + taken > room:
        above = [_indented(Text(first, QUIET))] if first else []
        return stacked([*above, *_each_beneath(heads, rows)])
    inside = INDENT + len(first) + taken <= room
    widths = apart(heads, least, room - max(labels, INDENT + len(first)) - taken)
    label = max(labels, INDENT + len(first)) if inside else labels
    table = grid(
        (label if words else None, "left"),
        *((width, head.side) for width, head in zip(widths, heads, strict=True)),
        *([(None, "left")] if words else []),
        wrap=True,
    )
    rest = [Text("")] if words else []
    if first or any(head.name for head in heads):
        names = (Text(head.name, QUIET) for head in heads)
        table.add_row(_indented(Text(first if inside else "", QUIET)), *names, *rest)
    for row in rows:
        table.add_row(_indented(row.label), *row.cells, *([row.words] if words else []))
    return table if inside else stacked([_indented(Text(first, QUIET)), table])


def column_widths(heads: Sequence[Head], cells: Sequence[Sequence[Text]]) -> list[int]:
    """Answer how wide each column must be for its head and all its figures."""
    return [
        max([len(head.name), *(len(each[place]) for each in cells)])
        for place, head in enumerate(heads)
    ]


def apart(heads: Sequence[Head], widths: Sequence[int], spare: int) -> list[int]:
    """Answer the widths of columns with blanks between them, as far as there is room to spare."""
    more = next((each for each in (APART, 1) if each * len(widths) <= spare), 0)
    begins = [head for head in heads if head.side == "right"]
    return [
        width + (more if head in begins else 0) for head, width in zip(heads, widths, strict=True)
    ]


def _indented(text: Text) -> Text:
    return Text.assemble(" " * INDENT, text)


def _each_beneath(heads: Sequence[Head], rows: Sequence[Row]) -> Iterator[RenderableType]:
    for row in rows:
        yield Padding(row.label, (0, 0, 0, INDENT))
        yield beneath(in_words(heads, row.cells, row.words))


def beneath(told: Text) -> Padding:
    """Answer what stands under a label."""
    return Padding(told, (0, 0, 0, BENEATH))


def in_words(heads: Sequence[Head], cells: Sequence[Text], words: Text) -> Text:
    """Answer the figures of a row one after another, each behind its heading."""
    told = Text()
    for head, cell in zip(heads, cells, strict=True):
        if not cell:
            continue
        told.append("" if not told else ", " if head.name else " ")
        told.append(f"{head.name} " if head.name else "", QUIET)
        told.append_text(cell)
    if words:
        told.append("; " if told else "")
        told.append_text(words)
    return told


def labelled(rows: Sequence[tuple[str, Text]], *, indent: int = BENEATH) -> Fitting:
    """Answer texts that stand beside quiet labels, or beneath them where there is little room."""
    return Fitting(lambda room: _beside(rows, room, indent))


def _beside(rows: Sequence[tuple[str, Text]], room: int, indent: int) -> RenderableType:
    width = indent + max((len(label) for label, _ in rows), default=0)
    if room - width - 1 < READABLE:
        lines = (Text.assemble((f"{label} ", QUIET), text) for label, text in rows)
        return stacked(Padding(line, (0, 0, 0, indent)) for line in lines)
    table = grid((width, "left"), (None, "left"), wrap=True)
    for label, text in rows:
        table.add_row(Text(" " * indent + label, QUIET), text)
    return table
