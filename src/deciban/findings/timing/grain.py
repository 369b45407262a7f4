"""How finely a clock is read: by every change, or by days, months or years.

A clock read by years stands still within a year; what came in its course counts at its end.
"""

from __future__ import annotations

from typing import Literal

from deciban.dates import AFTER_ALL, BEFORE_ALL, DAY, When, iso
from deciban.dates.calendar import date_of, day_number, month_after
from deciban.dates.when import Edge, Precision

Grain = Literal["change", "day", "month", "year"]

MINUTE = 60
#: From the finest to the coarsest.
GRAINS: tuple[Grain, ...] = ("change", "day", "month", "year")
_WRITTEN: dict[Precision, Grain] = {
    Precision.YEAR: "year",
    Precision.SEASON: "month",
    Precision.MONTH: "month",
    Precision.DAY: "day",
}


def period_end(instant: int, grain: Grain) -> int:
    """Answer the end of the period that an instant ends, or lies in; the instant where none is.

    Args:
        instant: a time of ``deciban.dates`` at which something begins to count.
        grain: how finely the clock is read.
    """
    if grain == "change" or instant in (BEFORE_ALL, AFTER_ALL):
        return instant
    year, month, day = date_of((instant - 1) // DAY)
    if grain == "year":
        return day_number(year + 1, 1, 1) * DAY
    if grain == "month":
        return day_number(*month_after(year, month), 1) * DAY
    return (day_number(year, month, day) + 1) * DAY


def period_name(end: int, grain: Grain) -> str:
    """Answer the period that ends at an instant, as a case writes dates: ``1941``, ``1941-06``."""
    if end in (BEFORE_ALL, AFTER_ALL):
        return ""
    if grain == "change":
        return _moment(end)
    date = iso((end - 1) // DAY * DAY)
    return {"year": date[: -len("-06-21")], "month": date[: -len("-21")]}.get(grain, date)


def earliest_name(when: When) -> str:
    """Answer how the first instant by which something may have happened is written."""
    if when.earliest == when.latest:
        return latest_name(when)
    return _moment(when.earliest) if when.earliest != BEFORE_ALL else ""


def latest_name(when: When) -> str:
    """Answer how the instant by which it must have happened is written: as finely as its end is."""
    if when.closes is None:
        return ""
    return _ending(when.latest, when.closes)


def _ending(end: int, edge: Edge) -> str:
    grain = _WRITTEN.get(edge.precision)
    if grain is not None:
        return period_name(end, grain)
    return iso(end - (1 if edge.precision is Precision.SECOND else MINUTE))


def _moment(end: int) -> str:
    """A moment that was written to the day, the minute or the second, from where it ends."""
    if end % DAY == 0:
        return period_name(end, "day")
    return iso(end - (MINUTE if end % MINUTE == 0 else 1))
