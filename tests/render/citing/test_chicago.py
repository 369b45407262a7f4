"""Notes and bibliography as the Chicago Manual of Style has them; all works here are invented."""

# ruff: noqa: RUF001 (quotation marks and dashes are what a printed citation has)

from collections.abc import Mapping

import pytest
from tests.render.citing.entries import day, listed, noted, noted_again, person, work

from deciban.render.citing import Citer, plain
from deciban.render.document.blocks import Run

Entry = Mapping[str, object]
HALE = person("Hale", "Ruth")

BOOK: Entry = {
    "type": "book",
    "title": "The Weight of Paper: A History, 1929-1941",
    "author": [HALE],
    "publisher-place": "London",
    "publisher": "Northmoor Press",
    "issued": day(1987),
}
EDITION: Entry = {
    "type": "book",
    "title": "Ash and Ink",
    "author": [HALE, person("Winter", "Carl", **{"non-dropping-particle": "de"})],
    "translator": [person("Ochs", "Lena")],
    "edition": "2nd ed.",
    "collection-title": "Records",
    "collection-number": "12",
    "issued": day(1990),
}
FOUR: Entry = {
    "type": "book",
    "title": "Many Hands",
    "author": [person(name, "Ann") for name in ("Able", "Baker", "Charles", "Dog")],
    "issued": day(2001),
}
EDITED: Entry = {
    "type": "book",
    "title": "Voices",
    "editor": [person("Ochs", "Lena"), person("Moor", "Ian")],
    "volume": "3",
    "issued": day(1999),
}
DIARY: Entry = {
    "type": "book",
    "title": "A Diary",
    "author": [person("Lund", "Edward E., III")],
    "editor": [person("Ochs", "Lena")],
    "number-of-volumes": "2",
    "issued": day(2003),
}
CHAPTER: Entry = {
    "type": "chapter",
    "title": "The Silent Clerk",
    "author": [HALE],
    "container-title": "Voices",
    "editor": [person("Ochs", "Lena")],
    "page": "101-118",
    "publisher-place": "London",
    "publisher": "Northmoor",
    "issued": day(1999),
}
ARTICLE: Entry = {
    "type": "article-journal",
    "title": 'Who Wrote "The Letter"?',
    "author": [person("Moor", "Ian")],
    "container-title": "Journal of Records",
    "volume": "12",
    "issue": "4",
    "page": "321-328",
    "DOI": "https://doi.org/10.1000/xyz-123",
    "issued": day(2004, 5),
}
NEWS: Entry = {
    "type": "article-newspaper",
    "title": "Ledger Found",
    "author": [person("Stone", "E.")],
    "container-title": "The Daily Post",
    "issued": day(1941, 6, 23),
}
UNSIGNED: Entry = {**NEWS, "author": []}
THESIS: Entry = {
    "type": "thesis",
    "title": "Silence as Evidence",
    "author": [person("Lund", "Ingrid")],
    "genre": "PhD diss.",
    "publisher": "University of Westmark",
    "issued": day(2010),
}
PAGE: Entry = {
    "type": "webpage",
    "title": "On <i>Pravda</i>",
    "author": [person("Stone", "E.")],
    "container-title": "Record Office",
    "URL": "https://example.org/a",
    "accessed": day(2020, 6, 3),
}
REPORT: Entry = {
    "type": "report",
    "title": "Questioned Initials",
    "author": [{"literal": "Forensic Office"}],
    "genre": "technical report",
    "number": "17",
    "issued": day(2023),
}
DOCUMENT: Entry = {
    "type": "document",
    "title": "Minutes of the board",
    "issued": day(2022, 1, 26),
    "archive_location": "box 4, folder 2",
    "archive": "Record Office",
    "archive-place": "London",
}
LETTER: Entry = {
    "type": "personal_communication",
    "author": [HALE],
    "recipient": [person("Moor", "Ian")],
    "genre": "letter",
    "issued": day(1941, 6, 1),
}
TRIAL: Entry = {
    "type": "legal_case",
    "title": "R v Stone",
    "volume": "2",
    "container-title": "Westmark Reports",
    "page": "467",
    "issued": day(1996),
}
DESCRIBED: Entry = {
    "type": "article-journal",
    "title": "[On the map games]",
    "author": [HALE],
    "container-title": "Journal of Records",
    "issue": "7",
    "issued": day(1993),
}
UNDATED: Entry = {"type": "book", "title": "Undated", "author": [HALE]}
NAMELESS: Entry = {"type": "book", "title": "Voices of 1941", "issued": day(1999)}
YEARS: Entry = {**UNDATED, "title": "Papers", "issued": {"date-parts": [[1960], [1965]]}}
ABOUT: Entry = {**UNDATED, "title": "Old", "issued": {"raw": "1941~"}}
AGAIN: Entry = {**UNDATED, "title": "Old", "original-date": day(1845), "issued": day(1990)}

