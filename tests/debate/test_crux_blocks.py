"""What is one block between two debaters: stances, small differences, minds, too many."""

import math
from pathlib import Path

import pytest
from tests.debate.folders import folder
from tests.debate.parting_cases import CASE, alone, debate, holding, odds_of, with_stances
from tests.meaning.line import case_text, decibans, read
from tests.minds.little_case import ACT, SHOWN, UNSURE, little_case

from deciban.case import Case
from deciban.debate.crux import Crux, Dispute
from deciban.debate.cruxes import find_crux, find_divides
from deciban.debate.debaters import find_debaters
from deciban.debate.parting import weighing
from deciban.debate.parting.blocks import Changes, parted
from deciban.debate.parting.sides import sides_of
from deciban.debate.parting.weighing import weigh
from deciban.edit.sustained import sustained
from deciban.edit.what_if import without
from deciban.findings.differing.asked import Question
from deciban.findings.differing.lattice import Lattice
from deciban.findings.differing.player import paths_of
from deciban.read import read_case

MOVE = """\
move: {move}
id: {name}
author: ann
on: 1901-05-03
target: {target}
text: {text}
"""


def move(
    name: str, kind: str, target: str, more: str = "", text: str = "It is so."
) -> dict[str, str]:
    """The file of a move."""
    told = MOVE.format(move=kind, name=name, target=target, text=text)
    return {f"debate/{name}.yaml": told + more}


def by_address(crux: Crux) -> dict[str, Dispute]:
    return {each.address: each for each in crux.disputes}


# Stances -----------------------------------------------------------------------------------------


def test_an_item_that_one_rejects_is_a_switch_of_the_weight_it_has(tmp_path: Path) -> None:
    files = with_stances(holding("ann"), "{copied: reject}") | holding("bob")
    case, by = debate(tmp_path, files)
    crux = find_crux(case, by["ann"], by["bob"], of="knew")
    (dispute,) = crux.disputes
    left_out = without(case, ("copied",))
    assert isinstance(left_out, Case)
    assert dispute.why == "switch"
    assert crux.gap == pytest.approx(float(odds_of(case)[0] - odds_of(left_out)[0]))
    assert dispute.about == "Does it count at all: He had the accounts copied?"
    assert [(each.a, each.b) for each in dispute.values] == [("counts for nothing", "counts")]


def test_all_that_one_stance_changes_is_one_block_and_stances_that_overlap_are_too(
    tmp_path: Path,
) -> None:
    files = with_stances(holding("ann"), "{miller_saw: reject, walked: reject}") | holding("bob")
    case, by = debate(tmp_path, files)
    crux = find_crux(case, by["ann"], by["bob"], of="knew")
    (dispute,) = crux.disputes
    assert dispute.why == "switch"
    assert {each.address for each in dispute.values} == {"miller_saw", "walked"}
    assert {each.address for each in dispute.differences} >= {
        "reports.miller_saw",
        "reports.bailiff_saw",
    }


def test_a_move_that_one_accepts_is_a_switch_named_by_what_it_says(tmp_path: Path) -> None:
    files = with_stances(
        holding("ann", events__kept_key__expected__knew="60%"), "{lies-a1: accept}"
    )
    files |= holding("bob") | move("lies-a1", "challenge", "sources.miller", text="He lies.")
    case, by = debate(tmp_path, files)
    crux = find_crux(case, by["ann"], by["bob"], of="knew")
    dispute = next(each for each in crux.disputes if each.why == "switch")
    assert dispute.about == "Is this so: He lies?"
    assert [(each.address, each.a, each.b) for each in dispute.values] == [
        ("lies-a1", "accepted", "not accepted")
    ]
    assert "lies-a1" in dispute.moves
    challenged = sustained(case, case.debate[0])
    assert isinstance(challenged, Case)
    moved = float(odds_of(case)[0] - odds_of(challenged)[0])
    assert crux.gap - dispute.b_concedes == pytest.approx(moved, abs=1e-8)
    assert crux.gap - dispute.a_concedes != pytest.approx(0.0, abs=1e-3)


