"""What any two debaters come to: shares, what is left of the gap, who changes sides."""

from dataclasses import dataclass
from itertools import combinations, product
from pathlib import Path

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.debate.parting_cases import alone, debate, holding, odds_of
from tests.meaning.edited_cases import edited_pairs
from tests.meaning.line import case_text, decibans, read
from tests.meaning.small_cases import Data, to_text

from deciban.case import Case
from deciban.checks import errors_of
from deciban.debate.crux import Crux
from deciban.debate.cruxes import find_crux
from deciban.debate.parting.blocks import Changes, Parted, parted
from deciban.debate.parting.sides import sides_of
from deciban.debate.parting.weighing import weigh
from deciban.findings.differing.asked import Question
from deciban.findings.differing.player import paths_of
from deciban.findings.odds import Array
from deciban.units import decibans_to_probability


@dataclass(frozen=True)
class Pair:
    """Two debaters of a case of their own each, and what parts them."""

    before: Case
    after: Case
    crux: Crux
    back: Crux


def _pair(texts: tuple[Data, Data], threshold: float | None = None) -> Pair:
    """Two debaters, compared both ways; a pair of which one case has a mistake is passed over."""
    cases = [read(to_text(each)).case for each in texts]
    before, after = cases
    assert before is not None
    assert after is not None
    assume(not errors_of(before) and not errors_of(after))
    a, b = alone("a", before), alone("b", after)
    of = before.question.answers[0]
    crux = find_crux(after, a, b, of=of, threshold=threshold, within=0.5)
    back = find_crux(before, b, a, of=of, threshold=threshold, within=0.5)
    assume(crux.compared)
    return Pair(before, after, crux, back)


PAIRS = edited_pairs(most=5)


@settings(max_examples=40)
@given(PAIRS)
def test_shares_add_up_to_the_gap(texts: tuple[Data, Data]) -> None:
    pair = _pair(texts)
    crux = pair.crux
    place = pair.after.question.answers.index(crux.of)
    ends = [float(odds_of(case)[place]) for case in (pair.before, pair.after)]
    assert crux.log_odds == pytest.approx(tuple(ends), abs=1e-8)
    assert sum(each.share for each in crux.disputes) == pytest.approx(ends[1] - ends[0], abs=1e-8)
    assert crux.gap == pytest.approx(ends[1] - ends[0], abs=1e-8)


@settings(max_examples=40)
@given(PAIRS)
def test_the_other_way_round_every_share_has_the_other_sign(texts: tuple[Data, Data]) -> None:
    pair = _pair(texts)
    there, back = (
        {frozenset(each.address for each in one.differences): one for one in crux.disputes}
        for crux in (pair.crux, pair.back)
    )
    assert there.keys() == back.keys()
    for block, dispute in there.items():
        assert back[block].share == pytest.approx(-dispute.share, abs=1e-8)
        assert back[block].a_concedes == pytest.approx(-dispute.b_concedes, abs=1e-8)
    assert pair.back.left == pytest.approx(pair.crux.left, abs=1e-8)
    names = {"a": "b", "b": "a"}
    assert pair.back.flips == names.get(pair.crux.flips, pair.crux.flips)


@settings(max_examples=40)
@given(PAIRS)
def test_settling_nothing_leaves_the_gap_and_settling_all_leaves_none(
    texts: tuple[Data, Data],
) -> None:
    crux = _pair(texts).crux
    assert crux.left[0] == pytest.approx(abs(crux.gap))
    assert crux.left[-1] == pytest.approx(0.0, abs=1e-8)
    assert list(crux.left) == sorted(crux.left, reverse=True)
    assert len(crux.left) == len(crux.best) == len(crux.disputes) + 1


def _everything(texts: tuple[Data, Data]) -> tuple[Crux, Array, tuple[int, ...]]:
    """A crux, its log-odds in every mixture compiled anew, and which answer is told of.

    The first axes of the odds are the disputes, 1 where taken from the second; the last one is the
    answers.
    """
    pair = _pair(texts)
    found = _parted(pair.before, pair.after)
    disputes = [
        frozenset(each.path for each in dispute.differences) for dispute in pair.crux.disputes
    ]
    assume(0 < len(disputes) <= 5)
    odds = np.empty((2,) * len(disputes) + (len(pair.after.question.answers),))
    for taken in product((0, 1), repeat=len(disputes)):
        chosen = [each for each, there in zip(disputes, taken, strict=True) if there]
        odds[taken] = odds_of(found.between.mixed(frozenset().union(*chosen)))
    return pair.crux, odds, (pair.after.question.answers.index(pair.crux.of),)


def _parted(before: Case, after: Case) -> Parted:
    sides = sides_of(after, (alone("a", before), alone("b", after)))
    return parted(Changes(after), *sides)


