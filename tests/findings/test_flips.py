"""The value at which the leader changes, against a walk in small steps."""

import math
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from tests.findings.bounds_cases import case_of, randoms, ranged_case, solved

from deciban.case import Case
from deciban.engine import solve
from deciban.findings.flips import Flip, count_steady, find_flips
from deciban.model import Model
from deciban.model.row import legs_of

STEPS = 400


def flips_of(case: Case) -> dict[str, Flip]:
    return {flip.address: flip for flip in find_flips(case.question.answers, *solved(case))}


def changes_in_steps(model: Model, query: int, number: int) -> list[tuple[float, float]]:
    """Between which values of a number the leader changes, on a walk over all its legs."""
    columns = []
    for leg in legs_of(model, number):
        end = model.numbers[number].high if math.isinf(leg.end) else leg.end
        for value in np.linspace(leg.start, end, STEPS):
            column = model.centrals.copy()
            column[[number, *leg.others]] = [value, *leg.others_at(float(value))]
            columns.append(column)
    if not columns:
        return []
    points = np.array(columns).T
    posterior = solve(model, query, numbers=points).posterior
    clear = np.sort(posterior, axis=0)
    certain = clear[-1] - clear[-2] > 1e-9
    leader, values = posterior.argmax(axis=0)[certain], points[number][certain]
    central = model.centrals[number]
    turns = np.flatnonzero(leader[1:] != leader[:-1])
    pairs = [(float(values[turn]), float(values[turn + 1])) for turn in turns]
    below = [pair for pair in pairs if pair[0] < central]
    above = [pair for pair in pairs if pair[1] > central]
    return [*below[-1:], *above[:1]]


@settings(max_examples=40, deadline=None)
@given(randoms())
def test_the_flip_is_the_nearest_change_that_small_steps_find(random: Random) -> None:
    case = ranged_case(random, ranges=8)
    model, solution = solved(case)
    found = {flip.address: flip for flip in find_flips(case.question.answers, model, solution)}
    for place, number in enumerate(model.numbers):
        stepped = changes_in_steps(model, solution.query, place)
        flip = found.get(number.address)
        if stepped:
            assert flip is not None, number
        if flip is None or (flip.at > number.high and number.measure == "ratio"):
            continue
        nearest = [pair for pair in stepped if pair[0] - 1e-9 <= flip.at <= pair[1] + 1e-9]
        tiny = [leg for leg in legs_of(model, place) if (leg.end - leg.start) < math.inf]
        step = max(leg.end - leg.start for leg in tiny) / STEPS if tiny else math.inf
        assert nearest or step * 2 > abs(flip.at - number.central) or not stepped, (flip, stepped)


@settings(max_examples=30, deadline=None)
@given(randoms())
def test_two_answers_are_level_at_the_flip(random: Random) -> None:
    case = ranged_case(random, ranges=8)
    model, solution = solved(case)
    places = {number.address: place for place, number in enumerate(model.numbers)}
    for flip in find_flips(case.question.answers, model, solution):
        if flip.measure == "ratio" and flip.at > flip.high:
            continue
        number = places[flip.address]
        leg = next(leg for leg in legs_of(model, number) if leg.start <= flip.at <= leg.end)
        point = model.centrals.copy()
        point[[number, *leg.others]] = [flip.at, *leg.others_at(flip.at)]
        first, second = np.sort(solve(model, solution.query, numbers=point).posterior)[[-1, -2]]
        assert first == pytest.approx(second, rel=1e-6)


ONE_EVENT = """
events:
  - {id: seen, text: Seen, known: yes, expected: {h: 60..80%, other: 35%}}
"""


def test_a_number_flips_where_it_no_longer_tells_the_answers_apart() -> None:
    flips = flips_of(case_of(ONE_EVENT))
    h, other = flips["events.seen.expected.h"], flips["events.seen.expected.other"]
    assert h.at == pytest.approx(0.35)
    assert other.at == pytest.approx(0.7)
    assert h.leader == other.leader == "other"
    assert h.distance == pytest.approx(other.distance)
    assert h.distance == pytest.approx(10 * math.log10((0.7 / 0.3) / (0.35 / 0.65)))


@pytest.mark.parametrize(("low", "inside"), [(30, True), (40, False)])
def test_a_flip_is_inside_where_its_author_would_stand_behind_it(low: int, inside: bool) -> None:  # noqa: FBT001 (a parameter of the test)
    body = ONE_EVENT.replace("60..80%", f"70% ({low}..80%)")
    assert flips_of(case_of(body))["events.seen.expected.h"].inside is inside


def test_nearest_in_decibans_comes_first() -> None:
    case = case_of("""
    events:
      - {id: sharp, text: Sharp, known: yes, expected: {h: 20%, other: 1%}}
      - {id: blunt, text: Blunt, known: yes, expected: {h: 60%, other: 50%}}
    """)
    found = [flip.distance for flip in find_flips(case.question.answers, *solved(case))]
    assert found == sorted(found)
    assert found


