"""Several corrections of one text are made at once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deciban.edit.splice import apply
from deciban.problem import Splice


def splice(start: int, end: int, text: str) -> Splice:
    return Splice("case.yaml", start, end, text)


def test_all_offsets_are_those_of_the_text_given() -> None:
    assert apply("abcdef", [splice(4, 5, ""), splice(0, 1, "xyz"), splice(2, 2, "-")]) == "xyzb-cdf"


def test_no_splices_change_nothing() -> None:
    assert apply("abc", []) == "abc"


def test_one_correction_of_two_problems_is_made_once() -> None:
    assert apply("abc", [splice(3, 3, "d"), splice(3, 3, "d")]) == "abcd"


@pytest.mark.parametrize(
    "splices",
    [
        [splice(0, 2, "x"), splice(1, 3, "y")],
        [splice(1, 1, "x"), splice(1, 1, "y")],
        [splice(2, 4, "x")],
        [splice(2, 1, "x")],
        [splice(-1, 1, "x")],
    ],
)
def test_splices_that_cannot_all_be_meant_are_a_bug(splices: list[Splice]) -> None:
    with pytest.raises(ValueError, match="splice"):
        apply("abc", splices)


@given(st.lists(st.tuples(st.text(max_size=4), st.text(max_size=4), st.booleans())))
def test_each_stretch_is_replaced_and_the_rest_is_kept(parts: list[tuple[str, str, bool]]) -> None:
    text = expected = ""
    splices: list[Splice] = []
    for before, after, changed in parts:
        if changed:
            splices.append(splice(len(text), len(text) + len(before) + 1, after))
        text += before + "|"
        expected += after if changed else before + "|"
    assert apply(text, splices) == expected
