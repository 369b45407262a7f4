import shlex
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.docs.pages import PAGES, ROOT, Command, blocks, cases, commands, file_of_debate, name_of
from tests.docs.printed import agrees

from deciban.cli.main import deciban

SHOWING = [page for page in PAGES if any(each.language == "console" for each in blocks(page))]
WRONG_USAGE = 2


def _run(line: str) -> Result:
    _, *words = shlex.split(line, comments=True)
    return CliRunner().invoke(deciban, words, prog_name="deciban")


def _hold(page: Path, command: Command) -> None:
    """Run one command and hold what it prints against what the page shows."""
    result = _run(command.line)
    told = f"{name_of(page)}: $ {command.line}\n{result.output}"
    assert result.exception is None or isinstance(result.exception, SystemExit), told
    assert result.exit_code < WRONG_USAGE, told
    if command.shown.strip():
        assert agrees(command.shown, result.output), told
    else:
        assert result.exit_code == 0, told


def test_the_method_shows_what_its_cases_come_to() -> None:
    assert "docs/method.md" in {name_of(page) for page in SHOWING}


@pytest.mark.parametrize("page", SHOWING, ids=name_of)
def test_every_command_on_a_page_prints_what_the_page_shows(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each page in a folder of its own, where the last case shown stands as ``case.yaml``.

    The one shown before it stands as ``before.yaml``, for pages that compare the two. Positions and
    moves shown stand in their folders.
    """
    shutil.copytree(ROOT / "cases", tmp_path / "cases")
    monkeypatch.chdir(tmp_path)
    whole = {block.line for block in cases(page)}
    for block in blocks(page):
        if block.line in whole:
            if Path("case.yaml").exists():
                Path("case.yaml").replace("before.yaml")
            Path("case.yaml").write_text(block.text, encoding="utf-8")
        elif (file := file_of_debate(block)) is not None:
            file.parent.mkdir(exist_ok=True)
            file.write_text(block.text, encoding="utf-8")
        elif block.language == "console":
            for command in commands(block):
                if command.line.split()[0] == "deciban":
                    _hold(page, command)
