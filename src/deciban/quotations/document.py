"""A document that was read: pages and lines of text, or why there are none."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a document; a text without pages is one page.

    Attributes:
        lines: its text, line by line.
        label: what is printed on it for its number, where the document says so; else empty.
        unread: whether it shows something, but no text that can be read.
    """

    lines: tuple[str, ...]
    label: str = ""
    unread: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """A document that could be read.

    Attributes:
        pages: its pages.
        paged: whether its places are pages of a PDF.
        numbered: whether its places are lines of a text; those of HTML are neither.
    """

    pages: Sequence[Page]
    paged: bool = False
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a document could not be read: the makings of a problem, before it has a place.

    Attributes:
        code: of the problem.
        message: what is wrong.
        hint: what to do.
    """

    code: str
    message: str
    hint: str
