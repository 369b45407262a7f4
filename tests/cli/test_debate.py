"""``deciban debate``: the page, the data, and what is refused."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.cli.running import FLAGSHIP, on_terminal, plain
from tests.cli.running import run as at_the_root
from tests.debate.folders import folder
from tests.debate.parting_cases import CASE

from deciban.cli.main import deciban
from deciban.render.figures import MINUS

SAID = "move: {}\nid: {}\nauthor: {}\non: 2024-05-0{}\ntarget: {}\ntext: {}\n"
FILES = {
    "positions/bob.yaml": "position: bob\nname: Bob Keel, of the mill\n"
    "holds:\n  events.copied.expected.unaware: {is: 40%, was: 20%, because: Clerks were cheap.}\n",
    "positions/cyd.yaml": "position: cyd\nstances: {wet: reject}\n",
    "debate/clerks-7kq2.yaml": SAID.format("undercut", "clerks-7kq2", "ann", 1, "copied", "Dear."),
    "debate/why-4hbe.yaml": SAID.format("ask", "why-4hbe", "cyd", 2, "miller", "Why so late?")
    + "question: testimony.bias\n",
    "debate/no-more-5tya.yaml": SAID.format("rebut", "no-more-5tya", "cyd", 3, "wet", "It rained."),
    "debate/back-9mwc.yaml": SAID.format("withdraw", "back-9mwc", "cyd", 4, "no-more-5tya", "Dry."),
}


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a debate in it, which is where one stands."""
    monkeypatch.chdir(folder(tmp_path, CASE, FILES))
    return tmp_path


def run(*words: str) -> Result:
    return CliRunner().invoke(deciban, ["debate", *words], prog_name="deciban")


@pytest.mark.usefixtures("here")
def test_the_page_tells_who_holds_what_what_stands_and_whose_turn_it_is() -> None:
    result = run()
    assert result.exit_code == 0
    lines = [" ".join(line.split()) for line in result.output.splitlines()]
    assert any(line.startswith("Bob Keel") and "owes 1" in line for line in lines)
    assert "defeated events.copied He had the accounts copied" in lines
    assert "→ Bob Keel has owed an answer since 1 May 2024" in lines
    assert "open sources.miller The miller" in lines
    assert "→ whoever keeps the case has owed an answer since 2 May 2024" in lines
    assert "Had the witness something to gain or to hide by saying so?" in lines
    assert "withdrawn Cyd rebuts, 3 May 2024 no-more-5tya" in lines


@pytest.mark.usefixtures("here")
def test_one_author_is_told_with_his_exposure_to_every_move() -> None:
    output = run("--author", "bob").output
    assert "events.copied" in output
    assert "sources.miller" not in output
    assert "With each open move sustained, for Bob Keel" in output


@pytest.mark.usefixtures("here")
def test_what_waits_is_told_with_what_it_waits_for() -> None:
    output = run("--open").output
    assert "why-4hbe" in output
    assert "back-9mwc" not in output
    assert "Nothing in the thread waits" in run("--open", "--author", "cyd").output


@pytest.mark.usefixtures("here")
def test_a_stranger_is_wrong_usage() -> None:
    result = run("--author", "bbo")
    assert result.exit_code == 2
    assert "nobody is called 'bbo'" in result.output


@pytest.mark.usefixtures("here")
def test_in_its_folder_the_name_alone_is_an_author() -> None:
    assert run("bob").output == run("--author", "bob").output
    assert run("ann").output == run("--author", "ann").output
    assert "mean 'bob'?" in run("bbo").output


def test_what_is_under_a_percent_has_no_exposure_told_and_little_is_called_little(
    tmp_path: Path,
) -> None:
    brings = "add: {events: [{id: note, text: A note, known: yes, expected: {%s}}]}\n"
    rare = CASE.replace("40%, other: 20%}", "59.8%, other: 0.2%}")
    said = SAID.format("rebut", "no-4hbe", "ann", 1, "copied", "No.")
    for expected, told in (("other: 90%, else: 10%", "little"), ("knew: 10%, else: 40%", MINUS)):
        files = {"debate/no-4hbe.yaml": said + brings % expected}
        folder(tmp_path, rare, files)
        page = CliRunner().invoke(deciban, ["debate", str(tmp_path)]).output
        assert told in next(line for line in page.splitlines() if line.startswith("The case"))


