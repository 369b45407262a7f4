"""``deciban move``: one contribution, filed as a file of its own, or not at all."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.cli.running import ROOT
from tests.debate.folders import folder, held
from tests.debate.parting_cases import CASE

from deciban.case import Move
from deciban.case.critical_questions import CRITICAL_QUESTIONS, SCHEMES
from deciban.cli.main import deciban
from deciban.edit.moving import Draft, new_move, random_end, slug_of
from deciban.edit.rewrite import lay_out
from deciban.read import read_case


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a case in it, which is where one stands."""
    monkeypatch.chdir(folder(tmp_path, CASE, {}))
    return tmp_path


def run(*words: str) -> Result:
    return CliRunner().invoke(deciban, ["move", *words], prog_name="deciban")


def filed(here: Path) -> list[Move]:
    case = read_case(here).case
    assert case is not None
    return list(case.debate)


def test_a_move_is_a_new_file_with_a_name_of_its_own(here: Path) -> None:
    result = run("challenge", "miller", "--author", "ann", "--text", "He owed the steward money.")
    assert result.exit_code == 0
    assert re.fullmatch(r"wrote debate/he-owed-the-steward-[a-z0-9]{4}\.yaml\n", result.output)
    (move,) = filed(here)
    assert (move.move, move.author, move.target) == ("challenge", "ann", "miller")
    assert move.text == "He owed the steward money."
    assert (here / "debate" / f"{move.id}.yaml").exists()
    assert move.on is not None


def test_filing_changes_no_number_and_the_text_is_laid_out(here: Path) -> None:
    before = held(here)
    run("undercut", "copied", "--author", "ann", "--text", "Clerks: they were dear # then.")
    assert held(here) == before
    assert lay_out(here / "debate", dry=True)[0] == ()
    assert filed(here)[0].text == "Clerks: they were dear # then."


def test_two_people_who_file_the_same_never_meet(here: Path) -> None:
    for _ in range(2):
        run("ask", "miller", "--author", "ann", "--question", "testimony.bias")
    assert len(list((here / "debate").iterdir())) == 2
    assert len({move.id for move in filed(here)}) == 2


def test_a_question_of_the_list_needs_no_more_words(here: Path) -> None:
    run("ask", "miller", "--author", "ann", "--question", "testimony.bias")
    assert filed(here)[0].text == CRITICAL_QUESTIONS["testimony.bias"]


def test_a_move_may_be_named_without_its_random_end(here: Path) -> None:
    run("ask", "miller", "--author", "ann", "--text", "Why so late?", "--on", "2024-05-01")
    run("rebut", "why-so-late", "--author", "bob", "--text", "He was away.", "--on", "2024-05-02")
    first, second = sorted(filed(here), key=lambda move: str(move.on and move.on.start))
    assert second.target == first.id


def test_what_it_brings_comes_from_a_file(here: Path) -> None:
    brings = "# A letter\nevents:\n  - id: note\n    text: A note\n    known: yes\n"
    brings += "    expected: {knew: 10%, else: 40%}\n"
    (here / "note.yaml").write_text(brings, encoding="utf-8")
    words = ("rebut", "copied", "--author", "ann", "--text", "No.", "--add", "note.yaml")
    result = run(*words)
    assert result.exit_code == 0, result.output
    assert "# A letter" in next((here / "debate").iterdir()).read_text(encoding="utf-8")


