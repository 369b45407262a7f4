"""Finding: how likely is each answer, at the central values."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np

from deciban.case import Case, Question
from deciban.engine import Solution, solve
from deciban.findings.odds import Array, log_odds, minus
from deciban.model import Model
from deciban.units import SCALES, Scale

#: Where readers begin who are shown a question without a prior.
STARTS = (0.1, 0.3, 0.5, 0.7, 0.9)


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer of a question.

    Attributes:
        id: its name.
        text: the sentence behind it.
        prior: its probability before the items; None where no prior is stated.
        probability: its probability given all items.
        log_odds: of it against all others, in decibans.
        weight: what all items together say for it, in decibans.
        words: its probability in the case's scale.
        certain: whether it is ruled out or the only one left, so that its log-odds are infinite.
        readers: where readers end who begin at each of ``STARTS``; empty where there is a prior.
    """

    id: str
    text: str
    prior: float | None
    probability: float
    log_odds: float
    weight: float
    words: str
    certain: bool = False
    readers: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Posterior:
    """The answers of one question.

    Attributes:
        question: the question's name.
        ask: the question in words.
        answers: in the order written.
        log_evidence: natural logarithm of the probability of all items; up to a constant where
            a published weight is among them.
    """

    question: str
    ask: str
    answers: tuple[Answer, ...]
    log_evidence: float

    @property
    def leader(self) -> Answer:
        """The likeliest answer; the first written of equals."""
        return max(self.answers, key=lambda answer: answer.probability)


#: Probability by question and by answer.
Chances: TypeAlias = Mapping[str, Mapping[str, float]]


def find_chances(case: Case, model: Model, solution: Solution) -> Chances:
    """Answer the bare probability of each answer of every question, given all items.

    Args:
        case: the case.
        model: its model.
        solution: solved for the main question with derivatives, all items given.
    """
    after = solution.marginals()
    return {
        name: dict(zip(question.answers, map(float, after[model.questions[name]]), strict=True))
        for name, question in case.all_questions().items()
    }


def find_posteriors(case: Case, model: Model, solution: Solution) -> tuple[Posterior, ...]:
    """Answer how likely each answer of every question is, the main question first.

    Args:
        case: the case, for words.
        model: its model.
        solution: solved for the main question with derivatives, all items given.
    """
    before = solve(model, solution.query, given={}, derivatives=True)
    beliefs = _Beliefs(before), _Beliefs(solution)
    evidence = float(np.logaddexp.reduce(solution.log_z))
    return tuple(
        Posterior(
            question=question.id,
            ask=question.ask,
            answers=_answers(question, model.questions[question.id], *beliefs, SCALES[case.words]),
            log_evidence=evidence,
        )
        for question in case.all_questions().values()
    )


class _Beliefs:
    """What is believed of every variable, with or without the items."""

    def __init__(self, solution: Solution) -> None:
        self._solution = solution
        self._marginals = solution.marginals()

    def probability(self, variable: int) -> Array:
        return self._marginals[variable]

    def log_odds(self, variable: int) -> Array:
        """In decibans. Those of the query come from log Z, which does not underflow."""
        if variable == self._solution.query:
            return log_odds(self._solution.log_z)
        with np.errstate(divide="ignore"):
            return log_odds(np.log(self._marginals[variable]))


def _answers(
    question: Question, variable: int, before: _Beliefs, after: _Beliefs, scale: Scale
) -> tuple[Answer, ...]:
    prior, now = before.probability(variable), after.probability(variable)
    odds = after.log_odds(variable)
    weights = minus(odds, before.log_odds(variable))
    stated = question.prior != "none"
    return tuple(
        Answer(
            id=name,
            text=question.wording(name),
            prior=float(prior[place]) if stated else None,
            probability=float(now[place]),
            log_odds=float(odds[place]),
            weight=float(weights[place]),
            words=scale.word_for(float(now[place])),
            certain=bool(np.isinf(odds[place])),
            readers=() if stated else _readers(now / prior, place),
        )
        for place, name in enumerate(question.answers)
    )


def _readers(likelihood: Array, place: int) -> tuple[float, ...]:
    """Where readers end who begin at each start and share the rest evenly.

    Args:
        likelihood: of all items under each answer, up to a common constant.
        place: the answer started with.
    """
    rest = float(np.delete(likelihood, place).mean())
    own = float(likelihood[place])
    return tuple(start * own / (start * own + (1 - start) * rest) for start in STARTS)
