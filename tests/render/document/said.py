"""What a document says, in the order of reading: what every way of writing it has to give back."""

from collections.abc import Iterable, Iterator

from deciban.render.document.blocks import (
    Block,
    Bullets,
    Callout,
    Document,
    Figure,
    Fold,
    Footnote,
    Heading,
    Link,
    Paragraph,
    Prose,
    Table,
)


def said(document: Document) -> list[str]:
    """The texts of a document in order, without its footnotes and the words on its pictures."""
    heads = [document.title, document.subtitle, document.dateline]
    return [*filter(None, heads), *_blocks(document.blocks)]


def notes(document: Document) -> list[str]:
    """The texts of its footnotes in order."""
    return [
        "".join(part.text for part in note.content)
        for prose in _proses(document.blocks)
        for note in prose
        if isinstance(note, Footnote)
    ]


def links(document: Document) -> list[Link]:
    """Its links in order, those in its footnotes among them."""
    parts = [part for prose in _proses(document.blocks) for part in prose]
    flat = (
        each for part in parts for each in (part.content if isinstance(part, Footnote) else (part,))
    )
    return [each for each in flat if isinstance(each, Link)]


def _pieces(prose: Prose) -> Iterator[str]:
    """The characters of prose, in pieces where footnotes part them."""
    piece = ""
    for part in prose:
        if isinstance(part, Footnote):
            yield piece
            piece = ""
        else:
            piece += part.text
    yield piece


def _blocks(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Heading():
                yield block.text
            case Figure():
                yield block.caption
            case Callout():
                yield from _blocks(block.blocks)
            case Fold():
                yield block.summary
                yield from _blocks(block.blocks)
            case Table():
                yield from (block.caption, *(column.title for column in block.columns))
                yield from (piece for prose in _proses((block,)) for piece in _pieces(prose))
            case Paragraph() | Bullets():
                yield from (piece for prose in _proses((block,)) for piece in _pieces(prose))


def _proses(blocks: Iterable[Block]) -> Iterator[Prose]:
    for block in blocks:
        match block:
            case Paragraph():
                yield block.content
            case Bullets():
                yield from block.items
            case Table():
                yield from (cell for row in block.rows for cell in row)
            case Callout() | Fold():
                yield from _proses(block.blocks)
            case Heading() | Figure():
                pass


def in_order(texts: Iterable[str], whole: str) -> bool:
    """Tell whether texts stand in a whole one after another; space counts for nothing."""
    whole, place = _squeezed(whole), 0
    for text in map(_squeezed, texts):
        found = whole.find(text, place)
        if found < 0:
            return False
        place = found + len(text)
    return True


def _squeezed(text: str) -> str:
    return "".join(text.split())
