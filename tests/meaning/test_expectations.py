"""What an event's expectations mean: rows, hidden events, rival causes, published weights."""

import pytest
from tests.meaning.line import case_text, chances, decibans, problems, says, weighed


def posterior(expected_h: float, expected_other: float) -> float:
    """The probability of h at an even prior."""
    return expected_h / (expected_h + expected_other)


@pytest.mark.parametrize(
    ("row", "chance_of_b"),
    [
        ("{a: 50%, b: 20%, c: 30%}", 0.2),
        ("{a: 50%, b: rest, c: 30%}", 0.2),
        ("{a: 50%, else: rest}", 0.25),
        ("{a: rest, else: 10%}", 0.1),
        ("{a: 40..60%, b: rest, c: 10..30%}", 0.3),
        ("even", 1 / 3),
        # The centrals 60 + 50% are too much; both go half the way to their own low ends.
        ("{a: 50..70%, b: 40..60%, c: 0%}", 0.45),
    ],
)
def test_a_row_shares_out_what_it_has(row: str, chance_of_b: float) -> None:
    body = f"""
    events:
      - id: which
        text: Which of three
        outcomes: [a, b, c]
        known: b
        expected: {{h: {row}, other: {{a: 0%, b: 50%, c: 50%}}}}
    """
    assert chances(case_text(body))["h"] == pytest.approx(posterior(chance_of_b, 0.5))


def test_else_speaks_for_every_hypothesis_not_named() -> None:
    body = "events: [{id: seen, text: Seen, known: no, expected: {h: 80%, else: 40%}}]"
    assert chances(case_text(body))["h"] == pytest.approx(posterior(0.2, 0.6))


def test_what_hangs_from_a_hidden_event_speaks_through_it() -> None:
    body = """
    events:
      - {id: policy, text: A policy, expected: {h: 90%, other: 30%}}
      - {id: act, text: An act of it, known: yes, given: policy, expected: {yes: 80%, no: 20%}}
    """
    under_h, under_other = 0.9 * 0.8 + 0.1 * 0.2, 0.3 * 0.8 + 0.7 * 0.2
    assert chances(case_text(body))["h"] == pytest.approx(posterior(under_h, under_other))


def test_acts_of_one_policy_never_say_more_than_the_policy() -> None:
    acts = "\n".join(
        f"  - {{id: act{n}, text: Act, known: yes, given: policy, expected: {{yes: 95%, no: 5%}}}}"
        for n in range(12)
    )
    body = "events:\n  - {id: policy, text: A policy, expected: {h: 90%, other: 30%}}\n" + acts
    assert says(case_text(body)) == pytest.approx(decibans(3), abs=1e-6)


def test_an_event_may_hang_from_two_things_at_once() -> None:
    body = """
    questions:
      q: {ask: And q, hypotheses: {yes: Y, no: N}, prior: {yes: 30%, no: rest}}
    events:
      - id: seen
        text: Seen
        known: yes
        given: [question, q]
        expected: {h: {yes: 80%, no: 40%}, other: {yes: 10%, else: 50%}}
    """
    under_h, under_other = 0.3 * 0.8 + 0.7 * 0.4, 0.3 * 0.1 + 0.7 * 0.5
    assert chances(case_text(body))["h"] == pytest.approx(posterior(under_h, under_other))


RIVAL = """
questions:
  q: {ask: Another cause, hypotheses: {yes: Y, no: N}, prior: {yes: 40%, no: rest}}
events:
  - id: unready
    text: They were not ready
    known: yes
    expected: {h: 30%, other: 10%}
    also_caused_by: {q.yes: 50%}
"""


def test_a_rival_cause_brings_about_what_was_not_expected_otherwise() -> None:
    under_h = 0.6 * 0.3 + 0.4 * (1 - 0.7 * 0.5)
    under_other = 0.6 * 0.1 + 0.4 * (1 - 0.9 * 0.5)
    assert chances(case_text(RIVAL))["h"] == pytest.approx(posterior(under_h, under_other))


def test_a_rival_cause_explains_away() -> None:
    known = RIVAL.replace("yes: 40%", "yes: 100%")
    assert says(case_text(known)) < says(case_text(RIVAL)) < decibans(3)
    ruled_out = RIVAL.replace("yes: 40%", "yes: 0%")
    assert says(case_text(ruled_out)) == pytest.approx(decibans(3))


def test_three_rival_causes_each_may_fail_on_its_own() -> None:
    body = """
    events:
      - {id: one, text: One, known: yes, expected: 50%}
      - {id: two, text: Two, known: no, expected: 50%}
      - {id: three, text: Three, known: yes, expected: 50%}
      - id: effect
        text: The effect
        known: yes
        expected: {h: 40%, other: 20%}
        also_caused_by: {one.yes: 10%, two.yes: 90%, three.yes: 30%}
    """
    under_h, under_other = (1 - (1 - p) * 0.9 * 0.7 for p in (0.4, 0.2))
    assert chances(case_text(body))["h"] == pytest.approx(posterior(under_h, under_other))


@pytest.mark.parametrize(
    ("weight", "expected"),
    [
        ("{h: 6 dB}", 6.0),
        ("{h: x4}", decibans(4)),
        ("{h: 3 dB, other: -2 dB}", 5.0),
        ("{other: -2 dB}", 2.0),
        ("{h: x1/4}", -decibans(4)),
        ("{h: 2..6 dB}", 4.0),
    ],
)
def test_a_published_weight_is_taken_as_it_is(weight: str, expected: float) -> None:
    body = f"events: [{{id: study, text: A study, known: yes, weight: {weight}}}]"
    assert says(case_text(body)) == pytest.approx(expected)


def test_hypotheses_not_named_have_no_weight() -> None:
    body = "events: [{id: study, text: A study, known: yes, weight: {a: x3}}]"
    text = case_text(body, hypotheses="{a: A, b: B, c: C}")
    assert chances(text) == pytest.approx({"a": 0.6, "b": 0.2, "c": 0.2})


def test_a_weight_may_speak_of_a_hidden_event() -> None:
    body = """
    events:
      - {id: hand, text: It is his hand, expected: {h: 70%, other: 10%}}
      - {id: expert, text: The expert, known: yes, given: hand, weight: {yes: x12}}
    """
    under_h, under_other = 0.7 * 12 + 0.3, 0.1 * 12 + 0.9
    assert chances(case_text(body))["h"] == pytest.approx(posterior(under_h, under_other))


FORTY = ", ".join(f"o{n}" for n in range(40))


def test_an_event_may_have_forty_outcomes() -> None:
    body = f"""
    events:
      - id: many
        text: One of forty
        outcomes: [{FORTY}]
        known: o7
        expected: {{h: {{o7: 61%, else: 1%}}, other: even}}
    """
    assert chances(case_text(body))["h"] == pytest.approx(posterior(0.61, 0.025))


def test_an_event_nothing_bears_on_is_a_problem() -> None:
    (problem,) = problems(
        case_text("events: [{id: lost, text: Lost, expected: {h: 1%, other: 2%}}]")
    )
    assert problem.code == "D501"


def test_items_that_fit_every_hypothesis_alike_say_nothing() -> None:
    body = "events: [{id: seen, text: Seen, known: yes, expected: 37%}]"
    (item,) = weighed(case_text(body)).weights.items
    assert item.weights["h"].share == pytest.approx(0.0, abs=1e-12)
