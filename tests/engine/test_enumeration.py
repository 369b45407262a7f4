"""Solving agrees with adding up every joint state."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.engine.random_models import random_model

from deciban.engine import enumerate_derivatives, enumerate_joint, solve
from deciban.model import Item

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from deciban.model import Model

    Array = NDArray[np.float64]

SEEDS = st.integers(0, 2**32 - 1)
WORKED = settings(max_examples=150, deadline=None)


def assert_same_logarithms(found: Array, expected: Array) -> None:
    assert not np.isnan(found).any()
    np.testing.assert_allclose(found, expected, rtol=1e-12, atol=1e-12)


@st.composite
def models(draw: st.DrawFn) -> Model:
    return random_model(
        draw(SEEDS),
        variables=draw(st.integers(1, 6)),
        factors=draw(st.integers(0, 7)),
        items=draw(st.integers(0, 4)),
        numbers=draw(st.integers(0, 6)),
        zeros=draw(st.sampled_from([0.0, 0.15, 0.5])),
    )


@WORKED
@given(models(), st.data())
def test_log_z_is_the_sum_over_all_joint_states(model: Model, data: st.DataObject) -> None:
    query = data.draw(st.integers(0, len(model.variables) - 1))
    assert_same_logarithms(solve(model, query).log_z, enumerate_joint(model, query))


@WORKED
@given(models(), st.data())
def test_any_hard_evidence_may_be_given(model: Model, data: st.DataObject) -> None:
    last = len(model.variables) - 1
    query = data.draw(st.integers(0, last))
    seen = data.draw(st.sets(st.integers(0, last)))
    states = {v: data.draw(st.integers(0, model.cardinalities[v] - 1)) for v in sorted(seen)}
    expected = enumerate_joint(model, query, given=states)
    assert_same_logarithms(solve(model, query, given=states).log_z, expected)


@WORKED
@given(models(), st.data())
def test_every_table_entry_has_its_derivative(model: Model, data: st.DataObject) -> None:
    query = data.draw(st.integers(0, len(model.variables) - 1))
    solution = solve(model, query, derivatives=True)
    slopes = enumerate_derivatives(model, query)
    z = np.exp(solution.log_z)[:, None]
    expected = np.divide(slopes, z, out=np.zeros_like(slopes), where=z > 0)
    np.testing.assert_allclose(solution.by_entry, expected, rtol=1e-11, atol=1e-11)


@WORKED
@given(models(), st.data())
def test_a_marginal_is_the_share_of_each_state(model: Model, data: st.DataObject) -> None:
    last = len(model.variables) - 1
    query, variable = data.draw(st.integers(0, last)), data.draw(st.integers(0, last))
    given_states = {item.variable: item.state for item in model.items}
    solution = solve(model, query, given=given_states, derivatives=True)
    expected = np.zeros((model.cardinalities[variable], model.cardinalities[query]))
    possible = np.isfinite(solution.log_z)
    for state in range(model.cardinalities[variable]):
        if given_states.get(variable, state) == state:
            seen = {**given_states, variable: state}
            joint = enumerate_joint(model, query, given=seen)
            expected[state, possible] = np.exp(joint[possible] - solution.log_z[possible])
    np.testing.assert_allclose(solution.marginal(variable), expected, atol=1e-12)
    np.testing.assert_allclose(
        solution.marginals()[variable], expected @ solution.posterior, atol=1e-12
    )


@WORKED
@given(models(), st.data())
def test_draws_are_so_many_solutions_side_by_side(model: Model, data: st.DataObject) -> None:
    query = data.draw(st.integers(0, len(model.variables) - 1))
    draws = data.draw(st.sampled_from([1, 3, 20]))
    rng = np.random.default_rng(data.draw(SEEDS))
    numbers = rng.uniform(0, 1, (len(model.numbers), draws)) * rng.integers(0, 2, draws)
    together = solve(model, query, numbers=numbers, derivatives=True)
    for draw in range(draws):
        alone = solve(model, query, numbers=numbers[:, draw], derivatives=True)
        assert_same_logarithms(together.log_z[:, draw], alone.log_z)
        np.testing.assert_allclose(together.by_entry[..., draw], alone.by_entry, rtol=1e-11)
        np.testing.assert_allclose(together.by_number()[..., draw], alone.by_number(), rtol=1e-9)
        np.testing.assert_allclose(together.marginal(0)[..., draw], alone.marginal(0), rtol=1e-11)


def test_draws_that_fill_no_whole_number_of_chunks_all_come_back() -> None:
    model = random_model(3, zeros=0.0)
    numbers = np.random.default_rng(0).uniform(0.1, 0.9, (len(model.numbers), 2501))
    log_z = solve(model, 0, numbers=numbers).log_z
    assert log_z.shape == (model.cardinalities[0], 2501)
    for draw in (0, 1023, 1024, 2499, 2500):
        assert_same_logarithms(log_z[:, draw], enumerate_joint(model, 0, numbers=numbers[:, draw]))


@WORKED
@given(SEEDS)
def test_the_order_of_tables_and_items_changes_nothing(seed: int) -> None:
    model = random_model(seed)
    rng = np.random.default_rng(seed)
    shuffled = replace(
        model,
        factors=tuple(model.factors[index] for index in rng.permutation(len(model.factors))),
        items=tuple(model.items[index] for index in rng.permutation(len(model.items))),
    )
    assert_same_logarithms(solve(shuffled, 0).log_z, solve(model, 0).log_z)


@WORKED
@given(models())
def test_solving_again_gives_the_same_digits(model: Model) -> None:
    first = solve(model, 0, derivatives=True)
    again = solve(model, 0, derivatives=True)
    assert np.array_equal(first.log_z, again.log_z)
    assert np.array_equal(first.by_entry, again.by_entry)


def test_two_items_that_disagree_on_one_variable_are_impossible_not_an_error() -> None:
    model = random_model(1, items=0, variables=5)
    assert model.cardinalities[1] > 1
    items = tuple(Item(f"i{state}", "event", 1, state) for state in (0, 1))
    torn = replace(model, items=items)
    solution = solve(torn, 0, derivatives=True)
    assert np.isneginf(solution.log_z).all()
    assert not solution.by_entry.any()
    assert not solution.by_number().any()
    assert not solution.posterior.any()


def test_derivatives_have_to_be_asked_for() -> None:
    with pytest.raises(ValueError, match="derivatives=True"):
        _ = solve(random_model(0), 0).by_entry