def test_a_question_that_one_accepts_moves_nothing_and_is_no_block(tmp_path: Path) -> None:
    files = with_stances(holding("ann"), "{why-a1: accept}") | holding("bob")
    files |= move("why-a1", "ask", "sources.miller")
    case, by = debate(tmp_path, files)
    assert find_crux(case, by["ann"], by["bob"]).disputes == ()


@pytest.mark.parametrize("rejected", ["copied", "miller_saw", "walked", "copied, bailiff_saw"])
def test_a_switch_in_the_graph_is_what_leaving_out_comes_to(tmp_path: Path, rejected: str) -> None:
    """No mixture of stances is compiled: each is a selector, and still what the compiler says."""
    stances = ", ".join(f"{name.strip()}: reject" for name in rejected.split(","))
    files = with_stances(
        holding("ann", events__wet__expected__knew="80%", sources__bailiff__competence="60%"),
        f"{{{stances}}}",
    )
    files |= holding("bob", events__kept_key__expected__unaware="70%", question__prior__knew="20%")
    files["positions/bob.yaml"] = files["positions/bob.yaml"].replace(
        "question.prior.knew: {is: 20%",
        "question.prior: {is: {knew: 20%, unaware: 60%, other: 20%}",
    )
    case, by = debate(tmp_path, files)
    sides = sides_of(case, (by["ann"], by["bob"]))
    found = parted(Changes(case), *sides)
    weighed = weigh(found, Question(case.question.answers, 1024))
    assert weighed.lattice.structures == []
    assert any(each.why == "switch" for each in weighed.players)
    for column in range(weighed.odds.shape[1]):
        taken = [each for place, each in enumerate(weighed.players) if column >> place & 1]
        anew = odds_of(found.between.mixed(paths_of(taken)))
        assert weighed.odds[:, column] == pytest.approx(anew, abs=1e-9)


def test_a_stance_that_leaves_other_tables_is_compiled(tmp_path: Path) -> None:
    """Without the report that it passes on, a relay hangs on the man who had made it."""
    text = CASE.replace(
        "unseen:", "  - {id: passed_on, of: walked, by: bailiff, relays: miller_saw}\nunseen:"
    )
    files = with_stances(holding("ann"), "{miller_saw: reject}") | holding("bob")
    case, by = debate(tmp_path, files, text)
    found = parted(Changes(case), *sides_of(case, (by["ann"], by["bob"])))
    weighed = weigh(found, Question(case.question.answers, 1024))
    assert weighed.lattice.structures == [0]
    ends = [odds_of(each.case) for each in (by["ann"], by["bob"])]
    assert weighed.odds[:, 0] == pytest.approx(ends[0], abs=1e-9)
    assert weighed.odds[:, -1] == pytest.approx(ends[1], abs=1e-9)


# Small differences -------------------------------------------------------------------------------


def test_numbers_whose_ranges_overlap_are_one_block_within_tolerance(tmp_path: Path) -> None:
    files = holding(
        "ann",
        events__copied__expected__knew="45..65%",
        events__wet__expected__knew="28..36%",
        events__kept_key__expected__knew="10%",
    )
    files |= holding(
        "bob",
        events__copied__expected__knew="50..70%",
        events__wet__expected__knew="30..38%",
        events__kept_key__expected__knew="90%",
    )
    case, by = debate(tmp_path, files)
    crux = find_crux(case, by["ann"], by["bob"], of="knew")
    (close,) = [each for each in crux.disputes if each.why == "tolerance"]
    assert {each.address for each in close.values} == {
        "events.copied.expected.knew",
        "events.wet.expected.knew",
    }
    assert {each.address for each in crux.disputes} - {close.address} == {
        "events.kept_key.expected"
    }


