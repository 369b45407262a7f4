"""Text to findings through the whole line, for tests that know the answer by hand.

Decibans are ``10 * log10`` of a ratio.
"""

import math
from pathlib import Path
from textwrap import dedent

from deciban import pipeline
from deciban.case import Case
from deciban.findings.findings import Findings
from deciban.problem import Problem
from deciban.read import Reading, read_text_of_case

TWO = "{h: It was so, other: It was not}"

#: The source that the tests cross-examine on an event that the hypotheses foretell perfectly.
SURE = """
events:
  - {id: fact, text: What the hypotheses differ about, expected: {h: 100%, other: 0%}}
"""


def case_text(body: str, *, prior: str = "even", hypotheses: str = TWO) -> str:
    """A case with one question and this body."""
    head = f"""\
deciban: 1
title: A small case
question:
  ask: Was it so?
  hypotheses: {hypotheses}
  exhaustive: yes
  prior: {prior}
"""
    return head + dedent(body)


def read(text: str) -> Reading:
    """The reading of a case that has no folder."""
    return read_text_of_case(text, Path("nowhere/case.yaml"))


def sound_case(text: str) -> Case:
    """The case in a text without mistakes."""
    reading = read(text)
    assert reading.case is not None, reading.problems
    assert not any(problem.is_error for problem in reading.problems), reading.problems
    return reading.case


def weighing(text: str, against: str | None = None) -> pipeline.Weighing[Findings]:
    """What weighing a text comes to, right or wrong."""
    return pipeline.weigh_reading(read(text), against=against)


def weighed(text: str, against: str | None = None) -> Findings:
    """The findings of a text in which nothing is wrong."""
    outcome = weighing(text, against)
    errors = [str(problem) for problem in outcome.problems if problem.is_error]
    assert outcome.findings is not None, errors
    assert not errors
    return outcome.findings


def codes(text: str) -> list[str]:
    """The code of every problem that checking a text finds."""
    return [problem.code for problem in problems(text)]


def problems(text: str) -> tuple[Problem, ...]:
    """Every problem that checking a text finds."""
    return pipeline.check_reading(read(text)).problems


def chances(text: str, question: str = "question") -> dict[str, float]:
    """The probability of each answer of a question."""
    answers = weighed(text).posteriors[question].answers
    return {answer.id: answer.probability for answer in answers}


def says(text: str, hypothesis: str = "h", against: str | None = None) -> float:
    """What all items together say for a hypothesis, in decibans."""
    return weighed(text, against).weights.total[hypothesis]


def decibans(ratio: float) -> float:
    """A ratio in decibans."""
    return 10.0 * math.log10(ratio)
