"""A case as it stood at a revision: read from git's objects, and from nothing else."""

import json
from pathlib import Path

import pytest
from tests.meaning.line import case_text
from tests.read.in_git import committed, git, repository

from deciban.edit.difference import differences
from deciban.read import Reading, read_case
from deciban.read.revision import is_revision, now, read_at, read_named

CASE = case_text(
    """
    sources:
      works: {name: Works, cite: hand2001}
    events:
      - {id: seen, text: Seen, known: yes, expected: {h: 60%, other: 20%}, cite: hand2001}
    """
)
WORKS = json.dumps([{"id": "hand2001", "type": "book", "title": "By hand"}])
POSITION = "position: alice\nholds: {events.seen.expected.h: {is: 50%, was: 60%, because: So}}\n"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with a case in it, which is the folder that one stands in."""
    folder = repository(tmp_path / "repository")
    files = {"x/case.yaml": CASE, "x/sources.json": WORKS, "x/positions/alice.yaml": POSITION}
    committed(folder, files)
    monkeypatch.chdir(folder)
    return folder


def codes(reading: Reading) -> list[str]:
    return [problem.code for problem in reading.problems]


def test_it_is_the_case_that_was_committed_and_not_the_one_that_is_there(here: Path) -> None:
    (here / "x/case.yaml").write_text("deciban: 1\n", encoding="utf-8")
    (here / "x/sources.json").unlink()
    for reading in (read_at("HEAD", Path("x")), read_named("HEAD:x"), read_named("main:./x")):
        assert codes(reading) == []
        assert reading.case is not None
        assert list(reading.case.bibliography.works) == ["hand2001"]
        assert [each.position for each in reading.case.positions] == ["alice"]
    assert (here / "x/case.yaml").read_text(encoding="utf-8") == "deciban: 1\n"
    assert git(here, "status", "--porcelain") == "M x/case.yaml\n D x/sources.json"


def test_an_earlier_commit_is_read_by_any_of_its_names(here: Path) -> None:
    first = git(here, "rev-parse", "HEAD")
    git(here, "tag", "first")
    committed(here, {"x/case.yaml": CASE.replace("60%", "50%")})
    for name in ("HEAD~1", "first", first, first[:8]):
        reading = read_at(name, Path("x"))
        assert reading.case is not None
        assert differences(reading.case, read_case(Path("x")).case or reading.case)
        assert is_revision(name)
    assert not is_revision("nothing")


def test_files_are_called_as_git_calls_them(here: Path) -> None:
    committed(here, {"x/case.yaml": CASE.replace("known: yes", "knowm: yes")})
    (problem,) = [each for each in read_at("HEAD", Path("x")).problems if each.code == "D203"]
    assert problem.at is not None
    assert problem.at.file == "HEAD:x/case.yaml"
    assert str(problem).startswith("HEAD:x/case.yaml:12:28: ")
    reading = read_named("HEAD~1:x")
    assert [each.file for each in reading.documents] == [
        "HEAD~1:x/case.yaml",
        "HEAD~1:x/positions/alice.yaml",
    ]
    assert reading.case is not None
    assert reading.case.events[0].at.file == "HEAD~1:x/case.yaml"
    assert reading.case.events[0].place("expected.h").file == "HEAD~1:x/case.yaml"


def test_a_case_at_the_top_and_a_file_of_another_name_are_read(here: Path) -> None:
    committed(here, {"case.yaml": CASE, "x/draft.yaml": CASE, "sources.json": WORKS})
    top = read_named("HEAD:")
    assert codes(top) == []
    assert top.documents[0].file == "HEAD:case.yaml"
    assert read_at("HEAD", Path()).documents[0].file == "HEAD:case.yaml"
    draft = read_named("HEAD:x/draft.yaml")
    assert codes(draft) == []
    assert draft.documents[0].file == "HEAD:x/draft.yaml"


def test_it_is_found_from_a_folder_inside(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(here / "x")
    assert read_at("HEAD", Path()).documents[0].file == "HEAD:x/case.yaml"
    assert read_named("HEAD:x").case is not None
    assert read_named("HEAD:./case.yaml").case is not None
    assert now("HEAD:x") == now("HEAD") == Path()
    monkeypatch.chdir(here)
    assert now("HEAD:x") == Path("x")


def test_a_case_that_is_gone_from_the_files_is_still_there_at_its_revision(here: Path) -> None:
    git(here, "rm", "-r", "--quiet", "x")
    committed(here, {"other": "text"})
    assert read_at("HEAD~1", Path("x")).case is not None
    assert codes(read_at("HEAD", Path("x"))) == ["D722"]


def test_what_cannot_be_read_is_a_problem_and_says_why(
    here: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "plain").mkdir()
    assert codes(read_at("HEAD", tmp_path / "plain")) == ["D720"]
    assert codes(read_at("nothing", Path("x"))) == ["D721"]
    assert codes(read_at("HEAD", Path("y"))) == ["D722"]
    assert codes(read_named("HEAD:x/positions")) == ["D210"]
    monkeypatch.setenv("PATH", str(tmp_path / "plain"))
    assert codes(read_at("HEAD", Path("x"))) == ["D723"]
    assert here.exists()


@pytest.mark.parametrize("name", ["-x", "--help", "--output=written", "--upload-pack=touch"])
@pytest.mark.usefixtures("here")
def test_a_revision_is_never_taken_for_an_option(name: str) -> None:
    assert codes(read_at(name, Path("x"))) == ["D721"]
    assert codes(read_named(f"{name}:x")) == ["D721"]
    assert not is_revision(name)
    assert not Path("written").exists()


@pytest.mark.parametrize("path", ["x y", "x'y", 'x"y', "-x", "*", ":(top)x", "$(touch written)"])
def test_a_path_is_a_path_whatever_is_in_it(here: Path, path: str) -> None:
    committed(here, {f"{path}/case.yaml": CASE, f"{path}/sources.json": WORKS})
    reading = read_named(f"HEAD:{path}")
    assert codes(reading) == []
    assert reading.documents[0].file == f"HEAD:{path}/case.yaml"
    assert not Path("written").exists()


def test_nothing_that_a_repository_sets_up_is_run(here: Path) -> None:
    """Hooks, monitors, filters and pagers are somebody else's programs."""
    trap = here / "trap.sh"
    trap.write_text(f"#!/bin/sh\ntouch '{here}/sprung'\ncat\n", encoding="utf-8")
    trap.chmod(0o755)
    (here / ".gitattributes").write_text("*.yaml filter=trap diff=trap\n", encoding="utf-8")
    for name in ("post-checkout", "reference-transaction", "post-index-change"):
        (here / ".git/hooks").mkdir(exist_ok=True)
        (here / ".git/hooks" / name).symlink_to(trap)
    for key in (
        "core.fsmonitor",
        "core.pager",
        "core.sshCommand",
        "diff.external",
        "diff.trap.textconv",
        "filter.trap.smudge",
        "filter.trap.process",
        "uploadpack.packObjectsHook",
    ):
        git(here, "config", key, str(trap))
    assert read_at("HEAD", Path("x")).case is not None
    assert not (here / "sprung").exists()


def test_links_and_what_lies_deeper_are_left_alone(here: Path) -> None:
    (here / "x/positions/bob.yaml").symlink_to("/etc/passwd")
    (here / "x/more.yaml").symlink_to("case.yaml")
    committed(here, {"x/positions/deep/carol.yaml": "nonsense: [", "x/documents/a.txt": "text"})
    reading = read_at("HEAD", Path("x"))
    assert codes(reading) == []
    assert reading.case is not None
    assert [each.position for each in reading.case.positions] == ["alice"]


def test_a_hook_that_names_another_repository_does_not_lead_astray(
    here: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = repository(tmp_path / "other")
    committed(other, {"x/case.yaml": "deciban: 1\n"})
    monkeypatch.setenv("GIT_DIR", str(other / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(other))
    assert read_at("HEAD", here / "x").case is not None
