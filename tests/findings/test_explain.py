"""What carries the answer, and what carries its rival against it."""

import pytest
from tests.meaning.line import case_text, weighed

THREE = "{a: One, b: Two, c: Three}"
BODY = """
events:
  - {id: paper, text: Paper, theme: stuff, known: yes, expected: {a: 60%, b: 40%, c: 5%}}
  - {id: hand, text: Hand, known: yes, expected: {a: 80%, b: 20%, c: 10%}}
"""
TEXT = case_text(BODY, prior="even", hypotheses=THREE)


@pytest.mark.parametrize("against", [None, "b", "c"])
def test_the_leader_is_explained(against: str | None) -> None:
    told = weighed(TEXT, against).explanation
    assert (told.of, told.leader) == ("a", "a")
    assert told.carries


def test_against_the_leader_the_likeliest_other_is_explained() -> None:
    findings = weighed(TEXT, "a")
    told = findings.explanation
    assert (told.of, told.leader) == ("b", "a")
    assert not told.carries
    assert [item.id for item in told.against] == ["hand", "paper"]
    assert sum(findings.themes.values()) == pytest.approx(findings.weights.total["b"])


def test_nothing_is_said_for_a_hypothesis_against_itself() -> None:
    for item in weighed(TEXT, "a").weights.items:
        assert item.weights["a"].share == 0
