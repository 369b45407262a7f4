from pathlib import Path

import pytest
from tests.debate.small import LADDER, debaters, reading

from deciban.debate.change import Stage, Trajectory, find_rounds, find_trajectory
from deciban.debate.debaters import find_debaters
from deciban.edit.sealing import hash_of
from deciban.problem import Problem
from deciban.read import Reading

REVISED = """\
position: ann
holds:
  events.cake.expected.knew: {is: 40%, was: 20%}
  events.looked_up.expected.knew: {is: 50%, was: 70%}
revised:
  - {address: events.cake.expected.knew, from: 20%, to: 30%, on: 2024-07-01, because: cakes}
  - {address: events.cake.expected.knew, from: 30%, to: 40%, on: 2024-07-09}
  - {address: events.looked_up.expected.knew, from: 70%, to: 50%, on: 2024-07-09}
"""
UNDERCUT = """\
move: undercut
id: he-always-laughs-4tz9
author: ben
on: 2024-07-05
target: events.laughed
text: He always laughs.
"""
TOLD = """\
move: hypothesis
id: told-by-a-third-8xq2
author: ben
on: 2024-07-12
target: question
text: He was told by a third.
add:
  hypotheses:
    - {id: told, text: He was told, out_of: other, prior: 15%, expected: {cake: 60%}}
"""
MOVES = {"debate/he-always-laughs-4tz9.yaml": UNDERCUT, "debate/told-by-a-third-8xq2.yaml": TOLD}


def told(found: Reading, of: str = "knew") -> Trajectory:
    assert found.case is not None
    outcome = find_trajectory(found.case, debaters(found)[0], of)
    assert isinstance(outcome, Trajectory), outcome
    return outcome


def trajectory(at: Path, position: str, more: dict[str, str] | None = None) -> Trajectory:
    return told(reading(at, {**MOVES, "positions/ann.yaml": position, **(more or {})}))


def chance(at: Path, position: str) -> float:
    """What a position without a history holds of the first answer."""
    at.mkdir()
    found = reading(at, {**MOVES, "positions/ann.yaml": position})
    return debaters(found)[0].held.answers[0].probability


def days(found: Trajectory) -> list[str | None]:
    return [stage.on.text if stage.on is not None else None for stage in found.stages]


def causes(stage: Stage) -> dict[str, tuple[bool, float]]:
    return {each.address: (each.evidence, each.share) for each in stage.causes}


def test_what_was_held_on_each_day_is_what_is_held_now_with_later_revisions_undone(
    tmp_path: Path,
) -> None:
    found = trajectory(tmp_path, REVISED)
    assert days(found) == [None, "2024-07-01", "2024-07-09"]
    then = [
        "position: ann\n",
        "position: ann\nholds: {events.cake.expected.knew: {is: 30%}}\n",
        REVISED.partition("revised:")[0],
    ]
    held = [chance(tmp_path / str(place), text) for place, text in enumerate(then)]
    assert [stage.probability["knew"] for stage in found.stages] == pytest.approx(held)


def test_the_causes_of_a_day_add_up_to_what_it_moved(tmp_path: Path) -> None:
    found = trajectory(tmp_path, REVISED)
    for before, after in zip(found.stages, found.stages[1:], strict=False):
        moved = after.log_odds["knew"] - before.log_odds["knew"]
        assert sum(cause.share for cause in after.causes) == pytest.approx(moved)
        assert after.moved == pytest.approx(moved)
        assert after.by_evidence == 0.0


def test_the_cause_he_credits_stands_beside_what_it_moved(tmp_path: Path) -> None:
    found = trajectory(tmp_path, REVISED)
    (cause,) = found.stages[1].causes
    assert (cause.address, cause.before, cause.after) == ("events.cake.expected.knew", "20%", "30%")
    assert cause.credited == "cakes"
    assert cause.about == "He came with a cake"
    # 30% in place of 20%, against alternatives that stay where they are: a half as much again
    assert cause.share == pytest.approx(1.76, abs=0.01)


def test_a_move_that_he_names_as_his_reason_is_told_in_its_words(tmp_path: Path) -> None:
    text = REVISED.replace("because: cakes", "because: he-always-laughs-4tz9")
    ben = {"positions/ben.yaml": "position: ben\nname: Ben Oakes\n"}
    found = trajectory(tmp_path, text, ben)
    assert found.stages[1].causes[0].credited == "Ben Oakes: He always laughs."


