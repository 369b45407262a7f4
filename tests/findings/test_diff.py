"""What each change between two cases did: shares add up, and a batch is what it stands for."""

import math
from collections.abc import Mapping
from itertools import product

import numpy as np
import pytest
from hypothesis import assume, given, settings
from tests.meaning.edited_cases import edited_pairs
from tests.meaning.line import case_text, decibans, read
from tests.meaning.small_cases import Data, to_text
from tests.minds.little_case import ACT, SHOWN, UNSURE, little_case

from deciban import pipeline
from deciban.case import Case
from deciban.checks import errors_of
from deciban.compile import compile_case
from deciban.edit.difference import Between, blocks_of, differences
from deciban.engine import Solution, TooLarge, plan_of, solve
from deciban.findings.diff import Diff
from deciban.findings.differing import attribution, frame, shape, together
from deciban.findings.differing.asked import Question
from deciban.findings.differing.attribution import Attribution, attribute
from deciban.findings.differing.lattice import Lattice
from deciban.findings.differing.together import standing
from deciban.findings.odds import Array, log_odds
from deciban.model import Model

BODY = """
sources:
  she: {name: She}
  he: {name: He, character: {honest: 70%, guesses: rest}, competence: 80%}
events:
  - {id: fact, text: A fact, expected: {h: 90%, other: 10%}}
  - {id: seen, text: Seen, known: yes, expected: {h: 60%, other: 20%}, because: It was so.}
  - {id: heard, text: Heard, known: yes, expected: {h: 30%, other: 40%}}
reports:
  - {id: told, of: fact, by: he}
"""
CASE = case_text(BODY)
THREE = "{h: One, i: Two, j: Three}"


def compared(before: str, after: str) -> Diff:
    """What parts two texts in which nothing is wrong."""
    comparison = pipeline.compare(read(before), read(after))
    wrong = [each for side in (comparison.before, comparison.after) for each in side.problems]
    assert comparison.found is not None, wrong
    return comparison.found


def shares(diff: Diff, hypothesis: str = "h") -> dict[str, float]:
    """The share of each change, by where it stands."""
    return {change.address: change.weights[hypothesis].share for change in diff.changes}


def by_hand(before: str, after: str, hypothesis: str) -> float:
    """The difference of log-odds of two texts, each weighed by itself."""
    odds = [
        {each.id: each.log_odds for each in found.posterior.answers}[hypothesis]
        for found in (pipeline.weigh_reading(read(text)).findings for text in (before, after))
        if found is not None
    ]
    return odds[1] - odds[0]


# By hand -----------------------------------------------------------------------------------------


def test_with_two_hypotheses_and_independent_items_a_share_is_a_difference_of_weights() -> None:
    after = CASE.replace("h: 60%, other: 20%", "h: 50%, other: 25%")
    after = after.replace("h: 30%, other: 40%", "h: 30%, other: 10%")
    diff = compared(CASE, after)
    assert shares(diff) == pytest.approx(
        {
            "events.heard.expected": decibans(3 / (3 / 4)),
            "events.seen.expected": decibans(2 / 3),
        }
    )
    for change in diff.changes:
        weight = change.weights["h"]
        assert weight.alone == pytest.approx(weight.share)
        assert weight.last == pytest.approx(weight.share)
        assert weight.error == 0


def test_of_a_report_and_its_source_each_has_half_of_what_only_both_do() -> None:
    """A word that was never heard weighs nothing, whatever the man is like."""
    silent = CASE.replace("id: told, of: fact, by: he", "id: other, of: fact, by: she")
    after = CASE + "  - {id: other, of: fact, by: she}\n"
    full, less = by_hand(silent, after.replace("70%", "90%"), "h"), by_hand(silent, after, "h")
    diff = compared(silent, after.replace("honest: 70%", "honest: 90%"))
    assert shares(diff) == pytest.approx(
        {"reports.told": (less + full) / 2, "sources.he.character": (full - less) / 2}
    )
    weights = {change.address: change.weights["h"] for change in diff.changes}
    assert weights["sources.he.character"].alone == pytest.approx(0.0, abs=1e-12)
    assert weights["sources.he.character"].last == pytest.approx(full - less)


