# ruff: noqa: RUF001 (signs of every shape are what is tested)
"""What counts as standing in a document, and what does not."""

from pathlib import Path

import pytest
from tests.quotations.making import quoting

from deciban.quotations import Mark, State

LEDGER = """\
I went up at eight. The “ledger” was gone — from its shelf — and no-
body had signed for it, which the trea-
surer’s own rule forbids.  The co-
operative books stood as ever.3
   At noon I re-opened the cup-
board, pre-
and post-war books alike; nothing. It is in the ofﬁce of 1912–13, they said,4 or in M16.
He [the porter] was well known.[12] Mr Green told the boys' father so.
"""


@pytest.mark.parametrize(
    "quote",
    [
        "I went up at eight.",
        "I went up at eight",
        "went   up \t at eight",
        'The "ledger" was gone',
        "The 'ledger' was gone",
        "The «ledger» was gone",
        "‘I went up at eight’",
        "gone - from its shelf - and",
        "gone—from its shelf—and",
        "gone -- from its shelf --- and",
        "nobody had signed",
        "no-body had signed",
        "no- body had signed",
        "the treasurer's own rule forbids",
        "the treasurer’s own rule forbids",
        "The co-operative books",
        "The cooperative books",
        "I re-opened the cupboard",
        "I re-opened the cupboard, pre- and post-war books alike",
        "in the office of 1912-13",
        "of 1912–13, they said, or in M16",
        "they said,4 or in M16",
        "as ever. At noon",
        "as ever.3 At noon",
        "well known. Mr Green",
        "the boys' father",
        "the boys’ father",
        "cup\N{SOFT HYPHEN}board, pre-",
        "had\N{NO-BREAK SPACE}signed for it",
    ],
)
def test_what_only_looks_different_is_the_same(quote: str, tmp_path: Path) -> None:
    (found,) = quoting(tmp_path, LEDGER, quote)
    assert found.verified, found.problems
    assert found.problems == () or {each.code for each in found.problems} <= {"D568"}


@pytest.mark.parametrize(
    "quote",
    [
        "i went up at eight",
        "I Went up at eight",
        "I went up at nine",
        "I went at eight",
        "I went straight up at eight",
        "went up I at eight",
        "I went up at eigh",
        "went up at eight! The",
        "the treasurers own rule",
        "The 'ledger' was gone from its shelf",
        "gone-from its shelf",
        "I reopened the cupboard",
        "the office of 1912—13",
        "of 191213, they said",
        "or in M1",
        "or in M",
        "they said,5 or in",
        "up at eight.3 The",
        "stood as everAt noon",
        "up ateight",
        "u p at eight",
    ],
)
def test_what_is_different_is_not_the_same(quote: str, tmp_path: Path) -> None:
    (found,) = quoting(tmp_path, LEDGER, quote)
    assert not found.verified
    assert [each.code for each in found.problems] in (["D567"], ["D566"])


@pytest.mark.parametrize(
    "quote",
    [
        "I went up [...] and nobody had signed",
        "I went up ... and nobody had signed",
        "I went up … and nobody had signed",
        "I went up. . . . and nobody had signed",
        "... went up at eight ...",
        "[...] went up at eight [...]",
        "I went [up] at eight",
        "I went [upstairs] at eight",
        "[He] went up at eight",
        "[t]he 'ledger' was gone",
        "... [n]obody had signed",
        "[N]obody had signed",
        "I went up [sic] at eight",
        "I went up [?] at eight",
        "He [the porter] was well known",
        "He [Mr White] was well known",
        "the cup[boards] [...] nothing",
        "[sign]ed for it",
        "at eight[,] The 'ledger'",
        "I went up at eight [he says]",
        "from its shelf [...] It is in [...] told the boys",
        "well[-]known",
    ],
)
def test_marks_stand_for_what_they_mark(quote: str, tmp_path: Path) -> None:
    (found,) = quoting(tmp_path, LEDGER, quote)
    assert found.verified, found.problems


@pytest.mark.parametrize(
    "quote",
    [
        "and nobody had signed [...] I went up",
        "I went [sic] at eight",
        "I went [?] at eight",
        "[W]e 'ledger' was gone",
        "T[h]e 'ledger' was lost",
        "I went [...]p at eight",
        "was [away] and nobody had signed",
        "had sign[ed up] for it all",
        "at eight [,] 'ledger' was",
    ],
)
def test_marks_stand_for_nothing_else(quote: str, tmp_path: Path) -> None:
    (found,) = quoting(tmp_path, LEDGER, quote)
    assert not found.verified


def test_what_is_left_out_may_fill_two_pages_and_no_more(tmp_path: Path) -> None:
    near = "It began well enough. " + "word " * 1_200 + "It ended in tears."
    far = "It began well enough. " + "word " * 1_300 + "It ended in tears."
    quote = "It began well enough [...] It ended in tears"
    assert quoting(tmp_path, near, quote)[0].verified
    (found,) = quoting(tmp_path, far, quote)
    assert found.state is State.NEAR
    assert "do not follow one another" in found.problems[0].message


def test_an_insertion_stands_for_three_words_and_no_more(tmp_path: Path) -> None:
    text = "He gave it to the old man at once. He gave it to the very old man at noon."
    once, noon = quoting(tmp_path, text, "gave it to [him] at once", "gave it to [him] at noon")
    assert once.verified
    assert not noon.verified


def test_words_behind_commas_are_words_too(tmp_path: Path) -> None:
    text = "He gave it to her,him,them,us and was glad."
    (found,) = quoting(tmp_path, text, "He gave it to [them] and was glad")
    assert not found.verified


def test_what_a_mark_stands_for_is_shown(tmp_path: Path) -> None:
    text = "In the end he did not go, for the road - they said - was closed to the old man."
    quote = "he did [indeed] go [...] was [quite] closed to [him]"
    (found,) = quoting(tmp_path, text, f"[H]e did{quote[6:]}")
    assert found.marks == (
        Mark("[indeed]", "not"),
        Mark("[...]", ", for the road - they said"),
    )


def test_the_words_of_a_citation_in_a_quotation_are_not_looked_for(tmp_path: Path) -> None:
    (found,) = quoting(tmp_path, LEDGER, "I went up at eight [@ledger, p. 3].")
    assert found.verified


def test_a_broken_word_at_the_end_of_a_line_of_old_files_is_joined(tmp_path: Path) -> None:
    text = "The trea¬\nsurer and the trea\N{SOFT HYPHEN}\nsurer of the club"
    first, second = quoting(tmp_path, text, "The treasurer and the", "the treasurer of the club")
    assert first.verified
    assert second.verified


def test_a_quotation_that_stands_in_several_places_tells_all_of_them(tmp_path: Path) -> None:
    text = "He said nothing.\n\nHe did nothing.\nHe said nothing.\n"
    (found,) = quoting(tmp_path, text, "He said nothing")
    assert [place.line for place in found.places] == [1, 4]
    assert found.where == "line 1 of document.txt"
