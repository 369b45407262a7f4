"""Which numbers move the leader: one by one, together, and in pairs."""

import math
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from tests.findings.bounds_cases import case_of, randoms, ranged_case, solved

from deciban.case import Case
from deciban.draws import draws
from deciban.engine import solve
from deciban.findings.flips import find_flips
from deciban.findings.odds import log_odds
from deciban.findings.sensitivity import Sensitivity, find_sensitivity
from deciban.findings.swinging.curves import find_curves
from deciban.findings.swinging.swings import Swing, find_swings
from deciban.model import Model, legs_of


def sensitivity_of(case: Case, count: int = 400) -> Sensitivity:
    model, solution = solved(case)
    flips = find_flips(case.question.answers, model, solution)
    return find_sensitivity(case, model, solution, flips, draws(model, count))


def swings_of(case: Case) -> dict[str, Swing]:
    model, solution = solved(case)
    return {each.address: each for each in find_swings(case, model, solution, ())}


def moved(model: Model, number: int, value: float) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """The numbers with one of them moved, its row making room."""
    legs = legs_of(model, number)
    leg = min(legs, key=lambda each: max(each.start - value, value - each.end, 0.0))
    inside = min(max(value, leg.start), leg.end)
    point = model.centrals.copy()
    point[[number, *leg.others]] = [inside, *leg.others_at(inside)]
    return point


@settings(max_examples=30, deadline=None)
@given(randoms())
def test_a_swing_is_what_the_ends_of_a_range_come_to(random: Random) -> None:
    case = ranged_case(random, ranges=8, rows=2)
    model, solution = solved(case)
    leader = int(solution.posterior.argmax())
    places = {number.address: place for place, number in enumerate(model.numbers)}
    swings = find_swings(case, model, solution, ())
    for swing in swings:
        points = [moved(model, places[swing.address], end) for end in (swing.low, swing.high)]
        there = solve(model, solution.query, numbers=np.array(points).T)
        if not there.posterior.any(axis=0).all():
            continue  # an end at which the evidence is impossible
        assert there.posterior[leader] == pytest.approx([swing.at_low, swing.at_high], abs=1e-9)
        if np.isfinite([swing.low_odds, swing.high_odds]).all():
            low, high = log_odds(there.log_z)[leader]
            assert swing.low_odds == pytest.approx(low, abs=1e-6)
            assert swing.high_odds == pytest.approx(high, abs=1e-6)
            assert swing.swing == pytest.approx(abs(high - low), abs=1e-6)


@settings(max_examples=30, deadline=None)
@given(randoms())
def test_the_slope_is_that_of_two_points_close_by(random: Random) -> None:
    case = ranged_case(random, ranges=8, rows=0)
    model, solution = solved(case)
    leader = int(solution.posterior.argmax())
    places = {number.address: place for place, number in enumerate(model.numbers)}
    for swing in find_swings(case, model, solution, ()):
        if not swing.low + 1e-4 < swing.central < swing.high - 1e-4:
            continue
        step = 1e-6 * swing.central
        ends = [swing.central - step, swing.central + step]
        points = np.array([moved(model, places[swing.address], end) for end in ends]).T
        low, high = log_odds(solve(model, solution.query, numbers=points).log_z)[leader]
        if math.isfinite(high - low):
            assert swing.slope == pytest.approx((high - low) / (2 * step), rel=1e-3, abs=1e-4)


def test_an_end_where_the_evidence_is_impossible_is_approached() -> None:
    case = case_of("""
    sources: {he: {name: He, character: {honest: 100%}, competence: 100%}}
    assume: {slip: 0..40%}
    events:
      - {id: fact, text: A fact, known: yes, expected: {h: 60%, other: 20%}}
    reports:
      - {id: denied, of: fact, by: he, says: no}
    """)
    swing = swings_of(case)["assume.slip"]
    assert swing.at_low == pytest.approx(0.75)
    assert swing.at_high == pytest.approx(0.75)
    assert swing.swing == 0.0


ONE_EVENT = """
events:
  - {id: seen, text: Seen, known: yes, expected: {h: 60..80%, other: 20%}}
"""


