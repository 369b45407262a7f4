"""Dates as they are printed."""

from deciban.dates import When, read_date, spell


def in_words(text: str) -> str:
    """Answer a date as one would say it; as written where it is none."""
    when = read_date(text) if text else None
    return spell(when) if isinstance(when, When) else text
