"""Reads the text of a PDF in a process of its own: ``python pdf_pages.py FILE PART PARTS``.

Whatever is wrong with a PDF ends here: this process may fail, hang or be killed, and its parent
(``pdf.py``) goes on. It knows nothing of deciban, so that it starts fast. It prints a JSON object
a line: first how many pages there are, then every page whose turn it is, from ``PART`` in steps of
``PARTS``; or the fault that kept it from reading.
"""

import json
import logging
import re
import sys
import warnings
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, BinaryIO, TypeAlias, TypeVar

if TYPE_CHECKING:
    from pypdf import PageObject

Told: TypeAlias = dict[str, str | int | bool]
T = TypeVar("T")

#: Memory that one PDF may take, in bytes; only where the system lets a process bound itself.
MEMORY = 3 * 2**30
ENCRYPTED, LOCKED, DAMAGED = "encrypted", "locked", "damaged"
#: Letters that a page may hold; a page of print has five thousand.
LETTERS = 1_000_000
#: The operators that put something on a page: pictures, fills, strokes, shadings.
_PAINTS = re.compile(rb"(?<![^\s\]>)])(?:Do|EI|[fFBbSs]\*?|sh)(?![^\s\[</(])")


def main(path: str, part: int, parts: int) -> None:
    """Print what can be read of the PDF at ``path``, or this process's part of it."""
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    _bound_memory()
    with open(path, "rb") as file:  # noqa: PTH123 (pathlib would take as long to import as JSON)
        for told in read_pages(file, part, parts):
            sys.stdout.write(json.dumps(told) + "\n")
            sys.stdout.flush()


def read_pages(file: BinaryIO, part: int = 0, parts: int = 1) -> Iterator[Told]:
    """Answer the pages of a PDF: ``{"pages": n}``, then ``{"label": ..., "text": ...}`` for each.

    Of several processes that share the pages, the first begins with the first page, and each takes
    every ``parts``-th one. ``"unread"`` says whether a page shows something and holds no text, and
    ``"broken"`` whether that is because it cannot be read. Where no page can be had there is one
    answer, ``{"fault": ...}``, which says why.
    """
    try:
        yield from _pages(file, part, parts)
    except Exception as error:  # noqa: BLE001 (a broken PDF may raise anything)
        yield {"fault": _fault(error)}


def _pages(file: BinaryIO, part: int, parts: int) -> Iterator[Told]:
    from pypdf import PdfReader  # noqa: PLC0415 (what it cannot do is told like a broken file)

    reader = PdfReader(file)
    pages = list(reader.pages)
    if not pages:
        yield {"fault": DAMAGED}
        return
    yield {"pages": len(pages)}
    labels: list[str] = _quietly(lambda: reader.page_labels, [])
    for number in range(part, len(pages), parts):
        label = labels[number] if number < len(labels) else ""
        yield {"label": label, **_page(pages[number])}


def _page(page: "PageObject") -> Told:
    text = _quietly(page.extract_text, None)
    if text is None or len(text) > LETTERS:
        return {"text": "", "unread": True, "broken": True}
    # Half of a pair of surrogates is no letter, and could not be written down.
    text = text.encode("utf-8", "replace").decode("utf-8")
    painted = False if text.strip() else _quietly(lambda: _paints(page), None)
    return {"text": text, "unread": painted is not False, "broken": painted is None}


def _paints(page: "PageObject") -> bool:
    """Whether anything at all is put on a page."""
    contents = page.get_contents()
    return contents is not None and _PAINTS.search(contents.get_data()) is not None


def _quietly(read: Callable[[], T], otherwise: T) -> T:
    """What can be read; ``otherwise`` where it is broken."""
    try:
        return read()
    except Exception:  # noqa: BLE001 (as above)
        return otherwise


def _fault(error: Exception) -> str:
    from pypdf.errors import DependencyError, FileNotDecryptedError  # noqa: PLC0415 (as above)

    if isinstance(error, DependencyError):  # AES, which pypdf leaves to a library of its own
        return LOCKED
    return ENCRYPTED if isinstance(error, FileNotDecryptedError) else DAMAGED


def _bound_memory() -> None:
    with suppress(Exception):
        import resource  # noqa: PLC0415 (not on every system)

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
