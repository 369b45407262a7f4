"""Draws of numbers that share nothing, and how draws come in blocks."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.draws.rows import Array, Ranged, model_of_numbers, model_of_row
from tests.meaning.line import sound_case
from tests.meaning.small_cases import Data, small_cases, to_text

from deciban.compile import compile_case
from deciban.draws import BLOCK, draws, uncertain
from deciban.engine import solve

MIXED = (
    Ranged(0.2, 0.6),
    Ranged(0.01, 0.5, "decibans"),
    Ranged(0.25, 8.0, "ratio"),
    Ranged(0.3, 0.3),
    Ranged(0.0, 1.0),
)
TRANSFORMS = (lambda x: x, lambda x: np.log(x / (1 - x)), np.log, lambda x: x, lambda x: x)


def all_draws(model_numbers: tuple[Ranged, ...], count: int, **options: int) -> Array:
    return np.concatenate(list(draws(model_of_numbers(model_numbers), count, **options)), axis=1)


def test_every_part_of_every_range_gets_one_draw_of_a_block() -> None:
    (block,) = draws(model_of_numbers(MIXED), BLOCK)
    for place in (0, 1, 2, 4):
        number, own = MIXED[place], TRANSFORMS[place]
        low, high = own(number.low), own(number.high)
        parts = np.floor((own(np.sort(block[place])) - low) / (high - low) * BLOCK + 1e-6)
        # Only where a draw falls on the edge between two parts may rounding put it in the other.
        assert np.mean(parts == np.arange(BLOCK)) > 0.99


def test_no_draw_leaves_its_range() -> None:
    for block in draws(model_of_numbers(MIXED), 3 * BLOCK):
        for values, number in zip(block, MIXED, strict=True):
            assert number.low <= values.min()
            assert values.max() <= number.high


def test_a_number_without_a_range_stays_where_it_is() -> None:
    model = model_of_numbers((Ranged(0.1, 0.1), Ranged(1 / 3, 1 / 3, "decibans"), Ranged(0, 1)))
    for block in draws(model, 2 * BLOCK):
        assert (block[:2] == model.centrals[:2, None]).all()
    assert uncertain(model)


def test_numbers_are_drawn_independently_of_one_another() -> None:
    wide = all_draws((Ranged(0.0, 1.0),) * 6, 20 * BLOCK)
    correlation = np.corrcoef(wide) - np.eye(6)
    assert np.abs(correlation).max() < 4.5 / np.sqrt(20 * BLOCK)


def test_the_draws_of_a_block_come_in_no_order() -> None:
    values = all_draws((Ranged(0.0, 1.0),), BLOCK)[0]
    assert abs(np.corrcoef(values[1:], values[:-1])[0, 1]) < 4.5 / np.sqrt(BLOCK)


def test_a_block_is_another_draw_than_the_block_before() -> None:
    first, second = draws(model_of_numbers(MIXED), 2 * BLOCK)
    assert not (first[0] == second[0]).any()
    assert abs(np.corrcoef(first[0], second[0])[0, 1]) < 4.5 / np.sqrt(BLOCK)


def test_one_seed_always_draws_the_same_and_another_seed_something_else() -> None:
    one, same, other = (all_draws(MIXED, 1500, seed=seed) for seed in (7, 7, 8))
    assert (one == same).all()
    assert not (one[0] == other[0]).any()


@settings(max_examples=20)
@given(st.integers(0, 700), st.integers(0, 700), st.integers(1, 300))
def test_a_shorter_run_is_the_beginning_of_a_longer_one(one: int, more: int, chunk: int) -> None:
    numbers = (*MIXED, Ranged(0.1, 0.2))
    longer = list(draws(model_of_numbers(numbers), one + more, chunk=chunk))
    shorter = list(draws(model_of_numbers(numbers), one, chunk=chunk))
    assert sum(block.shape[1] for block in shorter) == one
    assert all(block.shape[1] == chunk for block in longer[:-1])
    for a, b in zip(shorter, longer, strict=False):
        assert (a == b[:, : a.shape[1]]).all()


def test_a_run_of_any_length_holds_one_block_at_a_time() -> None:
    run = draws(model_of_numbers(MIXED), 10**12)
    assert next(run).shape == (len(MIXED), BLOCK)
    assert next(run).shape == (len(MIXED), BLOCK)


def test_a_negative_count_or_an_empty_block_is_refused() -> None:
    for count, chunk in ((-1, BLOCK), (10, 0), (10, 2**16 + 1)):
        with pytest.raises(ValueError, match="draws in blocks of"):
            next(draws(model_of_numbers(MIXED), count, chunk=chunk))


def test_a_model_of_points_is_not_uncertain() -> None:
    assert not uncertain(model_of_numbers((Ranged(0.2, 0.2), Ranged(0.5, 0.5))))
    # The other number has a range as written, and its row leaves it none.
    assert not uncertain(model_of_row((Ranged(0.4, 0.4), Ranged(0.0, 0.6 + 1e-15)), rest=False))


def test_the_ends_of_ranges_in_decibans_may_lie_beyond_what_log_odds_can_hold() -> None:
    extreme = (Ranged(1e-20, 0.5, "decibans"), Ranged(0.1, 1.0, "decibans"))
    (block,) = draws(model_of_numbers(extreme), BLOCK)
    assert np.isfinite(block).all()
    assert (block[0] > 0.0).all()
    assert (block[1] <= 1.0).all()


@settings(max_examples=10)
@given(small_cases())
def test_what_is_drawn_of_a_case_of_points_is_the_case(case: Data) -> None:
    model = compile_case(sound_case(to_text(case)))
    assert not uncertain(model)
    (block,) = draws(model, 3)
    assert (block == model.centrals[:, None]).all()
    np.testing.assert_array_equal(
        solve(model, 0, numbers=block).posterior[:, 0],
        solve(model, 0, numbers=block).posterior[:, 2],
    )
