from itertools import combinations

import pytest

from deciban.render.charts.look import (
    AGAINST,
    FOR,
    INK,
    OPEN,
    PAPER,
    QUIET,
    SIGNS,
    STANDS,
    STYLES,
    Sign,
)

FELT = 8.0


def _lightness(colour: str) -> float:
    """CIE L*, from 0 for black to 100 for white, of a colour of the screen (sRGB)."""
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    return 116 * luminance ** (1 / 3) - 16 if luminance > 0.008856 else 903.3 * luminance


def _contrast(one: str, other: str) -> float:
    """The contrast of WCAG, from 1 to 21."""
    values = sorted(((_lightness(each) + 16) / 116) ** 3 for each in (one, other))
    return (values[1] + 0.05) / (values[0] + 0.05)


@pytest.mark.parametrize(("one", "other"), [*combinations(SIGNS[:4], 2)])
def test_the_first_four_things_differ_in_a_grey_copy(one: Sign, other: Sign) -> None:
    assert abs(_lightness(one.colour) - _lightness(other.colour)) > FELT


def test_for_and_against_differ_in_a_grey_copy() -> None:
    assert abs(_lightness(FOR) - _lightness(AGAINST)) > 30


def test_what_stands_what_is_open_and_what_falls_differ_in_a_grey_copy() -> None:
    for one, other in combinations((STANDS, OPEN, "#ffffff"), 2):
        assert abs(_lightness(one) - _lightness(other)) > FELT


@pytest.mark.parametrize("fill", [STANDS, OPEN])
def test_words_stand_out_inside_a_box(fill: str) -> None:
    assert _contrast(INK, fill) >= 4.5


def test_no_two_things_share_a_dash_or_a_shape() -> None:
    assert len({sign.dash for sign in SIGNS}) == len(SIGNS)
    assert len({sign.shape for sign in SIGNS}) == len(SIGNS)


@pytest.mark.parametrize("name", [name for name in STYLES if name != "inside"])
def test_every_word_stands_out_from_the_paper(name: str) -> None:
    paper = "#ffffff"
    assert PAPER == "white"
    assert _contrast(STYLES[name].colour, paper) >= 4.5
    assert STYLES[name].colour in (INK, QUIET)
