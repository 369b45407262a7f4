"""A document for Word, read back by another program's reader."""

import io
import re
import struct
from collections.abc import Iterator
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document as WordDocument
from docx.table import Table as WordTable
from docx.table import _Cell
from docx.text.paragraph import Paragraph as WordParagraph
from hypothesis import given, settings
from tests.render.document.hostile import NASTY, documents, everywhere
from tests.render.document.said import in_order, links, notes, said
from tests.render.document.sample import ADDRESS, ALT, SAMPLE, bars

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
from deciban.render.document.docx import write_docx
from deciban.render.document.sound import sound

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
PAGE_WIDTH = 8626
#: As much of a PNG as says how large it is.
QUICK = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">II", 30, 20)


def parts(document: Document) -> dict[str, bytes]:
    """The parts of the file by name."""
    with ZipFile(io.BytesIO(write_docx(document))) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def xml(document: Document, name: str = "word/document.xml") -> ET.Element:
    return ET.fromstring(parts(document)[name])  # noqa: S314 (our own file)


def opened(document: Document) -> WordDocument:
    return docx.Document(io.BytesIO(write_docx(document)))


def texts_in(container: WordDocument | _Cell) -> Iterator[str]:
    """The texts of a file in order, as python-docx finds them."""
    for block in container.iter_inner_content():
        if isinstance(block, WordParagraph):
            yield block.text
        elif isinstance(block, WordTable):
            for row in block.rows:
                for cell in row.cells:
                    yield from texts_in(cell)


@settings(max_examples=40)
@given(documents(figured=False))
def test_everything_that_was_written_is_there_to_be_read(document: Document) -> None:
    meant = sound(document)
    assert in_order(said(meant), "\n".join(texts_in(opened(document))))
    noted = xml(document, "word/footnotes.xml")
    found = ["".join(note.itertext()) for note in noted.iter(f"{W}footnote") if _is_own(note)]
    assert [each.split() for each in found] == [each.split() for each in notes(meant)]


def _is_own(note: ET.Element) -> bool:
    return f"{W}type" not in note.attrib


@settings(max_examples=40)
@given(documents(figured=False))
def test_nothing_that_was_written_becomes_a_field_or_a_link_elsewhere(document: Document) -> None:
    files = parts(document)
    whole = b"".join(files.values())
    assert b"instrText" not in whole
    codes = re.findall(rb'w:instr="([^"]*)"', files["word/document.xml"])
    assert all(code == rb" SEQ Figure \* ARABIC " for code in codes)
    addresses = {link.to for link in links(sound(document))}
    for name in ("document", "footnotes"):
        relations = ET.fromstring(files[f"word/_rels/{name}.xml.rels"])  # noqa: S314 (ours)
        outside = {each.get("Target") for each in relations if each.get("TargetMode")}
        assert outside <= addresses


