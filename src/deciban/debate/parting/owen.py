"""The shares of single blocks inside groups: Owen values, from sampled orders.

Owen (1977): as a Shapley value, over those orders alone in which the blocks of a group come in
behind one another. So the shares of a group add up to what the group has as one block.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from deciban.edit.difference import Between
from deciban.findings.differing.asked import Question, Reshaped, Unfit
from deciban.findings.differing.lattice import Lattice
from deciban.findings.differing.player import Player
from deciban.findings.odds import Array
from deciban.findings.shapley import Shares, shares_over

#: Pairs of an order and its reverse, at the most and at the least.
PAIRS, FEWEST = 64, 4
#: Models to compile at the most, about, where blocks decide which tables there are.
COMPILED = 256
SEED = 1941


@dataclass(frozen=True, slots=True)
class Parts:
    """The shares of blocks that were grouped.

    Attributes:
        share: by address of a single block, of each hypothesis, in decibans.
        error: its standard error.
        mixtures: how many mixtures were weighed.
    """

    share: Mapping[str, Array]
    error: Mapping[str, Array]
    mixtures: int


def owen_shares(
    between: Between, groups: Sequence[Player], blocks: Sequence[Player], question: Question
) -> Parts | None:
    """Answer the share of each of the blocks that groups are made of; None where they are no cases.

    Args:
        between: what lies between the two cases.
        groups: what they were made one of.
        blocks: the blocks as they were.
        question: what is asked.
    """
    group_of = [
        next(place for place, group in enumerate(groups) if block.paths <= group.paths)
        for block in blocks
    ]
    lattice = Lattice(between, blocks, question)
    structures = len(lattice.structures)
    pairs = max(FEWEST, COMPILED // (2 * (structures + 1))) if structures else PAIRS
    orders = _orders(np.array(group_of, dtype=np.intp), min(pairs, PAIRS))
    try:
        found = _sampled(lattice, orders)
    except (Unfit, Reshaped):
        return None
    return Parts(
        share={block.address: found.share[place] for place, block in enumerate(blocks)},
        error={block.address: found.error[place] for place, block in enumerate(blocks)},
        mixtures=len(orders) * (len(blocks) + 1),
    )


def _sampled(lattice: Lattice, orders: NDArray[np.intp]) -> Shares:
    return shares_over(orders, lattice.value, at_once=len(orders) // 2)


def _orders(group_of: NDArray[np.intp], pairs: int) -> NDArray[np.intp]:
    """Orders and their reverses in turn, each group in one piece, shape (2 * pairs, blocks)."""
    random = np.random.default_rng(SEED)
    groups = int(group_of.max()) + 1
    forward = []
    for _ in range(pairs):
        rank, within = random.permutation(groups)[group_of], random.random(len(group_of))
        forward.append(np.lexsort((within, rank)))
    ordered = np.stack(forward)
    return np.stack([ordered, ordered[:, ::-1]], axis=1).reshape(2 * pairs, -1)