# What must hold of any two cases -----------------------------------------------------------------


def _cases(pair: tuple[Data, Data]) -> tuple[Case, Case]:
    """Both cases; a pair of which one has a mistake in it is passed over."""
    cases = [read(to_text(each)).case for each in pair]
    assert cases[0] is not None
    assert cases[1] is not None
    assume(not any(errors_of(case) for case in cases if case is not None))
    return cases[0], cases[1]


def _attributed(before: Case, after: Case) -> Attribution:
    found = differences(before, after)
    blocks = blocks_of(before, after, found)
    assume(blocks)
    answers = before.question.answers
    return attribute(Between(before, after, found), blocks, Question(answers, 1024))


def _by_differences(found: Attribution) -> Mapping[frozenset[str], list[float]]:
    """The shares of each change for every hypothesis, by all that it changes."""
    return {
        frozenset(each.address for each in player.differences): found.share[place].tolist()
        for place, player in enumerate(found.players)
    }


def _odds(case: Case) -> Array:
    """The log-odds of every hypothesis, compiled and solved anew."""
    model = compile_case(case)
    return log_odds(solve(model, model.questions[case.question.id]).log_z)


@settings(max_examples=40)
@given(edited_pairs())
def test_shares_add_up_to_the_way_from_one_answer_to_the_other(pair: tuple[Data, Data]) -> None:
    before, after = _cases(pair)
    found = _attributed(before, after)
    assert found.share.sum(axis=0) == pytest.approx(_odds(after) - _odds(before), abs=1e-8)
    assert found.gap == pytest.approx(_odds(after) - _odds(before), abs=1e-8)


@settings(max_examples=40)
@given(edited_pairs())
def test_the_other_way_round_every_share_has_the_other_sign(pair: tuple[Data, Data]) -> None:
    before, after = _cases(pair)
    there = _by_differences(_attributed(before, after))
    back = _by_differences(_attributed(after, before))
    assert there.keys() == back.keys()
    for key, shares_there in there.items():
        assert back[key] == pytest.approx([-share for share in shares_there], abs=1e-8)


@settings(max_examples=60)
@given(edited_pairs(most=4))
def test_the_batch_is_what_every_mixture_comes_to_when_it_is_compiled_anew(
    pair: tuple[Data, Data],
) -> None:
    before, after = _cases(pair)
    found = differences(before, after)
    between = Between(before, after, found)
    players = standing(between, blocks_of(before, after, found))
    assume(0 < len(players) <= 5)
    every = np.array(list(product((False, True), repeat=len(players)))).T
    question = Question(before.question.answers, 1024)
    values = Lattice(between, players, question).value(every)
    for column in range(every.shape[1]):
        taken = [player for player, there in zip(players, every[:, column], strict=True) if there]
        mixed = between.mixed({path for each in taken for path in each.paths})
        assert values[:, column] == pytest.approx(_odds(mixed), abs=1e-9)


def test_a_case_with_itself_has_no_changes_and_no_gap() -> None:
    diff = compared(CASE, CASE)
    assert diff.same
    assert diff.gap == {"h": 0.0, "other": 0.0}
    assert diff.untouched == 8


def test_a_change_that_never_moves_anything_has_no_share() -> None:
    after = CASE.replace("h: 60%", "h: 50%").replace(
        "reports:\n", "  - {id: idle, text: Idle, known: yes, expected: 30%}\nreports:\n"
    )
    found = shares(compared(CASE, after))
    assert found["events.idle"] == pytest.approx(0.0, abs=1e-12)
    assert found["events.seen.expected"] == pytest.approx(decibans(5 / 6))


