"""A case as a matrix: what other tools would read from it, and how ratings are derived."""

import json
import math
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from tests.meaning.line import case_text, sound_case

from deciban.compile import compile_case
from deciban.findings.readings import (
    Level,
    RatedItem,
    Rating,
    Readings,
    diagnosticity,
    find_readings,
    inconsistency,
    minus_signs,
    rating_of,
    squares,
    weighted_inconsistency,
)
from deciban.read import read_case
from deciban.render.matrix import matrix_json, matrix_view
from deciban.render.page import Screen

THREE = "{a: One, b: Two, c: Three}"
CC, C, N, I, II, NA = (  # noqa: E741 [the published name]
    Rating.CC,
    Rating.C,
    Rating.N,
    Rating.I,
    Rating.II,
    Rating.NA,
)
RATINGS = st.lists(st.sampled_from(list(Rating)), min_size=1, max_size=8)


def _readings(body: str, *, prior: str = "even") -> Readings:
    case = sound_case(case_text(body, prior=prior, hypotheses=THREE))
    return find_readings(case, compile_case(case))


def _item(readings: Readings, name: str) -> RatedItem:
    return next(item for item in readings.items if item.id == name)


def _known(a: str, b: str, c: str) -> RatedItem:
    body = f"""
events:
  - {{id: e, text: E, known: yes, expected: {{a: {a}, b: {b}, c: {c}}}}}
"""
    return _item(_readings(body), "e")


def test_a_very_inconsistent_item_counts_two_and_an_inconsistent_one_one() -> None:
    assert inconsistency([II, I, N, C, CC, NA]) == -3


def test_heuer_counts_either_as_one_minus_sign() -> None:
    assert minus_signs([II, I, N, C, CC, NA]) == 2


def test_an_inconsistent_item_high_in_both_counts_two() -> None:
    assert weighted_inconsistency([(I, Level.HIGH, Level.HIGH)]) == pytest.approx(-2)


def test_a_very_inconsistent_item_low_in_both_counts_one() -> None:
    assert weighted_inconsistency([(II, Level.LOW, Level.LOW)]) == pytest.approx(-1)


@given(RATINGS)
def test_weighted_with_medium_throughout_is_the_plain_inconsistency(ratings: list[Rating]) -> None:
    rated = [(rating, Level.MEDIUM, Level.MEDIUM) for rating in ratings]
    assert weighted_inconsistency(rated) == inconsistency(ratings)


def test_squares_count_only_what_lies_below_the_middle() -> None:
    assert squares([1, 2, 3, 4, 5]) == 4 + 1
    assert squares([2.5]) == 0.25
    assert squares([]) == 0


def test_what_does_not_apply_stands_in_the_middle_and_counts_nowhere() -> None:
    assert NA.number == N.number == 3
    assert (minus_signs([NA]), inconsistency([NA]), squares([NA.number])) == (0, 0, 0)


def test_the_spread_of_an_item_is_that_of_a_population() -> None:
    assert diagnosticity([1, 5]) == 2
    assert diagnosticity([1, 3, 5]) == pytest.approx(math.sqrt(8 / 3))


@given(st.sampled_from(list(Rating)), st.integers(1, 6))
def test_an_item_that_sits_alike_with_all_tells_nothing(rating: Rating, count: int) -> None:
    assert diagnosticity([rating.number] * count) == 0


@pytest.mark.parametrize(
    ("level", "rating"),
    [
        (0.0, C),
        (-1.0, C),
        (-1.0001, N),
        (-2.9999, N),
        (-3.0, I),
        (-9.9999, I),
        (-10.0, II),
        (-math.inf, II),
        (math.nan, NA),
    ],
)
def test_the_thresholds_are_where_the_table_puts_them(level: float, rating: Rating) -> None:
    assert rating_of([level, 0.0], 0) is rating


def test_the_best_is_very_consistent_only_where_a_rival_is_tenfold_worse() -> None:
    assert rating_of([0.0, -10.0], 0) is CC
    assert rating_of([0.0, -9.99], 0) is C
    assert rating_of([-0.5, 0.0, -20.0], 0) is C


def test_rounding_in_the_last_digit_moves_no_rating() -> None:
    assert rating_of([0.0, -3.0 + 1e-13], 1) is I
    assert rating_of([-1e-13, -10.0 + 1e-13], 0) is CC


def test_ratings_come_from_how_likely_the_item_was() -> None:
    item = _known("80%", "40%", "8%")  # 0, -3.01 and -10 dB
    assert item.ratings == {"a": CC, "b": I, "c": II}
    assert item.levels["b"] == pytest.approx(10 * math.log10(0.5))
    assert item.diagnosticity == pytest.approx(diagnosticity([5, 2, 1]))


def test_an_item_as_likely_under_all_is_consistent_with_all() -> None:
    item = _known("20%", "20%", "20%")
    assert set(item.ratings.values()) == {C}
    assert item.diagnosticity == 0


