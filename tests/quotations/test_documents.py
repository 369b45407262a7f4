"""Which file a case may name, and what is told without opening it."""

import os
from pathlib import Path

import pytest
from tests.quotations.making import case_in, folder_with, report

from deciban.problem import Problem
from deciban.quotations import check_documents

QUOTE = "the ledger was gone"


def _problems(folder: Path, named: str) -> list[Problem]:
    (folder / "documents").mkdir(exist_ok=True)
    folder_with(folder, {"documents/ledger.txt": QUOTE}, [report(0, QUOTE, f"'{named}'")])
    return list(check_documents(case_in(folder), folder))


def test_a_file_in_the_folder_is_no_problem(tmp_path: Path) -> None:
    assert _problems(tmp_path, "documents/ledger.txt") == []
    assert _problems(tmp_path, "./documents/ledger.txt") == []


@pytest.mark.parametrize(
    "named",
    [
        "../ledger.txt",
        "documents/../../ledger.txt",
        "documents/../documents/ledger.txt",
        "/etc/passwd",
        "C:\\ledger.txt",
        "C:ledger.txt",
        "\\\\server\\ledger.txt",
        "..\\ledger.txt",
        "documents\\..\\..\\ledger.txt",
    ],
)
def test_a_path_never_leads_out_of_the_folder(named: str, tmp_path: Path) -> None:
    (problem,) = _problems(tmp_path, named)
    assert problem.code == "D561"
    assert problem.at is not None
    assert problem.at.line == 19


@pytest.mark.parametrize("inside", ["leads_out.txt", "documents/leads_out.txt", "away/ledger.txt"])
def test_a_link_never_leads_out_of_the_folder(inside: str, tmp_path: Path) -> None:
    outside, folder = tmp_path / "outside", tmp_path / "case"
    for each in (outside, folder, folder / "documents"):
        each.mkdir()
    (outside / "ledger.txt").write_text(QUOTE, encoding="utf-8")
    (folder / "leads_out.txt").symlink_to(outside / "ledger.txt")
    (folder / "documents" / "leads_out.txt").symlink_to("../../outside/ledger.txt")
    (folder / "away").symlink_to(outside)
    (problem,) = _problems(folder, inside)
    assert problem.code == "D561"
    assert "leads outside" in problem.message


def test_a_link_inside_the_folder_is_followed(tmp_path: Path) -> None:
    (tmp_path / "same.txt").symlink_to("documents/ledger.txt")
    assert _problems(tmp_path, "same.txt") == []


def test_a_case_that_is_reached_by_a_link_may_name_its_documents(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to("real")
    assert _problems(tmp_path / "link", "documents/ledger.txt") == []


def test_the_file_that_was_meant_is_suggested(tmp_path: Path) -> None:
    (problem,) = _problems(tmp_path, "documents/leger.txt")
    assert problem.code == "D560"
    assert problem.hint == "did you mean 'documents/ledger.txt'?"


def test_an_address_on_the_web_is_no_file(tmp_path: Path) -> None:
    (problem,) = _problems(tmp_path, "https://example.org/ledger.html")
    assert problem.code == "D560"
    assert "keep a copy" in problem.hint


@pytest.mark.parametrize(
    "named", ["documents", "pipe", "loop", "a" * 300, "documents/ledger.txt/x"]
)
def test_what_is_no_file_is_a_problem_and_never_waited_for(named: str, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "loop").symlink_to("loop")
    (problem,) = _problems(tmp_path, named)
    assert problem.code in ("D560", "D562")


@pytest.mark.parametrize(
    ("quote", "told"),
    [
        ("", "names a document and quotes nothing from it"),
        ("ledger", "quotes only one word"),
        ("the ledger", "quotes only two words in a row"),
        ("the ledger [...] was gone", "quotes only two words in a row"),
        ("[...]", "quotes no word"),
    ],
)
def test_too_little_to_look_for_is_warned_of(quote: str, told: str, tmp_path: Path) -> None:
    folder_with(tmp_path, {"ledger.txt": QUOTE}, [report(0, quote, "ledger.txt")])
    (problem,) = check_documents(case_in(tmp_path), tmp_path)
    assert problem.code == "D568"
    assert not problem.is_error
    assert told in problem.message


def test_a_quotation_without_a_document_may_be_as_short_as_it_likes(tmp_path: Path) -> None:
    folder_with(tmp_path, {}, [report(0, "gone", None)])
    assert list(check_documents(case_in(tmp_path), tmp_path)) == []
