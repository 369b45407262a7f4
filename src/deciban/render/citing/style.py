"""The citation styles that deciban brings along, and those of others: files in CSL."""

from collections.abc import Mapping
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from typing import Any

from citeproc import CitationStylesStyle
from citeproc.model import Style
from lxml.etree import LxmlError

#: The styles by the names that people give them.
STYLES: Mapping[str, str] = {"chicago": "chicago-notes.csl", "author-date": "author-date.csl"}
CHICAGO, AUTHOR_DATE = STYLES


class StyleError(ValueError):
    """A file that is no citation style, or a style that cannot be filled in."""


def load(style: str) -> CitationStylesStyle:
    """Answer a style, freshly read.

    Args:
        style: a name of ``STYLES``, or the path of a CSL file.

    Raises:
        StyleError: there is no such file, or it holds no style that stands by itself.
    """
    try:
        if style in STYLES:
            content = (files(__package__) / "styles" / STYLES[style]).read_bytes()
        else:
            content = Path(style).read_bytes()
    except (OSError, ValueError) as error:
        message = f"{style} is not one of {', '.join(STYLES)}, and no file that can be read"
        raise StyleError(message) from error
    return _read(content, style)


def _read(content: bytes, style: str) -> CitationStylesStyle:
    if b"<!DOCTYPE" in content:  # no style has one, and what it declares may be anything
        message = f"{style} is not a citation style: it declares entities"
        raise StyleError(message)
    try:
        read = CitationStylesStyle(BytesIO(content), validate=False)
    except (LxmlError, AttributeError, ValueError) as error:
        message = f"{style} is not a citation style (CSL)"
        raise StyleError(message) from error
    root: Any = read.root
    if not isinstance(root, Style) or root.citation is None or root.citation.layout is None:
        message = f"{style} names another style and holds none itself; give the file of that one"
        raise StyleError(message)
    return read