@pytest.mark.parametrize("text", NASTY)
def test_each_nasty_text_is_inert_in_every_place_there_is_for_a_text(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("deciban.render.document.docx.png", lambda *_: QUICK)
    document = everywhere(text)
    assert in_order(said(sound(document)), "\n".join(texts_in(opened(document))))


def test_headings_captions_and_lists_have_the_styles_of_word() -> None:
    styles = {each.style.name for each in opened(SAMPLE).paragraphs if each.style is not None}
    wanted = {
        "Title",
        "Subtitle",
        "Heading 1",
        "Heading 2",
        "List Bullet",
        "List Number",
        "Caption",
    }
    assert wanted <= styles


def test_every_style_that_is_used_is_defined() -> None:
    files = parts(everywhere("x"))
    known = set(re.findall(rb'w:styleId="([^"]+)"', files["word/styles.xml"]))
    used = re.compile(rb'<w:(?:pStyle|rStyle|tblStyle|basedOn|next) w:val="([^"]+)"')
    assert {name for part in files.values() for name in used.findall(part)} <= known


def test_every_part_has_a_type_and_every_relation_a_part() -> None:
    files = parts(SAMPLE)
    typed = files["[Content_Types].xml"].decode()
    for name in files:
        if not name.endswith((".rels", ".png", "Types].xml")):
            assert f'PartName="/{name}"' in typed
    for each in xml(SAMPLE, "word/_rels/document.xml.rels"):
        if not each.get("TargetMode"):
            assert f"word/{each.get('Target')}" in files


def test_notes_are_footnotes_of_word() -> None:
    marks = [each.get(f"{W}id") for each in xml(SAMPLE).iter(f"{W}footnoteReference")]
    assert marks == [str(number) for number in range(1, 8)]
    ids = [each.get(f"{W}id") for each in xml(SAMPLE, "word/footnotes.xml").iter(f"{W}footnote")]
    assert ids == ["-1", "0", *marks]


def test_links_lead_where_they_were_meant_to() -> None:
    (link,) = xml(SAMPLE, "word/footnotes.xml").iter(f"{W}hyperlink")
    (relation,) = xml(SAMPLE, "word/_rels/footnotes.xml.rels")
    assert link.get(f"{R}id") == relation.get("Id")
    assert relation.get("Target") == ADDRESS
    body = xml(SAMPLE)
    marks = {each.get(f"{W}name") for each in body.iter(f"{W}bookmarkStart")}
    assert {each.get(f"{W}anchor") for each in body.iter(f"{W}hyperlink")} <= marks


def test_a_table_repeats_its_heads_and_says_its_caption() -> None:
    table = Table((Column("a"), Column("b", "right")), (((Run("x"),), (Run("1"),)),), "Caption")
    document = xml(Document("T", "", "", (table,)))
    (row,) = (each for each in document.iter(f"{W}tr") if each.find(f".//{W}tblHeader") is not None)
    assert "".join(row.itertext()) == "ab"
    assert [each.get(f"{W}val") for each in document.iter(f"{W}tblCaption")] == ["Caption"]
    assert [each.get(f"{W}val") for each in document.iter(f"{W}jc")] == ["right", "right"]


@pytest.mark.parametrize(
    "shares", [(0.0, 0.0, 0.0), (0.0, 1.0, 0.0), (1.0, 2.0, 0.0), (1.0, 1.0, 1.0)]
)
@pytest.mark.parametrize("length", [1, 20, 900])
def test_a_table_is_no_wider_than_the_page(shares: tuple[float, ...], length: int) -> None:
    columns = tuple(Column("title", share=share) for share in shares)
    table = Table(columns, ((((Run("x" * length),),) * 3),))
    document = xml(Document("T", "", "", (table,)))
    widths = [int(each.get(f"{W}w", "")) for each in document.iter(f"{W}gridCol")]
    assert all(width > 0 for width in widths)
    assert sum(widths) <= PAGE_WIDTH + 3


def test_two_tables_one_after_the_other_stay_two() -> None:
    table = Table((Column("a"),), (((Run("x"),),),))
    word = opened(Document("T", "", "", (table, table, Callout((table,)))))
    kinds = [type(each).__name__ for each in word.iter_inner_content()]
    assert "TableTable" not in "".join(kinds)
    assert kinds[-1] == "Paragraph"


def test_each_numbered_list_begins_at_one() -> None:
    one = Bullets(((Run("a"),), (Run("b"),)), ordered=True)
    document = Document("T", "", "", (one, Paragraph((Run("x"),)), one))
    numbers = [each.get(f"{W}val") for each in xml(document).iter(f"{W}numId")]
    assert numbers == ["2", "2", "3", "3"]
    defined = [
        each.get(f"{W}numId") for each in xml(document, "word/numbering.xml").iter(f"{W}num")
    ]
    assert defined == ["1", "2", "3"]


def test_a_figure_is_a_picture_that_says_what_it_shows_and_fits_the_page() -> None:
    document = Document("T", "", "", (Figure(bars(), "Caption"),))
    files = parts(document)
    assert files["word/media/figure1.png"].startswith(b"\x89PNG")
    (shape,) = opened(document).inline_shapes
    assert round(shape.width / shape.height, 2) == round(620 / 150, 2)
    assert shape.width <= PAGE_WIDTH * 635
    (told,) = (each for each in xml(document).iter() if each.tag.endswith("}docPr"))
    assert told.get("descr") == ALT


def test_the_file_says_its_title_and_how_it_was_made_and_not_when() -> None:
    told = opened(SAMPLE).core_properties
    assert (told.title, told.subject, told.language) == (SAMPLE.title, SAMPLE.subtitle, "en-GB")
    assert told.comments == "version 0.1.0; case 9f2b1c44; seed 1"
    assert b"dcterms" not in parts(SAMPLE)["docProps/core.xml"]


def test_the_language_of_the_words_is_that_of_the_document() -> None:
    document = Document("T", "", "", (), language="de-AT")
    assert b'<w:lang w:val="de-AT"' in parts(document)["word/styles.xml"]


def test_the_same_address_is_related_to_once() -> None:
    link = Link("x", "https://a.example/")
    document = Document("T", "", "", (Paragraph((link, Run(" "), link, Footnote((link,)))),))
    for name in ("document", "footnotes"):
        relations = xml(document, f"word/_rels/{name}.xml.rels")
        assert [each.get("TargetMode") for each in relations].count("External") == 1


def test_a_heading_can_be_found_by_its_level() -> None:
    blocks = (Heading(1, "One", "a"), Heading(2, "Two", "b"), Heading(3, "Three", "c"))
    word = opened(Document("T", "", "", blocks))
    named = [each.style.name for each in word.paragraphs if each.style is not None]
    assert named == ["Title", "Heading 1", "Heading 2", "Heading 3"]
