from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deciban.dates import AFTER_ALL, BEFORE_ALL, DAY
from deciban.dates.calendar import day_number
from deciban.render.charts.marks import Scale
from deciban.render.charts.times import MOST, course_of, ticks_of

WIDE = 500.0


def _at(year: int, month: int = 1, day: int = 1, hour: int = 0) -> int:
    return day_number(year, month, day) * DAY + hour * 3600


def _ticks(first: int, last: int) -> list[tuple[str, str]]:
    return [(upper, lower) for _, upper, lower in ticks_of(Scale(first, last, WIDE))]


@pytest.mark.parametrize(
    ("first", "last", "ticks"),
    [
        (_at(1941, 6, 21), _at(1941, 6, 22), ("00:00", "21 June 1941")),
        (_at(1941, 6, 1), _at(1941, 6, 30), ("1", "June 1941")),
        (_at(1940, 12, 1), _at(1941, 6, 22), ("Dec", "1940")),
        (_at(1939), _at(2005), ("1940", "")),
        (_at(-500), _at(1500), ("501 BC", "")),
        (_at(-43, 3, 1), _at(-43, 4, 1), ("1", "March 44 BC")),
    ],
)
def test_ticks_are_as_fine_as_there_is_room(first: int, last: int, ticks: tuple[str, str]) -> None:
    found = _ticks(first, last)
    assert found[0] == ticks
    assert len(found) <= MOST


@given(st.integers(_at(-3000), _at(3000)), st.integers(DAY, 4000 * 366 * DAY))
def test_there_are_ticks_in_every_stretch_and_never_too_many(first: int, span: int) -> None:
    found = ticks_of(Scale(first, first + span, WIDE))
    assert 1 <= len(found) <= MOST
    assert all(first <= at <= first + span for at, _, _ in found)


def test_dates_stand_to_scale() -> None:
    course = course_of([_at(1941, 1), _at(1941, 2), _at(1941, 6)], WIDE)
    first, second, last = (course.scale.at(course.place(_at(1941, m))) for m in (1, 2, 6))
    assert not course.in_order
    assert (second - first) / (last - first) == pytest.approx(31 / 151)


def test_dates_crowded_at_one_end_of_a_long_time_stand_in_order() -> None:
    crowded = [_at(1939), *(_at(1941, 6, day) for day in range(1, 23)), _at(1942)]
    course = course_of(crowded, WIDE)
    places = [course.scale.at(course.place(each)) for each in crowded]
    steps = [after - before for before, after in pairwise(places)]
    assert course.in_order
    assert steps == pytest.approx([steps[0]] * len(steps))


def test_what_counts_before_all_dates_stands_at_the_left_and_what_has_none_behind_all() -> None:
    course = course_of([BEFORE_ALL, _at(1941), _at(1942), AFTER_ALL], WIDE)
    assert course.scale.at(course.place(BEFORE_ALL)) == 0.0
    assert course.place(_at(1942)) < course.place(AFTER_ALL) < course.scale.high


def test_where_nothing_has_a_date_none_is_invented() -> None:
    course = course_of([BEFORE_ALL, AFTER_ALL], WIDE)
    _, words = course.marked(100.0, [(0.0, 100.0)])
    assert words == []
