import pytest
from hypothesis import given
from hypothesis import strategies as st

from deciban.dates import When, read_date, spell
from deciban.problem import Problem
from deciban.span import Span

HERE = Span("case.yaml", 7, 13, 100, 110)


def mistake(text: str) -> Problem:
    problem = read_date(text, HERE)
    assert isinstance(problem, Problem), "what is not EDTF is never read as if it were"
    return problem


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("21 June 1941", "1941-06-21"),
        ("21 Jun. 1941", "1941-06-21"),
        ("21st of June, 1941", "1941-06-21"),
        ("June 21, 1941", "1941-06-21"),
        ("Sept 1939", "1939-09"),
        ("June 1941", "1941-06"),
        ("Tuesday 3 May 1887", "1887-05-03"),
        ("on Sat. 3 May 1887", "1887-05-03"),
        ("in April 1887", "1887-04"),
        ("1887 April", "1887-04"),
        ("1887, April 3", "1887-04-03"),
        ("1886 or 1887", "1886..1887"),
        ("3 or 4 May 1887", "1887-05-03..1887-05-04"),
        ("06/21/1941", "1941-06-21"),
        ("21/06/1941", "1941-06-21"),
        ("5/5/1941", "1941-05-05"),
        ("21.6.1941", "1941-06-21"),
        ("1941/06/21", "1941-06-21"),
        ("1941.6.21", "1941-06-21"),
        ("1941-6-5", "1941-06-05"),
        ("19410621", "1941-06-21"),
        ("1941-06-21 21:30", "1941-06-21T21:30"),
        ("1941-06-21t21:30z", "1941-06-21T21:30Z"),
        ("21 June 1941, 9:30", "1941-06-21T09:30"),
        ("194x", "194X"),
        ("1941-06-uu", "1941-06-XX"),
        ("1940s", "194X"),
        ("the 19th century", "18XX"),
        ("941", "0941"),
        ("44 BC", "-0043"),
        ("1 BC", "0000"),
        ("15 March 44 BC", "-0043-03-15"),
        ("AD 43", "0043"),
        ("c. 1941", "1941~"),
        ("about June 1941", "1941-06~"),
        ("1941...1942", "1941..1942"),
        ("21 June 1941/25 June 1941", "1941-06-21/1941-06-25"),
        ("1941/45", "1941/1945"),
        ("22 June", "1941-06-22"),
    ],
)
def test_a_date_in_another_spelling_is_given_in_the_right_one(text: str, right: str) -> None:
    problem = mistake(text)
    assert problem.code == "D341"
    assert problem.hint.endswith(f" {right}")
    assert isinstance(read_date(right), When)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("1941-1945", "1941", "1945"),
        ("1941\u201345", "1941", "1945"),
        ("5-9 May 1941", "1941-05-05", "1941-05-09"),
        ("from April to 22 June 1941", "1941-04", "1941-06-22"),
        ("between 28 May and 3 June 1941", "1941-05-28", "1941-06-03"),
        ("1941-06-05 - 1941-06-10", "1941-06-05", "1941-06-10"),
    ],
)
def test_two_joined_dates_may_be_a_stretch_or_a_span(text: str, first: str, last: str) -> None:
    hint = mistake(text).hint
    assert f"{first}/{last} if it lasted" in hint
    assert f"{first}..{last} if it happened once" in hint


@pytest.mark.parametrize(
    ("text", "right", "meaning"),
    [
        ("spring 1887", "1887-21", "21 is spring (March to May 1887)"),
        ("in the fall of 1887", "1887-23", "23 is autumn (September to November 1887)"),
        ("winter 1886/7", "1886-24", "24 is winter (December 1886 to February 1887)"),
        ("winter of 1886-87", "1886-24", "24 is winter (December 1886 to February 1887)"),
        ("before spring 1887", "../1886-24", "24 is winter (December 1886 to February 1887)"),
    ],
)
def test_a_season_is_told_in_words_as_well(text: str, right: str, meaning: str) -> None:
    hint = mistake(text).hint
    assert hint.startswith(f"write {right}")
    assert meaning in hint
    assert isinstance(read_date(right), When)


