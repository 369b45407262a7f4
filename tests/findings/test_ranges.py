"""Ranges of answers: where they can be had by hand, and what is kept of draws."""

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from tests.meaning.line import case_text, decibans, sound_case
from tests.meaning.small_cases import Data, small_cases, to_text

from deciban.compile import compile_case
from deciban.draws import BLOCK
from deciban.engine import Solution, solve
from deciban.findings import ranges as ranges_module
from deciban.findings.posterior import Posterior, find_posteriors
from deciban.findings.ranges import LINKED, Interval, Ranges, find_ranges

SEEN = "events: [{id: seen, text: Seen, known: yes, expected: {h: RANGE, other: 20%}}]"


def posteriors_of(text: str) -> tuple[Posterior, ...]:
    case = sound_case(text)
    model = compile_case(case)
    solution = solve(model, model.questions[case.question.id], derivatives=True)
    return find_posteriors(case, model, solution)


def ranges_of(text: str, count: int = 10_000, seed: int = 1941) -> Ranges:
    case = sound_case(text)
    return find_ranges(case, compile_case(case), posteriors_of(text), count=count, seed=seed)


def seen(written: str) -> str:
    return case_text(SEEN.replace("RANGE", written))


def near(interval: Interval, low: float, high: float, within: float = 0.002) -> bool:
    found = (interval.low, interval.high)
    return found == pytest.approx((low, high), abs=within)


def test_the_range_of_one_number_gives_its_5th_and_95th_percentile() -> None:
    found = ranges_of(seen("40..80%"))
    low, high = (x / (x + 0.2) for x in (0.42, 0.78))
    assert near(found.of["question"]["h"], low, high, 1e-4)
    assert near(found.of["question"]["other"], 1 - high, 1 - low, 1e-4)
    assert near(found.log_odds["h"], decibans(2.1), decibans(3.9), 0.01)
    assert near(found.log_odds["other"], -decibans(3.9), -decibans(2.1), 0.01)


def test_a_range_in_decibans_moves_the_answer_evenly_in_decibans() -> None:
    found = ranges_of(
        case_text("events: [{id: seen, text: Seen, known: yes, weight: {h: -6..-2 dB}}]")
    )
    assert near(found.log_odds["h"], -5.8, -2.2, 0.01)


def test_two_ranges_together_reach_less_far_than_their_worst_cases() -> None:
    found = ranges_of(
        case_text(
            "events:\n"
            + "".join(
                f"  - {{id: e{n}, text: Seen, known: yes, weight: {{h: -10..10 dB}}}}\n"
                for n in range(2)
            )
        )
    )
    # The sum of two uniform numbers has a triangle for its density.
    end = 20 - 20 * math.sqrt(0.1)
    assert near(found.log_odds["h"], -end, end, 0.3)


def test_a_prior_whose_answers_share_a_whole_is_drawn_with_it() -> None:
    found = ranges_of(case_text("", prior="{h: 30..90%, other: 30..50%}"))
    assert near(found.of["question"]["h"], 0.51, 0.69, 1e-4)
    assert near(found.of["question"]["other"], 0.31, 0.49, 1e-4)


@settings(max_examples=10)
@given(small_cases())
def test_where_every_number_is_a_point_the_range_is_the_answer_to_the_last_bit(case: Data) -> None:
    text = to_text(case)
    posteriors, found = posteriors_of(text), ranges_of(text)
    for posterior in posteriors:
        for answer in posterior.answers:
            same = Interval(answer.probability, answer.probability)
            assert found.of[posterior.question][answer.id] == same
    for answer in posteriors[0].answers:
        assert found.log_odds[answer.id] == Interval(answer.log_odds, answer.log_odds)
    assert (found.draws, found.linked_draws, found.impossible) == (0, 0, 0)
    assert (found.leads, found.error, found.leads_error) == (1.0, 0.0, 0.0)
    assert found.leading[posteriors[0].leader.id] == 1.0
    assert sum(found.leading.values()) == 1.0


def test_the_leader_leads_in_the_share_of_draws_in_which_it_is_likelier() -> None:
    found = ranges_of(seen("15..35%"))
    assert found.leads == pytest.approx(0.75, abs=1e-3)
    assert found.leading == pytest.approx({"h": 0.75, "other": 0.25}, abs=1e-3)


def test_who_leads_at_the_central_values_need_not_lead_in_most_draws() -> None:
    found = ranges_of(seen("21% (1..22%)"))
    assert found.leads == pytest.approx(2 / 21, abs=1e-3)


LINKED_QUESTION = """
questions:
  other_one: {ask: And?, hypotheses: {yes: Yes, no: No}, prior: {yes: 20..60%, no: rest}}
  nested: {ask: "So?", hypotheses: {yes: Yes, no: No}, given: question,
    prior: {h: {yes: 80%, no: rest}, other: {yes: 10%, no: rest}}}
"""


