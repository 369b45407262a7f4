"""Slips in the values of a mind: one problem each, with what to write instead."""

from pathlib import Path

import pytest
from tests.minds.little_case import ACT, SHOWN, UNSURE, little_case

from deciban.case import Case
from deciban.checks import check_case
from deciban.problem import Problem
from deciban.read import read_text_of_case

WHOLE = little_case(UNSURE + ACT, SHOWN)
PRIOR = "prior: {attack: 20..80%, quiet: rest}"
OPPONENT = """opponent:
      types: {{bold: {{attack: 80, quiet: 20}}, meek: {{attack: 20, quiet: 80}}}}
      prior: {}
      care: 5"""


def _read(text: str) -> tuple[Case | None, list[Problem]]:
    reading = read_text_of_case(text, Path("nowhere") / "case.yaml")
    checked = check_case(reading.case) if reading.case is not None else ()
    return reading.case, [*reading.problems, *checked]


def _problem(old: str, new: str) -> Problem:
    text = WHOLE.replace(old, new)
    assert text != WHOLE
    _, [problem] = _read(text)
    return problem


@pytest.mark.parametrize(
    ("bands", "hint"),
    [
        ("[0, 15, 100%]", "write 15%"),
        ("[0, 15, 100]", "write 15%, and so with the others: [0, 15%, 100%]"),
        ("[0, 20%, 50, 100]", "write 50%, and so with the others: [0, 20%, 50%, 100%]"),
    ],
)
def test_bands_without_percent_signs_are_one_problem(bands: str, hint: str) -> None:
    problem = _problem("bands: [0, 50%, 100%]", f"bands: {bands}")
    assert (problem.code, problem.hint) == ("D303", hint)


def test_a_band_beyond_certainty_is_still_out_of_its_limits() -> None:
    assert _problem("bands: [0, 50%, 100%]", "bands: [0, 50%, 200]").code == "D207"


@pytest.mark.parametrize("word", ["no", "never", "none"])
def test_what_is_out_of_the_question_is_written_as_nought(word: str) -> None:
    problem = _problem("says: attack}", f"says: attack, reached_him: {word}}}")
    assert problem.code == "D307"
    assert "write 0%" in problem.hint


@pytest.mark.parametrize(
    ("prior", "evenly"),
    [
        ("prior: {attack: 50%, quiet: rest}", "prior: even"),
        (OPPONENT.format("{bold: 50%, meek: 50%}"), OPPONENT.format("even")),
    ],
)
def test_even_is_a_row_of_equal_shares(prior: str, evenly: str) -> None:
    from deciban.compile import mind_of  # noqa: PLC0415 [the reader does not know it]
    from deciban.minds import read_mind  # noqa: PLC0415 [as above]

    beliefs = []
    for written in (prior, evenly):
        case, problems = _read(WHOLE.replace(PRIOR, written))
        assert problems == []
        assert case is not None
        beliefs.append(read_mind(mind_of(case, case.actors["he"])).path.beliefs[0].mean())
    assert beliefs[0] == pytest.approx(beliefs[1], abs=1e-12)


def test_a_reasonable_man_may_begin_evenly() -> None:
    case, problems = _read(WHOLE.replace("care: 5", "care: 5\n    reasonable: {prior: even}"))
    assert problems == []
    assert case is not None
    assert case.actors["he"].reasonable is not None
    assert case.actors["he"].reasonable.prior


def test_a_word_that_is_no_row_names_the_one_that_is() -> None:
    assert "write `even`" in _problem(PRIOR, "prior: level").hint
