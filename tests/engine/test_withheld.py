"""Leaving items out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.engine.random_models import random_model

from deciban.engine import enumerate_joint, solve

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from deciban.model import Model

    Array = NDArray[np.float64]
    Sets = NDArray[np.bool_]

SEEDS = st.integers(0, 2**32 - 1)
WORKED = settings(max_examples=100, deadline=None)


def enumerated(model: Model, query: int, withheld: Sets) -> Array:
    """Log Z of one set by enumeration; minus infinity where its items disagree."""
    kept = [item for item, out in zip(model.items, withheld, strict=True) if not out]
    states = {item.variable: item.state for item in kept}
    if any(states[item.variable] != item.state for item in kept):
        return np.full(model.cardinalities[query], -np.inf)
    return enumerate_joint(model, query, given=states)


def every_set(items: int) -> Sets:
    return (np.arange(2**items) >> np.arange(items)[:, None] & 1).astype(np.bool_)


@WORKED
@given(SEEDS, st.integers(0, 4), st.integers(1, 5), st.data())
def test_each_set_of_items_is_a_case_of_its_own(
    seed: int, items: int, variables: int, data: st.DataObject
) -> None:
    model = random_model(seed, items=items, variables=variables)
    query = data.draw(st.integers(0, variables - 1))
    sets = every_set(items)
    log_z = solve(model, query, withheld=sets).log_z
    assert log_z.shape == (model.cardinalities[query], 2**items)
    for place in range(2**items):
        expected = enumerated(model, query, sets[:, place])
        np.testing.assert_allclose(log_z[:, place], expected, rtol=1e-12, atol=1e-12)


@WORKED
@given(SEEDS, st.integers(1, 4), st.data())
def test_one_reverse_pass_leaves_every_item_out_in_turn(
    seed: int, items: int, data: st.DataObject
) -> None:
    model = random_model(seed, items=items)
    query = data.draw(st.integers(0, len(model.variables) - 1))
    sets = every_set(items)
    found = solve(model, query, withheld=sets, derivatives=True).log_z_without()
    for place in range(2**items):
        for item in range(items):
            fewer = sets[:, place].copy()
            fewer[item] = True
            expected = enumerated(model, query, fewer)
            np.testing.assert_allclose(found[item, :, place], expected, rtol=1e-11, atol=1e-11)


@WORKED
@given(SEEDS, st.data())
def test_hard_evidence_stays_hard_beside_items_that_may_be_withheld(
    seed: int, data: st.DataObject
) -> None:
    model = random_model(seed, items=2)
    variable = data.draw(st.integers(0, len(model.variables) - 1))
    state = data.draw(st.integers(0, model.cardinalities[variable] - 1))
    nothing_withheld = np.zeros((2, 1), dtype=np.bool_)
    everything = np.ones((2, 1), dtype=np.bool_)
    fixed = {variable: state}
    free = solve(model, 0, given=fixed, withheld=everything).log_z[:, 0]
    expected = enumerate_joint(model, 0, given=fixed)
    np.testing.assert_allclose(free, expected, rtol=1e-12, atol=1e-12)
    joint = solve(model, 0, given=fixed, withheld=nothing_withheld, derivatives=True)
    assert (joint.log_z[:, 0] <= free + 1e-9).all() or not np.isfinite(free).all()
    assert joint.marginal(variable)[:, :, 0].sum(axis=0) == pytest.approx(
        np.isfinite(joint.log_z[:, 0]).astype(float)
    )


@WORKED
@given(SEEDS)
def test_marginals_know_which_items_are_withheld(seed: int) -> None:
    model = random_model(seed, items=3, zeros=0.0)
    sets = every_set(3)
    found = solve(model, 0, withheld=sets, derivatives=True).marginals()
    for place in range(8):
        kept = [item for item, out in zip(model.items, sets[:, place], strict=True) if not out]
        states = {item.variable: item.state for item in kept}
        if any(states[item.variable] != item.state for item in kept):
            assert not any(marginal[:, place].any() for marginal in found)
            continue
        expected = solve(model, 0, given=states, derivatives=True).marginals()
        for mine, theirs in zip(found, expected, strict=True):
            np.testing.assert_allclose(mine[:, place], theirs, atol=1e-12)


@pytest.mark.parametrize("derivatives", [False, True])
@WORKED
@given(seed=SEEDS)
def test_a_set_beside_each_draw_is_solved_at_that_draw(seed: int, *, derivatives: bool) -> None:
    model = random_model(seed, items=3)
    sets = every_set(3)
    random = np.random.default_rng(seed)
    numbers = random.uniform(0.05, 0.95, (len(model.numbers), sets.shape[1]))
    both = solve(model, 0, numbers=numbers, withheld=sets, derivatives=derivatives)
    for place in range(sets.shape[1]):
        alone = solve(
            model,
            0,
            numbers=numbers[:, place],
            withheld=sets[:, place : place + 1],
            derivatives=derivatives,
        )
        np.testing.assert_allclose(both.log_z[:, place], alone.log_z[:, 0], rtol=1e-12, atol=1e-12)
        if derivatives:
            mine, theirs = both.by_number()[:, :, place], alone.by_number()[:, :, 0]
            np.testing.assert_allclose(mine, theirs, rtol=1e-9, atol=1e-12)


def test_draws_want_a_set_each() -> None:
    model = random_model(0)
    numbers = np.full((len(model.numbers), 2), 0.5)
    with pytest.raises(ValueError, match="2 draws want a set each, not 3"):
        solve(model, 0, numbers=numbers, withheld=np.zeros((3, 3), dtype=np.bool_))


def test_there_is_a_row_for_every_item() -> None:
    with pytest.raises(ValueError, match="3 rows"):
        solve(random_model(0), 0, withheld=np.zeros((2, 1), dtype=np.bool_))


def test_no_sets_at_all_is_a_bug_of_the_caller() -> None:
    with pytest.raises(ValueError, match="at least one"):
        solve(random_model(0), 0, withheld=np.zeros((3, 0), dtype=np.bool_))