def test_what_is_within_tolerance_and_felt_stands_for_itself(tmp_path: Path) -> None:
    """Ranges that meet may lie wide apart in the middle, and settling them is no small thing."""
    files = holding(
        "ann",
        events__copied__expected__knew="5..60%",
        events__wet__expected__knew="28..36%",
        events__kept_key__expected__knew="40..50%",
    )
    files |= holding(
        "bob",
        events__copied__expected__knew="50..99%",
        events__wet__expected__knew="30..38%",
        events__kept_key__expected__knew="42..52%",
    )
    case, by = debate(tmp_path, files)
    crux = find_crux(case, by["ann"], by["bob"], of="knew")
    apart = {each.address: each.why for each in crux.disputes}
    assert apart == {"events.copied.expected": "", "tolerance": "tolerance"}
    roughly = find_crux(case, by["ann"], by["bob"], of="knew", within=20.0)
    assert [each.why for each in roughly.disputes] == ["tolerance"]


def test_one_number_apart_keeps_its_row_out_of_tolerance(tmp_path: Path) -> None:
    row = "{{knew: {}, unaware: {}, other: 20%}}"
    files = holding("ann", events__copied__expected=row.format("45..65%", "10%"))
    files |= holding("bob", events__copied__expected=row.format("60..80%", "30%"))
    case, by = debate(tmp_path, files)
    (dispute,) = find_crux(case, by["ann"], by["bob"]).disputes
    assert dispute.why == ""
    assert {each.address: each.apart for each in dispute.values} == pytest.approx(
        {
            "events.copied.expected.knew": decibans((0.7 / 0.3) / (0.55 / 0.45)),
            "events.copied.expected.unaware": decibans((0.3 / 0.7) / (0.1 / 0.9)),
        }
    )


# Answers that only some entertain ----------------------------------------------------------------

NEW = """\
add:
  hypotheses:
    - {id: feigned, text: He feigned it, out_of: other, prior: 10%}
"""


def test_an_answer_that_a_move_brings_is_told_first_and_left_out_of_the_decibans(
    tmp_path: Path,
) -> None:
    files = with_stances(holding("ann", events__wet__expected__knew="70%"), "{new-a1: accept}")
    files |= holding("bob") | move("new-a1", "hypothesis", "question", NEW)
    case, by = debate(tmp_path, files)
    crux = find_crux(case, by["ann"], by["bob"], of="knew")
    assert crux.only_a == ("feigned",)
    assert crux.only_b == ()
    assert crux.compared == ("knew", "unaware", "other")
    assert crux.probability["feigned"][0] > 0.0
    assert crux.probability["feigned"][1] == 0.0
    assert [each.address for each in crux.disputes] == ["events.wet.expected"]
    files = holding("ann", events__wet__expected__knew="70%") | holding("bob")
    (tmp_path / "plain").mkdir()
    plain, names = debate(tmp_path / "plain", files)
    assert crux.gap == pytest.approx(find_crux(plain, names["ann"], names["bob"], of="knew").gap)


def test_an_answer_with_no_chance_is_left_out_and_the_others_are_compared(tmp_path: Path) -> None:
    row = "{{knew: {}, unaware: {}, other: {}}}"
    files = holding("ann", question__prior=row.format("50%", "50%", "0%"))
    files |= holding("bob", question__prior=row.format("20%", "40%", "40%"))
    case, by = debate(tmp_path, files)
    crux = find_crux(case, by["ann"], by["bob"])
    assert crux.only_b == ("other",)
    assert crux.compared == ("knew", "unaware")
    assert crux.gap == pytest.approx(decibans(0.5))


def test_with_fewer_than_two_answers_in_common_the_disputes_are_told_unweighed(
    tmp_path: Path,
) -> None:
    row = "{{knew: {}, unaware: {}, other: 0%}}"
    files = holding("ann", question__prior=row.format("100%", "0%"))
    files |= holding("bob", question__prior=row.format("0%", "100%"))
    case, by = debate(tmp_path, files)
    crux = find_crux(case, by["ann"], by["bob"])
    assert (crux.of, crux.compared, crux.cruxes) == ("", (), ())
    assert crux.only_a == ("knew",)
    assert [each.address for each in crux.disputes] == ["question.prior"]


