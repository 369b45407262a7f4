"""A case with a mind through the whole line: text, Case, Mind, Model, Solution, weighed mind."""

from dataclasses import dataclass

from tests.meaning.line import read

from deciban import pipeline
from deciban.case import Case
from deciban.compile import minds_in
from deciban.dates import When, read_date
from deciban.engine import Solution
from deciban.findings.minding.weighed import WeighedMind, weigh_mind
from deciban.model import Model


@dataclass(frozen=True)
class Line:
    """What came of a case."""

    case: Case
    model: Model
    solution: Solution

    @property
    def chances(self) -> dict[str, float]:
        """The probability of each answer to the main question."""
        answers = self.case.question.answers
        return dict(zip(answers, map(float, self.solution.posterior), strict=True))

    def mind(self, actor: str) -> WeighedMind:
        """An actor's mind, weighed by everything in the case."""
        return weigh_mind(self.case, minds_in(self.model)[actor], self.solution)


def through(text: str) -> Line:
    """The whole line from a text in which nothing is wrong."""
    outcome = pipeline.inquire(read(text), Line)
    assert outcome.findings is not None, [str(each) for each in outcome.problems if each.is_error]
    return outcome.findings


def time_of(date: str) -> int:
    """When a date counts: at its end."""
    when = read_date(date)
    assert isinstance(when, When)
    return when.latest
