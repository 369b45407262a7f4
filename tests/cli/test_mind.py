"""What ``deciban mind`` says, and what never stands alone."""

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from io import StringIO
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from rich.console import Console, RenderableType
from tests.cli.running import CASES, FLAGSHIP, ROOT, SECOND, run

from deciban import pipeline
from deciban.findings.mind import Inquest
from deciban.read import read_case
from deciban.render.mind import mind_page
from deciban.render.mind_otherwise import distrust_page, had_page
from deciban.render.page import Screen

Json: TypeAlias = Any

WIDTHS = (40, 50, 60, 80, 100)
WIDEST = 100
PAGES: list[Mapping[str, str]] = [
    {"case": FLAGSHIP},
    {"case": FLAGSHIP, "had": "told_not"},
    {"case": FLAGSHIP, "distrust": "britain"},
    {"case": SECOND},
]

#: Every output form in which a belief may appear, as text and as data.
FORMS = [
    *(("weigh", case) for case in CASES),
    *(("why", case) for case in CASES),
    *(("timeline", case) for case in CASES),
    ("timeline", SECOND, "--clock", "mind"),
    *(("mind", case) for case in CASES),
    ("mind", FLAGSHIP, "--had", "told_not"),
    ("mind", FLAGSHIP, "--distrust", "britain"),
    ("mind", SECOND, "marrable", "--had", "auditors_warned"),
    ("mind", SECOND, "marrable", "--distrust", "foreman"),
]
BELIEF = re.compile(r"\bbelief\b", re.IGNORECASE)
WEIGHT = re.compile(r"acts say")
THRESHOLD = re.compile(r"acts turn|is rational")
RIDGE = re.compile(r"over the stakes")
#: A cell of which nothing is left but that something was cut.
BARE = re.compile(r"(?:^|\s)…\s{2}")
SCREEN = 40

ALONE = """\
deciban: 1
title: Alone
question:
  ask: Did she think so?
  about: widow.roof.leaks
  bands: [0, 50%, 100%]
  hypotheses: {doubted: She doubted it, thought: She thought so}
actors:
  widow:
    wonders: {id: roof, values: [holds, leaks]}
    prior: {holds: 20..80%, leaks: rest}
"""
#: Everything that a page can tell, of somebody whose sex nobody knows.
WHOLE = """\
deciban: 1
title: Whole
question:
  ask: Was it thought so?
  about: pat.roof.leaks
  bands: [0, 50%, 100%]
  hypotheses: {doubted: It was doubted, thought: It was thought}
actors:
  pat:
    name: Pat
    wonders: {id: roof, values: [holds, leaks]}
    prior: {holds: 70%, leaks: rest}
    trusts:
      builder: {honest: 60%, guesses: rest, line: holds, competence: 80..90%}
    saw:
      - {id: word, on: 1900-01-01, from: builder, says: holds}
      - {id: stain, on: 1900-01-02, text: A stain, expected: {holds: 10%, leaks: 30%}}
    chooses:
      - id: repair
        on: 1900-01-03
        between: {repair: {holds: 30, leaks: 80}, wait: {holds: 60, leaks: 60}}
        chose: wait
    care: 0
    ask:
      - conviction: {of: holds, on: 1900-01-03}
      - explain: {act: repair}
      - mens_rea: {of: leaks, on: 1900-01-03, act: repair, floor: 20%}
    had:
      - {id: told_so, text: The builder says that it leaks, set: {actors.pat.saw.word.says: leaks}}
      - {id: careful, text: The stakes are followed, set: {actors.pat.care: 5}}
    reasonable: {because: Nobody else knew more., prior: {holds: 60%, leaks: rest}}
"""
NOBODY = """\
deciban: 1
title: Nobody
question: {ask: So?, hypotheses: {yes: It was, no: It was not}, prior: even}
events:
  - {id: seal, text: A late seal, known: yes, expected: {yes: 60%, no: 10%}}
"""


@cache
def found_by(case: str, *, had: str | None = None, distrust: str | None = None) -> Inquest:
    """What is found of the one actor of a case."""
    reading = read_case(ROOT / case)
    assert reading.case is not None
    (actor,) = reading.case.actors
    weighing = pipeline.read_actor(reading, actor, columns=8192, had=had, distrust=distrust)
    assert weighing.findings is not None
    return weighing.findings


def page_at(columns: int, found: Inquest) -> list[str]:
    """A page in so many columns."""
    page: RenderableType = mind_page(found.mind, Screen(width=columns), "a_case")
    if found.distrust is not None:
        page = distrust_page(found.mind.brief, found.distrust)
    elif found.had:
        page = had_page(found.mind)
    printed = StringIO()
    Console(file=printed, width=columns).print(page)
    return [line.rstrip() for line in printed.getvalue().splitlines()]