FORMS = [
    (
        BOOK,
        "Ruth Hale, The Weight of Paper: A History, 1929–1941 (London: Northmoor Press, 1987), 45.",
        "Hale, The Weight of Paper, 45.",
        "Hale, Ruth. The Weight of Paper: A History, 1929–1941. London: Northmoor Press, 1987.",
    ),
    (
        EDITION,
        (
            "Ruth Hale and Carl de Winter, Ash and Ink, trans. Lena Ochs, 2nd ed., Records 12 "
            "(1990), 45."
        ),
        "Hale and de Winter, Ash and Ink, 45.",
        (
            "Hale, Ruth, and Carl de Winter. Ash and Ink. Translated by Lena Ochs. 2nd ed. "
            "Records 12. 1990."
        ),
    ),
    (
        FOUR,
        "Ann Able et al., Many Hands (2001), 45.",
        "Able et al., Many Hands, 45.",
        "Able, Ann, Ann Baker, Ann Charles, and Ann Dog. Many Hands. 2001.",
    ),
    (
        EDITED,
        "Lena Ochs and Ian Moor, eds., Voices, vol. 3 (1999), 45.",
        "Ochs and Moor, Voices, vol. 3, 45.",
        "Ochs, Lena, and Ian Moor, eds. Voices. Vol. 3. 1999.",
    ),
    (
        DIARY,
        "Edward E. Lund III, A Diary, ed. Lena Ochs, 2 vols. (2003), 45.",
        "Lund, A Diary, 45.",
        "Lund, Edward E., III. A Diary. Edited by Lena Ochs. 2 vols. 2003.",
    ),
    (
        CHAPTER,
        "Ruth Hale, “The Silent Clerk,” in Voices, ed. Lena Ochs (London: Northmoor, 1999), 45.",
        "Hale, “The Silent Clerk,” 45.",
        (
            "Hale, Ruth. “The Silent Clerk.” In Voices, edited by Lena Ochs, 101–18. London: "
            "Northmoor, 1999."
        ),
    ),
    (
        ARTICLE,
        (
            "Ian Moor, “Who Wrote ‘The Letter’?,” Journal of Records 12, no. 4 (2004): 45, "
            "https://doi.org/10.1000/xyz-123."
        ),
        "Moor, “Who Wrote ‘The Letter’?,” 45.",
        (
            "Moor, Ian. “Who Wrote ‘The Letter’?” Journal of Records 12, no. 4 (2004): 321–28. "
            "https://doi.org/10.1000/xyz-123."
        ),
    ),
    (
        NEWS,
        "E. Stone, “Ledger Found,” The Daily Post, June 23, 1941, 45.",
        "Stone, “Ledger Found,” 45.",
        "Stone, E. “Ledger Found.” The Daily Post, June 23, 1941.",
    ),
    (
        UNSIGNED,
        "“Ledger Found,” The Daily Post, June 23, 1941, 45.",
        "“Ledger Found,” 45.",
        "The Daily Post. “Ledger Found.” June 23, 1941.",
    ),
    (
        THESIS,
        "Ingrid Lund, “Silence as Evidence” (PhD diss., University of Westmark, 2010), 45.",
        "Lund, “Silence as Evidence,” 45.",
        "Lund, Ingrid. “Silence as Evidence.” PhD diss., University of Westmark, 2010.",
    ),
    (
        PAGE,
        "E. Stone, “On Pravda,” Record Office, accessed June 3, 2020, 45, https://example.org/a.",
        "Stone, “On Pravda,” 45.",
        "Stone, E. “On Pravda.” Record Office. Accessed June 3, 2020. https://example.org/a.",
    ),
    (
        REPORT,
        "Forensic Office, Questioned Initials, technical report 17 (2023), 45.",
        "Forensic Office, Questioned Initials, 45.",
        "Forensic Office. Questioned Initials. Technical report 17. 2023.",
    ),
    (
        DOCUMENT,
        "Minutes of the board, January 26, 2022, box 4, folder 2, Record Office, London, 45.",
        "Minutes of the board, January 26, 2022, 45.",
        "Minutes of the board. January 26, 2022. Box 4, folder 2, Record Office, London.",
    ),
    (
        LETTER,
        "Ruth Hale to Ian Moor, letter, June 1, 1941, 45.",
        "Hale, June 1, 1941, 45.",
        "Hale, Ruth. To Ian Moor. Letter. June 1, 1941.",
    ),
    (
        TRIAL,
        "R v Stone, 2 Westmark Reports 467, 1996, 45.",
        "R v Stone, 1996, 45.",
        "R v Stone. 2 Westmark Reports 467. 1996.",
    ),
    (
        DESCRIBED,
        "Ruth Hale, [On the map games], Journal of Records, no. 7 (1993): 45.",
        "Hale, [On the map games], 45.",
        "Hale, Ruth. [On the map games]. Journal of Records, no. 7 (1993).",
    ),
    (UNDATED, "Ruth Hale, Undated, 45.", "Hale, Undated, 45.", "Hale, Ruth. Undated."),
    (NAMELESS, "Voices of 1941 (1999), 45.", "Voices of 1941, 45.", "Voices of 1941. 1999."),
    (
        YEARS,
        "Ruth Hale, Papers (1960–65), 45.",
        "Hale, Papers, 45.",
        "Hale, Ruth. Papers. 1960–65.",
    ),
    (ABOUT, "Ruth Hale, Old (ca. 1941), 45.", "Hale, Old, 45.", "Hale, Ruth. Old. ca. 1941."),
    (
        AGAIN,
        "Ruth Hale, Old (1845; 1990), 45.",
        "Hale, Old, 45.",
        "Hale, Ruth. Old. 1845; 1990.",
    ),
]