def test_a_wider_range_around_the_same_middle_has_no_share() -> None:
    before = CASE.replace("h: 60%", "h: 55..65%")
    (change,) = compared(before, before.replace("55..65%", "40..80%")).changes
    assert change.weights["h"].share == pytest.approx(0.0, abs=1e-12)


def test_a_number_worded_otherwise_is_no_change() -> None:
    diff = compared(CASE, CASE.replace("h: 60%", "h: 0.6").replace("A small case", "Another"))
    assert not diff.changes
    assert not diff.same
    assert [each.address for each in diff.words] == ["title", "events.seen.expected.h"]


# What stands together ----------------------------------------------------------------------------

RELAYED = CASE + "  - {id: passed_on, of: fact, by: she, relays: told_her}\n"
RELAYED += "  - {id: told_her, of: fact, by: he}\n"


def test_a_relay_and_the_report_it_passes_on_are_told_as_one() -> None:
    (change,) = compared(CASE, RELAYED).changes
    assert change.together == "whole"
    assert {each.address for each in change.differences} == {
        "reports.passed_on",
        "reports.told_her",
    }


def test_two_reports_of_one_belief_change_their_number_together() -> None:
    twice = CASE.replace("by: he}", "by: he, competence: 60%}")
    twice += "  - {id: again, of: fact, by: he, competence: 60%}\n"
    (change,) = compared(twice, twice.replace("competence: 60%", "competence: 90%")).changes
    assert change.together == "whole"
    assert len(change.differences) == 2


def test_a_mixture_that_is_impossible_puts_together_what_it_parts() -> None:
    """The door had to be open for the key, and now has to be shut for the bolt."""
    before = case_text(
        """
        events:
          - {id: door, text: The door, expected: {h: 50%, other: 40%}}
          - {id: key, text: The key, known: yes, given: door, expected: {yes: 90%, no: 0%}}
          - {id: bolt, text: The bolt, known: yes, given: door, expected: {yes: 30%, no: 20%}}
          - {id: cake, text: A cake, known: yes, expected: {h: 60%, other: 20%}}
        """
    )
    after = (
        before.replace("{yes: 90%, no: 0%}", "{yes: 80%, no: 70%}")
        .replace("{yes: 30%, no: 20%}", "{yes: 0%, no: 60%}")
        .replace("h: 60%, other: 20%", "h: 40%, other: 20%")
    )
    diff = compared(before, after)
    by_reason = {change.together: change for change in diff.changes}
    assert set(by_reason) == {"contradiction", ""}
    assert {each.path[1] for each in by_reason["contradiction"].differences} == {"key", "bolt"}
    assert sum(shares(diff).values()) == pytest.approx(by_hand(before, after, "h"))


# Outside the decibans ----------------------------------------------------------------------------


def test_an_answer_that_one_case_lacks_is_outside_and_the_others_are_compared() -> None:
    body = """
    events:
      - {id: seen, text: Seen, known: yes, expected: {h: 60%, i: 20%, j: 40%}}
      - {id: heard, text: Heard, known: yes, expected: {h: 30%, i: 10%, j: 40%}}
    """
    before = case_text(body, hypotheses=THREE)
    after = case_text(body.replace(", j: 40%", ""), hypotheses="{h: One, i: Two}")
    after = after.replace("h: 60%", "h: 50%")
    diff = compared(before, after)
    assert diff.only_before == ("j",)
    assert diff.compared == ("h", "i")
    assert diff.gap["h"] == pytest.approx(decibans(5 / 6))
    assert sum(shares(diff).values()) == pytest.approx(diff.gap["h"])


def test_an_answer_that_is_ruled_out_is_outside() -> None:
    body = """
    events:
      - {id: seen, text: Seen, known: yes, expected: {h: 60%, i: 20%, j: 40%}}
      - {id: heard, text: Heard, known: yes, expected: {h: 30%, i: 10%, j: 40%}}
    """
    before = case_text(body, hypotheses=THREE)
    diff = compared(before, before.replace("h: 30%", "h: 45%").replace("j: 40%}}", "j: 0%}}", 1))
    assert diff.ruled_out_after == ("j",)
    assert diff.compared == ("h", "i")
    assert shares(diff) == pytest.approx(
        {"events.heard.expected": decibans(1.5), "events.seen.expected": 0.0}, abs=1e-12
    )


