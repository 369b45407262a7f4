"""What ``deciban timeline`` says, on which clock, and how much of it."""

import json
from collections.abc import Mapping
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from tests.cli.running import FLAGSHIP, SECOND, run
from tests.minds.little_case import LIKELIEST, little_case

Json: TypeAlias = Any

HAPPENED, PUBLIC, MIND = "By what had happened", "By what was public", "from date to date"
#: A case of which nothing has a date.
UNDATED = """\
deciban: 1
title: Undated
question: {ask: So?, hypotheses: {yes: It was, no: It was not}, prior: even, exhaustive: yes}
events:
  - {id: seal, text: A late seal, known: yes, expected: {yes: 60%, no: 10%}}
"""
#: Before the warning he held peace the likelier, and then nobody packs.
IMPOSSIBLE = little_case(
    """\
    prior: {attack: 40%, quiet: rest}
    trusts:
      friend: {honest: 90%, guesses: rest, competence: 95%}
    saw:
      - {id: warning, on: 1941-06-10, from: friend, says: attack}
    """,
    """\
    events:
      - {id: packed, text: He packed, when: 1941-06-01, known: yes,
         expected: {attack: 60%, quiet: 0%}}
    """,
    asked=LIKELIEST,
)


@cache
def page(*args: str) -> str:
    result = run("timeline", *args)
    assert result.exit_code == 0, result.output
    return result.output


@cache
def data(*args: str) -> Json:
    result = run("timeline", *args, "--json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def case(tmp_path: Path, text: str) -> str:
    (tmp_path / "case.yaml").write_text(text, encoding="utf-8")
    return str(tmp_path)


@pytest.mark.parametrize(
    ("clock", "shown"),
    [
        (None, [HAPPENED, PUBLIC, MIND]),
        ("happened", [HAPPENED]),
        ("public", [PUBLIC]),
        ("mind", [MIND]),
    ],
)
def test_one_clock_is_shown_alone_and_all_of_them_without_a_wish(
    clock: str | None, shown: list[str]
) -> None:
    printed = page(FLAGSHIP, *(() if clock is None else ("--clock", clock)))
    for part in (HAPPENED, PUBLIC, MIND):
        assert (part in printed) == (part in shown)


def test_what_moved_it_most_comes_first_and_is_named() -> None:
    printed = page(FLAGSHIP)
    assert printed.index("What moved it most") < printed.index(HAPPENED)
    moves = printed[printed.index("What moved it most") : printed.index(HAPPENED)]
    assert "network_ultimatum" in moves
    assert "1998" in moves


def test_a_clock_alone_names_everything_and_all_of_them_only_what_weighs_most() -> None:
    alone, together = page(FLAGSHIP, "--clock", "public"), page(FLAGSHIP)
    for year in ("1950", "1966", "1993"):
        assert f"\n{year} " in alone
        assert f"\n{year} " not in together
    assert "13 more" in together
    assert "command_posts" in alone
    assert "no_order_to_attack" in alone


def test_a_belief_is_told_as_it_was_by_then_and_as_it_is_looking_back() -> None:
    printed = page(FLAGSHIP, "--clock", "mind")
    assert "by then" in printed
    assert "looking back" in printed
    assert "acts say" in printed
    mind = data(FLAGSHIP)["minds"][0]
    (noon,) = [each for each in mind["beliefs"] if each["on"] == "1941-06-21T12:00"]
    assert noon["before"]["attack"]["mean"] > noon["now"]["attack"]["mean"]


def test_a_year_of_days_is_a_line_for_each_day() -> None:
    days = data(FLAGSHIP, "--by", "day", "--from", "1940-06-23", "--to", "1941-06-22")
    steps = days["clocks"]["happened"]["steps"]
    assert len(steps) == 365
    assert [steps[0]["on"], steps[-1]["on"]] == ["1940-06-23", "1941-06-22"]
    for one, other in pairwise(steps):
        if not (other["came"] or other["heard"]):
            assert other["latest"] == one["latest"]


def test_as_data_every_stage_is_there_whatever_is_shown() -> None:
    whole = data(FLAGSHIP)
    for clock in ("happened", "public"):
        for curve in ("earliest", "latest"):
            stages = whole["clocks"][clock]["curves"][curve]
            alone = data(FLAGSHIP, "--clock", "mind")["clocks"][clock]
            assert alone["curves"][curve] == stages
            assert chances(stages[-1]) == pytest.approx(weighed(FLAGSHIP), abs=1e-12)


def chances(stage: Json) -> Mapping[str, float]:
    return {name: each["probability"] for name, each in stage["hypotheses"].items()}


def weighed(name: str) -> Mapping[str, float]:
    told = json.loads(run("weigh", name, "--json").stdout)["hypotheses"]
    return {each["id"]: each["probability"] for each in told}


def test_what_has_no_date_is_named_and_where_that_is_much_the_page_says_so() -> None:
    printed = page(SECOND, "--clock", "public")
    assert "without a date at which it became public" in printed
    assert "sent_nobody" in printed
    assert "says little" in printed
    assert "says little" not in page(FLAGSHIP, "--clock", "public")


@pytest.mark.parametrize("more", [(), ("--by", "year"), ("--from", "1941"), ("--by", "month")])
def test_a_case_without_a_date_has_a_page_all_the_same(
    tmp_path: Path, more: tuple[str, ...]
) -> None:
    printed = run("timeline", case(tmp_path, UNDATED), *more)
    assert printed.exit_code == 0
    assert "in all" in printed.output
    assert "+7.8 seal" in printed.output


def test_where_nothing_that_counts_is_possible_the_page_says_so(tmp_path: Path) -> None:
    printed = run("timeline", case(tmp_path, IMPOSSIBLE), "--clock", "happened").output
    (line,) = [line for line in printed.splitlines() if line.startswith("1941-06-01")]
    assert "none possible" in line
    told = json.loads(run("timeline", str(tmp_path), "--json").stdout)
    stages = told["clocks"]["happened"]["curves"]["latest"]
    assert [stage["leader"] for stage in stages] == ["quiet", None, "attack"]


def test_where_nobody_is_asked_about_there_is_no_mind_to_show(tmp_path: Path) -> None:
    result = run("timeline", case(tmp_path, UNDATED), "--clock", "mind")
    assert result.exit_code == 2
    assert "no actors" in result.output


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (("--from", "soon"), "not a date"),
        (("--from", "1942", "--to", "1941"), "lies behind"),
        (("--by", "day", "--from", "1900"), "more than 5,000 lines"),
    ],
)
def test_what_cannot_be_read_as_a_stretch_is_told_in_words(
    args: tuple[str, ...], told: str
) -> None:
    result = run("timeline", SECOND, *args)
    assert result.exit_code == 2
    assert told in " ".join(result.output.split())
