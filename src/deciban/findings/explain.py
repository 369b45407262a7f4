"""Finding: the few items that carry the leading answer, and the few that stand against it."""

from dataclasses import dataclass

from deciban.findings.posterior import Posterior
from deciban.findings.weights import WeighedItem, Weights

CARRYING = 5
AGAINST = 3
#: Half a deciban: below it an item's share is not worth a line on the first screen.
LEAST = 0.5


@dataclass(frozen=True, slots=True)
class Explanation:
    """What the answer rests on.

    Attributes:
        of: the hypothesis explained: the leading one; or, where each is weighed against that one,
            the likeliest other.
        leader: the leading hypothesis.
        carries: items whose share speaks for the hypothesis explained, the largest first.
        against: items whose share speaks against it, the largest first.
        others: how many items are in neither list.
        others_say: what those say together, in decibans.
    """

    of: str
    leader: str
    carries: tuple[WeighedItem, ...]
    against: tuple[WeighedItem, ...]
    others: int
    others_say: float


def find_explanation(posterior: Posterior, weights: Weights) -> Explanation:
    """Answer what carries the leading answer of a question.

    Weighed against the leading answer itself, every item says 0 dB for it; then what is explained
    is the likeliest of the others.
    """
    leader = posterior.leader.id
    of = _likeliest_other(posterior) if weights.against == leader else leader

    def share(item: WeighedItem) -> float:
        return item.weights[of].share

    ranked = sorted(weights.items, key=share, reverse=True)
    carries = tuple(item for item in ranked[:CARRYING] if share(item) >= LEAST)
    against = tuple(item for item in ranked[: -AGAINST - 1 : -1] if share(item) <= -LEAST)
    listed = frozenset(item.id for item in (*carries, *against))
    rest = [share(item) for item in ranked if item.id not in listed]
    return Explanation(of, leader, carries, against, len(rest), sum(rest))


def _likeliest_other(posterior: Posterior) -> str:
    """The answer with the highest log-odds but for the leading one."""
    others = (answer for answer in posterior.answers if answer is not posterior.leader)
    return max(others, key=lambda answer: answer.log_odds).id