def test_fewer_than_two_common_answers_cannot_be_compared() -> None:
    diff = compared(CASE, CASE.replace("prior: even", "prior: {h: 100%, other: 0%}"))
    assert diff.compared == ()
    assert diff.of == ""
    assert [change.weights for change in diff.changes] == [{}]


# Large changes that cancel -----------------------------------------------------------------------


def test_the_same_answer_for_other_reasons_is_said_to_be_that() -> None:
    after = CASE.replace("h: 60%, other: 20%", "h: 20%, other: 60%")
    after = after.replace("h: 30%, other: 40%", "h: 90%, other: 15%")
    diff = compared(CASE, after)
    assert abs(diff.gap["h"]) < 1.0
    assert diff.moved["h"] > 15.0
    assert diff.masked
    assert not compared(CASE, CASE.replace("h: 60%", "h: 50%")).masked


# Minds -------------------------------------------------------------------------------------------


def test_a_change_in_a_mind_goes_through_its_table_and_shares_add_up() -> None:
    before = little_case(UNSURE + ACT, SHOWN)
    after = before.replace("honest: 10..90%", "honest: 80..95%")
    diff = compared(before, after)
    name = diff.of
    assert diff.gap[name] == pytest.approx(by_hand(before, after, name), abs=1e-9)
    assert sum(shares(diff, name).values()) == pytest.approx(diff.gap[name], abs=1e-9)
    assert abs(diff.gap[name]) > 0.1


def test_too_many_changes_in_one_mind_are_told_as_one(monkeypatch: pytest.MonkeyPatch) -> None:
    before = little_case(UNSURE + ACT, SHOWN)
    after = before.replace("honest: 10..90%", "honest: 80..95%").replace("care: 5", "care: 8")
    apart = compared(before, after)
    assert {change.address for change in apart.changes} == {
        "actors.he.trusts.britain",
        "actors.he.care",
    }
    monkeypatch.setattr(together, "MOST_IN_A_MIND", 1)
    (change,) = compared(before, after).changes
    assert change.together == "mind"
    name = apart.of
    assert change.weights[name].share == pytest.approx(apart.gap[name], abs=1e-9)


