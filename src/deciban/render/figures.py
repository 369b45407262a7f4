"""Numbers as they are printed: never more precise than the judgements behind them.

Probabilities are whole per cents, decibans have one decimal: one deciban is about the smallest
change in belief that a person feels (Good 1950), and ranks need a little more than that.
"""

import math

from deciban.units import decibans as weight_of

MINUS = "\N{MINUS SIGN}"
_LEAST, _MOST = 0.01, 0.99


def percent(probability: float) -> str:
    """Answer a probability in whole per cents; the ends stay open, since nothing is certain."""
    if probability in (0.0, 1.0):
        return f"{probability:.0%}"
    if probability < _LEAST:
        return "<1%"
    if probability > _MOST:
        return ">99%"
    return f"{probability:.0%}"


def interval(low: float, high: float) -> str:
    """Answer a range of probabilities: ``12..45%``; one figure where both ends print alike."""
    ends = percent(low), percent(high)
    return ends[0] if ends[0] == ends[1] else f"{ends[0].removesuffix('%')}..{ends[1]}"


def point(probability: float) -> str:
    """Answer a probability that is a value to be tried: whole per cents, two digits at the ends."""
    if probability in (0.0, 1.0) or _LEAST <= probability <= _MOST:
        return f"{probability:.0%}"
    if probability < _LEAST:
        return f"{100 * probability:.2g}%"
    digits = max(0, 1 - math.floor(math.log10(100 * (1.0 - probability))))
    return f"{100 * probability:.{digits}f}%"


def within(error: float) -> str:
    """Answer a standard error of a probability, at least a tenth of a point: ``±0.2%``."""
    return f"±{max(error, _LEAST / 10):.1%}"


def beyond(value: float, central: float, measure: str) -> str:
    """Answer a value at which something changes, rounded away from the central one.

    What is printed lies beyond the change, so that it can be put back: two digits, towards 0 or 1
    where those are nearer.
    """
    up = value > central
    if measure == "ratio":
        return f"{_rounded(weight_of(value), 0.1, up=up):.1f} dB"
    if value in (0.0, 1.0):
        return f"{value:.0%}"
    step = 10.0 ** min(0, math.floor(math.log10(100.0 * min(value, 1.0 - value))) - 1)
    return f"{_rounded(100.0 * value, step, up=up):.{max(0, round(-math.log10(step)))}f}%"


def _rounded(value: float, step: float, *, up: bool) -> float:
    steps = value / step
    return step * (math.ceil(steps) if up else math.floor(steps))


def stated(value: float, measure: str) -> str:
    """Answer a number as one would write it in a case: a probability, a weight, an amount."""
    if measure == "amount":
        return f"{value:.0f}"
    return f"{weight_of(value):.1f} dB" if measure == "ratio" else point(value)


def stated_range(low: float, high: float, measure: str) -> str:
    """Answer the range of a number as one would write it; empty where it has none."""
    if low == high:
        return ""
    ends = stated(low, measure), stated(high, measure)
    unit = {"ratio": " dB", "amount": ""}.get(measure, "%")
    return f"{ends[0].removesuffix(unit)}..{ends[1]}"


def decibans(value: float) -> str:
    """Answer a weight or log-odds with its sign: ``+1.8``; ``rules out`` for minus infinity."""
    if math.isinf(value):
        return "settles" if value > 0 else "rules out"
    rounded = f"{abs(value):.1f}"
    sign = " " if rounded == "0.0" else "+" if value > 0 else MINUS
    return f"{sign}{rounded}"


def counted(count: int, noun: str, plural: str = "") -> str:
    """Answer a count with its noun: ``1 item``, ``3 items``."""
    return f"{count} {noun if count == 1 else plural or noun + 's'}"


def unsigned(value: float) -> str:
    """Answer a distance in decibans, which has no sign; ``settles`` where it is infinite."""
    return "settles" if math.isinf(value) else f"{value:.1f}"


def bits(value: float) -> str:
    """Answer an amount of information: two decimals, and one digit below a hundredth of a bit."""
    if math.isinf(value):
        return "free"
    if not 0.0 < value < _LEAST:
        return f"{value:.2f}" if value else "0"
    return f"{value:.1g}" if value >= _LEAST**2 else f"<{_LEAST**2:.4f}"
