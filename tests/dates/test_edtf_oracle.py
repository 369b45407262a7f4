"""Agreement with the ``edtf`` package, where it is installed."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deciban.dates import DAY, When, read_date
from deciban.dates.calendar import date_of

edtf = pytest.importorskip("edtf")


def _theirs(text: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    parsed = edtf.parse_edtf(text)
    return tuple(parsed.lower_strict()[:3]), tuple(parsed.upper_strict()[:3])


def _ours(text: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    when = read_date(text)
    assert isinstance(when, When), str(when)
    return date_of(when.start // DAY), date_of(when.end // DAY - 1)


@pytest.mark.parametrize(
    "text",
    [
        "1941",
        "1941-02",
        "1940-02",
        "1941-06-21",
        "1941-06-21~",
        "1941?",
        "1941-21",
        "1941-23",
        "194X",
        "19XX",
        "1941-XX",
        "1941-06-XX",
        "0000-02",
        "-0043-03-15",
        "1941-04/1941-06-22",
        "1941/1941-06",
    ],
)
def test_the_forms_both_read_cover_the_same_days(text: str) -> None:
    assert _ours(text) == _theirs(text)


@settings(max_examples=40)
@given(st.dates(), st.dates())
def test_stretches_between_any_two_days_agree(one: date, two: date) -> None:
    first, last = sorted((one, two))
    for text in (str(first), str(first)[:7], f"{first}/{last}"):
        assert _ours(text) == _theirs(text)
