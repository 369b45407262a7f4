"""When weights add up, and that shares always do."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.meaning.line import case_text, weighed
from tests.meaning.small_cases import Data, small_cases, to_text

CHANCES = st.floats(0.02, 0.98).map(lambda chance: f"{chance:.4f}")
THREE = "{a: A, b: B, c: C}"


def independent(rows: list[tuple[str, ...]], names: str) -> str:
    """Known events with these chances under each hypothesis."""
    lines = ["events:"]
    for place, row in enumerate(rows):
        pairs = zip(names.split(), row, strict=True)
        expected = ", ".join(f"{name}: {chance}" for name, chance in pairs)
        lines.append(f"  - {{id: e{place}, text: E, known: yes, expected: {{{expected}}}}}")
    return "\n".join(lines)


@settings(max_examples=15)
@given(st.lists(st.tuples(CHANCES, CHANCES), min_size=1, max_size=8))
def test_between_two_hypotheses_weights_of_independent_items_add_up(
    rows: list[tuple[str, str]],
) -> None:
    findings = weighed(case_text(independent([*rows], "h other")))
    for item, (under_h, under_other) in zip(findings.weights.items, rows, strict=True):
        weight = item.weights["h"]
        expected = 10 * math.log10(float(under_h) / float(under_other))
        assert (weight.alone, weight.last, weight.share) == pytest.approx(
            (expected, expected, expected), abs=1e-9
        )
    alone = math.fsum(item.weights["h"].alone for item in findings.weights.items)
    assert alone == pytest.approx(findings.weights.total["h"], abs=1e-9)


@settings(max_examples=15)
@given(st.lists(st.tuples(CHANCES, CHANCES, CHANCES), min_size=1, max_size=6))
def test_against_one_rival_weights_of_independent_items_add_up(
    rows: list[tuple[str, str, str]],
) -> None:
    text = case_text(independent([*rows], "a b c"), hypotheses=THREE)
    findings = weighed(text, against="b")
    assert findings.weights.total["b"] == 0.0
    for name, column in (("a", 0), ("c", 2)):
        for item, row in zip(findings.weights.items, rows, strict=True):
            expected = 10 * math.log10(float(row[column]) / float(row[1]))
            assert item.weights[name].alone == pytest.approx(expected, abs=1e-9)
            assert item.weights[name].share == pytest.approx(expected, abs=1e-9)


def test_against_all_others_together_they_need_not() -> None:
    rows = [("0.9", "0.1", "0.9"), ("0.9", "0.9", "0.1")]
    findings = weighed(case_text(independent([*rows], "a b c"), hypotheses=THREE))
    alone = math.fsum(item.weights["a"].alone for item in findings.weights.items)
    assert alone != pytest.approx(findings.weights.total["a"], abs=0.5)
    shares = math.fsum(item.weights["a"].share for item in findings.weights.items)
    assert shares == pytest.approx(findings.weights.total["a"], abs=1e-9)


@settings(max_examples=15)
@given(small_cases())
def test_shares_always_add_up_to_what_all_items_say(case: Data) -> None:
    findings = weighed(to_text(case))
    for name, total in findings.weights.total.items():
        shares = math.fsum(item.weights[name].share for item in findings.weights.items)
        assert shares == pytest.approx(total, abs=1e-9)
        answer = next(each for each in findings.posterior.answers if each.id == name)
        assert answer.weight == pytest.approx(total, abs=1e-9)
    themes = math.fsum(findings.themes.values())
    assert themes == pytest.approx(findings.weights.total[findings.explanation.leader], abs=1e-9)


def test_shares_add_up_where_they_are_sampled() -> None:
    rows = [(f"0.{40 + n}", f"0.{80 - n}", f"0.{20 + 2 * n}") for n in range(20)]
    findings = weighed(case_text(independent([*rows], "a b c"), hypotheses=THREE))
    assert not findings.weights.exact
    for name, total in findings.weights.total.items():
        shares = math.fsum(item.weights[name].share for item in findings.weights.items)
        assert shares == pytest.approx(total, abs=1e-9)
