"""The debate as an argument: what stands, and whose turn it is."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.debate.folders import answers, folder, held
from tests.debate.moving import BY_BAILIFF, LETTER, debated, labels, move, standings
from tests.debate.parting_cases import CASE

from deciban.case import Case, Move, Position
from deciban.checks.moves import check_moves
from deciban.debate.thread import Thread, find_thread, sound_moves, standing_moves
from deciban.node import Mapping, Scalar
from deciban.pipeline import seen
from deciban.read import Reading, read_case
from deciban.span import Span
from deciban.standing import Label


def test_a_claim_stands_until_it_is_attacked_and_again_once_the_attack_is_defeated() -> None:
    attack, defence = "ann rebut copied r-1", "bob undercut r-1 u-1"
    assert labels(attack) == {"events.copied": "out", "r-1": "in"}
    assert labels(attack, defence) == {"events.copied": "in", "r-1": "out", "u-1": "in"}


def test_an_unanswered_question_leaves_its_target_undecided_rather_than_out() -> None:
    asked = "ann ask miller_saw q-1"
    assert labels(asked) == {"reports.miller_saw": "undecided", "q-1": "undecided"}
    assert labels(asked, "bob rebut q-1 a-1")["reports.miller_saw"] == "in"


def test_a_question_whose_answer_is_defeated_waits_again() -> None:
    found = labels("ann ask miller_saw q-1", "bob rebut q-1 a-1", "cyd undercut a-1 u-1")
    assert found["q-1"] == found["reports.miller_saw"] == "undecided"


def test_a_challenge_falls_on_every_claim_through_the_source_that_is_argued() -> None:
    found = labels("ann ask miller_saw q-1", "bob ask bailiff_saw q-2", "cyd challenge miller c-1")
    assert found["sources.miller"] == found["reports.miller_saw"] == "out"
    assert found["reports.bailiff_saw"] == "undecided"


def test_a_challenge_falls_on_a_rebuttal_that_rests_on_the_source() -> None:
    rebuttal = move("ann rebut walked r-1", add=BY_BAILIFF)
    found = labels(rebuttal, "bob challenge bailiff c-1")
    assert (found["r-1"], found["events.walked"]) == ("out", "in")
    assert labels(rebuttal, "bob challenge miller c-1")["r-1"] == "in"


def test_a_source_that_vouches_for_itself_is_undecided_and_each_side_may_be_taken() -> None:
    vouching = move("bob rebut c-1 r-1", day_of_may=2, add=BY_BAILIFF)
    found = standings("ann challenge bailiff c-1", vouching)
    assert {each.label for each in found.values()} == {Label.UNDECIDED}
    assert found["sources.bailiff"].preferred == (Label.IN, Label.OUT)
    assert found["sources.bailiff"].stable == (Label.IN, Label.OUT)


def test_preferred_and_stable_labels_are_told_only_where_they_say_more() -> None:
    found = standings("ann rebut copied r-1", "bob ask kept_key q-1")
    assert [(each.preferred, each.stable) for each in found.values()] == [((), ())] * 4


def test_an_undercut_of_a_number_is_one_of_the_item_and_falls_on_its_rows() -> None:
    number = "events.copied.expected.knew"
    found = standings(f"ann rebut {number} r-1", f"bob undercut {number} u-1")
    assert found["u-1"].answers == ("events.copied", "events.copied.expected")
    assert found["events.copied.expected"].label is Label.OUT


def test_a_number_stands_for_its_row_and_its_words_are_those_of_the_case() -> None:
    found = standings("ann rebut question.prior.knew r-1", "bob ask sources.miller.competence q-1")
    assert [name for name in found if found[name].move is None] == [
        "question.prior",
        "sources.miller.competence",
    ]
    assert found["question.prior"].about == "Did the steward know?"


def test_a_withdrawn_move_attacks_nothing_and_stays_to_be_seen() -> None:
    found = standings("ann rebut copied r-1", "ann withdraw r-1 w-1")
    assert found["events.copied"].label is Label.IN
    assert (found["r-1"].withdrawn, found["r-1"].answers) == (True, ())
    assert find_thread(debated("ann rebut copied r-1", "ann withdraw r-1 w-1")).depth == {
        "events.copied": 0,
        "r-1": 1,
        "w-1": 2,
    }


def test_whoever_concedes_a_claim_has_given_up_his_attacks_on_it_and_nobody_elses() -> None:
    both = ("ann rebut copied r-1", "bob rebut copied r-2")
    found = standings(*both, "ann concede copied k-1")
    assert (found["r-1"].withdrawn, found["r-2"].withdrawn) == (True, False)
    assert found["events.copied"].label is Label.OUT
    assert found["events.copied"].conceded == ("ann",)
    assert standings(both[0], "ann concede copied k-1")["events.copied"].label is Label.IN


def test_what_is_given_up_by_conceding_is_told_apart_from_what_is_withdrawn() -> None:
    found = standings("ann rebut copied r-1", "ann concede copied k-1")
    assert (found["r-1"].withdrawn, found["r-1"].given_up) == (True, True)
    found = standings("ann rebut copied r-1", "ann withdraw r-1 w-1")
    assert (found["r-1"].withdrawn, found["r-1"].given_up) == (True, False)


def test_a_withdrawal_makes_no_mistake_of_an_answer_of_the_same_day() -> None:
    """Nobody can tell which of the two came first, so nobody can spoil another's move by it."""
    said = ("ann rebut copied r-1", "bob rebut r-1 r-2", "ann withdraw r-1 w-1")
    same = [move(each, day_of_may=7) for each in said]
    assert not [each for each in check_moves(debated(*same)) if each.code == "D821"]
    late = [*map(move, said[::2]), move(said[1], day_of_may=9)]
    assert [each.code for each in check_moves(debated(*late))].count("D821") == 1


