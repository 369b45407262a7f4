import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deciban.problem import CODES, Problem
from deciban.span import Span
from deciban.units import (
    SCALES,
    Judgement,
    Measure,
    Rest,
    probability_to_decibans,
    read_probability,
    read_share,
)

HERE = Span("case.yaml", 7, 13, 100, 106)


def read(text: str, scale: str = "icd203") -> Judgement:
    judgement = read_probability(text, scale, HERE)
    assert isinstance(judgement, Judgement), str(judgement)
    return judgement


def fault(text: str, scale: str = "icd203") -> Problem:
    problem = read_probability(text, scale, HERE)
    assert isinstance(problem, Problem)
    return problem


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0.7", 0.7),
        (".7", 0.7),
        ("1", 1.0),
        ("70%", 0.7),
        ("0%", 0.0),
        ("100%", 1.0),
        ("12.5%", 0.125),
        ("1/200000", 5e-6),
        ("1 in 20", 0.05),
        ("1in20", 0.05),
        ("3:1", 0.75),
        ("1:3", 0.25),
        ("even", 0.5),
        ("EVEN", 0.5),
        ("1e-5", 1e-5),
    ],
)
def test_points_are_what_they_say(text: str, value: float) -> None:
    judgement = read(text)
    assert (judgement.central, judgement.low, judgement.high) == (value, value, value)
    assert judgement.certain


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("60..80%", 0.6, 0.8),
        ("60%..80%", 0.6, 0.8),
        ("60 .. 80%", 0.6, 0.8),
        ("0.6..0.8", 0.6, 0.8),
        ("1/20..1/5", 0.05, 0.2),
        ("0.1..99.9%", 0.001, 0.999),
        ("unknown", 0.001, 0.999),
    ],
)
def test_a_bare_range_has_its_midpoint_as_central_value(text: str, low: float, high: float) -> None:
    judgement = read(text)
    assert judgement.low == pytest.approx(low)
    assert judgement.high == pytest.approx(high)
    assert judgement.central == pytest.approx((low + high) / 2.0)
    assert judgement.measure is Measure.PROBABILITY
    assert not judgement.certain


@pytest.mark.parametrize("text", ["1 in 20..1 in 5", "1:19..1:4", "1 in 20..1:4"])
def test_a_range_in_odds_has_its_midpoint_in_decibans(text: str) -> None:
    judgement = read(text)
    assert judgement.measure is Measure.DECIBANS
    assert (judgement.low, judgement.high) == pytest.approx((0.05, 0.2))
    ends = probability_to_decibans(0.05) + probability_to_decibans(0.2)
    assert probability_to_decibans(judgement.central) == pytest.approx(ends / 2.0)


def test_a_central_value_may_stand_anywhere_in_its_range() -> None:
    judgement = read("70% (50..85%)")
    assert (judgement.central, judgement.low, judgement.high) == (0.7, 0.5, 0.85)
    assert read("3:1 (50..85%)").measure is Measure.PROBABILITY
    assert read("50%(1:4..2:1)").measure is Measure.DECIBANS


def test_a_word_is_kept_with_its_scale() -> None:
    judgement = read("Highly  Probable")
    assert (judgement.low, judgement.high) == (0.8, 0.95)
    assert judgement.central == pytest.approx(0.875)
    assert (judgement.word, judgement.scale) == ("very likely", "icd203")
    assert read("likely", "nato").high == 0.9


def test_even_and_unknown_are_words_of_every_scale() -> None:
    for scale in SCALES:
        assert read("even", scale).central == 0.5
        assert read("Unknown", scale).low == 0.001
        assert read("even", scale).scale is None


def test_rest_is_a_share_and_never_a_number() -> None:
    assert read_share(" Rest ", "icd203", HERE) == Rest()
    assert fault("rest").code == "D323"


def test_how_and_where_it_is_written_is_no_part_of_equality() -> None:
    assert read("70%") == read_probability("0.70", "icd203", None)
    assert read("60..80%") != read("70%")
    assert read("likely") != read("55..80%"), "the word is kept, never only the number"
    assert read("70%").text == "70%"
    assert read("70%").at == HERE


