"""Which page `at` names, held against the page where a quotation stands."""

from pathlib import Path

import pytest
from tests.quotations.making import pdf, quoting

from deciban.quotations.pages_named import pages_named

QUOTE = "The ledger was gone from its shelf"
PLAIN = pdf("One.", "Two.", f"{QUOTE}.", "Four.", f"{QUOTE}.")
NUMBERED = pdf(
    "One.",
    f"{QUOTE}.",
    setting="#set page(numbering: none, footer: context [#(counter(page).get().first() + 204)])",
)


@pytest.mark.parametrize(
    ("located", "pages"),
    [
        ("p. 12", [("12", "12")]),
        ("pp. 12-14", [("12", "14")]),
        ("pp. 123–5", [("123", "125")]),  # noqa: RUF001 (a dash between numbers)
        ("page xii", [("xii", "xii")]),
        ("12", [("12", "12")]),
        ("p. 12, 14", [("12", "12"), ("14", "14")]),
        ("paragraph 6.3", []),
        ("document 14", []),
        ("ch. 3", []),
        ("", []),
    ],
)
def test_pages_are_read_from_the_usual_ways_of_naming_them(
    located: str, pages: list[tuple[str, str]]
) -> None:
    assert list(pages_named(located)) == pages


@pytest.mark.parametrize("at", ["p. 3", "pp. 2-4", "3", "paragraph 12", "p. 1, 3"])
def test_a_page_that_agrees_is_passed_over_in_silence(at: str, tmp_path: Path) -> None:
    (found,) = quoting(tmp_path, PLAIN, QUOTE, name="a.pdf", at=at)
    assert found.verified
    assert found.problems == ()


def test_another_page_is_warned_of_and_both_are_told(tmp_path: Path) -> None:
    (found,) = quoting(tmp_path, PLAIN, QUOTE, name="a.pdf", at="p. 12")
    assert found.verified
    (problem,) = found.problems
    assert (problem.code, problem.is_error) == ("D569", False)
    assert problem.message == "the words of 'r0' stand on p. 3 of a.pdf, and `at` says 'p. 12'"
    assert problem.at is not None
    assert problem.at.line == 20


def test_of_several_places_the_one_that_is_named_is_told(tmp_path: Path) -> None:
    (found,) = quoting(tmp_path, PLAIN, QUOTE, name="a.pdf", at="p. 5")
    assert [place.page for place in found.places] == [5, 3]
    assert found.problems == ()


def test_the_number_printed_on_a_page_of_an_offprint_counts(tmp_path: Path) -> None:
    (found,) = quoting(tmp_path, NUMBERED, QUOTE, name="a.pdf", at="p. 206")
    assert found.problems == ()
    (found,) = quoting(tmp_path, NUMBERED, QUOTE, name="a.pdf", at="p. 205")
    assert [problem.code for problem in found.problems] == ["D569"]


def test_a_text_without_pages_is_not_held_to_any(tmp_path: Path) -> None:
    (found,) = quoting(tmp_path, f"{QUOTE}.", QUOTE, at="p. 12")
    assert found.verified
    assert found.problems == ()
