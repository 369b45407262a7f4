"""The case as a debater sees it: an edit of the case, and of nothing else."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from tests.debate.folders import answers, folder, held

from deciban.case import judgements_of
from deciban.pipeline import check, inquire, seen, weigh
from deciban.read import read_case

CASE = """\
deciban: 1
title: The mill by the weir
question:
  ask: Did the steward know?
  hypotheses: {knew: He knew, unaware: He did not, other: Something else}
  prior: {knew: 40%, unaware: 40%, other: 20%}
sources:
  miller: {name: The miller, character: {honest: 70%, guesses: rest}}
events:
  - id: walked
    text: He walked to the mill
    expected: {knew: 60%, unaware: 20%, other: 30%}
  - id: copied
    text: He had the accounts copied
    known: yes
    expected: {knew: 50%, unaware: 20%, other: 20%}
reports:
  - {id: miller_saw, of: walked, by: miller}
"""
HYPOTHESIS = """\
move: hypothesis
id: suspected-7kq2
author: ann
on: 2024-07-01
target: question
text: He may have suspected it and never looked.
add:
  hypotheses:
    - id: suspected
      text: He suspected it
      out_of: other
      prior: 15%
      expected: {copied: 80%}
"""
REBUTTAL = """\
move: rebut
id: ferry-9xw3
author: ben
on: 2024-07-02
target: walked
text: The ferryman carried him the other way.
add:
  sources:
    ferryman: {name: The ferryman, character: {honest: 90%, guesses: rest}}
  reports:
    - {id: ferryman_says, of: walked, by: ferryman, says: no}
