"""A document as data: its parts in order, every text plain."""

from collections.abc import Iterable

from deciban.render.document.blocks import (
    Block,
    Bullets,
    Callout,
    Document,
    Figure,
    Fold,
    Footnote,
    Heading,
    Inline,
    Link,
    Paragraph,
    Run,
    Table,
)
from deciban.render.json_text import Json, JsonObject


def document_json(document: Document) -> JsonObject:
    """Answer a document as data, in the shape that ``docs/json.md`` documents."""
    return {
        "title": document.title,
        "subtitle": document.subtitle,
        "dateline": document.dateline,
        "about": dict(document.about),
        "blocks": _blocks(document.blocks),
    }


def _blocks(blocks: Iterable[Block]) -> list[Json]:
    return [_block(each) for each in blocks]


def _block(block: Block) -> JsonObject:
    match block:
        case Callout():
            return {"kind": "callout", "blocks": _blocks(block.blocks)}
        case Fold():
            return {"kind": "fold", "summary": block.summary, "blocks": _blocks(block.blocks)}
        case Table():
            return _table(block)
        case _:
            return _simple(block)


def _simple(block: Heading | Paragraph | Bullets | Figure) -> JsonObject:
    match block:
        case Heading():
            named = {"text": block.text, "anchor": block.anchor}
            return {"kind": "heading", "level": block.level, **named}
        case Paragraph():
            return {"kind": "paragraph", "content": _prose(block.content)}
        case Bullets():
            items = [_prose(each) for each in block.items]
            return {"kind": "list", "ordered": block.ordered, "items": items}
        case Figure():
            shown = block.picture
            told: JsonObject = {"name": shown.name, "title": shown.title, "alt": shown.alt}
            return {"kind": "figure", **told, "caption": block.caption}


def _table(table: Table) -> JsonObject:
    return {
        "kind": "table",
        "caption": table.caption,
        "columns": [{"title": each.title, "align": each.align} for each in table.columns],
        "rows": [[_prose(cell) for cell in row] for row in table.rows],
    }


def _prose(prose: Iterable[Inline]) -> list[Json]:
    return [_inline(each) for each in prose]


def _inline(part: Inline) -> JsonObject:
    match part:
        case Run():
            return {"text": part.text, "style": part.style}
        case Link():
            return {"text": part.text, "to": part.to}
        case Footnote():
            return {"note": _prose(part.content)}
