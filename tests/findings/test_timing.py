"""How a clock is read: by every change, on a grid, or in a stretch of it."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.findings.timeline_cases import timeline
from tests.meaning.line import case_text

from deciban.dates import AFTER_ALL, BEFORE_ALL, When, read_date
from deciban.findings.timing.grain import (
    GRAINS,
    Grain,
    earliest_name,
    latest_name,
    period_end,
    period_name,
)
from deciban.findings.timing.stage import Clock
from deciban.findings.timing.steps import Step, TooManySteps, Window, fitting, steps_of
from deciban.findings.timing.telling import felt, furthest

DAYS = """
events:
  - {id: one, text: O, when: 1941-05-02, known: yes, expected: {h: 90%, other: 10%}}
  - {id: two, text: T, when: 1941-05-04..1941-05-06, known: yes, expected: {h: 20%, other: 80%}}
  - {id: three, text: D, when: 1941-07, known: yes, expected: {h: 50%, other: 50%}}
  - {id: never, text: N, known: yes, expected: {h: 60%, other: 40%}}
"""


def date(text: str) -> When:
    when = read_date(text)
    assert isinstance(when, When)
    return when


@pytest.fixture(scope="module")
def clock() -> Clock:
    return timeline(case_text(DAYS)).happened


def shown(steps: Sequence[Step]) -> list[tuple[str, float, float]]:
    """Each step: what it is called, and its chance once all must count and once it may."""
    return [
        (step.on, round(step.latest.probability["h"], 3), round(step.earliest.probability["h"], 3))
        for step in steps
    ]


def window(by: Grain | None = None, start: str = "", end: str = "") -> Window:
    return Window(by, date(start).start if start else None, date(end).end if end else None)


def test_without_a_grid_there_is_a_step_wherever_either_curve_moves(clock: Clock) -> None:
    assert shown(steps_of(clock)) == [
        ("", 0.5, 0.6),
        ("1941-05-02", 0.9, 0.931),
        ("1941-05-04", 0.9, 0.771),
        ("1941-05-06", 0.692, 0.771),
        ("1941-07-01", 0.692, 0.771),
        ("1941-07", 0.692, 0.771),
        ("", 0.771, 0.771),
    ]


def test_a_daily_series_repeats_the_answer_of_the_day_before(clock: Clock) -> None:
    steps = steps_of(clock, window("day", "1941-05-01", "1941-05-07"))
    assert shown(steps) == [
        ("1941-05-01", 0.5, 0.6),
        ("1941-05-02", 0.9, 0.931),
        ("1941-05-03", 0.9, 0.931),
        ("1941-05-04", 0.9, 0.771),
        ("1941-05-05", 0.9, 0.771),
        ("1941-05-06", 0.692, 0.771),
        ("1941-05-07", 0.692, 0.771),
    ]
    assert [step.fresh for step in steps] == [False, True, False, False, False, True, False]
    assert [step.perhaps for step in steps][3] == ("two",)
    assert [step.came for step in steps][5] == ("two",)


def test_a_year_of_days_has_a_line_for_each(clock: Clock) -> None:
    steps = steps_of(clock, window("day", "1941", "1941"))
    assert len(steps) == 365
    assert [steps[0].on, steps[-1].on] == ["1941-01-01", "1941-12-31"]


def test_on_a_grid_what_came_within_a_period_is_one_step(clock: Clock) -> None:
    may, june, july = steps_of(clock, window("month", "1941-05", "1941-07"))
    assert may.came == ("one", "two")
    assert may.moved["h"] == pytest.approx(9.542 - 6.021, abs=1e-3)
    assert june.moved["h"] == 0.0
    assert (june.came, june.perhaps, july.came) == ((), (), ("three",))


def test_an_open_grid_begins_before_all_dates_and_ends_behind_them(clock: Clock) -> None:
    steps = steps_of(clock, window("month"))
    assert [step.on for step in steps] == ["", "1941-05", "1941-06", "1941-07", ""]
    assert [step.at for step in (steps[0], steps[-1])] == [BEFORE_ALL, AFTER_ALL]
    assert steps[0].perhaps == ("never",)
    assert steps[-1].came == ("never",)


def test_a_stretch_begins_with_how_things_stood(clock: Clock) -> None:
    steps = steps_of(clock, window(None, "1941-05-03", "1941-05-06"))
    assert shown(steps) == [
        ("1941-05-02", 0.9, 0.931),
        ("1941-05-04", 0.9, 0.771),
        ("1941-05-06", 0.692, 0.771),
    ]
    assert steps[0].came == ()


def test_behind_the_last_change_a_grid_goes_on_to_where_it_is_wanted(clock: Clock) -> None:
    years = steps_of(clock, window("year", "1950", "1952"))
    assert shown(years) == [("1950", 0.692, 0.771), ("1951", 0.692, 0.771), ("1952", 0.692, 0.771)]
    assert [step.on for step in steps_of(clock, window("year", "1950"))] == ["1950", ""]


def test_more_steps_than_anybody_reads_are_refused(clock: Clock) -> None:
    with pytest.raises(TooManySteps):
        steps_of(clock, window("day", "1920", "1941"))


@pytest.mark.parametrize("by", [None, *GRAINS])
def test_a_clock_without_dates_has_its_two_ends_on_every_grid(by: Grain | None) -> None:
    body = "events:\n  - {id: e, text: E, known: yes, expected: {h: 60%, other: 40%}}\n"
    found = timeline(case_text(body))
    for each in (found.happened, found.public):
        assert [step.on for step in steps_of(each, window(by))] == ["", ""]
        assert [step.on for step in steps_of(each, window(by, "1941"))][-1] == ""


def test_a_clock_is_quickly_read_at_the_finest_grain_that_leaves_few_lines() -> None:
    def events(dates: Sequence[str]) -> str:
        return "events:\n" + "".join(
            f"  - {{id: e{place}, text: E, when: {each}, known: yes, expected: 50%}}\n"
            for place, each in enumerate(dates)
        )

    few = timeline(case_text(events([f"1941-05-{day:02d}" for day in range(1, 11)])))
    hours = timeline(case_text(events([f"1941-05-01T{hour:02d}:00" for hour in range(24)])))
    days = timeline(case_text(events([f"1941-05-{day:02d}" for day in range(1, 29)])))
    months = timeline(
        case_text(
            events([f"{year}-{month:02d}" for year in (1940, 1941) for month in range(1, 13)])
        )
    )
    found = [fitting(each.happened) for each in (few, hours, days, months)]
    assert found == ["change", "day", "month", "year"]


def test_the_moves_that_nobody_would_feel_are_left_out_of_many() -> None:
    expected = ["90%", *["51%"] * 14, "80%"]
    body = "events:\n" + "".join(
        f"  - {{id: e{day}, text: E, when: 1941-05-{day:02d}, known: yes,"
        f" expected: {{h: {chance}, other: 50%}}}}\n"
        for day, chance in enumerate(expected, 1)
    )
    steps = steps_of(timeline(case_text(body)).happened)
    assert [step.on for step in felt(steps, "h")] == ["", "1941-05-01", "1941-05-16"]
    assert [step.on for step in furthest(steps, "h")] == ["1941-05-01", "1941-05-16"]
    assert felt(steps[:5], "h") == steps[:5]


# ------------------------------------------------------------------------------- periods and names


@pytest.mark.parametrize(
    ("written", "grain", "name"),
    [
        ("1941-06-21", "day", "1941-06-21"),
        ("1941-06-21", "month", "1941-06"),
        ("1941-06-30", "month", "1941-06"),
        ("1941-12-31", "year", "1941"),
        ("1941-06-21T21:30", "day", "1941-06-21"),
        ("-0043-03-15", "year", "-0043"),
        ("-0043-12-31", "month", "-0043-12"),
        ("1940-02-29", "month", "1940-02"),
    ],
)
def test_a_date_counts_in_the_period_in_which_it_ends(
    written: str, grain: Grain, name: str
) -> None:
    assert period_name(period_end(date(written).latest, grain), grain) == name


@given(st.integers(-(10**11), 10**11), st.sampled_from(GRAINS))
def test_a_period_ends_no_sooner_than_what_lies_in_it_and_is_its_own_end(
    instant: int, grain: Grain
) -> None:
    end = period_end(instant, grain)
    assert end >= instant
    assert period_end(end, grain) == end
    assert period_end(end + 1, grain) > end
    assert {period_end(each, grain) for each in (BEFORE_ALL, AFTER_ALL)} == {BEFORE_ALL, AFTER_ALL}


@pytest.mark.parametrize(
    ("written", "earliest", "latest"),
    [
        ("1941-06-21", "1941-06-21", "1941-06-21"),
        ("1941-06-21T21:30", "1941-06-21T21:30", "1941-06-21T21:30"),
        ("1941-06-21T21:30:15", "1941-06-21T21:30:15", "1941-06-21T21:30:15"),
        ("1948", "1948-01-01", "1948"),
        ("1941-05", "1941-05-01", "1941-05"),
        ("1941-21", "1941-03-01", "1941-05"),
        ("194X", "1940-01-01", "1949"),
        ("1941-05-01..1941-05-20", "1941-05-01", "1941-05-20"),
        ("1941-05/1941-06-22", "1941-06-22", "1941-06-22"),
        ("1937/1938", "1938", "1938"),
        ("1941-06-21T14:00..1941-06-21T23:00", "1941-06-21T14:00", "1941-06-21T23:00"),
        ("..1941-05", "", "1941-05"),
        ("1941-05..", "1941-05-01", ""),
    ],
)
def test_the_ends_of_a_date_are_named_as_finely_as_they_are_known(
    written: str, earliest: str, latest: str
) -> None:
    when = date(written)
    assert (earliest_name(when), latest_name(when)) == (earliest, latest)
