"""What ``why``, ``whatif`` and ``mind`` say of the names inside a mind."""

import json
import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.cli.running import FLAGSHIP, SECOND, run

from deciban.cli.main import deciban

MINE = """\
deciban: 1
title: The weir
question:
  ask: Did the innkeeper expect the flood?
  about: innkeeper.weir.flood
  as_of: 1900-03-31
  bands: [0, 40%, 100%]
  hypotheses: {calm: He did not, afraid: He did}
sources:
  maid: {name: The maid, reliability: B}
events:
  - {id: cellar_emptied, text: He emptied the cellar}
  - {id: prayed, text: He prayed, known: yes, expected: {calm: 10..20%, afraid: 20..40%}}
reports:
  - {id: maid_on_cellar, of: cellar_emptied, by: maid}
actors:
  innkeeper:
    name: The innkeeper
    wonders: {id: weir, values: [holds, flood]}
    prior: {flood: 10..50%, holds: rest}
    trusts:
      miller: {honest: 30..80%, pushes: rest, line: flood, because: He sells sandbags.}
    saw:
      - {id: miller_warns, on: 1900-03-20, from: miller, says: flood, text: A word at the bridge}
      - {id: high_water, on: 1900-03-25, expected: {holds: 20..40%, flood: 60..80%}}
    chooses:
      - id: cellar
        on: 1900-03-31
        between:
          empty: {holds: 40..60, flood: 70..90}
          leave: {holds: 80..95, flood: 5..20}
        chose: empty
        shown_by: cellar_emptied
    care: [4, 8]
    had:
      - id: unwarned
        text: Had the miller kept silent
        set: {actors.innkeeper.saw.miller_warns.reached_him: 0%}
"""
OTHER = """\
  widow:
    wonders: {id: weir, values: [holds, flood]}
    prior: even
"""
NOT_ASKED = MINE.replace("  about: innkeeper.weir.flood\n", "").replace(
    "  bands: [0, 40%, 100%]\n", "  exhaustive: yes\n  prior: even\n"
)


@pytest.fixture
def weir(tmp_path: Path) -> str:
    return _case(tmp_path, MINE)


def _case(folder: Path, text: str) -> str:
    (folder / "case.yaml").write_text(text, encoding="utf-8")
    return str(folder)


def _in(folder: str, *args: str) -> Result:
    """What the command does in a folder."""
    before = Path.cwd()
    os.chdir(folder)
    try:
        return CliRunner().invoke(deciban, args, prog_name="deciban")
    finally:
        os.chdir(before)


def _page(*args: str) -> str:
    result = run(*args)
    assert result.exit_code == 0, result.output
    return " ".join(result.output.split())


def test_a_choice_that_an_event_shows_weighs_what_is_said_of_the_event(weir: str) -> None:
    page = _page("why", weir, "cellar")
    assert "shown by cellar_emptied" in page
    assert "What it says" in page
    assert "maid_on_cellar" in page
    data = json.loads(run("why", weir, "cellar", "--json").stdout)
    assert [item["id"] for item in data["items"]] == ["maid_on_cellar"]
    assert [each["name"] for each in data["believed"]] == ["cellar_emptied"]


@pytest.mark.parametrize("name", ["cellar", "cellar_emptied", "maid_on_cellar"])
def test_the_stakes_of_a_choice_are_printed_with_their_addresses(weir: str, name: str) -> None:
    page = _page("why", weir, name)
    assert "actors.innkeeper.chooses.cellar.between.empty.holds 40..60" in page
    assert "actors.innkeeper.chooses.cellar.between.leave.flood 5..20" in page
    assert "actors.innkeeper.care [4, 8]" in page
    assert "actors.innkeeper.slip 2% assumed by deciban" in page


def test_a_choice_without_an_event_has_its_stakes_and_its_weight() -> None:
    page = _page("why", SECOND, "signing")
    assert "actors.marrable.chooses.signing.between.sign.sound 90..100" in page
    assert "for not_before" in page


def test_every_address_that_why_prints_of_a_choice_can_be_set(weir: str) -> None:
    page = run("why", weir, "cellar").output
    addresses = [word for word in page.split() if word.startswith("actors.") and "." in word]
    assert len(addresses) >= 6
    for address in addresses:
        value = "3%" if address.endswith((".slip", ".inertia")) else "33"
        assert run("whatif", weir, "--set", f"{address}={value}").exit_code == 0, address


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("miller_warns", ("a message to innkeeper", "A word at the bridge", "has the ledger")),
        ("high_water", ("a sign that innkeeper saw", "expected.flood 60..80%")),
        ("miller", ("what innkeeper thought of a source", "He sells sandbags", "honest 30..80%")),
        ("unwarned", ("a counterfactual of innkeeper", "--had unwarned", "reached_him")),
        ("innkeeper", ("an actor", "prior.flood 10..50%", "forgetting 100% assumed")),
    ],
)
def test_a_name_inside_a_mind_has_a_page(weir: str, name: str, told: tuple[str, ...]) -> None:
    page = _page("why", weir, name)
    for each in told:
        assert each in page
    assert _in(weir, "why", name).exit_code == 0
    data = json.loads(run("why", weir, name, "--json").stdout)
    assert data["name"] == name
    assert all(each["address"] in page for each in data["numbers"])
    assert data["kind"] in page