def test_mixtures_too_large_to_weigh_put_together_what_they_part(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """As if a case in which she is heard of, and he is not believed, could not be computed."""
    after = CASE.replace("of: fact, by: he", "of: fact, by: she").replace("h: 60%", "h: 50%")
    after = after.replace("id: heard, text: Heard, known: yes", "id: heard, text: Heard")
    after += "  - {id: so_he_heard, of: heard, by: he}\n"
    expected = compared(CASE, after)

    def refusing(
        model: Model,
        query: int,
        *,
        numbers: Array | None = None,
        given: Mapping[int, int] | None = None,
        withheld: frame.Sets | None = None,
    ) -> Solution:
        names = {item.id for item in model.items}
        if "heard" in names and "so_he_heard" in names:
            raise TooLarge(plan_of(model, query).cost)
        return solve(model, query, numbers=numbers, given=given, withheld=withheld)

    monkeypatch.setattr(frame, "solve", refusing)
    diff = compared(CASE, after)
    large = [change for change in diff.changes if change.together == "large"]
    assert len(large) == 1
    assert {each.path[1] for each in large[0].differences} == {"heard", "so_he_heard"}
    assert diff.gap["h"] == pytest.approx(expected.gap["h"])
    assert sum(shares(diff).values()) == pytest.approx(diff.gap["h"])


# Many changes ------------------------------------------------------------------------------------


def _many(count: int) -> tuple[str, str]:
    lines = [
        f"  - {{id: e{place}, text: E, known: yes, expected: {{h: 50%, other: 40%}}}}"
        for place in range(count)
    ]
    before = case_text("events:\n" + "\n".join(lines) + "\n")
    return before, before.replace("h: 50%", "h: 60%")


def test_beyond_so_many_changes_orders_are_sampled_and_shares_still_add_up() -> None:
    exact, sampled = (
        compared(*_many(count)) for count in (attribution.EXACT, attribution.EXACT + 1)
    )
    assert exact.exact
    assert not sampled.exact
    for diff in (exact, sampled):
        each = decibans(6 / 5)
        assert list(shares(diff).values()) == pytest.approx([each] * len(diff.changes))
        assert sum(shares(diff).values()) == pytest.approx(diff.gap["h"])


def test_a_sample_agrees_with_every_order_within_its_error(monkeypatch: pytest.MonkeyPatch) -> None:
    before = CASE.replace("of: fact, by: he", "of: fact, by: she")
    after = CASE.replace("honest: 70%", "honest: 90%").replace("other: 10%", "other: 30%")
    exact = compared(before, after)
    monkeypatch.setattr(attribution, "EXACT", 1)
    sampled = compared(before, after)
    assert not sampled.exact
    for change in sampled.changes:
        weight = change.weights["h"]
        assert weight.error > 0.0
        assert abs(weight.share - shares(exact)[change.address]) < 5 * weight.error


def test_numbers_that_turn_out_to_move_tables_are_compiled(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a batch cannot be trusted it is given up, and the shares are the same."""
    after = CASE.replace("h: 60%", "h: 50%").replace("honest: 70%", "honest: 90%")
    expected = shares(compared(CASE, after))
    shapes = iter([True])  # when first asked; and not when it comes to it
    monkeypatch.setattr(shape, "of_one_shape", lambda *_: next(shapes, False))
    assert shares(compared(CASE, after)) == pytest.approx(expected)


# What is said beside a change --------------------------------------------------------------------


def test_a_new_number_under_an_old_reason_is_noticed() -> None:
    old = compared(CASE, CASE.replace("h: 60%", "h: 50%"))
    new = compared(CASE, CASE.replace("h: 60%", "h: 50%").replace("It was so.", "It was not."))
    none = compared(CASE, CASE.replace("h: 30%", "h: 50%"))
    assert [diff.changes[0].reasoned for diff in (old, new, none)] == [False, True, None]


def test_a_change_says_what_it_speaks_of() -> None:
    after = CASE.replace("h: 60%", "h: 50%").replace("honest: 70%", "honest: 90%")
    after += "  - {id: again, of: seen, by: he, says: no}\n"
    told = {change.address: change.about for change in compared(CASE, after).changes}
    assert told == {
        "events.seen.expected": "Seen",
        "sources.he.character": "He",
        "reports.again": "He: Seen",
    }


def test_an_event_left_with_nothing_to_tell_of_it_is_no_obstacle() -> None:
    idle = CASE.replace("  - {id: told, of: fact, by: he}\n", "  - {id: told, of: seen, by: he}\n")
    idle = idle.replace("  - {id: fact, text: A fact, expected: {h: 90%, other: 10%}}\n", "")
    diff = compared(CASE, idle)
    assert [each.address for each in diff.along] == ["events.fact"]
    assert [change.address for change in diff.changes] == ["reports.told"]
    assert math.isfinite(diff.gap["h"])


def test_dates_that_are_words_keep_nothing_from_being_told_apart() -> None:
    """It came later than was thought, and what is known of it was published later still."""
    before = little_case(UNSURE + ACT, SHOWN).replace("1941-04-21,", "1941-04-21, public: 1941-05,")
    after = before.replace("1941-04-21, public: 1941-05,", "1941-06-01, public: 1950,")
    after = after.replace("care: 5", "care: 8")
    for diff in (compared(before, after), compared(after, before)):
        assert [change.together for change in diff.changes] == ["", ""]
