"""What an unseen record is worth, held against the sum over every story."""

import math
from random import Random
from typing import cast

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from tests.meaning.line import case_text, decibans, sound_case
from tests.meaning.small_cases import Data, number, row, to_text

from deciban.case import Case
from deciban.compile import compile_case
from deciban.engine import enumerate_joint, solve
from deciban.findings.seek import LEAST_GAIN, Seek, Sought, find_seek
from deciban.model import Model

Joint = dict[tuple[int, int, int], float]


def sought(text: str, draws: NDArray[np.float64] | None = None) -> Seek:
    case, model = compiled(text)
    solution = solve(model, model.questions[case.question.id], derivatives=True)
    return find_seek(case, model, solution, numbers=draws)


def compiled(text: str) -> tuple[Case, Model]:
    case = sound_case(text)
    return case, compile_case(case)


def answer_now(text: str) -> dict[str, float]:
    """The posterior of a case's question."""
    case, model = compiled(text)
    posterior = solve(model, model.questions[case.question.id]).posterior
    return dict(zip(case.question.answers, map(float, posterior), strict=True))


# ------------------------------------------------------------------ against every story

RANDOMS = st.randoms(use_true_random=False, note_method_calls=False)


def random_case(random: Random) -> Data:
    """A case with two unseen records: of a source that speaks already, and of one that does not."""
    hypotheses = ("h0", "h1", "h2")[: random.choice([2, 3])]
    outcomes = random.choice([("yes", "no"), ("yes", "no"), ("a", "b", "c")])
    first: Data = {"id": "e0", "text": "E0", "expected": {}}
    if outcomes == ("yes", "no"):
        first["expected"] = {name: number(random) for name in hypotheses}
    else:
        first["outcomes"] = [*outcomes]
        first["expected"] = {name: row(random, outcomes) for name in hypotheses}
    second: Data = {"id": "e1", "text": "E1", "given": ["question", "e0"]}
    second["expected"] = {
        name: {outcome: number(random) for outcome in outcomes} for name in hypotheses
    }
    character = row(random, ("honest", "guesses"))
    return {
        "deciban": "1",
        "title": "A small case",
        "question": {
            "ask": "Which?",
            "hypotheses": dict.fromkeys(hypotheses, "It is so"),
            "exhaustive": "yes",
            "prior": row(random, hypotheses),
        },
        "sources": {
            "s": {"character": character, "competence": number(random, 0.5)},
            "t": {"character": {"honest": number(random, 0.5), "inverts": "rest"}},
        },
        "events": [first, second],
        "reports": [{"id": "r", "of": "e0", "by": "s", "says": random.choice(outcomes)}],
        "unseen": [
            {"id": "u0", "text": "U0", "of": "e0", "by": "s"},
            {"id": "u1", "text": "U1", "of": "e1", "by": "t", "competence": number(random)},
        ],
    }


def every_story(case: Case, model: Model) -> Joint:
    """P(answer, what one record says, what the other says | what is observed), by enumeration."""
    names = [variable.name for variable in model.variables]
    one, other = names.index("u0"), names.index("u1")
    observed = {item.variable: item.state for item in model.items}
    query = model.questions[case.question.id]
    joint = {
        (h, x, y): math.exp(log_z)
        for x in range(model.cardinalities[one])
        for y in range(model.cardinalities[other])
        for h, log_z in enumerate(
            enumerate_joint(model, query, given={**observed, one: x, other: y})
        )
    }
    total = math.fsum(joint.values())
    return {key: chance / total for key, chance in joint.items()}


def summed(joint: Joint, *axes: int) -> dict[tuple[int, ...], float]:
    """A joint distribution over some of its axes."""
    sums: dict[tuple[int, ...], float] = {}
    for key, chance in joint.items():
        kept = tuple(key[axis] for axis in axes)
        sums[kept] = sums.get(kept, 0.0) + chance
    return sums


