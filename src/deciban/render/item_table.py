"""Items one below another: the name of each, what it says, and its three weights."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.text import Text

from deciban.findings.weights import WeighedItem
from deciban.render.figures import decibans
from deciban.render.page import NAME, QUIET, READABLE, Screen, cut, grid, side

if TYPE_CHECKING:
    from rich.table import Table

LEGEND = (
    "alone: with no other item; last: with all others in; share: its part of what all say together"
)
WAYS = ("alone", "last", "share")
NARROWEST = 6


class ItemTable:
    """A table of items with their weights for one hypothesis.

    Attributes:
        rows: the table itself.
        room: columns left of the weights.
    """

    def __init__(self, items: Sequence[WeighedItem], hypothesis: str, screen: Screen) -> None:
        weights = [item.weights[hypothesis] for item in items]
        values = [value for each in weights for value in (each.alone, each.last, each.share)]
        width = max(NARROWEST, *(len(decibans(value)) for value in values), 0)
        self.rows: Table = grid((None, "left"), *(((width, "right"),) * len(WAYS)))
        self.room = screen.width - len(WAYS) * (width + 1)
        self._hypothesis = hypothesis

    def head(self, title: Text) -> None:
        """Add a heading."""
        self.rows.add_row(title, *(Text(name, QUIET) for name in WAYS))

    def line(self, text: Text, share: str = "") -> None:
        """Add a line that is no item."""
        self.rows.add_row(text, "", "", Text(share, QUIET))

    def item(self, item: WeighedItem) -> None:
        """Add an item; where the screen is narrow its text stands below its name."""
        beside = self.room - len(item.id) - 4
        told = Text.assemble("  ", (item.id, NAME))
        if len(item.text) <= beside or beside >= READABLE:
            told.append(f"  {cut(item.text, beside)}")
        else:
            told.append(f"\n    {cut(item.text, self.room - 4)}")
        weight = item.weights[self._hypothesis]
        self.rows.add_row(
            told,
            Text(decibans(weight.alone), QUIET),
            Text(decibans(weight.last), QUIET),
            Text(decibans(weight.share), side(weight.share)),
        )
