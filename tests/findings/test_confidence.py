"""How well founded an answer is, and which items have one origin."""

import pytest
from hypothesis import given, settings
from tests.meaning.line import case_text, sound_case, weighing
from tests.meaning.small_cases import Data, small_cases, to_text

from deciban.case import Case
from deciban.compile import compile_case
from deciban.engine import solve
from deciban.findings.confidence import Confidence, find_confidence
from deciban.findings.origins_of_answer import independent_origins
from deciban.findings.posterior import find_posteriors
from deciban.findings.ranges import Ranges
from deciban.findings.weights import find_weights

FACT = "events:\n  - {id: fact, text: A fact, expected: {h: 90%, other: 10%}}\n"
SOURCES = "sources: {he: {name: He}, she: {name: She}, it: {name: It}}\n"


def origins_of(body: str) -> dict[str, tuple[str, ...]]:
    case = sound_case(case_text(body))
    model = compile_case(case)
    found = independent_origins(case, [item.id for item in model.items])
    return {each.name: each.items for each in found}


def confidence(
    body: str, leads: float = 1.0, flips: tuple[str, ...] = (), against: str | None = None
) -> Confidence:
    return confidence_of(sound_case(case_text(body)), leads, flips, against)


def confidence_of(
    case: Case, leads: float, flips: tuple[str, ...], against: str | None
) -> Confidence:
    model = compile_case(case)
    solution = solve(model, model.questions[case.question.id], derivatives=True)
    posterior = find_posteriors(case, model, solution)[0]
    ranges = Ranges(10_000, 0, 1, 0, {}, {}, leads, {}, 0.0, 0.0)
    return find_confidence(case, ranges, find_weights(case, model, against), posterior, flips)


def known(*decibans: float) -> str:
    """A known event for each weight."""
    return "events:\n" + "".join(
        f"  - {{id: e{n}, text: E, known: yes, weight: {{h: {weight} dB}}}}\n"
        for n, weight in enumerate(decibans)
    )


THREE = known(2, 3, 1.5)
TWO = known(2, 3, 0.5)


@pytest.mark.parametrize(
    ("body", "leads", "flips", "level"),
    [
        (THREE, 1.0, (), "high"),
        (THREE, 0.95, (), "high"),
        (THREE, 0.94, (), "moderate"),
        (TWO, 1.0, (), "moderate"),
        (THREE, 1.0, ("events.e0.weight.h",), "moderate"),
        (TWO, 0.94, (), "low"),
        (THREE, 0.94, ("events.e0.weight.h",), "low"),
        (TWO, 1.0, ("events.e0.weight.h",), "low"),
        (TWO, 0.5, ("events.e0.weight.h",), "low"),
    ],
)
def test_confidence_is_high_where_nothing_fails_and_low_where_two_things_do(
    body: str, leads: float, flips: tuple[str, ...], level: str
) -> None:
    assert confidence(body, leads, flips).level == level


def test_where_nothing_was_drawn_no_draw_speaks_for_confidence() -> None:
    findings = weighing(case_text(THREE)).findings
    assert findings is not None
    assert findings.ranges.draws == 0
    assert not findings.confidence.reasons[0].holds
    assert findings.confidence.level == "moderate"


def test_each_reason_says_what_it_rests_on() -> None:
    draws, origins, flips = confidence(TWO, 0.8, ("a", "b")).reasons
    assert (draws.name, draws.holds, draws.share) == ("draws", False, 0.8)
    assert (origins.name, origins.holds, origins.origins) == ("origins", False, ("e1", "e0"))
    assert (flips.name, flips.holds, flips.flips) == ("flips", False, ("a", "b"))


def test_three_reports_from_one_source_are_not_three_origins() -> None:
    reports = "".join(f"  - {{id: r{n}, of: fact, by: he}}\n" for n in range(3))
    assert origins_of(SOURCES + FACT + "reports:\n" + reports) == {"he": ("r0", "r1", "r2")}


def test_three_reports_from_three_sources_are() -> None:
    reports = "".join(f"  - {{id: r_{by}, of: fact, by: {by}}}\n" for by in ("he", "she", "it"))
    found = origins_of(SOURCES + FACT + "reports:\n" + reports)
    assert found == {"he": ("r_he",), "she": ("r_she",), "it": ("r_it",)}


def test_copies_have_the_origin_of_what_they_copy() -> None:
    found = origins_of(
        SOURCES
        + FACT
        + """reports:
  - {id: told, of: fact, by: he}
  - {id: copy, of: fact, by: she, relays: told}
  - {id: copy_of_copy, of: fact, by: it, relays: copy}
  - {id: lost_one, of: fact, by: it, relays: she}
"""
    )
    assert found == {"he": ("told", "copy", "copy_of_copy"), "she": ("lost_one",)}