def test_a_winter_with_one_year_may_begin_or_end_in_it() -> None:
    problem = mistake("winter 1887")
    assert "1887-24" in problem.hint
    assert "1886-24" in problem.hint
    assert problem.fix is None
    assert mistake("winter 1886/7").fix is not None


def test_a_short_second_year_may_be_a_month() -> None:
    problem = mistake("1886/7")
    assert "1886/1887 for the two years" in problem.hint
    assert "1886-07 for the month" in problem.hint
    assert problem.fix is None


@pytest.mark.parametrize(
    ("text", "lasted", "once"),
    [
        ("before June 1887", "../1887-05", "..1887-05"),
        ("before January 1887", "../1886-12", "..1886-12"),
        ("before 1887", "../1886", "..1886"),
        ("before 1 May 1887", "../1887-04-30", "..1887-04-30"),
        ("prior to the 1880s", "../1879", "..1879"),
        ("before 44 BC", "../-0044", "..-0044"),
        ("by June 1887", "../1887-06", "..1887-06"),
        ("after June 1887", "1887-07/..", "1887-07.."),
        ("after 1887", "1888/..", "1888.."),
        ("since 3 May 1887", "1887-05-03/..", "1887-05-03.."),
        ("after winter 1887", "1888-21/..", "1888-21.."),
    ],
)
def test_a_date_with_one_end_in_words_is_given_with_that_end_open(
    text: str, lasted: str, once: str
) -> None:
    hint = mistake(text).hint
    assert f"{lasted} if it lasted" in hint
    assert f" {once} if it happened once" in hint
    assert isinstance(read_date(lasted), When)
    assert isinstance(read_date(once), When)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("early 1887", "1887-01..1887-04"),
        ("mid-1887", "1887-05..1887-08"),
        ("late in 1887", "1887-09..1887-12"),
        ("the end of February 1887", "1887-02-21..1887-02-28"),
        ("in early June 1887", "1887-06-01..1887-06-10"),
        ("late 1880s", "1887..1889"),
        ("mid 19th century", "1834..1866"),
    ],
)
def test_a_part_of_a_stretch_is_given_as_an_example_and_never_mended(text: str, right: str) -> None:
    problem = mistake(text)
    assert problem.hint == f"write the stretch you mean, such as {right}"
    assert problem.fix is None
    assert isinstance(read_date(right), When)


def test_a_date_with_month_or_day_first_is_asked_back() -> None:
    problem = mistake("05/06/1941")
    assert problem.code == "D346"
    assert "1941-05-06" in problem.hint
    assert "1941-06-05" in problem.hint
    assert problem.fix is None


def test_a_day_in_words_that_does_not_exist_is_told() -> None:
    assert mistake("30 February 1941").code == "D342"
    assert mistake("31.4.1941").at == HERE


@pytest.mark.parametrize(
    "text",
    ["never", "June", "5 May 41", "1941-XX-12", "/1941", "1941/1942/1943", "1941-06-21Z", "yes"],
)
def test_what_cannot_be_guessed_is_not_guessed(text: str) -> None:
    problem = mistake(text)
    assert problem.code == "D341"
    assert problem.fix is None


def test_a_full_date_in_another_spelling_can_be_mended_in_place() -> None:
    fix = mistake("21 June 1941").fix
    assert fix is not None
    assert (fix.start, fix.end, fix.text) == (100, 110, "1941-06-21")
    assert mistake("c. 1941").fix is None
    assert mistake("941").fix is None


@pytest.mark.parametrize("text", ["x" * 100_000, "1941-" * 20_000, "1 " * 50_000])
def test_endless_text_for_a_date_is_answered_shortly(text: str) -> None:
    assert len(str(mistake(text))) < 300


@given(st.dates())
def test_a_day_as_deciban_spells_it_is_led_back_to_what_is_read(date: object) -> None:
    when = read_date(str(date))
    assert isinstance(when, When)
    assert mistake(spell(when)).hint == f"write {date}"


@given(st.dates(), st.dates())
def test_a_stretch_as_deciban_spells_it_is_led_back_too(one: object, two: object) -> None:
    first, last = sorted((str(one), str(two)))
    if first == last:
        return
    for mark in ("/", ".."):
        when = read_date(f"{first}{mark}{last}")
        assert isinstance(when, When)
        assert f"{first}{mark}{last}" in mistake(spell(when)).hint