def test_what_rules_a_hypothesis_out_is_very_inconsistent_with_it() -> None:
    item = _known("50%", "0%", "50%")
    assert item.ratings == {"a": CC, "b": II, "c": CC}
    assert item.levels["b"] == -math.inf


def test_the_prior_moves_no_rating() -> None:
    body = """
events:
  - {id: e, text: E, known: yes, expected: {a: 60%, b: 30%, c: 5%}}
"""
    even = _item(_readings(body), "e")
    steep = _item(_readings(body, prior="{a: 1%, b: 1%, c: rest}"), "e")
    assert steep.ratings == even.ratings
    for name, level in even.levels.items():
        assert steep.levels[name] == pytest.approx(level)


def test_a_hypothesis_without_a_chance_has_no_rating() -> None:
    body = """
events:
  - {id: e, text: E, known: yes, expected: {a: 60%, b: 30%, c: 5%}}
"""
    item = _item(_readings(body, prior="{a: 50%, b: 50%, c: 0%}"), "e")
    assert item.ratings == {"a": C, "b": I, "c": NA}
    assert item.levels["c"] is None


WITNESSES = """
sources:
  good: {character: {honest: 80%, guesses: rest}}
  fair: {character: {honest: 50%, guesses: rest}}
  poor: {character: {honest: 49%, guesses: rest}}
  liar: {character: {inverts: 100%}}
  pupil: {school: house}
  master: {school: house, reliability: A}
  archive: {name: An archive}
events:
  - {id: e, text: E, expected: {a: 90%, b: 50%, c: 10%}}
  - {id: f, text: F, known: yes, expected: {a: 90%, b: 50%, c: 10%}}
reports:
  - {id: by_good, of: e, by: good}
  - {id: by_fair, of: e, by: fair}
  - {id: by_poor, of: e, by: poor}
  - {id: by_liar, of: e, by: liar}
  - {id: by_pupil, of: e, by: pupil}
  - {id: copy, of: e, by: good, relays: by_poor}
  - {id: copy_of_lost, of: e, by: poor, relays: master}
silences:
  - {id: gap, of: e, by: archive, made: 50%}
"""


def test_an_item_is_as_credible_as_whom_it_goes_back_to_is_honest() -> None:
    items = {item.id: item.credibility for item in _readings(WITNESSES).items}
    assert items == {
        "by_good": Level.HIGH,
        "by_fair": Level.MEDIUM,
        "by_poor": Level.LOW,
        "by_liar": Level.LOW,
        "by_pupil": Level.HIGH,
        "copy": Level.LOW,
        "copy_of_lost": Level.HIGH,
        "gap": Level.MEDIUM,
        "f": Level.HIGH,
    }


def test_the_readings_of_a_hypothesis_add_up_over_its_items() -> None:
    readings = _readings(WITNESSES)
    for each in readings.hypotheses:
        ratings = [item.ratings[each.id] for item in readings.items]
        assert each.minus == minus_signs(ratings)
        assert each.inconsistency == inconsistency(ratings)
        assert each.squares == squares([rating.number for rating in ratings])
        assert each.inconsistency * 2 - 1e-9 <= each.weighted <= each.inconsistency / 2 + 1e-9


def test_the_most_diagnostic_items_come_first() -> None:
    values = [item.diagnosticity for item in _readings(WITNESSES).items]
    assert values == sorted(values, reverse=True)
    assert values[0] > values[-1]


def test_a_case_without_items_has_an_empty_matrix() -> None:
    readings = _readings("")
    assert readings.items == ()
    assert [each.minus for each in readings.hypotheses] == [0, 0, 0]
    assert "beside the answer and not it" in _shown(readings, 80)


def _shown(readings: Readings, width: int) -> str:
    console = Console(width=width, file=StringIO())
    with console.capture() as captured:
        console.print(matrix_view(readings, Screen(width=width)))
    return captured.get()


@pytest.mark.parametrize("width", [40, 60, 100])
def test_a_matrix_fits_the_screen_and_counts_what_it_leaves_out(width: int) -> None:
    path = Path(__file__).parents[2] / "cases" / "barbarossa"
    case = read_case(path).case
    assert case is not None
    readings = find_readings(case, compile_case(case))
    shown = _shown(readings, width)
    lines = shown.splitlines()
    assert max(map(len, lines)) <= width
    row = next(line for line in lines if line.startswith("attack"))
    columns = sum(cell in Rating.__members__ for cell in row.split())
    assert columns > 0
    assert f"and {len(readings.items) - columns} items" in shown
    assert readings.items[0].id in shown


def test_as_data_a_matrix_holds_every_item() -> None:
    readings = _readings(WITNESSES.replace("a: 90%, b: 50%, c: 10%", "a: 90%, b: 50%, c: 0%"))
    data = json.loads(json.dumps(matrix_json(readings), allow_nan=False))
    assert [each["id"] for each in data["items"]] == [item.id for item in readings.items]
    known = next(each for each in data["items"] if each["id"] == "f")
    assert known["ratings"] == {"a": "CC", "b": "N", "c": "II"}
    assert known["levels"]["c"] is None
    assert known["credibility"] == "high"
