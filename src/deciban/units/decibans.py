"""Decibans: the unit of weight of evidence, ten times the common logarithm of a ratio.

Notation: r a ratio of likelihoods or of odds, dB a weight in decibans, p a probability. One
deciban is about the smallest change in belief a person can feel; 10 dB is tenfold (I. J. Good,
"Probability and the Weighing of Evidence", 1950, after A. M. Turing).
"""

import math
import sys

_LARGEST = 10.0 * math.log10(sys.float_info.max)


def decibans(ratio: float) -> float:
    """A ratio from 0 up as a weight in dB; 0 gives minus infinity."""
    return 10.0 * math.log10(ratio) if ratio > 0.0 else -math.inf


def ratio(weight: float) -> float:
    """A weight in dB as a ratio: 0 dB is 1, 10 dB is 10; infinity past what can be held."""
    return math.pow(10.0, weight / 10.0) if weight < _LARGEST else math.inf


def probability_to_decibans(p: float) -> float:
    """The log-odds of a probability in dB: 0 at 50%, minus infinity at 0, infinity at 1."""
    return decibans(p / (1.0 - p)) if p < 1.0 else math.inf


def decibans_to_probability(log_odds: float) -> float:
    """The probability whose log-odds are so many dB; the infinities give 0 and 1."""
    if log_odds > 0.0:
        return 1.0 / (1.0 + ratio(-log_odds))
    odds = ratio(log_odds)
    return odds / (1.0 + odds)


def middle_ratio(low: float, high: float) -> float:
    """The ratio halfway between two ratios above 0, counted in dB: their geometric mean."""
    return math.sqrt(low * high)


def middle_probability(low: float, high: float) -> float:
    """The probability halfway between two, counted in dB of their odds; both inside 0..1."""
    return decibans_to_probability(
        (probability_to_decibans(low) + probability_to_decibans(high)) / 2.0
    )
