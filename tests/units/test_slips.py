import pytest
from hypothesis import given
from hypothesis import strategies as st

from deciban.problem import CODES, Problem
from deciban.span import Span
from deciban.units import Judgement, doubtful_number, read_probability

HERE = Span("case.yaml", 7, 13, 100, 106)


def slip(text: str) -> Problem:
    problem = read_probability(text, "icd203", HERE)
    assert isinstance(problem, Problem), "a slip is never read as if it were right"
    return problem


@pytest.mark.parametrize(
    ("text", "code", "right"),
    [
        ("60\u201380%", "D310", "60..80%"),
        ("60-80%", "D310", "60..80%"),
        ("60%-80%", "D310", "60%..80%"),
        ("0.6-0.8", "D310", "0.6..0.8"),
        ("60...80%", "D310", "60..80%"),
        ("60 to 80%", "D310", "60..80%"),
        ("between 60 and 80%", "D310", "60..80%"),
        ("1:3 to 1:2", "D310", "1:3..1:2"),
        ("0,7", "D311", "0.7"),
        ("12,5%", "D311", "12.5%"),
        ("1 in 200,000", "D312", "1 in 200000"),
        ("1 in 20 000", "D312", "1 in 20000"),
        ("7O%", "D313", "70%"),
        ("O.7", "D313", "0.7"),
        ("l0%", "D313", "10%"),
        ("\u0667\u0660%", "D313", "70%"),
        ("about 70%", "D314", "70%"),
        ("~70%", "D314", "70%"),
        ("at least 70%", "D314", "70..100%"),
        ("<30%", "D314", "0..30%"),
        (">60", "D314", "60..100%"),
        (">0.6", "D314", "0.6..1"),
        ("no more than 0.3", "D314", "0..0.3"),
        ("70 %", "D315", "70%"),
        ("%70", "D315", "70%"),
        ("70 per cent", "D315", "70%"),
        ("60 % \u2013 80 %", "D315", "60%..80%"),
        ("3 to 1", "D316", "3:1"),
        ("1 out of 20", "D316", "1 in 20"),
        ("50-50", "D317", "50:50"),
        ("70% ± 10%", "D324", "70% (60..80%)"),
        ("95% ± 10%", "D324", "95% (85..100%)"),
        ("70% [50..85%]", "D324", "70% (50..85%)"),
        ("70% 50..85%", "D324", "70% (50..85%)"),
        ("50..85% (70%)", "D324", "70% (50..85%)"),
        ("(50..85%)", "D324", "50..85%"),
    ],
)
def test_the_hint_of_a_slip_gives_the_corrected_form(text: str, code: str, right: str) -> None:
    problem = slip(text)
    assert problem.code == code
    assert right in problem.hint
    assert isinstance(read_probability(right, "icd203"), Judgement)
    assert code in CODES


@pytest.mark.parametrize("text", ["60\u201380%", "70 %", "12,5%"])
def test_a_slip_beyond_doubt_can_be_mended_in_place(text: str) -> None:
    fix = slip(text).fix
    assert fix is not None
    assert (fix.file, fix.start, fix.end) == ("case.yaml", 100, 106)
    assert isinstance(read_probability(fix.text, "icd203"), Judgement)


@pytest.mark.parametrize("text", ["about 70%", "7O%", "3 to 1", "at least 70%", "1 in 200,000"])
def test_a_slip_that_leaves_doubt_is_not_mended_unasked(text: str) -> None:
    assert slip(text).fix is None


def test_what_does_not_stand_in_a_file_has_no_fix() -> None:
    for at in (None, Span("--set", 1, 1)):
        problem = read_probability("70 %", "icd203", at)
        assert isinstance(problem, Problem)
        assert problem.fix is None


def test_a_reversed_range_behind_a_slip_is_still_told() -> None:
    problem = slip("80\u201360%")
    assert problem.code == "D305"
    assert "60..80%" in problem.hint


@given(
    st.integers(0, 100),
    st.integers(0, 100),
    st.sampled_from(["\u2013", "-", " - ", "\u2014", "..."]),
)
def test_any_dashed_range_is_mended_to_the_range_with_dots(one: int, two: int, dash: str) -> None:
    low, high = sorted((one, two))
    assert f"{low}..{high}%" in slip(f"{low}{dash}{high}%").hint


@pytest.mark.parametrize("word", ["yes", "certain", "Certainly", "true"])
def test_certainty_in_a_word_is_answered_with_what_to_do_about_certainty(word: str) -> None:
    problem = slip(word)
    assert problem.code == "D307"
    assert "a probability such as 95%" in problem.hint
    assert "leave the field out" in problem.hint


def test_a_scale_that_has_the_word_certain_keeps_it() -> None:
    assert isinstance(read_probability("certain", "stix"), Judgement)


@pytest.mark.parametrize(
    ("text", "span", "number"),
    [
        ("60.80%", "60..80%", "0.608"),
        ("05.20%", "5..20%", "0.052"),
        ("12.75%", "12..75%", "0.1275"),
    ],
)
def test_a_percentage_that_may_be_a_range_without_its_dot_is_doubted(
    text: str, span: str, number: str
) -> None:
    doubt = doubtful_number(text, HERE)
    assert doubt is not None
    assert not doubt.is_error
    assert f"write {span} for the range, or {number} for the number" == doubt.hint
    meant = [read_probability(each, "icd203") for each in (text, number)]
    assert [each.central for each in meant if isinstance(each, Judgement)] == [
        pytest.approx(float(number))
    ] * 2
    assert isinstance(read_probability(span, "icd203"), Judgement)
    assert doubtful_number(number) is None


@pytest.mark.parametrize(
    "text", ["60.8%", "80.60%", "60.60%", "7.25%", "60..80%", "0.6080", "99.955%"]
)
def test_what_cannot_be_such_a_range_is_not_doubted(text: str) -> None:
    assert doubtful_number(text) is None
