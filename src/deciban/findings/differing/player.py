"""What enters an attribution as one: a block of differences, or several that belong together."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from deciban.edit.difference import Block, Difference, Steps

#: Why several blocks are one: one does not stand without the other; one without the other leaves no
#: hypothesis possible; the case would be too large; too many in one mind. Between debaters also: a
#: *switch*, for what is admitted differs; within *tolerance*, for the ranges of every number in it
#: overlap; an *issue*, for there are too many to be told apart.
Why: TypeAlias = Literal[
    "", "whole", "contradiction", "large", "mind", "switch", "tolerance", "issue"
]


@dataclass(frozen=True, slots=True)
class Player:
    """Blocks that are taken from one case or from the other together.

    Attributes:
        blocks: in the order of the text.
        why: why they are one; empty for a single block.
    """

    blocks: tuple[Block, ...]
    why: Why = ""

    @property
    def address(self) -> str:
        """Where the first of it stands."""
        return self.blocks[0].address

    @property
    def differences(self) -> tuple[Difference, ...]:
        """What differs, block by block."""
        return tuple(each for block in self.blocks for each in block.differences)

    @property
    def only_numbers(self) -> bool:
        """Whether nothing but numbers differs."""
        return all(block.only_numbers for block in self.blocks)

    @property
    def paths(self) -> frozenset[Steps]:
        """Every value that is taken with it."""
        return frozenset(path for block in self.blocks for path in block.paths)


def merged(players: Sequence[Player], some: Sequence[int], why: Why) -> tuple[Player, ...]:
    """Answer the players with some of them made one, at the place of the first."""
    first = min(some)
    one = Player(tuple(block for place in sorted(some) for block in players[place].blocks), why)
    return tuple(
        one if place == first else player
        for place, player in enumerate(players)
        if place == first or place not in some
    )


def paths_of(players: Sequence[Player]) -> frozenset[Steps]:
    """Answer every value that is taken with any of them."""
    return frozenset(path for player in players for path in player.paths)
