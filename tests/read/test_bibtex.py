"""BibTeX: what is sound is kept, what is not is shown where it stands, and LaTeX becomes text."""

import logging

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deciban.case.csl import Dated, Day, date_of
from deciban.read.bibtex import read_bibtex
from deciban.read.csl_json import Found
from deciban.read.latex import in_words


def _found(text: str) -> Found:
    return read_bibtex(text, "sources.bib")


def _entry(text: str) -> dict[str, object]:
    found = _found(text)
    assert found.problems == ()
    return dict(found.works[-1].entry)


def test_a_book_says_in_csl_what_it_said_in_bibtex() -> None:
    entry = _entry(
        "@Book{hale1987, Author = {Hale, Ruth and Moor, Ian}, title = {The {Weight} of Paper},\n"
        " subtitle = {A History}, year = 1987, month = may, publisher = {Northmoor},\n"
        ' address = "London", edition = {2}, series = {Records}, number = {12},\n'
        " volume = {3}, isbn = {123}, doi = {10.1000/a\\_b}, url = {https://example.org/a_b\\%20c}}"
    )
    assert entry == {
        "id": "hale1987",
        "type": "book",
        "title": "The Weight of Paper: A History",
        "author": [{"family": "Hale", "given": "Ruth"}, {"family": "Moor", "given": "Ian"}],
        "issued": {"date-parts": [[1987, 5]]},
        "publisher": "Northmoor",
        "publisher-place": "London",
        "edition": "2",
        "collection-title": "Records",
        "collection-number": "12",
        "volume": "3",
        "ISBN": "123",
        "DOI": "10.1000/a_b",
        "URL": "https://example.org/a_b%20c",
    }


def test_an_article_has_its_journal_its_issue_and_its_pages() -> None:
    entry = _entry("@article{a, title={T}, journal={J}, volume=12, number=4, pages={321--328}}")
    assert (entry["type"], entry["container-title"]) == ("article-journal", "J")
    assert (entry["volume"], entry["issue"], entry["page"]) == ("12", "4", "321-328")


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        ("@incollection{", "chapter"),
        ("@InBook{", "chapter"),
        ("@inproceedings{", "paper-conference"),
        ("@phdthesis{", "thesis"),
        ("@techreport{", "report"),
        ("@unpublished{", "manuscript"),
        ("@online{", "webpage"),
        ("@misc{", "document"),
        ("@jurisdiction{", "legal_case"),
        ("@somethingelse{", "document"),
    ],
)
def test_each_type_is_the_type_of_csl_that_means_it(head: str, kind: str) -> None:
    assert _entry(head + "a, title = {T}}")["type"] == kind


def test_a_miscellany_with_an_address_is_a_page() -> None:
    entry = _entry("@misc{a, title={T}, howpublished={\\url{https://example.org/a}}}")
    assert (entry["type"], entry["URL"]) == ("webpage", "https://example.org/a")
    assert "publisher" not in entry


def test_a_newspaper_is_told_by_its_subtype() -> None:
    assert _entry("@article{a, entrysubtype={newspaper}}")["type"] == "article-newspaper"


def test_a_thesis_says_of_which_kind_it_is() -> None:
    assert _entry("@phdthesis{a, school={Lund}}")["genre"] == "PhD diss."
    assert (
        _entry("@thesis{a, type={mathesis}}")["genre"]
        == "master\N{RIGHT SINGLE QUOTATION MARK}s thesis"
    )
    assert _entry("@thesis{a, type={Habilitation}}")["genre"] == "Habilitation"


@pytest.mark.parametrize(
    ("written", "person"),
    [
        ("Hale, Ruth", {"family": "Hale", "given": "Ruth"}),
        ("Ruth Hale", {"family": "Hale", "given": "Ruth"}),
        (
            "Charles de Gaulle",
            {"family": "Gaulle", "given": "Charles", "non-dropping-particle": "de"},
        ),
        ("King, Jr., Martin", {"family": "King", "given": "Martin", "suffix": "Jr."}),
        ("{Record Office and Sons}", {"literal": "Record Office and Sons"}),
        (
            '{\\"O}zg{\\"u}r, Ali',
            {
                "family": "Özgür",
                "given": "Ali",
            },
        ),
        ("others", {"literal": "others"}),
    ],
)
def test_a_name_is_taken_apart_as_bibtex_does(written: str, person: dict[str, str]) -> None:
    assert _entry(f"@book{{a, author = {{{written}}}}}")["author"] == [person]


@pytest.mark.parametrize(
    ("fields", "dated"),
    [
        ("date = {1941-06-22}", Dated(Day(1941, 6, 22))),
        ("date = {1941-06/1941-07}", Dated(Day(1941, 6), Day(1941, 7))),
        ("date = {1941~}", Dated(Day(1941), about=True)),
        ("year = 1941, month = {6}, day = 22", Dated(Day(1941, 6))),
        ("year = 1941, month = jun, day = 22", Dated(Day(1941, 6, 22))),
        ('year = 1941, month = "22~" # jun', Dated(Day(1941, 6, 22))),
        ("year = {c. 1941}", Dated(Day(1941), about=True)),
        ("year = {in press}", Dated(words="in press")),
    ],
)
def test_a_date_is_read_as_bibtex_and_biblatex_write_it(fields: str, dated: Dated) -> None:
    assert date_of(_entry(f"@book{{a, {fields}}}")) == dated


