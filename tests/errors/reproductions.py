"""The folders beside this file: each a small case that has one problem, and what is said of it."""

import re
import shlex
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.errors.makers import FAULTS, MAKERS

from deciban.cli.main import deciban
from deciban.render.errors_page import Reproduction

HERE = Path(__file__).parent
PAGE = HERE.parents[1] / "docs" / "errors.md"
FOLDERS = sorted(HERE.glob("D[0-9][0-9][0-9]-*"))
EXPECTED, COMMAND = "expected.txt", "command.txt"
CHECK = "deciban check ."
_CODE = re.compile(r"^(?:\S+:\d+:\d+: |--\w+: )?(D\d{3}) ", re.MULTILINE)


def name_of(folder: Path) -> str:
    return folder.name


def code_of(folder: Path) -> str:
    return folder.name.partition("-")[0]


def command_of(folder: Path) -> str:
    file = folder / COMMAND
    return file.read_text(encoding="utf-8").strip() if file.exists() else CHECK


def expected_of(folder: Path) -> str:
    file = folder / EXPECTED
    return file.read_text(encoding="utf-8") if file.exists() else ""


def codes_in(output: str) -> list[str]:
    """The codes of the problems told, one a line."""
    return _CODE.findall(output)


def copied(folder: Path, to: Path) -> Path:
    """The case of a folder, put where it can be run without a trace in the repository."""
    shutil.copytree(folder, to, ignore=shutil.ignore_patterns(EXPECTED, COMMAND))
    make = MAKERS.get(folder.name)
    if make is not None:
        make(to)
    return to


def run(folder: Path, patch: pytest.MonkeyPatch, *more: str) -> Result:
    """What the folder's command does, run inside this process, in the folder it stands in now."""
    fault = FAULTS.get(folder.name)
    if fault is not None:
        fault(patch)
    return CliRunner().invoke(deciban, [*shlex.split(command_of(folder))[1:], *more])


def reproductions() -> Sequence[Reproduction]:
    """Every folder as the page shows it."""
    return [
        Reproduction(
            code=code_of(folder),
            files={
                file.relative_to(folder).as_posix(): file.read_text(encoding="utf-8")
                for file in sorted(folder.glob("**/*"))
                if file.is_file() and file.name not in (EXPECTED, COMMAND)
            },
            about=_about(folder),
            command=command_of(folder),
            output=expected_of(folder),
        )
        for folder in FOLDERS
    ]


def _about(folder: Path) -> str:
    made = MAKERS.get(folder.name) or FAULTS.get(folder.name)
    return (made.__doc__ or "") if made else ""
