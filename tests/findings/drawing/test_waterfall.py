import math

import pytest
from tests.meaning.line import case_text, weighed

from deciban.findings.drawing.waterfall import Waterfall, find_waterfall

TWENTY = "\n".join(
    f"  - {{id: e{number}, text: Event {number}, known: yes, "
    f"expected: {{h: {30 + 2 * number}%, other: {45 - number}%}}}}"
    for number in range(20)
)
CASE = case_text(f"events:\n{TWENTY}\n", prior="{h: 20%, other: rest}")
SETTLED = case_text(
    """
    events:
      - {id: seal, text: A late seal, known: yes, expected: {h: 30%, other: 0%}}
      - {id: ink, text: A late ink, known: yes, expected: {h: 30%, other: 60%}}
    """
)


def _walk(text: str, of: str = "h", against: str | None = None) -> Waterfall:
    found = weighed(text, against)
    return find_waterfall(found.posterior, found.weights, of)


def test_it_leads_from_the_prior_to_the_answer_without_a_gap() -> None:
    walk = _walk(CASE)
    assert walk.start == pytest.approx(10 * math.log10(0.2 / 0.8))
    assert walk.steps[0].start == walk.start
    for before, after in zip(walk.steps, walk.steps[1:], strict=False):
        assert after.start == before.end
    assert walk.steps[-1].end == pytest.approx(walk.end)


def test_the_dozen_largest_go_one_by_one_and_the_others_together() -> None:
    walk = _walk(CASE)
    alone = [step.share for step in walk.steps if step.item is not None]
    shares = [item.weights["h"].share for item in weighed(CASE).weights.items]
    assert len(alone) == 12
    assert walk.others == 8
    assert sorted(map(abs, alone)) == pytest.approx(sorted(map(abs, shares))[8:])
    assert math.fsum(step.share for step in walk.steps) == pytest.approx(math.fsum(shares))


def test_what_speaks_for_it_goes_first() -> None:
    shares = [step.share for step in _walk(CASE).steps if step.item is not None]
    assert shares == sorted(shares, reverse=True)


def test_against_one_other_it_begins_at_nothing() -> None:
    walk = _walk(CASE, against="other")
    assert (walk.start, walk.began, walk.ended) == (0.0, None, None)
    assert walk.steps[-1].end == pytest.approx(walk.end)


def test_without_a_prior_it_begins_at_nothing() -> None:
    walk = _walk(CASE.replace("prior: {h: 20%, other: rest}", "prior: none"))
    assert (walk.start, walk.began) == (0.0, None)


def test_what_settles_the_answer_breaks_the_walk() -> None:
    walk = _walk(SETTLED)
    assert not walk.joined
    assert {step.start for step in walk.steps} == {0.0}
    assert math.inf in {step.share for step in walk.steps}
