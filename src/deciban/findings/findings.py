"""Everything that is found of a case: ``Model -> Findings``."""

from collections.abc import Mapping
from dataclasses import dataclass

from deciban.case import Case, Unseen
from deciban.compile import default_texts
from deciban.engine import Solution
from deciban.findings.assumed import Assumption, find_assumptions
from deciban.findings.explain import Explanation, find_explanation
from deciban.findings.overlap import Overlap, find_overlap
from deciban.findings.posterior import Posterior, find_posteriors
from deciban.findings.weights import Weights, by_theme, find_weights
from deciban.model import Model


@dataclass(frozen=True, slots=True)
class Findings:
    """What a case adds up to, and why.

    Attributes:
        title: the case's title.
        question: the main question's name.
        ask: it in words.
        as_of: the moment it stands at, as written; empty where none is given.
        posterior: the answers of the main question.
        linked: the answers of the linked questions, in the order written.
        weights: what each item says of the main question.
        explanation: what carries the leading answer, or its likeliest rival against it.
        overlap: what independence would have claimed.
        themes: shares for the hypothesis explained, by theme, in decibans.
        unseen: records that nobody has read.
        assumed: what deciban assumed.
    """

    title: str
    question: str
    ask: str
    as_of: str
    posterior: Posterior
    linked: tuple[Posterior, ...]
    weights: Weights
    explanation: Explanation
    overlap: Overlap
    themes: Mapping[str, float]
    unseen: tuple[Unseen, ...]
    assumed: tuple[Assumption, ...]

    @property
    def posteriors(self) -> Mapping[str, Posterior]:
        """The answers of every question, by its name."""
        return {each.question: each for each in (self.posterior, *self.linked)}


def find(case: Case, model: Model, solution: Solution, against: str | None = None) -> Findings:
    """Answer everything that is found of a case.

    Args:
        case: the case.
        model: what it compiled to.
        solution: the model solved for the main question with derivatives; possible under
            some hypothesis.
        against: weigh each hypothesis against this one rather than against all others.
    """
    posterior, *linked = find_posteriors(case, model, solution)
    weights = find_weights(case, model, against)
    explanation = find_explanation(posterior, weights)
    return Findings(
        title=case.title,
        question=case.question.id,
        ask=case.question.ask,
        as_of=case.question.as_of.text if case.question.as_of else "",
        posterior=posterior,
        linked=tuple(linked),
        weights=weights,
        explanation=explanation,
        overlap=find_overlap(case, model, posterior.leader.id),
        themes=by_theme(weights.items, explanation.of),
        unseen=case.unseen,
        assumed=find_assumptions(case, model, default_texts(case.assume)),
    )
