"""One item on one line: its name, what it says, and its three weights."""

from rich.text import Text

from deciban.findings import WeighedItem
from deciban.render.figures import decibans
from deciban.render.page import NAME, QUIET, Screen, cut, side

#: Columns that the three weights take, with the space before each.
WEIGHTS = 3 * 7


def item_row(item: WeighedItem, leader: str, screen: Screen) -> tuple[Text, Text, Text, Text]:
    """Answer the cells of an item: who and what, then alone, last and share for the leader."""
    weight = item.weights[leader]
    room = screen.width - WEIGHTS - len(item.id) - 5
    return (
        Text.assemble("  ", (item.id, NAME), "  ", cut(item.text, room)),
        Text(decibans(weight.alone), QUIET),
        Text(decibans(weight.last), QUIET),
        Text(decibans(weight.share), side(weight.share)),
    )
