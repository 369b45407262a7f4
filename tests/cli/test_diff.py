"""``deciban diff``: the page, the data, revisions of git, and what is refused."""

import json
import os
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.cli.running import on_terminal, plain, program
from tests.read.in_git import committed, repository

from deciban.cli.main import deciban

GOLDEN = Path(__file__).parent / "golden"
BEFORE = """\
deciban: 1
title: The borrowed ladder
question:
  ask: Did he know that the ladder was broken?
  hypotheses: {knew: He knew, unaware: He did not}
  exhaustive: yes
  prior: even
questions:
  wife_knew:
    ask: Did his wife know?
    hypotheses: {yes: She did, no: She did not}
    given: question
    prior: {knew: {yes: 80%, no: rest}, unaware: {yes: 20%, no: rest}}
sources:
  neighbour:
    name: The neighbour, who lent it
    character: {honest: 70..90%, guesses: rest}
    because: He is no liar, but wants it paid for.
events:
  - id: told
    text: The neighbour told him of the rung
    expected: {knew: 60..80%, unaware: 10%}
  - id: cake
    text: He came with a cake
    known: yes
    expected: {knew: 40%, unaware: 10%}
    because: Cake is what one brings with bad news.
  - id: whistling
    text: He whistled on his way up
    known: yes
    expected: {knew: 30%, unaware: 60%}
    also_caused_by: {wife_knew.no: 10%}
reports:
  - {id: neighbour_says, of: told, by: neighbour}
what_if:
  - {id: no_cake, text: Without the cake, without: cake}
"""
AFTER = (
    BEFORE.replace("The borrowed ladder", "The broken ladder")
    .replace("honest: 70..90%", "honest: 30..60%")
    .replace("He is no liar, but wants it paid for.", "He has lied about his hedge.")
    .replace("{knew: 40%, unaware: 10%}", "{knew: 25%, unaware: 10%}")
    .replace("{wife_knew.no: 10%}", "{wife_knew.no: 12%}")
    .replace("reports:\n", "reports:\n  - {id: maid_says, of: broken, by: maid}\n")
    .replace("events:\n", "events:\n  - {id: broken, text: He broke it, expected: {else: 30%}}\n")
    .replace("{else: 30%}", "{knew: 5%, unaware: 30%}")
    .replace("sources:\n", "sources:\n  maid: {name: The maid, reliability: B}\n")
    .replace("Without the cake", "Without any cake")
)
WRONG = AFTER.replace("known: yes", "knowm: yes", 1)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two cases in it, which is where one stands."""
    for name, text in (("before", BEFORE), ("after", AFTER), ("wrong", WRONG)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "case.yaml").write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*words: str) -> Result:
    return CliRunner().invoke(deciban, ["diff", *words], prog_name="deciban")


def data(*words: str) -> dict[str, object]:
    result = run(*words, "--json")
    assert result.exit_code in (0, 1), result.output
    found: dict[str, object] = json.loads(result.stdout)
    return found


@pytest.mark.usefixtures("here")
def test_what_is_printed_is_what_was_looked_at() -> None:
    """`UPDATE=1` writes the page anew; read the difference before keeping it."""
    result = run("before", "after")
    assert result.exit_code == 0, result.output
    golden = GOLDEN / "diff.txt"
    if os.environ.get("UPDATE"):
        golden.write_text(result.output, encoding="utf-8")
    assert result.output == golden.read_text(encoding="utf-8")


@pytest.mark.usefixtures("here")
def test_as_data_the_shares_add_up_and_every_place_is_told() -> None:
    found = json.loads(run("before", "after", "--json").stdout)
    assert (found["before"], found["after"]) == ("before/case.yaml", "after/case.yaml")
    for hypothesis in found["hypotheses"]:
        name = hypothesis["id"]
        shares = [change["weights"][name]["share"] for change in found["changes"]]
        assert sum(shares) == pytest.approx(hypothesis["gap"])
        odds = [hypothesis[side]["log_odds"] for side in ("before", "after")]
        assert odds[1] - odds[0] == pytest.approx(hypothesis["gap"])
    lines = {"before": BEFORE.splitlines(), "after": AFTER.splitlines()}
    for difference in found["differences"]:
        for side, key in (("before", "was_at"), ("after", "now_at")):
            at = difference[key]
            if difference["kind"] == "number":
                assert at["file"] == f"{side}/case.yaml"
                assert difference[side] in lines[side][at["line"] - 1][at["column"] - 1 :]


@pytest.mark.usefixtures("here")
def test_nothing_differs_between_a_case_and_itself() -> None:
    result = run("before", "before")
    assert result.exit_code == 0
    assert "Nothing differs: " in result.output
    found = data("before", "before/case.yaml")
    assert found["changes"] == found["differences"] == []


@pytest.mark.usefixtures("here")
def test_words_alone_move_nothing_and_are_told() -> None:
    (Path("after") / "case.yaml").write_text(
        BEFORE.replace("Cake is what one brings", "One brings cake"), encoding="utf-8"
    )
    output = run("before", "after").output
    assert "nothing moves the answer" in output
    assert re.search(r"events\.cake\s+because", output)


@pytest.mark.parametrize("columns", [60, 80, 100])
def test_no_line_is_wider_than_the_terminal(here: Path, columns: int) -> None:
    args = ("diff", str(here / "before"), str(here / "after"))
    lines = plain(on_terminal(args, columns)).splitlines()
    assert len(lines) > 20
    assert max(map(len, lines)) <= columns


def test_a_pipe_gets_plain_text_in_whatever_encoding(here: Path) -> None:
    args = ("diff", str(here / "before"), str(here / "after"))
    for env in ({}, {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}):
        done = program(*args, env=env)
        assert done.returncode == 0, done.stderr
        assert b"\x1b" not in done.stdout
        assert b"events.cake.expected" in done.stdout


# Where something is wrong ------------------------------------------------------------------------


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("sides", [("wrong", "after"), ("before", "wrong")])
def test_with_problems_on_one_side_they_are_told_and_so_is_what_differs(
    sides: tuple[str, str],
) -> None:
    result = run(*sides)
    assert result.exit_code == 1
    assert "wrong/case.yaml:27:5: D203" in result.output
    assert "not weighed" in result.output
    found = data(*sides)
    assert found["differences"]
    assert "changes" not in found


@pytest.mark.usefixtures("here")
def test_a_test_of_the_case_that_fails_is_told_beside_the_answer() -> None:
    failing = AFTER + "test:\n  - {of: knew, between: 1..2%}\n"
    (Path("after") / "case.yaml").write_text(failing, encoding="utf-8")
    result = run("before", "after")
    assert result.exit_code == 1
    assert "What each change did" in result.output
    assert "D802" in result.output


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    "words",
    [
        ("before", "after", "before"),
        ("before", "after", "--from", "HEAD"),
        ("HEAD:before", "--to", "HEAD"),
        ("network.bif", "after"),
    ],
)
def test_what_cannot_be_meant_is_wrong_usage(words: tuple[str, ...]) -> None:
    result = run(*words)
    assert result.exit_code == 2, result.output
    assert not isinstance(result.exception, Exception)


@pytest.mark.usefixtures("here")
def test_a_report_and_the_work_it_cites_may_go_together() -> None:
    """Whatever is taken from the first case may cite what only the first case lists."""
    again = "  - {id: says_again, of: told, by: neighbour, cite: hedges2001}\nwhat_if:"
    cited = BEFORE.replace("what_if:", again)
    (Path("before") / "case.yaml").write_text(cited, encoding="utf-8")
    works = [{"id": "hedges2001", "type": "book", "title": "Hedges"}]
    (Path("before") / "sources.json").write_text(json.dumps(works), encoding="utf-8")
    later = BEFORE.replace("{knew: 40%", "{knew: 30%")
    (Path("after") / "case.yaml").write_text(later, encoding="utf-8")
    found = json.loads(run("before", "after", "--json").stdout)
    assert found["problems"] == []
    told = {each["address"]: each["together"] for each in found["changes"]}
    assert told == {"reports.says_again": "", "events.cake.expected": ""}
    assert "bibliography.hedges2001" in {each["address"] for each in found["differences"]}


# In git ------------------------------------------------------------------------------------------


@pytest.fixture
def in_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository in which the case was committed twice, and changed once more."""
    folder = repository(tmp_path / "repository")
    committed(folder, {"ladder/case.yaml": BEFORE})
    committed(folder, {"ladder/case.yaml": AFTER})
    third = AFTER.replace("unaware: 60%", "unaware: 50%")
    (folder / "ladder/case.yaml").write_text(third, encoding="utf-8")
    monkeypatch.chdir(folder)
    return folder


