"""A file is read whole as UTF-8, or the reader says in plain words why not."""

import os
from pathlib import Path

import pytest

from deciban.problem import Problem
from deciban.read.text import LARGEST, read_text


def problem_of(path: Path) -> Problem:
    problem = read_text(path)
    assert isinstance(problem, Problem)
    return problem


def written(folder: Path, content: bytes) -> Path:
    path = folder / "case.yaml"
    path.write_bytes(content)
    return path


def test_a_utf8_file_is_read_as_it_stands(tmp_path: Path) -> None:
    assert read_text(written(tmp_path, "text: Zürich\r\n".encode())) == "text: Zürich\r\n"


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path: Path) -> None:
    assert read_text(written(tmp_path, b"\xef\xbb\xbftext: a\n")) == "text: a\n"


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    problem = problem_of(tmp_path / "none.yaml")
    assert problem.code == "D101"
    assert "none.yaml" in problem.message


def test_a_path_through_a_file_is_a_missing_file(tmp_path: Path) -> None:
    assert problem_of(written(tmp_path, b"a") / "case.yaml").code == "D101"


def test_a_folder_is_not_a_file(tmp_path: Path) -> None:
    assert problem_of(tmp_path).code == "D102"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_is_refused_instead_of_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert problem_of(tmp_path / "pipe").code == "D103"


def test_a_name_no_system_accepts_is_a_problem_and_no_crash() -> None:
    assert problem_of(Path("a\0b")).code == "D103"


def test_a_file_over_five_megabytes_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    with path.open("wb") as file:
        file.truncate(LARGEST + 1)
    assert problem_of(path).code == "D104"


def test_five_megabytes_are_still_read(tmp_path: Path) -> None:
    assert read_text(written(tmp_path, b"a" * LARGEST)) == "a" * LARGEST


def test_the_first_byte_that_is_not_utf8_is_pointed_at(tmp_path: Path) -> None:
    problem = problem_of(written(tmp_path, "a: ü\nb: Z".encode() + b"\xfcrich\n"))
    assert problem.code == "D105"
    assert problem.at
    assert (problem.at.line, problem.at.column, problem.at.start) == (2, 5, 9)
    assert "0xFC at 10" in problem.message
    assert "Latin-1" in problem.message


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf16_is_named_with_or_without_its_mark(tmp_path: Path, encoding: str) -> None:
    problem = problem_of(written(tmp_path, "title: a case\n".encode(encoding)))
    assert problem.code == "D105"
    assert "UTF-16" in problem.message


def test_a_zero_byte_is_placed(tmp_path: Path) -> None:
    problem = problem_of(written(tmp_path, b"a: b\nc: \0d\n"))
    assert problem.code == "D106"
    assert problem.at
    assert (problem.at.line, problem.at.column) == (2, 4)
