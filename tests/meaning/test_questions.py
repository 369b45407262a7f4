"""What a question means: its prior, what it is given, and questions of when."""

import pytest
from tests.meaning.line import case_text, chances, decibans, says, weighed

ITEM = """
events:
  - {id: seen, text: It was seen, known: yes, expected: {h: 80%, other: 20%}}
"""


def test_without_items_the_answer_is_the_prior() -> None:
    text = case_text("", prior="{a: 50%, b: 30%, c: rest}", hypotheses="{a: A, b: B, c: C}")
    assert chances(text) == pytest.approx({"a": 0.5, "b": 0.3, "c": 0.2})


def test_an_item_multiplies_the_odds_by_its_likelihood_ratio() -> None:
    assert chances(case_text(ITEM))["h"] == pytest.approx(0.8)
    assert says(case_text(ITEM)) == pytest.approx(decibans(4))


def test_the_prior_is_where_the_odds_begin() -> None:
    text = case_text(ITEM, prior="{h: 20%, other: rest}")
    assert chances(text)["h"] == pytest.approx(0.5)
    answer = weighed(text).posterior.answers[0]
    assert answer.prior == pytest.approx(0.2)
    assert answer.log_odds == pytest.approx(0.0, abs=1e-12)
    assert answer.weight == pytest.approx(decibans(4))


def test_every_question_spreads_over_its_own_answers() -> None:
    body = """
    events:
      - {id: seen, text: It was seen, known: yes, expected: {a: 60%, b: 30%, else: 10%}}
    """
    text = case_text(body, hypotheses="{a: A, b: B, c: C, d: D}")
    assert chances(text) == pytest.approx({"a": 6 / 11, "b": 3 / 11, "c": 1 / 11, "d": 1 / 11})


NESTED = """
questions:
  motive:
    ask: Had he a motive?
    hypotheses: {yes: He had, no: He had not}
    given: question
    prior: {h: {yes: 90%, no: rest}, other: {yes: 10%, no: rest}}
events:
  - {id: letter, text: A letter, known: yes, given: motive, expected: {yes: 80%, no: 40%}}
"""


def test_an_item_on_a_nested_question_bears_on_the_one_above_it() -> None:
    under_h, under_other = 0.9 * 0.8 + 0.1 * 0.4, 0.1 * 0.8 + 0.9 * 0.4
    expected = under_h / (under_h + under_other)
    assert chances(case_text(NESTED))["h"] == pytest.approx(expected)


def test_a_nested_question_is_answered_too() -> None:
    answers = chances(case_text(NESTED), "motive")
    yes, no = 0.5 * (0.9 + 0.1) * 0.8, 0.5 * (0.1 + 0.9) * 0.4
    assert answers["yes"] == pytest.approx(yes / (yes + no))
    (linked,) = weighed(case_text(NESTED)).linked
    assert linked.answers[0].prior == pytest.approx(0.5)


def test_questions_may_be_nested_twelve_deep() -> None:
    lines = ["questions:"]
    above = "question"
    for depth in range(12):
        yes, no = ("h", "other") if depth == 0 else ("yes", "no")
        lines.append(
            f"  q{depth}: {{ask: And q{depth}, hypotheses: {{yes: Y, no: N}}, given: {above}, "
            f"prior: {{{yes}: {{yes: 90%, no: rest}}, {no}: {{yes: 10%, no: rest}}}}}}"
        )
        above = f"q{depth}"
    lines += ["events:", f"  - {{id: end, text: End, known: yes, given: {above},"]
    lines += ["     expected: {yes: 100%, no: 0%}}"]
    # The chance of an even number of switches in twelve, each with probability 10%.
    same = (1 + (1 - 2 * 0.1) ** 12) / 2
    assert chances(case_text("\n".join(lines)))["h"] == pytest.approx(same)


WHEN = """
deciban: 1
title: When did he learn of it?
question:
  ask: When did he learn of it?
  when: [1941-05-15, 1941-06-12, 1941-06-20, never]
  prior: even
events:
  - {id: act, text: He acted, known: yes, when: WHEN, expected: {before: 10%, after: 70%}}
"""


@pytest.mark.parametrize(
    ("when", "after"),
    [
        ("1941-05-01", ()),
        ("1941-05-14", ()),
        ("1941-05-15", ("1941-05-15",)),
        ("1941-06-01", ("1941-05-15",)),
        ("1941-06-13", ("1941-05-15", "1941-06-12")),
        ("1941-06-20", ("1941-05-15", "1941-06-12", "1941-06-20")),
        ("1941-05-01/1941-06-13", ("1941-05-15", "1941-06-12")),
        ("1941-05", ("1941-05-15",)),
    ],
)
def test_an_event_falls_before_or_after_each_date_by_its_end(
    when: str, after: tuple[str, ...]
) -> None:
    likelihood = {
        date: 0.7 if date in after else 0.1
        for date in ("1941-05-15", "1941-06-12", "1941-06-20", "never")
    }
    total = sum(likelihood.values())
    expected = {date: value / total for date, value in likelihood.items()}
    assert chances(WHEN.replace("WHEN", when)) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("written", "ends"),
    [
        ("{h: 80%, other: 20%}", (0.3076923076923077, 0.6315789473684210, 0.8, 0.903225806451613)),
    ],
)
def test_without_a_prior_readers_see_where_they_end(written: str, ends: tuple[float, ...]) -> None:
    body = f"events: [{{id: seen, text: Seen, known: yes, expected: {written}}}]"
    readers = weighed(case_text(body, prior="none")).posterior.answers[0].readers
    assert readers[:4] == pytest.approx(ends)
    starts = (0.1, 0.3, 0.5, 0.7, 0.9)
    assert readers == pytest.approx([4 * p / (4 * p + 1 - p) for p in starts])


def test_without_a_prior_the_others_share_evenly_what_a_reader_leaves_them() -> None:
    body = "events: [{id: seen, text: Seen, known: yes, expected: {a: 60%, b: 30%, c: 10%}}]"
    text = case_text(body, prior="none", hypotheses="{a: A, b: B, c: C}")
    ends = weighed(text).posterior.answers[0].readers
    assert ends[0] == pytest.approx(0.1 * 0.6 / (0.1 * 0.6 + 0.45 * 0.3 + 0.45 * 0.1))
