"""``--as``: every verb that answers a question about a case answers it as a debater sees it."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from deciban.cli.main import deciban

CASE = """\
deciban: 1
title: The mill by the weir
question:
  ask: Did the steward know?
  hypotheses: {knew: He knew, unaware: He did not}
  exhaustive: yes
  prior: even
  as_of: 1790
sources:
  miller: {name: The miller, character: {honest: 60..80%, guesses: rest}}
events:
  - id: walked
    text: He walked to the mill
    when: 1789-03
    expected: {knew: 60..70%, unaware: 20%}
reports:
  - {id: miller_saw, of: walked, by: miller, made: 1789-04}
unseen:
  - {id: ledger, text: The ledger, of: walked, by: miller}
"""
ANN = "position: ann\nname: Ann\nholds:\n  events.walked.expected.unaware: {is: 65%, was: 20%}\n"
BEN = "position: ben\nholds:\n  events.walked.expected.unawre: {is: 65%, was: 20%}\n"
VERBS = ("weigh", "why", "sensitivity", "bounds", "seek", "timeline", "brief")


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "case.yaml").write_text(CASE, encoding="utf-8")
    (tmp_path / "positions").mkdir()
    (tmp_path / "positions" / "ann.yaml").write_text(ANN, encoding="utf-8")
    (tmp_path / "positions" / "ben.yaml").write_text(BEN, encoding="utf-8")
    monkeypatch.chdir(tmp_path)


def run(*words: str) -> Result:
    return CliRunner().invoke(deciban, words, prog_name="deciban")


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_sees_the_case_as_a_debater_does(verb: str) -> None:
    bare, seen = run(verb), run(verb, "--as", "ann")
    assert bare.exit_code == seen.exit_code == 0, seen.output
    assert seen.output != bare.output


@pytest.mark.parametrize("verb", VERBS)
def test_a_debater_with_a_mistake_has_no_answer_but_its_place(verb: str) -> None:
    result = run(verb, "--as", "ben")
    assert result.exit_code == 1
    assert "positions/ben.yaml:3:3: D803" in result.output
    assert "Traceback" not in result.output


def test_a_debater_whom_nobody_knows_is_wrong_usage_with_a_guess() -> None:
    result = run("weigh", "--as", "anne")
    assert result.exit_code == 2
    assert "'ann'?" in result.output


def test_the_title_says_whose_answer_it_is_and_so_does_the_data() -> None:
    assert "The mill by the weir (as held by Ann)" in run("weigh", "--as", "ann").output
    assert json.loads(run("weigh", "--json", "--as", "ann").output)["seen_by"] == "ann"
    assert json.loads(run("weigh", "--json").output)["seen_by"] is None


def test_what_if_starts_from_what_a_debater_holds() -> None:
    setting = ("whatif", "--set", "events.walked.expected.knew=90%", "--json")
    bare, seen = (json.loads(run(*setting, *more).output) for more in ((), ("--as", "ann")))
    assert bare != seen


def test_the_bare_case_is_weighed_whatever_stands_beside_it() -> None:
    result = run("weigh")
    assert result.exit_code == 0
    assert "D803" not in result.output
    checked = run("check")
    assert checked.exit_code == 1
    assert "positions/ben.yaml:3:3: D803" in checked.output