def test_linked_questions_have_ranges_over_fewer_draws() -> None:
    text = seen("40..80%") + LINKED_QUESTION
    found = ranges_of(text)
    assert (found.draws, found.linked_draws) == (10_000, LINKED)
    assert near(found.of["other_one"]["yes"], 0.22, 0.58, 1e-3)
    assert near(found.of["other_one"]["no"], 0.42, 0.78, 1e-3)
    low, high = (0.1 + 0.7 * x / (x + 0.2) for x in (0.42, 0.78))
    assert near(found.of["nested"]["yes"], low, high, 1e-3)


def test_a_case_of_one_question_needs_no_derivatives(monkeypatch: pytest.MonkeyPatch) -> None:
    _watch(monkeypatch, lambda solution, derivatives: _refuse(solution, derivatives=derivatives))
    assert ranges_of(seen("40..80%"), 3000).linked_draws == 0


def _refuse(solution: Solution, *, derivatives: bool) -> Solution:
    assert not derivatives
    return solution


def _watch(monkeypatch: pytest.MonkeyPatch, change: object) -> None:
    """Lets a test see or change every solution that ranges are made of."""

    def watched(model: object, query: int, *, numbers: object, derivatives: bool) -> Solution:
        solution = solve(model, query, numbers=numbers, derivatives=derivatives)  # type: ignore[arg-type]
        return change(solution, derivatives)  # type: ignore[operator, no-any-return]

    monkeypatch.setattr(ranges_module, "solve", watched)


def test_draws_under_which_nothing_is_possible_are_counted_and_left_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def without_some(solution: Solution, _: bool) -> Solution:  # noqa: FBT001 [a change takes both]
        log_z = solution.log_z.copy()
        log_z[:, solution.numbers[solution.numbers.shape[0] - 1] < 0.3] = -np.inf
        return replace(solution, log_z=log_z)

    text = case_text(SEEN.replace("20%", "20..60%").replace("RANGE", "50%"))
    _watch(monkeypatch, without_some)
    found = ranges_of(text)
    assert found.impossible == 2500
    assert found.draws == 10_000
    low, high = (0.5 / (0.5 + x) for x in (0.585, 0.315))
    assert near(found.of["question"]["h"], low, high, 1e-3)


def test_what_is_ruled_out_stays_ruled_out_and_nothing_is_not_a_number() -> None:
    found = ranges_of(seen("40..80%").replace("20%", "0%"))
    assert found.of["question"]["h"] == Interval(1.0, 1.0)
    assert found.of["question"]["other"] == Interval(0.0, 0.0)
    assert found.log_odds["h"] == Interval(math.inf, math.inf)
    assert (found.leads, found.error) == (1.0, 0.0)


def test_the_error_of_the_ends_is_what_other_seeds_show() -> None:
    body = "events:\n" + "".join(
        f"  - {{id: e{n}, text: E, known: yes, expected: {{h: 40..90%, other: 30..60%}}}}\n"
        for n in range(4)
    )
    several = [ranges_of(case_text(body), 4000, seed) for seed in range(40)]
    lows = [each.of["question"]["h"].low for each in several]
    highs = [each.of["question"]["h"].high for each in several]
    spread = max(np.std(lows, ddof=1), np.std(highs, ddof=1))
    told = np.mean([each.error for each in several])
    assert 0.6 < told / spread < 1.6
    leads = [each.leads for each in several]
    assert 0.6 < np.mean([each.leads_error for each in several]) / np.std(leads, ddof=1) < 1.6


def test_more_draws_have_less_error() -> None:
    body = SEEN.replace("RANGE", "40..80%").replace("20%", "10..60%")
    few, many = (ranges_of(case_text(body), count) for count in (1000, 30_000))
    assert 0.0 < many.error < few.error / 3


def test_who_waits_is_told_after_every_block_and_no_more_is_held_than_a_block(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    widths: list[int] = []

    def note(solution: Solution, _: bool) -> Solution:  # noqa: FBT001 [a change takes both]
        widths.append(solution.numbers.shape[1])
        return solution

    _watch(monkeypatch, note)
    case = sound_case(seen("40..80%"))
    told: list[int] = []
    posteriors = posteriors_of(seen("40..80%"))
    find_ranges(case, compile_case(case), posteriors, count=2 * BLOCK + 10_500, told=told.append)
    assert told == [*range(BLOCK, 12_001, BLOCK), 12_500]
    assert max(widths) == BLOCK


def test_a_seed_always_gives_the_same_ranges() -> None:
    body = case_text(SEEN.replace("RANGE", "40..80%").replace("20%", "10..60%"))
    one, same, other = (ranges_of(body, 2000, seed) for seed in (1, 1, 2))
    assert one == same
    assert replace(one, seed=2) != other


def test_too_few_draws_are_refused() -> None:
    with pytest.raises(ValueError, match="99 draws are too few"):
        ranges_of(seen("40..80%"), 99)


def test_a_low_end_is_never_above_its_high_end() -> None:
    found = ranges_of(seen("40..80%") + LINKED_QUESTION, 500)
    for answers in found.of.values():
        for interval in answers.values():
            assert 0.0 <= interval.low <= interval.high <= 1.0
