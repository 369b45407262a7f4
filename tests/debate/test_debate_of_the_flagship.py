"""The debate that the flagship carries: whom it reads, what they hold, and what that comes to."""

import math
import re
from functools import cache
from pathlib import Path

import pytest

from deciban.case import Case, Move, Position
from deciban.case.debate import MOVES
from deciban.checks.positions import check_position
from deciban.debate.crux import Crux, Dispute
from deciban.debate.cruxes import find_crux
from deciban.debate.debaters import Debater, find_debaters
from deciban.edit.position import ACCEPT, holdings
from deciban.edit.sustained import quantified
from deciban.read import read_case

ROOT = Path(__file__).parents[2]
FLAGSHIP = ROOT / "cases" / "barbarossa"
PAGE = ROOT / "docs" / "barbarossa-debate.md"
#: What the notes of the case name its facts by: C27, W09, H07b.
ENTRY = re.compile(r"\b[PCWDKSHM]\d\d?b?\b")


@cache
def _case() -> Case:
    case = read_case(FLAGSHIP).case
    assert case is not None
    return case


@cache
def _debaters() -> dict[str, Debater]:
    debaters, problems = find_debaters(_case())
    assert [str(each) for each in problems if each.is_error] == []
    return {each.name: each for each in debaters}


def _log_odds(name: str, answer: str) -> float:
    answers = {each.id: each.probability for each in _debaters()[name].held.answers}
    return 10 * math.log10(answers[answer] / (1 - answers[answer]))


def _leader(name: str) -> str:
    return max(_debaters()[name].held.answers, key=lambda each: each.probability).id


def _plan_of_1941(name: str) -> float:
    [plan] = [each for each in _debaters()[name].posteriors if each.question == "own_plan"]
    return next(each.probability for each in plan.answers if each.id == "in_1941")


POSITIONS = [pytest.param(each, id=each.position) for each in _case().positions]
MADE = [pytest.param(each, id=each.id) for each in _case().debate]


@pytest.mark.parametrize("position", POSITIONS)
def test_a_position_speaks_of_the_case_as_it_is(position: Position) -> None:
    assert [str(each) for each in check_position(_case(), position)] == []
    assert position.reads == f"sha256:{_case().digest}"


@pytest.mark.parametrize("position", POSITIONS)
def test_a_position_says_that_it_is_our_reading(position: Position) -> None:
    assert position.name is not None
    assert position.name.endswith(", as read here")
    text = position.text or ""
    assert "our reading" in text
    assert "never gave a number" in text or "gave no number" in text
    assert position.cite


@pytest.mark.parametrize("position", POSITIONS)
def test_every_number_held_says_what_it_was_and_on_which_entry_it_rests(position: Position) -> None:
    for held in holdings(_case(), position).values():
        assert held.value is not None, held.address
        assert held.was is not None, held.address
        assert ENTRY.search(held.because or ""), held.address


@pytest.mark.parametrize("move", MADE)
def test_a_move_is_filed_under_its_name_by_somebody_read_here(move: Move) -> None:
    assert move.at.file.endswith(f"/debate/{move.id}.yaml")
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*-[a-z0-9]{4}", move.id)
    assert move.author in {each.position for each in _case().positions}
    assert "our reading" in (move.note or "")
    assert ENTRY.search(move.note or "")


def test_every_kind_of_move_occurs_that_the_case_has_room_for() -> None:
    # A new hypothesis needs a catch-all with a prior, and this question's prior is a mind.
    assert {each.move for each in _case().debate} == set(MOVES) - {"hypothesis"}


def test_whoever_makes_a_move_that_moves_numbers_and_keeps_it_holds_it_himself() -> None:
    taken_back = {each.target for each in _case().debate if each.move == "withdraw"}
    by_name = {each.position: each for each in _case().positions}
    for move in _case().debate:
        if quantified(_case(), move):
            stance = by_name[move.author].stances.get(move.id)
            assert (stance == ACCEPT) is (move.id not in taken_back), move.id


def test_every_position_comes_to_an_answer() -> None:
    assert len(_debaters()) == len(_case().positions)
    for name, debater in _debaters().items():
        assert all(math.isfinite(_log_odds(name, each.id)) for each in debater.held.answers)


def test_the_premises_of_the_seed_thread_do_not_come_to_its_conclusion() -> None:
    assert _leader("thread") == "demands"
    assert _log_odds("thread", "kept") > max(
        _log_odds(name, "kept") for name in _debaters() if name != "thread"
    )


def test_the_seed_thread_and_gorodetsky_lie_far_apart() -> None:
    assert _log_odds("gorodetsky", "demands") - _log_odds("thread", "demands") > 10


def test_who_reads_a_soviet_blow_into_that_summer_does_not_therefore_expect_a_german_one() -> None:
    planned = {name for name in _debaters() if _plan_of_1941(name) > 0.5}
    assert planned == {"suvorov", "meltiukhov"}
    assert all(_leader(name) == "demands" for name in planned)


@cache
def _crux(one: str, other: str) -> Crux:
    return find_crux(_case(), _debaters()[one], _debaters()[other])


def _dispute(crux: Crux, address: str) -> Dispute:
    return next(each for each in crux.disputes if each.address == address)


def test_the_first_crux_with_the_seed_thread_is_how_much_evidence_moved_him() -> None:
    crux = _crux("thread", "gorodetsky")
    first = crux.disputes[0]
    assert first.address == "actors.stalin.weight_on_evidence"
    assert 0 in crux.cruxes
    assert first.share > crux.gap / 2


def test_mistrust_of_the_british_is_no_crux_with_the_seed_thread() -> None:
    crux = _crux("thread", "gorodetsky")
    british = _dispute(crux, "actors.stalin.trusts.britain")
    assert abs(british.share) < 1
    assert crux.disputes.index(british) not in crux.cruxes


def test_whether_he_meant_to_strike_is_a_large_dispute_that_does_not_matter() -> None:
    crux = _crux("suvorov", "gorodetsky")
    plan = _dispute(crux, "questions.own_plan.prior")
    assert max(each.apart or 0 for each in plan.values) > 20
    assert abs(plan.share) < 1
    assert crux.disputes.index(plan) not in crux.cruxes


def _told() -> dict[str, list[str]]:
    """The rows of the page's table of answers, by position."""
    lines = PAGE.read_text(encoding="utf-8").splitlines()
    rows = [[cell.strip(" `") for cell in line.strip("|").split("|")] for line in lines]
    return {row[0]: row[1:] for row in rows if len(row) == 5 and row[0] in _debaters()}


def test_the_page_on_this_debate_tells_what_everybody_comes_to() -> None:
    assert _told().keys() == _debaters().keys()
    for name, (likeliest, decibans, _, plan) in _told().items():
        leads = max(_debaters()[name].held.answers, key=lambda each: each.probability)
        figure = ">99%" if leads.probability > 0.995 else f"{leads.probability:.0%}"
        assert likeliest.startswith(f"{leads.id}` {figure}"), name
        assert decibans == f"{_log_odds(name, 'demands'):+.0f}", name
        assert plan == f"{_plan_of_1941(name):.0%}", name
