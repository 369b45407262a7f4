"""Draws of numbers that share one whole, against a slow sampler that is plainly right."""

from collections.abc import Sequence
from itertools import combinations

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.draws.rows import Array, Ranged, model_of_row, slow_draws

from deciban.draws import BLOCK, draws, polytope_of
from deciban.draws.draw import _sampler
from deciban.draws.shared_whole import SharedWhole
from deciban.draws.walk import walked
from deciban.engine import solve

SUM = 1e-12
TOO_FAR = 5.0
"""Standard errors between two samplers of one distribution, over some hundred comparisons."""

ENDS = st.tuples(st.floats(0.0, 1.0), st.floats(0.0, 1.0)).map(sorted)
OPEN_ENDS = st.tuples(st.floats(0.001, 0.999), st.floats(0.001, 0.999)).map(sorted)
IN_PROBABILITY = ENDS.map(lambda ends: Ranged(ends[0], ends[1]))
IN_DECIBANS = OPEN_ENDS.map(lambda ends: Ranged(ends[0], ends[1], "decibans"))


@st.composite
def rows(
    draw: st.DrawFn, most: int, *, decibans: bool = True, copies: int = 3
) -> tuple[tuple[Ranged, ...], bool]:
    """Numbers that leave some choice, and whether something may be left over."""
    one = st.one_of(IN_PROBABILITY, IN_DECIBANS) if decibans else IN_PROBABILITY
    numbers = draw(st.lists(one, min_size=1, max_size=most))
    times = draw(st.lists(st.integers(1, copies), min_size=most, max_size=most))
    several = tuple(
        Ranged(each.low / len(numbers), each.high, each.measure, copies)
        for each, copies in zip(numbers, times, strict=False)
    )
    rest = draw(st.booleans())
    assume(sum(each.copies * each.low for each in several) <= 1.0)
    assume(rest or sum(each.copies * each.high for each in several) >= 1.0)
    return several, rest


def all_draws(numbers: Sequence[Ranged], count: int, *, rest: bool) -> Array:
    return np.concatenate(list(draws(model_of_row(numbers, rest=rest), count)), axis=1)


def check_whole(numbers: Sequence[Ranged], values: Array, *, rest: bool) -> None:
    """Every draw keeps to the ranges and to the whole."""
    low, high, copies = (
        np.array([getattr(each, name) for each in numbers]) for name in ("low", "high", "copies")
    )
    assert (values >= low[:, None] - SUM).all()
    assert (values <= high[:, None] + SUM).all()
    total = copies @ values
    if rest:
        assert total.max() <= 1.0 + 1e-15 * len(numbers)
    else:
        np.testing.assert_allclose(total, 1.0, rtol=0.0, atol=SUM)


@settings(max_examples=60)
@given(rows(5))
def test_every_draw_lies_in_the_ranges_and_in_the_whole(
    row: tuple[tuple[Ranged, ...], bool],
) -> None:
    numbers, rest = row
    check_whole(numbers, all_draws(numbers, 300, rest=rest), rest=rest)


@settings(max_examples=60)
@given(rows(5))
def test_the_engine_takes_every_draw(row: tuple[tuple[Ranged, ...], bool]) -> None:
    numbers, rest = row
    model = model_of_row(numbers, rest=rest)
    (block,) = draws(model, 300)
    np.testing.assert_allclose(solve(model, 0, numbers=block).posterior.sum(axis=0), 1.0)


def check_moments(numbers: Sequence[Ranged], quick: Array, *, rest: bool) -> None:
    """Means, quantiles and mean products agree with the slow sampler, as far as chance allows."""
    slow, weights = slow_draws(numbers, np.random.default_rng(3), 400_000, rest=rest)
    assume(slow.shape[1] > 2000)
    weights = weights / weights.sum()
    effective = 1.0 / float((weights**2).sum())
    assume(effective > 1000)
    each = 1.0 / np.sqrt(effective) + 1.0 / np.sqrt(quick.shape[1])
    for mine, theirs in zip(quick, slow, strict=True):
        if np.ptp(theirs) < SUM:
            continue
        mean = float(weights @ theirs)
        deviation = float(np.sqrt(weights @ (theirs - mean) ** 2))
        assert abs(mine.mean() - mean) <= TOO_FAR * each * deviation + SUM
        for quantile in (0.05, 0.25, 0.5, 0.75, 0.95):
            end = np.quantile(mine, quantile)
            below = float(weights @ (theirs <= end))
            assert abs(below - quantile) <= TOO_FAR * each * 0.5 + 1e-3
    for one, other in combinations(range(len(numbers)), 2):
        mine, theirs = quick[one] * quick[other], slow[one] * slow[other]
        mean = float(weights @ theirs)
        deviation = float(np.sqrt(weights @ (theirs - mean) ** 2))
        assert abs(mine.mean() - mean) <= TOO_FAR * each * deviation + SUM


@settings(max_examples=40)
@given(rows(4, copies=2))
def test_draws_are_distributed_as_those_of_the_whole_box_that_fit(
    row: tuple[tuple[Ranged, ...], bool],
) -> None:
    numbers, rest = row
    check_moments(numbers, all_draws(numbers, 8000, rest=rest), rest=rest)


@settings(max_examples=15)
@given(rows(4, copies=1))
def test_a_walk_ends_where_rejection_does(row: tuple[tuple[Ranged, ...], bool]) -> None:
    numbers, rest = row
    model = model_of_row(numbers, rest=rest)
    assume(polytope_of(model, model.rows[0]).binds)
    sampler = _sampler(model)
    assume(sampler.shared)
    ((moving, whole),) = sampler.shared
    values = np.repeat(model.centrals[:, None], 4000, axis=1)
    shares = walked(whole.parts, np.random.default_rng(5), 4000)
    values[moving] = whole.parts.values(shares)[: len(moving)]
    check_whole(numbers, values, rest=rest)
    check_moments(numbers, values, rest=rest)


