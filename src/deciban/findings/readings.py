"""Finding: a case read as a matrix of competing hypotheses, in the ways that other tools read one.

These are readings beside the posterior, because people know them; none of them is a probability,
and deciban reasons from none of them.

A rating says how an item sits with a hypothesis: ``CC`` very consistent, ``C`` consistent, ``N``
neither, ``I`` inconsistent, ``II`` very inconsistent, ``NA`` not applicable. Of such ratings:

- *minus signs*: how many items are inconsistent with the hypothesis (Heuer, *Psychology of
  Intelligence Analysis*, chapter 8);
- *inconsistency*: II counts -2 and I -1 (PARC ACH); *weighted*, each of them times the item's
  credibility and its relevance, which are low 1/sqrt 2, medium 1 or high sqrt 2, so that an I that
  is high in both counts -2, and a II that is low in both -1;
- *squares*: with II to CC as 1 to 5 and NA as 3, the sum of ``(3 - mean)**2`` over the items
  whose mean rating is below 3 (Open Synthesis);
- *diagnosticity* of an item: the population standard deviation of those numbers over the
  hypotheses. Nought where the item sits alike with all of them.

A case states probabilities, so its ratings are derived. The *level* of item ``i`` under
hypothesis ``h`` is ``10 log10(P(i | h) / max over h' of P(i | h'))`` in decibans, from that item
alone: 0 under the hypothesis that expects it most, less elsewhere.

==============================  ======
level                           rating
==============================  ======
0, some rival at -10 or lower   CC
0 to -1                         C
below -1, above -3              N
-3 and lower, above -10         I
-10 and lower                   II
==============================  ======

One deciban is about the least that a person feels, three double the odds and ten multiply them by
ten. A hypothesis that the prior rules out has no likelihood: NA. Credibility is the central honesty
of whom the item goes back to: from 80% high, from 50% medium, else low; a known event is high, and
a silence of an archive without a character medium. The language has no field for relevance, so it
is medium throughout.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

import numpy as np

from deciban.case import Case
from deciban.case.origins import roots_of
from deciban.engine import solve
from deciban.findings.coalitions import log_z_of_sets, single
from deciban.findings.odds import DECIBANS, Array
from deciban.findings.weights import Weights, find_weights
from deciban.model import Model

CONSISTENT, NEITHER, INCONSISTENT = -1.0, -3.0, -10.0
HIGHLY, FAIRLY = 0.8, 0.5
DIGITS = 9
"""Levels are compared to so many decimals, so that -3 dB as written is -3 dB."""


class Rating(Enum):
    """How an item sits with a hypothesis; the value is its number from 1 to 5."""

    II = 1.0
    I = 2.0  # noqa: E741 [the published name]
    N = 3.0
    C = 4.0
    CC = 5.0
    NA = "NA"

    @property
    def number(self) -> float:
        """From 1, very inconsistent, to 5; what does not apply stands in the middle."""
        return 3.0 if self.value == "NA" else float(self.value)

    @property
    def penalty(self) -> int:
        """What it counts against the hypothesis: -2, -1 or 0."""
        return {Rating.II: -2, Rating.I: -1}.get(self, 0)


class Level(Enum):
    """How credible or how relevant an item is; the value is the factor it stands for."""

    LOW = 1 / math.sqrt(2)
    MEDIUM = 1.0
    HIGH = math.sqrt(2)


def minus_signs(ratings: Sequence[Rating]) -> int:
    """Answer how many ratings of one hypothesis are inconsistent (Heuer)."""
    return sum(rating.penalty < 0 for rating in ratings)


def inconsistency(ratings: Sequence[Rating]) -> int:
    """Answer the inconsistency of one hypothesis, at most 0 (PARC ACH)."""
    return sum(rating.penalty for rating in ratings)


def weighted_inconsistency(rated: Sequence[tuple[Rating, Level, Level]]) -> float:
    """Answer the weighted inconsistency of one hypothesis, at most 0 (PARC ACH).

    Args:
        rated: by item, its rating, its credibility and its relevance.
    """
    return math.fsum(
        rating.penalty * credibility.value * relevance.value
        for rating, credibility, relevance in rated
    )


def squares(means: Sequence[float]) -> float:
    """Answer the inconsistency of one hypothesis by squares, at least 0 (Open Synthesis).

    Args:
        means: by item, the mean rating from 1 to 5.
    """
    return math.fsum((Rating.N.number - mean) ** 2 for mean in means if mean < Rating.N.number)


def diagnosticity(means: Sequence[float]) -> float:
    """Answer how well one item tells hypotheses apart, at least 0 (Open Synthesis).

    Args:
        means: by hypothesis, the mean rating from 1 to 5.
    """
    centre = math.fsum(means) / len(means)
    return math.sqrt(math.fsum((mean - centre) ** 2 for mean in means) / len(means))


def rating_of(levels: Sequence[float], place: int) -> Rating:
    """Answer the rating of an item under one hypothesis.

    Args:
        levels: its level under every hypothesis, in decibans; NaN where that has no likelihood.
        place: the hypothesis.
    """
    level, *rivals = (round(levels[each], DIGITS) for each in _first(place, len(levels)))
    if math.isnan(level):
        return Rating.NA
    if level >= CONSISTENT:
        told_apart = level == 0.0 and any(rival <= INCONSISTENT for rival in rivals)
        return Rating.CC if told_apart else Rating.C
    if level > NEITHER:
        return Rating.N
    return Rating.I if level > INCONSISTENT else Rating.II


def _first(place: int, count: int) -> tuple[int, ...]:
    """Every place, this one first."""
    return (place, *(each for each in range(count) if each != place))


@dataclass(frozen=True, slots=True)
class RatedItem:
    """One item of the matrix.

    Attributes:
        id: its name in the case.
        kind: ``event``, ``report`` or ``silence``.
        text: what it says, in words.
        credibility: of whom it goes back to.
        relevance: medium throughout.
        levels: by hypothesis, in decibans, at most 0; None where it has no likelihood.
        ratings: by hypothesis.
        diagnosticity: how well it tells the hypotheses apart.
    """

    id: str
    kind: str
    text: str
    credibility: Level
    relevance: Level
    levels: Mapping[str, float | None]
    ratings: Mapping[str, Rating]
    diagnosticity: float


@dataclass(frozen=True, slots=True)
class HypothesisReading:
    """One hypothesis of the matrix, in each of the readings.

    Attributes:
        id: its name.
        text: the sentence behind it.
        minus: how many items are inconsistent with it.
        inconsistency: at most 0.
        weighted: inconsistency by credibility and relevance, at most 0.
        squares: at least 0.
    """

    id: str
    text: str
    minus: int
    inconsistency: int
    weighted: float
    squares: float


@dataclass(frozen=True, slots=True)
class Readings:
    """A case read as a matrix.

    Attributes:
        question: the main question's name.
        ask: it in words.
        hypotheses: in the order written.
        items: the most diagnostic first, else in the order of the case.
    """

    question: str
    ask: str
    hypotheses: tuple[HypothesisReading, ...]
    items: tuple[RatedItem, ...]


def find_readings(case: Case, model: Model, weights: Weights | None = None) -> Readings:
    """Answer a case as a matrix of its items and the hypotheses of its main question.

    Args:
        case: the case.
        model: its model; possible under some hypothesis.
        weights: the weights of its items, for their wording; found anew when None.
    """
    question = case.question
    weights = weights or find_weights(case, model)
    levels = _levels(model, model.questions[question.id])
    credible = _credibilities(case, model)
    items = [
        _rated(item.id, item.kind, item.text, credible[item.id], levels[:, place], question.answers)
        for place, item in enumerate(weights.items)
    ]
    items.sort(key=lambda item: -round(item.diagnosticity, DIGITS))
    hypotheses = tuple(_read(name, question.wording(name), items) for name in question.answers)
    return Readings(question.id, question.ask, hypotheses, tuple(items))


def _levels(model: Model, query: int) -> Array:
    """The level of each item under each hypothesis, shape (H, items); NaN where it has none."""
    log_z = log_z_of_sets(model, query, single(len(model.items)))
    with np.errstate(invalid="ignore"):
        likelihood = log_z[:, 1:] - log_z[:, :1]  # nothing from nothing, where the prior is 0
    possible = np.where(np.isnan(likelihood), -np.inf, likelihood)
    levels: Array = (likelihood - possible.max(axis=0)) * DECIBANS
    return levels


def _rated(
    id: str,  # noqa: A002 [the case's own word]
    kind: str,
    text: str,
    credibility: Level,
    levels: Array,
    answers: Sequence[str],
) -> RatedItem:
    values = [float(level) for level in levels]
    ratings = [rating_of(values, place) for place in range(len(answers))]
    stated = [None if math.isnan(value) else value for value in values]
    return RatedItem(
        id=id,
        kind=kind,
        text=text,
        credibility=credibility,
        relevance=Level.MEDIUM,
        levels=dict(zip(answers, stated, strict=True)),
        ratings=dict(zip(answers, ratings, strict=True)),
        diagnosticity=diagnosticity([rating.number for rating in ratings]),
    )


def _read(name: str, text: str, items: Sequence[RatedItem]) -> HypothesisReading:
    ratings = [item.ratings[name] for item in items]
    return HypothesisReading(
        id=name,
        text=text,
        minus=minus_signs(ratings),
        inconsistency=inconsistency(ratings),
        weighted=weighted_inconsistency(
            [(item.ratings[name], item.credibility, item.relevance) for item in items]
        ),
        squares=squares([rating.number for rating in ratings]),
    )


def _credibilities(case: Case, model: Model) -> Mapping[str, Level]:
    """The credibility of every item, by its name."""
    before = solve(model, model.questions[case.question.id], given={}, derivatives=True).marginals()
    honest = {
        variable.name: float(before[place][variable.states.index("honest")])
        if "honest" in variable.states
        else 0.0
        for place, variable in enumerate(model.variables)
    }
    roots = roots_of(case)
    sources = {name: origin.source for name, origin in roots.items()}
    sources |= {silence.id: silence.by for silence in case.silences}
    return {
        item.id: Level.HIGH
        if item.kind == "event"
        else _credibility(honest.get(_character(case, sources[item.id])))
        for item in model.items
    }


def _character(case: Case, source: str) -> str:
    """What the model calls the character of a source."""
    record = case.sources.get(source)
    school = record.school if record else None
    return f"character of school {school}" if school else f"character of {source}"


def _credibility(honesty: float | None) -> Level:
    if honesty is None:
        return Level.MEDIUM
    if round(honesty, DIGITS) >= HIGHLY:
        return Level.HIGH
    return Level.MEDIUM if round(honesty, DIGITS) >= FAIRLY else Level.LOW
