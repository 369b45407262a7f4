from hypothesis import given
from hypothesis import strategies as st

from deciban.render.charts.lettering import cut, plain, width, wrapped

TEXTS = st.text(st.characters(codec="utf-8"), max_size=120)
ROOMS = st.floats(12, 300)


@given(TEXTS, ROOMS, st.integers(1, 4), st.booleans())
def test_every_line_fits_and_there_are_no_more_than_wanted(
    text: str,
    room: float,
    lines: int,
    bold: bool,  # noqa: FBT001 (what is given comes by position)
) -> None:
    found = wrapped(text, 12, room, lines, bold=bold)
    assert 1 <= len(found) <= lines
    assert all(
        len(line.rstrip("…")) <= 1 or width(line, 12, bold=bold) <= room + 1e-9 for line in found
    )


@given(TEXTS, ROOMS)
def test_what_has_room_is_whole(text: str, room: float) -> None:
    found = wrapped(text, 12, room, 1000)
    assert "".join(found).replace(" ", "") == plain(text).replace(" ", "")


@given(TEXTS)
def test_what_is_never_printed_is_taken_out(text: str) -> None:
    told = plain(text)
    assert told == " ".join(told.split())
    assert all(letter.isprintable() or letter == " " for letter in told if ord(letter) < 0x2028)


def test_a_text_cannot_turn_its_letters_around() -> None:
    assert plain("\u202edab\u202c \u2067x\u2069\u200f") == "dab x"


def test_a_long_name_is_broken_behind_a_dot_before_a_stroke() -> None:
    name = "events.zhdanov_on_leave.expected.demands.no"
    assert wrapped(name, 12, 200, 2) == ("events.zhdanov_on_leave.expected.", "demands.no")


def test_what_has_no_room_ends_in_an_ellipsis_behind_a_word() -> None:
    assert cut("The fortified areas are to be armed", 12, 120) == "The fortified areas…"


def test_letters_are_as_wide_as_in_the_face_that_is_measured() -> None:
    assert (
        width("Wide, with 10% of it", 1000)
        == sum(
            (
                944,
                222,
                556,
                556,
                278,
                278,
                722,
                222,
                278,
                556,
                278,
                556,
                556,
                889,
                278,
                556,
                278,
                278,
            )
        )
        + 222
        + 278
    )
