"""How numbers and quotations are spelled inside messages."""

from collections.abc import Sequence

_LONGEST_QUOTATION = 40


def percent(p: float) -> str:
    """A probability as a percentage without idle digits: ``0.7`` is ``70%``."""
    return f"{100.0 * p:.10g}%"


def percent_range(low: float, high: float) -> str:
    """Two probabilities as a range of percentages: ``60..80%``."""
    return f"{100.0 * low:.10g}..{percent(high)}"


def in_words(names: Sequence[str], most: int = 6) -> str:
    """Names as in a sentence: ``a, b and c``; of many the first few and how many more."""
    shown = list(names)
    if len(shown) > most:
        shown[most:] = [f"{len(names) - most} more"]
    return " and ".join(filter(None, (", ".join(shown[:-1]), *shown[-1:])))


def quoted(text: str) -> str:
    """What the user wrote, on one line, in quotation marks and not too long to read."""
    line = " ".join(text.split())
    if len(line) > _LONGEST_QUOTATION:
        line = line[: _LONGEST_QUOTATION - 3] + "..."
    return f"'{''.join(mark if mark.isprintable() else '?' for mark in line)}'"
