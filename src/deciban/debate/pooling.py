"""What several debaters come to together: the spread first, then the pools.

Notation: ``p_i(h)`` what debater ``i`` gives the hypothesis ``h``, ``w_i`` his weight, the weights
adding up to 1. The log pool is ``prod_i p_i(h)^w_i``, the linear pool ``sum_i w_i p_i(h)``. Nothing
is made more extreme than it is: that is right for people who saw different evidence, and debaters
share one record.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from deciban.case import Case
from deciban.checks import errors_of
from deciban.compile import compile_case
from deciban.debate.debaters import Debater
from deciban.edit.addition import read_addition
from deciban.edit.mean import Ends, mean_of
from deciban.edit.position import accepted
from deciban.engine import TooLarge, solve
from deciban.findings.odds import DECIBANS, Array, log_odds
from deciban.findings.posterior import Answer
from deciban.minds import COUNT, TooManyCells

#: Pools that are no further apart than this, half of what is printed, are alike.
UNFELT = 0.005


@dataclass(frozen=True, slots=True)
class Pool:
    """What several debaters come to together.

    Attributes:
        ask: the question.
        names: the debaters' names.
        called: what they are called in words, by name.
        weights: by name, adding up to 1.
        hypotheses: by name, in words.
        held: by debater and hypothesis, the probability; what he does not entertain is left out.
        log_odds: by debater and hypothesis, in decibans; the same.
        spread: by hypothesis, the least and the largest probability held by who entertains it.
        log_pool: by hypothesis: the weighted mean of log probabilities, brought to add up to 1
            again; externally Bayesian (Genest 1984). None where vetoes leave no hypothesis.
        linear_pool: by hypothesis: the weighted mean of probabilities (Stone 1961).
        median: by hypothesis: the median of log-odds, brought to add up to 1 again. None where
            it leaves no hypothesis.
        parameters: by hypothesis: the case with every number at the weighted mean of what they
            hold; None where they differ in more than numbers.
        unlike: addresses at which they differ in more than numbers.
        vetoes: by hypothesis, the debaters who give it no chance at all, so that in the log pool it
            has none whatever the others say.
        aside: hypotheses that some do not entertain, by who does not. No pool has them.
        counted: of those the answer that each is counted to in the pools: the one that it came out
            of, which everybody entertains.
    """

    ask: str
    names: tuple[str, ...]
    called: Mapping[str, str]
    weights: Mapping[str, float]
    hypotheses: Mapping[str, str]
    held: Mapping[str, Mapping[str, float]]
    log_odds: Mapping[str, Mapping[str, float]]
    spread: Mapping[str, tuple[float, float]]
    log_pool: Mapping[str, float] | None
    linear_pool: Mapping[str, float]
    median: Mapping[str, float] | None
    parameters: Mapping[str, float] | None
    unlike: tuple[str, ...]
    vetoes: Mapping[str, tuple[str, ...]]
    aside: Mapping[str, tuple[str, ...]]
    counted: Mapping[str, str]

    @property
    def pools(self) -> Mapping[str, Mapping[str, float]]:
        """The pools that there are, by name."""
        found = {
            "log": self.log_pool,
            "linear": self.linear_pool,
            "median": self.median,
            "numbers": self.parameters,
        }
        return {name: pool for name, pool in found.items() if pool is not None}

    @property
    def widest(self) -> str:
        """The hypothesis on which the pools are furthest apart."""
        ways = {name: [pool[name] for pool in self.pools.values()] for name in self.linear_pool}
        return max(ways, key=lambda name: max(ways[name]) - min(ways[name]))

    @property
    def between(self) -> tuple[str, str]:
        """The pools that give that hypothesis the least and the most; one of them if alike."""
        found = {name: pool[self.widest] for name, pool in self.pools.items()}
        low, high = min(found, key=lambda name: found[name]), max(found, key=lambda n: found[n])
        return (low, low) if found[high] - found[low] < UNFELT else (low, high)

    @property
    def ordered(self) -> tuple[str, ...]:
        """The debaters by what they give the answer that leads in the mean, most first."""
        leader = max(self.linear_pool, key=lambda name: self.linear_pool[name])
        return tuple(sorted(self.names, key=lambda who: -self.held[who].get(leader, 0.0)))


def find_pool(
    case: Case,
    debaters: Sequence[Debater],
    weights: Mapping[str, float] | None = None,
    *,
    columns: int = COUNT,
) -> Pool:
    """Answer what several debaters come to together.

    Args:
        case: the case as written.
        debaters: whose answers are pooled, at least one.
        weights: by name, above 0, in any unit; 1 for whoever is not named.
        columns: at how many columns minds are read, about.

    Raises:
        ValueError: there is nobody to pool, or a weight is not above 0.
    """
    shares = _shares(debaters, weights or {})
    common, counted = _in_common(case, debaters)
    logs = np.stack([_log_chances(each, common, counted) for each in debaters])
    wordings = {**dict.fromkeys(case.question.answers, ""), **_wordings(debaters)}
    names = tuple(each.name for each in debaters)
    parameters, unlike = _parameters(debaters, shares, common, columns)
    return Pool(
        ask=case.question.ask,
        names=names,
        called={each.name: each.called for each in debaters},
        weights=dict(zip(names, shares.tolist(), strict=True)),
        hypotheses=wordings,
        held={d.name: {n: a.probability for n, a in _answers(d).items()} for d in debaters},
        log_odds={d.name: {n: a.log_odds for n, a in _answers(d).items()} for d in debaters},
        spread={name: _spread(debaters, name) for name in wordings},
        log_pool=_told(common, log_pool(logs, shares)),
        linear_pool=dict(zip(common, linear_pool(logs, shares).tolist(), strict=True)),
        median=_told(common, median(logs, shares)),
        parameters=None if parameters is None else _told(common, parameters),
        unlike=unlike,
        vetoes=_vetoes(logs, names, common),
        aside={
            name: tuple(d.name for d in debaters if name not in _answers(d))
            for name in wordings
            if name not in common
        },
        counted=counted,
    )


def log_pool(logs: Array, shares: Array) -> Array | None:
    """Answer the weighted mean of log probabilities, brought to add up to 1, shape (H,).

    Args:
        logs: natural logarithms of probabilities, shape (N, H); minus infinity for none.
        shares: weights that add up to 1, all above 0, shape (N,).

    Returns:
        None where somebody or other gives every hypothesis no chance.
    """
    return _brought_to_one(shares @ logs)


def linear_pool(logs: Array, shares: Array) -> Array:
    """Answer the weighted mean of probabilities, shape (H,); arguments as of ``log_pool``."""
    pooled = shares @ np.exp(logs)
    return np.asarray(pooled / pooled.sum(), dtype=np.float64)


def median(logs: Array, shares: Array) -> Array | None:
    """Answer the weighted median of log-odds, brought to add up to 1, shape (H,).

    Of an even number of equal weights it is the middle between the two in the midst; between one
    who is certain and one who is certain of the contrary that is even odds.
    """
    odds = np.stack([log_odds(each) for each in logs]) / DECIBANS
    middles = np.array([_middle(column, shares) for column in odds.T])
    return _brought_to_one(-np.logaddexp(0.0, -middles))


def _middle(values: Array, shares: Array) -> float:
    """The weighted median of some values, shape (N,)."""
    order = np.argsort(values, kind="stable")
    ranked, reached = values[order], np.cumsum(shares[order])
    at = int(np.searchsorted(reached, 0.5 - 1e-12))
    low = float(ranked[at])
    high = float(ranked[at + 1]) if abs(reached[at] - 0.5) < 1e-12 else low  # noqa: PLR2004 (half)
    return 0.0 if low == -high else (low + high) / 2.0


def _brought_to_one(logs: Array) -> Array | None:
    total = np.logaddexp.reduce(logs)
    if np.isneginf(total):
        return None
    return np.asarray(np.exp(logs - total), dtype=np.float64)


def _told(names: Sequence[str], values: Array | None) -> Mapping[str, float] | None:
    return None if values is None else dict(zip(names, values.tolist(), strict=True))


def _shares(debaters: Sequence[Debater], weights: Mapping[str, float]) -> Array:
    given = np.array([weights.get(each.name, 1.0) for each in debaters])
    if not len(given) or not (given > 0.0).all():
        message = "a pool is of at least one debater, and every weight is above 0"
        raise ValueError(message)
    return np.asarray(given / given.sum(), dtype=np.float64)


def _answers(debater: Debater) -> Mapping[str, Answer]:
    return {each.id: each for each in debater.held.answers}


def _wordings(debaters: Sequence[Debater]) -> Mapping[str, str]:
    return {each.id: each.text for debater in debaters for each in debater.held.answers}


def _spread(debaters: Sequence[Debater], name: str) -> tuple[float, float]:
    chances = [_answers(d)[name].probability for d in debaters if name in _answers(d)]
    return min(chances), max(chances)


def _in_common(
    case: Case, debaters: Sequence[Debater]
) -> tuple[tuple[str, ...], Mapping[str, str]]:
    """The hypotheses that everybody entertains; and of the others, which of these has them."""
    everyone = [set(each.case.question.answers) for each in debaters]
    shared = set.intersection(*everyone)
    common = tuple(name for name in debaters[0].case.question.answers if name in shared)
    origins = _origins(case, debaters)
    counted: dict[str, str] = {}
    for name in sorted(set.union(*everyone) - shared):
        above, seen = origins.get(name), {name}
        while above is not None and above not in shared and above not in seen:
            seen.add(above)
            above = origins.get(above)
        if above in shared:
            counted[name] = str(above)
    return common, counted


def _origins(case: Case, debaters: Sequence[Debater]) -> Mapping[str, str]:
    """Of every answer that a move brought, the one that it came out of."""
    moves = {move.id: move for each in debaters for move in accepted(case, each.position)}
    brought = [read_addition(case, move.add) for move in moves.values() if move.add is not None]
    return {
        new.id: new.out_of
        for addition in brought
        if not isinstance(addition, tuple)
        for new in addition.hypotheses
    }


def _log_chances(debater: Debater, common: Sequence[str], counted: Mapping[str, str]) -> Array:
    """Of every hypothesis in common the natural logarithm of its probability, shape (H,).

    A hypothesis that others do not entertain is counted to the answer that it came out of, so that
    all speak of the same answers. What came out of none of them is left out of the sum.
    """
    logs = dict.fromkeys(common, -np.inf)
    for name, log_z in zip(debater.case.question.answers, debater.solution.log_z, strict=True):
        place = counted.get(name, name)
        if place in logs:
            logs[place] = float(np.logaddexp(logs[place], log_z))
    told = np.array(list(logs.values()))
    return np.asarray(told - np.logaddexp.reduce(told), dtype=np.float64)


def _vetoes(
    logs: Array, names: Sequence[str], common: Sequence[str]
) -> Mapping[str, tuple[str, ...]]:
    by_hypothesis = {
        hypothesis: tuple(name for name, gone in zip(names, column, strict=True) if gone)
        for hypothesis, column in zip(common, np.isneginf(logs).T, strict=True)
    }
    return {hypothesis: who for hypothesis, who in by_hypothesis.items() if who}


def _parameters(
    debaters: Sequence[Debater], shares: Array, common: Sequence[str], columns: int
) -> tuple[Array | None, tuple[str, ...]]:
    """The answer of the case with every number at the mean, and what keeps there from being one."""
    assumed = [_assumed(each) for each in debaters]
    mean = mean_of([each.case for each in debaters], shares.tolist(), assumed)
    if mean.case is None or errors_of(mean.case):
        return None, mean.unlike
    try:
        model = compile_case(mean.case, columns=columns)
        solution = solve(model, model.questions[mean.case.question.id])
    except (TooLarge, TooManyCells):
        return None, ()
    order = [mean.case.question.answers.index(name) for name in common]
    return _brought_to_one(solution.log_z[order]), ()


def _assumed(debater: Debater) -> Mapping[str, Ends]:
    """The numbers that a debater leaves to deciban, by address."""
    return {
        number.address: (number.central, number.low, number.high)
        for number in debater.model.numbers
        if number.assumed
    }
