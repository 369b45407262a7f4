"""The value at which the leader changes, against a walk in small steps."""

import math
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from tests.findings.bounds_cases import case_of, randoms, ranged_case, solved

from deciban.case import Case
from deciban.engine import solve
from deciban.findings.flips import Flip, count_steady, find_flips
from deciban.model import Model
from deciban.model.row import legs_of

STEPS = 400


def flips_of(case: Case) -> dict[str, Flip]:
    return {flip.address: flip for flip in find_flips(case.question.answers, *solved(case))}


def changes_in_steps(model: Model, query: int, number: int) -> list[tuple[float, float]]:
    """Between which values of a number the leader changes, on a walk over all its legs."""
    columns = []
    for leg in legs_of(model, number):
        end = model.numbers[number].high if math.isinf(leg.end) else leg.end
        for value in np.linspace(leg.start, end, STEPS):
            column = model.centrals.copy()
            column[[number, *leg.others]] = [value, *leg.others_at(float(value))]
            columns.append(column)
    if not columns:
        return []
    points = np.array(columns).T
    posterior = solve(model, query, numbers=points).posterior
    clear = np.sort(posterior, axis=0)
    certain = clear[-1] - clear[-2] > 1e-9
    leader, values = posterior.argmax(axis=0)[certain], points[number][certain]
    central = model.centrals[number]
    turns = np.flatnonzero(leader[1:] != leader[:-1])
    pairs = [(float(values[turn]), float(values[turn + 1])) for turn in turns]
    below = [pair for pair in pairs if pair[0] < central]
    above = [pair for pair in pairs if pair[1] > central]
    return [*below[-1:], *above[:1]]


@settings(max_examples=40, deadline=None)
@given(randoms())
def test_the_flip_is_the_nearest_change_that_small_steps_find(random: Random) -> None:
    case = ranged_case(random, ranges=8)
    model, solution = solved(case)
    found = {flip.address: flip for flip in find_flips(case.question.answers, model, solution)}
    for place, number in enumerate(model.numbers):
        stepped = changes_in_steps(model, solution.query, place)
        flip = found.get(number.address)
        if stepped:
            assert flip is not None, number
        if flip is None or flip.at > number.high and number.measure == "ratio":
            continue
        nearest = [pair for pair in stepped if pair[0] - 1e-9 <= flip.at <= pair[1] + 1e-9]
        tiny = [leg for leg in legs_of(model, place) if (leg.end - leg.start) < math.inf]
        step = max(leg.end - leg.start for leg in tiny) / STEPS if tiny else math.inf
        assert nearest or step * 2 > abs(flip.at - number.central) or not stepped, (flip, stepped)


@settings(max_examples=30, deadline=None)
@given(randoms())
def test_two_answers_are_level_at_the_flip(random: Random) -> None:
    case = ranged_case(random, ranges=8)
    model, solution = solved(case)
    places = {number.address: place for place, number in enumerate(model.numbers)}
    for flip in find_flips(case.question.answers, model, solution):
        if flip.measure == "ratio" and flip.at > flip.high:
            continue
        number = places[flip.address]
        leg = next(leg for leg in legs_of(model, number) if leg.start <= flip.at <= leg.end)
        point = model.centrals.copy()
        point[[number, *leg.others]] = [flip.at, *leg.others_at(flip.at)]
        first, second = np.sort(solve(model, solution.query, numbers=point).posterior)[[-1, -2]]
        assert first == pytest.approx(second, rel=1e-6)
