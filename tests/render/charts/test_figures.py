"""What the figures say, by cases that can be checked by hand."""

import json
import re

import pytest
from tests.render.charts.drawing import (
    FINANCE,
    LAWN,
    MINIMAL,
    PARTY,
    WITHOUT_MINDS,
    case_for,
    picture,
    read,
    words,
)

from deciban.cli.figures import FIGURES, Wanted

SEAL = """\
deciban: 1
title: The seal, doubted
question:
  ask: Was the charter forged?
  hypotheses: {forged: It was forged, genuine: It was not}
  exhaustive: yes
  prior: even
events:
  - id: late_seal
    text: Its seal is of a later kind
    known: yes
    expected: {forged: 40..80%, genuine: 20..50%}
"""
NO_PRIOR = SEAL.replace("prior: even", "prior: none").replace("40..80%", "60%")
SETTLED = SEAL.replace("genuine: 20..50%", "genuine: 0%")
SETTLED_BEFORE = SEAL.replace("prior: even", "prior: {forged: 100%, genuine: 0%}")
SEVERAL = """\
deciban: 1
title: Many
question:
  ask: Which?
  hypotheses: {a: A, b: B, c: C, d: D, e: E, f: F, g: G, h: H}
  exhaustive: yes
  prior: even
events:
  - {id: one, text: One, known: yes, when: 1941-06-01, expected: {a: 50..70%, else: 20..30%}}
"""


def test_the_posterior_says_how_likely_and_within_what() -> None:
    told = picture(SEAL, "posterior")
    assert told.alt.startswith("Was the charter forged? Forged 63% (")
    assert told.title == "Was the charter forged?"
    assert {"forged", "It was forged", "63%", "90% of draws", "before the evidence"} <= {
        *words(told)
    }


def test_without_a_prior_readers_stand_in_place_of_one_probability() -> None:
    told = picture(NO_PRIOR, "posterior")
    assert "No prior is stated" in " ".join(words(told))
    assert "central value" not in words(told)
    assert "before the evidence" not in words(told)


def test_weights_lead_from_the_prior_to_the_answer() -> None:
    told = picture(SEAL, "weights")
    assert told.alt.startswith("“Forged” goes from 50% before the evidence to 63% with all of it")
    assert "+2.3" in words(told)


def test_what_settles_the_answer_has_no_figure_that_is_none() -> None:
    told = picture(SETTLED, "weights")
    assert "settles" in words(told)
    assert not re.search(r"\bnan\b", told.alt.lower())


def test_where_the_prior_settles_the_answer_no_item_is_said_to() -> None:
    told = picture(SETTLED_BEFORE, "weights")
    assert told.alt == "No item says anything of forged."
    assert "share settles" not in " ".join(words(told))


@pytest.mark.parametrize(
    ("case", "name"),
    [
        *((SETTLED, name) for name in WITHOUT_MINDS),
        *((SETTLED_BEFORE, name) for name in WITHOUT_MINDS if name != "flip"),  # nothing moves it
    ],
)
def test_what_is_settled_is_drawn_with_numbers_that_any_program_reads(case: str, name: str) -> None:
    told = picture(case, name)
    assert told.alt
    json.dumps(told.spec, allow_nan=False)


def test_the_tornado_tells_both_ends_of_a_number() -> None:
    told = picture(SEAL, "tornado")
    assert "events.late_seal.expected.genuine, 20% to 50% (4.0 decibans)" in told.alt
    assert {"20%", "50%", "40%", "80%"} <= {*words(told)}


def test_where_a_number_changes_the_leader_the_curve_says_so() -> None:
    address = "events.late_seal.expected.forged"
    told = picture(SEAL, "flip", Wanted(address=address))
    assert told.title == address
    assert told.alt.endswith("Genuine leads below 35%, outside its range.")
    assert "genuine leads below 35%" in words(told)


def test_seek_says_what_either_answer_would_do() -> None:
    told = picture(PARTY, "seek")
    assert "if it says yes (76%), plus 0.6 decibans" in told.alt
    assert {"yes 76%", "no 24%", "0.8 dB"} <= {*words(told)}


def test_a_case_without_unseen_records_says_so() -> None:
    assert picture(MINIMAL, "seek").alt == "The case names no unseen record."


def test_over_time_there_is_a_panel_for_every_answer() -> None:
    told = picture(FINANCE, "timeline", Wanted(clock="happened"))
    assert {"before_signing", "after_signing", "not_before", "58%"} <= {*words(told)}
    assert "from 81% to 58%" in told.alt


def test_of_many_answers_those_that_were_ever_likeliest_are_shown() -> None:
    shown = {*words(picture(SEVERAL, "timeline"))} & set("abcdefgh")
    assert "a" in shown
    assert len(shown) == 6


def test_a_mind_is_never_told_without_what_its_acts_say() -> None:
    told = picture(LAWN, "belief")
    assert "The acts say, in decibans," in " ".join(words(told))
    assert "by what had come alone" in words(told)
    assert "turns" in told.alt


def test_the_ledger_tells_both_readers() -> None:
    told = picture(FINANCE, "ledger")
    assert "window talk plus 9.1 decibans (plus 10.3 decibans)" in told.alt
    assert "as a reasonable reader would have" in words(told)


@pytest.mark.parametrize("name", FIGURES)
def test_every_figure_has_a_text_of_few_sentences_with_figures_in_it(name: str) -> None:
    told = picture(case_for(name), name)
    assert any(letter.isdigit() for letter in told.alt)
    assert told.alt.endswith(".")
    assert 60 < len(told.alt) < 900


@pytest.mark.parametrize("name", FIGURES)
def test_nothing_is_drawn_outside_the_sheet(name: str) -> None:
    from tests.render.charts.measuring import outside  # noqa: PLC0415 (only here)

    assert outside(picture(case_for(name), name)) == []


def test_numbers_of_minds_stand_in_the_tornado_with_the_others() -> None:
    told = picture(FINANCE, "tornado")
    assert "actors.marrable.prior.misstated, 3% to 12%" in told.alt


def test_a_broken_case_has_no_figure_but_its_problems() -> None:
    drawn = FIGURES["posterior"].draw(read("deciban: 1\n"), Wanted(), lambda _: None)
    assert drawn.picture is None
    assert drawn.weighing.problems


def test_a_picture_of_a_posterior_that_is_certain_says_so() -> None:
    assert "Forged 100% and genuine 0%." in picture(SETTLED, "posterior").alt
