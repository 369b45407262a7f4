"""Figures as a sentence has them: ``97% to over 99%`` where a table has ``97..>99%``."""

import math
from collections.abc import Sequence

from deciban.case.citation import without_citations
from deciban.render.figures import decibans, interval, percent, stated, stated_range

NUMBERS = (
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)
UNIT = "decibans"


def chance(probability: float) -> str:
    """Answer a probability: ``58%``, ``under 1%``, ``over 99%``."""
    return _spoken(percent(probability))


def chances(low: float, high: float) -> str:
    """Answer a range of probabilities: ``45 to 69%``, ``97% to over 99%``; one where both agree."""
    return _range_spoken(interval(low, high))


def share(part: float) -> str:
    """Answer how much of something: ``all``, ``none``, ``97%``, ``over 99%``."""
    return {0.0: "none", 1.0: "all"}.get(part) or chance(part)


def weight(value: float) -> str:
    """Answer a weight with its unit: ``+2.3 decibans``; in words where nothing is left open."""
    return decibans(value).strip() if math.isinf(value) else f"{decibans(value).strip()} {UNIT}"


def weights(low: float, high: float) -> str:
    """Answer a range of weights: ``+0.9 to +1.6 decibans``."""
    return f"{weight(low).removesuffix(f' {UNIT}')} to {weight(high)}"


def written(low: float, high: float, measure: str) -> str:
    """Answer the range of a number as a case writes it: ``55 to 80%``; empty where it has none."""
    return _range_spoken(stated_range(low, high, measure))


def value(number: float, measure: str) -> str:
    """Answer a number as a case writes it: ``68%``, ``3.0 dB``, ``70``."""
    return stated(number, measure)


def spelled(count: int) -> str:
    """Answer a count in words up to twelve, and in digits beyond."""
    return NUMBERS[count] if count < len(NUMBERS) else f"{count:,}"


def several(count: int, noun: str, plural: str = "") -> str:
    """Answer a count with its noun: ``one item``, ``six items``, ``19 items``."""
    return f"{spelled(count)} {noun if count == 1 else plural or noun + 's'}"


def listing(names: Sequence[str]) -> str:
    """Answer names one after the other: ``a, b and c``."""
    *first, last = names or ("",)
    return f"{', '.join(first)} and {last}" if first else last


def series(clauses: Sequence[str]) -> str:
    """Answer clauses that hold commas of their own, one after the other: ``a; b; and c``."""
    *first, last = clauses or ("",)
    return f"{'; '.join(first)}; and {last}" if first else last


def quoted(text: str) -> str:
    """Answer words of the case in quotation marks, without citations and a full stop."""
    return f"“{without_citations(text).removesuffix('.')}”"


def capital(text: str) -> str:
    """Answer a sentence with a capital at its beginning."""
    return text[:1].upper() + text[1:]


def stop(text: str) -> str:
    """Answer a sentence with a full stop, unless it ends in a mark of its own."""
    return text if text.endswith((".", "!", "?", "…", ".”", "?”", "!”")) else f"{text}."


def _spoken(figure: str) -> str:
    return figure.replace("<", "under ").replace(">", "over ")


def _range_spoken(figure: str) -> str:
    low, dots, high = figure.partition("..")
    if not dots:
        return _spoken(figure)
    low = f"{low}%" if high.startswith(">") or low.startswith("<") else low
    return f"{_spoken(low)} to {_spoken(high)}"
