"""Slips of somebody who has never written a case: one problem each, and a fix that says it."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deciban.case import Case
from deciban.node import Scalar
from deciban.problem import Problem
from deciban.read import read_text_of_case

CASE = """deciban: 1
title: The vote
question:
  ask: Why did they vote for it?
  hypotheses: {railway: The railway, spite: Spite, cattle: Cattle}
  exhaustive: yes
  prior: even
sources:
  steward:
    name: The steward
    character:
      honest: 60%
      pushes: 20%
      erratic: rest
events:
  - id: early
    text: He came early
    known: yes
    expected:
      railway: 10..40%
      spite: 5%
      cattle: 5%
  - id: sold
    text: The field was sold
    given: early
    expected:
      yes: {railway: 10%, spite: 10%, cattle: 60%}
      no:
        railway: 20%
        spite: 5%
        cattle: 5%
  - id: late
    text: He left late
    known: yes
    expected: {railway: 10%, spite: 10%, cattle: 60%}
reports:
  - id: told
    of: sold
    by: steward
    says: yes
"""
ROW = "expected: {railway: 10%, spite: 10%, cattle: 60%}"


def problems(text: str) -> list[Problem]:
    return list(read_text_of_case(text, Path("nowhere") / "case.yaml").problems)


def fixed(text: str) -> str:
    fixes = {(p.fix.start, p.fix.end, p.fix.text) for p in problems(text) if p.fix}
    for start, end, right in sorted(fixes, reverse=True):
        text = text[:start] + right + text[end:]
    return text


def case(text: str) -> Case:
    read = read_text_of_case(text, Path("nowhere") / "case.yaml")
    assert not read.problems
    assert read.case is not None
    return read.case


def test_the_case_of_these_tests_is_sound() -> None:
    assert not problems(CASE)


@given(st.data())
def test_lines_indented_by_tabs_read_as_the_same_lines_indented_by_spaces(
    data: st.DataObject,
) -> None:
    lines = CASE.splitlines(keepends=True)
    first = data.draw(st.integers(0, len(lines)))
    last = data.draw(st.integers(first, len(lines)))
    for number in range(first, last):
        blank = len(lines[number]) - len(lines[number].lstrip(" "))
        lines[number] = "\t" * (blank // 2) + lines[number][blank:]
    text = "".join(lines)
    assert {problem.code for problem in problems(text)} <= {"D128"}
    assert fixed(text) == CASE


@pytest.mark.parametrize("tabs", ["\t", "\t\t", "\t\t\t\t", "    \t"])
def test_equal_tabs_are_equal_spaces_in_line_with_what_is_around_them(tabs: str) -> None:
    text = re.sub(r"^      (?=(railway|spite|cattle): )", tabs, CASE, flags=re.MULTILINE)
    assert text != CASE
    assert fixed(text) == CASE


@pytest.mark.parametrize("dash", ["\t- ", "\t-\t"])
def test_a_whole_item_may_be_indented_by_one_tab_more_than_its_dash(dash: str) -> None:
    item = f"{dash}id: late\n\t\ttext: He left late\n\t\tknown: yes\n\t\t{ROW}\n"
    start, end = CASE.index("  - id: late"), CASE.index("reports:")
    text = CASE[:start] + item + CASE[end:]
    assert {problem.code for problem in problems(text)} == {"D128"}
    assert case(fixed(text)) == case(CASE)


@pytest.mark.parametrize("key", ["sold", "late"])
@pytest.mark.parametrize("inset", [0, 2])
def test_a_forgotten_dash_is_one_problem_that_leaves_the_item_where_it_is(
    key: str, inset: int
) -> None:
    item = re.search(rf"  - id: {key}\n(?:    .*\n)+", CASE)
    assert item is not None
    bare = item[0].replace("  - id:", "  id:")
    if not inset:
        bare = re.sub(r"^    ", "  ", bare, flags=re.MULTILINE)
    text = CASE.replace(item[0], bare)
    [problem] = problems(text)
    assert (problem.code, problem.hint) == ("D137", f"write `- id: {key}`")
    assert fixed(text) == CASE


def test_a_blank_for_a_dash_is_told_instead_of_every_field_given_twice() -> None:
    text = CASE.replace("  - id: late", "    id: late")
    [problem] = problems(text)
    assert (problem.code, problem.hint) == ("D137", "write `- id: late`")
    assert fixed(text) == CASE


def test_a_list_whose_first_item_lacks_its_dash_is_one_problem() -> None:
    item = CASE[CASE.index("  - id: early") : CASE.index("  - id: sold")]
    bare = re.sub(r"^    ", "  ", item.replace("  - id:", "  id:"), flags=re.MULTILINE)
    [problem] = problems(CASE.replace(item, bare))
    assert (problem.code, problem.hint) == ("D137", "write `- id: early`")
    assert fixed(CASE.replace(item, bare)) == CASE


def test_several_forgotten_dashes_are_one_problem_each() -> None:
    text = CASE.replace("  - id: sold", "  id: sold").replace("  - id: late", "  id: late")
    assert [problem.code for problem in problems(text)] == ["D137", "D137"]
    assert fixed(text) == CASE


@pytest.mark.parametrize("line", [" because: So it was", "  because: So it was"])
def test_a_field_out_of_line_is_never_moved_to_where_no_such_field_may_stand(line: str) -> None:
    text = CASE.replace("reports:", f"{line}\nreports:")
    [problem] = problems(text)
    assert problem.code == "D133"
    assert "    because: So it was\n" in fixed(text)
    twice = CASE.replace("reports:", " text: He left\nreports:")
    assert [(each.code, each.fix) for each in problems(twice)] == [("D133", None)]


@pytest.mark.parametrize(
    ("written", "code", "said"),
    [
        ("{railway:10%, spite:10%, cattle:60%}", "D130", "no space behind the colon"),
        ("{railway: 10%, spite:10%, cattle: 60%}", "D130", "behind the colon of 'spite'"),
        ("{railway: 10%, spite 10%, cattle: 60%}", "D131", "no colon behind 'spite'"),
        ("{railway: 10%, spite = 10%, cattle: 60%}", "D131", "no colon behind 'spite'"),
        ("{railway: 10% spite: 10% cattle: 60%}", "D122", "before 'spite' and 'cattle'"),
        ("{railway: 10%; spite: 10%, cattle: 60%}", "D122", "no comma before 'spite'"),
        ("{railway 10% spite 10% cattle 60%}", "D131", "'railway', 'spite' and 'cattle'"),
        ("railway: 10%, spite: 10%, cattle: 60%", "D120", "without braces"),
    ],
)
def test_a_row_with_a_sign_missing_is_one_problem_with_the_corrected_row(
    written: str, code: str, said: str
) -> None:
    text = CASE.replace(ROW, f"expected: {written}")
    [problem] = problems(text)
    assert problem.code == code
    assert said in problem.message
    assert "{railway: 10%, spite: 10%, cattle: 60%}" in problem.hint
    assert fixed(text) == CASE


@pytest.mark.parametrize("number", ["0,6", "60,0%", "0,6..0,7"])
def test_a_decimal_comma_in_braces_is_told_as_one(number: str) -> None:
    text = CASE.replace(ROW, f"expected: {{railway: 10%, spite: 0,1, cattle: {number}}}")
    [problem] = problems(text)
    assert problem.code == "D311"
    assert "decimal comma" in problem.message
    assert f"spite: 0.1, cattle: {number.replace(',', '.')}}}" in problem.hint
    assert not problems(fixed(text))


@pytest.mark.parametrize("row", ["{railway: 1 in 200,000, else: 5%}", "{railway: , else: 5%}"])
def test_a_row_that_may_mean_several_things_is_not_corrected(row: str) -> None:
    text = CASE.replace(ROW, f"expected: {row}")
    assert problems(text)
    assert fixed(text) == text


def test_names_and_numbers_on_lines_of_their_own_may_lack_colon_or_space() -> None:
    text = CASE.replace("      railway: 10..40%", "      railway:10..40%")
    text = text.replace("      spite: 5%\n", "      spite 5%\n", 1)
    assert [problem.code for problem in problems(text)] == ["D130", "D131"]
    assert fixed(text) == CASE


@pytest.mark.parametrize("dash", ["\N{EN DASH}", "\N{EM DASH}", "\N{MINUS SIGN}"])
@pytest.mark.parametrize("gap", ["", " "])
def test_a_long_dash_before_an_item_is_called_one_and_nothing_else_is(dash: str, gap: str) -> None:
    for key in ("early", "late"):
        text = CASE.replace(f"- id: {key}", f"{dash}{gap}id: {key}")
        [problem] = problems(text)
        assert problem.code == "D138"
        assert "long dash" in problem.message
        assert fixed(text) == CASE


def test_long_dashes_before_names_and_inside_prose_are_told_apart() -> None:
    what_if = "what_if:\n  - id: alone\n    without:\n      - early\n      - late\n"
    text = CASE + what_if.replace("      -", "      \N{EN DASH}")
    assert [problem.code for problem in problems(text)] == ["D138", "D138"]
    assert fixed(text) == CASE + what_if
    assert not problems(CASE.replace("He came early", "He came\n      \N{EN DASH} early"))


@pytest.mark.parametrize(
    ("written", "right"),
    [(">60%", "60..100%"), ("> 60%", "60..100%"), (">=60%", "60..100%"), (">0.6", "0.6..1")],
)
def test_more_than_a_number_is_one_problem_of_the_number(written: str, right: str) -> None:
    for text in (
        CASE.replace("cattle: 60%", f"cattle: {written}", 1),
        CASE.replace("      railway: 10..40%", f"      railway: {written}"),
    ):
        [problem] = problems(text)
        assert (problem.code, problem.hint) == ("D314", f"write {right}")


def test_a_percentage_that_may_be_a_range_is_a_warning_wherever_a_number_stands() -> None:
    for text in (CASE.replace("10..40%", "10.40%"), CASE.replace("honest: 60%", "honest: 60.80%")):
        [problem] = problems(text)
        assert problem.code == "D309"
        assert not problem.is_error


def test_a_test_without_a_dash_is_shown_the_first_field_of_a_test() -> None:
    [problem] = problems(CASE + "test:\n  of: railway\n  between: 10..90%\n")
    assert problem.hint.endswith("`- of: ...`")


def test_a_case_without_its_first_line_is_told_to_write_it() -> None:
    [problem] = problems(CASE.replace("deciban: 1\n", ""))
    assert problem.hint == "write `deciban: 1`"


def test_a_number_set_on_the_line_of_set_is_shown_on_two() -> None:
    what_if = "what_if:\n  - id: honest\n    set: sources.steward.character.honest: 95%\n"
    [problem] = problems(CASE + what_if)
    assert "`set:`" in problem.hint
    assert "`sources.steward.character.honest: 95%`" in problem.hint
    [trial] = case(fixed(CASE + what_if)).what_if
    assert list(trial.settings) == ["sources.steward.character.honest"]
    value = trial.settings["sources.steward.character.honest"]
    assert isinstance(value, Scalar)
    assert value.text == "95%"
