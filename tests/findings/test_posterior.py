"""Answers: what is certain, and where no prior is stated."""

import json

import pytest
from tests.meaning.line import case_text, weighed

from deciban.render.as_json import weigh_json
from deciban.render.json_text import to_text

SEEN = "events: [{id: seen, text: Seen, known: yes, expected: {h: 60%, other: OTHER}}]"


def test_only_what_is_settled_is_certain() -> None:
    nearly = weighed(case_text(SEEN.replace("OTHER", "1/1000000000")))
    assert not any(answer.certain for answer in nearly.posterior.answers)
    settled = weighed(case_text(SEEN.replace("OTHER", "0%")))
    assert all(answer.certain for answer in settled.posterior.answers)


def test_a_probability_that_rounds_to_one_is_not_certain() -> None:
    body = "events:\n" + "".join(
        f"  - {{id: e{n}, text: Seen, known: yes, weight: {{h: 60 dB}}}}\n" for n in range(4)
    )
    leader = weighed(case_text(body)).posterior.leader
    assert leader.probability == 1.0
    assert leader.log_odds == pytest.approx(240)
    assert not leader.certain


def test_without_a_stated_prior_none_is_given() -> None:
    findings = weighed(case_text(SEEN.replace("OTHER", "20%"), prior="none"))
    assert [answer.prior for answer in findings.posterior.answers] == [None, None]
    assert findings.posterior.answers[0].readers[2] == pytest.approx(0.75)
    data = json.loads(to_text(weigh_json(findings, ())))
    assert [each["prior"] for each in data["hypotheses"]] == [None, None]


def test_an_even_prior_is_a_prior() -> None:
    answers = weighed(case_text(SEEN.replace("OTHER", "20%"))).posterior.answers
    assert [answer.prior for answer in answers] == [0.5, 0.5]
    assert not any(answer.readers for answer in answers)
