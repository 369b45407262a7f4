import pytest

from deciban.dates import AFTER_ALL, BEFORE_ALL, When, iso, read_date, spell


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("1941", "1941"),
        ("1941-06", "June 1941"),
        ("1941-06-XX", "June 1941"),
        ("1941-06-21", "21 June 1941"),
        ("1941-06-21~", "about 21 June 1941"),
        ("1941-06-21T21:30", "21:30 on 21 June 1941"),
        ("1941-06-21T21:30:05", "21:30:05 on 21 June 1941"),
        ("1941-06-21T21:30Z", "21:30 UTC on 21 June 1941"),
        ("1941-06-22T01:30+03:00", "01:30 (UTC+03:00) on 22 June 1941"),
        ("1941-06-21T21:30-04:30", "21:30 (UTC-04:30) on 21 June 1941"),
        ("1941-21", "spring 1941"),
        ("1941-24", "winter 1941"),
        ("194X", "between 1940 and 1949"),
        ("1941-06-1X", "between 10 and 19 June 1941"),
        ("-0043-03-15", "15 March 44 BC"),
        ("0000", "1 BC"),
        ("0043", "AD 43"),
        ("1941-04/1941-06-22", "April to 22 June 1941"),
        ("1941-05-05/1941-05-09", "5 to 9 May 1941"),
        ("1940-12/1941-01", "December 1940 to January 1941"),
        ("1941/1945", "1941 to 1945"),
        ("1941-06/1941-06", "throughout June 1941"),
        ("1941-05-05..1941-05-09", "between 5 and 9 May 1941"),
        ("1941-05-05..1941-06-09", "between 5 May and 9 June 1941"),
        ("1940-05-05..1941-05-05", "between 5 May 1940 and 5 May 1941"),
        ("1941..1941-06-09", "between 1941 and 9 June 1941"),
        ("1941-06-05..1941-06", "between 5 June 1941 and June 1941"),
        ("1941-06-21T04:00..1941-06-21T05:00", "between 04:00 and 05:00 on 21 June 1941"),
        ("1941-05-05..1941-05-05", "5 May 1941"),
        ("../1941-05", "until May 1941"),
        ("1941-05/..", "from May 1941 onwards"),
        ("..1941-05", "May 1941 or earlier"),
        ("1941-05..", "May 1941 or later"),
        ("1941-05~..", "about May 1941 or later"),
    ],
)
def test_dates_are_spelled_as_a_historian_writes_them(text: str, words: str) -> None:
    when = read_date(text)
    assert isinstance(when, When)
    assert spell(when) == words


def test_instants_are_written_as_dates_are() -> None:
    assert iso(0) == "0000-01-01"
    assert iso(-1) == "-0001-12-31T23:59:59"
    assert iso(BEFORE_ALL) == iso(AFTER_ALL) == ".."
