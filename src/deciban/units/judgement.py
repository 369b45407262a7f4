"""A judgement: a number a person can stand behind, with its range.

Notation: p a probability, r a ratio of likelihoods, dB decibans.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from deciban.problem import Problem
from deciban.span import Span
from deciban.units.estimate import Estimate
from deciban.units.expression import find_word, word_beside_number
from deciban.units.probability import estimate_probability
from deciban.units.weight import estimate_weight

_UNREADABLE = "D302"
_OWN_RANGES = {"even": (0.5, 0.5), "unknown": (0.001, 0.999)}
_EMPTY_HINT = "write one such as 70%, 60..80% or likely; `unknown` where nothing can be said"
_REST_HINT = "write a probability; `rest` is what the other outcomes of a row leave over"


class Measure(StrEnum):
    """What a draw from a range is uniform in."""

    PROBABILITY = "probability"
    DECIBANS = "decibans"


@dataclass(frozen=True, slots=True)
class Judgement:
    """One number of a case: a central value and a range that holds it.

    Attributes:
        text: as written; not part of equality.
        central: the value used where one value is needed.
        low: the lower end; equals ``central`` and ``high`` for a point.
        high: the upper end. All three are probabilities, or likelihood ratios for a weight.
        measure: what a draw between ``low`` and ``high`` is uniform in.
        word: the verbal probability it was given by, as its scale prints it; else None.
        scale: the scale that ``word`` belongs to; None for ``even`` and ``unknown``.
        at: where it stands; not part of equality.
    """

    text: str = field(compare=False)
    central: float
    low: float
    high: float
    measure: Measure = Measure.PROBABILITY
    word: str | None = None
    scale: str | None = None
    at: Span | None = field(default=None, compare=False)

    def __post_init__(self) -> None:
        if not self.low <= self.central <= self.high:
            message = f"not an ordered range: {self.low}, {self.central}, {self.high}"
            raise ValueError(message)

    @property
    def certain(self) -> bool:
        """Whether it is a single point, so that nothing is drawn."""
        return self.low == self.high


@dataclass(frozen=True, slots=True)
class Rest:
    """The word ``rest``: whatever the other outcomes of a row leave over."""

    text: str = field(default="rest", compare=False)
    at: Span | None = field(default=None, compare=False)


def read_probability(text: str, scale: str, at: Span | None = None) -> Judgement | Problem:
    """The probability that ``text`` states, in digits or in a word of ``scale``.

    Args:
        text: ``0.7``, ``70%``, ``1/20``, ``1 in 20``, odds ``3:1``; a range of two such,
            ``60..80%``; a central value with a range, ``70% (50..85%)``; a word of the scale;
            ``even`` for 50%; ``unknown`` for 0.1..99.9%.
        scale: a name in ``SCALES``.
        at: where the text stands.

    Returns:
        The judgement. A bare range has its midpoint as central value. Ranges in odds and in
        ``1 in n`` are uniform in decibans and have their midpoint there; all others are uniform
        in probability. Or the problem with the text; ``rest`` is one, for it needs a row.
    """
    share = read_share(text, scale, at)
    if isinstance(share, Rest):
        return Problem("D323", "`rest` stands where a number is wanted", at, _REST_HINT)
    return share


def read_share(text: str, scale: str, at: Span | None = None) -> Judgement | Rest | Problem:
    """One entry of a row: what ``read_probability`` reads, or the word ``rest``."""
    written = text.strip()
    if not written:
        return Problem("D301", "no probability is written here", at, _EMPTY_HINT)
    name = written.lower()
    if name == "rest":
        return Rest(text, at)
    if name in _OWN_RANGES:
        low, high = _OWN_RANGES[name]
        return Judgement(text, 0.5, low, high, word=name, at=at)
    if not any(mark.isdecimal() for mark in written):
        return _read_word(text, scale, at)
    estimate = estimate_probability(written, at)
    if isinstance(estimate, Problem) and estimate.code == _UNREADABLE:
        return word_beside_number(written, scale, at) or estimate
    return _settled(text, estimate, at)


def read_weight(text: str, at: Span | None = None) -> Judgement | Problem:
    """The likelihood ratio that ``text`` states as a weight.

    Args:
        text: decibans, ``0 dB``, ``-6..-2 dB``, ``-3 dB (-6..-1 dB)``; or so many times likelier,
            ``x4``, ``x2..x8``, ``x1/4``.
        at: where the text stands.

    Returns:
        The judgement, whose values are ratios and whose measure is decibans, or the problem.
    """
    written = text.strip()
    if not written:
        return Problem("D301", "no weight is written here", at, "write one such as 6 dB or x4")
    return _settled(text, estimate_weight(written, at), at)


def _read_word(text: str, scale: str, at: Span | None) -> Judgement | Problem:
    word = find_word(text, scale, at)
    if isinstance(word, Problem):
        return word
    middle = (word.low + word.high) / 2.0
    return Judgement(text, middle, word.low, word.high, word=word.text, scale=scale, at=at)


def _settled(text: str, estimate: Estimate | Problem, at: Span | None) -> Judgement | Problem:
    if isinstance(estimate, Problem):
        return estimate
    measure = Measure.DECIBANS if estimate.in_decibans else Measure.PROBABILITY
    return Judgement(text, estimate.central, estimate.low, estimate.high, measure, at=at)
