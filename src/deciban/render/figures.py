"""Numbers as they are printed: never more precise than the judgements behind them.

Probabilities are whole per cents, decibans have one decimal: one deciban is about the smallest
change in belief that a person feels (Good 1950), and ranks need a little more than that.
"""

import math

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
