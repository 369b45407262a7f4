"""What a message says beyond the cases of the folders: never too much, never the opposite."""

import json
import shutil
from pathlib import Path

import pytest
from rich.console import Console

from deciban.pipeline import check
from deciban.problem import Problem
from deciban.read import read_case, read_text_of_case
from deciban.render.problems import problem_list
from deciban.span import Span
from deciban.units import read_probability

CASE = """deciban: 1
title: The borrowed ladder
question:
  ask: Did he know that it was broken?
  hypotheses: {knew: He knew, unaware: He did not}
  exhaustive: yes
  prior: even
"""


def _problems(folder: Path, **files: str) -> list[Problem]:
    (folder / "case.yaml").write_text(files.pop("case", CASE), encoding="utf-8")
    for name, text in files.items():
        (folder / f"{name}.json").write_text(text, encoding="utf-8")
    return list(read_case(folder).problems)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("quite likely", "likely"),
        ("rather unlikely", "unlikely"),
        ("not likely", "unlikely"),
        ("unlikly", "unlikely"),
        ("likley", "likely"),
    ],
)
def test_a_word_is_never_taken_for_its_opposite(written: str, meant: str) -> None:
    problem = read_probability(written, "icd203")
    assert isinstance(problem, Problem)
    assert problem.code == "D307"
    assert problem.hint == f"did you mean {meant}?"


def test_an_invisible_letter_in_a_field_is_shown() -> None:
    text = CASE.replace("title:", "ti\N{ZERO WIDTH SPACE}tle:")
    [problem] = read_text_of_case(text, Path("nowhere") / "case.yaml").problems
    assert (problem.code, problem.message) == ("D203", "unknown field 'ti<U+200B>tle'")
    assert problem.hint == "did you mean 'title'?"


def test_a_field_that_is_misspelt_is_not_missing_as_well() -> None:
    text = CASE.replace("  ask:", "  asks:")
    problems = read_text_of_case(text, Path("nowhere") / "case.yaml").problems
    assert [each.code for each in problems] == ["D203"]


@pytest.mark.parametrize(
    "works",
    [
        "[" * 100_000,
        f'[{{"id": "a", "issued": {"1" * 5000}}}]',
        '[{"id": "a",}]',
        '[{"id": "a"}, ]',
        '[{"id": "a"}] more',
        '[{"id": "a}]',
        "",
    ],
)
def test_a_broken_bibliography_is_one_problem_with_a_hint(works: str, tmp_path: Path) -> None:
    [problem] = _problems(tmp_path, sources=works)
    assert problem.code == "D251"
    assert problem.hint
    assert "xpecting" not in problem.message, "the words of a library"


@pytest.mark.parametrize("odd", [5, "Smith", None, {"family": "Smith"}, [5, "Smith", {}]])
def test_an_author_of_a_strange_kind_is_passed_over(odd: object, tmp_path: Path) -> None:
    assert _problems(tmp_path, sources=json.dumps([{"id": "a", "author": odd}])) == []


def test_works_that_share_a_key_are_each_found_where_they_stand(tmp_path: Path) -> None:
    works = '[\n{"title": "a", "id": "a"},\n{"id": "b"},\n  {"id":\n"\\u0061"},\n{"id": 5}]'
    doubled, nameless = _problems(tmp_path, sources=works)
    assert doubled.at is not None
    assert (doubled.code, doubled.at.line, doubled.at.column) == ("D253", 4, 3)
    assert [at.line for at in doubled.also] == [2]
    assert nameless.at is not None
    assert (nameless.code, nameless.at.line, nameless.at.column) == ("D252", 6, 1)


def test_a_link_to_nowhere_is_a_missing_bibliography(tmp_path: Path) -> None:
    (tmp_path / "sources.json").symlink_to("elsewhere.json")
    assert [each.code for each in _problems(tmp_path)] == ["D101"]


def test_the_caret_stands_under_the_right_line_behind_an_odd_line_break() -> None:
    text = "a: one\N{LINE SEPARATOR}line\nb: two\n"
    problem = Problem("D203", "unknown field 'b'", Span("case.yaml", 2, 1, 12, 13))
    console = Console(width=80)
    with console.capture() as captured:
        console.print(problem_list([problem], {"case.yaml": text}, 80))
    assert "2 │ b: two" in captured.get()


def test_a_bibliography_that_cannot_be_read_is_one_problem_and_not_one_a_citation(
    tmp_path: Path,
) -> None:
    shutil.copytree("cases/finance_director", tmp_path, dirs_exist_ok=True)
    (tmp_path / "sources.json").write_text('[{"id": broken}]', encoding="utf-8")
    (problem,) = (each for each in check(tmp_path).problems if each.is_error)
    assert problem.code == "D251"
