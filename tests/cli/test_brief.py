"""``deciban brief``: what is written, where, and when it is refused."""

import json
import os
import re
import shutil
from pathlib import Path

import pytest
from tests.cli.running import FLAGSHIP, ROOT, SECOND, program, run

from deciban.render.json_text import Json

GOLDEN = Path(__file__).parent / "golden"
SMALL = "tests/render/brief/small"
PRINTED = {
    "brief_small.md": ("brief", SMALL),
    "brief_small.json": ("brief", SMALL, "--json"),
    "brief_small_author_date.md": ("brief", SMALL, "--short", "--style", "author-date"),
    "brief_flagship.md": ("brief", FLAGSHIP),
    "brief_flagship.json": ("brief", FLAGSHIP, "--short", "--json"),
}
STARTS = {"md": b"# The lamp on the pier", "html": b"<!", "pdf": b"%PDF-", "docx": b"PK"}


@pytest.mark.parametrize("name", PRINTED)
def test_what_is_printed_is_what_was_looked_at(name: str) -> None:
    """`UPDATE=1` writes the briefs anew; read the difference before keeping it."""
    result = run(*PRINTED[name])
    assert result.exit_code == 0
    if os.environ.get("UPDATE"):
        (GOLDEN / name).write_text(result.output, encoding="utf-8")
    assert result.output == (GOLDEN / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("ending", STARTS)
def test_each_format_is_written_and_the_same_to_the_byte_in_two_processes(
    ending: str, tmp_path: Path
) -> None:
    one, other = tmp_path / f"one.{ending}", tmp_path / "elsewhere" / f"one.{ending}"
    other.parent.mkdir()
    for file in (one, other):
        done = program("brief", SMALL, "-o", str(file), env={"PYTHONHASHSEED": str(len(str(file)))})
        assert done.returncode == 0, done.stderr
        assert done.stdout.decode() == f"wrote {file}\n"
    assert one.read_bytes().startswith(STARTS[ending])
    assert one.read_bytes() == other.read_bytes()


def test_markdown_has_its_figures_in_a_folder_beside_it(tmp_path: Path) -> None:
    result = run("brief", SMALL, "-o", str(tmp_path / "lamp.md"))
    assert result.exit_code == 0
    text = (tmp_path / "lamp.md").read_text(encoding="utf-8")
    shown = re.findall(r"\((lamp-figures/[^)]+\.svg)\)", text)
    drawn = sorted(f"lamp-figures/{each.name}" for each in (tmp_path / "lamp-figures").iterdir())
    assert sorted(shown) == drawn
    assert len(drawn) > 3
    assert (tmp_path / "lamp-figures" / "posterior.svg").read_text("utf-8").startswith("<svg")


def test_without_figures_there_are_none_and_no_folder(tmp_path: Path) -> None:
    result = run("brief", SMALL, "--no-figures", "-o", str(tmp_path / "lamp.md"))
    assert result.exit_code == 0
    assert [each.name for each in tmp_path.iterdir()] == ["lamp.md"]
    assert "Figure 1" not in (tmp_path / "lamp.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("file", ["brief.txt", "brief", "brief.PDF.zip"])
def test_a_format_that_nobody_writes_is_wrong_usage_before_anything_is_weighed(file: str) -> None:
    result = run("brief", "nowhere", "-o", file)
    assert result.exit_code == 2
    assert ".docx" in result.stderr
    assert "says the format" in " ".join(result.stderr.split())


def test_data_and_a_document_at_once_are_wrong_usage() -> None:
    result = run("brief", SMALL, "--json", "-o", "lamp.html")
    assert result.exit_code == 2
    assert "choose one" in result.stderr


def _broken(folder: Path, old: str, new: str) -> Path:
    shutil.copytree(ROOT / SMALL, folder)
    file = folder / "case.yaml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("60..80%", "80..60%", "D305"),
        ("did_not: 60..80%", "did_not: 0%, saw: 0%", "D111"),
        ("two gallons", "ten gallons", "D567"),
        ("without: [no_entry]", "without: [nothing_of_the_kind]", "D801"),
    ],
)
def test_a_case_with_an_error_gets_no_brief_and_no_file(
    old: str, new: str, code: str, tmp_path: Path
) -> None:
    folder = _broken(tmp_path / "case", old, new)
    result = run("brief", str(folder), "-o", str(tmp_path / "lamp.html"))
    assert result.exit_code == 1
    assert code in result.stderr
    assert "Traceback" not in result.stderr
    assert not (tmp_path / "lamp.html").exists()
    data = json.loads(run("brief", str(folder), "--json").output)
    assert [*data] == ["problems"]


def test_what_cannot_be_saved_leaves_the_old_file_as_it_was(tmp_path: Path) -> None:
    result = run("brief", SMALL, "--no-figures", "-o", str(tmp_path / "no such folder" / "lamp.md"))
    assert result.exit_code == 1
    assert "D140" in result.stderr
    assert not [*tmp_path.iterdir()]


def test_warnings_of_the_case_stand_in_the_brief() -> None:
    printed = run("brief", SMALL, "--short").output
    assert "deciban warns: the answers to 'since' may leave one out." in printed


def test_the_hash_of_the_case_stands_in_the_brief_and_in_its_data() -> None:
    data = json.loads(run("brief", SMALL, "--json").output)
    digest = data["about"]["case"]
    assert re.fullmatch("[0-9a-f]{64}", digest)
    assert digest[:12] in data["dateline"]
    assert digest in run("brief", SMALL).output


def test_the_data_hold_what_the_document_holds() -> None:
    data = json.loads(run("brief", SECOND, "--json").output)
    printed = run("brief", SECOND).output
    told = [each for each in _texts(data["blocks"]) if each.isalpha()]
    assert len(told) > 100
    assert all(each in printed for each in told)


def _texts(data: Json) -> list[str]:
    if isinstance(data, dict):
        own = [data["text"]] if isinstance(data.get("text"), str) else []
        return [*map(str, own), *(text for each in data.values() for text in _texts(each))]
    if isinstance(data, list):
        return [text for each in data for text in _texts(each)]
    return []


def test_nothing_but_the_brief_is_printed_in_a_pipe() -> None:
    done = program("brief", SMALL, "--short")
    assert done.returncode == 0
    assert done.stderr == b""
    assert b"\x1b" not in done.stdout
    assert done.stdout.startswith(b"# The lamp on the pier\n")
