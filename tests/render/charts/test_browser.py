"""A figure as a page of its own, in a real browser."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page
from tests.browser import DESK, PHONE
from tests.render.charts.drawing import OF_A_CASE, case_for, picture
from tests.render.charts.hostile import hostile_case

from deciban.cli.figures import FIGURES
from deciban.render.charts.export import html
from deciban.render.charts.picture import Picture


def _show(page: Page, drawn: Picture, folder: Path) -> None:
    file = folder / "figure.html"
    file.write_text(html(drawn), encoding="utf-8")
    page.goto(file.as_uri())


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_axe_finds_nothing_to_complain_of(
    page: Page, tmp_path: Path, size: tuple[int, int]
) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    for name in FIGURES:
        _show(page, picture(case_for(name), name), tmp_path)
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()


def test_the_page_does_not_move_sideways_on_a_phone(page: Page, tmp_path: Path) -> None:
    page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    for name in FIGURES:
        _show(page, picture(case_for(name), name), tmp_path)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("name", OF_A_CASE)
def test_hostile_words_do_nothing_in_a_browser(page: Page, tmp_path: Path, name: str) -> None:
    asked: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("dialog", lambda dialog: complaints.append(dialog.message))
    for turn in range(3):
        _show(page, picture(hostile_case(turn), name), tmp_path)
        page.wait_for_load_state("networkidle")
        assert page.title() != "owned"
    assert set(asked) == {(tmp_path / "figure.html").as_uri()}
    assert complaints == []


@pytest.mark.parametrize("name", FIGURES)
def test_words_have_room_in_the_faces_of_a_browser(page: Page, tmp_path: Path, name: str) -> None:
    _show(page, picture(case_for(name), name), tmp_path)
    page.set_viewport_size({"width": DESK[0], "height": DESK[1]})
    outside = page.evaluate(
        """() => {
          const sheet = document.querySelector("svg").getBoundingClientRect();
          return [...document.querySelectorAll("svg text")].filter(each => {
            const box = each.getBoundingClientRect();
            return box.left < sheet.left - 2 || box.right > sheet.right + 2;
          }).map(each => each.textContent);
        }"""
    )
    assert outside == []