@settings(max_examples=40)
@given(PAIRS)
def test_the_lattice_is_what_every_mixture_comes_to_when_it_is_compiled_anew(
    texts: tuple[Data, Data],
) -> None:
    pair = _pair(texts)
    found = _parted(pair.before, pair.after)
    assume(0 < len(found.players) <= 6)
    weighed = weigh(found, Question(pair.crux.compared, 1024))
    lanes = [pair.after.question.answers.index(name) for name in pair.crux.compared]
    assume(len(lanes) == len(pair.after.question.answers))
    for column in range(weighed.odds.shape[1]):
        taken = [each for place, each in enumerate(weighed.players) if column >> place & 1]
        anew = odds_of(found.between.mixed(paths_of(taken)))
        assert weighed.odds[:, column] == pytest.approx(anew[lanes], abs=1e-8)


@settings(max_examples=40)
@given(PAIRS)
def test_the_crux_is_the_smallest_set_that_leaves_no_gap_whoever_concedes(
    texts: tuple[Data, Data],
) -> None:
    crux, odds, (of,) = _everything(texts)
    count = len(crux.disputes)
    v = odds[..., of]
    ends = v[(0,) * count], v[(1,) * count]
    left = {}
    for size in range(count + 1):
        for chosen in combinations(range(count), size):
            taken = tuple(int(place in chosen) for place in range(count))
            others = tuple(1 - each for each in taken)
            left[chosen] = max(abs(ends[1] - v[taken]), abs(v[others] - ends[0]))
    for size in range(count + 1):
        least = min(value for chosen, value in left.items() if len(chosen) <= size)
        assert crux.left[size] == pytest.approx(least, abs=1e-7)
        assert left[crux.best[size]] == pytest.approx(least, abs=1e-7)
    enough = [chosen for chosen, value in left.items() if value <= crux.within]
    assume(all(abs(value - crux.within) > 1e-6 for value in left.values()))
    assert len(crux.cruxes) == min(map(len, enough))
    assert crux.cruxes in enough


@settings(max_examples=40)
@given(PAIRS)
def test_who_flips_is_who_changes_the_leader(texts: tuple[Data, Data]) -> None:
    crux, odds, _ = _everything(texts)
    count = len(crux.disputes)
    leads = odds.argmax(axis=-1)
    ends = int(leads[(0,) * count]), int(leads[(1,) * count])
    flipping = {}
    for size in range(1, count + 1):
        for chosen in combinations(range(count), size):
            taken = tuple(int(place in chosen) for place in range(count))
            others = tuple(1 - each for each in taken)
            a = int(leads[taken]) != ends[0]
            b = int(leads[others]) != ends[1]
            if a or b:
                flipping[chosen] = "both" if a and b else "a" if a else "b"
    if not flipping:
        assert (crux.flip, crux.flips) == ((), "")
        return
    least = min(map(len, flipping))
    assert len(crux.flip) == least
    assert flipping[crux.flip] == crux.flips
    assert crux.flips == "both" or all(
        who != "both" for chosen, who in flipping.items() if len(chosen) == least
    )


@settings(max_examples=40)
@given(PAIRS, st.floats(0.1, 0.9))
def test_with_a_threshold_a_side_flips_where_it_crosses_it(
    texts: tuple[Data, Data], threshold: float
) -> None:
    crux = _pair(texts, threshold).crux
    gap = crux.gap
    for dispute in crux.disputes:
        moved = crux.log_odds[1] - dispute.a_concedes, crux.log_odds[0] + dispute.b_concedes
        chances = [decibans_to_probability(each) for each in (*crux.log_odds, *moved)]
        assume(all(abs(chance - threshold) > 1e-6 for chance in chances))
        sides = [chance >= threshold for chance in chances]
        assert dispute.flips_a == (sides[0] != sides[2])
        assert dispute.flips_b == (sides[1] != sides[3])
    assert (crux.flips == "") <= (not any(each.flips_a for each in crux.disputes))
    assert gap == crux.gap


# By hand -----------------------------------------------------------------------------------------

TWO = case_text(
    """
    events:
      - {id: seen, text: Seen, known: yes, expected: {h: 60%, other: 20%}}
      - {id: heard, text: Heard, known: yes, expected: {h: 30%, other: 40%}}
    """
)
THREE = case_text(
    """
    events:
      - {id: seen, text: Seen, known: yes, expected: {h: 60%, i: 20%, j: 10%}}
      - {id: heard, text: Heard, known: yes, expected: {h: 30%, i: 40%, j: 60%}}
    """,
    hypotheses="{h: One, i: Two, j: Three}",
)


def _of_texts(before: str, after: str, of: str = "h") -> Crux:
    cases = [read(text).case for text in (before, after)]
    assert cases[0] is not None
    assert cases[1] is not None
    return find_crux(cases[1], alone("a", cases[0]), alone("b", cases[1]), of=of)


