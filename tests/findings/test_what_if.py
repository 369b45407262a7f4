"""What-ifs that fail, that move nothing, and that are left alone."""

import math

import pytest
from tests.meaning.line import case_text, codes, weighing

from deciban import pipeline
from deciban.engine import Solution, TooLarge, plan_of
from deciban.findings import what_if
from deciban.findings.what_if import Supposition
from deciban.model import Model
from deciban.problem import Problem

BODY = """
events:
  - {id: fact, text: A fact, expected: {h: 90%, other: 10%}}
  - {id: seen, text: Seen, known: yes, expected: {h: 60%, other: 20%}}
  - {id: never, text: Never under other, known: yes, expected: {h: 60%, other: OTHER}}
reports:
  - {id: told, of: fact, by: he}
sources: {he: {name: He}}
what_if:
  - {id: w, text: Otherwise, EDIT}
"""


def case_with(edit: str, other: str = "20%") -> str:
    return case_text(BODY.replace("EDIT", edit).replace("OTHER", other))


def supposed(text: str) -> tuple[tuple[Supposition, ...], tuple[Problem, ...]]:
    outcome = weighing(text)
    assert outcome.case is not None
    assert outcome.sound, outcome.problems
    return pipeline.suppose(outcome, outcome.case.what_if)


def test_what_stays_impossible_does_not_move() -> None:
    ((supposition,), _) = supposed(case_with("without: [seen]", other="0%"))
    assert supposition.moved == {"h": 0.0, "other": 0.0}


def test_what_becomes_possible_moves_without_end() -> None:
    ((supposition,), _) = supposed(case_with("without: [never]", other="0%"))
    assert supposition.moved == {"h": -math.inf, "other": math.inf}


def test_an_event_left_with_nothing_to_tell_of_it_does_no_harm() -> None:
    text = case_with("without: [told]")
    assert "D801" not in codes(text)
    assert len(supposed(text)[0]) == 1


def test_an_event_added_with_nothing_to_tell_of_it_is_a_problem() -> None:
    idle = "add: {events: [{id: idle, text: Idle, expected: {h: 60%, other: 20%}}]}"
    text = case_with(idle)
    assert "D801" in codes(text)
    outcome = weighing(text)
    assert outcome.case is not None
    suppositions, problems = pipeline.suppose(outcome, outcome.case.what_if)
    assert not suppositions
    assert [problem.code for problem in problems] == ["D801"]
    assert "idle" in problems[0].message


def test_a_what_if_under_which_nothing_is_possible_is_a_problem() -> None:
    (suppositions, problems) = supposed(
        case_with("set: {events.seen.expected: {h: 0%, other: 0%}}")
    )
    assert not suppositions
    assert [problem.code for problem in problems] == ["D801"]


def test_a_what_if_too_large_to_weigh_is_a_problem_of_that_what_if(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    outcome = weighing(case_with("without: [told]"))
    assert outcome.case is not None

    def refuse(model: Model, query: int) -> Solution:
        raise TooLarge(plan_of(model, query).cost)

    monkeypatch.setattr(what_if, "solve", refuse)
    suppositions, (problem,) = pipeline.suppose(outcome, outcome.case.what_if)
    assert not suppositions
    assert problem.code == "D801"
    assert problem.at == outcome.case.what_if[0].at
    assert "'w'" in problem.message
