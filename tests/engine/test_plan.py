"""Plans: cost before running, refusal, and shapes at the edge."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from deciban.engine import TooLarge, plan_of, solve
from deciban.engine.order import elimination_order
from deciban.model import GraphBuilder, Model


def dense(variables: int) -> Model:
    """Every variable tied to every other by a table of two."""
    builder = GraphBuilder()
    everything = [builder.variable(f"v{index}", ["a", "b"]) for index in range(variables)]
    for left in everything:
        for right in everything[:left]:
            builder.factor([left, right], lambda _: 0.5, f"{left}-{right}")
    return builder.build()


def chain(length: int) -> Model:
    builder = GraphBuilder()
    links = [builder.variable(f"v{index}", ["a", "b", "c"]) for index in range(length)]
    builder.factor(links[:1], lambda _: 1 / 3, "start")
    for left, right in pairwise(links):
        builder.factor([left, right], lambda s: 0.8 if s[0] == s[1] else 0.1, f"{left}-{right}")
    return builder.build()


def test_a_table_beyond_the_limit_is_refused_before_running_and_its_variables_named() -> None:
    model = dense(26)
    with pytest.raises(TooLarge) as refusal:
        solve(model, 0)
    assert refusal.value.cost == plan_of(model, 0).cost
    assert refusal.value.cost.biggest_table == 2**26
    assert sorted(refusal.value.cost.culprits) == list(range(26))


def test_evidence_makes_a_large_model_small() -> None:
    model = dense(26)
    given_states = dict.fromkeys(range(1, 20), 0)
    assert plan_of(model, 0, given=given_states).cost.biggest_table == 2**7
    assert solve(model, 0, given=given_states).log_z == pytest.approx(
        (26 * 25 / 2) * math.log(0.5) + 6 * math.log(2)
    )


def test_a_chain_costs_no_more_than_its_links() -> None:
    cost = plan_of(chain(1000), 500).cost
    assert cost.biggest_table == 9
    assert cost.operations < 40 * 1000


def test_a_chain_of_a_thousand_links_is_solved() -> None:
    solution = solve(chain(1000), 0, derivatives=True)
    np.testing.assert_allclose(np.exp(solution.log_z), [1 / 3] * 3, rtol=1e-10)
    np.testing.assert_allclose(solution.marginal(999), np.full((3, 3), 1 / 3), rtol=1e-9)


@given(st.lists(st.lists(st.integers(0, 12), min_size=1, max_size=3, unique=True), max_size=20))
def test_every_variable_but_the_query_is_eliminated_once(scopes: list[list[int]]) -> None:
    order = elimination_order(scopes, [2] * 13, kept={0})
    mentioned = {variable for scope in scopes for variable in scope}
    assert sorted(order) == sorted(mentioned - {0})
    assert order == elimination_order(scopes, [2] * 13, kept={0})


def test_a_lone_variable_without_tables_weighs_its_states_alike() -> None:
    builder = GraphBuilder()
    lone = builder.variable("lone", ["a", "b", "c"])
    solution = solve(builder.build(), lone, derivatives=True)
    assert solution.log_z.tolist() == [0.0, 0.0, 0.0]
    assert solution.by_entry.shape == (3, 0)
    assert solution.by_number().shape == (3, 0)
    np.testing.assert_allclose(solution.posterior, [1 / 3] * 3)


def test_a_variable_of_one_state_is_certain() -> None:
    builder = GraphBuilder()
    only = builder.variable("only", ["a"])
    other = builder.variable("other", ["a", "b"])
    builder.factor([only, other], lambda s: 0.25 + s[1] / 2, "table")
    model = builder.build()
    assert solve(model, only).log_z == pytest.approx([0.0])
    assert solve(model, other, derivatives=True).marginal(only).tolist() == [[1.0, 1.0]]


def test_parts_with_nothing_to_do_with_each_other_multiply() -> None:
    builder = GraphBuilder()
    pair = [builder.variable(name, ["x", "y"]) for name in ("a", "b")]
    for variable in pair:
        builder.factor([variable], lambda s: 0.2 if s[0] else 0.6, f"prior {variable}")
    builder.factor([], lambda _: 0.5, "a lone constant")
    solution = solve(builder.build(), pair[0], derivatives=True)
    np.testing.assert_allclose(np.exp(solution.log_z), [0.6 * 0.8 * 0.5, 0.2 * 0.8 * 0.5])
    np.testing.assert_allclose(solution.marginal(pair[1]), [[0.75, 0.75], [0.25, 0.25]])


def test_a_query_that_was_itself_observed_has_one_possible_state() -> None:
    builder = GraphBuilder()
    seen = builder.variable("seen", ["x", "y"])
    builder.factor([seen], lambda s: 0.3 + 0.4 * s[0], "prior")
    builder.observe("i", "event", seen, 1)
    solution = solve(builder.build(), seen, derivatives=True)
    assert solution.log_z.tolist() == [-math.inf, math.log(0.7)]
    assert solution.posterior.tolist() == [0.0, 1.0]
    assert not solution.by_entry[0].any()


@pytest.mark.parametrize("wrong", [-0.5, 1.5, math.nan, math.inf])
def test_numbers_that_make_no_probabilities_are_a_bug_of_the_caller(wrong: float) -> None:
    builder = GraphBuilder()
    a = builder.variable("a", ["x", "y"])
    p = builder.number("p", 0.5, 0.0, 1.0, "probability")
    builder.factor([a], lambda s: p if s[0] else 1 - p, "prior")
    model = builder.build()
    with pytest.raises(ValueError, match="outside"):
        solve(model, a, numbers=np.array([wrong]))
    with pytest.raises(ValueError, match="1 numbers"):
        solve(model, a, numbers=np.array([0.5, 0.5]))


def test_a_full_row_leaves_exactly_nothing_for_the_rest() -> None:
    builder = GraphBuilder()
    a = builder.variable("a", ["x", "y", "rest"])
    p = builder.number("p", 0.7, 0.0, 1.0, "probability")
    q = builder.number("q", 0.3, 0.0, 1.0, "probability")
    builder.factor([a], lambda s: [p, q, 1 - p - q][s[0]], "prior")
    assert np.isneginf(solve(builder.build(), a).log_z[2])