WRONG = {
    "a target that is not there": (("rebut", "millar", "--author", "ann", "--text", "No."), "D803"),
    "a challenge of no source": (("challenge", "wet", "--author", "ann", "--text", "No."), "D823"),
    "a name of no question": (
        ("ask", "miller", "--author", "ann", "--text", "So?", "--question", "testimony.bais"),
        "D827",
    ),
    "an author with a capital": (("ask", "miller", "--author", "Ann", "--text", "So?"), "D204"),
    "an author with a bell": (("ask", "miller", "--author", "a\x07n", "--text", "So?"), "D204"),
    "no such day": (
        ("ask", "miller", "--author", "ann", "--text", "So?", "--on", "2024-06-31"),
        "D342",
    ),
    "a work that is not listed": (
        ("ask", "miller", "--author", "ann", "--text", "So?", "--cite", "kotkin2017"),
        "D405",
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_nothing_is_written_where_it_would_have_an_error(here: Path, name: str) -> None:
    words, code = WRONG[name]
    (here / "sources.json").write_text('[{"id": "hext1887", "title": "Diary"}]', encoding="utf-8")
    result = run(*words)
    assert result.exit_code == 1
    assert code in result.output
    assert "Traceback" not in result.output
    assert not (here / "debate").exists()
    data = json.loads(run(*words, "--json").stdout)
    assert (data["wrote"], code in {each["code"] for each in data["problems"]}) == ([], True)


def test_an_error_elsewhere_keeps_nobody_from_speaking(here: Path) -> None:
    (here / "debate").mkdir()
    (here / "debate" / "half.yaml").write_text("move: rebut\n", encoding="utf-8")
    assert run("ask", "miller", "--author", "ann", "--text", "So?").exit_code == 0


def test_a_slip_in_a_name_makes_no_debater(here: Path) -> None:
    (here / "positions").mkdir()
    (here / "positions" / "agnes.yaml").write_text("position: agnes\n", encoding="utf-8")
    words = ("ask", "miller", "--text", "So?", "--author")
    refused = run(*words, "agens")
    assert refused.exit_code == 2
    assert "nobody is called 'agens'" in refused.output
    assert "'agnes'" in refused.output
    assert not (here / "debate").exists()
    assert run(*words, "agens", "--new-author").exit_code == 0
    assert run(*words, "agens").exit_code == 0  # who has spoken is known
    other = run(*words, "zeno")
    assert (other.exit_code, "'zeno' has no position here" in other.output) == (0, True)
    assert "no position" not in run(*words, "agnes").output


def test_what_was_withdrawn_today_is_not_answered_today(here: Path) -> None:
    run("ask", "miller", "--author", "ann", "--text", "Why so late?")
    run("withdraw", "why-so-late", "--author", "ann", "--text", "No matter.")
    words = ("rebut", "why-so-late", "--author", "bob", "--text", "He was away.")
    refused = run(*words)
    assert (refused.exit_code, "D821" in refused.output) == (1, True)
    assert len(filed(here)) == 2


@pytest.mark.usefixtures("here")
def test_half_a_command_is_wrong_usage() -> None:
    for words in (
        (),
        ("ask",),
        ("ask", "miller"),
        ("ask", "miller", "--author", "ann"),
        ("no", "x"),
    ):
        assert run(*words).exit_code == 2


def test_the_questions_are_listed_by_what_is_argued_from() -> None:
    data = json.loads(run("--questions", "--json").stdout)
    assert data["questions"] == dict(CRITICAL_QUESTIONS)
    assert {name.partition(".")[0] for name in data["questions"]} == set(SCHEMES)
    page = run("--questions").output
    assert all(name in page for name in CRITICAL_QUESTIONS)


def test_slugs_are_of_plain_letters_whatever_is_said() -> None:
    assert slug_of("Zhukov\u2019s m\u00e9moires: not to be trusted") == "zhukovs-memoires-not-to"
    assert slug_of("\u0416\u0443\u043a\u043e\u0432!") == ""
    assert slug_of("x" * 90) == "x" * 28
    assert len({random_end() for _ in range(200)}) > 190


@given(
    st.text(min_size=1).filter(str.strip), st.text(), st.sampled_from(["copied", "miller", "x y"])
)
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_said_reads_back_as_it_was_said_or_is_a_problem(
    text: str, note: str, target: str
) -> None:
    case = read_case(ROOT / "cases/replications/r_v_adams").case
    assert case is not None
    draft = Draft("ask", target, "ann", "2024-05-01", text, note=note)
    made = new_move(case, Path("nowhere"), draft)
    if any(problem.is_error for problem in made.problems):
        return
    assert made.move is not None
    assert made.move.text.split() == text.split()
    assert (made.move.note or "").split() == note.split()
    assert made.move.target == target
