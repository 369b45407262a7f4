"""A real browser for tests: where it is, how it is started, and that it asks nobody anything.

``tests/conftest.py`` has its fixtures for every test: ``browser`` starts once for a session,
``page`` opens anew for a test.
"""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PHONE, DESK = (390, 844), (1280, 900)


@pytest.fixture(scope="session")
def browser() -> "Iterator[Browser]":
    """A browser; without one the test is skipped, which CI counts as failed."""
    if not CHROMIUM.exists():
        pytest.skip(f"no browser at {CHROMIUM}")
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 (most tests need none)

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield started
        started.close()


@pytest.fixture
def page(browser: "Browser") -> "Iterator[Page]":
    """An empty page on a desk, in light colours."""
    width, height = DESK
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme="light")
    yield context.new_page()
    context.close()
