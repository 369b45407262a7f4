"""Shares as one walk: from where an answer began to where all items leave it.

Shares add up (``deciban.findings.shapley``), so laid end to end they lead from the log-odds before
the items to those after them. The largest go one by one, what speaks for the answer first.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from deciban.findings.posterior import Answer, Posterior
from deciban.findings.weights import WeighedItem, Weights
from deciban.units import decibans

#: How many items are shown one by one.
MOST = 12


@dataclass(frozen=True, slots=True)
class Step:
    """One item's share, or that of all others together, in decibans.

    Attributes:
        item: the item; None for all others together.
        share: its share.
        start: the log-odds before it.
        end: those after it.
    """

    item: WeighedItem | None
    share: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Waterfall:
    """How all items lead from one log-odds to another, in decibans.

    Attributes:
        of: the answer.
        against: the answer that it is compared with; None for all others together.
        start: its log-odds before the items; 0 where no prior is stated, or against one other.
        end: those after all of them.
        began: its probability before them; None where ``start`` is no such thing.
        ended: its probability after them; None likewise.
        steps: the items with the largest shares, and last all others together.
        others: how many those are.
        joined: whether the steps lead on from each other; not where the prior or some share settles
            the answer or rules it out, and then each begins at 0.
        error: the largest standard error of a share shown; 0 where all are exact.
    """

    of: str
    against: str | None
    start: float
    end: float
    began: float | None
    ended: float | None
    steps: tuple[Step, ...]
    others: int
    joined: bool
    error: float


def find_waterfall(posterior: Posterior, weights: Weights, of: str, most: int = MOST) -> Waterfall:
    """Answer the walk of one answer.

    Args:
        posterior: the main question.
        weights: what each item says of it.
        of: the answer.
        most: how many items are shown one by one.
    """
    answer = next(each for each in posterior.answers if each.id == of)
    odds = weights.against is None and answer.prior is not None
    start = _before(answer) if odds else 0.0
    end = answer.log_odds if odds else weights.total[of]
    ranked = sorted(weights.items, key=lambda item: -abs(item.weights[of].share))
    shown = sorted(ranked[:most], key=lambda item: -item.weights[of].share)
    rest = [item.weights[of].share for item in ranked[most:]]
    shares = [item.weights[of].share for item in shown]
    shares += [math.fsum(rest)] if rest else []
    joined = all(map(math.isfinite, (start, end, *shares)))
    return Waterfall(
        of=of,
        against=weights.against,
        start=start,
        end=end,
        began=answer.prior if odds else None,
        ended=answer.probability if odds else None,
        steps=_steps([*shown, None], shares, start if joined else None),
        others=len(rest),
        joined=joined,
        error=max((item.weights[of].error for item in shown), default=0.0),
    )


def _before(answer: Answer) -> float:
    """The log-odds before all items; from the prior itself where the items settle the answer."""
    if math.isfinite(answer.weight):
        return answer.log_odds - answer.weight
    prior = answer.prior or 0.0
    return (
        decibans(prior / (1.0 - prior))
        if 0.0 < prior < 1.0
        else math.copysign(math.inf, prior - 0.5)
    )


def _steps(
    items: Sequence[WeighedItem | None], shares: Sequence[float], start: float | None
) -> tuple[Step, ...]:
    """Each share behind the one before it; all from 0 where they do not begin anywhere."""
    starts = [0.0] * len(shares) if start is None else list(accumulate(shares, initial=start))
    pairs = zip(items, shares, starts, strict=False)
    return tuple(Step(item, share, at, at + share) for item, share, at in pairs)
