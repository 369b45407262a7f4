"""A central value with its range, before it is known how it was worded."""

from typing import NamedTuple

from deciban.problem import Problem
from deciban.span import Span
from deciban.units.spelling import quoted

LONGEST = 80  # characters; no number that a person can stand behind comes near


class Estimate(NamedTuple):
    """Probabilities or likelihood ratios, ``low <= central <= high``.

    Attributes:
        central: the one value to use where one is needed.
        low: the lower end.
        high: the upper end.
        in_decibans: whether the range is uniform in decibans.
    """

    central: float
    low: float
    high: float
    in_decibans: bool = False


def split_range(text: str) -> tuple[str, str] | None:
    """The two ends of ``a..b``; None where the text is no range."""
    low, dots, high = text.partition("..")
    if not dots or not low.strip() or not high.strip() or high.startswith("."):
        return None
    return low.strip(), high.strip()


def split_central(text: str) -> tuple[str, str] | None:
    """The central value and the range of ``a (b..c)``; None where it is not so written."""
    if not text.endswith(")"):
        return None
    central, bracket, inner = text[:-1].partition("(")
    return (central.strip(), inner.strip()) if bracket and central.strip() else None


def within(
    central: Estimate, around: Estimate, texts: tuple[str, str], at: Span | None
) -> Estimate | Problem:
    """A central value with its range, or the problem that it lies outside."""
    value = central.central
    if around.low <= value <= around.high:
        return Estimate(value, around.low, around.high, around.in_decibans)
    return Problem(
        "D306",
        f"{quoted(texts[0])} lies outside its own range {quoted(texts[1])}",
        at,
        f"widen the range until it holds {quoted(texts[0])}, or move the central value into it",
    )


def reversed_range(text: str, swapped: str, at: Span | None) -> Problem:
    """The problem that a range begins above its end."""
    return Problem("D305", f"the range {quoted(text)} begins above its end", at, f"write {swapped}")
