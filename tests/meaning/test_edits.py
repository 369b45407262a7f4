"""What-ifs, a case's own tests, contradictions, and what independence would have claimed."""

import pytest
from tests.meaning.line import (
    SURE,
    case_text,
    codes,
    decibans,
    problems,
    weighed,
    weighing,
)

from deciban import pipeline
from deciban.findings.what_if import Supposition

BODY = """
sources: {he: {name: He, character: {honest: 100%}, competence: 80%}}
assume: {slip: 0%}
events:
  - {id: fact, text: A fact, expected: {h: 100%, other: 0%}}
  - {id: seen, text: Seen, known: yes, expected: {h: 60%, other: 20%}}
reports:
  - {id: told, of: fact, by: he}
what_if:
"""


def supposed(edit: str) -> Supposition:
    """What a what-if comes to."""
    outcome = weighing(case_text(BODY + edit))
    assert outcome.case is not None
    assert outcome.sound, outcome.problems
    (supposition,), found = pipeline.suppose(outcome, outcome.case.what_if)
    assert not found
    return supposition


@pytest.mark.parametrize(
    ("edit", "ratio"),
    [
        ("without: [told]", 3),
        ("without: [seen]", 4),
        ("without: [he]", 3),
        ("without: [fact]", 3),
        ("set: {events.seen.expected.h: 20%}", 4),
        ("set: {sources.he.competence: 50%}", 3),
        ("set: {question.prior: {h: 80%, other: rest}}", 48),
        ("add: {events: [{id: more, text: More, known: yes, weight: {h: x2}}]}", 24),
        ("add: {reports: [{id: again, of: fact, by: he}]}", 12),
        ("without: [told], set: {events.seen.expected.other: 60%}", 1),
    ],
)
def test_a_what_if_is_the_case_with_one_thing_changed(edit: str, ratio: float) -> None:
    supposition = supposed(f"  - {{id: other_wise, text: Otherwise, {edit}}}")
    assert supposition.probability["h"] == pytest.approx(ratio / (1 + ratio))
    assert supposition.moved["h"] == pytest.approx(decibans(ratio / 12), abs=1e-9)


def test_a_what_if_leaves_the_case_as_it_was() -> None:
    edited = case_text(BODY + "  - {id: w, text: Otherwise, without: [told]}")
    assert weighed(edited).posterior.answers[0].probability == pytest.approx(12 / 13)


def test_a_what_if_that_names_nothing_is_a_problem() -> None:
    wrong = BODY + "  - {id: w, text: Otherwise, set: {events.sean.expected.h: 20%}}"
    (problem,) = [each for each in problems(case_text(wrong)) if each.is_error]
    assert problem.code == "D801"
    assert problem.at is not None
    assert problem.at.line > 1


TESTED = """
events:
  - {id: seen, text: Seen, known: yes, expected: {h: 80%, other: 20%}}
test:
  - {of: h, between: BETWEEN}
"""


@pytest.mark.parametrize(
    ("between", "found"),
    [("75..85%", []), ("80%", []), ("81..90%", ["D802"]), ("1..79%", ["D802"])],
)
def test_a_case_says_what_must_hold_of_its_answer(between: str, found: list[str]) -> None:
    if between == "80%":
        between = "79.999..80.001%"
    assert codes(case_text(TESTED.replace("BETWEEN", between))) == found


def test_a_failed_test_says_what_was_found() -> None:
    (problem,) = problems(case_text(TESTED.replace("BETWEEN", "10..20%")))
    assert "80.0%" in problem.message
    assert problem.at is not None


CONTRADICTION = """
events:
  - {id: harmless, text: Harmless, known: yes, expected: {h: 60%, other: 50%}}
  - {id: only_h, text: Only under h, known: yes, expected: {h: 50%, other: 0%}}
  - {id: also_harmless, text: Harmless too, known: no, expected: {h: 60%, other: 50%}}
  - {id: never_h, text: Never under h, known: yes, expected: {h: 0%, other: 50%}}
"""


def test_a_contradiction_names_items_of_which_none_can_be_dropped() -> None:
    found = [each for each in problems(case_text(CONTRADICTION)) if each.is_error]
    (problem,) = found
    assert problem.code == "D701"
    assert "'only_h' and 'never_h'" in problem.message
    assert "harmless" not in problem.message
    assert len(problem.also) == 1


def test_one_impossible_item_contradicts_alone() -> None:
    body = "events: [{id: wonder, text: A wonder, known: yes, expected: {h: 0%, other: 0%}}]"
    (problem,) = [each for each in problems(case_text(body)) if each.is_error]
    assert problem.code == "D701"
    assert "'wonder' cannot be true" in problem.message


def test_an_answer_that_one_item_excludes_is_impossible_and_no_contradiction() -> None:
    body = "events: [{id: seen, text: Seen, known: yes, expected: {h: 0%, other: 50%}}]"
    findings = weighed(case_text(body))
    assert [answer.probability for answer in findings.posterior.answers] == [0.0, 1.0]
    assert findings.weights.items[0].weights["h"].alone == -float("inf")


def test_overlap_is_what_counting_one_source_over_and_over_would_have_claimed() -> None:
    told = "\n".join(f"  - {{id: r{n}, of: fact, by: he}}" for n in range(3))
    head = BODY.partition("events:")[0]
    overlap = weighed(case_text(head + SURE + "reports:\n" + told)).overlap
    assert overlap.naive["h"] == pytest.approx(64 / 65)
    groups = {(group.kind, group.name): group for group in overlap.groups}
    source = groups["source", "he"]
    assert source.items == ("r0", "r1", "r2")
    assert source.apart == pytest.approx(3 * decibans(4))
    assert source.together == pytest.approx(decibans(4))


def test_independent_items_do_not_overlap() -> None:
    body = """
    events:
      - {id: a, text: A, known: yes, expected: {h: 60%, other: 20%}}
      - {id: b, text: B, known: yes, expected: {h: 30%, other: 20%}}
    """
    overlap = weighed(case_text(body)).overlap
    assert not overlap.groups
    assert overlap.naive["h"] == pytest.approx(
        weighed(case_text(body)).posterior.leader.probability
    )
