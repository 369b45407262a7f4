import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from deciban.dates.calendar import date_of, day_number, days_in_month, month_after

LAST = day_number(9999, 12, 31)
DAYS = st.integers(-LAST, LAST)


@given(st.dates())
def test_days_are_counted_as_the_standard_library_counts_them(date: dt.date) -> None:
    since_year_one = day_number(date.year, date.month, date.day) - day_number(1, 1, 1)
    assert since_year_one == date.toordinal() - 1


@given(DAYS)
def test_a_day_number_and_its_date_name_each_other(number: int) -> None:
    assert day_number(*date_of(number)) == number


@given(DAYS)
def test_the_next_day_number_is_the_next_date(number: int) -> None:
    year, month, day = date_of(number)
    following = (year, month, day + 1)
    if day == days_in_month(year, month):
        following = (*month_after(year, month), 1)
    assert date_of(number + 1) == following


@given(DAYS)
def test_the_calendar_repeats_every_four_hundred_years(number: int) -> None:
    year, month, day = date_of(number)
    assert date_of(number + 146_097) == (year + 400, month, day)


def test_years_are_counted_from_the_year_nought_which_is_a_leap_year() -> None:
    assert day_number(0, 1, 1) == 0
    assert date_of(-1) == (-1, 12, 31)
    assert days_in_month(0, 2) == 29
    assert [days_in_month(year, 2) for year in (1900, 1941, 1940, 2000)] == [28, 28, 29, 29]
