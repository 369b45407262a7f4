import pytest
from tests.docs.printed import agrees

PRINTED = "one\n\n  two   +1.0\nthree\n"


@pytest.mark.parametrize(
    "shown",
    [
        PRINTED,
        "...\n",
        "one\n...\nthree\n",
        "...\n  two +1.0\n...\n",
        "one\n\ntwo +1.0\n...\nthree\n...\n",
    ],
)
def test_what_is_left_out_may_be_anything(shown: str) -> None:
    assert agrees(shown, PRINTED)


@pytest.mark.parametrize(
    "shown",
    [
        "one\nthree\n",
        "...\ntwo +1.1\n...\n",
        "...\nthree\n...\none\n...\n",
        "one\n...\n  two   +1.0\n",
        "one... \n...\n",
    ],
)
def test_what_is_shown_must_be_printed_in_that_order(shown: str) -> None:
    assert not agrees(shown, PRINTED)
