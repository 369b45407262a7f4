"""From the file of a document to its text, whatever kind of file it is."""

import re
from collections.abc import Callable
from pathlib import Path

from deciban.problem import Problem
from deciban.quotations.document import Document, Fault, Page
from deciban.quotations.plain import lines_of, lines_of_html, lines_of_markdown
from deciban.read.text import decoded

#: The largest document that is read, in bytes: a text, and a PDF, whose bytes are mostly pictures.
LARGEST_TEXT, LARGEST_PDF = 25_000_000, 500_000_000
_PDF_HEAD = b"%PDF-"
_PDF, _MARKDOWN, _HTML = (".pdf",), (".md", ".markdown"), (".html", ".htm", ".xhtml")
_HTML_TEXT = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html)\b", re.IGNORECASE)
#: How files begin that hold no text, and what to say of them.
_KINDS = (
    (b"PK\x03\x04", "a word-processor document or an archive"),
    (b"\xd0\xcf\x11\xe0", "a document of an old word processor"),
    (b"{\\rtf", "a word-processor document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"II*\0", "a picture"),
    (b"MM\0*", "a picture"),
)
_SAVE_AS = "save it as PDF or as plain text, and name that file"


def read_document(
    path: Path, named: str, shown: Path, told: Callable[[int, int], None]
) -> Document | Fault | Problem:
    """Answer the text of a document; or why it cannot be read.

    Args:
        path: the file, which was found to lie in the folder of the case.
        named: what the case calls it.
        shown: the same as the user would name it, for problems that have a place in it.
        told: called with the number of pages read and of all, while a PDF is read.

    Returns:
        The document; or a fault of the file as a whole; or a problem with a place in it.
    """
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            pdf = path.suffix.lower() in _PDF or file.read(len(_PDF_HEAD)) == _PDF_HEAD
            largest = LARGEST_PDF if pdf else LARGEST_TEXT
            if size > largest:
                return _too_large(named, size, largest)
            file.seek(0)
            content = b"" if pdf else file.read(largest + 1)
    except OSError as error:
        message = f"'{named}' cannot be read: {(error.strerror or 'unknown reason').lower()}"
        return Fault("D560", message, "check who may read it")
    if pdf:
        from deciban.quotations.pdf import read_pdf  # noqa: PLC0415 (only where there is one)

        return read_pdf(path, named, told)
    return _text(content, path, named, shown)


def _text(content: bytes, path: Path, named: str, shown: Path) -> Document | Fault | Problem:
    kind = next((what for begins, what in _KINDS if content.startswith(begins)), None)
    if kind is not None:
        return Fault("D562", f"'{named}' is {kind}", _SAVE_AS)
    text = decoded(content, shown)
    if isinstance(text, Problem):
        return text
    suffix = path.suffix.lower()
    if suffix in _HTML or _HTML_TEXT.match(text):
        return _html(text, named)
    lines = lines_of_markdown(text) if suffix in _MARKDOWN else lines_of(text)
    return Document((Page(lines),), numbered=True)


def _html(text: str, named: str) -> Document | Fault:
    try:
        return Document((Page(lines_of_html(text)),))
    except Exception:  # noqa: BLE001 (the parser asserts what broken HTML does not keep)
        return Fault("D562", f"'{named}' is HTML that cannot be read", _SAVE_AS)


def _too_large(named: str, size: int, largest: int) -> Fault:
    message = f"'{named}' has {size / 1e6:.0f} MB, and a document at most {largest // 10**6} MB"
    return Fault("D562", message, "keep the part that is quoted as a document of its own")
