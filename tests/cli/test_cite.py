"""The verb `cite`: the bibliography of a case, as it would be printed."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.checks.small_case import problems

from deciban.cli.main import deciban

WORKS: list[dict[str, object]] = [
    {"id": "baker", "type": "book", "title": "Cakes", "author": [{"family": "Baker"}]},
    {"id": "wright", "type": "book", "title": "Ladders [and] *ropes*"},
    {"id": "stone", "type": "book", "title": "Stones"},
]


def _run(*arguments: str) -> Result:
    return CliRunner().invoke(deciban, ["cite", *arguments])


@pytest.fixture
def case(tmp_path: Path) -> str:
    problems(tmp_path, "cite: baker\nat: p. 3", WORKS, end="consulted: wright\n")
    return str(tmp_path)


def test_what_is_cited_consulted_and_unused_is_told_apart(case: str) -> None:
    lines = [line.strip() for line in _run(case).stdout.splitlines()]
    assert lines == [
        "Works cited  chicago",
        "baker",
        "Baker. Cakes.",
        "",
        "Consulted  read, and cited nowhere",
        "wright",
        "Ladders [and] *ropes*.",
        "",
        "Not used  1 work",
        "stone",
    ]


def test_the_notes_are_told_where_they_are_asked_for(case: str) -> None:
    told = _run(case, "--notes", "--style", "author-date").stdout
    assert "cake\n    (Baker n.d., 3)\n" in told


def test_as_data_it_says_the_same(case: str) -> None:
    data = json.loads(_run(case, "--json").stdout)
    assert data["style"] == "chicago"
    assert data["works"] == [{"id": "baker", "text": "Baker. Cakes."}]
    assert data["consulted"] == [{"id": "wright", "text": "Ladders [and] *ropes*."}]
    assert data["unused"] == ["stone"]
    assert data["notes"] == [{"id": "cake", "text": "Baker, Cakes, 3."}]
    assert [each["code"] for each in data["problems"]] == ["D620"]


def test_a_case_that_cites_nothing_says_so(tmp_path: Path) -> None:
    problems(tmp_path, "")
    assert _run(str(tmp_path)).stdout == "This case cites no work.\n"


def test_a_case_with_errors_is_told_and_its_works_printed_all_the_same(tmp_path: Path) -> None:
    problems(tmp_path, "cite: [baker, nobody]", WORKS[:1])
    result = _run(str(tmp_path))
    assert result.exit_code == 1
    assert "Baker. Cakes." in result.stdout
    assert "D405 there is no work 'nobody'" in result.stderr


def test_a_folder_without_a_case_is_a_problem(tmp_path: Path) -> None:
    result = _run(str(tmp_path))
    assert result.exit_code == 1
    assert "D210" in result.stderr


def test_a_style_that_is_none_is_wrong_usage(case: str) -> None:
    result = _run(case, "--style", "mla")
    assert result.exit_code == 2
    assert "chicago, author-date" in " ".join(result.stderr.split())
