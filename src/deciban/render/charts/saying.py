"""Figures as they are said aloud: no sign stands for a word."""

from collections.abc import Sequence

from deciban.render.figures import MINUS, decibans, percent


def said(probability: float) -> str:
    """Answer a probability: ``99%``, ``under 1%``, ``more than 99%``."""
    return percent(probability).replace("<", "under ").replace(">", "more than ")


def said_between(low: float, high: float) -> str:
    """Answer a range of probabilities: ``12 to 45%``; one figure where both ends are alike."""
    ends = said(low), said(high)
    return ends[0] if ends[0] == ends[1] else f"{ends[0].removesuffix('%')} to {ends[1]}"


def said_with(probability: float, low: float, high: float) -> str:
    """Answer a probability with its range: ``31% (12 to 45%)``."""
    central, between = said(probability), said_between(low, high)
    return central if central == between else f"{central} ({between})"


def said_decibans(value: float) -> str:
    """Answer a weight: ``plus 2.3 decibans``; ``rules out`` where it is infinite."""
    told = decibans(value).strip()
    if told[0] not in f"+{MINUS}0":
        return told
    return f"{told.replace('+', 'plus ').replace(MINUS, 'minus ')} decibans"


def listed(parts: Sequence[str]) -> str:
    """Answer parts as one says them: ``a``, ``a and b``, ``a, b and c``."""
    return " and ".join(filter(None, [", ".join(parts[:-1]), parts[-1]])) if parts else ""


def named(name: str, *, first: bool = False) -> str:
    """Answer a name of the case as words; with a capital where a sentence begins with it."""
    told = name.replace("_", " ")
    return told[:1].upper() + told[1:] if first else told


def shortly(called: str) -> str:
    """Answer a name without what is said of its bearer behind a comma."""
    return called.partition(",")[0]


def inside(called: str) -> str:
    """Answer a name as it stands before a verb; what is said behind it stands between commas."""
    return f"{called}," if "," in called else called


def first_sentence(told: str) -> str:
    """Answer the first sentence of several."""
    return told.partition(". ")[0]
