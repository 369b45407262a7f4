"""A document as PDF."""

import io
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from pypdf import PdfReader
from pypdf.generic import DictionaryObject
from tests.render.document.hostile import NASTY, documents, everywhere
from tests.render.document.said import links
from tests.render.document.sample import ADDRESS, ALT, BARS, SAMPLE, bars

from deciban.render.document.blocks import (
    Bullets,
    Callout,
    Column,
    Document,
    Figure,
    Footnote,
    Heading,
    Link,
    Paragraph,
    Run,
    Table,
)
from deciban.render.document.sound import sound
from deciban.render.document.typst import broken, lacking, write_pdf

MAY_BREAK = "\N{ZERO WIDTH SPACE}"


def read(document: Document) -> PdfReader:
    return PdfReader(io.BytesIO(write_pdf(document)))


def words(document: Document) -> str:
    """The words of a PDF, without space, hyphens and ligatures: lines are broken as they come."""
    text = "".join(page.extract_text() for page in read(document).pages)
    return _squeezed(text)


def _squeezed(text: str) -> str:
    return re.sub(r"[\s\u200b\u00ad\u2010-]", "", unicodedata.normalize("NFKC", text))


def paragraphs(*texts: str) -> Document:
    return Document("T", "", "", tuple(Paragraph((Run(text),)) for text in texts))


def _addresses(reader: PdfReader) -> Iterator[str]:
    for page in reader.pages:
        for each in page.get("/Annots", ()):
            action = each.get_object().get("/A", {})
            assert action.get("/S") in {"/URI", "/GoTo", None}
            if "/URI" in action:
                yield str(action["/URI"])


def _objects(reader: PdfReader) -> list[DictionaryObject]:
    found = [reader.get_object(number) for number in range(1, len(reader.xref[0]) + 1)]
    return [each for each in found if isinstance(each, DictionaryObject)]


@settings(max_examples=40)
@given(documents(figured=True))
def test_whatever_was_written_is_set_and_acts_on_nothing(document: Document) -> None:
    reader = read(document)
    meant = {link.to for link in links(sound(document))}
    assert set(_addresses(reader)) <= meant
    keys = {key for each in _objects(reader) for key in each}
    assert not keys & {"/JS", "/JavaScript", "/AA", "/OpenAction", "/EmbeddedFiles", "/Launch"}


@pytest.mark.parametrize("text", NASTY)
def test_each_nasty_text_can_stand_in_every_place_there_is_for_a_text(text: str) -> None:
    assert read(everywhere(text)).pages


@pytest.mark.parametrize(
    "text",
    [
        '#import "@preview/evil:0.1.0": * #panic() #read("/etc/passwd") #sys.inputs',
        "$x^2$ @label <label> [a] ] } _b_ *c* `d` = e",
        "\\u{41} \\n \\ // comment /* comment */ https://evil.example",
        "\"quoted\" 'single' a--b ... ~ <script>alert(1)</script>",
    ],
)
def test_signs_of_typst_are_set_as_they_stand(text: str) -> None:
    assert _squeezed(text) in words(paragraphs(text))


def test_quotes_are_not_turned() -> None:
    assert "\"a\"'b'" in words(paragraphs("\"a\" 'b'"))


def test_notes_stand_at_the_foot_of_their_page() -> None:
    body = Paragraph((Run("claim"), Footnote((Run("grounds for it"),))))
    far = tuple(Paragraph((Run("filler " * 200),)) for _ in range(8))
    pages = read(Document("T", "", "", (body, *far))).pages
    assert len(pages) > 1
    first = pages[0].extract_text()
    assert first.index("filler") < first.index("grounds for it")


def test_the_heads_of_a_table_are_repeated_on_every_page() -> None:
    rows = tuple(((Run(f"row {place}"),), (Run("x " * 60),)) for place in range(60))
    table = Table((Column("Number"), Column("Because", share=1)), rows, "Caption")
    pages = read(Document("T", "", "", (table,))).pages
    assert len(pages) > 2
    assert all("Because" in page.extract_text() for page in pages)


def test_every_page_is_numbered_and_all_but_the_first_say_of_what() -> None:
    first, *others = [page.extract_text() for page in read(SAMPLE).pages]
    count = len(others) + 1
    assert f"1 / {count}" in first
    for number, text in enumerate(others, 2):
        assert f"{number} / {count}" in text
        assert text.startswith("The missing ledger")


