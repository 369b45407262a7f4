import math
from functools import partial
from itertools import pairwise

import pytest
from tests.meaning.line import case_text, read
from tests.minds.little_case import ACT, SHOWN, UNSURE, little_case

from deciban import pipeline
from deciban.findings.flip_curve import POINTS, NoSuchNumber, NumberCurve, find_flip_curve
from deciban.findings.sensitivity import find_answers_with_sensitivity

SEAL = "events.seal.expected"
CASE = case_text(
    """
    events:
      - {id: seal, text: A late seal, known: yes, expected: {h: 40..80%, other: 20..50%}}
    """
)
SCRIBES = case_text(
    """
    events:
      - {id: paper, text: Its paper, known: yes, expected: 60%}
    """,
    hypotheses="{cantor: The cantor, abbot: The abbot, forger: A forger}",
    prior="{cantor: 20..50%, abbot: 30..60%, forger: 20..50%}",
)


def _curve(text: str, address: str | None = None) -> NumberCurve:
    found = pipeline.inquire(read(text), partial(find_flip_curve, address=address)).findings
    assert isinstance(found, NumberCurve), found
    return found


def test_every_point_is_the_answer_with_the_number_there() -> None:
    curve = _curve(CASE, f"{SEAL}.h")
    for point in curve.points:
        assert point.chances is not None
        assert point.chances["h"] == pytest.approx(point.value / (point.value + 0.35))


def test_the_number_goes_all_the_way_and_its_own_values_are_among_the_points() -> None:
    curve = _curve(CASE, f"{SEAL}.h")
    values = [point.value for point in curve.points]
    assert values == sorted(values)
    assert (values[0], values[-1]) == (0.0, 1.0)
    assert len(values) >= POINTS
    for value in (curve.low, curve.high, curve.central, curve.flip):
        assert value == pytest.approx(min(values, key=lambda each: abs(each - (value or 0.0))))
    assert (curve.low, curve.central, curve.high) == pytest.approx((0.4, 0.6, 0.8))


def test_where_the_leader_changes_the_two_are_level() -> None:
    curve = _curve(CASE, f"{SEAL}.h")
    assert curve.flip == pytest.approx(0.35)
    assert (curve.leader, curve.flips_to, curve.inside) == ("h", "other", False)
    there = next(point for point in curve.points if point.value == curve.flip)
    assert there.chances is not None
    assert there.chances["h"] == pytest.approx(there.chances["other"])


def test_the_others_of_a_row_make_room() -> None:
    curve = _curve(SCRIBES, "question.prior.cantor")
    first, last = curve.points[0].chances, curve.points[-1].chances
    assert first == pytest.approx({"cantor": 0.0, "abbot": 0.55, "forger": 0.45})
    assert last == pytest.approx({"cantor": 0.5, "abbot": 0.3, "forger": 0.2})


def test_a_number_that_is_nearly_nothing_moves_in_decibans() -> None:
    curve = _curve(case_text("", prior="{h: 1/200000, other: rest}"), "question.prior.h")
    odds = [10 * math.log10(point.value / (1 - point.value)) for point in curve.points]
    steps = {round(after - before, 6) for before, after in pairwise(odds)}
    assert curve.spacing == "decibans"
    assert max(steps) == pytest.approx((53.01 + 30 + 6) / 40, abs=0.001)
    assert (odds[0], odds[-1]) == pytest.approx((-53.01 - 30, 6.0), abs=0.01)


def test_where_nothing_is_possible_there_is_no_answer() -> None:
    text = case_text(
        "events: [{id: seal, text: A late seal, known: yes, expected: {h: 30..60%, other: 0%}}]"
    )
    curve = _curve(text, f"{SEAL}.h")
    assert curve.points[0].chances is None
    assert all(point.chances == {"h": 1.0, "other": 0.0} for point in curve.points[1:])


def test_by_default_it_is_the_number_nearest_to_changing_the_leader() -> None:
    assert _curve(SCRIBES).address == "question.prior.abbot"


def test_a_number_that_is_not_there_is_told_with_those_that_are() -> None:
    found = pipeline.inquire(read(CASE), partial(find_flip_curve, address="seal")).findings
    assert isinstance(found, NoSuchNumber)
    assert f"{SEAL}.h" in found.addresses


def test_a_number_of_a_mind_goes_through_its_range_as_when_it_is_pinned() -> None:
    text = little_case(UNSURE + ACT, SHOWN)
    _, sensitivity = pipeline.inquire(read(text), find_answers_with_sensitivity).findings or (0, 0)
    pin = sensitivity.minds[0]  # type: ignore[union-attr]  # it was found
    curve = _curve(text, pin.address)
    ends = [point.chances for point in (curve.points[0], curve.points[-1])]
    assert curve.central is None
    assert (curve.low, curve.high) == (pin.low, pin.high)
    assert [each and each[curve.leader] for each in ends] == pytest.approx(
        [pin.curve[0][1], pin.curve[-1][1]]
    )


def test_a_published_ratio_moves_far_beyond_its_range() -> None:
    text = case_text(
        """
        events:
          - {id: ink, text: The ink is late, known: yes, weight: {h: 4..8 dB}}
        """
    )
    curve = _curve(text, "events.ink.weight.h")
    assert curve.points[-1].value > 1000.0
    for point in curve.points:
        assert point.chances is not None
        assert point.chances["h"] == pytest.approx(point.value / (point.value + 1.0))
