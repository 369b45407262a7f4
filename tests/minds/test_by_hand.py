"""The reference for minds, against what can be reckoned on paper."""

import math
from typing import Any

import pytest
from hypothesis import given, settings
from tests.minds.by_hand import acts, belief, points, table, trust
from tests.minds.mind_case import MindCase
from tests.minds.one_mind import before_all
from tests.minds.small_minds import small_minds

JUNE = "1941-06-30"
STAKES = {"go": {"a": 100.0, "b": 0.0}, "stay": {"a": 0.0, "b": 100.0}}


def _actor(*saw: dict[str, Any], **others: object) -> dict[str, Any]:
    """An actor who wonders about a and b alike, and has one honest, slipless source."""
    numbered = [{"id": f"m{place}", **each} for place, each in enumerate(saw)]
    return {
        "eps": 0.0,
        "wonders": {"id": "plan", "values": ["a", "b"]},
        "prior": {"a": 0.5, "b": 0.5},
        "trusts": {"s": {"honest": 1.0, "competence": 0.8, "line": "a"}},
        "saw": numbered,
        **others,
    }


def _told(says: str = "a", on: str = "1941-06-01", **others: object) -> dict[str, Any]:
    return {"on": on, "from": "s", "says": says, **others}


def _odds(actor: dict[str, Any], on: str = JUNE) -> float:
    held = belief(actor, on)
    return held["a"] / held["b"]


def test_one_message_multiplies_the_odds_by_what_the_source_is_worth() -> None:
    assert _odds(_actor(_told())) == pytest.approx(4.0)


def test_six_telegrams_from_one_man_are_not_six_spies() -> None:
    assert _odds(_actor(*[_told()] * 6)) == pytest.approx(4.0)
    assert _odds(_actor(_told(), _told(new_information=True))) == pytest.approx(16.0)


def test_a_copy_and_what_never_reached_him_say_nothing() -> None:
    assert _odds(_actor(_told(), _told("b", copies="m0"))) == pytest.approx(4.0)
    assert _odds(_actor(_told(received=False))) == pytest.approx(1.0)


def test_a_message_counts_from_its_day_on() -> None:
    assert _odds(_actor(_told()), "1941-05-31") == pytest.approx(1.0)
    assert _odds(_actor(_told()), "1941-06-01") == pytest.approx(4.0)


def test_evidence_at_half_weight_is_the_root_of_the_kernel() -> None:
    sign = {"on": "1941-06-01", "expected": {"a": 0.9, "b": 0.4}}
    assert _odds(_actor(sign, weight_on_evidence=0.5)) == pytest.approx(1.5)
    spread = 0.04**0.5 / (0.04**0.5 + 0.96**0.5)
    slips = _actor(_told(), weight_on_evidence=0.5, eps=0.04)
    said, unsaid = 0.8 * (1 - spread) + 0.2 * spread, 0.2 * (1 - spread) + 0.8 * spread
    assert _odds(slips) == pytest.approx(said / unsaid)


@pytest.mark.parametrize(
    ("learns", "expected"), [("never", 1 / 2), ("outcomes", 0.8 / 1.0), ("content", 0.32 / 0.4)]
)
def test_a_message_that_was_true_is_to_the_credit_of_its_source(
    learns: str, expected: float
) -> None:
    """He is honest or inverts: 0.8 against 0.2; its content, at even odds, tells nothing more."""
    both = {"s": {"honest": 0.5, "inverts": 0.5, "competence": 0.8}}
    told = _told(resolved={"on": "1941-06-10", "was": "a"})
    actor = _actor(told, trusts=both, learns_trust_from=learns)
    assert trust(actor, "s", JUNE)["honest"] == pytest.approx(expected)
    assert trust(actor, "s", "1941-06-09")["honest"] == pytest.approx(0.5)
    assert _odds(actor) == pytest.approx(1.0)


def test_what_he_thinks_already_tells_him_whom_to_trust_by_content() -> None:
    both = {"s": {"honest": 0.5, "inverts": 0.5, "competence": 0.8}}
    prior = {"a": 0.75, "b": 0.25}
    actor = _actor(_told(), trusts=both, prior=prior, learns_trust_from="content")
    honest = 0.75 * 0.8 + 0.25 * 0.2
    assert trust(actor, "s", JUNE)["honest"] == pytest.approx(honest)
    assert trust(actor, "s", "1941-05-31")["honest"] == pytest.approx(0.5)
    odds = (honest * 0.8 + (1 - honest) * 0.2) / (honest * 0.2 + (1 - honest) * 0.8)
    assert _odds(actor) == pytest.approx(3.0 * odds)


def test_a_record_counts_even_for_one_who_never_learns() -> None:
    record = {"right_yes": 1.0, "false_alarms": 1.0, "missed": 2.0}
    source = {"honest": 0.5, "guesses": 0.5, "competence": 0.8, "record": record}
    found = trust(_actor(trusts={"s": source}, learns_trust_from="never"), "s", JUNE)
    good, bad = 0.8 * 0.2 * 0.2**2, 0.5**4
    assert found["honest"] == pytest.approx(good / (good + bad))


def test_one_who_forgets_half_keeps_the_root_of_his_odds() -> None:
    actor = _actor(
        _told(), _told("b", "1941-06-05", new_information=True), prior={"a": 0.9, "b": 0.1}
    )
    assert _odds({**actor, "forgetting": 0.5}) == pytest.approx((9**0.5 * 4) ** 0.5 / 4)


def test_a_mirror_puts_his_own_stakes_beside_the_other() -> None:
    other = {
        "types": {"one": {"a": 100.0, "b": 0.0}},
        "prior": {"one": 1.0},
        "care": math.log(3),
        "mirror": {"weight": 0.25, "stakes": {"a": 0.0, "b": 100.0}},
    }
    actor = _actor(opponent=other, care=math.log(4))
    assert before_all(actor)["a"] == pytest.approx(0.75 * 0.75 + 0.25 * 0.2)


def test_a_policy_kept_up_is_one_act() -> None:
    first = {"id": "one", "on": JUNE, "between": STAKES, "chose": "go"}
    again = {**first, "id": "two", "continues": "one", "inertia": 0.9}
    found = acts(_actor(chooses=[first, again], care=1.0, slip=0.0))
    assert found[True, True] == pytest.approx(0.5 * (0.9 + 0.1 * 0.5))
    assert found[True, False] == pytest.approx(0.5 * 0.1 * 0.5)


def test_he_slips_into_any_option() -> None:
    choice = {"id": "one", "on": JUNE, "between": STAKES, "chose": "stay"}
    told = _actor(_told(), chooses=[choice], care=1000.0, slip=0.1)
    assert acts(told)[(True,)] == pytest.approx(0.05)


@given(small_minds())
@settings(max_examples=25, deadline=None)
def test_a_small_mind_shares_out_everything_and_answers_every_hypothesis(mind: MindCase) -> None:
    possible = points(mind.actor)
    factor = table(possible, mind.question)
    assert sum(weight for weight, _ in possible) == pytest.approx(1.0)
    assert sum(factor.values()) == pytest.approx(1.0)
    assert {answer for answer, _ in factor} == set(mind.question["hypotheses"])
    answers, actors = mind.answers()
    assert sum(answers.values()) == pytest.approx(1.0)
    assert len(actors) == len(possible)
