"""The screen that terminal briefs are laid out on: its width, its colours, its bars."""

from collections.abc import Iterable
from dataclasses import dataclass
from textwrap import shorten

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

WIDTH = 100
#: Columns that a text needs to be read with ease; where it has fewer, other columns give way.
READABLE = 24
FOR, AGAINST, QUIET, HEAD, NAME = "green", "red", "dim", "bold", "cyan"
_EIGHTHS = "▏▎▍▌▋▊▉█"


@dataclass(frozen=True, slots=True)
class Screen:
    """What the terminal can show.

    Attributes:
        width: columns.
        blocks: whether it shows block characters; else bars are written in plain signs.
    """

    width: int = WIDTH
    blocks: bool = True

    def bar(self, share: float, width: int) -> str:
        """Answer a bar that fills ``share`` of ``width`` columns, to an eighth of a column."""
        if not self.blocks:
            return "#" * round(share * width)
        eighths = round(share * width * 8)
        if eighths == 0:
            return _EIGHTHS[0] if share > 0 else ""
        whole, part = divmod(eighths, 8)
        return "█" * whole + (_EIGHTHS[part - 1] if part else "")

    def reach(self, low: float, high: float, width: int) -> str:
        """Answer a bar that is solid up to ``low`` and shaded from there to ``high``."""
        solid, whole = round(low * width), max(1, round(high * width))
        full, shade = ("█", "░") if self.blocks else ("#", "-")
        return full * solid + shade * (whole - solid)

    def span(self, low: float, middle: float, high: float, width: int) -> str:
        """Answer a shaded stretch from ``low`` to ``high``, with a solid mark at ``middle``."""
        full, shade = ("█", "░") if self.blocks else ("#", "-")
        start = min(round(low * width), width - 1)
        end = max(start + 1, round(high * width))
        mark = min(max(round(middle * width), start), end - 1)
        return " " * start + shade * (mark - start) + full + shade * (end - 1 - mark)

    def around(self, below: float, above: float, width: int) -> str:
        """Answer a bar on both sides of a middle; 1 and more fills a side of ``width`` columns.

        What cannot be told, such as the way from one infinity to the same, is no way at all.
        """
        left, right = (
            round(min(max(way, 0.0), 1.0) * width) if way == way else 0  # noqa: PLR0124 (NaN)
            for way in (below, above)
        )
        full, middle = ("█", "│") if self.blocks else ("#", "|")
        return " " * (width - left) + full * left + middle + full * right


def cut(text: str, width: int) -> str:
    """Answer a text in one line of at most ``width`` columns, broken between words."""
    flat = " ".join(text.split())
    return flat if len(flat) <= width else shorten(flat, width, placeholder="…") or flat[:width]


def grid(*columns: tuple[int | None, str], wrap: bool = False) -> Table:
    """Answer an empty table without lines.

    Args:
        columns: the width of each, None for what is left; and the side its text keeps to.
        wrap: whether long texts go on in the next line; else they are cut.
    """
    table = Table.grid(padding=(0, 1), expand=True)
    for width, side in columns:
        table.add_column(
            width=width,
            ratio=1 if width is None else None,
            justify="right" if side == "right" else "left",
            no_wrap=not wrap,
            overflow="fold" if wrap else "ellipsis",
        )
    return table


def heading(text: str, after: str = "") -> Text:
    """Answer a section's heading, with a quiet remark behind it."""
    return Text.assemble((text, HEAD), (f"  {after}" if after else "", QUIET))


def stacked(parts: Iterable[RenderableType]) -> Group:
    """Answer parts one under another."""
    return Group(*parts)


def side(value: float) -> str:
    """Answer the colour of what speaks for or against."""
    return FOR if value > 0 else AGAINST
