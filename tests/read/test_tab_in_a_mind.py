"""A tab in front of a field of an actor: where the field belongs, or a refusal to guess."""

from pathlib import Path

import pytest

from deciban.problem import Problem
from deciban.read import read_text_of_case

CASE = """\
deciban: 1
title: The tab
question:
  ask: Did he think so?
  about: he.plan.attack
  as_of: 1941-06-21
  bands: [0, 50%, 100%]
  hypotheses: {calm: He did not, alarmed: He did}
  exhaustive: yes
actors:
  he:
    wonders: {id: plan, values: [attack, quiet]}
    prior: {attack: 20..80%, quiet: rest}
    trusts:
      britain:
        honest: 10..90%
        guesses: rest
        competence: 80%
    saw:
      - {id: warning, on: 1941-04-21, from: britain, says: attack}
    chooses:
      - id: order
        on: 1941-06-13
        between: {alert: {attack: 80, quiet: 30}, wait: {attack: 20, quiet: 70}}
        chose: wait
    care: 5
    reasonable:
      trusts:
        britain: {honest: 80%, guesses: rest, competence: 80%}
    ask:
      - conviction: {of: attack, on: 1941-06-21}
    had:
      - id: unwarned
        set: {actors.he.saw.warning.reached_him: 0%}
"""
OPPONENT = """\
    opponent:
      name: They
      types: {bold: {attack: 80, quiet: 20}}
"""


def _problems(text: str) -> list[Problem]:
    return list(read_text_of_case(text, Path("nowhere") / "case.yaml").problems)


def _fixed(text: str) -> str:
    fixes = {(p.fix.start, p.fix.end, p.fix.text) for p in _problems(text) if p.fix}
    for start, end, right in sorted(fixes, reverse=True):
        text = text[:start] + right + text[end:]
    return text


def test_the_case_of_these_tests_is_sound() -> None:
    assert not _problems(CASE)


@pytest.mark.parametrize("key", ["chooses", "care", "reasonable", "ask", "had"])
@pytest.mark.parametrize("blank", ["\t", "\t\t", "  \t"])
def test_a_field_with_a_tab_goes_to_where_its_siblings_stand(key: str, blank: str) -> None:
    text = CASE.replace(f"\n    {key}:", f"\n{blank}{key}:", 1)
    assert text != CASE
    [problem] = _problems(text)
    assert (problem.code, problem.hint) == ("D128", "indent it by 4 spaces")
    assert _fixed(text) == CASE


def test_a_field_that_may_belong_in_two_places_is_told_and_not_moved() -> None:
    prior = "    prior: {attack: 20..80%, quiet: rest}\n"
    text = CASE.replace("    care: 5\n", "").replace(prior, f"{OPPONENT}\tcare: 5\n")
    [tab] = [problem for problem in _problems(text) if problem.code == "D128"]
    assert tab.fix is None
    assert "in line with the lines that it belongs to" in tab.hint
    assert "\tcare: 5\n" in _fixed(text)


def test_a_name_that_may_belong_in_two_places_is_told_and_not_moved() -> None:
    text = CASE.replace("    saw:", "\tnetwork: {honest: 60%, guesses: rest}\n    saw:")
    [tab] = [problem for problem in _problems(text) if problem.code == "D128"]
    assert tab.fix is None
