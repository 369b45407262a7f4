"""One line of a timeline, which may have thousands."""

from collections.abc import Sequence

from rich.text import Text


def line(cells: Sequence[Text], columns: Sequence[tuple[int, bool]]) -> Text:
    """Answer cells beside one another; a table would be the same, and takes its time.

    Args:
        cells: the cells.
        columns: for each its width, and whether it keeps to the right.
    """
    told = Text(no_wrap=True, overflow="ellipsis")
    for cell, (width, right) in zip(cells, columns, strict=True):
        blanks = " " * (width - cell.cell_len)
        told.append(" " if told else "")
        told.append(blanks if right else "").append_text(cell).append("" if right else blanks)
    return told


def scale(width: int) -> str:
    """Answer the head of a chart of so many columns, from 0 to 100%."""
    return "0%" + "100%".rjust(max(0, width - len("0%")))
