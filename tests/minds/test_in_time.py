"""A man to whom less had come, against the reference that never heard of the rest."""

from collections.abc import Collection

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from tests.minds.by_hand import margin, points, table
from tests.minds.mind_case import MindCase
from tests.minds.one_mind import Data
from tests.minds.small_minds import CLEAR, small_minds
from tests.minds.whole_line import through, time_of

from deciban.minds import Reading, read_at
from deciban.minds.in_time import Partly, standing_by, table_by, without_others

DAYS = tuple(f"1941-06-{day:02d}" for day in range(1, 29, 3))
BEFORE, AFTER = "1941-05-01", "1941-07-01"


def reading_of(mind: MindCase) -> Reading:
    return through(mind.text).mind(mind.of).reading


def cut_at(actor: Data, day: str) -> Data:
    """The actor to whom nothing came, and of whom nothing turned out, after a day."""
    kept = [each for each in actor["saw"] if each["on"] <= day and "copies" not in each]
    return {**actor, "saw": [_known_by(each, day) for each in kept]}


def _known_by(sight: Data, day: str) -> Data:
    if sight.get("resolved", {"on": day})["on"] <= day:
        return sight
    return {key: value for key, value in sight.items() if key != "resolved"}


def told_only(actor: Data, names: Collection[str]) -> Data:
    """The actor to whom only these came; what rests on fresh knowledge still does."""
    speaks_from: dict[str, int] = {}  # by source, the belief that its messages speak from now
    kept_from: dict[str, int] = {}  # the one that the last kept message spoke from
    saw = []
    for each in sorted(actor["saw"], key=lambda sight: sight["on"]):
        if "copies" in each:
            continue
        source = each.get("from")
        if source is not None:
            fresh = each.get("new_information", False) or source not in speaks_from
            speaks_from[source] = speaks_from.get(source, 0) + fresh
        if each["id"] not in names:
            continue
        if source is not None:
            fresh = speaks_from[source] != kept_from.get(source)
            kept_from[source] = speaks_from[source]
            saw.append({**each, "new_information": fresh})
        else:
            saw.append(each)
    return {**actor, "saw": saw}


def by_hand(mind: MindCase, actor: Data, reading: Reading) -> NDArray[np.float64] | None:
    """The reference's table, in the order of ours; None where a belief is on an edge by a hair."""
    possible = points(actor)
    if any(margin(one, mind.question) < CLEAR for _, one in possible):
        return None
    names = [choice["id"] for choice in mind.actor["chooses"]]
    axes = [names.index(choice.id) for choice in reading.mind.choices]
    answers = list(mind.question["hypotheses"])
    whole = np.zeros_like(reading.table)
    for (answer, did), share in table(possible, mind.question).items():
        whole[(answers.index(answer), *(0 if did[axis] else 1 for axis in axes))] += share
    return whole


@given(small_minds(), st.sampled_from(DAYS))
@settings(max_examples=150, deadline=None)
def test_a_belief_at_a_date_is_that_of_one_who_never_hears_the_rest(
    mind: MindCase, day: str
) -> None:
    reading = reading_of(mind)
    theirs = by_hand(mind, cut_at(mind.actor, day), reading)
    if theirs is not None:
        np.testing.assert_allclose(table_by(reading, time_of(day)), theirs, rtol=0.0, atol=1e-12)


@given(small_minds(), st.sets(st.sampled_from([f"m{place}" for place in range(5)])))
@settings(max_examples=150, deadline=None)
def test_of_one_who_never_had_some_messages_the_others_say_what_they_said(
    mind: MindCase, names: set[str]
) -> None:
    reading = reading_of(mind)
    theirs = by_hand(mind, told_only(mind.actor, names), reading)
    if theirs is not None:
        ours = Partly(reading).table(names)
        np.testing.assert_allclose(ours, theirs, rtol=0.0, atol=1e-12)


@given(small_minds())
@settings(max_examples=60, deadline=None)
def test_one_to_whom_everything_came_is_the_man_that_was_read(mind: MindCase) -> None:
    reading = reading_of(mind)
    assert table_by(reading, time_of(AFTER)) is reading.table
    assert Partly(reading).table({each["id"] for each in mind.actor["saw"]}) is reading.table


@given(small_minds())
@settings(max_examples=60, deadline=None)
def test_before_anything_came_and_with_no_message_at_all_he_is_one_man(mind: MindCase) -> None:
    reading = reading_of(mind)
    before, none = table_by(reading, time_of(BEFORE)), Partly(reading).table(())
    np.testing.assert_allclose(before, none, rtol=0.0, atol=1e-12)
    assert before.sum() == pytest.approx(1.0)


@given(small_minds())
@settings(max_examples=60, deadline=None)
def test_dates_on_which_the_same_beliefs_count_have_one_table(mind: MindCase) -> None:
    reading = reading_of(mind)
    found: dict[tuple[int, ...], NDArray[np.float64]] = {}
    for day in DAYS:
        key, ours = standing_by(reading, time_of(day)), table_by(reading, time_of(day))
        np.testing.assert_array_equal(found.setdefault(key, ours), ours)


@given(small_minds(), st.sets(st.sampled_from([f"m{place}" for place in range(5)])))
@settings(max_examples=60, deadline=None)
def test_taking_messages_away_leaves_the_columns_what_they_were(
    mind: MindCase, names: set[str]
) -> None:
    reading = reading_of(mind)
    again = read_at(without_others(reading.mind, names), reading.columns)
    np.testing.assert_allclose(Partly(reading).table(names), again.table, rtol=0.0, atol=1e-12)


@given(small_minds(), st.permutations([f"m{place}" for place in range(5)]))
@settings(max_examples=60, deadline=None)
def test_what_was_read_before_changes_nothing(mind: MindCase, order: list[str]) -> None:
    reading = reading_of(mind)
    partly = Partly(reading)
    for count in (3, 5, 1, 4, 0, 2):
        ours, alone = partly.table(order[:count]), Partly(reading).table(order[:count])
        np.testing.assert_allclose(ours, alone, rtol=0.0, atol=1e-15)
