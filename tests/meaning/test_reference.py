"""The whole line says what a slow and separate reading of the same case says."""

import math

import pytest
from hypothesis import given, settings
from tests.meaning.by_hand import joint
from tests.meaning.line import weighed
from tests.meaning.small_cases import Data, small_cases, to_text


@settings(max_examples=25)
@given(small_cases())
def test_the_line_says_what_a_separate_reading_says(case: Data) -> None:
    by_hand = joint(case)
    total = math.fsum(by_hand.values())
    findings = weighed(to_text(case))
    for answer in findings.posterior.answers:
        mine = math.fsum(chance for (main, _), chance in by_hand.items() if main == answer.id)
        assert answer.probability == pytest.approx(mine / total, rel=1e-9)
    for answer in findings.linked[0].answers:
        mine = math.fsum(chance for (_, linked), chance in by_hand.items() if linked == answer.id)
        assert answer.probability == pytest.approx(mine / total, rel=1e-9)


@settings(max_examples=10)
@given(small_cases(sharp=True))
def test_the_chance_of_all_that_was_observed_is_that_of_a_separate_reading(case: Data) -> None:
    findings = weighed(to_text(case))
    expected = math.log(math.fsum(joint(case).values()))
    assert findings.posterior.log_evidence == pytest.approx(expected, rel=1e-9)