def test_an_attack_made_after_the_concession_counts() -> None:
    found = standings("ann concede copied k-1", "ann rebut copied r-1")
    assert not found["r-1"].withdrawn


def test_a_concession_that_is_withdrawn_grants_nothing() -> None:
    talk = ("ann rebut copied r-1", "ann concede copied k-1", "ann withdraw k-1 w-1")
    assert standings(*talk)["events.copied"].conceded == ()
    assert standings(*talk)["events.copied"].label is Label.OUT


HOLDER = Position(
    position="bob",
    holds={
        "events.copied.expected.knew": Mapping((), Span("", 1, 1)),
    },
)


def turns(*said: str | Move, positions: tuple[Position, ...] = ()) -> dict[str, tuple[str, str]]:
    """Who owes what, since when."""
    found = standings(*said, positions=positions)
    return {
        name: (" ".join(each.turn), each.since.text if each.since else "")
        for name, each in found.items()
        if each.turn
    }


def test_whoever_keeps_the_case_owes_an_answer_for_what_nobody_holds() -> None:
    assert turns("ann rebut copied r-1") == {"events.copied": ("case", "2024-05-01")}


def test_whoever_holds_a_number_of_it_owes_the_answer() -> None:
    said = "ann rebut copied r-1"
    assert turns(said, positions=(HOLDER,)) == {"events.copied": ("bob", "2024-05-01")}
    assenting = Position(position="cyd", stances={"copied": "accept"})
    assert turns(said, positions=(HOLDER, assenting))["events.copied"][0] == "bob cyd"


def test_nobody_owes_himself_an_answer() -> None:
    assert turns("bob rebut copied r-1", positions=(HOLDER,))["events.copied"][0] == "case"
    assert turns("ann rebut copied r-1", "ann undercut r-1 u-1") == {}


def test_the_turn_goes_to_and_fro_and_dates_from_the_last_move() -> None:
    talk = ["ann rebut copied r-1", "bob undercut r-1 u-1", "ann ask u-1 q-1", "bob rebut q-1 a-1"]
    assert turns(*talk[:2]) == {"r-1": ("ann", "2024-05-02")}
    assert turns(*talk[:3]) == {"u-1": ("bob", "2024-05-03")}
    assert turns(*talk) == {"q-1": ("ann", "2024-05-04")}


def test_who_concedes_owes_nothing_more() -> None:
    talk = ("ann rebut copied r-1", "bob undercut r-1 u-1", "ann concede u-1 k-1")
    assert turns(*talk) == {}
    assert turns(talk[0], "bob concede r-1 k-1", positions=(HOLDER,)) == {}


def test_only_what_stands_is_applied() -> None:
    talk = ("ann undercut copied u-1", "bob undercut kept_key u-2", "ann rebut u-2 r-1")
    case = debated(*talk, "ann concede kept_key k-1", "cyd ask wet q-1")
    assert [each.id for each in standing_moves(case)] == ["u-1", "r-1"]


def test_applying_what_stands_is_the_case_with_those_moves_sustained(tmp_path: Path) -> None:
    said = "move: undercut\nid: no-1\nauthor: ann\non: 2024-05-01\ntarget: copied\ntext: No.\n"
    asked = said.replace("undercut", "ask").replace("no-1", "so-1").replace("copied", "wet")
    reading = read_case(
        folder(tmp_path, CASE, {"debate/no-1.yaml": said, "debate/so-1.yaml": asked})
    )
    applied = seen(reading, None, applied=True)
    assert applied.case is not None
    assert applied.case.title.endswith("(with one move sustained)")
    silent = CASE.replace("{knew: 50% (40..60%), unaware: 20%, other: 20%}", "{else: 20%}")
    (tmp_path / "other").mkdir()
    assert answers(applied) == pytest.approx(held(folder(tmp_path / "other", silent, {})))