ACCEPTS = "position: ann\nstances: {he-always-laughs-4tz9: accept}\n"


def test_a_move_counts_from_its_own_day_where_nothing_else_is_said(tmp_path: Path) -> None:
    found = trajectory(tmp_path, ACCEPTS)
    assert days(found) == [None, "2024-07-05"]
    assert causes(found.stages[1]).keys() == {"he-always-laughs-4tz9"}
    evidence, share = causes(found.stages[1])["he-always-laughs-4tz9"]
    assert evidence
    assert share == pytest.approx(found.stages[1].by_evidence)
    assert found.stages[1].by_himself == 0.0


@pytest.mark.parametrize(("on", "since"), [("2024-08-01", "2024-08-01"), ("2024-06-01", None)])
def test_a_stance_that_is_dated_counts_from_there_but_not_from_before_the_move(
    tmp_path: Path, on: str, since: str | None
) -> None:
    address = "stances.he-always-laughs-4tz9"
    revision = f"{{address: {address}, from: none, to: accept, on: {on}, because: I saw it}}"
    found = trajectory(tmp_path, f"{ACCEPTS}revised: [{revision}]\n")
    assert days(found) == [None, since or "2024-07-05"]
    assert found.stages[1].causes[0].credited == "I saw it"
    assert (found.stages[1].causes[0].before, found.stages[1].causes[0].after) == ("none", "accept")


def test_ones_own_move_is_what_one_begins_with(tmp_path: Path) -> None:
    own = {"debate/he-always-laughs-4tz9.yaml": UNDERCUT.replace("author: ben", "author: ann")}
    assert days(trajectory(tmp_path, ACCEPTS, own)) == [None]


def test_the_parts_of_evidence_and_of_himself_are_told_apart_on_one_day(tmp_path: Path) -> None:
    text = ACCEPTS + (
        "holds: {events.cake.expected.knew: {is: 40%}}\n"
        "revised: [{address: events.cake.expected.knew, from: 20%, to: 40%, on: 2024-07-05}]\n"
    )
    stage = trajectory(tmp_path, text).stages[1]
    parts = causes(stage)
    assert parts["he-always-laughs-4tz9"][0]
    assert not parts["events.cake.expected.knew"][0]
    assert stage.by_evidence == pytest.approx(parts["he-always-laughs-4tz9"][1])
    assert stage.by_himself == pytest.approx(parts["events.cake.expected.knew"][1])
    assert stage.by_himself > 0 > -stage.by_evidence


def test_a_rejected_item_is_his_own_doing(tmp_path: Path) -> None:
    revision = "{address: stances.maid_says, from: none, to: reject, on: 2024-07-02}"
    text = f"position: ann\nstances: {{maid_says: reject}}\nrevised: [{revision}]\n"
    stage = trajectory(tmp_path, text).stages[1]
    assert causes(stage).keys() == {"stances.maid_says"}
    assert stage.by_himself < 0.0
    assert stage.by_evidence == 0.0


def test_a_number_of_an_answer_is_not_held_before_there_is_that_answer(tmp_path: Path) -> None:
    text = (
        "position: ann\nstances: {told-by-a-third-8xq2: accept}\n"
        "holds: {events.cake.expected.told: {is: 90%, was: 60%}}\n"
    )
    found = trajectory(tmp_path, text)
    assert days(found) == [None, "2024-07-12"]
    assert "told" not in found.stages[0].probability
    assert "told" in found.stages[1].probability
    assert found.stages[1].by_himself == pytest.approx(0.0)


def test_what_an_extended_position_revised_moves_whoever_extends_it(tmp_path: Path) -> None:
    files = {
        "positions/ann.yaml": "position: ann\nextends: eve\n",
        "positions/eve.yaml": REVISED.replace("ann", "eve"),
    }
    found = reading(tmp_path, files)
    assert found.case is not None
    ann, eve = (find_trajectory(found.case, each, "knew") for each in debaters(found))
    assert isinstance(ann, Trajectory)
    assert isinstance(eve, Trajectory)
    assert [stage.probability for stage in ann.stages] == [
        stage.probability for stage in eve.stages
    ]