# Records and moves -------------------------------------------------------------------------------


def test_a_crux_names_the_unseen_records_that_bear_on_it(tmp_path: Path) -> None:
    files = holding("ann", sources__miller__character="{honest: 10%, guesses: rest}")
    files |= holding("bob")
    case, by = debate(tmp_path, files)
    crux = find_crux(case, by["ann"], by["bob"], within=0.01)
    (dispute,) = crux.disputes
    assert [each.id for each in dispute.settles] == ["diary"]
    bearing = dispute.settles[0]
    assert bearing.text == "The diary of the clerk"
    assert 0.0 < bearing.bits_a < bearing.bits_b or 0.0 < bearing.bits_b < bearing.bits_a


def test_moves_at_below_and_above_an_address_speak_to_it(tmp_path: Path) -> None:
    files = holding("ann", events__copied__expected__knew="90%") | holding("bob")
    targets = {
        "at-a1": "events.copied.expected",
        "below-a1": "events.copied.expected.knew",
        "above-a1": "events.copied",
        "by-name-a1": "copied",
        "elsewhere-a1": "events.wet",
    }
    for name, target in targets.items():
        files |= move(name, "ask", target)
    case, by = debate(tmp_path, files)
    (dispute,) = find_crux(case, by["ann"], by["bob"]).disputes
    assert set(dispute.moves) == {"at-a1", "below-a1", "above-a1", "by-name-a1"}


def test_halfway_is_half_the_decibans_of_a_lone_number_and_the_mean_within_a_row(
    tmp_path: Path,
) -> None:
    files = holding("ann", events__copied__expected__knew="10%") | holding("bob")
    case, by = debate(tmp_path, files)
    (dispute,) = find_crux(case, by["ann"], by["bob"]).disputes
    assert dispute.midpoint == pytest.approx(0.0, abs=1e-9)
    assert abs(dispute.a_concedes) < 1e-9


# Minds -------------------------------------------------------------------------------------------

MIND = little_case(UNSURE + ACT, SHOWN)


def test_blocks_inside_a_mind_are_axes_of_its_table() -> None:
    after = MIND.replace("honest: 10..90%", "honest: 91..95%").replace("care: 5", "care: 9")
    cases = [read(text).case for text in (MIND, after)]
    assert cases[0] is not None
    assert cases[1] is not None
    a, b = alone("a", cases[0]), alone("b", cases[1])
    found = parted(Changes(cases[1]), *sides_of(cases[1], (a, b)))
    question = Question(cases[0].question.answers, 8192)
    lattice = Lattice(found.between, found.players, question)
    assert lattice.structures == []
    assert len(lattice.players) == 2
    weighed = weigh(found, question)
    for column in range(4):
        taken = [each for place, each in enumerate(weighed.players) if column >> place & 1]
        anew = odds_of(found.between.mixed(paths_of(taken)))
        assert weighed.odds[:, column] == pytest.approx(anew, abs=1e-9)
    crux = find_crux(cases[1], a, b)
    assert {each.about for each in crux.disputes} == {
        "How far did He trust “britain”?",
        "How closely did He follow what things were worth to him?",
    }
    assert all(each.midpoint is None for each in crux.disputes)


def test_what_is_assumed_everywhere_is_not_taken_for_a_number_beside_a_mind() -> None:
    after = MIND.replace("honest: 10..90%", "honest: 85..95%") + "assume: {slip: 20%}\n"
    cases = [read(text).case for text in (MIND, after)]
    assert cases[0] is not None
    assert cases[1] is not None
    crux = find_crux(cases[1], alone("a", cases[0]), alone("b", cases[1]))
    ends = [float(odds_of(case)[case.question.answers.index(crux.of)]) for case in cases if case]
    assert crux.log_odds == pytest.approx(tuple(ends), abs=1e-9)
    assert len(crux.disputes) == 2


# Too many ----------------------------------------------------------------------------------------


