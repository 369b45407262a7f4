"""Finding: how far the answers move when every number moves within its range.

The numbers are drawn from their ranges (``deciban.draws``), and each draw is weighed like the case
itself. A range holds the middle 90% of what the draws come to: it says how much the answer hangs on
hesitation over the numbers, all at once, and nothing of whether the ranges are right.

Draws come in blocks that are independent replicates, so the spread of a figure between blocks,
divided by the square root of their number, is the standard error of the figure over all.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np

from deciban.case import Case
from deciban.draws import BLOCK, SEED, draws, uncertain
from deciban.engine import Solution, solve
from deciban.findings.odds import DECIBANS, Array, log_odds
from deciban.findings.posterior import Posterior
from deciban.model import Model

COUNT = 10_000
ENDS = (0.05, 0.95)
#: Marginals of all questions cost five times what the main question's answer costs.
LINKED = 2 * BLOCK
#: At least so many blocks, however few the draws.
BLOCKS = 10
FEWEST = 10 * BLOCKS


@dataclass(frozen=True, slots=True)
class Interval:
    """From a low end to a high end."""

    low: float
    high: float


Intervals: TypeAlias = Mapping[str, Interval]


@dataclass(frozen=True, slots=True)
class Ranges:
    """How far the answers move over draws of the numbers.

    Attributes:
        draws: how many draws there were; 0 where no number has a range.
        linked_draws: how many of them, the first, the linked questions were answered at.
        seed: what they followed from.
        impossible: how many were left out, under which no hypothesis is possible.
        of: by question and answer, the 90% range of its probability.
        log_odds: by answer of the main question, that of its log-odds in decibans.
        leads: the share of draws in which the answer that leads at the central values leads.
        leading: by answer of the main question, the share of draws in which it leads.
        error: the largest standard error of an end of the main question's ranges, in probability.
        leads_error: the standard error of ``leads``.
    """

    draws: int
    linked_draws: int
    seed: int
    impossible: int
    of: Mapping[str, Intervals]
    log_odds: Intervals
    leads: float
    leading: Mapping[str, float]
    error: float
    leads_error: float


def find_ranges(
    case: Case,
    model: Model,
    posteriors: Sequence[Posterior],
    *,
    count: int = COUNT,
    seed: int = SEED,
    told: Callable[[int], None] | None = None,
) -> Ranges:
    """Answer the 90% range of every answer, and how often the leading answer leads.

    Args:
        case: the case.
        model: its model, possible at the central values.
        posteriors: the answers at the central values, the main question's first.
        count: how many draws, at least 100.
        seed: everything follows from it.
        told: told after each block how many draws are done.

    Raises:
        ValueError: fewer draws than a range can be had from.
    """
    if count < FEWEST:
        message = f"{count} draws are too few for a range"
        raise ValueError(message)
    if not uncertain(model):
        return _points(posteriors, seed)
    block = min(BLOCK, count // BLOCKS)
    tally = _Tally(case, model, block)
    done = 0
    for numbers in draws(model, count, seed=seed, chunk=block):
        linked = len(posteriors) > 1 and done < LINKED
        tally.add(solve(model, tally.query, numbers=numbers, derivatives=linked), linked=linked)
        done += numbers.shape[1]
        if told is not None:
            told(done)
    return tally.ranges(posteriors, seed)


def ranges_of_draws(names: Sequence[str], log_z: Array) -> Intervals:
    """Answer the 90% range of each answer's probability over some draws.

    Args:
        names: the answers.
        log_z: shape (answers, draws); draws under which none is possible are left out.

    Returns:
        By answer; empty where no draw is left.
    """
    possible = log_z[:, np.isfinite(log_z).any(axis=0)]
    if not possible.shape[1]:
        return {}
    return _intervals(names, _probability(_ends(log_odds(possible))))


def _points(posteriors: Sequence[Posterior], seed: int) -> Ranges:
    """The ranges of a case in which every number is a point: the answers themselves."""
    main = posteriors[0]
    leader = main.leader.id
    return Ranges(
        draws=0,
        linked_draws=0,
        seed=seed,
        impossible=0,
        of={each.question: _as_points(each) for each in posteriors},
        log_odds={each.id: Interval(each.log_odds, each.log_odds) for each in main.answers},
        leads=1.0,
        leading={each.id: float(each.id == leader) for each in main.answers},
        error=0.0,
        leads_error=0.0,
    )


def _as_points(posterior: Posterior) -> Intervals:
    return {each.id: Interval(each.probability, each.probability) for each in posterior.answers}


class _Tally:
    """What is kept of the draws, block by block.

    Notation: H answers of the main question; D draws of a block under which any is possible.
    """

    def __init__(self, case: Case, model: Model, block: int) -> None:
        self.query = model.questions[case.question.id]
        self._questions = [
            (question.id, model.questions[question.id]) for question in case.questions.values()
        ]
        self._block = block
        self._draws = self._linked_draws = 0
        self._odds: list[Array] = []  # (H, D), in decibans
        self._led: list[Array] = []  # how many draws each answer leads in, (H,)
        self._full: list[bool] = []  # whether a block was drawn whole
        self._linked: dict[str, list[Array]] = {name: [] for name, _ in self._questions}

    def add(self, solution: Solution, *, linked: bool) -> None:
        """Take in one block.

        Args:
            solution: the main question's, at the draws of the block.
            linked: whether it has derivatives, to answer the linked questions with.
        """
        drawn = solution.log_z.shape[1]
        possible = np.isfinite(solution.log_z).any(axis=0)
        log_z = solution.log_z[:, possible]
        self._odds.append(log_odds(log_z))
        led = np.bincount(log_z.argmax(axis=0), minlength=len(log_z))
        self._led.append(led.astype(np.float64))
        self._full.append(drawn == self._block and bool(possible.any()))
        self._draws += drawn
        if linked:
            self._linked_draws += drawn
            marginals = solution.marginals()
            for name, variable in self._questions:
                self._linked[name].append(marginals[variable][:, possible])

    def ranges(self, posteriors: Sequence[Posterior], seed: int) -> Ranges:
        """Answer what the draws add up to."""
        main, *linked = posteriors
        names = [answer.id for answer in main.answers]
        odds = np.concatenate(self._odds, axis=1)
        if not odds.shape[1]:
            message = "possible at the central values, and at no draw"
            raise ValueError(message)
        ends = _ends(odds)
        shares = np.sum(self._led, axis=0) / odds.shape[1]
        leader = names.index(main.leader.id)
        each_leads = [led[leader] / led.sum() for led in self._whole(self._led)]
        each_ends = [_probability(_ends(each)) for each in self._whole(self._odds)]
        return Ranges(
            draws=self._draws,
            linked_draws=self._linked_draws,
            seed=seed,
            impossible=self._draws - odds.shape[1],
            of={
                main.question: _intervals(names, _probability(ends)),
                **{each.question: self._of_linked(each) for each in linked},
            },
            log_odds=_intervals(names, ends),
            leads=float(shares[leader]),
            leading=dict(zip(names, map(float, shares), strict=True)),
            error=_standard_error(each_ends),
            leads_error=_standard_error(each_leads),
        )

    def _whole(self, blocks: Sequence[Array]) -> list[Array]:
        """Those of the blocks that were drawn whole, which are replicates of one another."""
        return [block for block, full in zip(blocks, self._full, strict=True) if full]

    def _of_linked(self, posterior: Posterior) -> Intervals:
        chances = np.concatenate(self._linked[posterior.question], axis=1)
        if not chances.shape[1]:
            return _as_points(posterior)
        return _intervals([answer.id for answer in posterior.answers], _ends(chances))


def _ends(values: Array) -> Array:
    """Both ends of the middle 90%, shape (2, rows); values that are there, so infinities may be."""
    ends: Array = np.quantile(values, ENDS, axis=1, method="inverted_cdf")
    return ends


def _probability(odds: Array) -> Array:
    """The probability of log-odds in decibans."""
    with np.errstate(over="ignore"):
        chance: Array = 1.0 / (1.0 + np.exp(-odds / DECIBANS))
    return chance


def _intervals(names: Sequence[str], ends: Array) -> Intervals:
    pairs = zip(names, ends.T, strict=True)
    return {name: Interval(float(low), float(high)) for name, (low, high) in pairs}


def _standard_error(replicates: Sequence[Array]) -> float:
    """Of the mean of some replicates; the largest, where each is an array; 0 of less than two."""
    if len(replicates) < 2:  # noqa: PLR2004 [one has no spread]
        return 0.0
    spread = np.std(replicates, axis=0, ddof=1) / np.sqrt(len(replicates))
    return float(np.max(spread))