def test_a_deciban_of_a_likelihood_moves_the_answer_by_its_complement() -> None:
    swing = swings_of(case_of(ONE_EVENT))["events.seen.expected.h"]
    assert swing.derivative == pytest.approx(0.3)
    assert swing.slope == pytest.approx(10 / math.log(10) / 0.7)
    assert swing.swing == pytest.approx(10 * math.log10(80 / 60))
    assert (swing.kind, swing.subject) == ("event", "seen")


def test_a_deciban_of_a_ratio_is_a_deciban_of_the_answer() -> None:
    case = case_of("""
    events:
      - {id: study, text: A study, known: yes, weight: {h: x2..x8}}
    """)
    swing = swings_of(case)["events.study.weight.h"]
    assert swing.derivative == pytest.approx(1.0)
    assert swing.swing == pytest.approx(10 * math.log10(4))


def test_a_number_of_a_row_swings_with_what_the_row_leaves_it() -> None:
    case = case_of(ONE_EVENT, prior="{h: 40..90%, other: 40..70%}")
    swing = swings_of(case)["question.prior.h"]
    assert swing.low == pytest.approx(0.4)
    assert swing.high == pytest.approx(0.6)
    assert swing.low_odds == pytest.approx(10 * math.log10(70 / 20 * 40 / 60))


def test_points_have_no_swing_and_may_still_flip() -> None:
    case = case_of("""
    events:
      - {id: seen, text: Seen, known: yes, expected: {h: 60%, other: 20%}}
    """)
    model, solution = solved(case)
    found = sensitivity_of(case)
    assert not found.swings
    assert not found.by_source
    assert not found.by_theme
    assert not found.curves
    assert find_flips(case.question.answers, model, solution)


@settings(max_examples=15, deadline=None)
@given(randoms())
def test_the_widest_swing_stands_first_and_every_number_is_in_one_group(random: Random) -> None:
    found = sensitivity_of(ranged_case(random, ranges=10, rows=2), count=50)
    widths = [each.swing for each in found.swings]
    assert widths == sorted(widths, reverse=True)
    grouped = [name for each in (*found.by_source, *found.by_theme) for name in each.numbers]
    assert sorted(grouped) == sorted({*grouped})
    assert {each.address for each in found.swings} <= {*grouped}


GROUPED = """
sources:
  he: {name: He, character: {honest: 30..90%, guesses: rest}, competence: 90%}
  she: {name: She}
assume: {slip: 2..8%}
events:
  - {id: fact, text: Fact, theme: deeds, expected: {h: 80..90%, other: 10..30%}}
  - {id: seen, text: Seen, theme: trade, known: yes, expected: {h: 60..80%, other: 20%}}
  - {id: sold, text: Sold, theme: trade, known: yes, expected: {h: 60..80%, other: 20%}}
reports:
  - {id: told, of: fact, by: he, competence: 70..95%}
silences:
  - {id: no_note, of: fact, by: she, made: 20..60%}
"""


def test_reports_and_silences_count_with_their_source_and_events_with_their_theme() -> None:
    found = sensitivity_of(case_of(GROUPED))
    sources = {each.name: set(each.numbers) for each in found.by_source}
    assert sources == {
        "he": {"sources.he.character.honest", "reports.told.competence"},
        "she": {"silences.no_note.made"},
    }
    themes = {each.name: each for each in found.by_theme}
    assert set(themes["trade"].numbers) == {"events.seen.expected.h", "events.sold.expected.h"}
    assert len(themes["deeds"].numbers) == 2
    assert themes["slip"].kind == "assume"


def test_a_group_swings_as_its_numbers_do_when_all_else_stays() -> None:
    case = case_of(ONE_EVENT)
    (theme,) = sensitivity_of(case, count=4000).by_theme
    low, high = (60 + 20 * share for share in (0.05, 0.95))
    assert theme.low == pytest.approx(low / (low + 20), abs=2e-3)
    assert theme.high == pytest.approx(high / (high + 20), abs=2e-3)
    assert theme.swing == pytest.approx(10 * math.log10(high / low), abs=0.05)