def test_the_file_says_its_title_its_subject_its_language_and_how_it_was_made() -> None:
    reader = read(SAMPLE)
    told = reader.metadata
    assert told is not None
    assert told.title == "The missing ledger"
    assert told.subject == "Did the treasurer know that the ledger was gone?"
    assert str(told["/Keywords"]) == "version 0.1.0, case 9f2b1c44, seed 1"
    assert str(reader.root_object["/Lang"]) == "en"


def test_the_file_bears_no_date() -> None:
    pdf = write_pdf(SAMPLE)
    assert b"/CreationDate" not in pdf
    assert b"/ModDate" not in pdf
    assert b"CreateDate" not in pdf


def test_the_file_is_tagged_so_that_a_screen_reader_can_follow_it() -> None:
    reader = read(SAMPLE)
    kinds = {each.get("/S") for each in _objects(reader)}
    assert {"/H1", "/H2", "/P", "/Table", "/TH", "/Figure", "/Caption", "/Note", "/L"} <= kinds
    alts = [str(each["/Alt"]) for each in _objects(reader) if each.get("/S") == "/Figure"]
    assert ALT in alts


def test_links_lead_where_they_were_meant_to() -> None:
    assert list(_addresses(read(SAMPLE))) == [ADDRESS]


def test_headings_are_bookmarks() -> None:
    titles = [each.title for each in read(SAMPLE).outline if not isinstance(each, list)]
    assert titles[0] == "How likely each answer is"


def test_paper_can_be_the_american_one() -> None:
    box = PdfReader(io.BytesIO(write_pdf(SAMPLE, "us-letter"))).pages[0].mediabox
    assert (box.width, box.height) == (612, 792)


def test_an_overlong_word_may_break_behind_its_signs_and_else_every_twelve_letters() -> None:
    assert broken("short words stay") == "short words stay"
    assert broken("https://a.example/b/c?d=e&f").replace(MAY_BREAK, "|") == (
        "https://a.|example/|b/|c?|d=|e&|f"
    )
    assert broken("a" * 30).replace(MAY_BREAK, "|") == "|".join(["a" * 12, "a" * 12, "a" * 6])


def test_a_mark_stays_with_its_letter() -> None:
    word = "e\u0301" * 30
    assert not re.search(MAY_BREAK + "\u0301", broken(word))


def test_what_no_typeface_has_is_set_as_its_code_point() -> None:
    unassigned = "\U0003ff00"
    assert "[U+3FF00]" in words(paragraphs(f"a {unassigned} b"))


def test_letters_of_many_scripts_need_no_typeface_of_the_machine() -> None:
    from typst import Fonts  # noqa: PLC0415 (an extra)

    own = Fonts(include_system_fonts=False)
    assert lacking("éŁαЖאبạ→≥“”…½†§•", own) == ""
    assert lacking("a中b", own) == "中"


def test_figures_are_set_in_the_face_of_the_text() -> None:
    faces = set(re.findall(rb"/BaseFont\s*/\w+\+([A-Za-z]+)", write_pdf(_only_a_figure())))
    assert faces == {b"LibertinusSerif"}


def _only_a_figure() -> Document:
    return Document("T", "", "", (Figure(bars(), "Caption"),))


def test_a_tall_figure_stays_on_its_page() -> None:
    tall = replace(bars(), drawn=BARS.replace('height="150"', 'height="5000"', 1))
    document = Document("T", "", "", (Heading(1, "a", "a"), Figure(tall, "c")))
    assert len(read(document).pages) == 1


def test_where_tags_cannot_be_followed_over_pages_there_is_still_a_file() -> None:
    note = Footnote((Run("note"),))
    cell = (Run("word " * 600), note)
    table = Table((Column("a"), Column("b")), ((cell, cell),))
    assert read(Document("T", "", "", (Callout((table,) * 4),))).pages


def test_lists_are_lists() -> None:
    document = Document("T", "", "", (Bullets(((Run("a"),), (Run("b"),)), ordered=True),))
    assert "1.a2.b" in words(document)


def test_a_link_within_leads_to_its_heading() -> None:
    blocks = (Heading(1, "Here", "here"), Paragraph((Link("there", "#here"),)))
    pages = read(Document("T", "", "", blocks)).pages
    assert len(pages[0]["/Annots"]) == 1  # type: ignore[arg-type]
