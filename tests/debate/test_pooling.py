from itertools import permutations
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from tests.debate.small import LADDER, debaters, reading

from deciban.debate.pooling import Pool, find_pool, linear_pool, log_pool, median

Array = NDArray[np.float64]
ANN = "position: ann\nholds: {events.cake.expected.knew: {is: 40%}}\n"
BEN = "position: ben\nholds: {events.cake.expected.knew: {is: 5%}}\n"
CAT = "position: cat\nholds: {question.prior: {is: {knew: 10%, unaware: 80%, other: rest}}}\n"
THREE = {"positions/ann.yaml": ANN, "positions/ben.yaml": BEN, "positions/cat.yaml": CAT}
chances = st.floats(0.001, 1.0)


@st.composite
def several(draw: st.DrawFn) -> tuple[Array, Array, Array]:
    """Log probabilities of a few debaters, their weights, and a likelihood in common."""
    people, hypotheses = draw(st.integers(1, 5)), draw(st.integers(2, 4))
    held = np.array([[draw(chances) for _ in range(hypotheses)] for _ in range(people)])
    weights = np.array([draw(st.floats(0.1, 5.0)) for _ in range(people)])
    likelihood = np.array([draw(chances) for _ in range(hypotheses)])
    held /= held.sum(axis=1, keepdims=True)
    return np.log(held), weights / weights.sum(), np.log(likelihood)


def updated(logs: Array, likelihood: Array) -> Array:
    raw = logs + likelihood
    return np.asarray(raw - np.logaddexp.reduce(raw, axis=-1, keepdims=True), dtype=np.float64)


def pooled(logs: Array, shares: Array) -> Array:
    found = log_pool(logs, shares)
    assert found is not None
    return found


def pool_of(at: Path, files: dict[str, str], weights: dict[str, float] | None = None) -> Pool:
    found = reading(at, files)
    assert found.case is not None
    return find_pool(found.case, debaters(found), weights)


@given(several())
def test_the_log_pool_commutes_with_what_all_learn_together(
    each: tuple[Array, Array, Array],
) -> None:
    logs, shares, likelihood = each
    first = pooled(updated(logs, likelihood), shares)
    last = np.exp(updated(np.log(pooled(logs, shares)), likelihood))
    assert np.allclose(first, last)


def test_the_linear_pool_does_not() -> None:
    logs, shares = np.log([[0.5, 0.5], [0.9, 0.1]]), np.array([0.5, 0.5])
    likelihood = np.log([0.2, 0.8])
    first = linear_pool(updated(logs, likelihood), shares)
    last = np.exp(updated(np.log(linear_pool(logs, shares)), likelihood))
    assert first[0] == pytest.approx((1 / 5 + 9 / 13) / 2)
    assert last[0] == pytest.approx(0.7 * 0.2 / (0.7 * 0.2 + 0.3 * 0.8))
    assert abs(first[0] - last[0]) > 0.05


@given(several())
def test_equal_answers_pool_to_themselves(each: tuple[Array, Array, Array]) -> None:
    logs, shares, _ = each
    same = np.repeat(logs[:1], len(logs), axis=0)
    for pool in (log_pool, linear_pool, median):
        found = pool(same, shares)
        assert found is not None
        assert np.allclose(found, np.exp(logs[0]))


@given(several())
def test_no_pool_minds_in_which_order_people_speak(each: tuple[Array, Array, Array]) -> None:
    logs, shares, _ = each
    for order in list(permutations(range(len(logs))))[:6]:
        mixed = list(order)
        for pool in (log_pool, linear_pool, median):
            one, other = pool(logs, shares), pool(logs[mixed], shares[mixed])
            assert one is not None
            assert other is not None
            assert np.allclose(one, other)


