"""What each change between two cases did: alone, last, and as its share of the whole way.

Exact where every order of the changes can be counted. Beyond, orders are sampled
(``deciban.findings.shapley``), the fewer the more of the changes have to be compiled.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from deciban.edit.difference import Between, Block
from deciban.findings.differing.asked import Question, Reshaped, Unfit
from deciban.findings.differing.lattice import Lattice
from deciban.findings.differing.player import Player
from deciban.findings.differing.together import put_together, standing
from deciban.findings.odds import Array, minus
from deciban.findings.shapley import PAIRS, shapley
from deciban.findings.weights import Weight

#: So many changes are told apart in every order: 65,536 mixtures.
EXACT = 16
#: Tables to compile at the most for that: a model of 250 tables 256 times, which eight changes
#: take that are no changes of numbers.
TABLES = 2**16
#: Tables to compile where orders are sampled, about; and pairs of orders, at the least.
SAMPLED, FEWEST = 2**17, 4


@dataclass(frozen=True, slots=True, eq=False)
class Attribution:
    """What each change did.

    Attributes:
        players: the changes, some put together.
        alone: of each in the first case with no other, shape (players, H), in decibans.
        last: of each in the second case with all others, the same.
        share: its mean over the orders, the same.
        error: the standard error of the share; 0 where exact.
        gap: what all of them did, shape (H,).
        exact: whether every order was counted.
    """

    players: tuple[Player, ...]
    alone: Array
    last: Array
    share: Array
    error: Array
    gap: Array
    exact: bool

    def weight(self, player: int, hypothesis: int) -> Weight:
        """What one change did to one hypothesis."""
        arrays = (self.alone, self.last, self.share, self.error)
        return Weight(*(float(array[player, hypothesis]) for array in arrays))


def attribute(
    between: Between,
    blocks: Sequence[Block],
    question: Question,
    told: Callable[[int], None] | None = None,
) -> Attribution:
    """Answer what each block of changes did to the answer.

    Args:
        between: what lies between the two cases.
        blocks: what is changed at once.
        question: what is asked of every mixture; finite in both cases.
        told: called with the number of mixtures weighed, as they are.
    """
    players = standing(between, blocks)
    batched = True
    while True:
        try:
            return _shared(Lattice(between, players, question, batched=batched, told=told))
        except Unfit as unfit:
            players = put_together(players, unfit.sets, unfit.why)
        except Reshaped:
            batched = False


def _shared(lattice: Lattice) -> Attribution:
    count, structures = len(lattice.players), len(lattice.structures)
    ends = np.array([[False, True]]).repeat(count, axis=0)
    one = np.eye(count, dtype=np.bool_)
    values = lattice.value(np.concatenate([ends, one, ~one], axis=1))
    first, whole = values[:, :1], values[:, 1:2]
    exact = count <= EXACT and lattice.tables << structures <= TABLES
    most = max(FEWEST, min(PAIRS, SAMPLED // (2 * (structures + 1) * lattice.tables)))
    shares = shapley(count, lattice.value, exact=exact, most=most, at_once=most)
    return Attribution(
        players=lattice.players,
        alone=minus(values[:, 2 : 2 + count], first).T,
        last=minus(whole, values[:, 2 + count :]).T,
        share=shares.share,
        error=shares.error,
        gap=minus(whole, first)[:, 0],
        exact=shares.exact,
    )