@pytest.mark.parametrize(
    ("text", "code", "hint"),
    [
        ("", "D301", "70%"),
        ("   ", "D301", "unknown"),
        ("1..", "D302", "60..80%"),
        ("70%%", "D302", "70%"),
        ("70", "D303", "write 70%"),
        ("1.5", "D303", "write 1.5%"),
        ("60..80", "D303", "write 60..80%"),
        ("150%", "D304", "0% to 100%"),
        ("-5%", "D304", "0% to 100%"),
        ("700", "D304", "0% to 100%"),
        ("3/2", "D304", "3:2"),
        ("80..60%", "D305", "write 60..80%"),
        ("0.8..0.6", "D305", "write 0.6..0.8"),
        ("1 in 5..1 in 20", "D305", "write 1 in 20..1 in 5"),
        ("90% (50..85%)", "D306", "90%"),
        ("likly", "D307", "did you mean likely"),
        ("maybe", "D307", "roughly even chance"),
        ("realistic possibility", "D308", "`phia`"),
        ("highly likely", "D308", "80..90%"),
        ("50/50", "D317", "50:50"),
        ("40/60", "D317", "40:60"),
        ("50%..0.7", "D318", "same way"),
        ("1 in 20..30%", "D318", "same way"),
        ("1/0", "D319", "0%"),
        ("0:3", "D319", "0%"),
        ("3:0", "D319", "100%"),
        ("1 in 0", "D319", "0%"),
        ("1e999", "D320", "100%"),
        ("1e-999%", "D320", "0%"),
        ("1e30:1", "D320", "100%"),
        ("1 in 2..1 in 1", "D321", "percentages"),
        ("likely (60..75%)", "D322", "alone"),
        ("very likely 90%", "D322", "alone"),
        ("likely..very likely", "D322", "55..95%"),
        ("x4", "D329", "weight"),
        ("6 dB", "D329", "weight"),
    ],
)
def test_each_mistake_has_its_own_code_place_and_hint(text: str, code: str, hint: str) -> None:
    problem = fault(text)
    assert problem.code == code
    assert hint in problem.hint
    assert problem.at == HERE
    assert not problem.message.endswith(".")
    assert code in CODES


@pytest.mark.parametrize("text", ["9" * 5000, "9" * 70 + "%", "((" * 4000 + "1", "x" * 100_000])
def test_endless_text_is_answered_shortly(text: str) -> None:
    assert len(str(fault(text))) < 300


def test_an_unknown_scale_is_a_bug_and_no_problem_of_the_user() -> None:
    with pytest.raises(KeyError):
        read_probability("likely", "unheard_of")


def test_a_disordered_judgement_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="ordered"):
        Judgement("", 0.9, 0.1, 0.5)
    with pytest.raises(ValueError, match="ordered"):
        Judgement("", math.nan, 0.1, 0.5)


PERCENTAGES = st.integers(0, 10_000).map(lambda n: f"{n / 100:g}")
COUNTS = st.integers(1, 10**9)


@given(PERCENTAGES, PERCENTAGES, PERCENTAGES)
def test_any_ordered_percentages_are_read_as_written(one: str, two: str, three: str) -> None:
    low, central, high = sorted((one, two, three), key=float)
    judgement = read(f"{central}% ({low}..{high}%)")
    written = [float(end) / 100.0 for end in (low, central, high)]
    assert [judgement.low, judgement.central, judgement.high] == written


@given(COUNTS, COUNTS, COUNTS, COUNTS)
def test_any_range_of_odds_holds_its_midpoint(a: int, b: int, c: int, d: int) -> None:
    (a, b), (c, d) = sorted(((a, b), (c, d)), key=lambda pair: pair[0] / pair[1])
    judgement = read(f"{a}:{b} .. {c}:{d}")
    assert 0.0 < judgement.low <= judgement.central <= judgement.high < 1.0


@given(st.text(), st.sampled_from(sorted(SCALES)))
def test_any_text_is_answered(text: str, scale: str) -> None:
    answer = read_share(text, scale, HERE)
    if isinstance(answer, Problem):
        assert answer.code in CODES
        assert answer.at == HERE
    elif isinstance(answer, Judgement):
        assert 0.0 <= answer.low <= answer.central <= answer.high <= 1.0


@given(st.text("0123456789.%:/ ein-x()dB,\u2013~±<O", max_size=18))
def test_any_string_of_the_right_characters_is_answered(text: str) -> None:
    answer = read_share(text, "icd203", HERE)
    if isinstance(answer, Judgement):
        assert 0.0 <= answer.low <= answer.central <= answer.high <= 1.0
    else:
        assert isinstance(answer, Problem)
        assert answer.code in CODES