def test_a_string_stands_for_its_words_and_pieces_are_joined() -> None:
    entry = _entry(
        '@string{nm = "Northmoor"}\n@book{a, publisher = nm # " Press" # {, Ltd}, address = nm}'
    )
    assert entry["publisher"] == "Northmoor Press, Ltd"
    assert entry["publisher-place"] == "Northmoor"


def test_a_chapter_takes_over_what_its_book_says() -> None:
    text = (
        "@incollection{a, crossref = {B}, title = {T}, author = {Hale, R}}\n"
        "@book{b, title = {Voices}, editor = {Ochs, L}, author = {X, Y}, year = 1999, "
        "publisher = {Northmoor}}"
    )
    work = _found(text).works[0]
    assert work.entry["container-title"] == "Voices"
    assert work.entry["publisher"] == "Northmoor"
    assert work.entry["author"] == [{"family": "Hale", "given": "R"}]
    assert work.year == "1999"


@pytest.mark.parametrize(
    ("latex", "words"),
    [
        ("Na{\\v{c}}al'nyi", "Na\N{LATIN SMALL LETTER C WITH CARON}al'nyi"),
        ("\\'etude", "\N{LATIN SMALL LETTER E WITH ACUTE}tude"),
        ("The {NATO} file", "The NATO file"),
        ("A \\& B", "A & B"),
        ("A & B {C}", "A & B C"),
        ("50% of {it}", "50% of it"),
        ("a_b {c}", "a_b c"),
        ("1--3", "1\N{EN DASH}3"),
        ("On \\emph{Pravda}", "On <i>Pravda</i>"),
        ("$x^2$ {a}", "$x^2$ a"),
        ("\\input{/etc/passwd}", ""),
        ("plain  words", "plain words"),
    ],
)
def test_latex_becomes_the_characters_it_stands_for(latex: str, words: str) -> None:
    assert in_words(latex) == words


BROKEN = """@book{sound, title = {Sound}}

  @book{open, title = {Never {closed}
@book{next, title = {Next}}
@book{equals, title {No sign}}
@book{comma, title = {One} year = 1990}
@book{lost title = {No comma}}
book{unsigned, title = {No at}}
@book{, title = {No key}}
@book{twice, title = {A}, title = {B}}
@book{last, title = {L"""


def test_every_entry_that_cannot_be_read_is_placed_and_the_others_are_kept() -> None:
    found = _found(BROKEN)
    assert [work.id for work in found.works] == ["sound", "next", "twice"]
    places = [(each.code, each.at.line, each.at.column) for each in found.problems if each.at]
    assert places == [
        ("D254", 3, 3),
        ("D254", 5, 1),
        ("D254", 6, 1),
        ("D254", 7, 1),
        ("D254", 8, 1),
        ("D254", 9, 1),
        ("D255", 10, 1),
        ("D254", 11, 1),
    ]
    assert {"open", "equals", "comma", "last"} <= found.broken


def test_a_key_twice_is_left_for_the_bibliography_to_tell() -> None:
    assert [work.id for work in _found("@book{a, title={A}}\n@book{a, title={B}}").works] == [
        "a",
        "a",
    ]


def test_the_library_says_nothing_by_itself(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG, logger="root"):
        _found(BROKEN)
    assert caplog.records == []


def test_comments_and_preambles_are_no_works() -> None:
    text = (
        '% note\n@comment{x}\n@preamble{"\\newcommand{a}"}\nwords @ {between}\n@book{a, title={A}}'
    )
    assert [work.id for work in _found(text).works] == ["a"]
    assert _found(text).problems == ()


SIGNS = ["@", ",", " = ", "{", "}", '"', "#", "\n", "\\", "\\'", "$", "%", ")", "\\begin{"]
WORDS = [
    "@book{",
    "@article(",
    "key",
    "title",
    "and ",
    "author = {",
    "year = ",
    "1941",
    "crossref = ",
]


@given(st.lists(st.sampled_from([*SIGNS, *WORDS]), max_size=25).map("".join))
def test_any_text_is_works_or_problems_with_a_place(text: str) -> None:
    found = _found(text)
    lines = text.count("\n") + 1
    for problem in found.problems:
        assert problem.at is not None
        assert 1 <= problem.at.line <= lines
        assert problem.hint
    assert all(work.id for work in found.works)


@given(st.text(alphabet="\\{}$%&#^_~'\"`[]() abxyz-", max_size=30))
def test_any_latex_is_some_text(latex: str) -> None:
    assert isinstance(in_words(latex), str)
