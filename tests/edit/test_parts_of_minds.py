"""What is inside a mind is not left out but set, and a message says so; so does one of a trust."""

from pathlib import Path

import pytest
from tests.minds.little_case import ACT, UNSURE, little_case
from tests.minds.whole_line import through

from deciban import pipeline
from deciban.case import WhatIf
from deciban.edit import what_if_of
from deciban.pipeline import check_reading
from deciban.problem import Problem
from deciban.read import Reading, read_text_of_case

REPORTED = """\
sources:
  clerk: {name: The clerk, character: {honest: 80%, guesses: rest}}
events:
  - {id: order_given, text: He waited}
reports:
  - {id: clerk_on_order, of: order_given, by: clerk}
"""
HAD = "had: [{id: calmed, text: Had it not come, set: {actors.he.saw.warning.reached_him: 0%}}]\n"
TEXT = little_case(UNSURE + ACT + HAD, REPORTED)


def _read(text: str) -> Reading:
    return read_text_of_case(text, Path("nowhere") / "case.yaml")


def _problems(text: str) -> list[Problem]:
    return [each for each in check_reading(_read(text)).problems if each.is_error]


def _asked(*settings: str, without: tuple[str, ...] = ()) -> WhatIf:
    what_if = what_if_of(settings, without)
    assert isinstance(what_if, WhatIf)
    return what_if


def _supposed(what_if: WhatIf) -> tuple[dict[str, float], tuple[Problem, ...]]:
    supposed, problems = pipeline.suppose(pipeline.weigh_reading(_read(TEXT)), [what_if])
    return (dict(supposed[0].probability) if supposed else {}), problems


def test_an_act_without_its_event_is_the_event_left_out() -> None:
    by_act, none = _supposed(_asked(without=("order",)))
    by_event, _ = _supposed(_asked(without=("order_given",)))
    assert none == ()
    assert by_act == by_event
    assert by_act != pytest.approx(through(TEXT).chances, abs=1e-3)


@pytest.mark.parametrize(
    ("name", "what", "hint"),
    [
        ("warning", "a message to 'he'", "actors.he.saw.warning.reached_him: 0%"),
        ("britain", "a source in the mind of 'he'", "actors.he.trusts.britain: {guesses: 100%}"),
        ("calmed", "a counterfactual of 'he'", "deciban mind CASE he --had calmed"),
        ("he", "an actor", "leave out a choice by name"),
    ],
)
def test_what_is_inside_a_mind_is_set_and_not_left_out(name: str, what: str, hint: str) -> None:
    body = REPORTED + f"what_if: [{{id: gone, text: Gone, without: [{name}]}}]\n"
    [problem] = _problems(little_case(UNSURE + ACT + HAD, body))
    assert problem.code == "D801"
    assert what in problem.message
    assert hint in problem.hint


@pytest.mark.parametrize(
    "setting",
    ["actors.he.saw.warning.reached_him=0%", "actors.he.trusts.britain={guesses: 100%}"],
)
def test_what_is_said_to_take_a_message_or_a_source_away_takes_it_away(setting: str) -> None:
    written = "    saw:\n      - {id: warning, on: 1941-04-21, from: britain, says: attack}\n"
    assert written in TEXT
    without = TEXT.replace(written, "").replace(HAD.strip(), "because: Nothing reached him")
    supposed, none = _supposed(_asked(setting))
    assert none == ()
    assert supposed == pytest.approx(through(without).chances, abs=0.01)


def test_a_message_that_is_to_be_none_is_one_that_did_not_reach_him() -> None:
    _, [problem] = _supposed(_asked("actors.he.saw.warning=none"))
    assert problem.hint == "to take it away, set `reached_him: 0%`"


@pytest.mark.parametrize("place", ["had", "what_if"])
def test_one_role_of_a_trust_that_breaks_the_whole_is_told_to_be_set_with_the_others(
    place: str,
) -> None:
    setting = "{id: liar, text: A liar, set: {actors.he.trusts.britain.guesses: 95%}}"
    had, body = HAD, REPORTED
    if place == "had":
        had = f"had: [{setting}]\n"
    else:
        body += f"what_if: [{setting}]\n"
    [problem] = _problems(little_case(UNSURE + ACT + had, body))
    assert problem.code == "D801"
    assert "add up to 105%" in problem.message
    assert "actors.he.trusts.britain: {honest: 80%, guesses: rest}" in problem.hint


def test_one_role_of_a_trust_that_leaves_the_whole_in_order_may_be_set_alone() -> None:
    _, problems = _supposed(_asked("actors.he.trusts.britain.honest=95%"))
    assert problems == ()


def test_a_place_on_the_command_line_has_no_line_to_count() -> None:
    for what_if in (_asked("actors.he.nothing=1"), _asked(without=("nobody",))):
        _, [problem] = _supposed(what_if)
        option = "--set" if what_if.settings else "--without"
        assert str(problem).startswith(f"{option}: D801 ")
