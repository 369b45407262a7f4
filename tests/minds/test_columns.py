"""Columns of a mind moved, carried over to another story, and told in a ledger."""

from functools import cache

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.meaning.line import sound_case
from tests.minds.mind_case import MindCase, changed
from tests.minds.rich_mind import rich_mind
from tests.minds.small_minds import small_minds
from tests.minds.whole_line import through, time_of

from deciban.compile import mind_of, minds_in
from deciban.minds import Columns, Mind, read_mind
from deciban.minds.aligned import aligned
from deciban.minds.belief import believe
from deciban.minds.ledger import ledger, log_odds
from deciban.minds.pinned import pinned, reach

CHARACTER = tuple(f"actors.he.trusts.britain.{role}" for role in ("honest", "pushes"))


@cache
def _rich() -> tuple[Mind, Columns]:
    reading = minds_in(through(rich_mind().text).model)["he"].reading
    return reading.mind, reading.columns


def _place(mind: Mind, address: str) -> int:
    return [number.address for number in mind.numbers.numbers].index(address)


def _edited(**settings_: str) -> Mind:
    """The rich mind with other values; a dot is written as two underscores."""
    values = {key.replace("__", "."): value for key, value in settings_.items()}
    case = sound_case(MindCase(changed(rich_mind().case, values), "he").text)
    return mind_of(case, case.actors["he"])


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_a_number_that_is_pinned_leaves_every_row_whole_and_every_number_in_its_range(
    data: st.DataObject,
) -> None:
    mind, columns = _rich()
    drawn = [place for place, each in enumerate(mind.numbers.numbers) if each.low < each.high]
    number = data.draw(st.sampled_from(drawn))
    low, high = reach(mind, number)
    value = low + data.draw(st.floats(0.0, 1.0)) * (high - low)
    numbers = pinned(mind, columns, number, value).numbers
    assert (numbers[number] == value).all()
    for each, written in zip(numbers, mind.numbers.numbers, strict=True):
        if written.low < written.high:
            assert each.min() >= written.low - 1e-12
            assert each.max() <= written.high + 1e-12
    for row in mind.numbers.rows:
        copies = np.array(row.copies, dtype=float)
        total = copies @ numbers[list(row.numbers)]
        assert total.max() <= 1.0 + 1e-12
        if not row.rest:
            assert total.min() >= 1.0 - 1e-9


@pytest.mark.parametrize("address", [*CHARACTER, "actors.he.slip"])
def test_pinning_moves_a_number_and_those_of_its_row_and_nothing_else(address: str) -> None:
    mind, columns = _rich()
    number = _place(mind, address)
    row = next((row.numbers for row in mind.numbers.rows if number in row.numbers), (number,))
    moved = pinned(mind, columns, number, reach(mind, number)[1])
    others = [place for place in range(len(columns.numbers)) if place not in row]
    np.testing.assert_array_equal(moved.numbers[others], columns.numbers[others])
    np.testing.assert_array_equal(moved.received, columns.received)
    np.testing.assert_array_equal(moved.weights, columns.weights)


def test_what_is_left_over_makes_room_first() -> None:
    mind, columns = _rich()
    honest, pushes = (_place(mind, each) for each in CHARACTER)
    moved = pinned(mind, columns, honest, 0.3)
    np.testing.assert_array_equal(moved.numbers[pushes], columns.numbers[pushes])


def test_in_a_row_without_rest_the_others_go_the_same_way() -> None:
    prior = "prior: {a: 10..60%, b: 20..50%, c: 20..50%}"
    actor = f"actors: {{he: {{wonders: {{id: x, values: [a, b, c]}}, {prior}}}}}\n"
    head = "deciban: 1\ntitle: T\nquestion: {ask: Q, hypotheses: {h: H, o: O}, prior: even}\n"
    case = sound_case(head + actor)
    mind = mind_of(case, case.actors["he"])
    columns = read_mind(mind).columns
    first, second, third = (_place(mind, f"actors.he.prior.{value}") for value in "abc")
    assert reach(mind, first) == pytest.approx((0.1, 0.6))
    numbers = pinned(mind, columns, first, 0.5).numbers
    np.testing.assert_allclose(numbers[[first, second, third]].sum(axis=0), 1.0, rtol=1e-12)
    assert numbers[[second, third]].min() >= 0.2 - 1e-12
    lower = columns.numbers[first] < 0.5
    before = columns.numbers[[second, third]][:, lower] - 0.2
    after = numbers[[second, third]][:, lower] - 0.2
    np.testing.assert_allclose(before[0] * after[1], before[1] * after[0], atol=1e-12)


