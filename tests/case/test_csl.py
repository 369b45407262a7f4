"""What an entry says, whatever shape the program that exported it gave it."""

import pytest

from deciban.case.csl import Dated, Day, Person, called_by, date_of, people_of, text_of, title_of
from deciban.case.markup import Piece, pieces, plain


@pytest.mark.parametrize(
    ("issued", "dated"),
    [
        ({"date-parts": [[1941, 6, 22]]}, Dated(Day(1941, 6, 22))),
        ({"date-parts": [["1941", "6"]]}, Dated(Day(1941, 6))),
        ({"date-parts": [[1941, 21]]}, Dated(Day(1941, season=1))),
        ({"date-parts": [[1941]], "season": "3"}, Dated(Day(1941, season=3))),
        ({"date-parts": [[1941]], "circa": 1}, Dated(Day(1941), about=True)),
        ({"date-parts": [[1960], [1965]]}, Dated(Day(1960), Day(1965))),
        ({"date-parts": [[-44, 3, 15]]}, Dated(Day(-44, 3, 15))),
        ({"date-parts": [[1941, 13, 45]]}, Dated(Day(1941, season=1))),
        ({"date-parts": [[1941, 6, 45]]}, Dated(Day(1941, 6))),
        ({"raw": "1941-06-22"}, Dated(Day(1941, 6, 22))),
        ({"raw": "1941-06/1941-07"}, Dated(Day(1941, 6), Day(1941, 7))),
        ({"edtf": "1941~"}, Dated(Day(1941), about=True)),
        ({"literal": "c. 1941"}, Dated(Day(1941), about=True)),
        ({"literal": "about 1941"}, Dated(Day(1941), about=True)),
        ({"raw": "June 22, 1941"}, Dated(words="June 22, 1941")),
        ({"date-parts": [[]], "literal": "undated"}, Dated(words="undated")),
        ({"date-parts": [[""]], "raw": "1941"}, Dated(Day(1941))),
        ("1941-06", Dated(Day(1941, 6))),
        (1941, Dated(Day(1941))),
        ({}, None),
        (None, None),
        ([], None),
        (True, None),
        ({"date-parts": "1941"}, None),
        ({"date-parts": [[10**8]]}, None),
    ],
)
def test_a_date_is_read_in_every_shape(issued: object, dated: Dated | None) -> None:
    assert date_of({"issued": issued}) == dated


@pytest.mark.parametrize(
    ("written", "people"),
    [
        ([{"family": "Hale", "given": "Ruth"}], (Person("Hale", "Ruth"),)),
        (
            [{"family": "Gaulle", "given": "Charles", "non-dropping-particle": "de"}],
            (Person("Gaulle", "Charles", particle="de"),),
        ),
        (
            [{"family": "Ericson", "given": "Edward E., III"}],
            (Person("Ericson", "Edward E.", suffix="III"),),
        ),
        ([{"family": "King", "given": "Martin, Jr."}], (Person("King", "Martin", suffix="Jr."),)),
        ([{"literal": "Record Office"}], (Person("Record Office", whole=True),)),
        ([{"given": "Plato"}], (Person("Plato", whole=True),)),
        ("Record Office", (Person("Record Office", whole=True),)),
        ({"family": "Hale"}, (Person("Hale"),)),
        ([{}, None, 5, {"family": " "}, []], ()),
        (None, ()),
    ],
)
def test_a_name_is_read_in_every_shape(written: object, people: tuple[Person, ...]) -> None:
    assert people_of({"author": written}, "author") == people


def test_a_work_is_called_by_its_author_or_else_by_who_edited_or_translated_it() -> None:
    hale, ochs = [{"family": "Hale"}], [{"family": "Ochs"}]
    assert called_by({"editor": ochs, "author": hale})[0] == "author"
    assert called_by({"translator": hale, "editor": ochs})[0] == "editor"
    assert called_by({"translator": hale})[0] == "translator"
    assert called_by({}) == ("", ())


@pytest.mark.parametrize(
    ("value", "text"),
    [(" a  b\n", "a b"), (12, "12"), (None, ""), (True, ""), (["a"], ""), ({"a": 1}, "")],
)
def test_a_field_is_one_line_of_text_or_nothing(value: object, text: str) -> None:
    assert text_of({"volume": value}, "volume") == text


def test_a_title_is_told_without_its_markup() -> None:
    assert title_of({"title": 'On <i>Pravda</i> and <span class="nocase">it</span>'}) == (
        "On Pravda and it"
    )


def test_italics_are_kept_and_italics_in_italics_stand_upright() -> None:
    assert pieces("a <i>b <i>c</i></i> <b>d</b>") == (
        Piece("a "),
        Piece("b ", italic=True),
        Piece("c"),
        Piece(" "),
        Piece("d", bold=True),
    )


@pytest.mark.parametrize(
    "text", ["a < b", "<script>x</script>", "</i>", "<i>", "<i", "a <b c", "<i>x</b>", "<p>y</p>"]
)
def test_what_is_no_markup_of_titles_is_characters(text: str) -> None:
    assert plain(text) == text


def test_a_tag_left_open_inside_another_is_characters() -> None:
    assert plain("<i>a <b>b</i>") == "a <b>b"