@given(several())
def test_on_two_hypotheses_each_pool_lies_between_those_furthest_apart(
    each: tuple[Array, Array, Array],
) -> None:
    logs, shares, _ = each
    pair = updated(logs[:, :2], np.zeros(2))
    for pool in (log_pool, linear_pool, median):
        found = pool(pair, shares)
        assert found is not None
        assert np.exp(pair[:, 0]).min() - 1e-9 <= found[0] <= np.exp(pair[:, 0]).max() + 1e-9


def test_whoever_counts_twice_is_as_good_as_two() -> None:
    logs = np.log([[0.2, 0.8], [0.6, 0.4]])
    doubled = np.log([[0.2, 0.8], [0.6, 0.4], [0.6, 0.4]])
    for pool in (log_pool, linear_pool, median):
        one = pool(logs, np.array([1 / 3, 2 / 3]))
        other = pool(doubled, np.full(3, 1 / 3))
        assert one is not None
        assert other is not None
        assert np.allclose(one, other)


def test_the_median_of_two_is_their_middle_in_decibans() -> None:
    found = median(np.log([[0.5, 0.5], [10 / 11, 1 / 11]]), np.array([0.5, 0.5]))
    assert found is not None
    assert found[0] / found[1] == pytest.approx(10**0.5)


def test_between_two_who_are_certain_of_the_contrary_the_median_is_even() -> None:
    with np.errstate(divide="ignore"):
        logs = np.log([[1.0, 0.0], [0.0, 1.0]])
    found = median(logs, np.array([0.5, 0.5]))
    assert found is not None
    assert found.tolist() == [0.5, 0.5]


def test_where_everybody_vetoes_another_answer_there_is_no_log_pool() -> None:
    with np.errstate(divide="ignore"):
        logs = np.log([[1.0, 0.0], [0.0, 1.0]])
    assert log_pool(logs, np.array([0.5, 0.5])) is None
    assert linear_pool(logs, np.array([0.5, 0.5])).tolist() == [0.5, 0.5]


def test_the_spread_is_what_the_least_and_the_most_sure_hold(tmp_path: Path) -> None:
    pool = pool_of(tmp_path, THREE)
    held = [pool.held[name]["knew"] for name in ("ann", "ben", "cat")]
    assert pool.spread["knew"] == (min(held), max(held))
    assert pool.ordered[0] == "ann"
    assert pool.weights == pytest.approx(dict.fromkeys(("ann", "ben", "cat"), 1 / 3))


def test_a_weight_draws_a_pool_to_whoever_has_it(tmp_path: Path) -> None:
    even = pool_of(tmp_path, THREE)
    drawn = pool_of(tmp_path, THREE, {"ann": 4.0})
    assert drawn.weights == pytest.approx({"ann": 4 / 6, "ben": 1 / 6, "cat": 1 / 6})
    for name in ("log", "linear", "numbers"):
        assert drawn.pools[name]["knew"] > even.pools[name]["knew"]


@pytest.mark.parametrize("weight", [0.0, -1.0])
def test_nobody_counts_for_nothing(tmp_path: Path, weight: float) -> None:
    with pytest.raises(ValueError, match="above 0"):
        pool_of(tmp_path, THREE, {"ann": weight})


def test_a_pool_of_nobody_is_none(tmp_path: Path) -> None:
    found = reading(tmp_path, {})
    assert found.case is not None
    with pytest.raises(ValueError, match="at least one"):
        find_pool(found.case, ())


def test_with_one_position_under_two_names_all_pools_are_his_answer(tmp_path: Path) -> None:
    two = {"positions/ann.yaml": ANN, "positions/eve.yaml": ANN.replace("ann", "eve")}
    pool = pool_of(tmp_path, two)
    for each in pool.pools.values():
        assert each == pytest.approx(dict(pool.held["ann"]))
    assert pool.between[0] == pool.between[1]


def test_the_pooled_numbers_are_the_means_of_what_is_held(tmp_path: Path) -> None:
    pool = pool_of(tmp_path, {"positions/ann.yaml": ANN, "positions/ben.yaml": BEN})
    mean = "position: mean\nholds: {events.cake.expected.knew: {is: 22.5%}}\n"
    (tmp_path / "mean").mkdir()
    alone = pool_of(tmp_path / "mean", {"positions/mean.yaml": mean})
    assert pool.parameters == pytest.approx(dict(alone.held["mean"]))


