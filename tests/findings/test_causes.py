"""Explaining away: by hand, and held against the sum over every story."""

import math
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.meaning.line import case_text, decibans, sound_case
from tests.meaning.small_cases import number

from deciban.compile import compile_case
from deciban.engine import enumerate_joint
from deciban.findings.causes import Taken, find_causes

#: A scribe's slips explain a wrong date that would otherwise speak of forgery.
WRONG_YEAR = """
questions:
  poor_clerk:
    ask: Was the scribe careless?
    hypotheses: {yes: He was, no: He was not}
    prior: {yes: 30%, no: rest}
events:
  - id: wrong_year
    text: The year is wrong
    known: yes
    expected: {h: 40%, other: 5%}
    also_caused_by: {poor_clerk.yes: 25%}
"""


def taken(body: str) -> tuple[Taken, ...]:
    case = sound_case(case_text(body))
    return find_causes(case, compile_case(case))


def test_a_cause_takes_what_the_event_would_have_said_without_it() -> None:
    (found,) = taken(WRONG_YEAR)
    assert (found.item, found.event, found.cause) == ("wrong_year", "wrong_year", "poor_clerk.yes")
    assert found.power == 0.25
    as_it_is = decibans((0.3 * 0.55 + 0.7 * 0.40) / (0.3 * 0.2875 + 0.7 * 0.05))
    assert found.weight["question"]["h"] == pytest.approx(as_it_is)
    assert found.without["question"]["h"] == pytest.approx(decibans(8))
    assert found.takes["question"]["h"] == pytest.approx(decibans(8) - as_it_is)
    assert found.takes["question"]["other"] == pytest.approx(as_it_is - decibans(8))


def test_a_cause_without_power_would_be_told_nothing_of() -> None:
    (found,) = taken(WRONG_YEAR)
    likelier = decibans((0.55 + 0.2875) / (0.40 + 0.05))
    assert found.weight["poor_clerk"]["yes"] == pytest.approx(likelier)
    assert found.without["poor_clerk"]["yes"] == pytest.approx(0.0, abs=1e-9)
    assert found.takes["poor_clerk"]["yes"] == pytest.approx(-likelier)


def test_the_surer_the_cause_the_more_it_takes() -> None:
    blots = """
  - {id: blots, text: Blots, known: yes, given: poor_clerk, expected: {yes: 60%, no: 10%}}
"""
    (before,), (after,) = taken(WRONG_YEAR), taken(WRONG_YEAR + blots)
    assert after.without["question"]["h"] == pytest.approx(decibans(8))
    assert after.takes["question"]["h"] > before.takes["question"]["h"] + 1


def test_without_its_only_cause_an_event_may_be_impossible() -> None:
    (found,) = taken(WRONG_YEAR.replace("{h: 40%, other: 5%}", "{h: 0%, other: 0%}"))
    assert found.weight["question"]["h"] == pytest.approx(0.0, abs=1e-9)
    assert found.weight["poor_clerk"]["yes"] == math.inf
    assert (found.without, found.takes) == ({}, {})


def test_reports_and_silences_lose_by_a_cause_as_well() -> None:
    told = (
        WRONG_YEAR.replace("    known: yes\n", "")
        + """
sources: {monk: {reliability: B, competence: 90%}, rolls: {name: Rolls}}
reports: [{id: monk_saw, of: wrong_year, by: monk}]
silences: [{id: no_note, of: wrong_year, by: rolls, made: 50%}]
"""
    )
    found = taken(told)
    assert [each.item for each in found] == ["monk_saw", "no_note"]
    assert found[0].takes["question"]["h"] > 0
    assert found[1].takes["question"]["h"] < 0


RANDOMS = st.randoms(use_true_random=False, note_method_calls=False)


def two_causes(random: Random) -> str:
    """An event that hangs from the question and has two rival causes, one of them a question's."""
    chance = {name: number(random) for name in "abcdefghijk"}
    return """
sources: {{he: {{character: {{honest: {i}, guesses: rest}}, competence: {j}}}}}
questions:
  q: {{ask: And, hypotheses: {{yes: It was, no: It was not}}, prior: {{yes: {a}, no: rest}}}}
  far: {{ask: And, hypotheses: {{yes: It was, no: It was not}}, prior: {{yes: {k}, no: rest}}}}
events:
  - {{id: cause, text: Cause, expected: {{h: {b}, other: {c}}}}}
  - {{id: hint, text: Hint, known: yes, given: cause, expected: {{yes: {d}, no: {e}}}}}
  - {{id: off, text: Off, known: no, given: far, expected: {{yes: {d}, no: {e}}}}}
  - id: effect
    text: Effect
    expected: {{h: {f}, other: {g}}}
    also_caused_by: {{q.yes: {h}, cause.no: {a}}}
reports: [{{id: told, of: effect, by: he}}]
""".format(**chance)


@settings(max_examples=10)
@given(RANDOMS)
def test_what_a_cause_takes_is_what_the_sum_over_every_story_says(random: Random) -> None:
    case = sound_case(case_text(two_causes(random)))
    model = compile_case(case)
    everything = {item.variable: item.state for item in model.items}
    told = next(item.variable for item in model.items if item.id == "told")
    rest = {variable: state for variable, state in everything.items() if variable != told}
    found = find_causes(case, model)
    assert [each.cause for each in found] == ["q.yes", "cause.no"]
    for each in found:
        numbers = model.centrals.copy()
        (place,) = (
            place
            for place, written in enumerate(model.numbers)
            if written.address == f"events.effect.also_caused_by.{each.cause}"
        )
        assert each.power == numbers[place]
        assert set(each.weight) == {"question", "q"}
        for power, weights in ((numbers[place], each.weight), (0.0, each.without)):
            numbers[place] = power
            for name, by_answer in weights.items():
                query = model.questions[name]
                with_it = enumerate_joint(model, query, everything, numbers)
                without = enumerate_joint(model, query, rest, numbers)
                last = (10 / np.log(10)) * np.diff([np.diff(without), np.diff(with_it)], axis=0)
                first = next(iter(by_answer.values()))
                assert first == pytest.approx(-float(last[0, 0]), abs=1e-9)
        for name, by_answer in each.takes.items():
            for answer, takes in by_answer.items():
                gap = each.without[name][answer] - each.weight[name][answer]
                assert takes == pytest.approx(gap, abs=1e-12)


def test_a_case_without_rival_causes_has_nothing_taken() -> None:
    assert not taken("events: [{id: e, text: E, known: yes, expected: {h: 60%, other: 30%}}]")
