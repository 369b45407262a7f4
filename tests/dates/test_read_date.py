from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deciban.dates import AFTER_ALL, BEFORE_ALL, DAY, Kind, When, iso, read_date
from deciban.problem import CODES, Problem
from deciban.span import Span

HERE = Span("case.yaml", 7, 13, 100, 110)


def read(text: str) -> When:
    when = read_date(text, HERE)
    assert isinstance(when, When), str(when)
    return when


def stretch(text: str) -> tuple[str, str]:
    when = read(text)
    return iso(when.start), iso(when.end)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("1941", "1941-01-01", "1942-01-01"),
        ("1941-06", "1941-06-01", "1941-07-01"),
        ("1941-12", "1941-12-01", "1942-01-01"),
        ("1941-06-21", "1941-06-21", "1941-06-22"),
        ("1940-02-29", "1940-02-29", "1940-03-01"),
        ("1941-06-21T21:30", "1941-06-21T21:30", "1941-06-21T21:31"),
        ("1941-06-21T21:30:15", "1941-06-21T21:30:15", "1941-06-21T21:30:16"),
        ("1941-06-21T21:30Z", "1941-06-21T21:30", "1941-06-21T21:31"),
        ("1941-06-22T02:30+03:00", "1941-06-21T23:30", "1941-06-21T23:31"),
        ("1941-06-21T21:30-05:00", "1941-06-22T02:30", "1941-06-22T02:31"),
        ("1941-21", "1941-03-01", "1941-06-01"),
        ("1941-24", "1941-12-01", "1942-03-01"),
        ("194X", "1940-01-01", "1950-01-01"),
        ("19XX", "1900-01-01", "2000-01-01"),
        ("1941-XX", "1941-01-01", "1942-01-01"),
        ("1941-XX-XX", "1941-01-01", "1942-01-01"),
        ("1941-06-XX", "1941-06-01", "1941-07-01"),
        ("1941-1X", "1941-10-01", "1942-01-01"),
        ("1941-0X", "1941-01-01", "1941-10-01"),
        ("1941-06-1X", "1941-06-10", "1941-06-20"),
        ("1941-06-3X", "1941-06-30", "1941-07-01"),
        ("-0043-03-15", "-0043-03-15", "-0043-03-16"),
        ("-004X", "-0049-01-01", "-0039-01-01"),
        ("0000", "0000-01-01", "0001-01-01"),
        ("1941-04/1941-06-22", "1941-04-01", "1941-06-23"),
        ("1941-06-05..1941-06-10", "1941-06-05", "1941-06-11"),
        (" 1941-06-05 .. 1941-06-10 ", "1941-06-05", "1941-06-11"),
        ("../1941-05", "..", "1941-06-01"),
        ("1941-05/..", "1941-05-01", ".."),
        ("..1941-05", "..", "1941-06-01"),
        ("1941-05..", "1941-05-01", ".."),
    ],
)
def test_a_date_covers_what_it_says(text: str, start: str, end: str) -> None:
    assert stretch(text) == (start, end)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("1941-06-21", Kind.MOMENT),
        ("1941-06-21T21:30", Kind.MOMENT),
        ("1941-06", Kind.ONCE_WITHIN),
        ("1941", Kind.ONCE_WITHIN),
        ("1941-22", Kind.ONCE_WITHIN),
        ("1941-06-XX", Kind.ONCE_WITHIN),
        ("1941-06-2X", Kind.ONCE_WITHIN),
        ("1941-05..1941-06", Kind.ONCE_WITHIN),
        ("1941-05/1941-06", Kind.THROUGHOUT),
        ("1941-05/..", Kind.THROUGHOUT),
        ("..1941-05", Kind.ONCE_WITHIN),
    ],
)
def test_how_an_event_fills_its_dates(text: str, kind: Kind) -> None:
    assert read(text).kind is kind


def test_a_day_counts_at_its_end() -> None:
    day = read("1941-06-21")
    assert iso(day.earliest) == iso(day.latest) == "1941-06-22"


def test_what_lasted_throughout_counts_at_its_end() -> None:
    trade = read("1941-04/1941-06-22")
    assert iso(trade.earliest) == iso(trade.latest) == "1941-06-23"


def test_what_happened_once_within_has_an_earliest_and_a_latest() -> None:
    meeting = read("1941-06-05..1941-06-10")
    assert (iso(meeting.earliest), iso(meeting.latest)) == ("1941-06-06", "1941-06-11")
    month = read("1941-06")
    assert (iso(month.earliest), iso(month.latest)) == ("1941-06-02", "1941-07-01")
    hours = read("1941-06-21T04:00..1941-06-21T05:00")
    assert iso(hours.earliest) == "1941-06-21T04:01"