def test_a_school_is_one_origin() -> None:
    found = origins_of(
        """
sources: {he: {name: He, school: marshals}, she: {name: She, school: marshals}}
"""
        + FACT
        + "reports: [{id: his, of: fact, by: he}, {id: hers, of: fact, by: she}]"
    )
    assert found == {"marshals": ("his", "hers")}


def test_what_an_archive_lacks_and_what_it_holds_have_one_origin() -> None:
    found = origins_of(
        SOURCES
        + FACT
        + """  - {id: deed, text: A deed, expected: {h: 80%, other: 20%}}
reports: [{id: file, of: fact, by: it}]
silences:
  - {id: no_order, of: deed, by: it, made: 90%}
  - {id: no_diary, of: deed, by: she, made: 90%}
"""
    )
    assert found == {"it": ("file", "no_order"), "she": ("no_diary",)}


ACT = "  - {id: ID, text: An act, known: yes, given: ABOVE, expected: {yes: 90%, no: 20%}}\n"


def act(name: str, above: str) -> str:
    return ACT.replace("ID", name).replace("ABOVE", above)


def test_acts_of_one_policy_have_one_origin_named_after_the_topmost() -> None:
    hidden = "  - {id: order, text: O, given: fact, expected: {yes: 90%, no: 20%}}\n"
    found = origins_of(FACT + hidden + act("first", "fact") + act("second", "order"))
    assert found == {"fact": ("first", "second")}


def test_acts_that_hang_from_a_known_event_are_not_one() -> None:
    settled = "events:\n  - {id: seen, text: S, known: yes, expected: {h: 90%, other: 20%}}\n"
    found = origins_of(settled + act("first", "seen") + act("second", "seen"))
    assert found == {"seen": ("seen",), "first": ("first",), "second": ("second",)}


def test_two_policies_are_one_origin_where_one_act_hangs_from_both() -> None:
    other = "  - {id: other_one, text: O, expected: {h: 50%, other: 20%}}\n"
    both = (
        "  - {id: both, text: B, known: yes, given: [fact, other_one], "
        "expected: {yes: {yes: 90%, no: 50%}, no: 20%}}\n"
    )
    found = origins_of(FACT + other + act("first", "fact") + act("second", "other_one") + both)
    assert found == {"fact": ("first", "second", "both")}


def test_an_act_of_a_policy_and_a_report_of_it_are_two_origins() -> None:
    found = origins_of(
        SOURCES + FACT + act("first", "fact") + "reports: [{id: r, of: fact, by: he}]"
    )
    assert found == {"fact": ("first",), "he": ("r",)}


def test_a_source_and_an_event_of_one_name_are_two_origins() -> None:
    case = sound_case(case_text(SOURCES + FACT.replace("fact", "he") + act("first", "he")))
    assert len(independent_origins(case, ["first"])) == 1


def test_an_origin_carries_the_answer_by_what_its_items_say_together() -> None:
    acts = "".join(act(f"a{n}", "fact") for n in range(3))
    weak = FACT.replace("90%", "58%").replace("10%", "42%") + acts
    assert confidence(weak).reasons[1].origins == ("fact",)
    assert confidence(known(0.6, 0.6, 0.6)).reasons[1].origins == ()


def test_an_origin_that_speaks_for_both_sides_counts_for_what_is_left() -> None:
    body = SOURCES + "events:\n"
    for n, (h, other) in enumerate([("80%", "40%"), ("40%", "80%")]):
        body += f"  - {{id: e{n}, text: E, expected: {{h: {h}, other: {other}}}}}\n"
    body += "reports: [{id: r0, of: e0, by: he}, {id: r1, of: e1, by: he}]"
    assert confidence(body).reasons[1].origins == ()


def test_weighed_against_the_leader_itself_the_same_origins_carry_it() -> None:
    plain = confidence(THREE)
    assert confidence(THREE, against="h") == plain
    assert confidence(THREE, against="other") == plain


def test_a_fact_that_settles_it_carries_it() -> None:
    body = "events: [{id: sure, text: S, known: yes, expected: {h: 50%, other: 0%}}]"
    assert confidence(body).reasons[1].origins == ("sure",)


@settings(max_examples=15)
@given(small_cases())
def test_every_item_has_exactly_one_origin(data: Data) -> None:
    case = sound_case(to_text(data))
    ids = [item.id for item in compile_case(case).items]
    found = [item for each in independent_origins(case, ids) for item in each.items]
    assert sorted(found) == sorted(ids)