def test_pooled_numbers_know_what_a_row_leaves_over(tmp_path: Path) -> None:
    rows = {
        "ann": "{knew: 20%, unaware: rest, other: 20%}",
        "ben": "{knew: 40%, unaware: 40%, other: rest}",
    }
    files = {
        f"positions/{name}.yaml": f"position: {name}\nholds: {{question.prior: {{is: {row}}}}}\n"
        for name, row in rows.items()
    }
    pool = pool_of(tmp_path, files)
    by_hand = LADDER.replace(
        "prior: {knew: 40%, unaware: 40%, other: rest}",
        "prior: {knew: 30%, unaware: 50%, other: 20%}",
    )
    (tmp_path / "other").mkdir()
    found = reading(tmp_path / "other", {"positions/ann.yaml": "position: ann\n"}, by_hand)
    assert pool.parameters is not None
    answers = debaters(found)[0].held.answers
    assert pool.parameters == pytest.approx({each.id: each.probability for each in answers})


def test_a_number_that_one_leaves_to_deciban_is_pooled_with_what_the_other_writes(
    tmp_path: Path,
) -> None:
    plain = LADDER.replace(", competence: 100%", "")
    ann = "position: ann\nholds: {sources.maid.competence: {is: 60%}}\n"
    found = reading(
        tmp_path, {"positions/ann.yaml": ann, "positions/ben.yaml": "position: ben\n"}, plain
    )
    assert found.case is not None
    pool = find_pool(found.case, debaters(found))
    assert pool.unlike == ()
    assert pool.parameters is not None
    low, high = pool.spread["knew"]
    assert low < pool.parameters["knew"] < high


def test_who_leaves_an_item_out_differs_in_more_than_numbers(tmp_path: Path) -> None:
    ben = "position: ben\nstances: {maid_says: reject}\n"
    pool = pool_of(tmp_path, {"positions/ann.yaml": ANN, "positions/ben.yaml": ben})
    assert pool.parameters is None
    assert pool.unlike == ("reports.maid_says",)


def test_one_veto_settles_the_log_pool_and_is_named(tmp_path: Path) -> None:
    ben = "position: ben\nholds: {events.cake.expected.knew: {is: 0%}}\n"
    pool = pool_of(tmp_path, {"positions/ann.yaml": ANN, "positions/ben.yaml": ben})
    assert pool.vetoes == {"knew": ("ben",)}
    assert pool.log_pool is not None
    assert pool.log_pool["knew"] == 0.0
    assert pool.linear_pool["knew"] > 0.3


MOVE = """\
move: hypothesis
id: told-by-a-third-8xq2
author: ann
on: 2024-07-01
target: question
text: He was told by a third.
add:
  hypotheses:
    - {id: told, text: He was told, out_of: other, prior: 15%, expected: {cake: 60%}}
"""


def test_an_answer_that_some_do_not_entertain_counts_to_the_one_it_came_out_of(
    tmp_path: Path,
) -> None:
    ann = "position: ann\nstances: {told-by-a-third-8xq2: accept}\n"
    files = {
        "debate/told-by-a-third-8xq2.yaml": MOVE,
        "positions/ann.yaml": ann,
        "positions/ben.yaml": "position: ben\n",
    }
    pool = pool_of(tmp_path, files)
    assert pool.aside == {"told": ("ben",)}
    assert pool.counted == {"told": "other"}
    assert "told" not in pool.held["ben"]
    assert pool.linear_pool["other"] == pytest.approx(
        (pool.held["ann"]["other"] + pool.held["ann"]["told"] + pool.held["ben"]["other"]) / 2
    )
    assert sum(pool.linear_pool.values()) == pytest.approx(1.0)
