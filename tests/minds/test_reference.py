"""The line from text to weighed mind against the reference, over random small minds."""

from collections.abc import Iterable
from typing import TypeAlias

import numpy as np
import pytest
from hypothesis import given, settings
from tests.minds.by_hand import acts, belief, points, table
from tests.minds.mind_case import MindCase
from tests.minds.one_mind import Data
from tests.minds.small_minds import small_minds
from tests.minds.whole_line import through, time_of

from deciban.minds import Reading

#: What tells one possible man from another: what he and the other cared for, what reached him.
Man: TypeAlias = tuple[float, float, frozenset[str]]

DAYS = tuple(f"1941-06-{day:02d}" for day in range(1, 29, 3))


@given(small_minds())
@settings(max_examples=150, deadline=None)
def test_a_question_about_a_mind_is_answered_as_by_the_reference(mind: MindCase) -> None:
    answers, _ = mind.answers()
    assert through(mind.text).chances == pytest.approx(answers, rel=0.0, abs=1e-10)


@given(small_minds())
@settings(max_examples=150, deadline=None)
def test_every_possible_man_weighs_what_he_weighs_in_the_reference(mind: MindCase) -> None:
    _, weights = mind.answers()
    theirs = _summed(map(_man, _possible(mind)), weights)
    weighed = through(mind.text).mind(mind.of)
    assert weighed.exact
    ours = _summed(_men(weighed.reading), weighed.weights.tolist())
    assert ours == pytest.approx(theirs, rel=0.0, abs=1e-10)


@given(small_minds())
@settings(max_examples=60, deadline=None)
def test_every_possible_man_believes_from_day_to_day_what_he_does_in_the_reference(
    mind: MindCase,
) -> None:
    reading = through(mind.text).mind(mind.of).reading
    possible = {_man(actor): actor for actor in _possible(mind)}
    for column, man in enumerate(_men(reading)):
        for day in DAYS:
            ours = reading.path.at(time_of(day))[:, column]
            theirs = list(belief(possible[man], day).values())
            np.testing.assert_allclose(ours, theirs, rtol=1e-9, atol=1e-12)


@given(small_minds())
@settings(max_examples=60, deadline=None)
def test_every_possible_man_acts_as_in_the_reference(mind: MindCase) -> None:
    reading = through(mind.text).mind(mind.of).reading
    possible = {_man(actor): actor for actor in _possible(mind)}
    axes = _axes(mind, reading)
    for column, man in enumerate(_men(reading)):
        for did, chance in acts(possible[man]).items():
            cell = (*(0 if did[axis] else 1 for axis in axes), column)
            assert reading.patterns[cell] == pytest.approx(chance, rel=1e-9, abs=1e-12)


@given(small_minds())
@settings(max_examples=60, deadline=None)
def test_the_table_of_a_mind_is_that_of_the_reference(mind: MindCase) -> None:
    theirs = table([(weight, actor) for weight, actor in points(mind.actor)], mind.question)
    reading = through(mind.text).mind(mind.of).reading
    answers, axes = list(mind.question["hypotheses"]), _axes(mind, reading)
    for (answer, did), share in theirs.items():
        cell = (answers.index(answer), *(0 if did[axis] else 1 for axis in axes))
        assert reading.table[cell] == pytest.approx(share, rel=0.0, abs=1e-12)


def _possible(mind: MindCase) -> list[Data]:
    return [actor for _, actor in points(mind.actor)]


def _man(actor: Data) -> Man:
    """Who a possible actor of the reference is."""
    came = (sight["id"] for sight in actor["saw"] if sight.get("received", False))
    return actor["care"], actor.get("opponent", {}).get("care", 0.0), frozenset(came)


def _men(reading: Reading) -> list[Man]:
    """Who each column is."""
    mind, columns = reading.mind, reading.columns
    other = columns.of(mind.opponent.care[0]) if mind.opponent is not None else np.zeros(())
    every = np.broadcast_arrays(columns.of(mind.care), other, columns.weights)
    came = [
        frozenset(each.id for each, did in zip(mind.receipts, column, strict=True) if did)
        for column in columns.received.T
    ]
    pairs = zip(every[0].tolist(), every[1].tolist(), came, strict=True)
    return [(care, others, received) for care, others, received in pairs]


def _summed(men: Iterable[Man], weights: list[float]) -> dict[Man, float]:
    """The weight of every man; a list may name one care twice."""
    found: dict[Man, float] = {}
    for man, weight in zip(men, weights, strict=True):
        found[man] = found.get(man, 0.0) + weight
    return found


def _axes(mind: MindCase, reading: Reading) -> list[int]:
    """For each choice of the mind, its place among those of the text."""
    names = [choice["id"] for choice in mind.actor["chooses"]]
    return [names.index(choice.id) for choice in reading.mind.choices]
