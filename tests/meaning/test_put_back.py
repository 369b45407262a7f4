"""Flip points put back into the text flip the leader, through the whole line.

A letter (``sources.x.reliability``) stands for a chance of *honest*, with *guesses* for the rest;
it is put back as that character in the letter's place. A source of which the case says nothing
has a record made for it first.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from tests.findings.bounds_cases import case_of, randoms, ranged_case

from deciban.case import Case, Source
from deciban.checks import errors_of
from deciban.compile import compile_case
from deciban.edit import apply_what_if, what_if_of
from deciban.engine import solve
from deciban.findings.flips import Flip, count_steady, find_flips
from deciban.findings.odds import DECIBANS
from deciban.model import Model, legs_of
from deciban.problem import Problem
from deciban.read import read_case

CASES = Path(__file__).parents[2] / "cases"
STEP = 0.02
"""How far to either side of a flip the leader is looked at, in decibans."""


def leader_of(case: Case) -> str:
    model = compile_case(case)
    solution = solve(model, model.questions[case.question.id])
    return case.question.answers[int(solution.posterior.argmax())]


def flips_of(case: Case) -> tuple[Model, tuple[Flip, ...]]:
    model = compile_case(case)
    solution = solve(model, model.questions[case.question.id], derivatives=True)
    return model, find_flips(case.question.answers, model, solution)


def written(measure: str, value: float) -> str:
    """A value as one would write it."""
    return f"x{value:.15f}" if measure == "ratio" else f"{value:.17f}"


def settings_for(address: str, value: str) -> tuple[str, str]:
    """What to set, to what, for a number at an address."""
    if not address.endswith(".reliability"):
        return address, value
    return address.replace(".reliability", ".character"), f"{{honest: {value}, guesses: rest}}"


def put_back(case: Case, values: Mapping[str, str]) -> Case:
    """The case with these values written into it, checked as any other."""
    for address in values:
        head, name, *rest = address.split(".")
        if head == "sources":
            source = case.sources.get(name) or Source(id=name)
            letter = None if rest == ["reliability"] else source.reliability
            sources = {**case.sources, name: replace(source, reliability=letter)}
            case = replace(case, sources=sources)
    stated = [(place, value) for each, value in values.items() for place in places_of(case, each)]
    return edited(case, dict(settings_for(*pair) for pair in stated))


def places_of(case: Case, address: str) -> list[str]:
    """Every place that states the number at an address.

    Whether an archive was kept is one number, which each of its silences may state; so is a
    competence behind several reports.
    """
    match address.split("."):
        case ["silences", name, "survives"]:
            by = next(each.by for each in case.silences if each.id == name)
            same = [each.id for each in case.silences if each.by == by and each.survives]
            return [f"silences.{each}.survives" for each in same]
        case ["reports", name, "competence"]:
            told = next(each for each in case.reports if each.id == name)
            said = [each for each in case.reports if (each.by, each.of) == (told.by, told.of)]
            own = [each.id for each in said if each.competence and not each.relays]
            return [f"reports.{each}.competence" for each in own]
        case _:
            return [address]


def edited(case: Case, values: Mapping[str, str]) -> Case:
    what_if = what_if_of([f"{address}={value}" for address, value in values.items()], [])
    assert not isinstance(what_if, Problem), what_if
    outcome = apply_what_if(case, what_if)
    assert isinstance(outcome, Case), outcome
    assert not errors_of(outcome), errors_of(outcome)
    return outcome


def beside(flip: Flip) -> tuple[float, float] | None:
    """Values a step nearer to the central value, and a step further; None where there is none."""
    if not 1e-9 < flip.at < (1e9 if flip.measure == "ratio" else 1.0 - 1e-9):
        return None
    way = STEP / DECIBANS * (1.0 if flip.at > flip.central else -1.0)
    room = flip.at if flip.measure == "ratio" else flip.at * (1.0 - flip.at)
    return flip.at - way * room, flip.at + way * room


def leaders_beside(case: Case, model: Model, flip: Flip) -> tuple[str, str] | None:
    """Who leads a step nearer and a step further, by the text."""
    values = beside(flip)
    if values is None:
        return None
    place = next(n for n, number in enumerate(model.numbers) if number.address == flip.address)
    legs = [leg for leg in legs_of(model, place) if leg.start <= flip.at <= leg.end]
    found = []
    for value in values:
        if not legs[0].start <= value <= legs[-1].end:
            return None
        others = zip(legs[0].others, legs[0].others_at(value), strict=True)
        hand = {model.numbers[other].address: f"{at:.17f}" for other, at in others}
        together = {name: hand[name] for name in flip.together}
        number = {flip.address: written(flip.measure, value)}
        found.append(leader_of(put_back(case, {**number, **together})))
    return found[0], found[1]


def flips_both_ways(case: Case) -> Iterator[tuple[Flip, str, str]]:
    model, flips = flips_of(case)
    for flip in flips:
        leaders = leaders_beside(case, model, flip)
        if leaders is not None:
            yield flip, *leaders


@pytest.mark.parametrize("name", ["barbarossa", "finance_director"])
def test_flips_of_the_cases_put_back_into_the_text_flip_the_leader(name: str) -> None:
    case = read_case(CASES / name).case
    assert case is not None
    before = leader_of(case)
    tried = list(flips_both_ways(case))
    assert tried
    for flip, nearer, further in tried:
        assert (nearer, further) == (before, flip.leader), flip


@settings(max_examples=40, deadline=None)
@given(randoms())
def test_flips_of_small_cases_put_back_into_the_text_flip_the_leader(random: Random) -> None:
    case = ranged_case(random, ranges=8, rows=2)
    before = leader_of(case)
    for flip, nearer, further in flips_both_ways(case):
        assert (nearer, further) == (before, flip.leader), flip


@pytest.mark.parametrize("value", [0.02, 0.3, 0.98])
def test_a_number_that_never_flips_leaves_the_leader_wherever_it_is_put(value: float) -> None:
    case = read_case(CASES / "finance_director").case
    assert case is not None
    model, flips = flips_of(case)
    flipping = {flip.address for flip in flips}
    before = leader_of(case)
    steady = [
        (place, number)
        for place, number in enumerate(model.numbers)
        if number.address not in flipping and number.measure != "ratio"
    ]
    assert count_steady(model, flips) >= len(steady)
    for place, number in steady[::4]:
        if any(leg.start < value < leg.end and not leg.by_hand for leg in legs_of(model, place)):
            assert leader_of(put_back(case, {number.address: str(value)})) == before, number


LETTERED = """
sources: {he: {name: He, reliability: B}, she: {name: She}}
assume: {slip: 1%}
events:
  - {id: fact, text: A fact, expected: {h: 95%, other: 5%}}
  - {id: against, text: Against, known: yes, expected: {h: 30%, other: 60%}}
reports:
  - {id: told, of: fact, by: he}
  - {id: heard, of: fact, by: she, says: no}
"""


def test_a_letter_an_assumed_letter_and_an_assumed_competence_can_be_put_back() -> None:
    case = case_of(LETTERED)
    before = leader_of(case)
    tried = list(flips_both_ways(case))
    for flip, nearer, further in tried:
        assert (nearer, further) == (before, flip.leader), flip
    found = {flip.address for flip, _, _ in tried}
    assert found >= {
        "sources.he.reliability",
        "sources.she.reliability",
        "sources.she.competence",
    }