@pytest.mark.parametrize("text", ["1941-06-21", "1941-06-21T21:30", "1941-06-21T21:30:15+03:00"])
def test_once_within_one_moment_is_that_moment(text: str) -> None:
    within, moment = read(f"{text}..{text}"), read(text)
    assert (within.earliest, within.latest) == (moment.earliest, moment.latest)


def test_open_ends_lie_beyond_all_dates() -> None:
    assert read("..1941").earliest == BEFORE_ALL < read("-9999").start
    assert read("1941..").latest == AFTER_ALL > read("9999").end
    assert read("1941/..").earliest == AFTER_ALL


@pytest.mark.parametrize("text", ["1941~", "1941-06-21?", "1941-06%", "1941~/1942", "1941..1942?"])
def test_doubt_about_a_date_is_kept_and_moves_nothing(text: str) -> None:
    doubtful = read(text)
    sure = read(text.translate(str.maketrans("", "", "~?%")))
    assert doubtful.approximate
    assert not sure.approximate
    assert replace(doubtful, approximate=False) == sure


def test_how_and_where_it_is_written_is_no_part_of_equality() -> None:
    assert read("1941-06") == read_date("1941-06-XX", None)
    assert read("1941-06").text == "1941-06"
    assert read("1941-06").at == HERE
    assert read("1941-06") != read("1941-06-01/1941-06-30")


@pytest.mark.parametrize(
    ("text", "code", "hint"),
    [
        ("", "D340", "1941-06-21"),
        ("1941-02-30", "D342", "28 days"),
        ("1940-02-30", "D342", "29 days"),
        ("1941-13", "D342", "01 to 12"),
        ("1941-00-01", "D342", "01 to 12"),
        ("1941-45", "D342", "1941/1945"),
        ("1941-06-21T24:00", "D342", "00 to 23"),
        ("1941-06-21T21:60", "D342", "00 to 59"),
        ("1941-06-21T21:30+15:00", "D342", "14 hours"),
        ("1941-06/1941-05", "D343", "write 1941-05/1941-06"),
        ("1941-06..1941-05", "D343", "write 1941-05..1941-06"),
        ("1941-02-30/1941-05", "D342", "28 days"),
        ("20000", "D344", "9999"),
        ("-20000-01", "D344", "9999"),
        ("../..", "D345", "at least one"),
        ("..", "D345", "at least one"),
    ],
)
def test_each_mistake_in_a_date_has_its_code_and_hint(text: str, code: str, hint: str) -> None:
    problem = read_date(text, HERE)
    assert isinstance(problem, Problem)
    assert problem.code == code
    assert hint in problem.hint
    assert problem.at == HERE
    assert not problem.message.endswith(".")
    assert code in CODES


YEARS = st.integers(-9998, 9998)
DATES = st.tuples(YEARS, st.integers(1, 12), st.integers(1, 28)).map(
    lambda date: f"{'-' if date[0] < 0 else ''}{abs(date[0]):04d}-{date[1]:02d}-{date[2]:02d}"
)


@given(DATES)
def test_a_day_is_spelled_as_it_was_written(text: str) -> None:
    assert iso(read(text).start) == text
    assert read(text).end - read(text).start == DAY


@given(DATES)
def test_a_day_lies_in_its_month_and_a_month_in_its_year(text: str) -> None:
    day, month, year = read(text), read(text[:-3]), read(text[:-6])
    assert year.start <= month.start <= day.start < day.end <= month.end <= year.end


@given(DATES, DATES)
def test_two_days_make_a_stretch_in_one_order_only(one: str, two: str) -> None:
    first, last = sorted((one, two), key=lambda text: read(text).start)
    assert read(f"{first}/{last}").start == read(first).start
    assert read(f"{first}..{last}").end == read(last).end
    if one != two:
        assert isinstance(read_date(f"{last}/{first}"), Problem)


@given(st.one_of(st.text(), st.text("0123456789-/.TZX:+~?% ", max_size=24)))
def test_any_text_for_a_date_is_answered(text: str) -> None:
    answer = read_date(text, HERE)
    if isinstance(answer, Problem):
        assert answer.code in CODES
        assert len(str(answer)) < 400
    else:
        assert BEFORE_ALL <= answer.start < answer.end <= AFTER_ALL
        assert answer.start <= answer.earliest <= answer.latest == answer.end
