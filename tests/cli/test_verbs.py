"""Each verb: what it does, its exit status, and what it says as data."""

import json
from pathlib import Path

import jsonschema
import pytest
from tests.cli.running import CASES, FLAGSHIP, ROOT, SECOND, program, run

from deciban.cli.main import deciban

BROKEN = """\
deciban: 1
title: Broken
question:
  ask: Is it?
  hypotheses: {h: Yes, other: No}
  exhaustive: yes
  prior: even
events:
  - {id: e, text: E, known: yes, expectd: {h: 60%, other: 20%}}
"""
MESSY = BROKEN.replace("expectd", "expected").replace("  - {id: e, text", "- {id:   e, text")

NUMBER = {"type": ["number", "null"]}
CHANCE = {"type": "number", "minimum": 0, "maximum": 1}
TEXT = {"type": "string"}
WEIGHT = {
    "type": "object",
    "required": ["alone", "last", "share"],
    "additionalProperties": NUMBER,
}
HYPOTHESIS = {
    "type": "object",
    "required": ["id", "text", "prior", "probability", "log_odds", "weight", "words"],
    "properties": {
        "id": TEXT,
        "text": TEXT,
        "prior": CHANCE,
        "probability": CHANCE,
        "log_odds": NUMBER,
        "weight": NUMBER,
        "words": TEXT,
    },
}
ITEM = {
    "type": "object",
    "required": ["id", "kind", "of", "when", "weights"],
    "properties": {
        "kind": {"enum": ["event", "act", "report", "silence"]},
        "of": TEXT,
        "when": TEXT,
        "weights": {"type": "object", "additionalProperties": WEIGHT},
    },
}
WEIGHING = {
    "type": "object",
    "required": [
        "title",
        "question",
        "as_of",
        "hypotheses",
        "log_evidence",
        "items",
        "assumed",
        "problems",
    ],
    "properties": {
        "title": TEXT,
        "question": TEXT,
        "as_of": TEXT,
        "hypotheses": {"type": "array", "items": HYPOTHESIS, "minItems": 2},
        "log_evidence": {"type": "number"},
        "items": {"type": "array", "items": ITEM},
        "assumed": {"type": "array"},
        "problems": {"type": "array"},
    },
}
PROBLEM = {
    "type": "object",
    "required": ["code", "severity", "message", "hint", "file", "line", "column"],
    "properties": {"code": {"pattern": "^D[1-9][0-9]{2}$"}, "line": {"minimum": 1}},
}


def folder(tmp_path: Path, text: str) -> str:
    (tmp_path / "case.yaml").write_text(text, encoding="utf-8")
    return str(tmp_path)


@pytest.mark.parametrize("case", CASES)
def test_a_weighing_as_data_has_the_shape_that_is_promised(case: str) -> None:
    result = run("weigh", case, "--json")
    assert result.exit_code == 0
    data = json.loads(result.stdout)
    jsonschema.validate(data, WEIGHING)
    assert sum(each["probability"] for each in data["hypotheses"]) == pytest.approx(1.0)
    assert {name for item in data["items"] for name in item["weights"]} == {
        each["id"] for each in data["hypotheses"]
    }


@pytest.mark.parametrize(
    "verb", ["weigh", "check", "why", "sensitivity", "bounds", "seek", "whatif", "timeline"]
)
def test_a_case_with_problems_exits_with_1_and_says_where(tmp_path: Path, verb: str) -> None:
    case = folder(tmp_path, BROKEN)
    result = run(verb, case)
    assert result.exit_code == 1
    assert "case.yaml:9:" in result.output
    assert "expected" in result.output
    data = json.loads(run(verb, case, "--json").stdout)
    for problem in data["problems"]:
        jsonschema.validate(problem, PROBLEM)
    assert any(problem["line"] == 9 for problem in data["problems"])


@pytest.mark.parametrize(
    "args",
    [
        ("weigh", SECOND, "--against", "nobody"),
        ("why", SECOND, "no_such_item"),
        ("why", SECOND, "--against", "nobody"),
        ("whatif", SECOND, "no_such_what_if"),
        ("whatif", SECOND, "--set", "nonsense"),
        ("timeline", SECOND, "--from", "soon"),
        ("timeline", SECOND, "--from", "2022", "--to", "2021"),
        ("timeline", SECOND, "--by", "day", "--from", "1900"),
        ("timeline", SECOND, "--by", "hour"),
        ("no_such_verb",),
        ("weigh", "--no-such-option"),
        ("new",),
    ],
)
def test_wrong_usage_exits_with_2(args: tuple[str, ...]) -> None:
    result = run(*args)
    assert result.exit_code == 2, result.output
    assert not isinstance(result.exception, Exception)


