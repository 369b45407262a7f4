import json
import subprocess
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from tests.cli.running import on_terminal, plain
from tests.cli.running import run as command
from tests.debate.folders import folder
from tests.debate.small import LADDER

from deciban.edit.sealing import hash_of
from deciban.read import read_case

ANN = "position: ann\nholds:\n  events.cake.expected.knew: {is: 40%, was: 20%}\n"
REVISED = """\
position: ann
name: Ann Oakes
holds:
  events.cake.expected.knew: {is: 40%, was: 20%}
stances: {he-always-laughs-4tz9: accept}
revised:
  - {address: events.cake.expected.knew, from: 30%, to: 40%, on: 2024-07-09, because: cakes}
"""
UNDERCUT = """\
move: undercut
id: he-always-laughs-4tz9
author: ben
on: 2024-07-05
target: events.laughed
text: He always laughs.
"""
MOVE = {"debate/he-always-laughs-4tz9.yaml": UNDERCUT}


@pytest.fixture
def here(tmp_path: Path) -> Path:
    return folder(tmp_path, LADDER, {})


def run(verb: str, here: Path, *args: str) -> Result:
    return command("position", verb, str(here), *args)


def written(here: Path, name: str = "ann") -> str:
    return (here / f"positions/{name}.yaml").read_text(encoding="utf-8")


def with_position(here: Path, text: str = ANN, more: dict[str, str] | None = None) -> Path:
    return folder(here, LADDER, {"positions/ann.yaml": text, **(more or {})})


def edit_case(here: Path, before: str, after: str) -> None:
    text = (here / "case.yaml").read_text(encoding="utf-8")
    assert before in text
    (here / "case.yaml").write_text(text.replace(before, after), encoding="utf-8")


