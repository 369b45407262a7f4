import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from deciban.case.patterns import (
    date_pattern,
    probability_pattern,
    share_pattern,
    weight_pattern,
)
from deciban.dates import read_date
from deciban.problem import Problem
from deciban.units import SCALES, read_probability, read_share, read_weight

PROBABILITY = re.compile(probability_pattern())
SHARE = re.compile(share_pattern())
WEIGHT = re.compile(weight_pattern())
DATE = re.compile(date_pattern())

SPACE = st.sampled_from(["", "", " ", "  ", "\t"])
DIGITS = st.text("0123456789", min_size=1, max_size=3)
NUMBERS = st.one_of(
    st.sampled_from(["0", "1", "1.0", "100", "0.5", ".25", "50", "70", "1e-3", "2E2", "-0", "+.5"]),
    st.builds("{}{}".format, st.sampled_from(["", "+", "-", "0."]), DIGITS),
    st.builds("{}.{}".format, DIGITS, st.sampled_from(["", "5", "0", "25"])),
)
PROBABILITY_UNITS = ["", "%", "%", "/20", " / 1e3", ":1", " : .5", " in 20", "in 7"]
WEIGHT_UNITS = ["{} dB", "{}db", "{}DB", "x{}", "X {}", "x{}/4", "x{} / 1e2"]


def _ranges(points: st.SearchStrategy[str], ends: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Points, ranges whose first end may lack its unit, and points with such a range."""
    ranges = st.builds("{}{}..{}{}".format, st.one_of(points, ends), SPACE, SPACE, points)
    around = st.builds("{}{}({}{}{})".format, points, SPACE, SPACE, ranges, SPACE)
    return st.builds("{}{}{}".format, SPACE, st.one_of(points, ranges, around), SPACE)


def _alike(unit: str) -> st.SearchStrategy[str]:
    return _ranges(NUMBERS.map(lambda number: f"{number}{unit}"), NUMBERS)


def _weighed(unit: str) -> st.SearchStrategy[str]:
    return _ranges(NUMBERS.map(unit.format), NUMBERS)


MIXED = st.builds("{}{}".format, NUMBERS, st.sampled_from(PROBABILITY_UNITS))
NUMERALS = st.one_of(*map(_alike, PROBABILITY_UNITS), _ranges(MIXED, NUMBERS))
WEIGHTS = st.one_of(*map(_weighed, WEIGHT_UNITS))
WORDS = st.sampled_from(
    ["even", "unknown", "rest"]
    + [name for scale in SCALES.values() for word in scale.words for name in word.names]
)
SPELLED = st.one_of(WORDS, WORDS.map(str.upper), WORDS.map(str.title)).map(
    lambda words: words.replace(" ", "  ")
)
WRITTEN = st.one_of(NUMERALS, st.builds("{}{}{}".format, SPACE, SPELLED, SPACE))

TWO_DIGITS = st.sampled_from(["01", "02", "09", "11", "12", "1X", "XX", "21", "24", "28", "31"])
YEARS = st.sampled_from(["1941", "-0043", "0000", "194X", "19XX", "1XXX", "9999"])
TIMES = st.sampled_from(["", "T21:30", "T00:00:59", "T23:59Z", "T12:00+03:00", "T24:00"])
PARTS = st.builds(
    "{}{}".format,
    st.one_of(
        YEARS,
        st.builds("{}-{}".format, YEARS, TWO_DIGITS),
        st.builds("{}-{}-{}{}".format, YEARS, TWO_DIGITS, TWO_DIGITS, TIMES),
    ),
    st.sampled_from(["", "", "~", "?", "%"]),
)
ENDS = st.one_of(PARTS, PARTS, st.sampled_from(["..", ""]))
DATES = st.one_of(
    PARTS,
    st.builds("{}{}{}{}{}".format, ENDS, SPACE, st.sampled_from(["/", ".."]), SPACE, ENDS),
)


@given(WRITTEN, st.sampled_from(sorted(SCALES)))
def test_every_probability_that_is_read_fits_its_pattern(text: str, scale: str) -> None:
    assume(not isinstance(read_probability(text, scale), Problem))
    assert PROBABILITY.search(text)


@given(WRITTEN, st.sampled_from(sorted(SCALES)))
def test_every_share_that_is_read_fits_its_pattern(text: str, scale: str) -> None:
    assume(not isinstance(read_share(text, scale), Problem))
    assert SHARE.search(text)


@given(WEIGHTS)
def test_every_weight_that_is_read_fits_its_pattern(text: str) -> None:
    assume(not isinstance(read_weight(text), Problem))
    assert WEIGHT.search(text)


@given(DATES)
def test_every_date_that_is_read_fits_its_pattern(text: str) -> None:
    assume(not isinstance(read_date(text), Problem))
    assert DATE.search(text)


@given(st.text("0123456789.%/:in ()xXdB+-eE", max_size=16))
def test_no_odd_arrangement_of_signs_is_read_and_yet_underlined(text: str) -> None:
    if not isinstance(read_share(text, "icd203"), Problem):
        assert SHARE.search(text)
    if not isinstance(read_weight(text), Problem):
        assert WEIGHT.search(text)


@pytest.mark.parametrize("scale", sorted(SCALES))
def test_every_word_of_every_scale_is_a_judgement_in_any_case(scale: str) -> None:
    for word in SCALES[scale].words:
        for name in word.names:
            assert PROBABILITY.search(name)
            assert PROBABILITY.search(f"  {name.upper()} ")


@pytest.mark.parametrize(
    "text",
    [
        "70",
        "abc",
        "about 70%",
        "60-80%",
        "70 %",
        "60..80",
        "0,7",
        "6 dB",
        "110%",
        "-5%",
        "",
        "rest",
    ],
)
def test_what_is_no_probability_is_underlined(text: str) -> None:
    assert not PROBABILITY.search(text)


@pytest.mark.parametrize("text", ["6", "70%", "4x", "6 decibans", "-6..-2", "even", ""])
def test_what_is_no_weight_is_underlined(text: str) -> None:
    assert not WEIGHT.search(text)


@pytest.mark.parametrize(
    "text",
    ["21 June 1941", "06/21/1941", "1941-13", "1941-06-32", "1941-06-21T25", "../.."],
)
def test_what_is_no_date_is_underlined(text: str) -> None:
    assert not DATE.search(text)


@pytest.mark.parametrize("text", ["80..60%", "3/2", "70% (80..90%)", "110e1%"])
def test_what_only_reckoning_can_tell_is_left_to_the_reader(text: str) -> None:
    assert PROBABILITY.search(text)
    assert isinstance(read_probability(text, "icd203"), Problem)


def test_patterns_keep_to_what_editors_understand_too() -> None:
    for pattern in (probability_pattern(), share_pattern(), weight_pattern(), date_pattern()):
        assert pattern.isascii()
        assert not re.search(r"\\[^s./+()]", pattern), "an escape that ECMA-262 may not know"
        assert "(?" not in pattern.replace("(?:", ""), "a group that ECMA-262 may not know"