"""


def test_a_debater_who_holds_nothing_sees_the_case_as_it_is(tmp_path: Path) -> None:
    root = folder(tmp_path, CASE, {"positions/ann.yaml": "position: ann\n"})
    assert held(root, "ann") == held(root)


def test_what_is_held_is_what_the_case_would_say_were_it_written_there(tmp_path: Path) -> None:
    position = "position: ann\nholds:\n  events.copied.expected.knew: {is: 90%, was: 50%}\n"
    (tmp_path / "edited").mkdir()
    edited = folder(tmp_path / "edited", CASE.replace("knew: 50%", "knew: 90%"), {})
    root = folder(tmp_path, CASE, {"positions/ann.yaml": position})
    assert held(root, "ann") == held(edited)


def test_a_position_begins_where_the_one_it_extends_ends(tmp_path: Path) -> None:
    ann = (
        "position: ann\nholds:\n  events.copied.expected.knew: {is: 90%}\n"
        "  sources.miller.character.honest: {is: 20%}\nstances: {miller_saw: reject}\n"
    )
    ben = (
        "position: ben\nextends: ann\nholds:\n  events.copied.expected.knew: {is: 70%}\n"
        "stances: {miller_saw: accept}\n"
    )
    both = (
        "position: cara\nholds:\n  events.copied.expected.knew: {is: 70%}\n"
        "  sources.miller.character.honest: {is: 20%}\n"
    )
    files = {f"positions/{n}.yaml": t for n, t in (("ann", ann), ("ben", ben), ("cara", both))}
    root = folder(tmp_path, CASE, files)
    assert held(root, "ben") == held(root, "cara")
    assert held(root, "ben") != held(root, "ann")


def test_what_is_rejected_counts_for_nothing(tmp_path: Path) -> None:
    files = {
        "positions/ann.yaml": "position: ann\nstances: {copied: reject, walked: reject}\n",
    }
    root = folder(tmp_path, CASE, files)
    assert held(root, "ann") == pytest.approx({"knew": 0.4, "unaware": 0.4, "other": 0.2})


def test_silence_is_never_assent_and_assent_to_an_item_moves_nothing(tmp_path: Path) -> None:
    files = {"positions/ann.yaml": "position: ann\nstances: {copied: accept}\n"}
    root = folder(tmp_path, CASE, files)
    assert held(root, "ann") == held(root)


def test_filing_a_move_changes_nothing_and_accepting_it_does(tmp_path: Path) -> None:
    files = {
        "positions/ann.yaml": "position: ann\n",
        "positions/ben.yaml": "position: ben\nstances: {ferry-9xw3: accept}\n",
        "positions/cara.yaml": "position: cara\nstances: {ferry-9xw3: reject}\n",
    }
    bare = folder(tmp_path, CASE, files)
    before = held(bare)
    folder(tmp_path, CASE, {"debate/ferry-9xw3.yaml": REBUTTAL})
    assert held(bare) == held(bare, "ann") == held(bare, "cara") == before
    assert held(bare, "ben")["knew"] < before["knew"]


def test_an_undercut_is_a_doubt_that_grows_to_certainty(tmp_path: Path) -> None:
    """With U a parent under which the event tells nothing, the weight goes to 0 as P(U) grows."""
    doubted = (
        f"{CASE}questions:\n  idle:\n    ask: Was it mere habit?\n"
        "    hypotheses: {yes: It was, no: Not}\n    prior: {yes: CHANCE, no: rest}\n"
    )
    doubted = doubted.replace(
        "    known: yes\n    expected: {knew: 50%, unaware: 20%, other: 20%}",
        "    known: yes\n    given: [idle, question]\n    expected:\n"
        "      yes: {knew: 30%, unaware: 30%, other: 30%}\n"
        "      no: {knew: 50%, unaware: 20%, other: 20%}",
    )
    undercut = (
        "move: undercut\nid: habit-2b4c\nauthor: ann\non: 2024-07-01\ntarget: copied\n"
        "text: He had them copied every year.\n"
    )
    sides = []
    for place, chance in enumerate(("0%", "50%", "90%", "100%")):
        inner = tmp_path / str(place)
        inner.mkdir()
        sides.append(held(folder(inner, doubted.replace("CHANCE", chance), {}))["knew"])
    root = folder(
        tmp_path,
        CASE,
        {
            "debate/habit-2b4c.yaml": undercut,
            "positions/ann.yaml": "position: ann\nstances: {habit-2b4c: accept}\n",
        },
    )
    assert sides == sorted(sides, reverse=True)
    assert sides[0] == pytest.approx(held(root)["knew"])
    assert sides[-1] == pytest.approx(held(root, "ann")["knew"])


def test_a_challenge_acts_on_all_that_comes_through_the_source(tmp_path: Path) -> None:
    challenge = (
        "move: challenge\nid: grudge-8d1f\nauthor: ann\non: 2024-07-01\ntarget: miller\n"
        "text: He bore a grudge.\n"
    )
    files = {
        "debate/grudge-8d1f.yaml": challenge,
        "positions/ann.yaml": "position: ann\nstances: {grudge-8d1f: accept}\n",
        "positions/ben.yaml": "position: ben\nstances: {miller_saw: reject}\n",
    }
    root = folder(tmp_path, CASE, files)
    assert held(root, "ann") == held(root, "ben") != held(root)


def test_a_new_hypothesis_comes_out_of_the_catch_all(tmp_path: Path) -> None:
    """By hand: priors 40, 40, 5 and 15; the copies are 50, 20, 20 and 80% likely."""
    files = {
        "debate/suspected-7kq2.yaml": HYPOTHESIS,
        "positions/ann.yaml": "position: ann\nstances: {suspected-7kq2: accept}\n",
        "positions/ben.yaml": "position: ben\nstances: {miller_saw: reject}\n",
        "positions/cara.yaml": (
            "position: cara\nstances: {suspected-7kq2: accept, miller_saw: reject}\n"
        ),
    }
    root = folder(tmp_path, CASE, files)
    assert set(held(root)) == set(held(root, "ben")) == {"knew", "unaware", "other"}
    whole = 0.4 * 0.5 + 0.4 * 0.2 + 0.05 * 0.2 + 0.15 * 0.8
    found = held(root, "cara")
    assert found["suspected"] == pytest.approx(0.15 * 0.8 / whole)
    assert found["other"] == pytest.approx(0.05 * 0.2 / whole)
    seen_by_ann = held(root, "ann")
    assert seen_by_ann["suspected"] / seen_by_ann["other"] == pytest.approx(0.12 / 0.01)


def test_a_new_hypothesis_may_be_held_at_a_number_of_ones_own(tmp_path: Path) -> None:
    files = {
        "debate/suspected-7kq2.yaml": HYPOTHESIS,
        "positions/ann.yaml": (
            "position: ann\nstances: {suspected-7kq2: accept}\n"
            "holds:\n  events.copied.expected.suspected: {is: 20%}\n"
        ),
    }
    found = held(folder(tmp_path, CASE, files), "ann")
    assert found["suspected"] / found["other"] == pytest.approx(0.15 / 0.05)


def test_a_mistake_of_one_debater_keeps_nobody_else_from_weighing(tmp_path: Path) -> None:
    files = {
        "positions/ann.yaml": "position: ann\nholds:\n  events.copied.expected.knew: {is: 60%}\n",
        "positions/ben.yaml": "position: ben\nholds:\n  events.copied.expectd.knew: {is: 60%}\n",
        "positions/cara.yaml": "position: [\n",
        "positions/dan.yaml": "position: dan\nextends: ben\n",
    }
    root = folder(tmp_path, CASE, files)
    weighing = weigh(root)
    assert weighing.sound
    assert weighing.findings is not None
    assert answers(seen(read_case(root), "ann"))["knew"] > held(root)["knew"]
    assert {problem.at.file for problem in check(root).problems if problem.at} == {
        str(root / "positions" / f"{name}.yaml") for name in ("ben", "cara")
    }
    for name in ("ben", "dan"):
        broken = inquire(seen(read_case(root), name), lambda *_: None)
        assert [problem.code for problem in broken.problems] == ["D803"]


def test_a_case_edited_under_a_position_is_reported_and_the_position_stays(tmp_path: Path) -> None:
    digest = read_case(folder(tmp_path, CASE, {})).case.digest  # type: ignore[union-attr]
    position = (
        f"position: ann\nreads: sha256:{digest}\n"
        "holds:\n  events.copied.expected.knew: {is: 90%, was: 50%}\n"
    )
    root = folder(tmp_path, CASE, {"positions/ann.yaml": position})
    assert not check(root).problems
    folder(tmp_path, CASE.replace("knew: 50%", "knew: 55%"), {})
    reading = seen(read_case(root), "ann")
    assert [problem.code for problem in reading.problems] == ["D809", "D804"]
    assert reading.case is not None
    assert dict(judgements_of(reading.case))["events.copied.expected.knew"].central == 0.9


@settings(max_examples=25, deadline=None)
@given(number=some.integers(1, 99), other=some.integers(1, 99))
def test_holding_what_the_case_says_changes_nothing(number: int, other: int) -> None:
    import tempfile  # noqa: PLC0415 (a folder for each example)

    case = CASE.replace("knew: 50%", f"knew: {number}%")
    holds = (
        f"position: ann\nholds:\n  events.copied.expected.knew: {{is: {number}%, was: {other}%}}\n"
    )
    with tempfile.TemporaryDirectory() as room:
        root = folder(Path(room), case, {"positions/ann.yaml": holds})
        assert held(root, "ann") == held(root)


def test_the_test_of_a_case_is_of_the_case_as_written(tmp_path: Path) -> None:
    tested = f"{CASE}test:\n  - {{of: knew, between: 50..90%}}\n"
    position = "position: ann\nholds:\n  events.copied.expected.knew: {is: 1%, was: 50%}\n"
    root = folder(tmp_path, tested, {"positions/ann.yaml": position})
    assert held(root, "ann")["knew"] < 0.5
    assert inquire(seen(read_case(root), "ann"), lambda *_: None).sound


# What one debater files, and another holds -------------------------------------------------------


def move(kind: str, name: str, target: str, *, on: str = "2024-07-01", more: str = "") -> str:
    head = f"move: {kind}\nid: {name}\nauthor: ben\non: {on}\n"
    return f"{head}target: {target}\ntext: So it is.\n{more}"


@pytest.mark.parametrize("stance", ["accept", "reject"])
@pytest.mark.parametrize("kind", ["ask", "undercut"])
def test_a_move_named_like_an_item_takes_no_stance_over(
    tmp_path: Path, kind: str, stance: str
) -> None:
    root = folder(
        tmp_path,
        CASE,
        {"positions/ann.yaml": f"position: ann\nstances: {{miller_saw: {stance}}}\n"},
    )
    before = held(root, "ann")
    folder(root, CASE, {"debate/colliding.yaml": move(kind, "miller_saw", "copied")})
    assert held(root, "ann") == before


def test_of_two_moves_of_one_name_neither_is_accepted_unseen(tmp_path: Path) -> None:
    files = {
        "positions/ann.yaml": "position: ann\nstances: {habit-2b4c: accept}\n",
        "debate/habit-2b4c.yaml": move("undercut", "habit-2b4c", "copied"),
    }
    root = folder(tmp_path, CASE, files)
    held(root, "ann")
    folder(root, CASE, {"debate/again.yaml": move("challenge", "habit-2b4c", "miller")})
    outcome = inquire(seen(read_case(root), "ann"), lambda *_: None)
    assert "D806" in {problem.code for problem in outcome.problems}


def test_a_row_takes_the_place_of_numbers_held_further_off(tmp_path: Path) -> None:
    row = "{knew: 5%, unaware: 20%, other: 20%}"
    files = {
        "positions/ann.yaml": "position: ann\nholds:\n  events.copied.expected.knew: {is: 90%}\n",
        "positions/ben.yaml": f"position: ben\nextends: ann\nholds:\n  events.copied.expected: "
        f"{{is: {row}}}\n",
        "positions/cara.yaml": f"position: cara\nholds:\n  events.copied.expected: {{is: {row}}}\n",
    }
    root = folder(tmp_path, CASE, files)
    assert held(root, "ben") == held(root, "cara")


def test_it_does_not_matter_which_of_two_accepted_moves_was_filed_first(tmp_path: Path) -> None:
    """What comes through a challenged source is left out, whoever brought it and when."""
    brings = "add:\n  reports:\n    - {id: again, of: walked, by: miller, says: no}\n"
    found = []
    for first, second in (("2024-07-01", "2024-08-01"), ("2024-08-01", "2024-07-01")):
        files = {
            "debate/grudge-8d1f.yaml": move("challenge", "grudge-8d1f", "miller", on=first),
            "debate/again-9xw3.yaml": move("rebut", "again-9xw3", "walked", on=second, more=brings),
            "positions/ann.yaml": (
                "position: ann\nstances: {grudge-8d1f: accept, again-9xw3: accept}\n"
            ),
            "positions/ben.yaml": "position: ben\nstances: {miller_saw: reject}\n",
        }
        root = tmp_path / first
        root.mkdir()
        folder(root, CASE, files)
        found.append(held(root, "ann"))
        assert found[-1] == held(root, "ben")
    assert found[0] == found[1]


def test_a_move_that_has_fallen_does_not_count_where_what_stands_is_applied(tmp_path: Path) -> None:
    files = {
        "debate/habit-2b4c.yaml": move("undercut", "habit-2b4c", "copied"),
        "debate/no-habit-7t5r.yaml": move(
            "undercut", "no-habit-7t5r", "habit-2b4c", on="2024-07-02"
        ),
        "positions/ann.yaml": "position: ann\nstances: {habit-2b4c: accept}\n",
    }
    root = folder(tmp_path, CASE, files)
    assert held(root, "ann") != held(root)
    assert answers(seen(read_case(root), "ann", applied=True)) == held(root)


def test_a_new_answer_sets_no_probability_beside_a_published_weight(tmp_path: Path) -> None:
    weighed = CASE.replace(
        "expected: {knew: 50%, unaware: 20%, other: 20%}",
        "weight: {knew: 0 dB, unaware: 6 dB, other: 3 dB}",
    )
    files = {
        "debate/suspected-7kq2.yaml": HYPOTHESIS,
        "positions/ann.yaml": "position: ann\nstances: {suspected-7kq2: accept}\n",
    }
    outcome = inquire(seen(read_case(folder(tmp_path, weighed, files)), "ann"), lambda *_: None)
    assert [problem.code for problem in outcome.problems if problem.is_error] == ["D811"]
    folder(
        tmp_path,
        weighed,
        {
            "debate/suspected-7kq2.yaml": HYPOTHESIS.replace(
                "expected: {copied: 80%}", "because: so"
            )
        },
    )
    found = held(tmp_path, "ann")
    assert found["suspected"] / found["other"] == pytest.approx(0.15 / 0.05)


@pytest.mark.parametrize(
    ("before", "after", "was"),
    [
        (
            "prior: {knew: 40%, unaware: 40%, other: 20%}",
            "prior: even",
            "{knew: 40%, unaware: 40%, other: 20%}",
        ),
        ("prior: even", "prior: {knew: 40%, unaware: 40%, other: 20%}", "even"),
    ],
)
def test_a_row_that_became_a_word_is_stale_and_the_other_way_round(
    tmp_path: Path, before: str, after: str, was: str
) -> None:
    case = CASE.replace("prior: {knew: 40%, unaware: 40%, other: 20%}", before)
    held_row = "{knew: 30%, unaware: 50%, other: 20%}"
    position = f"position: ann\nholds:\n  question.prior: {{is: {held_row}, was: {was}}}\n"
    root = folder(tmp_path, case, {"positions/ann.yaml": position})
    assert not seen(read_case(root), "ann").problems
    folder(root, case.replace(before, after), {})
    assert {problem.code for problem in seen(read_case(root), "ann").problems} == {"D804"}
