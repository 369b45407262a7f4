"""What is suggested where a quotation is not found, and that it is never more than suggested."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.quotations.making import quoting
from tests.quotations.test_places import look

from deciban.quotations import Difference, State
from deciban.quotations.document import Document, Page

TEXT = """\
On the Monday, soon after eight, the clerk went up to the office of the club.
He saw at once that the ledger was gone from its shelf. He told the treasurer so
in the evening. The treasurer asked him to be quiet about it until the auditors
had been, "for the good of the club", and the clerk was quiet.
"""


@pytest.mark.parametrize(
    ("quote", "told", "hint"),
    [
        (
            "the ledger is gone from its shelf",
            'line 2 has "was" where the quotation has "is"',
            "quote it as it stands",
        ),
        ("the ledger was gone from shelf", 'line 2 has "its" as well', "mark what you left out"),
        (
            "the old ledger was gone from its shelf",
            'line 2 has no "old"',
            "quote it as it stands",
        ),
        (
            "The ledger was gone from its shelf",
            'line 2 has "the" where the quotation has "The"',
            "write `[T]he`",
        ),
        (
            "He told the Treasurer so in the evening. The treasurer asked him to be silent",
            'lines 2-3 have "treasurer" where the quotation has "Treasurer" (1 more difference)',
            "quote it as it stands",
        ),
        (
            "He saw at once [...] to be quiet of it until the auditors",
            'line 3 has "about" where the quotation has "of"',
            "quote it as it stands",
        ),
    ],
)
def test_a_near_miss_says_what_the_document_has(
    quote: str, told: str, hint: str, tmp_path: Path
) -> None:
    (found,) = quoting(tmp_path, TEXT, quote)
    assert found.state is State.NEAR
    assert not found.verified
    (problem,) = found.problems
    assert problem.code == "D567"
    assert problem.is_error
    assert problem.message == f"'r0' does not quote document.txt as it stands: {told}"
    assert hint in problem.hint


def test_both_readings_can_be_put_together_from_the_differences(tmp_path: Path) -> None:
    (found,) = quoting(tmp_path, TEXT, "the ledger is gone from that old shelf. He told")
    assert found.differences == (
        Difference("the ledger", "was", "is"),
        Difference("gone from", "its", "that old"),
        Difference("shelf. He told", "", ""),
    )


def test_what_makes_no_difference_is_not_shown_as_one(tmp_path: Path) -> None:
    text = "(The clerk said,4 and he knew - for once - what was go-\ning on.)"
    (found,) = quoting(tmp_path, text, "The clerk said, and I knew—for once—what was going on")
    assert [(each.document, each.quoted) for each in found.differences] == [("he", "I"), ("", "")]


def test_a_comma_is_a_difference(tmp_path: Path) -> None:
    (found,) = quoting(tmp_path, TEXT, "On the Monday soon after eight, the clerk went up")
    assert [(each.document, each.quoted) for each in found.differences] == [
        ("Monday,", "Monday"),
        ("", ""),
    ]


def test_words_like_nothing_in_the_document_are_not_there(tmp_path: Path) -> None:
    (found,) = quoting(tmp_path, TEXT, "Nothing of the kind has ever been heard of by us")
    assert found.state is State.MISSING
    assert found.places == ()
    (problem,) = found.problems
    assert problem.code == "D566"
    assert problem.message == "the words of 'r0' are not in document.txt, nor is anything like them"


def test_the_part_that_is_missing_is_named(tmp_path: Path) -> None:
    (found,) = quoting(tmp_path, TEXT, "the ledger was gone [...] and nobody wept for her")
    assert found.state is State.MISSING
    assert found.problems[0].message.startswith('the words "and nobody wept for her" of')


def test_parts_in_another_order_are_not_one_quotation(tmp_path: Path) -> None:
    (found,) = quoting(tmp_path, TEXT, "He told the treasurer [...] the clerk went up")
    assert found.state is State.NEAR
    assert found.problems[0].message == (
        "the parts of 'r0' are in document.txt, but do not follow one another: "
        "the first stands in line 2, the last in line 1"
    )


def test_the_nearest_of_several_passages_is_suggested(tmp_path: Path) -> None:
    text = "the ledger was lost on Monday.\n" * 30 + "the ledger was gone on Tuesday, he says.\n"
    (found,) = quoting(tmp_path, text + text[:31] * 30, "the ledger was gone on Tuesday, he said")
    assert found.where == "line 31 of document.txt"


def test_a_document_gives_no_commands_to_a_terminal(tmp_path: Path) -> None:
    text = "the ledger was \x1b[31mgone\x1b[0m from\x07 its \N{RIGHT-TO-LEFT OVERRIDE}shelf"
    (found,) = quoting(tmp_path, text, "the ledger is gone from its old shelf")
    told = f"{found.problems} {found.differences}"
    assert "\\x1b" not in told
    assert "\\x07" not in told
    assert "\\u202e" not in told


@given(st.text(max_size=200), st.text(min_size=1, max_size=60))
def test_whatever_islooked_for_in_whatever_the_letters_found_are_those_quoted(
    text: str, quote: str
) -> None:
    document = Document((Page(tuple(text.split("\n"))),), numbered=True)
    found = look(document, quote)
    assert found.verified == (found.state is State.FOUND)
    assert found.verified or any(problem.is_error for problem in found.problems)


@given(st.text(alphabet="aAbB ", max_size=80), st.text(alphabet="aAbB ", min_size=1, max_size=12))
def test_without_marks_a_quotation_is_found_exactly_where_its_words_stand(
    text: str, quote: str
) -> None:
    words, wanted = text.split(), quote.split()
    stands = any(words[at : at + len(wanted)] == wanted for at in range(len(words)))
    found = look(Document((Page((text,)),), numbered=True), quote)
    assert found.verified == (stands and bool(wanted))
