"""What each silence hangs on, and when silence is counted for more than speech."""

import math
from collections.abc import Callable
from random import Random
from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.meaning.line import SURE, case_text, decibans, problems, sound_case, weighed
from tests.meaning.small_cases import Data, number, small_case, small_cases, to_text

from deciban.compile import compile_case
from deciban.findings.silences import LOUD, SEEN, HeardSilence, find_loud_silences, find_silences

LOUD_CODE = "D611"


def heard(text: str, leader: str = "h") -> dict[str, HeardSilence]:
    case = sound_case(text)
    answers = dict.fromkeys((each.id for each in case.silences), leader)
    return {each.id: each for each in find_silences(case, compile_case(case), answers)}


def last(text: str, silence: str, leader: str = "h") -> float:
    """What a silence weighs last in."""
    items = {item.id: item for item in weighed(text).weights.items}
    return items[silence].weights[leader].last


# ------------------------------------------------------------------ what it hangs on

TWO_GAPS = """
sources: {{archive: {{name: Archive}}, he: {{name: He, reliability: B}}}}
events:
  - {{id: fact, text: A fact, expected: {{h: 90%, other: 20%}}}}
  - {{id: act, text: An act, expected: {{h: 70%, other: 10%}}}}
reports: [{{id: told, of: fact, by: he}}]
silences:
  - {{id: gap, of: fact, by: archive, {gap}}}
  - {{id: other_gap, of: act, by: archive, {other}}}
"""


def two_gaps(gap: str, other: str = "made: 60%, survives: 50..70%") -> str:
    return case_text(TWO_GAPS.format(gap=gap, other=other))


def test_a_record_is_seen_if_it_was_made_survived_and_is_found() -> None:
    gap = heard(two_gaps("made: 40..60%, found: 80%"))["gap"]
    assert gap.seen == pytest.approx(0.5 * 0.6 * 0.8)
    assert gap.event_weight == pytest.approx(decibans(1 / (1 - 0.24)))
    assert (gap.of, gap.by) == ("fact", "archive")


def test_a_part_is_stated_or_certain_and_survival_may_be_stated_elsewhere() -> None:
    gaps = heard(two_gaps("made: 40..60%"))
    assert gaps["gap"].parts["made"] == pytest.approx((0.5, 0.4, 0.6, True))
    assert gaps["gap"].parts["survives"] == pytest.approx((0.6, 0.5, 0.7, True))
    assert gaps["gap"].parts["found"] == (1.0, 1.0, 1.0, False)
    assert gaps["other_gap"].parts["survives"] == gaps["gap"].parts["survives"]


def test_a_record_certain_to_be_seen_would_be_proof() -> None:
    gap = heard(
        case_text(
            SURE + "silences: [{id: gap, of: fact, by: archive, made: 100%}]\n"
            "sources: {archive: {name: Archive}}"
        )
    )["gap"]
    assert gap.event_weight == math.inf
    assert gap.at_high == -math.inf
    assert dict(gap.curve)[0.9] == pytest.approx(decibans(0.1))


def test_the_curve_is_the_case_with_made_and_found_moved_as_far_as_they_go() -> None:
    gap = heard(two_gaps("made: 50%, found: 80%"))["gap"]
    assert [seen for seen, _ in gap.curve] == [*SEEN]
    for seen, weight in gap.curve:
        if seen <= 0.6:
            edited = two_gaps(f"made: {seen / 0.6!r}")
        else:  # beyond the archive's survival that is moved, for both of its silences
            edited = two_gaps(f"survives: {seen!r}", f"made: 60%, survives: {seen!r}")
        assert weight == pytest.approx(last(edited, "gap"), abs=1e-9)


def test_the_curve_passes_through_the_case_as_it_is() -> None:
    assert dict(heard(two_gaps("made: 0.5", "made: 50%, survives: 50%"))["gap"].curve)[
        0.25
    ] == pytest.approx(last(two_gaps("made: 0.5", "made: 50%, survives: 50%"), "gap"), abs=1e-9)


def test_the_ends_are_the_case_with_every_part_at_its_end() -> None:
    gap = heard(two_gaps("made: 30..70%, found: 60..90%"))["gap"]
    low = two_gaps("made: 30%, found: 60%", "made: 60%, survives: 50%")
    high = two_gaps("made: 70%, found: 90%", "made: 60%, survives: 70%")
    assert gap.at_low == pytest.approx(last(low, "gap"), abs=1e-9)
    assert gap.at_high == pytest.approx(last(high, "gap"), abs=1e-9)