def _many(count: int) -> tuple[str, str]:
    lines = [
        f"  - {{id: e{place}, text: E, known: yes, expected: {{h: {50 + place}%, other: 40%}}, "
        f"also_caused_by: {{question.h: 10%}}}}"
        for place in range(count)
    ]
    before = case_text("events:\n" + "\n".join(lines) + "\n")
    return before, before.replace("other: 40%", "other: 45%").replace(
        "question.h: 10%", "question.h: 30%"
    )


def test_too_many_blocks_are_grouped_by_the_record_they_stand_in(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(weighing, "MOST", 6)
    cases = [read(text).case for text in _many(5)]
    assert cases[0] is not None
    assert cases[1] is not None
    crux = find_crux(cases[1], alone("a", cases[0]), alone("b", cases[1]), of="h")
    assert crux.grouped
    assert not crux.exact
    assert {each.address for each in crux.disputes} == {f"events.e{each}" for each in range(5)}
    assert sum(each.share for each in crux.disputes) == pytest.approx(crux.gap)
    for dispute in crux.disputes:
        assert dispute.why == "issue"
        assert len(dispute.parts) == 2
        assert sum(part.share for part in dispute.parts) == pytest.approx(dispute.share, abs=1e-6)


def test_too_many_records_have_their_smallest_made_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weighing, "MOST", 4)
    before, after = (text.replace(", also_caused_by: {question.h: 10%}", "") for text in _many(7))
    after = after.replace(", also_caused_by: {question.h: 30%}", "")
    cases = [read(text).case for text in (before, after)]
    assert cases[0] is not None
    assert cases[1] is not None
    crux = find_crux(cases[1], alone("a", cases[0]), alone("b", cases[1]), of="h")
    assert crux.grouped
    assert len(crux.disputes) == 4
    assert sum(each.share for each in crux.disputes) == pytest.approx(crux.gap)
    (issue,) = [each for each in crux.disputes if each.why == "issue"]
    assert sum(part.share for part in issue.parts) == pytest.approx(issue.share, abs=1e-6)


# All of them -------------------------------------------------------------------------------------


def test_parts_of_what_divides_debaters_add_up_to_the_variance(tmp_path: Path) -> None:
    files = holding("ann", events__copied__expected__knew="90%")
    files |= holding(
        "bob", events__wet__expected__unaware="80%", events__copied__expected__knew="5%"
    )
    files |= with_stances(holding("cid", sources__miller__competence="60%"), "{wet: reject}")
    case, by = debate(tmp_path, files)
    divides = find_divides(case, tuple(by.values()), of="knew")
    odds = [each.held.answers[0].log_odds for each in by.values()]
    mean = sum(odds) / 3
    assert divides.variance == pytest.approx(sum((each - mean) ** 2 for each in odds) / 3)
    assert sum(divides.shares.values()) == pytest.approx(divides.variance)
    assert [(each.a, each.b) for each in divides.pairs] == [
        ("ann", "bob"),
        ("ann", "cid"),
        ("bob", "cid"),
    ]
    for pair in divides.pairs:
        crux = find_crux(case, by[pair.a], by[pair.b], of="knew")
        assert pair.gap == pytest.approx(crux.gap)
        assert set(pair.cruxes) == {crux.disputes[each].address for each in crux.cruxes}
        assert pair.left <= 1.0
    assert divides.about.keys() == divides.shares.keys()


def test_a_whole_mind_is_one_block_among_several(tmp_path: Path) -> None:
    root = folder(
        tmp_path,
        MIND,
        holding("ann", actors__he__trusts__britain__honest="80..95%", actors__he__care="2")
        | holding("bob")
        | holding("cid", actors__he__care="12"),
    )
    case = read_case(root).case
    assert case is not None
    debaters, problems = find_debaters(case)
    assert not any(each.is_error for each in problems), [str(each) for each in problems]
    divides = find_divides(case, debaters)
    assert set(divides.shares) == {"actors.he"}
    assert sum(divides.shares.values()) == pytest.approx(divides.variance)
    assert math.isfinite(divides.variance)
