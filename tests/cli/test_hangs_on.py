"""What the verbs say of ranges, confidence, bounds, flip points and unseen records."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from tests.cli.running import CASES, FLAGSHIP, SECOND, on_terminal, plain, run

from deciban.units import SCALES

POINTS = """\
deciban: 1
title: Points
question:
  ask: Is it?
  hypotheses: {h: Yes, other: No}
  exhaustive: yes
  prior: even
events:
  - {id: e, text: E, known: yes, expected: {h: 60%, other: 20%}}
"""


def data_of(*args: str) -> Any:  # noqa: ANN401 (JSON)
    result = run(*args, "--json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


@pytest.mark.parametrize("case", CASES)
def test_every_range_holds_the_answer_and_lies_within_the_bounds(case: str) -> None:
    for each in data_of("weigh", case)["hypotheses"]:
        (low, high), (least, most) = each["range"], each["bounds"]
        assert least <= low <= each["probability"] <= high <= most


def test_more_draws_say_the_same_more_surely() -> None:
    few = data_of("weigh", SECOND, "--draws", "1000")
    many = data_of("weigh", SECOND, "--draws", "20000")
    assert (few["ranges"]["draws"], many["ranges"]["draws"]) == (1_000, 20_000)
    assert many["ranges"]["error"] < few["ranges"]["error"]
    for one, other in zip(few["hypotheses"], many["hypotheses"], strict=True):
        assert one["probability"] == other["probability"]
        assert one["range"] == pytest.approx(other["range"], abs=6 * few["ranges"]["error"])


@pytest.mark.parametrize("draws", ["0", "99", "1000001", "many"])
def test_too_few_draws_and_too_many_are_wrong_usage(draws: str) -> None:
    assert run("weigh", SECOND, "--draws", draws).exit_code == 2


def test_where_every_number_is_a_point_the_ranges_are_the_answer(tmp_path: Path) -> None:
    (tmp_path / "case.yaml").write_text(POINTS, encoding="utf-8")
    data = data_of("weigh", str(tmp_path))
    for each in data["hypotheses"]:
        assert each["range"] == each["bounds"] == [each["probability"]] * 2
    assert data["ranges"]["draws"] == 0
    assert "nothing was drawn" in run("weigh", str(tmp_path)).output
    assert "No number of this case has a range" in run("bounds", str(tmp_path)).output


@pytest.mark.parametrize("case", CASES)
def test_likelihood_and_confidence_never_share_a_sentence(case: str) -> None:
    printed = " ".join(run("weigh", case).output.split())
    start = printed.index("Confidence")
    sentence = printed[start : printed.index("What carries it")]
    words = [word.text for scale in SCALES.values() for word in scale.words]
    assert len(words) > 20
    assert not [word for word in words if re.search(rf"\b{re.escape(word)}\b", sentence)]
    assert sentence.count("%") <= 1  # the share of draws


@pytest.mark.parametrize("case", CASES)
def test_the_first_screen_names_range_flip_point_and_the_record_to_look_for(case: str) -> None:
    printed = run("weigh", case).output
    data = data_of("weigh", case)
    assert "90% range" in printed
    assert data["flips"][0]["address"] in printed
    assert data["unseen"][0]["id"] in printed


def test_every_screen_says_what_the_data_say() -> None:
    data = data_of("seek", SECOND)
    printed = run("seek", SECOND).output
    for record in data["records"]:
        assert record["id"] in printed
        assert sum(each["probability"] for each in record["outcomes"]) == pytest.approx(1.0)
    bounds = data_of("bounds", SECOND)
    printed = run("bounds", SECOND).output
    assert bounds["exact"] is ("Exact" in printed)
    assert all(each["id"] in printed for each in bounds["hypotheses"])


def test_a_silence_says_what_it_depends_on() -> None:
    printed = run("why", SECOND, "no_entry_in_register").output
    assert "How much the absence weighs" in printed
    silences = {each["id"]: each for each in data_of("why", SECOND)["silences"]}
    silence = silences["no_entry_in_register"]
    made, survives, found = (silence["parts"][part] for part in ("made", "survives", "found"))
    seen = made["central"] * survives["central"] * found["central"]
    assert silence["seen"] == pytest.approx(seen)


def test_what_a_rival_cause_takes_is_shown() -> None:
    printed = run("why", FLAGSHIP, "frontier_unready").output
    assert "What rival causes take" in printed
    assert "purged.yes" in printed


def test_the_matrix_has_hypotheses_in_rows() -> None:
    lines = run("why", SECOND, "--matrix").output.splitlines()
    answers = [each["id"] for each in data_of("weigh", SECOND)["hypotheses"]]
    beginnings = [line.split()[0] for line in lines if line.strip()]
    assert [name for name in beginnings if name in answers] == answers
    assert run("why", SECOND, "ring_me", "--matrix").exit_code == 2


@pytest.mark.parametrize("columns", [60, 80, 100])
@pytest.mark.parametrize(
    "args",
    [
        ("bounds", SECOND),
        ("sensitivity", SECOND),
        ("seek", SECOND),
        ("why", SECOND, "--matrix"),
        ("why", FLAGSHIP, "frontier_unready"),
        ("why", SECOND, "no_entry_in_register"),
    ],
)
def test_no_line_is_wider_than_the_terminal(args: tuple[str, ...], columns: int) -> None:
    lines = plain(on_terminal(args, columns)).splitlines()
    assert len(lines) > 5
    assert max(map(len, lines)) <= columns