def test_the_same_man_keeps_all_that_the_other_story_leaves_alone() -> None:
    mind, columns = _rich()
    edited = _edited(actors__he__saw__churchill__says="kept")
    same = aligned(mind, columns, edited).columns
    np.testing.assert_array_equal(same.numbers, columns.numbers)
    np.testing.assert_array_equal(same.received, columns.received)
    np.testing.assert_array_equal(same.weights, columns.weights)
    assert not np.array_equal(believe(edited, same).beliefs, believe(mind, columns).beliefs)


def test_what_the_other_story_changes_is_drawn_afresh() -> None:
    mind, columns = _rich()
    edited = _edited(actors__he__slip="10..20%")
    same = aligned(mind, columns, edited).columns
    slip = _place(edited, "actors.he.slip")
    assert 0.1 <= same.numbers[slip].min() < 0.11
    assert 0.19 < same.numbers[slip].max() <= 0.2
    kept = [place for place in range(len(same.numbers)) if place != slip]
    np.testing.assert_array_equal(same.numbers[kept], columns.numbers[kept])


def test_a_row_of_which_one_number_is_changed_is_drawn_afresh_as_a_whole() -> None:
    mind, columns = _rich()
    edited = _edited(actors__he__trusts__britain__honest="40..60%")
    same = aligned(mind, columns, edited).columns
    honest, pushes = (_place(edited, each) for each in CHARACTER)
    assert same.numbers[honest].min() >= 0.4
    assert (same.numbers[honest] + same.numbers[pushes]).max() <= 1.0 + 1e-12
    assert not np.array_equal(same.numbers[pushes], columns.numbers[pushes])
    kept = [place for place in range(len(same.numbers)) if place not in (honest, pushes)]
    np.testing.assert_array_equal(same.numbers[kept], columns.numbers[kept])


def test_whether_a_message_reached_him_changes_only_where_its_chance_does() -> None:
    mind, columns = _rich()
    edited = _edited(actors__he__saw__churchill__reached_him="10%")
    same = aligned(mind, columns, edited).columns
    names = [receipt.id for receipt in edited.receipts]
    churchill, flights = names.index("churchill"), names.index("flights")
    assert same.received[churchill].mean() == pytest.approx(0.1, abs=0.002)
    was = [receipt.id for receipt in mind.receipts].index("flights")
    np.testing.assert_array_equal(same.received[flights], columns.received[was])


def test_a_trust_that_is_replaced_is_another_s_and_all_else_is_his() -> None:
    mind, columns = _rich()
    edited = _edited(actors__he__trusts__britain={"honest": "80%", "guesses": "rest"})  # type: ignore[arg-type]
    same = aligned(mind, columns, edited).columns
    assert (same.numbers[_place(edited, CHARACTER[0])] == 0.8).all()
    for address in ("actors.he.trusts.britain.competence", "actors.he.trusts.sorge.honest"):
        ours, theirs = _place(edited, address), _place(mind, address)
        np.testing.assert_array_equal(same.numbers[ours], columns.numbers[theirs])


@given(small_minds())
@settings(max_examples=60, deadline=None)
def test_the_ledger_of_one_who_forgets_nothing_adds_up_to_all_that_moved_him(
    mind: MindCase,
) -> None:
    case = sound_case(MindCase(changed(mind.case, {"actors.he.forgetting": "100%"}), "he").text)
    he = mind_of(case, case.actors["he"])
    reading = read_mind(he)
    for value in range(len(he.values)):
        lines = list(ledger(he, reading.columns, value))
        start, end = (log_odds(reading.path.beliefs[at], value) for at in (0, -1))
        told = sum((line.moved for line in lines), start=np.zeros(len(reading.columns)))
        np.testing.assert_allclose(told, end - start, atol=1e-9)


def test_the_ledger_has_a_line_for_everything_that_came_and_turned_out() -> None:
    mind, columns = _rich()
    lines = list(ledger(mind, columns, 2))
    assert [(line.ids, line.kind) for line in lines] == [
        (("churchill",), "message"),
        (("may",), "message"),
        (("may",), "outcome"),
        (("flights",), "sign"),
        (("june",), "message"),
    ]
    assert [line.at for line in lines] == sorted(line.at for line in lines)
    assert lines[0].at == time_of("1941-04-21")
