"""A record that nobody has read moves nothing; what it would say rests on who would say it."""

from dataclasses import replace
from pathlib import Path
from random import Random
from typing import cast

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.meaning.line import case_text, chances, codes, problems, sound_case, weighed
from tests.meaning.small_cases import Data, number, small_cases, to_text
from tests.minds.little_case import ACT, UNSURE, little_case

from deciban.case import Case
from deciban.compile import compile_case
from deciban.engine import solve
from deciban.findings.weights import find_weights
from deciban.model import Model
from deciban.read import read_case

CASES = Path(__file__).parents[2] / "cases"
RANDOMS = st.randoms(use_true_random=False, note_method_calls=False)


def moves_nothing(case: Case) -> None:
    """Whatever is found of a case is found without its unseen records as well, to 1e-12."""
    assert case.unseen
    model, without = compile_case(case), compile_case(replace(case, unseen=()))
    query = model.questions[case.question.id]
    here = solve(model, query, derivatives=True)
    there = solve(without, query, derivatives=True)
    np.testing.assert_allclose(here.log_z, there.log_z, rtol=1e-12)
    for variable in model.questions.values():
        one, other = here.marginals()[variable], there.marginals()[variable]
        np.testing.assert_allclose(one, other, rtol=1e-12, atol=1e-12)
    same_weights(case, model, without)


def same_weights(case: Case, model: Model, without: Model) -> None:
    """Shares are sums over many orders and a little coarser."""
    here, there = find_weights(case, model).items, find_weights(case, without).items
    assert [item.id for item in here] == [item.id for item in there]
    for one, other in zip(here, there, strict=True):
        for answer, weight in one.weights.items():
            then = other.weights[answer]
            assert weight.alone == pytest.approx(then.alone, rel=1e-12, abs=2e-12)
            assert weight.last == pytest.approx(then.last, rel=1e-12, abs=2e-12)
            assert weight.share == pytest.approx(then.share, rel=1e-12, abs=1e-11)


@pytest.mark.parametrize("folder", ["barbarossa", "finance_director"])
def test_what_nobody_has_read_moves_nothing_in_the_cases_at_hand(folder: str) -> None:
    case = read_case(CASES / folder).case
    assert case is not None
    moves_nothing(case)


@settings(max_examples=15)
@given(small_cases(), RANDOMS)
def test_what_nobody_has_read_moves_nothing(case: Data, random: Random) -> None:
    pairs = [("e0", "s0"), ("e0", "s1"), ("e1", "s0"), ("e2", "desk"), ("e3", "archive")]
    unseen = [
        {"id": f"u{place}", "text": "U", "of": of, "by": by, "competence": number(random)}
        for place, (of, by) in enumerate(pairs)
    ]
    spoken = {(each["by"], each["of"]) for each in cast("list[Data]", case["reports"])}
    written = to_text({**case, "unseen": cast("Data", unseen)})
    assert spoken & {(by, of) for of, by in pairs}, "some record is of one who speaks already"
    moves_nothing(sound_case(written))


BODY = """
sources: {he: {name: He, reliability: B, competence: 70%}, she: {name: She}}
events: [{id: fact, text: A fact, expected: {h: 90%, other: 20%}}]
"""


def would_say(body: str, given: str = "h") -> float:
    """How likely the unseen record says yes, under a hypothesis."""
    case = sound_case(case_text(body))
    model = compile_case(case)
    (place,) = (place for place, each in enumerate(model.variables) if each.name == "u")
    solution = solve(model, model.questions["question"], given={}, derivatives=True)
    assert not any(item.id == "u" for item in model.items)
    return float(solution.marginal(place)[0, case.question.answers.index(given)])


def spoken(competence: float, honest: float, happened: float = 0.9) -> float:
    """How likely a source says so: honest with a slip of 5%, or guessing."""
    believes = happened * competence + (1 - happened) * (1 - competence)
    return honest * (0.95 * believes + 0.05 * (1 - believes)) + (1 - honest) * 0.5


def test_a_record_would_say_what_its_source_makes_of_the_event() -> None:
    assert would_say(BODY + "unseen: [{id: u, text: U, of: fact, by: he}]") == pytest.approx(
        spoken(0.70, 0.875)
    )


def test_a_record_may_be_better_informed_than_its_source_is_elsewhere() -> None:
    body = BODY + "unseen: [{id: u, text: U, of: fact, by: he, competence: 95%}]"
    assert would_say(body) == pytest.approx(spoken(0.95, 0.875))
    numbers = compile_case(sound_case(case_text(body))).numbers
    assert "unseen.u.competence" in [each.address for each in numbers]
    assert "sources.he.competence" not in [each.address for each in numbers]


def test_what_a_report_says_of_its_source_on_the_event_comes_first() -> None:
    stated = (
        BODY
        + """
reports: [{id: told, of: fact, by: he, competence: 95%}]
unseen: [{id: u, text: U, of: fact, by: he}]
"""
    )
    assert would_say(stated) == pytest.approx(spoken(0.95, 0.875))


@pytest.mark.parametrize("told", ["by: he", "by: she, relays: he"])
def test_a_record_unread_has_no_number_of_its_own_where_a_report_rests_on_the_same_belief(
    told: str,
) -> None:
    reports = BODY + f"reports: [{{id: told, of: fact, {told}}}]\n"
    unread = reports + "unseen: [{id: u, text: U, of: fact, by: he, competence: 95%}]"
    assert "D518" in codes(case_text(unread))
    bare = unread.replace(", competence: 95%", "")
    assert chances(case_text(bare)) == pytest.approx(chances(case_text(reports)), abs=1e-12)


def test_what_is_assumed_of_whoever_would_speak_is_listed() -> None:
    body = BODY + "unseen: [{id: u, text: U, of: fact, by: she}]"
    assumed = {each.what: each.where for each in weighed(case_text(body)).assumed}
    assert assumed == {
        "character": ("sources.she.reliability",),
        "competence": ("sources.she.competence",),
        "slip": ("assume.slip",),
    }


def test_a_record_of_an_act_may_lie_unread_and_moves_nothing() -> None:
    told = """\
events: [{id: order_given, text: He waited}]
sources: {he: {name: He}, she: {name: She}}
reports: [{id: told, of: order_given, by: he}]
unseen: [{id: u, text: U, of: order_given, by: she}]
"""
    text = little_case(UNSURE + ACT, told)
    assert not {problem.code for problem in problems(text) if problem.is_error}
    moves_nothing(sound_case(text))
