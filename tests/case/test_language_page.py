import re
from pathlib import Path

import pytest

from deciban.case import Case, judgements_of
from deciban.case.kinds import fields_of
from deciban.case.language import BEGIN, language_tables, with_tables
from deciban.checks import check_case
from deciban.read import Reading, read_text_of_case
from deciban.units import SCALES
from deciban.units.spelling import percent_range

PAGE = Path(__file__).parents[2] / "docs" / "language.md"
BLOCK = re.compile(r"^```yaml\n(.*?)^```$", re.DOTALL | re.MULTILINE)
ADDRESS = re.compile(r"`([a-z_]+\.[a-z_.]+)`")
LONGEST_LESSON = 450


def _lesson() -> str:
    """What is taught, without the tables."""
    return PAGE.read_text(encoding="utf-8").partition(BEGIN)[0]


def _examples() -> list[str]:
    return [block for block in BLOCK.findall(_lesson()) if block.startswith("deciban: 1")]


def _read(text: str) -> Reading:
    return read_text_of_case(text, Path("nowhere") / "case.yaml")


def _case(text: str) -> Case:
    case = _read(text).case
    assert case is not None
    return case


def test_the_tables_of_the_page_are_current() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert page == with_tables(page), "write with_tables(page) back to docs/language.md"


def test_every_key_of_a_case_has_its_line() -> None:
    table = language_tables().partition("\n\n### ")[0]
    for declared in fields_of(Case):
        assert f"| `{declared.key}` |" in table
        assert declared.doc in table


def test_each_record_is_headed_by_the_place_where_it_stands() -> None:
    headings = re.findall("^### (.+)$", language_tables(), re.MULTILINE)
    assert headings[:4] == [
        "`case.yaml`",
        "`question` and `questions.<name>`",
        "`sources.<name>`",
        "`events.<id>`",
    ]
    assert "`actors.<name>.saw.<id>.resolved`" in headings
    assert "`positions/<name>.yaml: revised.<number>`" in headings
    assert len(headings) == len(set(headings))


def test_a_page_without_markers_is_refused() -> None:
    with pytest.raises(ValueError, match="markers"):
        with_tables("# The language\n")


def test_the_page_teaches_by_whole_cases() -> None:
    assert len(_examples()) >= 6


@pytest.mark.parametrize("text", _examples(), ids=lambda text: text.split("\n")[1])
def test_every_whole_case_on_the_page_is_read_without_a_word_of_warning(text: str) -> None:
    reading = _read(text)
    assert reading.case is not None
    assert [*reading.problems, *check_case(reading.case)] == []


def test_every_address_on_the_page_is_the_address_of_a_number_on_it() -> None:
    known = {address for text in _examples() for address, _ in judgements_of(_case(text))}
    _, _, section = _lesson().partition("## Addresses")
    named = set(ADDRESS.findall(section.partition("\n## ")[0]))
    assert len(named) > len(("events", "sources", "reports", "silences"))
    assert named <= known | {"assume.slip"}, "assume.slip is a number that deciban supplies"


def test_words_stand_for_what_the_page_says() -> None:
    lesson = " ".join(_lesson().split())
    for word in SCALES["icd203"].words:
        band = percent_range(word.low, word.high)
        assert f"*{word.text}* {band}" in lesson or f"*{word.text}* is {band}" in lesson


def test_the_lesson_can_be_read_at_one_sitting() -> None:
    assert len(_lesson().splitlines()) < LONGEST_LESSON