def test_what_its_author_conceded_is_called_conceded(here: Path) -> None:
    text = SAID.format("concede", "granted-3vxa", "ann", 5, "copied", "So be it.")
    (here / "debate" / "granted-3vxa.yaml").write_text(text, encoding="utf-8")
    lines = [" ".join(line.split()) for line in run().output.splitlines()]
    assert "conceded Ann undercuts, 1 May 2024 clerks-7kq2" in lines
    assert "withdrawn Cyd rebuts, 3 May 2024 no-more-5tya" in lines


@pytest.mark.parametrize("columns", [40, 60, 100])
def test_no_answer_loses_half_its_name_unseen_and_no_column_its_legend(
    here: Path, columns: int
) -> None:
    told = plain(on_terminal(["debate", str(here)], columns))
    heads = [line.split() for line in told.splitlines() if line.split()[:1] == ["knew"]]
    for name in {each for head in heads for each in head}:
        assert name in ("knew", "unaware", "other") or name.endswith("…")
    missing = {"knew", "unaware", "other"} - {each for head in heads for each in head}
    assert "exposure" in told
    assert "to one move" in told
    assert "to all" in told
    assert not missing or "…" in told or "Not shown" in told


@pytest.mark.usefixtures("here")
def test_as_data_the_thread_has_the_labels_and_exposure_its_outcomes() -> None:
    data = json.loads(run("--json").stdout)
    assert {each["name"]: each["label"] for each in data["thread"]} == {
        "sources.miller": "undecided",
        "why-4hbe": "undecided",
        "events.copied": "out",
        "clerks-7kq2": "in",
        "events.wet": "in",
        "no-more-5tya": "out",
        "back-9mwc": "in",
    }
    assert data["owed"] == {
        "bob": {"count": 1, "since": "2024-05-01"},
        "case": {"count": 1, "since": "2024-05-02"},
    }
    by_name = {each["name"]: each for each in data["exposures"]}
    assert list(by_name) == ["case", "bob", "cyd"]
    assert [each["outcome"] for each in by_name["bob"]["alone"]] == ["moves"]
    assert [each["code"] for each in data["problems"]] == ["D830"]  # ann has no position


def test_a_broken_move_is_told_and_the_rest_is_shown(here: Path) -> None:
    text = SAID.format("challenge", "so-3vxa", "ann", 5, "wet", "So.")
    (here / "debate" / "so-3vxa.yaml").write_text(text, encoding="utf-8")
    result = run()
    assert result.exit_code == 1
    assert "D823 'wet' is no source" in result.output
    assert "Left aside for what is wrong with them: 1 move, so-3vxa." in result.output
    assert "events.copied" in result.output


def test_a_case_without_a_debate_says_how_to_begin(here: Path) -> None:
    for file in [*here.glob("debate/*"), *here.glob("positions/*")]:
        file.unlink()
    result = run()
    assert result.exit_code == 0
    assert "`deciban position new` begins a position" in result.output


def test_a_case_that_is_none_is_a_problem(here: Path) -> None:
    (here / "case.yaml").write_text("deciban: 1\n", encoding="utf-8")
    assert run().exit_code == 1
    assert json.loads(run("--json").stdout)["problems"]


@pytest.mark.parametrize("columns", [40, 60, 80, 100])
def test_no_line_is_wider_than_the_terminal(here: Path, columns: int) -> None:
    told = plain(on_terminal(["debate", str(here)], columns))
    assert max(map(len, told.splitlines())) <= columns
    assert "no-more-5tya" in told


def test_the_debate_of_the_flagship_is_told_whole() -> None:
    result = at_the_root("debate", FLAGSHIP, "--json")
    data = json.loads(result.stdout)
    assert result.exit_code == 0
    assert len(data["exposures"]) > 5
    assert not data["aside"]
    assert not data["refused"]
