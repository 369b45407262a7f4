"""Which pages `at` names, and whether a place is on one of them."""

import re

from deciban.case.citation import locator_of
from deciban.quotations.quotation import Place

_PAGE = re.compile(r"(\d+|\b[ivxlcdm]+\b)[a-z]?(?:\s*[-\N{EN DASH}]\s*(\d+|\b[ivxlcdm]+\b))?")


def pages_named(located: str) -> tuple[tuple[str, str], ...]:
    """Answer the pages that a text such as ``pp. 12-14`` names, each stretch by its ends.

    What names no page, such as a paragraph or a document's number, names none here.
    """
    locator = locator_of(located)
    if locator is None or locator.label != "page":
        return ()
    found = _PAGE.finditer(locator.text.lower())
    return tuple(_stretch(each[1], each[2] or each[1]) for each in found)


def _stretch(first: str, last: str) -> tuple[str, str]:
    """The ends of a stretch; a last page cut short, as in 123-5, is written out."""
    if first.isdecimal() and last.isdecimal() and len(last) < len(first):
        last = first[: len(first) - len(last)] + last
    return first, last


def is_on(place: Place, printed: frozenset[str], named: tuple[tuple[str, str], ...]) -> bool:
    """Whether a place lies on a page that was named.

    Args:
        place: where a quotation stands.
        printed: what else may be the number of one of its pages: numbers in its head and foot.
        named: the pages named.
    """
    labels = {each.lower() for each in (place.label, place.last_label) if each} | printed
    return any(_holds(first, last, label) for first, last in named for label in labels)


def _holds(first: str, last: str, label: str) -> bool:
    if label in (first, last):
        return True
    numbers = first.isdecimal() and last.isdecimal() and label.isdecimal()
    return numbers and int(first) <= int(label) <= int(last)