def test_a_message_is_told_with_the_trust_in_its_sender(weir: str) -> None:
    page = _page("why", weir, "miller_warns")
    assert "actors.innkeeper.trusts.miller.honest 30..80%" in page
    assert "deciban mind CASE innkeeper" in page


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("miller_warns", "--set actors.innkeeper.saw.miller_warns.reached_him=0%"),
        ("miller", "--set 'actors.innkeeper.trusts.miller={guesses: 100%}'"),
    ],
)
def test_what_cannot_be_left_out_is_wrong_usage_that_says_how(
    weir: str, name: str, told: str
) -> None:
    for args in (("whatif", weir, "--without", name), ("whatif", weir, name)):
        result = run(*args)
        assert result.exit_code == 2, result.output
        assert told in " ".join(result.output.replace("│", "").split())
    assert _in(weir, "whatif", name).exit_code == 2


def test_a_copy_is_taken_away_with_what_it_repeats(tmp_path: Path) -> None:
    copy = "      - {id: echo, on: 1900-03-26, from: miller, says: flood, copies: miller_warns}\n"
    case = _case(tmp_path, MINE.replace("    chooses:\n", f"{copy}    chooses:\n"))
    result = run("whatif", case, "--without", "echo")
    assert result.exit_code == 2
    assert "it repeats 'miller_warns' and adds nothing" in " ".join(
        result.output.replace("│", "").split()
    )


def test_without_an_act_is_without_its_event(weir: str) -> None:
    act, event = (
        json.loads(run("whatif", weir, "--without", name, "--json").stdout)["what_ifs"][0]
        for name in ("cellar", "cellar_emptied")
    )
    assert act["hypotheses"] == event["hypotheses"]
    assert act["gone"] == event["gone"] == ["maid_on_cellar"]


def test_an_option_has_no_line_and_no_column(weir: str) -> None:
    for args in (("--set", "actors.innkeeper.nothing=1"), ("--without", "nobody")):
        output = run("whatif", weir, *args).output
        assert ":1:" not in output
        assert args[0] in output


def test_a_message_set_to_none_says_what_to_set(weir: str) -> None:
    output = run("whatif", weir, "--set", "actors.innkeeper.saw.miller_warns=none").output
    assert "to take it away, set `reached_him: 0%`" in output


@pytest.mark.parametrize(
    "args",
    [
        ("--had", "unwarned", "--distrust", "miller"),
        ("--had", "unwarned", "--had", "unwarned"),
    ],
)
def test_two_pages_of_a_mind_at_once_are_wrong_usage(weir: str, args: tuple[str, ...]) -> None:
    result = run("mind", weir, *args)
    assert result.exit_code == 2
    assert "--had" in result.output


def test_a_counterfactual_that_is_none_is_told_without_a_page(tmp_path: Path) -> None:
    case = _case(tmp_path, MINE.replace("saw.miller_warns.reached_him: 0%", "name: Bob"))
    result = run("mind", case, "--had", "unwarned")
    assert result.exit_code == 1
    assert "D801" in result.output
    assert "What conduct says" not in result.output


def test_in_the_folder_of_a_case_the_name_of_an_actor_will_do(weir: str) -> None:
    assert _in(weir, "mind", "innkeeper").output == _in(weir, "mind").output
    assert _in(weir, "mind", "innkeper").exit_code == 2


def test_of_several_actors_the_one_asked_about_is_meant(tmp_path: Path) -> None:
    page = run("mind", _case(tmp_path, MINE + OTHER)).output
    assert "The innkeeper believed" in page


def test_of_several_actors_that_nobody_asks_about_one_is_named(tmp_path: Path) -> None:
    case = _case(tmp_path, NOT_ASKED + OTHER)
    result = run("mind", case)
    assert result.exit_code == 2, result.output
    assert "innkeeper, widow" in result.output
    assert run("mind", case, "widow").exit_code == 0


@pytest.mark.parametrize("case", [FLAGSHIP, SECOND])
def test_where_a_case_has_minds_no_number_is_spoken_of_that_was_not_looked_at(case: str) -> None:
    page = _page("weigh", case) + _page("sensitivity", case)
    assert "no number inside its range" not in page
    assert "one number inside its range" not in page
    assert "outside the mind" in page


def test_what_is_kept_of_a_belief_is_not_called_forgotten(weir: str) -> None:
    page = _page("weigh", weir)
    assert "belief kept 100%" in page
    assert "forgetting" not in page