def information(joint: Joint, *axes: int) -> float:
    """I(answer; what these records say), in bits, straight from its definition."""
    both, answers, says = summed(joint, 0, *axes), summed(joint, 0), summed(joint, *axes)
    return math.fsum(
        chance * math.log2(chance / answers[key[:1]] / says[key[1:]])
        for key, chance in both.items()
        if chance > 0
    )


def odds(chance: float) -> float:
    return decibans(chance / (1 - chance))


@settings(max_examples=12)
@given(RANDOMS)
def test_what_a_record_is_worth_is_what_the_sum_over_every_story_says(random: Random) -> None:
    text = to_text(random_case(random))
    case, model = compiled(text)
    joint = every_story(case, model)
    found = {each.id: each for each in sought(text).records}
    for name, axis in (("u0", 1), ("u1", 2)):
        check_against(joint, axis, found[name], case.question.answers)


def check_against(joint: Joint, axis: int, found: Sought, answers: tuple[str, ...]) -> None:
    assert found.bits == pytest.approx(information(joint, axis), abs=1e-10)
    now, then, says = summed(joint, 0), summed(joint, 0, axis), summed(joint, axis)
    leader = max(now, key=now.__getitem__)
    moves, leaders = [], []
    for state, outcome in enumerate(found.outcomes):
        chance = says[state,]
        assert outcome.probability == pytest.approx(chance, abs=1e-10)
        posterior = [then[place, state] / chance for place in range(len(answers))]
        assert list(outcome.answers.values()) == pytest.approx(posterior, abs=1e-10)
        moves.append(odds(posterior[leader[0]]) - odds(now[leader]))
        assert outcome.moved == pytest.approx(moves[-1], abs=1e-9)
        leaders.append(answers[max(range(len(answers)), key=posterior.__getitem__)])
        assert outcome.leader == leaders[-1]
    expected = math.fsum(says[x,] * abs(move) for x, move in enumerate(moves))
    assert found.decibans == pytest.approx(expected, abs=1e-9)
    assert found.turns == any(each != answers[leader[0]] for each in leaders)


@settings(max_examples=12)
@given(RANDOMS)
def test_what_two_records_tell_together_is_what_the_sum_over_every_story_says(
    random: Random,
) -> None:
    text = to_text(random_case(random))
    joint = every_story(*compiled(text))
    seek = sought(text)
    both = information(joint, 1, 2)
    gain = both - information(joint, 1) - information(joint, 2)
    assert seek.pairs_tried == 1
    assert bool(seek.pairs) == (gain > LEAST_GAIN)
    for pair in seek.pairs:
        assert (pair.one, pair.other) == ("u0", "u1")
        assert pair.bits == pytest.approx(both, abs=1e-10)
        assert pair.gain == pytest.approx(gain, abs=1e-10)
        assert pair.apart == pytest.approx(both - gain, abs=1e-10)


@settings(max_examples=12)
@given(RANDOMS)
def test_a_record_once_read_does_what_was_foretold(random: Random) -> None:
    written = random_case(random)
    found = {each.id: each for each in sought(to_text(written)).records}
    for name, of, by in (("u0", "e0", "s"), ("u1", "e1", "t")):
        for outcome in found[name].outcomes:
            report: Data = {"id": "read", "of": of, "by": by, "says": outcome.says}
            (record,) = (
                each for each in cast("list[Data]", written["unseen"]) if each["id"] == name
            )
            if "competence" in record:
                report["competence"] = record["competence"]
            reports = [*cast("list[Data]", written["reports"]), report]
            after = to_text({**written, "reports": [*reports]})
            assert answer_now(after) == pytest.approx(dict(outcome.answers), abs=1e-10)


@settings(max_examples=12)
@given(RANDOMS)
def test_no_record_is_expected_to_move_the_answer_one_way(random: Random) -> None:
    text = to_text(random_case(random))
    now = answer_now(text)
    for record in sought(text).records:
        for answer, chance in now.items():
            mean = math.fsum(each.probability * each.answers[answer] for each in record.outcomes)
            assert mean == pytest.approx(chance, abs=1e-12)


# ------------------------------------------------------------------ by hand