def test_numbers_that_the_answer_does_not_hang_on_do_not_swing_it() -> None:
    case = case_of("""
    questions:
      aside: {ask: And?, hypotheses: {yes: Yes, no: No}, prior: {yes: 10..90%, no: rest}}
    events:
      - {id: seen, text: Seen, known: yes, expected: {h: 60%, other: 50%}}
      - {id: elsewhere, text: Elsewhere, known: yes, given: aside, expected: {yes: 9%, no: 5%}}
    """)
    found = sensitivity_of(case)
    (aside,) = found.by_theme
    assert (aside.kind, aside.swing) == ("question", 0.0)
    assert not found.worth_an_afternoon


TWO_EVENTS = """
events:
  - {id: a, text: A, known: yes, expected: {h: 40..80%, other: 30%}}
  - {id: b, text: B, known: yes, expected: {h: 20..60%, other: 30%}}
"""


def test_two_numbers_flip_together_along_a_hyperbola() -> None:
    (curve,) = sensitivity_of(case_of(TWO_EVENTS)).curves
    assert {curve.one, curve.other} == {"events.a.expected.h", "events.b.expected.h"}
    assert len(curve.points) == 21
    for one, other in curve.points:
        assert other == pytest.approx(0.09 / one)
    assert curve.inside


def test_two_numbers_that_cannot_flip_inside_their_ranges_say_so() -> None:
    case = case_of(TWO_EVENTS.replace("40..80%", "70..80%").replace("20..60%", "40..60%"))
    (curve,) = sensitivity_of(case).curves
    assert not curve.inside
    assert all(other is not None for _, other in curve.points)


def test_where_no_value_of_the_other_flips_there_is_none() -> None:
    case = case_of("""
    events:
      - {id: a, text: A, known: yes, expected: {h: 40..80%, other: 70%}}
      - {id: b, text: B, known: yes, expected: {h: 45..75%, other: 90%}}
    """)
    (curve,) = sensitivity_of(case).curves
    edges = [other for _, other in curve.points]
    assert None in edges
    assert any(edges)
    for one, other in curve.points:
        assert other == (pytest.approx(0.63 / one) if one > 0.63 else None)


@settings(max_examples=15, deadline=None)
@given(randoms())
def test_the_leader_changes_across_every_curve(random: Random) -> None:
    case = ranged_case(random, ranges=8, rows=2)
    model, solution = solved(case)
    leader = int(solution.posterior.argmax())
    places = {number.address: place for place, number in enumerate(model.numbers)}
    worth = [places[each.address] for each in find_swings(case, model, solution, ())[:5]]
    shared = [{model.numbers[n].address for n in row.numbers} for row in model.rows]
    for curve in find_curves(model, solution, worth):
        if any({curve.one, curve.other} <= row for row in shared):
            continue
        number = model.numbers[places[curve.other]]
        for one, other in curve.points:
            if other is None or not 1e-6 < other < (
                number.high if number.measure == "ratio" else 1 - 1e-6
            ):
                continue
            point = moved(model, places[curve.one], one)
            base = moved(model, places[curve.other], other)
            changed = base != model.centrals
            point[changed] = base[changed]
            posterior = solve(model, solution.query, numbers=point).posterior
            assert posterior[leader] == pytest.approx(np.delete(posterior, leader).max(), rel=1e-5)


def test_two_numbers_of_one_row_make_room_for_each_other() -> None:
    case = case_of(
        """
    events:
      - {id: seen, text: Seen, known: yes, expected: {a: 50%, b: 40%, c: 30%}}
    """,
        hypotheses="{a: A, b: B, c: C}",
        prior="{a: 30..40%, b: 20..40%, c: rest}",
    )
    (curve,) = sensitivity_of(case).curves
    a_first = curve.one == "question.prior.a"
    for one, other in curve.points:
        assert other is not None
        a, b = (one, other) if a_first else (other, one)
        chances = [0.5 * a, 0.4 * b, 0.3 * (1 - a - b)]
        assert chances[0] == pytest.approx(max(chances[1:]))
