"""When something happened, as far as anyone can say.

Notation: an instant is a whole number of seconds since midnight at the start of 1 January of the
year 0 in the Gregorian calendar, carried backwards before 1582 and counted as historians' software
counts it (year 0 is 1 BCE, year -43 is 44 BCE). A time with a zone is put into UTC; one without is
taken as it stands. Plain whole numbers reach before our era, as ``datetime`` does not, and compare
at once.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from deciban.dates.calendar import DAY
from deciban.span import Span

BEFORE_ALL = -(10**12)
AFTER_ALL = 10**12


class Kind(StrEnum):
    """How an event fills its dates."""

    MOMENT = "moment"
    THROUGHOUT = "throughout"
    ONCE_WITHIN = "once within"


class Precision(StrEnum):
    """How finely one end of a date is written."""

    YEAR = "year"
    SEASON = "season"
    MONTH = "month"
    DAY = "day"
    MINUTE = "minute"
    SECOND = "second"


class Edge(NamedTuple):
    """How one end was written.

    Attributes:
        precision: how finely.
        offset: seconds by which its clock is ahead of UTC; None where no zone is given.
    """

    precision: Precision
    offset: int | None = None


@dataclass(frozen=True, slots=True)
class When:
    """A date, a stretch of time, or a stretch somewhere within which something happened.

    Attributes:
        text: as written; not part of equality.
        start: the first instant; ``BEFORE_ALL`` where the beginning is open.
        end: the instant just past the last; ``AFTER_ALL`` where the end is open.
        kind: a day or a time of day is a MOMENT; ``a/b`` lasted THROUGHOUT; ``a..b``, and a
            month, season, year or unspecified digits alone, say that it happened ONCE_WITHIN.
        approximate: whether ``~``, ``?`` or ``%`` was written behind any of it.
        opens: how the beginning was written; None where it is open. Not part of equality.
        closes: how the end was written; None where it is open. Not part of equality.
        at: where it stands; not part of equality.
    """

    text: str = field(compare=False)
    start: int
    end: int
    kind: Kind
    approximate: bool = False
    opens: Edge | None = field(default=None, compare=False)
    closes: Edge | None = field(default=None, compare=False)
    at: Span | None = field(default=None, compare=False)

    @property
    def earliest(self) -> int:
        """The first instant by which it may have happened.

        A moment, and what lasted throughout, count at their end. What happened once within a
        stretch may have happened by the end of its first day, or of its first minute or second
        where it is written so finely: then ``a..a`` and ``a`` say the same.
        """
        if self.kind is not Kind.ONCE_WITHIN:
            return self.end
        if self.opens is None:
            return self.start
        return min(self.start + _GRAIN.get(self.opens.precision, DAY), self.end)

    @property
    def latest(self) -> int:
        """The first instant by which it must have happened: its end."""
        return self.end


_GRAIN = {Precision.MINUTE: 60, Precision.SECOND: 1}