@pytest.mark.parametrize(
    "verb",
    ["weigh", "check", "why", "sensitivity", "bounds", "seek", "whatif", "timeline", "fmt"],
)
def test_where_no_case_is_every_verb_says_so(tmp_path: Path, verb: str) -> None:
    result = run(verb, str(tmp_path / "nowhere"))
    assert result.exit_code == 1, result.output
    assert "nowhere" in result.output


@pytest.mark.parametrize("case", CASES)
def test_the_cases_check_out(case: str) -> None:
    assert run("check", case).exit_code == 0
    assert all(
        problem["severity"] == "warning"
        for problem in json.loads(run("check", case, "--json").stdout)["problems"]
    )


def test_against_one_hypothesis_it_weighs_nothing_itself() -> None:
    data = json.loads(run("weigh", SECOND, "--against", "not_before", "--json").stdout)
    assert data["against"] == "not_before"
    assert all(item["weights"]["not_before"]["share"] == 0 for item in data["items"])


def test_what_ifs_stand_beside_the_case() -> None:
    data = json.loads(run("whatif", SECOND, "--without", "ring_me", "--json").stdout)
    (supposed,) = data["what_ifs"]
    assert supposed["hypotheses"]["before_signing"]["moved"] < 0
    result = run("whatif", FLAGSHIP)
    assert result.exit_code == 0
    assert "Had we judged otherwise" in result.output


def test_new_writes_a_case_that_checks_out_and_is_never_overwritten(tmp_path: Path) -> None:
    for template in ("starter", "minimal", "ach", "actor"):
        made = str(tmp_path / template)
        assert run("new", made, "--from-template", template).exit_code == 0
        assert run("check", made).exit_code == 0
        assert run("weigh", made).exit_code == 0
        before = Path(made, "case.yaml").read_bytes()
        assert run("new", made).exit_code == 1
        assert Path(made, "case.yaml").read_bytes() == before


def test_the_first_case_with_an_actor_has_a_mind_without_a_warning(tmp_path: Path) -> None:
    made = str(tmp_path / "actor")
    assert run("new", made, "--from-template", "actor").exit_code == 0
    assert "nothing wrong" in run("check", made).output
    page = run("mind", made).output
    for part in ("What conduct says", "How strong", "Where the acts turn", "The ledger", "Had it"):
        assert part in page


def test_fmt_lays_out_once_and_says_so(tmp_path: Path) -> None:
    case = folder(tmp_path, MESSY)
    assert run("fmt", case, "--check").exit_code == 1
    assert Path(case, "case.yaml").read_text(encoding="utf-8") == MESSY
    assert run("fmt", case).exit_code == 0
    assert run("fmt", case, "--check").exit_code == 0
    assert run("check", case).exit_code == 0


def test_check_fix_applies_what_is_certain(tmp_path: Path) -> None:
    wrong = MESSY.replace("- {id:   e, text: E,", "- id: e\n  text: It said: no\n  ").replace(
        "known: yes, expected: {h: 60%, other: 20%}}",
        "known: yes\n  expected: {h: 60%, other: 20%}",
    )
    case = folder(tmp_path, wrong.replace("\n   known", "\n  known"))
    assert run("check", case).exit_code == 1
    assert run("check", case, "--fix").exit_code == 0
    assert "It said: no" in Path(case, "case.yaml").read_text(encoding="utf-8")


def test_schema_prints_the_schema_that_editors_read() -> None:
    schema = json.loads(run("schema").stdout)
    jsonschema.validators.validator_for(schema).check_schema(schema)
    assert "question" in schema["properties"]


def test_ctrl_c_exits_with_130_and_without_a_traceback() -> None:
    interrupting = (
        "import os, signal, deciban.read.folder\n"
        "deciban.read.folder.read_text = lambda *_: os.kill(os.getpid(), signal.SIGINT)"
    )
    done = program("weigh", SECOND, before=interrupting)
    assert done.returncode == 130
    assert b"Traceback" not in done.stderr
    assert b"interrupted" in done.stderr


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_gets_its_completion_script(shell: str) -> None:
    done = program(env={"_DECIBAN_COMPLETE": f"{shell}_source"})
    assert done.returncode == 0, done.stderr
    assert b"_DECIBAN_COMPLETE" in done.stdout


def test_a_shell_completes_the_names_of_items() -> None:
    words = {"COMP_WORDS": f"deciban why {SECOND} ring", "COMP_CWORD": "3"}
    done = program(env={"_DECIBAN_COMPLETE": "bash_complete", **words})
    assert done.stdout.decode().split() == ["plain,ring_me"]


@pytest.mark.parametrize("verb", sorted(deciban.commands))
def test_every_verb_has_help_and_a_place_in_the_documentation(verb: str) -> None:
    result = run(verb, "--help")
    assert result.exit_code == 0
    assert "Usage" in result.output
    assert deciban.commands[verb].help
    pages = [ROOT / "README.md", *(ROOT / "docs").glob("*.md")]
    told = "\n".join(page.read_text(encoding="utf-8") for page in pages)
    assert f"deciban {verb}" in told