def data_of(*args: str) -> Json:
    result = run(*args, "--json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def _case(folder: Path, text: str) -> str:
    (folder / "case.yaml").write_text(text, encoding="utf-8")
    return str(folder)


@pytest.mark.parametrize("args", FORMS, ids=" ".join)
def test_no_page_tells_a_belief_without_weight_threshold_and_ridge(args: tuple[str, ...]) -> None:
    page = run(*args).output
    if args[0] == "why" and not BELIEF.search(page):
        return  # a list of items, which tells of no belief
    assert BELIEF.search(page)
    assert WEIGHT.search(page), args
    assert THRESHOLD.search(page), args
    assert RIDGE.search(page), args


@pytest.mark.parametrize("columns", WIDTHS)
@pytest.mark.parametrize("asked", PAGES, ids=str)
def test_every_width_tells_a_belief_with_all_that_belongs_to_it(
    asked: Mapping[str, str], columns: int
) -> None:
    lines = page_at(columns, found_by(**asked))
    assert max(map(len, lines)) <= columns
    assert not [line for line in lines if BARE.search(line)]
    told = " ".join(" ".join(lines).split())
    for needed in (BELIEF, WEIGHT, THRESHOLD, RIDGE):
        assert needed.search(told)


@pytest.mark.parametrize("columns", WIDTHS)
def test_no_width_cuts_what_was_said_nor_when_nor_where_an_act_turns(columns: int) -> None:
    mind = found_by(FLAGSHIP).mind
    told = " ".join(" ".join(page_at(columns, found_by(FLAGSHIP))).split())
    for line in mind.lines:
        assert line.kind != "message" or f"{line.source} says {line.says}" in told
        assert line.on.rpartition("..")[2].rpartition("/")[2].replace("T", " ") in told
        assert all(name in told for name in line.ids)
    for turn in mind.brief.thresholds:
        chosen, other = (each.replace("_", " ") for each in (turn.chosen, turn.other))
        assert f"{turn.choice}: {chosen} over {other}" in told


@pytest.mark.parametrize("columns", [40, 200])
def test_a_narrow_terminal_gets_a_narrow_page_and_a_wide_one_none_that_is_wider(
    columns: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    for args in (("--had", "auditors_warned"), ("--distrust", "foreman"), ()):
        result = run("mind", SECOND, *args)
        assert result.exit_code == 0
        assert max(map(len, result.output.splitlines())) <= min(columns, WIDEST)


def test_the_page_of_a_mind_begins_with_what_matters() -> None:
    first = "\n".join(page_at(WIDEST, found_by(SECOND))[:SCREEN])
    parts = ["belief at", "What conduct says", "How strong the conviction", "state of mind"]
    places = [first.index(part) for part in parts]
    assert places == sorted(places)


@pytest.mark.parametrize("case", CASES)
def test_no_threshold_stands_twice_on_a_page(case: str) -> None:
    told = "\n".join(page_at(WIDEST, found_by(case)))
    turns = re.findall(r"(?:below|above) \d+% \(.*?\) for \w+", told)
    assert turns
    assert len(turns) == len(set(turns))


@pytest.mark.parametrize("args", [(), ("--had", "told_so"), ("--distrust", "builder")])
def test_a_page_does_not_suppose_whether_an_actor_is_a_man(
    args: tuple[str, ...], tmp_path: Path
) -> None:
    result = run("mind", _case(tmp_path, WHOLE), *args)
    assert result.exit_code == 0, result.output
    assert not re.findall(r"\b(?:he|she|his|her|hers|him|man|men)\b", result.output, re.IGNORECASE)


def test_what_was_not_learned_and_what_does_not_change_is_said_in_words(tmp_path: Path) -> None:
    page = run("mind", _case(tmp_path, WHOLE)).output
    assert "nothing that would be felt" in page
    assert "changes practically nothing" in page
    assert "ceiling" not in page


@pytest.mark.parametrize("args", FORMS, ids=" ".join)
def test_no_data_hold_a_belief_without_weight_threshold_and_ridge(args: tuple[str, ...]) -> None:
    holding = [each for each in _objects(data_of(*args)) if "belief" in each and "actor" in each]
    assert holding
    for each in holding:
        assert each["thresholds"]
        for bands in each["bands"]:
            for band in bands["bands"]:
                assert {"weight", "ridge"} <= band.keys()
                assert band["ridge"]["low"] <= band["weight"] <= band["ridge"]["high"]


def test_every_other_belief_stands_inside_one_that_is_so_told() -> None:
    """Beliefs by date, convictions and counterfactuals are parts of a mind's own page."""
    data = data_of("mind", FLAGSHIP)
    inner = {"beliefs", "asked", "convictions", "had", "ledger", "parameters"}
    assert inner <= data.keys()
    assert {"belief", "bands", "thresholds"} <= data.keys()


def _objects(value: Json) -> Iterator[Mapping[str, Json]]:
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from _objects(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _objects(inner)


def test_a_mind_without_acts_says_that_nothing_bounds_the_belief(tmp_path: Path) -> None:
    page = run("mind", _case(tmp_path, ALONE)).output
    assert "no act is written, so nothing bounds the belief" in page


def test_beliefs_of_one_date_add_up_to_one() -> None:
    for belief in data_of("mind", FLAGSHIP)["beliefs"]:
        assert sum(each["mean"] for each in belief["now"].values()) == pytest.approx(1.0, abs=1e-9)
        for each in belief["now"].values():
            low, high = each["range"]
            assert 0.0 <= low <= high <= 1.0


def test_the_bands_of_a_question_have_the_probabilities_of_the_question() -> None:
    weighed, found = data_of("weigh", FLAGSHIP), data_of("mind", FLAGSHIP)
    (bands,) = found["bands"]
    answers = {each["id"]: each["probability"] for each in weighed["hypotheses"]}
    assert {each["id"]: pytest.approx(each["probability"]) for each in bands["bands"]} == answers


def test_the_states_of_mind_share_out_the_whole() -> None:
    (guilt,) = data_of("mind", SECOND)["mens_rea"]
    assert sum(guilt["shares"].values()) == pytest.approx(1.0)
    assert sum(guilt["before"].values()) == pytest.approx(1.0)
    assert set(guilt["shares"]) == {"knowledge", "recklessness", "negligence", "none"}


def test_the_seed_claims_are_named_and_say_how_much_of_the_weight_agrees() -> None:
    had = {each["id"]: each for each in data_of("mind", FLAGSHIP)["had"]}
    assert {"told_not", "told_by_golikov", "no_mirror", "trusted_britain"} <= had.keys()
    for each in had.values():
        assert 0.0 <= each["up"] + each["down"] <= 1.0 + 1e-9
    assert had["told_not"]["one_sided"] == "attack"
    assert had["trusted_britain"]["one_sided"] is None


def test_a_counterfactual_by_itself_is_the_one_of_the_whole_page() -> None:
    alone = data_of("mind", FLAGSHIP, "--had", "no_mirror")["had"]
    whole = data_of("mind", FLAGSHIP)["had"]
    assert alone == [each for each in whole if each["id"] == "no_mirror"]


def test_the_flagship_s_actor_is_as_rich_as_the_argument_about_him() -> None:
    data = data_of("mind", FLAGSHIP)
    came = [each for each in data["ledger"] if each["kind"] in ("message", "sign", "copy")]
    assert len(came) >= 20
    assert len({each["choice"] for each in data["thresholds"]}) >= 5
    assert {each["kind"] for each in data["ledger"]} == {"message", "sign", "copy", "outcome"}


def test_more_draws_read_the_actor_more_finely() -> None:
    few, many = (data_of("mind", SECOND, "--draws", count) for count in ("2048", "16384"))
    assert few["columns"] < many["columns"]
    assert few["error"] > many["error"]


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (("mind", FLAGSHIP, "churchill"), "there is no actor 'churchill'"),
        (("mind", FLAGSHIP, "--distrust", "marvin"), "no view of 'marvin'"),
        (("mind", FLAGSHIP, "--had", "nothing"), "no counterfactual 'nothing'"),
        (("mind", FLAGSHIP, "--draws", "12"), "--draws"),
    ],
)
def test_what_the_actor_does_not_have_is_wrong_usage(args: tuple[str, ...], told: str) -> None:
    result = run(*args)
    assert result.exit_code == 2
    assert told in " ".join(result.output.split())


def test_a_case_without_actors_is_wrong_usage(tmp_path: Path) -> None:
    result = run("mind", _case(tmp_path, NOBODY))
    assert result.exit_code == 2
    assert "no actors" in result.output


def test_a_broken_case_tells_its_problems_and_no_belief(tmp_path: Path) -> None:
    broken = ALONE.replace("holds: 20..80%, leaks: rest", "holds: 20..80%, leeks: rest")
    result = run("mind", _case(tmp_path, broken))
    assert result.exit_code == 1
    assert "leeks" in result.output
    assert not BELIEF.search(result.output)
