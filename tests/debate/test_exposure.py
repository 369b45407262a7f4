"""Exposure: what each would hold if the moves against him were sustained."""

from dataclasses import replace

import pytest
from tests.debate.folders import answers
from tests.debate.moving import LETTER, debated, move

from deciban.case import Case, Move, Position
from deciban.debate.exposure import Exposure, Sustained, find_exposure, find_exposures, open_moves
from deciban.debate.thread import find_thread
from deciban.edit.what_if import without
from deciban.read import Reading

LETTER_SAYS = move("ann rebut copied r-1", day_of_may=1, add=LETTER)
NEW = (
    "hypotheses: [{id: guessed, text: He guessed it, out_of: other, prior: 5%, "
    "expected: {copied: 90%}}]"
)


def exposure(case: Case, name: str | None = None) -> Exposure:
    position = next((each for each in case.positions if each.position == name), None)
    found = find_exposure(case, find_thread(case), position)
    assert isinstance(found, Exposure), found
    return found


def alone(found: Exposure) -> dict[str, Sustained]:
    return {each.moves[0]: each for each in found.alone}


def told(case: Case) -> dict[str, float]:
    return answers(Reading(replace(case, debate=(), positions=()), ()))


def test_an_undercut_sustained_is_the_case_without_the_item() -> None:
    case = debated("ann undercut copied u-1", "bob challenge miller c-1")
    found = exposure(case)
    assert found.held.probability == pytest.approx(told(case))
    for name, lost in (("u-1", "copied"), ("c-1", "miller")):
        holds = alone(found)[name].holds
        assert holds is not None
        assert holds.probability == pytest.approx(told(without(case, (lost,))))
    assert found.together is not None
    assert found.together.holds is not None
    both = told(without(case, ("copied", "miller")))
    assert found.together.holds.probability == pytest.approx(both)


def test_a_rebuttal_moves_by_the_weight_of_what_it_brings() -> None:
    found = alone(exposure(debated(LETTER_SAYS)))["r-1"]
    # Under *knew* the letter is four times less likely than under anything else: 10 log10(1/4).
    assert found.moved["knew"] == pytest.approx(-6.0206, abs=1e-4)


def test_what_moves_nothing_is_unquantified_and_no_question_is_counted() -> None:
    found = exposure(debated("ann rebut copied r-1", "bob ask wet q-1"))
    assert found.unquantified == ("r-1",)
    assert [each.moves for each in found.alone] == [("r-1",)]
    assert (found.largest, found.together) == (None, None)
    assert found.alone[0].holds == found.held


def test_what_leads_to_no_case_is_not_possible_and_says_why() -> None:
    found = exposure(debated(move("ann rebut copied r-1", add="events: [{id: note}]")))
    assert found.impossible == ("r-1",)
    assert found.alone[0].holds is None
    assert {each.code for each in found.alone[0].problems} == {"D202"}


def test_two_moves_that_bring_one_name_are_possible_each_but_not_together() -> None:
    again = move("bob rebut wet r-2", day_of_may=2, add=LETTER)
    found = exposure(debated(LETTER_SAYS, again))
    assert found.impossible == ()
    assert found.together is not None
    assert found.together.holds is None
    assert {each.code for each in found.together.problems} == {"D401"}


def names(moves: tuple[Move, ...]) -> list[str]:
    return [each.id for each in moves]


def test_open_is_what_is_neither_withdrawn_nor_defeated_nor_accepted() -> None:
    accepting = Position(position="cyd", stances={"u-3": "accept", "u-4": "reject"})
    talk = [f"ann undercut {item} u-{place}" for place, item in enumerate(("copied", "wet"), 1)]
    talk += ["ann undercut kept_key u-3", "bob undercut miller_saw u-4"]
    talk += ["ann withdraw u-1 w-1", "bob rebut u-2 r-2"]
    case = debated(*talk, positions=(accepting,))
    thread = find_thread(case)
    assert names(open_moves(case, thread, None)) == ["u-3", "u-4", "r-2"]
    assert names(open_moves(case, thread, accepting)) == ["u-4", "r-2"]


def test_an_undercut_of_a_move_that_he_accepted_takes_it_from_him() -> None:
    accepting = Position(position="cyd", stances={"r-1": "accept"})
    undercut = move("bob undercut r-1 u-1", day_of_may=2)
    defence = move("ann ask u-1 q-1", day_of_may=3)
    case = debated(LETTER_SAYS, undercut, defence, positions=(accepting,))
    found = alone(exposure(case, "cyd"))["u-1"]
    assert found.holds is not None
    assert found.holds.probability == pytest.approx(told(case))
    assert found.moved["knew"] == pytest.approx(6.0206, abs=1e-4)
    assert exposure(case).unquantified == ("u-1",)


def test_a_new_answer_sustained_is_told_beside_those_that_both_have() -> None:
    found = exposure(debated(move("ann hypothesis question h-1", add=NEW)))
    then = found.alone[0]
    assert then.holds is not None
    assert then.holds.probability["guessed"] > 0.05
    assert found.held.probability.keys() == {"knew", "unaware", "other"} == then.moved.keys()
    assert found.hypotheses["guessed"] == "He guessed it"


def test_decibans_moved_are_those_of_the_odds() -> None:
    found = exposure(debated("ann undercut copied u-1"))
    then = found.alone[0]
    assert then.holds is not None
    for name, moved in then.moved.items():
        assert moved == pytest.approx(then.holds.log_odds[name] - found.held.log_odds[name])
    assert then.most == max(then.moved, key=lambda name: abs(then.moved[name]))
    assert found.largest is then


def test_a_position_that_leads_nowhere_keeps_nobody_else_from_an_answer() -> None:
    bad = Position(position="bad", stances={"nothing_there": "accept"})
    good = Position(position="good", stances={"wet": "reject"})
    case = debated("ann undercut copied u-1", positions=(bad, good))
    found, problems = find_exposures(case, find_thread(case), case.positions)
    assert [each.name for each in found] == ["case", "good"]
    assert {each.code for each in problems} == {"D402"}