def test_a_number_without_a_range_flips_as_well() -> None:
    flip = flips_of(case_of(ONE_EVENT))["events.seen.expected.other"]
    assert flip.low == flip.high == flip.central
    assert not flip.inside


def test_the_prior_flips_where_the_odds_are_even_and_the_rest_makes_room() -> None:
    case = case_of(ONE_EVENT, prior="{h: 50%, other: rest}")
    flip = flips_of(case)["question.prior.h"]
    assert flip.at == pytest.approx(1 / 3)
    assert not flip.together


def test_points_that_fill_a_row_must_be_written_together() -> None:
    case = case_of(ONE_EVENT, prior="{h: 50%, other: 50%}")
    flip = flips_of(case)["question.prior.h"]
    assert flip.at == pytest.approx(1 / 3)
    assert flip.together == {"question.prior.other": pytest.approx(2 / 3)}


def test_a_weight_may_have_to_go_beyond_its_range() -> None:
    case = case_of("""
    events:
      - {id: seen, text: Seen, known: yes, expected: {h: 70%, other: 7%}}
      - {id: study, text: A study, known: yes, weight: {other: x1..x4}}
    """)
    flip = flips_of(case)["events.study.weight.other"]
    assert flip.at == pytest.approx(10.0)
    assert flip.distance == pytest.approx(10 * math.log10(10 / 2))
    assert not flip.inside


def test_what_the_answer_does_not_hang_on_never_flips_it() -> None:
    case = case_of("""
    questions:
      aside: {ask: And?, hypotheses: {yes: Yes, no: No}, prior: {yes: 10..90%, no: rest}}
    events:
      - {id: seen, text: Seen, known: yes, expected: {h: 60%, other: 50%}}
      - {id: elsewhere, text: Elsewhere, known: yes, given: aside, expected: {yes: 9%, no: 5%}}
    """)
    model, solution = solved(case)
    flips = find_flips(case.question.answers, model, solution)
    assert {flip.address.split(".")[1] for flip in flips} == {"seen"}
    assert count_steady(model, flips) == len(model.numbers) - 2


def test_a_number_written_as_impossible_is_endlessly_far_from_its_flip() -> None:
    case = case_of("""
    events:
      - {id: seen, text: Seen, known: yes, expected: {h: 60%, other: 0%}}
    """)
    flip = flips_of(case)["events.seen.expected.other"]
    assert flip.at == pytest.approx(0.6)
    assert flip.distance == math.inf


def test_an_impossible_answer_is_no_rival_unless_a_number_makes_it_possible() -> None:
    case = case_of(
        """
    events:
      - {id: seen, text: Seen, known: yes, expected: {a: 60%, b: 30%, c: 0%}}
    """,
        hypotheses="{a: A, b: B, c: C}",
        prior="{a: 30%, b: 30%, c: rest}",
    )
    flips = flips_of(case)
    assert flips["events.seen.expected.a"].leader == "b"
    assert flips["events.seen.expected.c"].at == pytest.approx(0.6 * 0.3 / 0.4)
    assert flips["events.seen.expected.c"].leader == "c"


def test_a_slip_that_stands_in_many_tables_flips_at_the_root_of_a_high_power() -> None:
    told = "".join(f"  - {{id: r{n}, of: fact, by: he, says: yes}}\n" for n in range(30))
    case = case_of(
        """
    sources: {he: {name: He, character: {honest: 100%}, competence: 100%}}
    assume: {slip: 10%}
    events:
      - {id: fact, text: A fact, expected: {h: 90%, other: 10%}}
    reports:
"""
        + "".join(f"    {line}\n" for line in told.splitlines())
    )
    flip = flips_of(case)["assume.slip"]
    assert flip.degree >= 30
    assert flip.at == pytest.approx(0.5, abs=1e-12)


def test_a_touch_is_no_change_of_leader() -> None:
    case = case_of("""
    events:
      - {id: seen, text: Seen, known: yes, expected: {h: 60%, other: 100%}}
      - {id: more, text: More, known: yes, expected: {h: 60%, other: 30%}}
    """)
    flips = flips_of(case)
    assert "events.seen.expected.other" not in flips  # it would have to exceed certainty


@pytest.mark.parametrize(("ends", "inside"), [("20..40%", False), ("20..41%", True)])
def test_a_tie_at_the_end_of_a_range_is_no_change_inside_it(ends: str, *, inside: bool) -> None:
    prior = f"{{a: 30% ({ends}), b: 20%, c: rest}}"
    case = case_of("", prior=prior, hypotheses="{a: One, b: Two, c: Three}")
    found = find_flips(case.question.answers, *solved(case))
    (flip,) = (each for each in found if each.address == "question.prior.a")
    assert flip.at == pytest.approx(0.4)
    assert flip.inside is inside
