"""All mixtures as one graph, and what makes an item one that merely was not observed."""

import numpy as np
import pytest
from tests.debate.parting_cases import odds_of
from tests.meaning.line import case_text, sound_case

from deciban.case import Case
from deciban.compile import compile_case
from deciban.edit.difference import Between, blocks_of, differences
from deciban.edit.what_if import without
from deciban.findings.differing import frame, selectors
from deciban.findings.differing.asked import Question
from deciban.findings.differing.barren import same_unobserved
from deciban.findings.differing.lattice import Lattice
from deciban.findings.differing.player import paths_of
from deciban.findings.differing.together import standing
from deciban.findings.odds import log_odds

BODY = """
sources:
  she: {name: She, character: {honest: 60%, guesses: rest}, competence: 85%}
  he: {name: He, character: {honest: 70%, guesses: rest}, competence: 80%}
events:
  - {id: fact, text: A fact, expected: {h: 90%, other: 10%}}
  - {id: seen, text: Seen, known: yes, expected: {h: 60%, other: 20%}}
  - {id: heard, text: Heard, known: yes, expected: {h: 30%, other: 40%}}
  - {id: felt, text: Felt, known: yes, given: fact, expected: {yes: 30%, no: 40%}}
reports:
  - {id: told, of: fact, by: he}
  - {id: told_too, of: fact, by: she}
  - {id: again, of: seen, by: he}
"""
CASE = case_text(BODY)
AFTER = (
    CASE.replace("honest: 70%", "honest: 30%")
    .replace("competence: 85%", "competence: 60%")
    .replace("h: 60%, other: 20%", "h: 50%, other: 25%")
    .replace("h: 30%, other: 40%", "h: 20%, other: 45%")
    .replace("yes: 30%, no: 40%", "yes: 70%, no: 20%")
    .replace("prior: even", "prior: {h: 30%, other: rest}")
)


def _lattice(before: Case, after: Case) -> tuple[Lattice, Between]:
    found = differences(before, after)
    between = Between(before, after, found)
    players = standing(between, blocks_of(before, after, found))
    return Lattice(between, players, Question(before.question.answers, 1024)), between


@pytest.mark.parametrize("few", [0, 99])
def test_selectors_and_a_batch_are_what_each_mixture_comes_to(
    monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    monkeypatch.setattr(frame, "FEW", few)
    after = AFTER.replace("  - {id: told_too, of: fact, by: she}\n", "").replace(
        "known: yes, given", "given"
    )
    lattice, between = _lattice(sound_case(CASE), sound_case(after))
    assert len(lattice.players) == 8
    odds = log_odds(lattice.every())
    for column in range(256):
        taken = [each for place, each in enumerate(lattice.players) if column >> place & 1]
        assert odds[:, column] == pytest.approx(odds_of(between.mixed(paths_of(taken))), abs=1e-9)


def test_a_table_that_hangs_from_too_many_is_left_to_a_batch(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    lattice, _ = _lattice(sound_case(CASE), sound_case(AFTER))
    expected = lattice.every()
    monkeypatch.setattr(selectors, "MOST", 0)
    np.testing.assert_allclose(lattice.every(), expected, rtol=1e-10)


def test_one_number_in_many_tables_is_one_selector() -> None:
    before = sound_case(CASE)
    lattice, _ = _lattice(before, sound_case(CASE.replace("competence: 80%", "competence: 99%")))
    framed = lattice.framed(taken=False)
    model, chosen = selectors.with_selectors(framed)
    assert len(chosen) == 1
    hanging = [factor for factor in model.factors if chosen[0] in factor.variables]
    assert len(hanging) == 2  # he is heard of two events


@pytest.mark.parametrize("name", ["told", "told_too", "seen", "heard", "felt", "he", "fact"])
def test_a_case_without_an_item_is_the_case_in_which_it_was_not_observed(name: str) -> None:
    case = sound_case(CASE)
    less = without(case, (name,))
    assert isinstance(less, Case)
    models = [compile_case(each) for each in (case, less)]
    items = [{item.id for item in model.items} for model in models]
    gone = items[0] - items[1]
    assert gone
    query = models[0].variables[models[0].questions[case.question.id]].name
    assert same_unobserved(models[0], models[1], gone, query)
    assert not same_unobserved(models[0], models[1], (), query)


def test_a_case_in_which_something_else_differs_is_not() -> None:
    case = sound_case(CASE)
    texts = (CASE.replace("h: 30%", "h: 31%"), CASE.replace("competence: 85%", "competence: 84%"))
    for text in texts:
        less = without(sound_case(text), ("told",))
        assert isinstance(less, Case)
        models = [compile_case(each) for each in (case, less)]
        query = models[0].variables[models[0].questions[case.question.id]].name
        assert not same_unobserved(models[0], models[1], ("told",), query)


def test_a_relay_that_loses_its_origin_is_another_table() -> None:
    case = sound_case(CASE + "  - {id: passed, of: fact, by: she, relays: told}\n")
    less = without(case, ("told",))
    assert isinstance(less, Case)
    models = [compile_case(each) for each in (case, less)]
    query = models[0].variables[models[0].questions[case.question.id]].name
    assert not same_unobserved(models[0], models[1], ("told",), query)


def test_places_of_mixtures_read_the_first_player_as_the_lowest_bit() -> None:
    lattice, _ = _lattice(sound_case(CASE), sound_case(AFTER))
    every = log_odds(lattice.every())
    sets = frame.every_set(len(lattice.players))
    np.testing.assert_allclose(lattice.value(sets), every, atol=1e-9)