def test_of_two_answers_and_independent_items_a_share_is_a_difference_of_weights() -> None:
    after = TWO.replace("h: 60%, other: 20%", "h: 50%, other: 25%").replace("h: 30%", "h: 80%")
    shares = {each.address: each.share for each in _of_texts(TWO, after).disputes}
    assert shares == pytest.approx(
        {"events.seen.expected": decibans(2 / 3), "events.heard.expected": decibans(8 / 3)}
    )


def test_of_three_answers_it_is_not() -> None:
    """What one item says of the two other answers decides how much the other says of the first."""
    after = THREE.replace("i: 20%", "i: 90%").replace("j: 60%", "j: 5%")
    crux = _of_texts(THREE, after)
    assert len(crux.disputes) == 2
    for dispute in crux.disputes:
        assert abs(dispute.share - (crux.gap - dispute.a_concedes)) > 0.1
    assert sum(each.share for each in crux.disputes) == pytest.approx(crux.gap)


def test_a_block_that_moves_nothing_has_no_share_and_is_no_crux() -> None:
    idle = "  - {id: idle, text: Idle, known: yes, expected: {h: 30%, other: 30%}}\n"
    after = TWO.replace("h: 60%", "h: 20%") + idle.replace("30%", "60%")
    crux = _of_texts(TWO + idle, after)
    nothing = next(each for each in crux.disputes if each.address == "events.idle.expected")
    assert nothing.share == pytest.approx(0.0, abs=1e-9)
    assert crux.disputes[crux.cruxes[0]].address == "events.seen.expected"
    assert len(crux.cruxes) == 1


def test_the_same_answer_for_different_reasons_is_masked() -> None:
    after = TWO.replace("h: 60%, other: 20%", "h: 20%, other: 60%")
    after = after.replace("h: 30%, other: 40%", "h: 90%, other: 15%")
    crux = _of_texts(TWO, after)
    assert abs(crux.gap) < 1.0
    assert crux.total > 15.0
    assert crux.masked
    assert crux.cruxes == ()
    assert all(each.widens for each in crux.disputes)


def test_a_large_dispute_that_moves_little_does_not_matter() -> None:
    """They disagree on both chances alike, so their ratio is nearly the same."""
    after = TWO.replace("h: 30%, other: 40%", "h: 3%, other: 4.1%").replace("h: 60%", "h: 10%")
    crux = _of_texts(TWO, after)
    assert [crux.disputes[each].address for each in crux.beside] == ["events.heard.expected"]


def test_who_agrees_in_all_has_no_crux() -> None:
    crux = _of_texts(TWO, TWO)
    assert (crux.disputes, crux.cruxes, crux.left, crux.flips) == ((), (), (0.0,), "")


# Published ---------------------------------------------------------------------------------------

ADAMS = """\
deciban: 1
title: R v Adams, Donnelly's illustration
question:
  id: source
  ask: Was Adams the man?
  hypotheses: {yes: He was, no: He was not}
  exhaustive: yes
  prior: {yes: 1/200000, no: rest}
events:
  - {id: match, text: The match, known: yes, expected: {yes: 100%, no: 1 in 20000000}}
  - {id: not_identified, text: Not identified, known: yes, expected: {yes: 10%, no: 90%}}
  - {id: alibi, text: The alibi, known: yes, expected: {yes: 25%, no: 50%}}
"""


def test_in_r_v_adams_the_crux_is_the_match_probability(tmp_path: Path) -> None:
    """Three experts, odds of 55.6, 5.56 and 0.556: ten decibans from each to the next."""
    files: dict[str, str] = {}
    for name, value in (
        ("low", "1 in 200000000"),
        ("mid", "1 in 20000000"),
        ("high", "1 in 2000000"),
    ):
        files |= holding(name, events__match__expected__no=value)
    case, by = debate(tmp_path, files, ADAMS)
    odds = {"low": 55.6, "mid": 5.56, "high": 0.556}
    for one, other in combinations(odds, 2):
        crux = find_crux(case, by[one], by[other])
        assert crux.gap == pytest.approx(decibans(odds[other] / odds[one]), abs=0.01)
        (dispute,) = crux.disputes
        assert (dispute.address, crux.cruxes) == ("events.match.expected", (0,))
        assert dispute.a_concedes == pytest.approx(0.0, abs=1e-9)
        assert dispute.midpoint == pytest.approx(0.0, abs=1e-9)
        assert dispute.about == "How likely was this on each answer: The match?"
        assert [each.because_a for each in dispute.values] == [f"Why {one} says so."]
    crux = find_crux(case, by["low"], by["high"])
    assert crux.of == "yes"
    assert (crux.flip, crux.flips) == ((0,), "both")
