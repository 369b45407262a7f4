"""Prints tables: words to the left, figures to the right."""

from collections.abc import Sequence

MISSING = "missing"


def show(header: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Prints a table under its header; its first column is words."""
    widths = [max(len(row[place]) for row in (header, *rows)) for place in range(len(header))]
    for row in (header, *rows):
        first, *others = (
            cell.rjust(width) if place else cell.ljust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        print("  ".join([first, *others]).rstrip())


def duration(seconds: float | None) -> str:
    """A time in the unit that suits it; a peer that is not installed has none."""
    if seconds is None:
        return MISSING
    for size, unit in ((1.0, "s"), (1e-3, "ms")):
        if seconds >= size:
            return f"{_three_digits(seconds / size)} {unit}"
    return f"{_three_digits(seconds * 1e6)} µs"


def times(theirs: float | None, ours: float) -> str:
    """How many times faster we are than a peer."""
    return "" if theirs is None else f"{_three_digits(theirs / ours)}x"


def met(theirs: float | None, ours: float, bar: float) -> str:
    """Whether a ratio reaches its bar."""
    if theirs is None:
        return f"{bar:,.0f}x"
    return f"{bar:,.0f}x {'met' if theirs / ours >= bar else 'NOT MET'}"


def _three_digits(value: float) -> str:
    """Three digits that count, and never fewer than the whole ones."""
    digits = 0 if value >= 100 else 1 if value >= 10 else 2  # noqa: PLR2004 [three digits]
    return f"{value:,.{digits}f}"
