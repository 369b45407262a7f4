"""The page in a real browser: nothing is asked for, everything is there, for every reader."""

import io
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from hypothesis import HealthCheck, given, settings
from playwright.sync_api import Page
from pypdf import PdfReader
from tests.browser import DESK, PHONE
from tests.render.document.hostile import NASTY, documents, everywhere
from tests.render.document.sample import ADDRESS, SAMPLE

from deciban.render.document.blocks import Document
from deciban.render.document.html import write_html

WIDTHS = pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
COLOURS = pytest.mark.parametrize("colours", ["light", "dark"])


@pytest.fixture
def shown(page: Page, tmp_path: Path) -> Page:
    """The sample, open in the browser."""
    return show(page, SAMPLE, tmp_path)


def show(page: Page, document: Document, folder: Path) -> Page:
    file = folder / "brief.html"
    file.write_text(write_html(document), encoding="utf-8")
    page.goto(file.as_uri())
    return page


def _unfold(page: Page) -> None:
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")


def _size(page: Page, size: tuple[int, int]) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})


def _overflow(page: Page) -> int:
    overflow = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert isinstance(overflow, int)
    return overflow


def test_the_page_asks_for_nothing_and_has_nothing_to_complain_of(
    page: Page, tmp_path: Path
) -> None:
    asked: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    show(page, SAMPLE, tmp_path)
    page.wait_for_load_state("networkidle")
    assert asked == [(tmp_path / "brief.html").as_uri()]
    assert complaints == []


@WIDTHS
@COLOURS
def test_axe_finds_nothing_to_complain_of(shown: Page, size: tuple[int, int], colours: str) -> None:
    _size(shown, size)
    shown.emulate_media(color_scheme="dark" if colours == "dark" else "light")
    _unfold(shown)
    found = Axe().run(shown, options={})
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("width", [320, 390, 600, 1280])
def test_the_page_does_not_scroll_sideways(shown: Page, width: int) -> None:
    _size(shown, (width, 800))
    _unfold(shown)
    assert _overflow(shown) <= 0


def test_on_a_phone_a_wide_table_scrolls_in_its_own_box(shown: Page) -> None:
    _size(shown, PHONE)
    boxes = shown.locator(".scroll, .plate").all()
    assert boxes
    assert all((each.bounding_box() or {"width": 999})["width"] <= PHONE[0] for each in boxes)


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_figures_stand_on_white_whatever_the_colours_of_the_page(shown: Page, colours: str) -> None:
    shown.emulate_media(color_scheme="dark" if colours == "dark" else "light")
    plate = shown.locator(".plate").first
    assert plate.evaluate("each => getComputedStyle(each).backgroundColor") == "rgb(255, 255, 255)"


def test_detail_is_unfolded_by_the_keyboard(shown: Page) -> None:
    detail = shown.locator("main details").first
    assert not detail.locator("table").is_visible()
    detail.locator("summary").focus()
    shown.keyboard.press("Enter")
    assert detail.locator("table").is_visible()


def test_the_contents_stand_beside_the_text_where_there_is_room(shown: Page) -> None:
    _size(shown, DESK)
    contents, text = (shown.locator(name).bounding_box() for name in ("nav", "main"))
    assert contents is not None
    assert text is not None
    assert contents["x"] + contents["width"] < text["x"]
    assert shown.locator("nav a").first.is_visible()


def test_on_a_phone_the_contents_are_folded_and_unfold(shown: Page) -> None:
    _size(shown, PHONE)
    assert not shown.locator("nav a").first.is_visible()
    shown.locator("nav summary").click()
    assert shown.locator("nav a").first.is_visible()


def test_the_first_thing_the_keyboard_finds_leads_past_the_contents(shown: Page) -> None:
    shown.keyboard.press("Tab")
    skip = shown.locator(".skip")
    assert skip.evaluate("each => each === document.activeElement")
    box = skip.bounding_box()
    assert box is not None
    assert box["y"] >= 0
    shown.keyboard.press("Enter")
    assert shown.url.endswith("#main:")


def test_a_note_is_found_from_its_mark_and_its_mark_from_the_note(shown: Page) -> None:
    shown.locator("[role=doc-noteref]").first.click()
    assert shown.url.endswith("#note:1")
    shown.locator("[role=doc-backlink]").first.click()
    assert shown.url.endswith("#mark:1")


def test_folded_detail_is_printed_in_full(shown: Page) -> None:
    assert not shown.locator("main details").first.evaluate("each => each.open")
    pages = PdfReader(io.BytesIO(shown.pdf(prefer_css_page_size=True))).pages
    text = "\n".join(page.extract_text() for page in pages)
    assert "Honest 80 to 95%." in text
    assert "Letter-book 20, p. 61." in text
    assert "Skip to the text" not in text


def test_paper_has_a_number_on_every_page_but_the_first(shown: Page) -> None:
    pages = PdfReader(io.BytesIO(shown.pdf(prefer_css_page_size=True))).pages
    assert len(pages) > 1
    assert pages[1].extract_text().startswith("2\n")


def test_the_lines_of_the_text_are_of_a_length_that_reads_well(shown: Page) -> None:
    _size(shown, DESK)
    letters = shown.evaluate(
        """() => {
            const text = document.querySelector('main > p');
            const range = document.createRange();
            range.selectNodeContents(text);
            return text.textContent.length / range.getClientRects().length;
        }"""
    )
    assert 45 < letters < 85


def test_nasty_texts_do_nothing_in_a_browser(page: Page, tmp_path: Path) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("dialog", lambda dialog: pytest.fail(f"the page says {dialog.message}"))
    blocks = tuple(block for text in NASTY for block in everywhere(text).blocks)
    show(page, Document(NASTY[0], NASTY[1], NASTY[2], blocks), tmp_path)
    assert len(asked) == 1
    assert page.title() == NASTY[0]
    assert page.locator("script, img, iframe, object, embed, form, link, base").count() == 0
    _size(page, PHONE)
    _unfold(page)
    assert _overflow(page) <= 0


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(document=documents(figured=True))
def test_the_browser_finds_the_elements_that_were_meant(page: Page, document: Document) -> None:
    page.set_content(write_html(document))
    assert page.locator("main").count() == page.locator("h1").count() == 1
    assert page.locator("body > *:not(.skip, header, nav, main)").count() == 0
    assert page.locator("script, img, iframe, object, embed, form, link, base").count() == 0


def test_links_to_the_web_are_there_to_be_followed(shown: Page) -> None:
    assert shown.locator(f'a[href="{ADDRESS}"]').count() == 1