@pytest.mark.parametrize(("entry", "note", "later", "line"), FORMS, ids=lambda each: str(each)[:24])
def test_a_work_is_cited_as_the_manual_has_it(
    entry: Entry, note: str, later: str, line: str
) -> None:
    assert noted(entry, "p. 45") == note
    assert noted_again(entry, "p. 45") == later
    assert listed(entry) == line


@pytest.mark.parametrize(
    ("entry", "at", "note"),
    [
        (BOOK, "pp. 3-5", "(London: Northmoor Press, 1987), 3–5."),
        (BOOK, "ch. 2", "(London: Northmoor Press, 1987), chap. 2."),
        (BOOK, "n. 229", "(London: Northmoor Press, 1987), n. 229."),
        (BOOK, "nn. 229-30", "(London: Northmoor Press, 1987), nn. 229–30."),
        (BOOK, "116 (via Moor n. 244)", "1987), 116 (via Moor n. 244)."),
        (BOOK, "n. 3 (as in 4 and 5)", "1987), n. 3 (as in 4 and 5)."),
        (BOOK, "doc. 3579-PS", "1987), doc. 3579-PS."),
        (BOOK, "RGASPI f. 558, op. 1", "1987), RGASPI f. 558, op. 1."),
        (DIARY, "vol. 2 doc. 570", "ed. Lena Ochs (2003), vol. 2 doc. 570."),
        (ARTICLE, "n. 5", "12, no. 4 (2004), n. 5, https://doi.org/10.1000/xyz-123."),
        (ARTICLE, None, "12, no. 4 (2004): 321–28, https://doi.org/10.1000/xyz-123."),
        (CHAPTER, None, "(London: Northmoor, 1999), 101–18."),
    ],
)
def test_a_place_in_a_work_stands_where_the_manual_has_it(
    entry: Entry, at: str | None, note: str
) -> None:
    assert noted(entry, at).endswith(note)


def test_titles_of_books_are_italic_and_italics_in_them_upright() -> None:
    entry = {"type": "book", "title": "On <i>Pravda</i>"}
    assert Citer([work(entry)]).note(["w"]) == (
        Run("On ", "emphasis"),
        Run("Pravda.", "plain"),
    )


def test_a_full_stop_goes_inside_the_quotation_marks_with_the_style_it_finds_there() -> None:
    [prose] = Citer([work({"type": "speech", "title": "On <i>Pravda</i>"})]).works(["w"])
    assert prose == (Run("“On ", "plain"), Run("Pravda.", "emphasis"), Run("”", "plain"))


def test_a_short_title_that_is_given_is_used() -> None:
    assert noted_again({**BOOK, "title-short": "Paper"}) == "Hale, Paper."
    assert noted_again({**BOOK, "shortTitle": "Paper"}) == "Hale, Paper."


def test_two_works_of_one_author_and_title_are_told_apart_by_their_volumes() -> None:
    one, two = (work({**BOOK, "id": each, "volume": each}) for each in "34")
    citer = Citer([one, two])
    citer.note(["3", "4"])
    assert plain(citer.note(["3", "4"], None)) == (
        "Hale, The Weight of Paper, vol. 3; Hale, The Weight of Paper, vol. 4."
    )


def test_the_bibliography_is_ordered_by_author_and_then_by_title() -> None:
    entries = [
        {**BOOK, "id": "b", "title": "The Apple"},
        {**BOOK, "id": "c", "title": "Bread"},
        {**NAMELESS, "id": "d", "title": "\N{LATIN CAPITAL LETTER A WITH DIAERESIS}pfel"},
        {**UNSIGNED, "id": "e"},
        {**EDITED, "id": "f"},
        {**CHAPTER, "id": "g", "author": [], "title": "Kin"},
    ]
    citer = Citer(map(work, entries))
    assert [key for key, _ in citer.listed("gfedcb")] == ["d", "e", "b", "c", "g", "f"]
