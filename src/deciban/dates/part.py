"""One part of a date: a year, season, month, day or time of day, with unknown digits as ``X``.

A season is three months of the northern year: spring from March, summer from June, autumn from
September, winter from December of the year named into the February after it.
"""

import re
from functools import cache
from typing import NamedTuple

from deciban.dates.calendar import DAY, day_number, days_in_month, month_after
from deciban.dates.quoting import quoted
from deciban.dates.when import Edge, Precision
from deciban.problem import Problem
from deciban.span import Span

LONGEST = 80  # characters
_ANY = {None, "XX"}
_SEASONS = {"21": 3, "22": 6, "23": 9, "24": 12}
_HOURS, _MINUTES, _FARTHEST_ZONE = 24, 60, 14


class Part(NamedTuple):
    """A stretch of time as one part of a date names it, ``start`` up to but without ``end``.

    Attributes:
        text: as written.
        start: its first instant.
        end: the instant just past its last.
        edge: how finely it is written.
        approximate: whether it carries ``~``, ``?`` or ``%``.
        unspecified: whether digits are left open as ``X``.
    """

    text: str
    start: int
    end: int
    edge: Edge
    approximate: bool = False
    unspecified: bool = False


class _Days(NamedTuple):
    """Day numbers ``first`` up to but without ``after``."""

    first: int
    after: int
    precision: Precision


@cache
def _pattern() -> re.Pattern[str]:
    year = "-?(?:[0-9]{4}|[0-9]{3}X|[0-9]{2}XX|[0-9]XXX)"
    two = "[0-9][0-9X]|XX"
    return re.compile(f"({year})(?:-({two})(?:-({two})(?:T([^~?%]*))?)?)?([~?%]?)")


@cache
def _clock() -> re.Pattern[str]:
    two = "[0-9]{2}"
    return re.compile(f"({two}):({two})(?::({two}))?(?:(Z)|([+-])({two}):({two}))?")


def read_part(text: str, at: Span | None) -> Part | Problem | None:
    """The part that ``text`` is; None where it is not written as one."""
    found = _pattern().fullmatch(text) if len(text) <= LONGEST else None
    if found is None:
        return None
    year, month, day, time, mark = found.groups()
    days = _days(text, year, month, day, at)
    if not isinstance(days, _Days):
        return days
    unspecified = "X" in text
    if time is not None:
        return None if unspecified else _at_time(text, days, time, at)
    start, end = days.first * DAY, days.after * DAY
    return Part(text, start, end, Edge(days.precision), bool(mark), unspecified)


def _days(
    text: str, year: str, month: str | None, day: str | None, at: Span | None
) -> _Days | Problem | None:
    if month is None or month == "XX" or "X" in year:
        return _whole_years(year) if month in _ANY and day in _ANY else None
    if month in _SEASONS:
        return _season(int(year), _SEASONS[month]) if day is None else None
    months = _open_digits(month, 1, 12)
    if months is None:
        return _no_such(text, f"there is no month {month}", _not_a_month(year, month), at)
    if day is None or day == "XX":
        return _whole_months(int(year), *months)
    return _days_of(text, int(year), months[0], day, at) if months[0] == months[1] else None


def _days_of(text: str, year: int, month: int, day: str, at: Span | None) -> _Days | Problem:
    length = days_in_month(year, month)
    days = _open_digits(day, 1, length)
    if days is None:
        return _no_such(text, f"there is no day {day}", f"that month has {length} days", at)
    first = day_number(year, month, days[0])
    return _Days(first, first + days[1] - days[0] + 1, Precision.DAY)


def _not_a_month(year: str, month: str) -> str:
    hint = "months run from 01 to 12"
    if month.isdecimal() and int(month) > int(year[-2:]):
        hint += f"; for years write {year}/{year[:-2]}{month} or {year}..{year[:-2]}{month}"
    return hint


def _open_digits(digits: str, lowest: int, highest: int) -> tuple[int, int] | None:
    """The smallest and largest number that ``digits`` may be; None where there is none."""
    low, high = int(digits.replace("X", "0")), int(digits.replace("X", "9"))
    low, high = max(low, lowest), min(high, highest)
    return (low, high) if low <= high else None


def _whole_years(year: str) -> _Days:
    ends = int(year.replace("X", "0")), int(year.replace("X", "9"))
    first = day_number(min(ends), 1, 1)
    return _Days(first, day_number(max(ends) + 1, 1, 1), Precision.YEAR)


def _season(year: int, month: int) -> _Days:
    after = day_number(*month_after(year, month, 3), 1)
    return _Days(day_number(year, month, 1), after, Precision.SEASON)


def _whole_months(year: int, first: int, last: int) -> _Days:
    after = day_number(*month_after(year, last), 1)
    return _Days(day_number(year, first, 1), after, Precision.MONTH)


def _at_time(text: str, days: _Days, time: str, at: Span | None) -> Part | Problem | None:
    found = _clock().fullmatch(time)
    if found is None:
        return None
    hour, minute, second = int(found[1]), int(found[2]), int(found[3] or 0)
    if hour >= _HOURS or minute >= _MINUTES or second >= _MINUTES:
        hint = "hours run from 00 to 23, minutes and seconds from 00 to 59"
        return _no_such(text, f"there is no time {found[1]}:{found[2]}", hint, at)
    offset = _offset(found)
    if offset is not None and abs(offset) > _FARTHEST_ZONE * 3600:
        hint = "zones lie within 14 hours of UTC; write +03:00, or Z for UTC"
        return _no_such(text, "there is no such zone", hint, at)
    precision = Precision.SECOND if found[3] else Precision.MINUTE
    start = days.first * DAY + hour * 3600 + minute * 60 + second - (offset or 0)
    end = start + (1 if found[3] else 60)
    approximate = text[-1] in "~?%"
    return Part(text, start, end, Edge(precision, offset), approximate)


def _offset(found: re.Match[str]) -> int | None:
    if found[4]:
        return 0
    if not found[5]:
        return None
    ahead = int(found[6]) * 3600 + int(found[7]) * 60
    return ahead if found[5] == "+" else -ahead


def _no_such(text: str, message: str, hint: str, at: Span | None) -> Problem:
    return Problem("D342", f"{message} in {quoted(text)}", at, hint)
