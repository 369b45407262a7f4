"""How numbers and quotations are spelled inside messages."""

_LONGEST_QUOTATION = 40


def percent(p: float) -> str:
    """A probability as a percentage without idle digits: ``0.7`` is ``70%``."""
    return f"{100.0 * p:.10g}%"


def percent_range(low: float, high: float) -> str:
    """Two probabilities as a range of percentages: ``60..80%``."""
    return f"{100.0 * low:.10g}..{percent(high)}"


def quoted(text: str) -> str:
    """What the user wrote, on one line, in quotation marks and not too long to read."""
    line = " ".join(text.split())
    if len(line) > _LONGEST_QUOTATION:
        line = line[: _LONGEST_QUOTATION - 3] + "..."
    return f"'{''.join(mark if mark.isprintable() else '?' for mark in line)}'"
