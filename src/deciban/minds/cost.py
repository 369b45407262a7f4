"""What it takes to read a mind, known before it is read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from deciban.minds.columns import size

if TYPE_CHECKING:
    from deciban.minds.mind import Mind

MOST = 10**8


@dataclass(frozen=True, slots=True)
class MindCost:
    """How many numbers must be reckoned.

    Attributes:
        cells: columns, times what reached him and what he could choose, times values; and times
            the patterns of his acts.
        columns: at how many columns he is read.
        culprit: the address of the list or the record that makes it so many; empty where it is
            the number of columns asked for.
    """

    cells: int
    columns: int
    culprit: str


class TooManyCells(Exception):  # noqa: N818 (as TooLarge: it names what is wrong, not that it is)
    """A mind is too large to be read; carries the actor and the cost."""

    def __init__(self, actor: str, cost: MindCost) -> None:
        super().__init__(f"{actor}: {cost.cells:,} cells")
        self.actor, self.cost = actor, cost


def cost_of(mind: Mind, count: int) -> MindCost:
    """Answer what it takes to read a mind at about so many columns."""
    values = len(mind.values)
    told = sum(len(source.messages) for source in mind.sources) + len(mind.signs)
    chosen = sum(len(choice.options) for choice in mind.choices)
    patterns = 2 ** len(mind.choices)
    wide = size(mind, count)
    parts = {
        f"actors.{mind.actor}.saw": (told + 1) * values,
        f"actors.{mind.actor}.chooses": chosen * values + patterns,
    }
    longest = max(mind.lists, key=lambda each: len(each.values), default=None)
    culprit = max(parts, key=parts.__getitem__) if wide <= 2 * count else ""
    if wide > 2 * count and longest is not None:
        culprit = mind.numbers.numbers[longest.number].address
    return MindCost(wide * sum(parts.values()), wide, culprit)
