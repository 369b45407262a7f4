"""Spelling dates as a historian writes them."""

from typing import NamedTuple

from deciban.dates.calendar import DAY, date_of
from deciban.dates.when import AFTER_ALL, BEFORE_ALL, Edge, Kind, Precision, When

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
SEASONS = ("spring", "summer", "autumn", "winter")
_FIRST_YEAR_WITHOUT_ERA = 1000


def spell(when: When) -> str:
    """A date in words: ``21 June 1941``, ``April to 22 June 1941``, ``between 5 and 9 May 1941``.

    Times with a zone are spelled in it. What is approximate has ``about`` before it.
    """
    about = "about " if when.approximate else ""
    if when.opens is None or when.closes is None:
        return about + _half_open(when)
    first, last = _words(when.start, when.opens), _words(when.end - 1, when.closes)
    if first.whole == last.whole:
        throughout = "throughout " if when.kind is Kind.THROUGHOUT else ""
        return f"{throughout}{about}{first.whole}"
    if when.kind is Kind.THROUGHOUT:
        return f"{about}{first.before(last)} to {last.whole}"
    return f"{about}between {first.before(last)} and {last.whole}"


def iso(instant: int) -> str:
    """An instant as ``1941-06-21``, or ``1941-06-21T21:30`` where it is not midnight.

    Beyond all dates it is ``..``, as an open end is written.
    """
    if instant in {BEFORE_ALL, AFTER_ALL}:
        return ".."
    number, second = divmod(instant, DAY)
    year, month, day = date_of(number)
    sign = "-" if year < 0 else ""
    date = f"{sign}{abs(year):04d}-{month:02d}-{day:02d}"
    return f"{date}T{_clock(second, seconds=second % 60 != 0)}" if second else date


class _Words(NamedTuple):
    """The words for one end of a date, finest first; empty where it is not so fine."""

    time: str
    day: str
    month: str
    year: str

    @property
    def whole(self) -> str:
        """All of it: ``21:30 on 21 June 1941``."""
        date = " ".join(word for word in (self.day, self.month, self.year) if word)
        return f"{self.time} on {date}" if self.time else date

    def before(self, last: "_Words") -> str:
        """This end without what the other end, which follows it, says again."""
        if self.year != last.year or not self.month or not last.month:
            return self.whole
        if self.month == last.month and self.day and not last.day:
            return self.whole
        if self.month != last.month or not self.day:
            return self._replace(year="").whole
        if self.day != last.day or not self.time or not last.time:
            return self._replace(year="", month="").whole
        return self.time


def _words(instant: int, edge: Edge) -> _Words:
    number, second = divmod(instant + (edge.offset or 0), DAY)
    year, month, day = date_of(number)
    if edge.precision is Precision.YEAR:
        return _Words("", "", "", _year(year))
    if edge.precision is Precision.SEASON:
        winter_before = month < 3  # noqa: PLR2004 (January and February)
        return _Words("", "", SEASONS[month // 3 - 1], _year(year - winter_before))
    date = _Words("", "", MONTHS[month - 1], _year(year))
    if edge.precision is Precision.MONTH:
        return date
    date = date._replace(day=str(day))
    if edge.precision is Precision.DAY:
        return date
    seconds = edge.precision is Precision.SECOND
    clock = _clock(second, seconds=seconds)
    return date._replace(time=f"{clock}{_zone(edge.offset)}")


def _half_open(when: When) -> str:
    throughout = when.kind is Kind.THROUGHOUT
    if when.opens is not None:
        first = _words(when.start, when.opens).whole
        return f"from {first} onwards" if throughout else f"{first} or later"
    if when.closes is not None:
        last = _words(when.end - 1, when.closes).whole
        return f"until {last}" if throughout else f"{last} or earlier"
    return "at any time"


def _year(year: int) -> str:
    if year <= 0:
        return f"{1 - year} BC"
    return f"AD {year}" if year < _FIRST_YEAR_WITHOUT_ERA else str(year)


def _clock(second_of_day: int, *, seconds: bool) -> str:
    minutes, second = divmod(second_of_day, 60)
    clock = f"{minutes // 60:02d}:{minutes % 60:02d}"
    return f"{clock}:{second:02d}" if seconds else clock


def _zone(offset: int | None) -> str:
    if offset is None:
        return ""
    if offset == 0:
        return " UTC"
    sign = "+" if offset > 0 else "-"
    return f" (UTC{sign}{_clock(abs(offset), seconds=False)})"
