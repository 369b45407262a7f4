import struct
from xml.etree import ElementTree as ET

import pytest
from tests.render.charts.drawing import PARTY, SVG, WITHOUT_MINDS, case_for, picture

from deciban.cli.figures import FIGURES
from deciban.render.charts.export import html, pdf, png, svg
from deciban.render.charts.look import FACE


@pytest.mark.parametrize("name", FIGURES)
def test_every_picture_has_its_title_and_its_text_for_those_who_cannot_see_it(name: str) -> None:
    drawn = picture(case_for(name), name)
    root = ET.fromstring(svg(drawn))  # noqa: S314 (our own)
    assert root.get("role") == "img"
    assert [root[0].tag, root[0].text] == [f"{SVG}title", drawn.title]
    assert [root[1].tag, root[1].text] == [f"{SVG}desc", drawn.alt]


@pytest.mark.parametrize("name", FIGURES)
def test_words_are_words_in_faces_that_are_everywhere(name: str) -> None:
    root = ET.fromstring(svg(picture(case_for(name), name)))  # noqa: S314 (our own)
    faces = {each.get("font-family") for each in root.iter(f"{SVG}text")}
    assert faces == {FACE}
    assert "sans-serif" in FACE
    assert "Libertinus Serif" in FACE


@pytest.mark.parametrize("name", FIGURES)
def test_two_pictures_on_one_page_share_no_names(name: str) -> None:
    assert ' id="' not in svg(picture(PARTY if name in WITHOUT_MINDS else case_for(name), name))


def test_a_picture_in_dots_is_as_large_as_asked_for() -> None:
    drawn = picture(PARTY, "posterior")
    root = ET.fromstring(svg(drawn))  # noqa: S314 (our own)
    wide, high = (float(root.get(each, "")) for each in ("width", "height"))
    assert struct.unpack(">II", png(drawn, 3.0)[16:24]) == (round(3 * wide), round(3 * high))


def test_letters_are_letters_on_paper_too() -> None:
    from io import BytesIO  # noqa: PLC0415 (only here)

    from pypdf import PdfReader  # noqa: PLC0415 (slow to import)

    (page,) = PdfReader(BytesIO(pdf(picture(PARTY, "posterior")))).pages
    assert "Did Aunt Rosalind know about her surprise party?" in page.extract_text()


def test_a_page_shows_the_picture_with_its_text() -> None:
    drawn = picture(PARTY, "posterior")
    page = html(drawn)
    assert page.count("<svg ") == 1
    assert f"<figcaption>{drawn.alt}</figcaption>" in page
