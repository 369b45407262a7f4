"""What must not matter does not: order, names, items that fit every hypothesis alike."""

import json
from random import Random
from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.meaning.line import case_text, decibans, weighed
from tests.meaning.small_cases import Data, small_cases, to_text

from deciban.findings.findings import Findings

LISTS = ("events", "reports", "silences")


def ends(findings: Findings) -> dict[str, float]:
    """The log-odds of every answer of every question, in decibans."""
    return {
        f"{name}.{answer.id}": answer.log_odds
        for name, posterior in findings.posteriors.items()
        for answer in posterior.answers
    }


@settings(max_examples=15)
@given(small_cases(), st.randoms(use_true_random=False))
def test_the_order_of_what_is_written_changes_nothing(case: Data, random: Random) -> None:
    shuffled = dict(case)
    for name in LISTS:
        records = list(cast("list[Data]", case[name]))
        random.shuffle(records)
        shuffled[name] = [*records]
    sources = list(cast("Data", case["sources"]).items())
    random.shuffle(sources)
    shuffled["sources"] = dict(sources)
    before, after = weighed(to_text(case)), weighed(to_text(shuffled))
    assert ends(after) == pytest.approx(ends(before), rel=1e-12, abs=1e-11)
    last = {item.id: item.weights["h0"].last for item in before.weights.items}
    again = {item.id: item.weights["h0"].last for item in after.weights.items}
    assert again == pytest.approx(last, rel=1e-9, abs=1e-9)


@settings(max_examples=15)
@given(small_cases())
def test_names_change_nothing(case: Data) -> None:
    text = json.dumps(case)
    for old in ("e0", "e1", "e2", "e3", "r0", "r1", "r2", "s0", "s1", "archive", "desk", "copy0"):
        text = text.replace(f'"{old}"', f'"z_{old}_renamed"').replace(
            f'"{old}.', f'"z_{old}_renamed.'
        )
    renamed, before = weighed(text), weighed(to_text(case))
    assert ends(renamed) == pytest.approx(ends(before), rel=1e-12, abs=1e-11)


@settings(max_examples=15)
@given(small_cases(), st.floats(0.01, 1.0))
def test_an_item_that_fits_every_hypothesis_alike_weighs_nothing(case: Data, chance: float) -> None:
    events = cast("list[Data]", case["events"])
    dull: Data = {"id": "dull", "text": "Dull", "known": "yes", "expected": f"{chance:.4f}"}
    more = weighed(to_text({**case, "events": [*events, dull]}))
    assert ends(more) == pytest.approx(ends(weighed(to_text(case))), rel=1e-9, abs=1e-9)
    item = next(each for each in more.weights.items if each.id == "dull")
    for weight in item.weights.values():
        assert (weight.alone, weight.last) == pytest.approx((0.0, 0.0), abs=1e-9)
        assert weight.share == pytest.approx(0.0, abs=1e-9)


@settings(max_examples=10)
@given(small_cases())
def test_a_relay_beside_its_origin_weighs_nothing_last(case: Data) -> None:
    reports = cast("list[Data]", case["reports"])
    copy = {**reports[1], "id": "a_copy", "by": "desk", "relays": "r1", "fidelity": "0.8"}
    more = weighed(to_text({**case, "reports": [*reports, copy]}))
    item = next(each for each in more.weights.items if each.id == "a_copy")
    assert [weight.last for weight in item.weights.values()] == pytest.approx(
        [0.0] * len(item.weights), abs=1e-9
    )


@settings(max_examples=20)
@given(
    st.integers(1, 30),
    st.floats(0.55, 0.99),
    st.floats(0.05, 1.0),
    st.floats(0.0, 0.4),
    st.floats(0.5, 1.0),
)
def test_one_source_never_says_more_than_its_competence_allows(
    reports: int, competence: float, honest: float, slip: float, fidelity: float
) -> None:
    told = "\n".join(f"  - {{id: r{n}, of: fact, by: he}}" for n in range(reports))
    body = f"""
assume: {{slip: {slip:.4f}}}
sources:
  desk: {{name: Desk}}
  he: {{name: He, character: {{honest: {honest:.4f}, guesses: rest}}, competence: {competence:.4f}}}
events:
  - {{id: fact, text: Fact, expected: {{h: 100%, other: 0%}}}}
reports:
{told}
  - {{id: copy, of: fact, by: desk, relays: he, fidelity: {fidelity:.4f}}}
"""
    odds = weighed(case_text(body)).posterior.answers[0].log_odds
    right = float(f"{competence:.4f}")
    assert -1e-9 <= odds <= decibans(right / (1 - right)) + 1e-9
