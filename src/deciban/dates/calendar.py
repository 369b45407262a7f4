"""The Gregorian calendar as whole numbers, before and after our era alike.

Notation: a day number counts days since 1 January of the year 0. The arithmetic takes years to
begin in March, so that the leap day comes last (E. G. Richards, "Mapping Time", 1998).
"""

DAY = 86_400
_DAYS_IN_400_YEARS = 146_097
_JANUARY_TO_MARCH_OF_YEAR_0 = 60
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_FEBRUARY = 2
_MONTHS = 12


def days_in_month(year: int, month: int) -> int:
    """How many days a month has."""
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 29 if leap and month == _FEBRUARY else _LENGTHS[month - 1]


def month_after(year: int, month: int, count: int = 1) -> tuple[int, int]:
    """The year and month that come so many months later."""
    months = year * _MONTHS + month - 1 + count
    return months // _MONTHS, months % _MONTHS + 1


def day_number(year: int, month: int, day: int) -> int:
    """The day number of a date."""
    march_year = year if month > _FEBRUARY else year - 1
    era, year_of_era = divmod(march_year, 400)
    day_of_year = (153 * ((month - 3) % _MONTHS) + 2) // 5 + day - 1
    leap_days = year_of_era // 4 - year_of_era // 100
    days = year_of_era * 365 + leap_days + day_of_year
    return era * _DAYS_IN_400_YEARS + days + _JANUARY_TO_MARCH_OF_YEAR_0


def date_of(number: int) -> tuple[int, int, int]:
    """The year, month and day of a day number."""
    era, day_of_era = divmod(number - _JANUARY_TO_MARCH_OF_YEAR_0, _DAYS_IN_400_YEARS)
    leap_days = day_of_era // 1460 - day_of_era // 36_524 + day_of_era // 146_096
    year_of_era = (day_of_era - leap_days) // 365
    day_of_year = day_of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    march_month = (5 * day_of_year + 2) // 153
    day = day_of_year - (153 * march_month + 2) // 5 + 1
    month = (march_month + 2) % _MONTHS + 1
    return era * 400 + year_of_era + (month <= _FEBRUARY), month, day
