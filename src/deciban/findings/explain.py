"""Finding: the few items that carry the leading answer, and the few that stand against it."""

from dataclasses import dataclass

from deciban.findings.posterior import Posterior
from deciban.findings.weights import WeighedItem, Weights

CARRYING = 6
AGAINST = 4
#: Half a deciban: below it an item's share is not worth a line on the first screen.
LEAST = 0.5


@dataclass(frozen=True, slots=True)
class Explanation:
    """What the answer rests on.

    Attributes:
        leader: the leading hypothesis; shares are those for it against all others.
        carries: items whose share speaks for it, the largest first.
        against: items whose share speaks against it, the largest first.
        others: how many items are in neither list.
        others_say: what those say together, in decibans.
    """

    leader: str
    carries: tuple[WeighedItem, ...]
    against: tuple[WeighedItem, ...]
    others: int
    others_say: float


def find_explanation(posterior: Posterior, weights: Weights) -> Explanation:
    """Answer what carries the leading answer of a question."""
    leader = posterior.leader.id

    def share(item: WeighedItem) -> float:
        return item.weights[leader].share

    ranked = sorted(weights.items, key=share, reverse=True)
    carries = tuple(item for item in ranked[:CARRYING] if share(item) >= LEAST)
    against = tuple(item for item in ranked[: -AGAINST - 1 : -1] if share(item) <= -LEAST)
    rest = [item for item in ranked if item not in carries and item not in against]
    return Explanation(leader, carries, against, len(rest), sum(share(item) for item in rest))