def _ends(*words: str) -> tuple[object, object, list[str]]:
    """What was compared, and the addresses of the changes."""
    found = json.loads(run(*words, "--json").stdout)
    assert found["problems"] == []
    return found["before"], found["after"], [each["address"] for each in found["changes"]]


@pytest.mark.usefixtures("in_git")
def test_one_case_is_compared_with_what_was_committed_last() -> None:
    ends = ("HEAD:ladder/case.yaml", "ladder/case.yaml", ["events.whistling.expected"])
    assert _ends("ladder") == ends
    assert _ends("HEAD:ladder") == ends
    assert _ends("HEAD:./ladder/case.yaml") == ends


def test_in_the_folder_of_the_case_its_name_is_not_needed(
    in_git: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(in_git / "ladder")
    ends = ("HEAD:ladder/case.yaml", "case.yaml", ["events.whistling.expected"])
    assert _ends() == _ends("HEAD") == ends
    assert _ends("HEAD~1", "HEAD")[:2] == ("HEAD~1:ladder/case.yaml", "HEAD:ladder/case.yaml")


@pytest.mark.usefixtures("in_git")
def test_two_revisions_are_compared_whatever_the_files_are_now() -> None:
    Path("ladder/case.yaml").write_text("nonsense", encoding="utf-8")
    there = _ends("ladder", "--from", "HEAD~1", "--to", "HEAD")
    assert there == _ends("HEAD~1:ladder", "HEAD:ladder")
    assert there[:2] == ("HEAD~1:ladder/case.yaml", "HEAD:ladder/case.yaml")
    assert len(there[2]) == 4
    assert Path("ladder/case.yaml").read_text(encoding="utf-8") == "nonsense"


def test_a_mistake_committed_long_ago_is_told_at_its_revision(in_git: Path) -> None:
    committed(in_git, {"ladder/case.yaml": WRONG})
    committed(in_git, {"ladder/case.yaml": AFTER})
    result = run("ladder", "--from", "HEAD~1")
    assert result.exit_code == 1
    assert "HEAD~1:ladder/case.yaml:27:5: D203" in result.output


@pytest.mark.usefixtures("in_git")
def test_a_revision_that_is_not_there_is_a_problem_and_no_traceback() -> None:
    for words in (("ladder", "--from", "no_such"), ("ladder", "--from=-x"), ("no_such:ladder",)):
        result = run(*words)
        assert result.exit_code == 1, result.output
        assert "D721" in result.output
        assert result.exception is None or isinstance(result.exception, SystemExit)


def test_the_flagship_is_the_same_as_itself_in_a_moment() -> None:
    done = program("diff", "cases/barbarossa", "cases/barbarossa/case.yaml")
    assert done.returncode == 0
    assert b"Nothing differs" in done.stdout