SURE = """
sources: {book: {character: {honest: 100%}, competence: 100%}}
assume: {slip: 0%}
"""
FACT = "events: [{id: fact, text: A fact, expected: {h: 100%, other: 0%}}]\n"


def unseen(*lines: str) -> str:
    return "unseen:\n" + "\n".join(f"  - {{text: A book, by: book, {line}}}" for line in lines)


def test_a_record_that_would_settle_an_even_question_is_worth_one_bit() -> None:
    seek = sought(case_text(SURE + FACT + unseen("id: u, of: fact, cost: 4")))
    (record,) = seek.records
    assert seek.entropy == pytest.approx(1.0)
    assert record.bits == pytest.approx(1.0)
    assert record.per_cost == pytest.approx(0.25)
    assert record.decibans == math.inf
    assert record.turns
    assert [(each.says, each.moved, each.leader) for each in record.outcomes] == [
        ("yes", math.inf, "h"),
        ("no", -math.inf, "other"),
    ]


def test_a_source_that_may_be_wrong_is_worth_less() -> None:
    wrong = SURE.replace("competence: 100%", "competence: 80%")
    (record,) = sought(case_text(wrong + FACT + unseen("id: u, of: fact"))).records
    assert record.bits == pytest.approx(1 + 0.8 * math.log2(0.8) + 0.2 * math.log2(0.2))
    assert record.decibans == pytest.approx(decibans(4))
    assert record.per_cost is None


def test_a_record_that_bears_on_nothing_is_worth_exactly_nothing() -> None:
    body = """
    sources: {book: {reliability: C}, she: {name: She, reliability: B}}
    questions:
      aside:
        ask: And that?
        hypotheses: {yes: It was, no: It was not}
        prior: {yes: 37%, no: rest}
    events:
      - {id: fact, text: A fact, expected: {h: 71.3%, other: 13.9%}}
      - {id: weather, text: It rained, given: aside, expected: {yes: 61.7%, no: 23%}}
    reports: [{id: r, of: fact, by: she}]
    """
    text = case_text(body, prior="{h: 61.7%, other: rest}") + unseen("id: u, of: weather, cost: 0")
    (record,) = sought(text).records
    assert (record.bits, record.decibans, record.per_cost) == (0.0, 0.0, 0.0)
    assert [each.moved for each in record.outcomes] == [0.0, 0.0]
    assert not record.turns


def test_what_costs_nothing_and_tells_something_has_no_limit_to_its_worth() -> None:
    (record,) = sought(case_text(SURE + FACT + unseen("id: u, of: fact, cost: 0"))).records
    assert record.per_cost == math.inf


def test_what_a_record_cannot_say_is_left_out() -> None:
    never = "events: [{id: fact, text: A fact, expected: {h: 0%, other: 0%}}]\n"
    (record,) = sought(case_text(SURE + never + unseen("id: u, of: fact"))).records
    assert [(each.says, each.probability) for each in record.outcomes] == [("no", 1.0)]
    assert (record.bits, record.decibans) == (0.0, 0.0)


def test_an_answer_ruled_out_before_stays_so_and_moves_nothing() -> None:
    body = """
    sources: {book: {character: {honest: 100%}, competence: 80%}}
    events:
      - {id: fact, text: A fact, expected: {a: 90%, b: 10%, c: 50%}}
      - {id: seen, text: Seen, known: yes, expected: {a: 50%, b: 50%, c: 0%}}
    """
    text = case_text(body, hypotheses="{a: A, b: B, c: C}") + unseen("id: u, of: fact")
    (record,) = sought(text).records
    assert all(each.answers["c"] == 0.0 for each in record.outcomes)
    assert 0 < record.bits < 1
    assert math.isfinite(record.decibans)


def test_where_the_question_is_settled_no_record_is_worth_anything() -> None:
    seen = (
        FACT.rstrip("]\n")
        + ", {id: seen, text: Seen, known: yes, expected: {h: 50%, other: 0%}}]\n"
    )
    seek = sought(case_text(SURE + seen + unseen("id: u, of: fact", "id: v, of: fact")))
    assert seek.entropy == 0.0
    assert [(each.bits, each.decibans, each.turns) for each in seek.records] == [
        (0.0, 0.0, False)
    ] * 2
    assert (seek.pairs, seek.pairs_tried) == ((), 1)


