"""Shares stay numbers where hypotheses are ruled out."""

import math
from itertools import chain

from tests.meaning.line import case_text, weighed

THREE = "{a: One, b: Two, c: Three}"


def test_no_weight_is_ever_without_a_value() -> None:
    body = """
events:
  - {id: y, text: Y, known: yes, expected: {a: 0%, b: 50%, c: 50%}}
  - {id: z, text: Z, known: yes, expected: {a: 50%, b: 0%, c: 50%}}
  - {id: both, text: Both, known: yes, expected: {a: 0%, b: 0%, c: 50%}}
"""
    for against in (None, "a", "b", "c"):
        findings = weighed(case_text(body, hypotheses=THREE), against)
        weights = chain.from_iterable(item.weights.values() for item in findings.weights.items)
        for weight in weights:
            assert not math.isnan(weight.share)
            assert not math.isnan(weight.alone)
            assert not math.isnan(weight.last)
