"""Prose put together from words, styles and notes."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeAlias

from deciban.render.document.blocks import (
    Bullets,
    Column,
    Footnote,
    Heading,
    Inline,
    Link,
    Paragraph,
    Prose,
    Run,
    Table,
)

#: What prose is put together from: words, a piece in a style, or prose that is ready.
Piece: TypeAlias = str | Inline | Prose


def prose(*pieces: Piece) -> Prose:
    """Answer pieces joined; words that follow each other in one style become one run."""
    joined: list[Inline] = []
    for each in _flat(pieces):
        last = joined[-1] if joined else None
        if isinstance(each, Run) and isinstance(last, Run) and each.style == last.style:
            joined[-1] = Run(last.text + each.text, each.style)
        else:
            joined.append(each)
    return tuple(joined)


def paragraph(*pieces: Piece) -> Paragraph:
    """Answer a paragraph of pieces."""
    return Paragraph(prose(*pieces))


def told(*pieces: Piece) -> Iterator[Paragraph]:
    """Answer a paragraph of pieces, unless it would be empty."""
    content = prose(*pieces)
    if content:
        yield Paragraph(content)


def sentences(*told: Piece) -> Prose:
    """Answer sentences with a space between them; those that are empty are left out."""
    kept = [each for each in told if each]
    spaced: list[Piece] = []
    for each in kept:
        spaced += [" ", each] if spaced else [each]
    return prose(*spaced)


def bullets(items: Iterable[Prose], *, ordered: bool = False) -> Iterator[Bullets]:
    """Answer a list, unless it would be empty."""
    kept = tuple(items)
    if kept:
        yield Bullets(kept, ordered)


def table(
    columns: Sequence[Column], rows: Iterable[Sequence[Piece]], caption: str = ""
) -> Iterator[Table]:
    """Answer a table, unless it would have no row."""
    cells = tuple(tuple(prose(cell) for cell in row) for row in rows)
    if cells:
        yield Table(tuple(columns), cells, caption)


def section(text: str, anchor: str) -> Heading:
    """Answer the heading of a section."""
    return Heading(1, text, anchor)


def strong(text: str) -> Run:
    """Answer words that stand out."""
    return Run(text, "strong")


def emphasis(text: str) -> Run:
    """Answer words in italics."""
    return Run(text, "emphasis")


def code(text: str) -> Run:
    """Answer a name or an address of the case as it is written there."""
    return Run(text, "code")


def codes(names: Iterable[str]) -> Prose:
    """Answer names of the case, one after the other."""
    pieces: list[Piece] = []
    for name in names:
        pieces += [", ", code(name)] if pieces else [code(name)]
    return prose(*pieces)


def quiet(text: str) -> Run:
    """Answer words that may be passed over."""
    return Run(text, "quiet")


def footnote(*pieces: Piece) -> Footnote:
    """Answer a note; one inside it would have nowhere to stand, so its words are taken in."""
    return Footnote(tuple(_unnoted(prose(*pieces))))


def unbracketed(told: Sequence[Run | Link]) -> Prose:
    """Answer prose without the round brackets that a style puts around all of it."""
    if not told or not (told[0].text.startswith("(") and told[-1].text.endswith(")")):
        return tuple(told)
    opened = (replace(told[0], text=told[0].text[1:]), *told[1:])
    closed = (*opened[:-1], replace(opened[-1], text=opened[-1].text[:-1]))
    return tuple(each for each in closed if each.text)


def _unnoted(told: Prose) -> Iterator[Run | Link]:
    for each in told:
        if isinstance(each, Footnote):
            yield Run(" (")
            yield from each.content
            yield Run(")")
        else:
            yield each


def _flat(pieces: Iterable[Piece]) -> Iterator[Inline]:
    for each in pieces:
        if isinstance(each, str):
            if each:
                yield Run(each)
        elif isinstance(each, Run | Link | Footnote):
            yield each
        else:
            yield from each
