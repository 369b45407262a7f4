"""The browser of tests/browser.py, for the tests of pages."""

from tests.browser import browser, page

__all__ = ("browser", "page")
