"""No comment is missed, and nothing else is taken for one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deciban.read.yaml_tree import parse


def comments(text: str) -> list[tuple[str, int, bool]]:
    document = parse(text, "c")
    for comment in document.comments:
        assert text[comment.at.start : comment.at.end] == comment.text
    return [(comment.text, comment.at.line, comment.own_line) for comment in document.comments]


def test_comments_of_every_kind_are_found() -> None:
    text = (
        "# head\na: b  # behind\nc:  #empty\n  - d # item\n  # between\ne: {f: g, # in\n  h: i}\n#"
    )
    assert comments(text) == [
        ("# head", 1, True),
        ("# behind", 2, False),
        ("#empty", 3, False),
        ("# item", 4, False),
        ("# between", 5, True),
        ("# in", 6, False),
        ("#", 8, True),
    ]


@pytest.mark.parametrize(
    "text",
    ["a: b#c\n", "a: 'b # c'\n", 'a: "b\n  # c"\n', "a: |\n  # b\n  c\n", "a#b: c\n", "'# a': b\n"],
)
def test_a_number_sign_inside_text_is_no_comment(text: str) -> None:
    assert comments(text) == []


def test_a_block_has_a_comment_only_behind_its_sign_and_after_its_end() -> None:
    text = "a: >-  # one\n  b\n  # text\n\n # two\n# three\nc: d\n"
    assert [comment[0] for comment in comments(text)] == ["# one", "# two", "# three"]


LINES = ("a{}: b", "c{}: 'd # e'", "f{}: [g, 'h #']", "i{}: >-\n  j # k", 'l{}: "m\n  # n"')


@given(
    st.lists(
        st.tuples(st.sampled_from(LINES), st.booleans(), st.booleans()), min_size=1, max_size=9
    )
)
def test_comments_put_into_a_text_are_the_comments_found(
    parts: list[tuple[str, bool, bool]],
) -> None:
    text = ""
    put: list[str] = []
    for number, (line, above, behind) in enumerate(parts):
        if above:
            put.append(f"# above {number}")
            text += put[-1] + "\n"
        text += line.format(number)
        if behind and ">-" not in line:
            put.append(f"# behind {number}")
            text += "  " + put[-1]
        text += "\n"
    assert [comment[0] for comment in comments(text)] == put