def test_without_a_change_there_is_one_stage(tmp_path: Path) -> None:
    found = trajectory(tmp_path, "position: ann\nholds: {events.cake.expected.knew: {is: 40%}}\n")
    assert days(found) == [None]
    assert found.stages[0].causes == ()


def test_a_day_on_which_a_row_did_not_add_up_is_named(tmp_path: Path) -> None:
    text = """\
position: ann
holds:
  question.prior.knew: {is: 70%, was: 40%}
  question.prior.unaware: {is: 20%, was: 40%}
revised:
  - {address: question.prior.knew, from: 40%, to: 70%, on: 2024-07-01}
  - {address: question.prior.unaware, from: 40%, to: 20%, on: 2024-07-09}
"""
    found = reading(tmp_path, {"positions/ann.yaml": text})
    assert found.case is not None
    outcome = find_trajectory(found.case, debaters(found)[0])
    assert isinstance(outcome, tuple)
    (problem,) = outcome
    assert isinstance(problem, Problem)
    assert problem.code == "D848"
    assert "on 2024-07-01" in problem.message
    assert "110%" in problem.message


def sealed(name: str, text: str) -> str:
    inner = "".join(f"  {line}\n" for line in text.splitlines())
    return (
        f"seal: {name}\nhash: {hash_of('salt', text)}\non: 2024-06-01\nopened: 2024-06-08\n"
        f"salt: salt\ntext: |\n{inner}"
    )


FIRST = {
    "ann": "position: ann\nholds: {events.cake.expected.knew: {is: 60%}}\n",
    "ben": "position: ben\nholds: {events.cake.expected.knew: {is: 5%}}\n",
}


def test_first_rounds_as_sealed_stand_against_what_is_held_now(tmp_path: Path) -> None:
    now = {
        "ann": "position: ann\nholds: {events.cake.expected.knew: {is: 20%}}\nrevised:\n"
        "  - {address: events.cake.expected.knew, from: 60%, to: 20%, on: 2024-07-01}\n",
        "ben": "position: ben\nholds: {events.cake.expected.knew: {is: 10%}}\n",
    }
    files = {f"positions/{name}.yaml": text for name, text in now.items()}
    files |= {f"seals/{name}.yaml": sealed(name, text) for name, text in FIRST.items()}
    found = reading(tmp_path, files)
    assert found.case is not None
    assert not found.problems
    each = [find_trajectory(found.case, one, "knew") for one in debaters(found)]
    trajectories = [one for one in each if isinstance(one, Trajectory)]
    rounds = find_rounds(trajectories)
    assert rounds is not None
    assert rounds.closer
    # likelihoods of 60% and 5% are 10.8 dB apart; of 20% and 10%, 3.0
    assert rounds.sealed_apart == pytest.approx(10.79, abs=0.01)
    assert rounds.now_apart == pytest.approx(3.01, abs=0.01)
    assert rounds.by_evidence == 0.0
    assert rounds.by_themselves == pytest.approx(4.77, abs=0.01)


def test_one_first_round_alone_has_no_spread(tmp_path: Path) -> None:
    files = {"positions/ann.yaml": FIRST["ann"], "seals/ann.yaml": sealed("ann", FIRST["ann"])}
    found = told(reading(tmp_path, files))
    assert found.sealed is not None
    assert found.sealed == pytest.approx(dict(found.stages[-1].probability))
    assert find_rounds([found]) is None


def test_a_forged_first_round_is_none_and_is_called_forged(tmp_path: Path) -> None:
    true = sealed("ann", FIRST["ann"])
    files = {"positions/ann.yaml": FIRST["ann"], "seals/ann.yaml": true}
    assert not told(reading(tmp_path, files)).forged
    found = told(reading(tmp_path, {**files, "seals/ann.yaml": true.replace("60%", "61%")}))
    assert found.sealed is None
    assert found.forged


def test_every_debater_of_a_case_ends_where_he_is_now(tmp_path: Path) -> None:
    files = {**MOVES, "positions/ann.yaml": REVISED, "positions/ben.yaml": FIRST["ben"]}
    found = reading(tmp_path, files, LADDER)
    assert found.case is not None
    each, _ = find_debaters(found.case)
    for debater in each:
        outcome = find_trajectory(found.case, debater)
        assert isinstance(outcome, Trajectory)
        now = {answer.id: answer.probability for answer in debater.held.answers}
        assert dict(outcome.stages[-1].probability) == now
