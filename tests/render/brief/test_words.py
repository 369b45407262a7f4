"""Figures and names as a sentence has them."""

import math

import pytest
from tests.render.brief.briefs import words

from deciban.findings.minding.spread import Spread
from deciban.render.brief.minding.told import at_date, dated, held, in_decibans, likely
from deciban.render.brief.prose import footnote, prose, sentences, strong, unbracketed
from deciban.render.brief.words import (
    chance,
    chances,
    listing,
    quoted,
    several,
    share,
    stop,
    value,
    weight,
    weights,
    written,
)
from deciban.render.document.blocks import Footnote, Run
from deciban.render.figures import MINUS


@pytest.mark.parametrize(
    ("probability", "told"),
    [(0.584, "58%"), (0.002, "under 1%"), (0.997, "over 99%"), (0.0, "0%"), (1.0, "100%")],
)
def test_a_chance_is_a_whole_per_cent_and_open_at_its_ends(probability: float, told: str) -> None:
    assert chance(probability) == told


@pytest.mark.parametrize(
    ("low", "high", "told"),
    [
        (0.45, 0.69, "45 to 69%"),
        (0.97, 0.999, "97% to over 99%"),
        (0.001, 0.02, "under 1% to 2%"),
        (0.0, 0.02, "0 to 2%"),
        (0.001, 0.999, "under 1% to over 99%"),
        (0.451, 0.4513, "45%"),
    ],
)
def test_a_range_of_chances_reads_as_a_sentence_has_it(low: float, high: float, told: str) -> None:
    assert chances(low, high) == told


@pytest.mark.parametrize(("part", "told"), [(0.0, "none"), (1.0, "all"), (0.998, "over 99%")])
def test_a_share_of_the_weight_may_be_all_or_none(part: float, told: str) -> None:
    assert share(part) == told


def test_weights_have_their_sign_and_their_unit_once() -> None:
    assert weight(2.31) == "+2.3 decibans"
    assert weight(-0.4) == f"{MINUS}0.4 decibans"
    assert weights(-0.9, 1.6) == f"{MINUS}0.9 to +1.6 decibans"


def test_a_weight_without_end_is_told_in_words() -> None:
    assert weight(math.inf) == "settles"
    assert weight(-math.inf) == "rules out"


def test_numbers_are_told_as_a_case_writes_them() -> None:
    assert written(0.55, 0.8, "probability") == "55 to 80%"
    assert written(0.5, 0.5, "probability") == ""
    assert value(0.675, "probability") == "68%"
    assert value(2.0, "ratio") == "3.0 dB"
    assert value(70.0, "amount") == "70"


@pytest.mark.parametrize(
    ("count", "told"), [(0, "no items"), (1, "one item"), (6, "six items"), (1234, "1,234 items")]
)
def test_small_counts_are_spelled(count: int, told: str) -> None:
    assert several(count, "item") == told


def test_names_are_listed_as_english_lists_them() -> None:
    assert listing([]) == ""
    assert listing(["a"]) == "a"
    assert listing(["a", "b", "c"]) == "a, b and c"


def test_quoted_words_lose_their_full_stop_and_their_citations() -> None:
    assert quoted("He knew.") == "“He knew”"
    assert quoted("He knew [@weir1931, p. 3]") == "“He knew”"


@pytest.mark.parametrize("text", ["He knew.", "Did he know?", "He “knew.”", "and so on…"])
def test_a_sentence_that_ends_in_a_mark_gets_no_other(text: str) -> None:
    assert stop(text) == text


@pytest.mark.parametrize(
    ("date", "told"),
    [
        ("1941-06-21T12:00", "at 12:00 on 21 June 1941"),
        ("1941-06-21", "on 21 June 1941"),
        ("1941-06", "in June 1941"),
        ("1941", "in 1941"),
        ("1941-06-10/1941-06-20", "from 10 to 20 June 1941"),
        ("1941-06-10..1941-06-20", "between 10 and 20 June 1941"),
    ],
)
def test_a_date_has_the_word_that_goes_before_it(date: str, told: str) -> None:
    assert at_date(date) == told


def test_what_lasted_or_lay_somewhere_before_counts_at_its_end() -> None:
    assert dated("1941-06-10..1941-06-20") == "by 20 June 1941"
    assert dated("1941-06-10/1941-06-20") == "20 June 1941"


def test_a_belief_has_its_range_and_a_weight_has_its_own() -> None:
    spread = Spread(0.27, 0.1, 0.44)
    assert held(spread) == "27% (10 to 44%)"
    assert likely(spread) == "27% likely (10 to 44%)"
    assert in_decibans(Spread(4.2, 0.5, 8.0)) == "+4.2 decibans (+0.5 to +8.0)"


def test_words_in_one_style_are_one_run_and_empty_ones_are_none() -> None:
    assert prose("a", "", "b", strong("c")) == (Run("ab"), Run("c", "strong"))


def test_sentences_have_a_space_between_them_and_none_where_one_is_empty() -> None:
    assert words(sentences("One.", "", (), "Two.")) == "One. Two."


def test_a_note_takes_in_the_words_of_a_note_inside_it() -> None:
    inner = Footnote((Run("see there"),))
    assert footnote("Here", inner, ".") == Footnote(
        (Run("Here"), Run(" ("), Run("see there"), Run(")"), Run("."))
    )


def test_brackets_around_all_of_a_citation_can_be_left_out_and_no_others() -> None:
    told = (Run("(Weir "), Run("1931", "emphasis"), Run(", 77)"))
    assert unbracketed(told) == (Run("Weir "), Run("1931", "emphasis"), Run(", 77"))
    assert unbracketed((Run("(Weir)"),)) == (Run("Weir"),)
    assert unbracketed((Run("Weir (1931)"),)) == (Run("Weir (1931)"),)
    assert unbracketed(()) == ()
