"""Worlds with a known truth: numbers from their ranges, a world from the numbers, items from it.

The true numbers are drawn by a slow and obvious sampler, each entry is worked out term by term and
each world drawn variable by variable, so that nothing here is what it puts to the test.

Notation: W worlds; a *pattern* is the state of every observed variable.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from tests.draws.rows import Ranged, slow_draws
from tests.meaning.line import sound_case

from deciban.case import Case
from deciban.compile import compile_case
from deciban.draws import draws
from deciban.engine import solve
from deciban.findings.posterior import find_posteriors
from deciban.findings.ranges import Interval, find_ranges
from deciban.model import Model, Polynomial

Array = NDArray[np.float64]
States = NDArray[np.intp]

MAIN = """deciban: 1
title: A world
question:
  ask: Which?
  hypotheses: {h: One, other: Another}
  exhaustive: yes
  prior: {h: 35..60%, other: 30..70%}
"""
SHARED_SOURCES = """
sources:
  a: {name: A, character: {honest: 50..80%, guesses: rest}, competence: 70..90%}
  b: {name: B, character: {honest: 30..80%, pushes: 10..40%, guesses: 5..30%}, line: {fact: yes}}
events:
  - {id: fact, text: Fact, expected: {h: 60..90%, other: 10..40%}}
  - {id: deed, text: Deed, expected: {h: 1 in 4..4:1, other: 20..40%}}
reports:
  - {id: a_fact, of: fact, by: a}
  - {id: a_deed, of: deed, by: a}
  - {id: b_fact, of: fact, by: b}
  - {id: b_deed, of: deed, by: b}
"""
RELAY = """
sources:
  a: {name: A, reliability: B, competence: 60..95%}
  b: {name: B}
  desk: {name: Desk}
events:
  - {id: fact, text: Fact, expected: {h: 70..95%, other: 5..40%}}
reports:
  - {id: told, of: fact, by: a}
  - {id: copy, of: fact, by: desk, relays: told, fidelity: 60..95%}
  - {id: second_copy, of: fact, by: b, relays: copy, fidelity: 70..90%}
"""
SILENCE = """
sources: {archive: {name: Archive}, widow: {name: Widow, reliability: C}}
events:
  - {id: order, text: Order, expected: {h: 60..95%, other: 5..30%}}
  - {id: plan, text: Plan, expected: {h: 50..80%, other: 20..50%}}
reports: [{id: said, of: plan, by: widow}]
silences:
  - {id: no_order, of: order, by: archive, made: 60..95%, survives: 40..90%, found: 70..90%}
  - {id: no_plan, of: plan, by: archive, made: 60..95%}
"""
POLICY = """
events:
  - {id: policy, text: Policy, expected: {h: 60..90%, other: 15..40%}}
  - {id: act, text: Act, known: yes, given: policy, expected: {yes: 70..95%, no: 10..40%}}
  - {id: second, text: Act, known: yes, given: policy, expected: {yes: 60..90%, no: 20..50%}}
  - {id: third, text: Act, outcomes: [all, some, none], known: some, given: policy,
     expected: {yes: {all: 30..60%, some: 20..50%, none: 5..30%}, no: {none: 30..80%, else: rest}}}
"""
RIVAL_CAUSES = """
questions:
  purged: {ask: Purged?, hypotheses: {yes: Yes, no: No}, prior: {yes: 30..70%, no: rest}}
events:
  - {id: unready, text: Unready, known: yes, expected: {h: 50..80%, other: 10..30%},
     also_caused_by: {purged.yes: 40..70%}}
  - {id: trials, text: Trials, known: yes, given: purged, expected: {yes: 70..95%, no: 5..30%}}
  - {id: study, text: Study, known: yes, expected: {h: 1 in 3..3 in 4, other: 1 in 10..1 in 3}}