def test_two_records_may_tell_everything_together_and_nothing_apart() -> None:
    match = """
    events:
      - {id: first, text: First, expected: 50%}
      - id: second
        text: As the first, if it was so
        given: [question, first]
        expected: {h: {yes: 100%, no: 0%}, other: {yes: 0%, no: 100%}}
    """
    text = case_text(SURE + FACT.partition("events")[0]) + "\n".join(
        line[4:] for line in match.splitlines()
    )
    seek = sought(text + "\n" + unseen("id: u, of: first", "id: v, of: second"))
    assert [each.bits for each in seek.records] == [0.0, 0.0]
    (pair,) = seek.pairs
    assert (pair.one, pair.other) == ("u", "v")
    assert (pair.bits, pair.apart, pair.gain) == pytest.approx((1.0, 0.0, 1.0))


def test_two_records_of_one_sure_belief_are_no_better_than_one() -> None:
    seek = sought(case_text(SURE + FACT + unseen("id: u, of: fact", "id: v, of: fact")))
    assert (seek.pairs, seek.pairs_tried) == ((), 1)


def test_records_stand_by_what_they_tell() -> None:
    body = """
    sources: {book: {character: {honest: 90%, guesses: rest}, competence: 80%}}
    events:
      - {id: faint, text: Faint, expected: {h: 55%, other: 45%}}
      - {id: loud, text: Loud, expected: {h: 90%, other: 10%}}
    """
    seek = sought(case_text(body) + unseen("id: u, of: faint", "id: v, of: loud"))
    assert [each.id for each in seek.records] == ["v", "u"]
    assert seek.leader == "h"


def test_without_unseen_records_there_is_only_the_question() -> None:
    seek = sought(
        case_text("events: [{id: e, text: E, known: yes, expected: {h: 60%, other: 30%}}]")
    )
    assert (seek.records, seek.pairs, seek.pairs_tried) == ((), (), 0)


# ------------------------------------------------------------------ over draws


def test_the_range_of_bits_is_that_over_draws() -> None:
    body = """
    sources: {book: {character: {honest: 90%, guesses: rest}, competence: 60..95%}}
    events: [{id: fact, text: A fact, expected: {h: 60..99%, other: 1..30%}}]
    """
    text = case_text(body) + unseen("id: u, of: fact")
    case, model = compiled(text)
    random = np.random.default_rng(7)
    low = np.array([each.low for each in model.numbers])[:, None]
    high = np.array([each.high for each in model.numbers])[:, None]
    draws = low + (high - low) * random.random((len(model.numbers), 600))
    (record,) = sought(text, draws).records
    singly = []
    for column in draws.T:
        at = solve(model, model.questions["question"], numbers=column, derivatives=True)
        singly.append(find_seek(case, model, at).records[0].bits)
    assert record.bits_range is not None
    assert record.bits_range == pytest.approx(tuple(np.quantile(singly, [0.05, 0.95])), abs=1e-12)
    assert record.bits_range[0] < record.bits < record.bits_range[1]


def test_draws_under_which_nothing_is_possible_are_left_out_of_the_range() -> None:
    body = """
    sources: {book: {character: {honest: 90%, guesses: rest}, competence: 80%}}
    events:
      - {id: fact, text: A fact, expected: {h: 90%, other: 10%}}
      - {id: seen, text: Seen, known: yes, expected: {h: 0..50%, other: 0..50%}}
    """
    text = case_text(body) + unseen("id: u, of: fact")
    _, model = compiled(text)
    draws = np.repeat(model.centrals[:, None], 3, axis=1)
    seen = [place for place, each in enumerate(model.numbers) if "seen" in each.address]
    draws[seen, 1] = 0.0
    (record,) = sought(text, draws).records
    assert record.bits_range == pytest.approx((record.bits, record.bits))
    (record,) = sought(text, draws[:, 1:2]).records
    assert record.bits_range is None
