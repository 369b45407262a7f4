"""Finding: how likely is each answer, at the central values."""

from dataclasses import dataclass

import numpy as np

from deciban.case import Case, Question
from deciban.engine import Solution, solve
from deciban.findings.odds import log_odds, minus
from deciban.model import Model
from deciban.units import SCALES

#: Where readers begin who are shown a question without a prior.
STARTS = (0.1, 0.3, 0.5, 0.7, 0.9)


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer of a question.

    Attributes:
        id: its name.
        text: the sentence behind it.
        prior: its probability before the items.
        probability: its probability given all items.
        log_odds: of it against all others, in decibans.
        weight: what all items together say for it, in decibans.
        words: its probability in the case's scale.
        readers: where readers end who begin at each of ``STARTS``; empty where there is a prior.
    """

    id: str
    text: str
    prior: float
    probability: float
    log_odds: float
    weight: float
    words: str
    readers: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Posterior:
    """The answers of one question.

    Attributes:
        question: the question's name.
        ask: the question in words.
        answers: in the order written.
        log_evidence: natural logarithm of the probability of all items.
    """

    question: str
    ask: str
    answers: tuple[Answer, ...]
    log_evidence: float

    @property
    def leader(self) -> Answer:
        """The likeliest answer; the first written of equals."""
        return max(self.answers, key=lambda answer: answer.probability)


def find_posterior(case: Case, model: Model, question: Question, solution: Solution) -> Posterior:
    """Answer how likely each answer of ``question`` is.

    Args:
        case: the case, for words.
        model: its model.
        question: one of its questions.
        solution: solved with that question's variable as the query, all items given.
    """
    before = solve(model, model.questions[question.id], given={})
    odds = log_odds(solution.log_z)
    weights = minus(odds, log_odds(before.log_z))
    scale = SCALES[case.words]
    return Posterior(
        question=question.id,
        ask=question.ask,
        answers=tuple(
            Answer(
                id=name,
                text=question.wording(name),
                prior=float(before.posterior[place]),
                probability=float(solution.posterior[place]),
                log_odds=float(odds[place]),
                weight=float(weights[place]),
                words=scale.word_for(float(solution.posterior[place])),
                readers=_readers(solution, place) if question.prior == "none" else (),
            )
            for place, name in enumerate(question.answers)
        ),
        log_evidence=float(np.logaddexp.reduce(solution.log_z)),
    )


def _readers(solution: Solution, place: int) -> tuple[float, ...]:
    """Where readers end who begin at each start and share the rest evenly."""
    likelihood = np.exp(solution.log_z - solution.log_z.max())
    rest = float(np.delete(likelihood, place).mean())
    own = float(likelihood[place])
    return tuple(start * own / (start * own + (1 - start) * rest) for start in STARTS)