"""
STRUCTURES = {
    "shared sources": SHARED_SOURCES,
    "a relay": RELAY,
    "a silence": SILENCE,
    "a hidden policy": POLICY,
    "rival causes": RIVAL_CAUSES,
}


@dataclass(frozen=True)
class Worlds:
    """What came of many worlds of one case, as far as the first hypothesis goes.

    Attributes:
        true: whether it holds, shape (W,).
        under_truth: its posterior under the true numbers, shape (W,).
        central: its posterior at the central values, shape (W,).
        over_draws: its posterior over the numbers as well, shape (W,).
        covered: whether its range holds the posterior under the true numbers, shape (W,).
        patterns: how many patterns of items there were.
    """

    true: NDArray[np.bool_]
    under_truth: Array
    central: Array
    over_draws: Array
    covered: NDArray[np.bool_]
    patterns: int


def simulated(body: str, count: int, seed: int = 1, drawn: int = 2000) -> Worlds:
    """What comes of so many worlds of one case.

    Args:
        body: the case below its question.
        count: how many worlds.
        seed: everything follows from it.
        drawn: how many draws a range is had from.
    """
    case = sound_case(MAIN + body)
    model = compile_case(case)
    random = np.random.default_rng(seed)
    numbers = true_numbers(model, random, count)
    states = true_states(model, numbers, random)
    query = model.questions[case.question.id]
    results = np.empty((4, count))
    patterns = 0
    for pattern, worlds in _by_pattern(model, states):
        patterns += 1
        seen = replace(
            model,
            items=tuple(
                replace(item, state=state) for item, state in zip(model.items, pattern, strict=True)
            ),
        )
        under_truth = solve(seen, query, numbers=numbers[:, worlds]).posterior[0]
        central, over_draws, interval = weighed(case, seen, drawn)
        results[0, worlds] = under_truth
        results[1, worlds] = central
        results[2, worlds] = over_draws
        results[3, worlds] = (interval.low <= under_truth) & (under_truth <= interval.high)
    true, covered = states[query] == 0, results[3] > 0
    return Worlds(true, results[0], results[1], results[2], covered, patterns)


def weighed(case: Case, model: Model, count: int) -> tuple[float, float, Interval]:
    """The central posterior of the first hypothesis, that over all numbers, and its range."""
    query = model.questions[case.question.id]
    solution = solve(model, query, derivatives=True)
    ranges = find_ranges(case, model, find_posteriors(case, model, solution)[:1], count=count)
    weights = sum(
        np.exp(solve(model, query, numbers=block).log_z).sum(axis=1)
        for block in draws(model, count)
    )
    interval = ranges.of[case.question.id][case.question.answers[0]]
    return float(solution.posterior[0]), float(weights[0] / weights.sum()), interval


def _by_pattern(model: Model, states: States) -> Iterator[tuple[tuple[int, ...], States]]:
    """Every pattern of items with the worlds that show it."""
    observed = states[[item.variable for item in model.items]]
    patterns, which = np.unique(observed, axis=1, return_inverse=True)
    for place, pattern in enumerate(patterns.T):
        yield tuple(map(int, pattern)), np.flatnonzero(which.ravel() == place)


def true_numbers(model: Model, random: np.random.Generator, count: int) -> Array:
    """Numbers from their ranges, shape (numbers, W): those that fit in their whole."""
    values = np.empty((len(model.numbers), count))
    rows = [(row.numbers, row.copies, row.rest) for row in model.rows]
    shared = [number for numbers, _, _ in rows for number in numbers]
    alone = [number for number in range(len(model.numbers)) if number not in shared]
    rows += [((number,), (1,), True) for number in alone]
    for numbers, copies, rest in rows:
        ranged = [
            Ranged(each.low, each.high, each.measure, times)
            for each, times in zip((model.numbers[i] for i in numbers), copies, strict=True)
        ]
        values[list(numbers)] = _fitting(ranged, random, count, rest=rest)
    return values


def _fitting(ranged: list[Ranged], random: np.random.Generator, count: int, *, rest: bool) -> Array:
    found = np.empty((len(ranged), 0))
    while found.shape[1] < count:
        fitting, weights = slow_draws(ranged, random, 2 * count, rest=rest)
        kept = fitting[:, random.random(len(weights)) < weights / weights.max()]
        found = np.concatenate([found, kept], axis=1)
    return found[:, :count]


def true_states(model: Model, numbers: Array, random: np.random.Generator) -> States:
    """The state of every variable in every world, shape (variables, W).

    The last variable of every table hangs from the others.
    """
    worlds = numbers.shape[1]
    states = np.full((len(model.variables), worlds), -1, dtype=np.intp)
    waiting = list(model.factors)
    while waiting:
        factor = next(f for f in waiting if (states[list(f.variables[:-1])] >= 0).all())
        waiting.remove(factor)
        values = np.array([_value(model.entries[cell], numbers) for cell in factor.entries.ravel()])
        table = values.reshape(*factor.entries.shape, worlds)
        chances = np.moveaxis(table, -2, 0)  # (states of the last, those of the others..., W)
        above = tuple(states[list(factor.variables[:-1])])
        row = chances[:, *above, np.arange(worlds)]
        assert np.allclose(row.sum(axis=0), 1.0)
        states[factor.variables[-1]] = (random.random(worlds) > row.cumsum(axis=0)[:-1]).sum(axis=0)
    return states


def _value(entry: Polynomial, numbers: Array) -> Array:
    value = np.zeros(numbers.shape[1])
    for coefficient, monomial in entry.terms:
        value += coefficient * numbers[list(monomial)].prod(axis=0)
    return value


def misfit(chances: Array, true: NDArray[np.bool_], bins: int = 10) -> Array:
    """By bin of the chances, how many standard deviations the truth is off, shape (bins,).

    In a bin of calibrated chances ``p`` the truth comes out ``sum of p`` times, give or take the
    root of the sum of ``p (1 - p)``.
    """
    place = np.minimum((chances * bins).astype(np.intp), bins - 1)
    gap = np.bincount(place, true - chances, bins)
    variance = np.bincount(place, chances * (1.0 - chances), bins)
    answer: Array = gap / np.sqrt(np.maximum(variance, 1e-300))
    return answer
