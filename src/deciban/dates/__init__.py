"""Dates as historians have them: to the minute, to the year, or somewhere between two days."""

from deciban.dates.calendar import DAY
from deciban.dates.read import read_date
from deciban.dates.spell import iso, spell
from deciban.dates.when import AFTER_ALL, BEFORE_ALL, Edge, Kind, Precision, When

__all__ = [
    "AFTER_ALL",
    "BEFORE_ALL",
    "DAY",
    "Edge",
    "Kind",
    "Precision",
    "When",
    "iso",
    "read_date",
    "spell",
]
