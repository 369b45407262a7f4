"""The table of a mind whose numbers are drawn, and what the rest of the case says of each draw."""

from functools import cache
from itertools import product

import numpy as np
import pytest
from tests.minds.rich_mind import rich_mind
from tests.minds.whole_line import Line, through

from deciban.compile import minds_in
from deciban.minds import columns, read_at, read_mind, size
from deciban.minds.choosing import carried
from deciban.minds.columns import joined
from deciban.minds.reading import Reading

ANSWERS = ("attack", "kept", "demands")


@cache
def _line() -> Line:
    return through(rich_mind().text)


def _reading() -> Reading:
    return minds_in(_line().model)["he"].reading


def test_a_table_adds_up_to_1() -> None:
    table = _reading().table
    assert table.shape == (3, 2, 2, 2)
    assert table.min() > 0.0
    assert table.sum() == pytest.approx(1.0, abs=1e-12)


def test_the_columns_share_a_whole_and_every_listed_value_alike() -> None:
    reading = _reading()
    some = reading.columns
    assert len(some) == size(reading.mind) == 8192
    assert some.weights.sum() == pytest.approx(1.0, abs=1e-12)
    [care] = reading.mind.lists
    values, counts = np.unique(some.numbers[care.number], return_counts=True)
    assert values.tolist() == [2.0, 5.0]
    assert counts.tolist() == [4096, 4096]


def test_what_may_have_reached_him_reaches_him_as_often_as_is_said() -> None:
    reading = _reading()
    shares = dict(
        zip(
            (each.id for each in reading.mind.receipts),
            reading.columns.received.mean(axis=1),
            strict=True,
        )
    )
    assert shares["churchill"] == pytest.approx(0.75, abs=0.005)
    assert shares["flights"] == pytest.approx(0.7, abs=0.002)


def test_every_draw_of_a_row_shares_its_whole() -> None:
    reading = _reading()
    assert reading.mind.opponent is not None
    for row in (*(source.roles for source in reading.mind.sources), reading.mind.opponent.prior):
        shares = reading.columns.row(row)
        np.testing.assert_allclose(shares.sum(axis=0), 1.0, rtol=1e-12)


def test_in_every_column_the_patterns_of_acts_share_a_whole() -> None:
    np.testing.assert_allclose(_reading().patterns.sum(axis=(0, 1, 2)), 1.0, rtol=1e-12)


def test_what_a_policy_carries_on_is_what_its_patterns_come_to() -> None:
    reading = _reading()
    patterns = reading.patterns
    carried_on = carried(reading.mind, reading.columns, reading.taken)
    for axis, (choice, chances) in enumerate(zip(reading.mind.choices, carried_on, strict=True)):
        others = tuple(other for other in range(patterns.ndim - 1) if other != axis)
        chose = patterns.sum(axis=others)[0]
        np.testing.assert_allclose(chances[choice.chose], chose, rtol=1e-12)
        np.testing.assert_allclose(chances.sum(axis=0), 1.0, rtol=1e-12)


def test_draws_are_reweighted_as_if_each_were_asked_for_itself() -> None:
    mind, reading = rich_mind(), _reading()
    weights = reading.columns.weights * _fits(reading)
    weights /= weights.sum()
    weighed = _line().mind("he")
    assert not weighed.exact
    np.testing.assert_allclose(weighed.weights, weights, rtol=1e-9)
    shares = np.bincount(reading.answers[0], weights)
    assert _line().chances == pytest.approx(dict(zip(ANSWERS, shares, strict=True)), abs=1e-12)
    assert list(mind.question["hypotheses"]) == list(ANSWERS)


def test_a_prior_that_is_replaced_rescales_what_the_mind_says() -> None:
    row = {"attack": "50%", "kept": "20%", "demands": "rest"}
    line, reading = through(rich_mind(replace_prior=row).text), _reading()
    own = np.bincount(reading.answers[0], reading.columns.weights)
    scale = np.array([0.5, 0.2, 0.3]) / own
    weights = reading.columns.weights * _fits(reading) * scale[reading.answers[0]]
    shares = np.bincount(reading.answers[0], weights / weights.sum())
    assert line.chances == pytest.approx(dict(zip(ANSWERS, shares, strict=True)), abs=1e-12)
    np.testing.assert_allclose(line.mind("he").weights, weights / weights.sum(), rtol=1e-9)


def test_a_prior_that_is_replaced_by_the_mind_s_own_changes_nothing() -> None:
    own = np.bincount(_reading().answers[0], _reading().columns.weights)
    row = {name: f"{100 * share:.12f}%" for name, share in zip(ANSWERS[:2], own, strict=False)}
    line = through(rich_mind(replace_prior={**row, "demands": "rest"}).text)
    assert line.chances == pytest.approx(_line().chances, abs=1e-10)


def test_a_mind_read_in_chunks_is_the_mind_read_at_once() -> None:
    mind = _reading().mind
    chunked = read_mind(mind, 20_000)
    once = read_at(mind, joined(list(columns(mind, 20_000))))
    assert len(chunked.columns) == len(once.columns) == size(mind, 20_000) > 16_384
    np.testing.assert_array_equal(chunked.columns.numbers, once.columns.numbers)
    np.testing.assert_array_equal(chunked.answers, once.answers)
    np.testing.assert_allclose(chunked.path.beliefs, once.path.beliefs, rtol=1e-12)
    np.testing.assert_allclose(chunked.patterns, once.patterns, rtol=1e-12)
    np.testing.assert_allclose(chunked.table, once.table, rtol=1e-12)


def test_everything_follows_from_the_seed() -> None:
    mind = _reading().mind
    tables = [read_mind(mind, 4096, seed=seed).table for seed in (1, 1, 2)]
    np.testing.assert_array_equal(tables[0], tables[1])
    assert not np.array_equal(tables[0], tables[2])
    np.testing.assert_allclose(tables[0], tables[2], atol=0.02)


def test_whoever_watches_is_told_how_many_columns_are_done() -> None:
    done: list[int] = []
    mind = _reading().mind
    read_mind(mind, 20_000, told=done.append)
    assert done == sorted(done)
    assert done[-1] == size(mind, 20_000)


def _fits(reading: Reading) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """How likely everything else in the case is of each column, by hand."""
    case, names = rich_mind(), [choice.id for choice in reading.mind.choices]
    axes = [names.index(choice["id"]) for choice in case.actor["chooses"]]
    fits = np.zeros(len(reading.columns))
    for did in product([True, False], repeat=3):
        cell = [0] * 3
        for axis, each in zip(axes, did, strict=True):
            cell[axis] = 0 if each else 1
        chances = np.array([case.likelihood(answer, did) for answer in ANSWERS])
        fits += reading.patterns[tuple(cell)] * chances[reading.answers[0]]
    return fits
