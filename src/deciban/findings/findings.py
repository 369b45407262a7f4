"""Everything that is found of a case: ``Model -> Findings``."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from deciban.case import Case
from deciban.compile import default_texts
from deciban.engine import Solution
from deciban.findings.assumed import Assumption, find_assumptions
from deciban.findings.bounds import Bounds, find_bounds
from deciban.findings.causes import Taken, find_causes
from deciban.findings.confidence import Confidence, find_confidence
from deciban.findings.explain import Explanation, find_explanation
from deciban.findings.flips import Flip, find_flips
from deciban.findings.hidden import Hidden, find_hidden
from deciban.findings.minds import MindInBrief, find_minds
from deciban.findings.overlap import Overlap, find_overlap
from deciban.findings.posterior import Posterior, find_posteriors
from deciban.findings.ranges import COUNT, Ranges, find_ranges
from deciban.findings.seek import Seek, find_seek
from deciban.findings.silences import HeardSilence, find_silences
from deciban.findings.weights import WeighedItem, Weights, by_theme, find_weights
from deciban.model import Model

#: Corners tried for the bounds of a brief; `deciban bounds` tries more.
CORNERS = 2**14
#: Weights in decibans that agree to so many digits are equal.
DIGITS = 9


@dataclass(frozen=True, slots=True)
class Findings:
    """What a case adds up to, and why.

    Attributes:
        title: the case's title.
        seen_by: the debater as whom it is seen; None for the case as written.
        question: the main question's name.
        ask: it in words.
        as_of: the moment it stands at, as written; empty where none is given.
        posterior: the answers of the main question.
        linked: the answers of the linked questions, in the order written.
        ranges: how far the answers move over draws of the numbers.
        confidence: how well founded the leading answer is.
        bounds: how far they move at the most; None unless asked for.
        flips: where each number would change the leader, the nearest first.
        seek: what each record is worth that nobody has read.
        weights: what each item says of the main question.
        explanation: what carries the leading answer, or its likeliest rival against it.
        overlap: what independence would have claimed.
        themes: shares for the hypothesis explained, by theme, in decibans.
        minds: what is told of every actor whose mind is inferred.
        assumed: what deciban assumed.
        hidden: what is believed of disputed events and of characters; empty unless asked for.
        silences: how the weight of each silence depends on its parts; empty unless asked for.
        causes: what rival causes take from items; empty unless asked for.
    """

    title: str
    seen_by: str | None
    question: str
    ask: str
    as_of: str
    posterior: Posterior
    linked: tuple[Posterior, ...]
    ranges: Ranges
    confidence: Confidence
    bounds: Bounds | None
    flips: tuple[Flip, ...]
    seek: Seek
    weights: Weights
    explanation: Explanation
    overlap: Overlap
    themes: Mapping[str, float]
    minds: tuple[MindInBrief, ...]
    assumed: tuple[Assumption, ...]
    hidden: tuple[Hidden, ...]
    silences: tuple[HeardSilence, ...]
    causes: tuple[Taken, ...]

    @property
    def posteriors(self) -> Mapping[str, Posterior]:
        """The answers of every question, by its name."""
        return {each.question: each for each in (self.posterior, *self.linked)}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be found beyond what every brief holds.

    Attributes:
        against: weigh each hypothesis against this one rather than against all others.
        draws: how often every uncertain number is drawn.
        bounded: also the bounds, for which no brief has room.
        closely: also what is believed of what is hidden, what silences depend on, and what rival
            causes take.
        pairs: also which unseen records tell more together than apart.
    """

    against: str | None = None
    draws: int = COUNT
    bounded: bool = False
    closely: bool = False
    pairs: bool = False


def find(
    case: Case,
    model: Model,
    solution: Solution,
    wanted: Wanted = Wanted(),
    told: Callable[[int], None] | None = None,
) -> Findings:
    """Answer everything that is found of a case.

    Args:
        case: the case.
        model: what it compiled to.
        solution: the model solved for the main question with derivatives; possible under
            some hypothesis.
        wanted: what else is to be found.
        told: called with the number of draws done, as they are done.
    """
    posterior, *linked = find_posteriors(case, model, solution)
    weights = find_weights(case, model, wanted.against)
    explanation = find_explanation(posterior, weights)
    ranges = find_ranges(case, model, (posterior, *linked), count=wanted.draws, told=told)
    flips = find_flips(case.question.answers, model, solution)
    inside = [flip.address for flip in flips if flip.inside]
    return Findings(
        title=case.title,
        seen_by=case.seen_by,
        question=case.question.id,
        ask=case.question.ask,
        as_of=case.question.as_of.text if case.question.as_of else "",
        posterior=posterior,
        linked=tuple(linked),
        ranges=ranges,
        confidence=find_confidence(case, ranges, weights, posterior, inside),
        bounds=find_bounds(case, model, solution, budget=CORNERS) if wanted.bounded else None,
        flips=flips,
        seek=find_seek(case, model, solution, pairs=wanted.pairs),
        weights=weights,
        explanation=explanation,
        overlap=find_overlap(case, model, posterior.leader.id),
        themes=by_theme(weights.items, explanation.of),
        minds=find_minds(case, model, solution),
        assumed=find_assumptions(case, model, default_texts(case.assume)),
        hidden=find_hidden(case, model, solution) if wanted.closely else (),
        silences=find_silences(case, model, _most_on(weights, posterior.leader.id))
        if wanted.closely
        else (),
        causes=find_causes(case, model) if wanted.closely else (),
    )


def _most_on(weights: Weights, leader: str) -> Mapping[str, str]:
    """For each item by name, the answer on which it weighs most, last in; of equals the leader."""
    return {
        item.id: max((leader, *item.weights), key=partial(_heft, item)) for item in weights.items
    }


def _heft(item: WeighedItem, answer: str) -> float:
    return round(abs(item.weights[answer].last), DIGITS)
