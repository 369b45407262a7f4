"""The parts of a document, without any notion of how they look.

Every text here is plain characters and never markup: a writer (one a format) escapes all of it, so
nothing that somebody wrote in a case can become a tag, a macro or a formula.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from deciban.render.charts.picture import Picture

Style: TypeAlias = Literal["plain", "strong", "emphasis", "code", "quiet"]


@dataclass(frozen=True, slots=True)
class Run:
    """Characters in one style."""

    text: str
    style: Style = "plain"


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to an anchor of the same document, or to an address that a work gives.

    Attributes:
        text: the words.
        to: ``#anchor``, or an address that begins with ``https://`` or ``http://``.
    """

    text: str
    to: str


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note hung on the words before it; the writer numbers it."""

    content: "tuple[Run | Link, ...]"


Inline: TypeAlias = Run | Link | Footnote
Prose: TypeAlias = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of a section.

    Attributes:
        level: 1 for a section, 2 and 3 for its parts; the title of the document is above them.
        text: what it says.
        anchor: its name for links, unique in the document.
    """

    level: Literal[1, 2, 3]
    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    content: Prose


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list, of one paragraph each."""

    items: tuple[Prose, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table.

    Attributes:
        title: its heading; may be empty.
        align: to which side its cells keep; numbers to the right.
        share: how much of the width it takes, relative to the others; 0 for no more than it needs.
    """

    title: str
    align: Literal["left", "right"] = "left"
    share: float = 0.0


@dataclass(frozen=True, slots=True)
class Table:
    """A table.

    Attributes:
        columns: its columns.
        rows: its rows, each with a cell for every column.
        caption: what it shows, for readers and for screen readers.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Prose, ...], ...]
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture with its caption; its alternative text is the picture's own."""

    picture: Picture
    caption: str


@dataclass(frozen=True, slots=True)
class Callout:
    """What a reader in a hurry reads: a framed part."""

    blocks: "tuple[Block, ...]"


@dataclass(frozen=True, slots=True)
class Fold:
    """Detail that a page folds away behind its summary, and that paper prints in full."""

    summary: str
    blocks: "tuple[Block, ...]"


Block: TypeAlias = Heading | Paragraph | Bullets | Table | Figure | Callout | Fold


@dataclass(frozen=True, slots=True)
class Document:
    """A document.

    Attributes:
        title: its title.
        subtitle: the question, in words.
        dateline: what it is of and when it stands, in one line; never the time of writing.
        blocks: its body.
        about: what a file says of itself: ``version``, ``case`` (hash), ``seed``.
        language: its language, as HTML names it.
    """

    title: str
    subtitle: str
    dateline: str
    blocks: tuple[Block, ...]
    about: Mapping[str, str] = field(default_factory=dict)
    language: str = "en"