def test_a_move_with_an_error_and_all_that_answers_it_are_left_aside(tmp_path: Path) -> None:
    said = "move: {}\nid: {}\nauthor: {}\non: 2024-05-0{}\ntarget: {}\ntext: So.\n"
    files = {
        "debate/c-1.yaml": said.format("challenge", "c-1", "ann", 1, "copied"),
        "debate/r-1.yaml": said.format("rebut", "r-1", "bob", 2, "c-1"),
        "debate/r-2.yaml": said.format("rebut", "r-2", "ann", 3, "r-1"),
        "debate/a-1.yaml": said.format("ask", "a-1", "ann", 3, "wet"),
    }
    case = read_case(folder(tmp_path, CASE, files)).case
    assert case is not None
    thread = find_thread(case)
    assert list(thread.standings) == ["events.wet", "a-1"]
    assert sorted(thread.aside) == ["c-1", "r-1", "r-2"]


# What may stand anywhere: every kind against every target, dated or not, by three people.
KINDS = ("rebut", "undercut", "challenge", "ask", "hypothesis", "concede", "withdraw")
PARTS = ("copied", "miller", "question", "events.walked.expected.knew", "miller_saw", "", "a.b..c")
NAMES = ("m-1", "m-2", "m-3", "m-4", "m-5")


@st.composite
def any_moves(draw: st.DrawFn) -> tuple[Move, ...]:
    found: list[Move] = []
    for name in draw(st.lists(st.sampled_from(NAMES), max_size=6)):
        kind = draw(st.sampled_from(KINDS))
        target = draw(st.sampled_from([*PARTS, *NAMES]))
        author = draw(st.sampled_from(["ann", "bob", "cyd"]))
        add = draw(st.sampled_from(["", BY_BAILIFF, LETTER, "nonsense"]))
        made = move(f"{author} {kind} x {name}", day_of_may=draw(st.integers(1, 5)), add=add)
        made = replace(made, target=target, on=made.on if draw(st.booleans()) else None)
        found.append(replace(made, at=Span(f"debate/{name}-{len(found)}.yaml", 1, 1)))
    return tuple(found)


@given(any_moves())
@settings(max_examples=150, deadline=None)
def test_whatever_is_filed_there_is_a_thread_of_what_is_sound(moves: tuple[Move, ...]) -> None:
    case = debated(*moves)
    thread = find_thread(case)
    sound = {each.id for each in sound_moves(case)}
    assert {name for name, each in thread.standings.items() if each.move is not None} == sound
    for name, each in thread.standings.items():
        assert set(each.answers) <= thread.standings.keys()
        assert not (each.withdrawn and (each.answers or each.turn))
        assert bool(each.turn) <= (each.label is not Label.IN), name


CASE_READ = debated()
HOLDING = (
    Position(position="ann", stances={"miller_saw": "reject"}),
    Position(position="bob", extends="ann"),
)


@given(any_moves())
@settings(max_examples=60, deadline=None)
def test_filing_a_move_never_changes_a_number_that_anybody_holds(moves: tuple[Move, ...]) -> None:
    before = replace(CASE_READ, positions=HOLDING)
    after = replace(before, debate=moves)
    for who in (None, "ann", "bob"):
        assert _held(after, who) == _held(before, who)


def _held(case: Case, who: str | None) -> dict[str, float]:
    return answers(seen(Reading(case, ()), who) if who is not None else Reading(case, ()))


@st.composite
def trees(draw: st.DrawFn) -> tuple[Move, ...]:
    """Moves that each attack the claim or an earlier move; the last ones are answered by nobody."""
    found: list[Move] = []
    for number in range(draw(st.integers(1, 8))):
        target = draw(st.sampled_from(["copied", *(each.id for each in found)]))
        kind = draw(st.sampled_from(["rebut", "undercut"]))
        found.append(move(f"ann {kind} {target} m-{number}", day_of_may=number + 1))
    return tuple(found)


@given(trees())
@settings(deadline=None)
def test_in_a_tree_a_move_stands_where_every_answer_to_it_is_defeated(
    moves: tuple[Move, ...],
) -> None:
    thread: Thread = find_thread(debated(*moves))

    def stands(name: str) -> bool:
        below = [each.id for each in moves if each.target == name]
        return not any(stands(each) for each in below)

    for each in moves:
        assert (thread.standings[each.id].label is Label.IN) == stands(each.id)
    assert (thread.standings["events.copied"].label is Label.IN) == stands("copied")


@given(trees())
@settings(deadline=None)
def test_below_every_argument_stand_its_answers_and_nothing_else(moves: tuple[Move, ...]) -> None:
    thread = find_thread(debated(*moves))
    order = list(thread.depth)
    for each in moves:
        before = reversed(order[: order.index(each.id)])
        nearest = next(n for n in before if thread.depth[n] == thread.depth[each.id] - 1)
        assert nearest == ("events.copied" if each.target == "copied" else each.target)


def test_the_words_of_a_scalar_are_not_an_addition() -> None:
    odd = replace(move("ann rebut copied r-1"), add=Scalar("nonsense", Span("", 1, 1)))
    assert labels(odd, "bob challenge bailiff c-1")["r-1"] == "in"
