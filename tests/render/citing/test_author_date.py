"""Citations by author and year, and their list of references."""

# ruff: noqa: RUF001 (quotation marks and dashes are what a printed citation has)

from collections.abc import Mapping

import pytest
from tests.render.citing.entries import day, listed, noted, person, work
from tests.render.citing.test_chicago import (
    AGAIN,
    ARTICLE,
    BOOK,
    CHAPTER,
    DESCRIBED,
    DIARY,
    DOCUMENT,
    EDITED,
    FOUR,
    LETTER,
    NAMELESS,
    NEWS,
    PAGE,
    THESIS,
    UNDATED,
    UNSIGNED,
    YEARS,
)

from deciban.render.citing import AUTHOR_DATE, Citer, plain

Entry = Mapping[str, object]

FORMS = [
    (
        BOOK,
        "(Hale 1987, 45)",
        "Hale, Ruth. 1987. The Weight of Paper: A History, 1929–1941. London: Northmoor Press.",
    ),
    (
        FOUR,
        "(Able et al. 2001, 45)",
        "Able, Ann, Ann Baker, Ann Charles, and Ann Dog. 2001. Many Hands.",
    ),
    (EDITED, "(Ochs and Moor 1999, 45)", "Ochs, Lena, and Ian Moor, eds. 1999. Voices. Vol. 3."),
    (
        DIARY,
        "(Lund 2003, 45)",
        "Lund, Edward E., III. 2003. A Diary. Edited by Lena Ochs. 2 vols.",
    ),
    (
        CHAPTER,
        "(Hale 1999, 45)",
        (
            "Hale, Ruth. 1999. “The Silent Clerk.” In Voices, edited by Lena Ochs, 101–18. London: "
            "Northmoor."
        ),
    ),
    (
        ARTICLE,
        "(Moor 2004, 45)",
        (
            "Moor, Ian. 2004. “Who Wrote ‘The Letter’?” Journal of Records 12 (4): 321–28. "
            "https://doi.org/10.1000/xyz-123."
        ),
    ),
    (NEWS, "(Stone 1941, 45)", "Stone, E. 1941. “Ledger Found.” The Daily Post, June 23."),
    (
        UNSIGNED,
        "(The Daily Post 1941, 45)",
        "The Daily Post. 1941. “Ledger Found.” June 23.",
    ),
    (
        THESIS,
        "(Lund 2010, 45)",
        "Lund, Ingrid. 2010. “Silence as Evidence.” PhD diss., University of Westmark.",
    ),
    (
        PAGE,
        "(Stone n.d., 45)",
        "Stone, E. n.d. “On Pravda.” Record Office. Accessed June 3, 2020. https://example.org/a.",
    ),
    (
        DOCUMENT,
        "(Minutes of the board 2022, 45)",
        "Minutes of the board. 2022. January 26. Box 4, folder 2, Record Office, London.",
    ),
    (LETTER, "(Hale 1941, 45)", "Hale, Ruth. 1941. To Ian Moor. Letter. June 1."),
    (
        DESCRIBED,
        "(Hale 1993, 45)",
        "Hale, Ruth. 1993. [On the map games]. Journal of Records, no. 7.",
    ),
    (UNDATED, "(Hale n.d., 45)", "Hale, Ruth. n.d. Undated."),
    (NAMELESS, "(Voices of 1941 1999, 45)", "Voices of 1941. 1999."),
    (YEARS, "(Hale 1960–65, 45)", "Hale, Ruth. 1960–65. Papers."),
    (AGAIN, "(Hale (1845) 1990, 45)", "Hale, Ruth. (1845) 1990. Old."),
]


@pytest.mark.parametrize(("entry", "cited", "line"), FORMS, ids=lambda each: str(each)[:24])
def test_a_work_is_cited_by_author_and_year(entry: Entry, cited: str, line: str) -> None:
    assert noted(entry, "p. 45", AUTHOR_DATE) == cited
    assert listed(entry, AUTHOR_DATE) == line


def _citer(*entries: Entry) -> Citer:
    return Citer(map(work, entries), AUTHOR_DATE)


def test_works_of_one_author_and_year_get_letters_in_the_order_of_their_titles() -> None:
    ash = {**BOOK, "id": "ash", "title": "Ash"}
    ink = {**BOOK, "id": "ink", "title": "Ink"}
    other = {**BOOK, "id": "other", "issued": day(1988)}
    citer = _citer(ink, ash, other)
    assert plain(citer.note(["ink", "ash", "other"])) == "(Hale 1987b; Hale 1987a; Hale 1988)"
    assert [plain(each)[:18] for each in citer.works()] == [
        "Hale, Ruth. 1987a.",
        "Hale, Ruth. 1987b.",
        "Hale, Ruth. 1988. ",
    ]


def test_one_year_of_two_authors_needs_no_letters() -> None:
    other = {**BOOK, "id": "other", "author": [person("Moor", "Ian")]}
    assert (
        plain(_citer({**BOOK, "id": "a"}, other).note(["a", "other"])) == "(Hale 1987; Moor 1987)"
    )


def test_an_author_whom_the_sentence_names_is_left_out() -> None:
    prose = _citer({**BOOK, "id": "a"}).in_text("As Hale [-@a, p. 45] says, so it was [@a].")
    assert plain(prose) == "As Hale (1987, 45) says, so it was (Hale 1987)."


def test_the_list_is_ordered_by_author_and_then_by_year() -> None:
    early = {**BOOK, "id": "early", "title": "Zinc", "issued": day(1901)}
    undated = {**UNDATED, "id": "undated", "title": "Apples"}
    citer = _citer(undated, {**BOOK, "id": "late"}, early)
    assert [key for key, _ in citer.listed(["undated", "late", "early"])] == [
        "early",
        "late",
        "undated",
    ]
