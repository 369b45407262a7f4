from functools import cache

import pytest
from tests.meaning.line import read
from tests.render.charts.drawing import FINANCE, PARTY

from deciban import pipeline
from deciban.findings.drawing.tornado import Tornado, find_tornado
from deciban.findings.posterior import Posterior
from deciban.findings.sensitivity import Sensitivity, find_answers_with_sensitivity
from deciban.read import read_case


@cache
def _found(case: str) -> tuple[Posterior, Sensitivity]:
    reading = read_case(FINANCE if case == "finance" else PARTY)
    found = pipeline.inquire(reading, find_answers_with_sensitivity).findings
    assert found is not None
    return found


def _tornado(case: str) -> Tornado:
    return find_tornado(*_found(case))


@pytest.mark.parametrize("case", ["finance", "party"])
def test_the_widest_swing_comes_first_whosever_number_it_is(case: str) -> None:
    swings = [bar.swing for bar in _tornado(case).bars]
    _, sensitivity = _found(case)
    every = [each.swing for each in sensitivity.swings]
    every += [each.swing for each in sensitivity.minds]
    assert swings == sorted(every, reverse=True)[: len(swings)]


def test_numbers_of_minds_stand_among_the_others() -> None:
    assert {bar.of_mind for bar in _tornado("finance").bars} == {True, False}


@pytest.mark.parametrize("case", ["finance", "party"])
def test_both_ends_lie_between_the_least_and_the_most(case: str) -> None:
    for bar in _tornado(case).bars:
        assert bar.least <= min(bar.at_low, bar.at_high)
        assert bar.most >= max(bar.at_low, bar.at_high)
        assert bar.most - bar.least == pytest.approx(bar.swing, abs=1e-6)


@pytest.mark.parametrize("case", ["finance", "party"])
def test_what_is_not_shown_is_counted(case: str) -> None:
    _, sensitivity = _found(case)
    found = _tornado(case)
    assert len(found.bars) == 12
    assert found.others == len(sensitivity.swings) + len(sensitivity.minds) - 12


def test_a_case_without_ranges_has_no_bars() -> None:
    text = "deciban: 1\ntitle: T\nquestion: {ask: So?, hypotheses: {a: A, b: B}, prior: even}\n"
    found = pipeline.inquire(read(text), find_answers_with_sensitivity).findings
    assert found is not None
    assert find_tornado(*found).bars == ()