EVERY_OUTCOME_ALIKE = [
    ((Ranged(0.0, 0.1),) * 20, False),
    ((Ranged(0.0, 0.06),) * 20, False),
    ((Ranged(0.0, 1.0),) * 20, False),
    ((Ranged(0.0, 1.0),) * 20, True),
    ((Ranged(0.0, 0.2, copies=4),) * 3, False),
    ((Ranged(0.0, 0.9, copies=3),) * 2, True),
    ((Ranged(1e-5, 0.5, "decibans"),) * 8, False),
]


@pytest.mark.parametrize(("numbers", "rest"), EVERY_OUTCOME_ALIKE)
def test_outcomes_that_are_alike_get_alike(numbers: tuple[Ranged, ...], rest: bool) -> None:  # noqa: FBT001 [a parameter of the test]
    values = all_draws(numbers, 8000, rest=rest)
    check_whole(numbers, values, rest=rest)
    copies = numbers[0].copies * len(numbers)
    sharing = copies + 1 if rest and numbers[0].high * numbers[0].copies >= 1.0 else copies
    error = values.std(axis=1) / np.sqrt(8000)
    if not rest:
        assert (np.abs(values.mean(axis=1) - 1.0 / sharing) < TOO_FAR * error).all()
    centre = values.mean()
    assert (np.abs(values.mean(axis=1) - centre) < TOO_FAR * error).all()


def test_with_all_shares_open_and_something_left_over_all_get_the_same() -> None:
    values = all_draws((Ranged(0.0, 1.0),) * 4, 10_000, rest=True)
    # Five parts of a whole, evenly spread over all ways to share it out: each has a fifth.
    assert values.mean(axis=1) == pytest.approx([0.2] * 4, abs=0.01)
    assert values.var(axis=1) == pytest.approx([4 / 150] * 4, rel=0.1)


NARROW_AND_WIDE = (Ranged(0.0, 0.02),) * 10 + (Ranged(0.0, 1.0),) * 12


def test_where_hardly_any_proposal_fits_a_walk_takes_over() -> None:
    model = model_of_row(NARROW_AND_WIDE, rest=False)
    ((_, whole),) = _sampler(model).shared
    assert isinstance(whole, SharedWhole)
    assert whole.proposal is None
    values = np.concatenate(list(draws(model, 2000)), axis=1)
    check_whole(NARROW_AND_WIDE, values, rest=False)
    # Narrow ones hardly notice the whole: evenly spread, but for its pull downwards.
    assert values[:10].mean(axis=1) == pytest.approx([0.0096] * 10, abs=0.0008)
    assert values[10:].mean(axis=1) == pytest.approx([(1 - 0.096) / 12] * 12, abs=0.01)


DEGENERATE = [
    ((Ranged(0.3, 0.3), Ranged(0.7, 0.7)), False),
    ((Ranged(0.5, 0.9), Ranged(0.5, 0.9)), False),
    ((Ranged(0.5, 0.9), Ranged(0.5 - 1e-9, 0.9)), False),
    ((Ranged(0.5, 0.9), Ranged(0.5 - 1e-9, 0.9)), True),
    ((Ranged(0.5, 0.9), Ranged(0.5, 0.9)), True),
    ((Ranged(0.25, 0.9), Ranged(0.25, 0.9), Ranged(0.5 - 1e-9, 0.9)), False),
    ((Ranged(0.1, 0.5 + 1e-9), Ranged(0.1, 0.3), Ranged(0.1, 0.2)), False),
    ((Ranged(0.0, 1.0, copies=49),), True),
    ((Ranged(0.0, 1.0, copies=49), Ranged(0.0, 1.0)), True),
    ((Ranged(1 / 3, 1 / 3), Ranged(0.0, 1.0), Ranged(1 / 3, 1 / 3)), False),
    ((Ranged(1 / 3, 1 / 3), Ranged(0.0, 1.0), Ranged(1 / 3, 1 / 3)), True),
    ((Ranged(1e-12, 0.5, "decibans"), Ranged(0.5, 1 - 1e-12, "decibans")), False),
    ((Ranged(0.4, 0.6), Ranged(0.1, 0.2), Ranged(0.1, 0.2)), True),
]


@pytest.mark.parametrize(("numbers", "rest"), DEGENERATE)
def test_a_row_that_leaves_next_to_no_choice_is_drawn_all_the_same(
    numbers: tuple[Ranged, ...],
    rest: bool,  # noqa: FBT001 [a parameter of the test]
) -> None:
    model = model_of_row(numbers, rest=rest)
    (block,) = draws(model, BLOCK)
    check_whole(numbers, block, rest=rest)
    assert np.isfinite(solve(model, 0, numbers=block).posterior).all()


def test_two_numbers_that_use_up_the_whole_are_spread_evenly() -> None:
    numbers = (Ranged(0.45, 0.7), Ranged(0.25, 0.45))
    (block,) = draws(model_of_row(numbers, rest=False), BLOCK)
    parts = np.floor((np.sort(block[0]) - 0.55) / (0.7 - 0.55) * BLOCK + 1e-6)
    assert np.mean(parts == np.arange(BLOCK)) > 0.99


@settings(max_examples=20)
@given(rows(4))
def test_draws_depend_on_nothing_but_the_seed(row: tuple[tuple[Ranged, ...], bool]) -> None:
    numbers, rest = row
    one, same = (all_draws(numbers, 200, rest=rest) for _ in range(2))
    assert (one == same).all()