def test_where_no_record_is_made_the_curve_still_says_what_one_would_weigh() -> None:
    gap = heard(two_gaps("made: 0%"))["gap"]
    assert gap.seen == 0.0
    assert gap.event_weight == 0.0
    assert dict(gap.curve)[0.5] == pytest.approx(last(two_gaps(f"made: {0.5 / 0.6!r}"), "gap"))


def test_the_likelier_the_record_the_more_its_absence_says() -> None:
    weights = [weight for _, weight in heard(two_gaps("made: 50%"))["gap"].curve]
    assert weights == sorted(weights, reverse=True)
    assert weights[0] < 0


@settings(max_examples=12)
@given(small_cases())
def test_at_its_own_parts_a_silence_weighs_what_it_weighs(case: Data) -> None:
    for name, silence in heard(to_text(case), "h0").items():
        own = last(to_text(case), name, "h0")
        assert silence.at_low == pytest.approx(own, abs=1e-9)
        assert silence.at_high == pytest.approx(own, abs=1e-9)


# ------------------------------------------------------------------ louder than any report

LOUD_CASE = """
sources: {{archive: {{name: Archive}}, he: {{name: He, {he}}}}}
events:
  - {{id: fact, text: A fact, expected: {{h: 95%, other: 5%}}}}
reports: {reports}
silences:
  - {{id: gap, of: fact, by: archive, made: {made}}}
"""
TOLD = "[{id: told, of: fact, by: he}]"


def warned(made: str, he: str = "reliability: D", reports: str = TOLD) -> list[str]:
    text = case_text(LOUD_CASE.format(made=made, he=he, reports=reports))
    return [each.message for each in problems(text) if each.code == LOUD_CODE]


def test_a_silence_that_weighs_more_than_any_report_is_warned_of() -> None:
    (message,) = warned("90%")
    weight = -decibans((1 - 0.95 * 0.9) / (1 - 0.05 * 0.9))
    assert f"'gap' weighs {weight:.1f} dB" in message
    assert "'told'" in message


def test_a_silence_below_three_decibans_is_never_loud() -> None:
    assert decibans((1 - 0.05 * 0.5) / (1 - 0.95 * 0.5)) < LOUD
    assert not warned("50%", he="character: {honest: 0.1%, guesses: rest}")


def test_a_silence_that_some_report_outweighs_is_not_loud() -> None:
    sure = "character: {honest: 99%, guesses: rest}, competence: 99%"
    assert not warned("60%", he=sure)


def test_where_nobody_says_anything_no_silence_is_too_loud() -> None:
    assert not warned("90%", reports="[]")


def test_a_silence_that_settles_the_matter_is_told_without_a_figure() -> None:
    sure = LOUD_CASE.replace("{{h: 95%, other: 5%}}", "{{h: 100%, other: 5%}}")
    text = case_text(sure.format(made="100%", he="reliability: D", reports=TOLD))
    (message,) = [each.message for each in problems(text) if each.code == LOUD_CODE]
    assert "settles the matter" in message
    assert "inf" not in message


def with_a_louder_silence(random: Random) -> Data:
    """A small case with one more silence: on an event that tells the hypotheses well apart."""
    case = small_case(random)
    expected: Data = {"h0": number(random, 0.9, 1.0), "else": number(random, 0.0, 0.1)}
    fact: Data = {"id": "fact", "text": "A fact", "given": "question", "expected": expected}
    gap: Data = {"id": "gap", "of": "fact", "by": "archive", "made": number(random, 0.7, 1.0)}
    silences = cast("list[Data]", case["silences"])
    for each in silences:
        each["survives"] = "0.95"
    return {
        **case,
        "events": [*cast("list[Data]", case["events"]), fact],
        "silences": [*silences, gap],
    }


@settings(max_examples=30)
@given(
    st.randoms(use_true_random=False, note_method_calls=False),
    st.sampled_from([small_case, with_a_louder_silence]),
)
def test_the_silences_warned_of_are_those_that_weigh_most_alone(
    random: Random, make: Callable[[Random], Data]
) -> None:
    text = to_text(make(random))
    findings = weighed(text)
    leader = findings.posterior.leader.id
    alone = {item.id: abs(item.weights[leader].alone) for item in findings.weights.items}
    kinds = {item.id: item.kind for item in findings.weights.items}
    most = max(weight for name, weight in alone.items() if kinds[name] == "report")
    expected = {
        name: pytest.approx(weight, abs=1e-9)
        for name, weight in alone.items()
        if kinds[name] == "silence" and weight >= LOUD and weight > most
    }
    found = find_loud_silences(sound_case(text), leader)
    assert {each.silence.id: each.weight for each in found} == expected
    for each in found:
        assert each.most == pytest.approx(most, abs=1e-9)
        assert alone[each.report.id] == pytest.approx(most, abs=1e-9)
