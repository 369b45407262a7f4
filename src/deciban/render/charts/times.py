"""An axis of time: from hours to thousands of years, before our era as after it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from deciban.dates import AFTER_ALL, BEFORE_ALL
from deciban.dates.calendar import DAY, date_of, day_number, month_after
from deciban.dates.spell import MONTHS
from deciban.render.charts.lettering import width
from deciban.render.charts.look import GRID, LEADING, SMALL
from deciban.render.charts.marks import Scale, Word, standing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from deciban.render.charts.marks import Layer

HOUR = 3600
HOURS, DAYS = (1, 3, 6, 12), (1, 2, 5, 10)
SPANS_OF_MONTHS = (1, 2, 3, 6)
YEARS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000)
#: At most so many ticks.
MOST = 9
#: How much of the span is left free before the first and behind the last.
SPARE = 0.025
#: How much at least where dates are days, in seconds.
LEAST_SPARE = 4 * DAY
#: Days of a month that ticks keep to, so that they fall alike in every month.
_LAST_OF_STEP = 28
_YEAR, _MONTH = 366 * DAY, 31 * DAY
_WITHOUT_ERA = 1000

#: Ticks of dates in order stand at least so far apart, in pixels.
_CLOSE = 58.0
#: Where so much of the dates lies in so little of the span, they are laid out in order instead.
_MANY, _LITTLE = 0.6, 0.1
#: Dates that are fewer are to scale however they lie.
_FEW = 12
#: Where what has no date stands, as a share of the length.
_UNDATED = 0.14
UNDATED = "no date"

#: A tick: when it is, what it says, and what is said once below for all that follow.
Tick = tuple[int, str, str]


@dataclass(frozen=True, slots=True)
class Course:
    """Instants laid out from left to right, to scale or one after the other.

    Attributes:
        scale: the scale of their places.
        places: the place of each instant, where they stand in order; empty where they are to scale.
        open_end: whether something has no date.
    """

    scale: Scale
    places: Mapping[int, float]
    open_end: bool = False

    @property
    def in_order(self) -> bool:
        """Whether dates stand one after the other, however far apart they are."""
        return bool(self.places)

    def place(self, instant: int) -> float:
        """Answer where an instant is on the scale; before all dates and after them at its ends."""
        if instant == BEFORE_ALL:
            return self.scale.low
        if instant == AFTER_ALL:
            return self._undated
        return self.places[instant] if self.places else float(instant)

    @property
    def _undated(self) -> float:
        return self.scale.high - _UNDATED / 2 * (self.scale.high - self.scale.low)

    def marked(
        self, height: float, spans: Sequence[tuple[float, float]]
    ) -> tuple[Layer, list[Word]]:
        """Answer the ticks: lines behind what is drawn, and words below a plot.

        Args:
            height: where the plot ends, in pixels.
            spans: where the lines begin and end.
        """
        ticks = self._in_order() if self.places else self._round()
        at = [(self.place(instant), upper, lower) for instant, upper, lower in ticks]
        lines = [{"x": place, "y": y, "y2": y2} for place, _, _ in at for y, y2 in spans]
        lines += [{"x": place, "y": height, "y2": height + 4} for place, _, _ in at]
        words = list(_told([(self.scale.at(place), one, two) for place, one, two in at], height))
        return standing(lines, self.scale, colour=GRID), words

    def undated(self, height: float) -> Word:
        """Answer the words below what has no date."""
        x = self.scale.at(self._undated)
        return Word(x, height + 13, UNDATED, "quiet", "center")

    def _round(self) -> tuple[Tick, ...]:
        """Round dates, none of them under what has no date."""
        until = self._undated - _UNDATED / 2 * (self.scale.high - self.scale.low)
        return tuple(tick for tick in ticks_of(self.scale) if not self.open_end or tick[0] <= until)

    def _in_order(self) -> tuple[Tick, ...]:
        """Dates that have room for their names, each named by its day."""
        ticks: list[Tick] = []
        last = -_CLOSE
        for instant, place in self.places.items():
            if self.scale.at(place) - last >= _CLOSE:
                last = self.scale.at(place)
                year, month, day = date_of((instant - 1) // DAY)
                ticks.append((instant, f"{day} {MONTHS[month - 1][:3]}", _year(year)))
        return tuple(ticks)


def course_of(instants: Iterable[int], length: float) -> Course:
    """Answer how instants are laid out, with a little room at both ends.

    Args:
        instants: the instants; those before and after all dates take the ends.
        length: in pixels.
    """
    every = sorted(set(instants))
    dated = [each for each in every if each not in {BEFORE_ALL, AFTER_ALL}]
    open_end = AFTER_ALL in every
    if not dated:
        return Course(Scale(0.0, 1.0, length), {}, open_end)
    if _crowded(dated):
        places = {instant: float(place) for place, instant in enumerate(dated)}
        last = len(dated) - 0.5 + _UNDATED * len(dated) * open_end
        return Course(Scale(-1.0, last, length), places, open_end)
    span = dated[-1] - dated[0]
    spare = max(SPARE * span, LEAST_SPARE if _by_days(dated) else HOUR)
    high = dated[-1] + spare + _UNDATED * (span + spare) * open_end
    return Course(Scale(dated[0] - spare, high, length), {}, open_end)


def _crowded(dated: Sequence[int]) -> bool:
    """Whether most dates lie in so little of the span that they could not be told apart."""
    many = int(_MANY * len(dated))
    narrow = _LITTLE * (dated[-1] - dated[0])
    return len(dated) >= _FEW and any(
        last - first <= narrow for first, last in zip(dated, dated[many:], strict=False)
    )


def _told(ticks: Sequence[tuple[float, str, str]], height: float) -> Iterator[Word]:
    said = ""
    for x, upper, lower in ticks:
        yield Word(x, height + 13, upper, "small", "center")
        if lower != said:
            yield Word(
                max(x, width(lower, SMALL) / 2 - 30),
                height + 13 + LEADING,
                lower,
                "quiet",
                "center",
            )
            said = lower


def ticks_of(scale: Scale) -> tuple[Tick, ...]:
    """Answer the finest round ticks that have room on a scale; none where nothing has a date."""
    if scale.high - scale.low < HOUR:
        return ()
    for candidate in _candidates(scale.low, scale.high):
        inside = tuple(tick for tick in candidate if scale.low <= tick[0] <= scale.high)
        if len(inside) <= MOST:
            return inside
    return ()


def _by_days(dated: Sequence[int]) -> bool:
    """Whether all dates end with a day, so that hours say nothing."""
    return all(each % DAY == 0 for each in dated)


def _candidates(low: float, high: float) -> Iterator[Iterator[Tick]]:
    """Ticks of every step, the finest first; none that would be far too many."""
    span = high - low
    first, last = int(low // DAY), int(high // DAY) + 1
    if span <= MOST * max(HOURS) * HOUR:
        yield from (_hours(first, last, step) for step in HOURS)
    if span <= MOST * _MONTH:
        yield from (_days(first, last, step) for step in DAYS)
    year, end = date_of(first)[0], date_of(last)[0] + 1
    if span <= MOST * _YEAR:
        yield from (_months(year, end, step) for step in SPANS_OF_MONTHS)
    yield from (_years(year, end, step) for step in YEARS)


def _hours(first: int, last: int, step: int) -> Iterator[Tick]:
    for number in range(first, last + 1):
        for hour in range(0, 24, step):
            yield number * DAY + hour * HOUR, f"{hour:02d}:00", _day(number)


def _days(first: int, last: int, step: int) -> Iterator[Tick]:
    for number in range(first, last + 1):
        year, month, day = date_of(number)
        if (day - 1) % step == 0 and (step == 1 or day <= _LAST_OF_STEP):
            yield number * DAY, str(day), f"{MONTHS[month - 1]} {_year(year)}"


def _months(first: int, last: int, step: int) -> Iterator[Tick]:
    year, month = first, 1
    while year <= last:
        yield day_number(year, month, 1) * DAY, MONTHS[month - 1][:3], _year(year)
        year, month = month_after(year, month, step)


def _years(first: int, last: int, step: int) -> Iterator[Tick]:
    for year in range(first // step * step, last + 1, step):
        yield day_number(year, 1, 1) * DAY, _year(year), ""


def _day(number: int) -> str:
    year, month, day = date_of(number)
    return f"{day} {MONTHS[month - 1]} {_year(year)}"


def _year(year: int) -> str:
    if year <= 0:
        return f"{1 - year} BC"
    return f"AD {year}" if year < _WITHOUT_ERA else str(year)
