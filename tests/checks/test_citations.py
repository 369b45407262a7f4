"""What is wrong with a citation in a sentence is told where its sign stands in the text."""

from pathlib import Path

import pytest
from tests.checks.small_case import problems

from deciban.problem import Problem

WORKS: list[dict[str, object]] = [
    {"id": "baker2024", "title": "Cakes"},
    {"id": "wright2025", "title": "Ladders"},
]


def _one(folder: Path, more: str) -> Problem:
    found = problems(folder, f"cite: [baker2024, wright2025]\n{more}", WORKS)
    [problem] = found
    return problem


def _sign(folder: Path, problem: Problem) -> str:
    """What stands at the place of a problem, by line and column and by offset."""
    assert problem.at is not None
    text = (folder / "case.yaml").read_text(encoding="utf-8")
    line = text.splitlines()[problem.at.line - 1]
    assert text[problem.at.start] == line[problem.at.column - 1]
    return line[problem.at.column - 1 :]


@pytest.mark.parametrize(
    "written",
    [
        "because: Nobody does so for nothing [@baker2024; @stone]",
        'because: "Nobody does so \\"for nothing\\" [@baker2024; @stone]"',
        "because: 'Nobody does so [@baker2024; @stone]'",
        "because: >-\n  Nobody does so\n  for nothing [@baker2024;\n  @stone]",
        "because: |\n  Nobody does so [@baker2024;\n\n  @stone]",
        "because: Nobody does so\n  for nothing [@baker2024; @stone]",
    ],
)
def test_a_missing_work_is_pointed_at_however_its_sentence_is_written(
    written: str, tmp_path: Path
) -> None:
    problem = _one(tmp_path, written)
    assert problem.code == "D406"
    assert _sign(tmp_path, problem).startswith("@stone")


def test_where_signs_are_written_as_escapes_the_sentence_is_pointed_at(tmp_path: Path) -> None:
    problem = _one(tmp_path, 'because: "Nobody does so [\\x40stone]"')
    assert _sign(tmp_path, problem).startswith('"Nobody')


def test_a_key_nearly_right_is_suggested(tmp_path: Path) -> None:
    assert _one(tmp_path, "note: So [@baker2042]").hint == "did you mean 'baker2024'?"


@pytest.mark.parametrize("written", ["note: So [@baker2024, p. 3", "note: So [@baker2024; p. 3]"])
def test_half_a_citation_is_pointed_at(written: str, tmp_path: Path) -> None:
    problem = _one(tmp_path, written)
    assert problem.code == "D407"
    assert _sign(tmp_path, problem).startswith("@baker2024")


def test_a_key_without_brackets_is_told_and_a_handle_is_not(tmp_path: Path) -> None:
    problem = _one(tmp_path, "note: So @baker2024, whatever @handle or a@b.org says")
    assert problem.code == "D408"
    assert _sign(tmp_path, problem).startswith("@baker2024")


def test_a_sign_in_a_quotation_is_the_words_of_another(tmp_path: Path) -> None:
    found = problems(tmp_path, 'quote: "Ask [@nobody] and @baker2024"\ncite: baker2024', WORKS[:1])
    assert found == []


def test_an_unreadable_bibliography_is_not_told_once_for_each_citation(tmp_path: Path) -> None:
    (tmp_path / "sources.json").write_text("[", encoding="utf-8")
    assert [each.code for each in problems(tmp_path, "note: So [@baker2024]")] == ["D251"]


def test_a_broken_entry_is_not_missing_as_well(tmp_path: Path) -> None:
    (tmp_path / "sources.bib").write_text("@book{baker2024, title {Cakes}}", encoding="utf-8")
    found = problems(tmp_path, "note: So [@baker2024]\ncite: baker2024")
    assert [each.code for each in found] == ["D254"]


def test_what_is_missing_from_bibtex_would_be_added_there(tmp_path: Path) -> None:
    (tmp_path / "sources.bib").write_text("@book{xy, title = {Cakes}}", encoding="utf-8")
    found = problems(tmp_path, "note: So [@stone1931]\ncite: xy")
    assert [each.hint for each in found] == [
        "add it to sources.bib, such as @book{stone1931, title = {...}}"
    ]