def data(verb: str, here: Path, *args: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(run(verb, here, *args, "--json").stdout)
    return found


def said(result: Result) -> str:
    return " ".join(plain(result.output).replace("│", " ").split())


# new ---------------------------------------------------------------------------------------------


def test_a_new_position_says_whose_it_is_and_what_was_read(here: Path) -> None:
    result = run("new", here, "ann", "--called", "Ann: Oakes")
    assert result.exit_code == 0, result.output
    reading = read_case(here)
    assert reading.case is not None
    assert reading.problems == ()
    (position,) = reading.case.positions
    assert (position.position, position.name) == ("ann", "Ann: Oakes")
    assert position.reads == f"sha256:{reading.case.digest}"


def test_the_example_in_it_can_be_made_ones_own_by_taking_the_signs_away(here: Path) -> None:
    run("new", here, "ann")
    lines = written(here).splitlines()
    start = next(place for place, line in enumerate(lines) if line.startswith("# To hold"))
    kept = [line.removeprefix("# ") for line in lines[start:] if not line.startswith("# To ")]
    text = "\n".join([*lines[:start], *kept, ""])
    (here / "positions/ann.yaml").write_text(text, encoding="utf-8")
    assert run("check", here).exit_code == 0
    case = read_case(here).case
    assert case is not None
    assert len(case.positions[0].holds) == 1
    assert len(case.positions[0].stances) == 1


def test_what_is_there_is_never_overwritten(here: Path) -> None:
    with_position(here)
    result = run("new", here, "ann")
    assert result.exit_code == 1
    assert "D142" in result.output
    assert written(here) == ANN


def test_a_position_may_start_from_another(here: Path) -> None:
    with_position(here)
    assert run("new", here, "ben", "--extends", "ann").exit_code == 0
    assert "extends: ann" in written(here, "ben")
    assert "nobody is called 'an' here" in said(run("new", here, "cat", "--extends", "an"))


@pytest.mark.parametrize("name", ["Ann", "../ann", "ann oakes", "1st", "a.b", ""])
def test_a_name_that_is_none_writes_nothing(here: Path, name: str) -> None:
    result = run("new", here, name)
    assert result.exit_code == 2
    assert not (here / "positions").exists()


# hold --------------------------------------------------------------------------------------------


def test_a_number_held_says_what_the_case_said(here: Path) -> None:
    run("new", here, "ann")
    result = run("hold", here, "ann", "events.cake.expected.knew=40%", "--because", "So: it was")
    assert result.exit_code == 0, result.output
    line = "  events.cake.expected.knew: {is: 40%, was: 20%, because: 'So: it was'}"
    assert line in written(here).splitlines()
    assert "revised" not in written(here)


def test_holding_otherwise_is_put_down_as_a_change_of_mind(here: Path) -> None:
    with_position(here)
    args = ("events.cake.expected.knew=45..55%", "--because", "cakes", "--on", "2024-07-09")
    assert run("hold", here, "ann", *args).exit_code == 0
    case = read_case(here).case
    assert case is not None
    (revision,) = case.positions[0].revised
    assert revision.address == "events.cake.expected.knew"
    assert revision.on is not None
    assert (revision.on.text, revision.because) == ("2024-07-09", "cakes")
    assert run("check", here).exit_code == 0


def test_a_first_number_is_a_change_only_where_it_is_said_when(here: Path) -> None:
    run("new", here, "ann")
    run("hold", here, "ann", "events.cake.expected.knew=40%")
    run("hold", here, "ann", "events.laughed.expected.knew=40%", "--on", "2024-07-09")
    case = read_case(here).case
    assert case is not None
    assert [each.address for each in case.positions[0].revised] == ["events.laughed.expected.knew"]


def test_several_at_once_are_written_together_or_not_at_all(here: Path) -> None:
    run("new", here, "ann")
    before = written(here)
    result = run("hold", here, "ann", "question.prior.knew=70%")
    assert result.exit_code == 1
    assert "110%" in result.output
    assert written(here) == before
    assert run("hold", here, "ann", "question.prior.knew=70%", "question.prior.unaware=20%").output
    assert "question.prior.unaware: {is: 20%, was: 40%}" in written(here)


def test_a_row_is_held_whole(here: Path) -> None:
    run("new", here, "ann")
    row = "question.prior={knew: 30%, unaware: 60%, other: rest}"
    assert run("hold", here, "ann", row).exit_code == 0
    assert "was: {knew: 40%, unaware: 40%, other: rest}" in written(here)


def test_a_stance_is_taken_with_its_date_and_reason(here: Path) -> None:
    with_position(here, more=MOVE)
    args = ("stances.he-always-laughs-4tz9=accept", "--on", "2024-07-06", "--because", "I know")
    assert run("hold", here, "ann", *args).exit_code == 0
    case = read_case(here).case
    assert case is not None
    assert case.positions[0].stances == {"he-always-laughs-4tz9": "accept"}
    (revision,) = case.positions[0].revised
    assert (revision.address, revision.because) == ("stances.he-always-laughs-4tz9", "I know")
    assert run("check", here).exit_code == 0


@pytest.mark.parametrize(
    ("held", "code"),
    [
        ("events.cke.expected.knew=40%", "D803"),
        ("events.cake.expected.knew=140%", "D304"),
        ("stances.nobody=accept", "D402"),
        ("stances.maid_says=perhaps", "D205"),
        ("question.prior.knew=95%", "D810"),
    ],
)
def test_what_leads_to_no_case_is_not_written(here: Path, held: str, code: str) -> None:
    with_position(here)
    result = run("hold", here, "ann", held)
    assert result.exit_code == 1
    assert f" {code} " in result.output
    assert written(here) == ANN
    assert [each["code"] for each in data("hold", here, "ann", held)["problems"]] == [code]


@pytest.mark.parametrize(
    "args",
    [("ann",), ("ann", "nothing"), ("bob", "events.cake.expected.knew=40%")],
)
def test_wrong_usage_writes_nothing(here: Path, args: Sequence[str]) -> None:
    with_position(here)
    assert run("hold", here, *args).exit_code == 2
    bad = run("hold", here, "ann", "events.cake.expected.knew=40%", "--on", "tomorrow")
    assert bad.exit_code == 2
    assert written(here) == ANN


def test_comments_stay_where_they_were(here: Path) -> None:
    text = """\
# Ann's file
position: ann  # herself

# On cakes
holds:
  # I bake
  events.cake.expected.knew: {is: 40%}  # for years
# the end
"""
    with_position(here, text)
    run("hold", here, "ann", "events.cake.expected.knew=45%", "--on", "2024-07-09")
    run("hold", here, "ann", "events.laughed.expected.knew=45%")
    run("fmt", here, "--read")
    lines = written(here).splitlines()
    for comment in ("# Ann's file", "# On cakes", "  # I bake", "# the end"):
        assert comment in lines
    assert lines.index("  # I bake") + 1 == next(
        place for place, line in enumerate(lines) if line.startswith("  events.cake")
    )
    assert any(line.endswith("# for years") and "45%" in line for line in lines)


# check -------------------------------------------------------------------------------------------


def test_a_case_that_moved_is_told_in_plain_words(here: Path) -> None:
    run("new", here, "ann")
    run("hold", here, "ann", "events.cake.expected.knew=40%")
    assert "has read the case as it is" in run("check", here).output
    edit_case(here, "{knew: 20%, unaware: 10%", "{knew: 30%, unaware: 10%")
    result = run("check", here)
    assert result.exit_code == 0
    assert "the case has been edited since this was written" in result.output
    assert "the case has moved at events.cake.expected.knew" in result.output
    assert "it was 20%, and is now 30%; ann holds 40%" in result.output
    found = data("check", here)["positions"]
    assert found == [
        {
            "name": "ann",
            "called": "Ann",
            "numbers": 1,
            "stances": 0,
            "reads": "edited",
            "moved": [
                {
                    "address": "events.cake.expected.knew",
                    "was": "20%",
                    "now": "30%",
                    "held": "40%",
                }
            ],
        }
    ]


def test_only_what_is_wrong_with_positions_is_told(here: Path) -> None:
    with_position(here, more={"positions/ben.yaml": "position: ben\nholds: {x: {is: 1%}}\n"})
    edit_case(here, "prior: {knew: 40%", "prior: {knew: 90%")
    result = run("check", here)
    assert result.exit_code == 1
    assert "D803" in result.output
    assert "case.yaml" not in result.output
    assert run("check", here, "ann").exit_code == 0


def test_without_positions_it_is_said_how_to_write_one(here: Path) -> None:
    result = run("check", here)
    assert result.exit_code == 0
    assert "deciban position new" in result.output


# fmt ---------------------------------------------------------------------------------------------

MESSY = """\
position: ann
revised: []
stances: {cake: accept, maid_says: reject}
holds:
  question.prior:
    because: short
    is: {knew: 30%, unaware: 60%, other: rest}
  events.cake.expected.knew:
    was: 20%
    is: 40%
  events.laughed.expected.knew: {because: a reason that goes on for longer than any line of a file
      should be made to hold, is: 50%}
"""


def test_positions_are_sorted_with_one_address_a_line(here: Path) -> None:
    with_position(here, MESSY)
    assert run("fmt", here).exit_code == 0
    assert (
        written(here)
        == """\
position: ann

holds:
  events.cake.expected.knew: {is: 40%, was: 20%}
  events.laughed.expected.knew:
    is: 50%
    was: 30%
    because: a reason that goes on for longer than any line of a file should be made to hold
  question.prior:
    is: {knew: 30%, unaware: 60%, other: rest}
    was: {knew: 40%, unaware: 40%, other: rest}
    because: short

stances: {cake: accept, maid_says: reject}
revised: []
"""
    )


@pytest.mark.parametrize("text", [ANN, MESSY, REVISED], ids=["short", "messy", "revised"])
def test_the_two_ways_of_laying_out_agree(here: Path, text: str) -> None:
    with_position(here, text, MOVE)
    command("fmt", str(here))
    run("fmt", here)
    laid = written(here)
    assert "laid out" not in command("fmt", str(here)).output
    assert "laid out" not in run("fmt", here).output
    assert written(here) == laid


def test_that_the_case_is_read_brings_every_number_up_to_it(here: Path) -> None:
    with_position(here)
    edit_case(here, "{knew: 20%, unaware: 10%", "{knew: 30%, unaware: 10%")
    plain_run = run("fmt", here)
    assert "{is: 40%, was: 20%}" in written(here)
    assert "updates" not in plain_run.output
    result = run("fmt", here, "--read")
    assert "events.cake.expected.knew: 20% -> 30%" in result.output
    assert "reads: the case as it is now" in result.output
    assert "{is: 40%, was: 30%}" in written(here)
    assert "has read the case as it is" in run("check", here).output
    assert data("fmt", here, "--read") == {"changed": [], "updates": [], "problems": []}


def test_a_broken_position_is_left_alone_and_told(here: Path) -> None:
    with_position(here, "position: ann\nholds: {a\n")
    before = written(here)
    result = run("fmt", here)
    assert result.exit_code == 1
    assert written(here) == before


# seal and open -----------------------------------------------------------------------------------


def test_sealing_and_opening_by_command(here: Path) -> None:
    with_position(here)
    result = run("seal", here, "ann", "--on", "2024-06-01")
    assert result.exit_code == 0, result.output
    assert not (here / "positions/ann.yaml").exists()
    assert "ann  sealed on 2024-06-01, and not opened yet" in run("check", here).output
    assert data("check", here)["sealed"] == ["ann"]
    assert "sealed, and not opened yet" in said(command("pool", str(here), "ann"))
    result = run("open", here, "ann", "--on", "2024-06-08")
    assert result.exit_code == 0, result.output
    case = read_case(here).case
    assert case is not None
    assert case.seals[0].hash == hash_of(case.seals[0].salt or "", written(here))
    assert "was opened on 2024-06-08" in said(run("open", here, "ann"))
    assert "has sealed anything" in said(run("open", here, "ben"))


def test_a_position_with_an_error_is_not_sealed(here: Path) -> None:
    with_position(here, ANN.replace("cake", "cke"))
    result = run("seal", here, "ann")
    assert result.exit_code == 1
    assert "D803" in result.output
    assert (here / "positions/ann.yaml").exists()
    assert not (here / "seals").exists()


def test_whoever_is_sealed_is_told_so_by_every_verb(here: Path) -> None:
    with_position(here)
    run("seal", here, "ann", "--on", "2024-06-01")
    for verb in ("weigh", "why", "sensitivity", "brief"):
        result = command(verb, str(here), "--as", "ann")
        assert result.exit_code == 2
        assert "what 'ann' holds is sealed, and not opened yet" in said(result)
    held = ("ann", "events.cake.expected.knew=50%")
    for result in (run("new", here, "ann"), run("hold", here, *held)):
        assert result.exit_code == 2
        assert "`deciban position open` opens it first" in said(result)
    assert not (here / "positions/ann.yaml").exists()


def test_a_first_round_is_sealed_once(here: Path) -> None:
    with_position(here)
    run("seal", here, "ann", "--on", "2024-06-01")
    run("open", here, "ann", "--on", "2024-06-08")
    result = run("seal", here, "ann")
    assert result.exit_code == 1
    assert "already sealed and opened on 2024-06-08; a first round is sealed once" in said(result)
    assert not (here / ".sealed/ann.yaml").exists()


def test_no_change_of_mind_is_dated_before_the_seal_or_the_last_one(here: Path) -> None:
    with_position(here)
    run("seal", here, "ann", "--on", "2024-06-01")
    run("open", here, "ann", "--on", "2024-06-08")
    held = ("ann", "events.cake.expected.knew=50%")
    result = run("hold", here, *held, "--on", "2024-05-01")
    assert result.exit_code == 2
    assert "2024-05-01 is before 2024-06-01" in said(result)
    assert run("hold", here, *held, "--on", "2024-07-01").exit_code == 0
    early = run("hold", here, "ann", "events.cake.expected.knew=60%", "--on", "2024-06-20")
    assert "2024-06-20 is before 2024-07-01" in said(early)


def test_a_reason_that_gives_way_is_told_and_the_new_one_is_put_down(here: Path) -> None:
    with_position(here)
    held = ("ann", "events.cake.expected.knew=50%", "--because")
    run("hold", here, *held, "cakes", "--on", "2024-06-01")
    result = run("hold", here, *held, "bread", "--on", "2024-06-02")
    assert "the reason of events.cake.expected.knew is replaced; it was: cakes" in said(result)
    case = read_case(here).case
    assert case is not None
    assert [each.because for each in case.positions[0].revised] == ["cakes", "bread"]


def test_in_the_folder_of_the_case_a_name_alone_will_do(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from click.testing import CliRunner  # noqa: PLC0415 (the folder matters here)

    from deciban.cli.main import deciban  # noqa: PLC0415 (as above)

    with_position(here)
    monkeypatch.chdir(here)
    hold = ("position", "hold", "ann")
    done = CliRunner().invoke(deciban, (*hold, "events.cake.expected.knew=50%"))
    assert done.exit_code == 0, done.output
    assert "50%" in written(here)
    result = CliRunner().invoke(deciban, (*hold, "maid_says=reject"))
    assert "stances.maid_says=reject" in said(result)
    run("fmt", here)
    assert "nothing to do" in run("fmt", here).output


# history -----------------------------------------------------------------------------------------


def test_a_history_tells_evidence_from_himself_and_whom_he_credits(here: Path) -> None:
    with_position(here, REVISED, MOVE)
    result = run("history", here)
    assert result.exit_code == 0, result.output
    for told in ("at first", "2024-07-05", "2024-07-09", "put down to: cakes", "Ben: He always"):
        assert told in result.output
    found = data("history", here, "ann", "--of", "knew")
    (debater,) = found["debaters"]
    stages = debater["stages"]
    assert [each["on"] for each in stages] == [None, "2024-07-05", "2024-07-09"]
    assert stages[1]["by_himself"] == 0
    assert stages[2]["by_evidence"] == 0
    for before, after in pairwise(stages):
        moved = after["log_odds"]["knew"] - before["log_odds"]["knew"]
        assert after["moved"] == pytest.approx(moved)


def test_without_changes_it_is_said(here: Path) -> None:
    with_position(here)
    assert "Nobody has put down a change of mind." in run("history", here).output
    assert run("history", here, "--of", "nothing").exit_code == 2


@pytest.mark.parametrize("columns", [60, 80, 100])
def test_no_line_is_wider_than_the_terminal(here: Path, columns: int) -> None:
    with_position(here, REVISED, MOVE)
    args = ("position", "history", str(here))
    lines = plain(on_terminal(args, columns)).splitlines()
    assert len(lines) > 8
    assert max(map(len, lines)) <= columns


# With git ----------------------------------------------------------------------------------------


def git(here: Path, *args: str) -> str:
    who = ("-c", "user.name=Ann", "-c", "user.email=ann@example.org")
    line = ["git", *who, "-c", "commit.gpgsign=false", *args]
    done = subprocess.run(line, cwd=here, capture_output=True, text=True, check=True)  # noqa: S603
    return done.stdout


def commit(here: Path, told: str) -> None:
    git(here, "add", "-A")
    git(here, "commit", "-qm", told)


def test_edits_of_the_case_are_told_from_a_change_of_mind(here: Path) -> None:
    git(here, "init", "-q", "-b", "main")
    with_position(here, more=MOVE)
    commit(here, "first")
    edit_case(here, "{knew: 70%, unaware: 20%", "{knew: 90%, unaware: 20%")
    run("hold", here, "ann", "events.cake.expected.knew=10%")
    run("hold", here, "ann", "stances.he-always-laughs-4tz9=accept")
    found = data("history", here, "ann", "--from", "HEAD")
    whose = {each["address"]: each["whose"] for each in found["changes"]}
    assert whose == {
        "events.looked_up.expected": "case",
        "events.cake.expected": "himself",
        "events.laughed.known": "evidence",
    }
    parts = [found[f"by_{each}"] for each in ("case", "evidence", "himself")]
    assert sum(parts) == pytest.approx(found["gap"])
    assert parts[0] > 0 > parts[2]
    result = run("history", here, "ann", "--from", "HEAD")
    assert "edits of the case" in result.output


def test_a_revision_needs_one_debater_who_was_there(here: Path) -> None:
    git(here, "init", "-q", "-b", "main")
    commit(here, "first")
    with_position(here)
    assert run("history", here, "--from", "HEAD").exit_code == 2
    assert "nobody was called 'ann'" in said(run("history", here, "ann", "--from", "HEAD"))
    assert run("history", here, "ann", "--from", "nowhere").exit_code == 1


def test_two_people_who_edit_their_own_files_never_conflict(here: Path) -> None:
    git(here, "init", "-q", "-b", "main")
    for name in ("ann", "ben"):
        run("new", here, name)
    commit(here, "first")
    for name, value in (("ann", "40%"), ("ben", "5%")):
        git(here, "switch", "-qc", f"by-{name}", "main")
        run("hold", here, name, f"events.cake.expected.knew={value}", "--on", "2024-07-01")
        run("new", here, f"{name}_again", "--extends", name)
        run("fmt", here, name, "--read")
        move = UNDERCUT.replace("he-always", f"{name}-says").replace(
            "author: ben", f"author: {name}"
        )
        folder(here, LADDER, {f"debate/{name}-says-laughs-4tz9.yaml": move})
        run("hold", here, name, f"stances.{name}-says-laughs-4tz9=accept", "--because", "I said so")
        run("seal", here, f"{name}_again", "--on", "2024-07-02")
        commit(here, name)
    git(here, "merge", "-q", "--no-edit", "by-ann")
    assert git(here, "status", "--porcelain") == ""
    case = read_case(here).case
    assert case is not None
    assert [each.position for each in case.positions] == ["ann", "ben"]
    assert {each.id for each in case.debate} == {"ann-says-laughs-4tz9", "ben-says-laughs-4tz9"}
    assert [each.seal for each in case.seals] == ["ann_again", "ben_again"]
    held = {each.position: each for each in case.positions}
    for name, value in (("ann", "40%"), ("ben", "5%")):
        (address,) = held[name].holds
        assert f"{{is: {value}, was: 20%}}" in written(here, name)
        assert address == "events.cake.expected.knew"
        assert held[name].stances == {f"{name}-says-laughs-4tz9": "accept"}
    assert run("check", here).exit_code == 0
    assert ".sealed" not in git(here, "ls-files")


def test_what_was_held_through_another_is_where_a_change_of_mind_begins(tmp_path: Path) -> None:
    cat = "position: cat\nextends: ann\n"
    here = folder(tmp_path, LADDER, {"positions/ann.yaml": ANN, "positions/cat.yaml": cat})
    told = ("events.cake.expected.knew=70%", "--because", "So.", "--on", "2024-08-01")
    assert run("hold", here, "cat", *told).exit_code == 0
    written = (here / "positions/cat.yaml").read_text(encoding="utf-8")
    assert "from: 40%, to: 70%" in written
