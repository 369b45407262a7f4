import json
import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from tests.errors.makers import FAULTS, MAKERS
from tests.errors.reproductions import (
    EXPECTED,
    FOLDERS,
    HERE,
    PAGE,
    code_of,
    codes_in,
    command_of,
    copied,
    expected_of,
    name_of,
    reproductions,
    run,
)

from deciban.problem import CODES
from deciban.read import read_case
from deciban.render.errors_page import errors_page

UPDATE = bool(os.environ.get("UPDATE"))
#: Warnings that some cases cannot do without: certainty under a contradiction, and positions.
UNAVOIDABLE = {"D602"}
EVERY_FOLDER = pytest.mark.parametrize("folder", FOLDERS, ids=name_of)
FIXABLE = [
    folder
    for folder in FOLDERS
    if any(each.fix and each.code == code_of(folder) for each in read_case(folder).problems)
]
SUBPROCESSES = (
    "D203-a-misspelt-field",
    "D104-fifty-megabytes",
    "D140-a-file-where-a-folder-belongs",
)


@pytest.fixture
def here(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the folder's case, which is the working directory as well."""
    case = copied(folder, tmp_path / "case")
    monkeypatch.chdir(case)
    return case


def test_every_code_has_a_case_that_shows_it() -> None:
    shown = {code_of(folder) for folder in FOLDERS}
    assert shown == set(CODES)


def test_every_maker_and_every_fault_belongs_to_a_folder() -> None:
    assert {*MAKERS, *FAULTS} <= {folder.name for folder in FOLDERS}


@EVERY_FOLDER
@pytest.mark.usefixtures("here")
def test_each_case_is_told_its_problem_and_no_other(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    result = run(folder, monkeypatch)
    if UPDATE:
        (folder / EXPECTED).write_text(result.output, encoding="utf-8")
    assert result.output == expected_of(folder)
    codes = codes_in(result.output)
    assert result.exit_code == int(any(CODES[code].severity == "error" for code in codes))
    assert result.exception is None or isinstance(result.exception, SystemExit)
    assert "Traceback" not in result.output
    assert code_of(folder) in codes
    assert set(codes) - UNAVOIDABLE <= {code_of(folder)}


@EVERY_FOLDER
def test_each_message_ends_in_something_to_do(folder: Path) -> None:
    for line in expected_of(folder).splitlines():
        if f" {code_of(folder)} " in line:
            _, _, message = line.partition(f" {code_of(folder)} ")
            assert "; " in message, "no hint"
            assert not message.endswith("."), "a full stop"


@EVERY_FOLDER
@pytest.mark.usefixtures("here")
def test_as_data_each_case_has_the_same_problems(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = json.loads(run(folder, monkeypatch, "--json").stdout)
    assert [each["code"] for each in data["problems"]] == codes_in(expected_of(folder))
    assert all(each["file"] and each["line"] and each["column"] for each in data["problems"])


@pytest.mark.parametrize("folder", [HERE / name for name in SUBPROCESSES], ids=name_of)
def test_a_process_of_its_own_says_the_same(folder: Path, here: Path) -> None:
    start = "from deciban.cli import main; main()"
    line = [sys.executable, "-c", start, *shlex.split(command_of(folder))[1:]]
    done = subprocess.run(  # noqa: S603 (it starts this very Python)
        line,
        cwd=here,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    assert done.stdout == expected_of(folder)
    assert done.returncode == 1


@pytest.mark.parametrize("folder", FIXABLE, ids=name_of)
def test_fixing_mends_the_problem_and_fixing_again_changes_nothing(
    folder: Path, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(folder, monkeypatch, "--fix")
    fixed = (here / "case.yaml").read_bytes()
    assert code_of(folder) not in {each.code for each in read_case(here).problems}
    run(folder, monkeypatch, "--fix")
    assert (here / "case.yaml").read_bytes() == fixed


def test_what_prose_runs_into_most_often_can_be_fixed() -> None:
    wanted = {
        "D107",
        "D120",
        "D121",
        "D122",
        "D123",
        "D124",
        "D125",
        "D126",
        "D128",
        "D129",
        "D130",
    }
    assert wanted <= {code_of(folder) for folder in FIXABLE}


def test_the_page_of_problems_is_current() -> None:
    page = errors_page(CODES, reproductions())
    if UPDATE:
        PAGE.write_text(page, encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == page, "run UPDATE=1 pytest tests/errors"
