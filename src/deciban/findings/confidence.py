"""Finding: how much the answer would stand, whichever way its numbers and its sources fail.

A probability says how likely the leading answer is; confidence says how well founded that
probability is. Three things are asked:

- *draws*: does the same answer lead in at least 95% of the draws of the numbers? Where no number
  has a range there is nothing to draw, and nothing that speaks for confidence.
- *origins*: do at least three independent origins carry it? An origin carries the answer where the
  shares of its items (``deciban.findings.weights``) add up to at least 1 dB for it, which is about
  the smallest change of belief that a person can feel (Good 1950, after Turing).
- *flips*: is there no single number that within its own range makes another answer lead?

Where all hold, confidence is high; where two fail, or all, low; else moderate.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from deciban.case import Case
from deciban.findings.origins_of_answer import independent_origins
from deciban.findings.posterior import Posterior
from deciban.findings.ranges import Ranges
from deciban.findings.weights import WeighedItem, Weights

SHARE_OF_DRAWS = 0.95
ORIGINS = 3
CARRIES = 1.0
FAILING = 2

Level = Literal["high", "moderate", "low"]


@dataclass(frozen=True, slots=True)
class Reason:
    """One of the three things that confidence rests on.

    Attributes:
        name: ``draws``, ``origins`` or ``flips``.
        holds: whether it speaks for confidence.
        share: of ``draws``, the share in which the leading answer leads.
        origins: of ``origins``, the names of those that carry it, the strongest first.
        flips: of ``flips``, the addresses of the numbers that make another answer lead.
    """

    name: Literal["draws", "origins", "flips"]
    holds: bool
    share: float = 0.0
    origins: tuple[str, ...] = ()
    flips: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Confidence:
    """How well founded the leading answer is.

    Attributes:
        level: ``high``, ``moderate`` or ``low``.
        reasons: the three reasons, always in one order.
    """

    level: Level
    reasons: tuple[Reason, ...]


def find_confidence(
    case: Case, ranges: Ranges, weights: Weights, posterior: Posterior, flipping: Sequence[str]
) -> Confidence:
    """Answer how well founded the leading answer of the main question is.

    Args:
        case: the case.
        ranges: what its answers move within.
        weights: what each item says, against whatever.
        posterior: the answers of the main question.
        flipping: the addresses of the numbers that make another answer lead while they stay within
            their ranges.
    """
    carrying = _carrying(case, weights, posterior)
    reasons = (
        Reason("draws", _leads_enough(ranges), share=ranges.leads),
        Reason("origins", len(carrying) >= ORIGINS, origins=carrying),
        Reason("flips", not flipping, flips=tuple(flipping)),
    )
    failing = sum(not reason.holds for reason in reasons)
    level: Level = "high"
    if failing:
        level = "low" if failing >= FAILING else "moderate"
    return Confidence(level, reasons)


def _leads_enough(ranges: Ranges) -> bool:
    return ranges.draws > 0 and ranges.leads >= SHARE_OF_DRAWS


def _carrying(case: Case, weights: Weights, posterior: Posterior) -> tuple[str, ...]:
    """The names of the independent origins that carry the leading answer, the strongest first."""
    items = {item.id: item for item in weights.items}
    said = [
        (sum(_share(items[item], weights, posterior) for item in origin.items), origin.name)
        for origin in independent_origins(case, list(items))
    ]
    carrying = [each for each in said if each[0] >= CARRIES]
    return tuple(name for _, name in sorted(carrying, key=lambda each: -each[0]))


def _share(item: WeighedItem, weights: Weights, posterior: Posterior) -> float:
    """What an item says for the leading answer; of its likeliest rival's, the opposite.

    Weighed against the leading answer itself, an item says 0 for it, and for a rival just what it
    says against the leading answer.
    """
    leader = posterior.leader
    if weights.against != leader.id:
        return item.weights[leader.id].share
    others = (answer for answer in posterior.answers if answer is not leader)
    rival = max(others, key=lambda answer: answer.log_odds)
    return -item.weights[rival.id].share
