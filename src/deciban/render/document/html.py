"""A document as one page of HTML, which asks nothing of a network and runs nothing."""

import re
from collections.abc import Iterable, Sequence
from html import escape
from importlib.resources import files
from itertools import count

from deciban.render.charts.export import svg
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
    Prose,
    Run,
    Table,
)
from deciban.render.document.drawing import drawing
from deciban.render.document.plain import runs_leftwards
from deciban.render.document.sound import sound

#: Nothing but this page's own style and what it carries in itself.
_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none';"
    " form-action 'none'"
)
_TAGS = {"strong": "strong", "emphasis": "em"}
#: Where code may be broken: behind the signs that part an address.
_BREAKS = re.compile(r"(?<=\w[._/])(?=\w)")
_BREAK = "<wbr>"
#: A list of contents is worth its room from so many sections on.
_SECTIONS_LISTED = 3
#: A cell of so few letters is kept on one line.
_SHORT = 24
#: The name of a figure for its caption.
FIGURE = "Figure"


def write_html(document: Document) -> str:
    """Answer a document as one self-contained page.

    Figures stand in it as SVG, the style sheet in its head. It has no script, and its policy lets
    a browser ask for nothing.

    Raises:
        ValueError: if a picture cannot be drawn.
    """
    return _Page().page(sound(document))


def write_fragment(blocks: Iterable[Block], name: str) -> str:
    """Answer parts of a document as HTML to be shown within another page, without any style.

    Args:
        blocks: the parts; headings lead nowhere here, since the page around them has its own.
        name: what sets this apart from other fragments of the page; letters, digits and hyphens.

    Raises:
        ValueError: if a picture cannot be drawn.
    """
    whole = sound(Document("", "", "", tuple(blocks)))
    return "\n".join(['<div class="deciban">', *_Page(f"{name}:").fragment(whole), "</div>", ""])


class _Page:
    """Writes one page from top to bottom, and counts as it goes.

    Args:
        space: what every name on this page begins with.
    """

    def __init__(self, space: str = "") -> None:
        self._space = space
        self._notes: list[str] = []
        self._figures = count(1)
        self._tables = count(1)

    def page(self, document: Document) -> str:
        """Answer the whole page."""
        body = self._blocks(document.blocks)
        return "\n".join(
            [
                "<!doctype html>",
                f'<html lang="{document.language}">',
                *_head(document),
                "<body>",
                '<a class="skip" href="#main:">Skip to the text</a>',
                *_title(document),
                *_contents(document.blocks),
                '<main id="main:">',
                *body,
                *self._endnotes(),
                "</main>",
                "</body>",
                "</html>",
                "",
            ]
        )

    def fragment(self, document: Document) -> list[str]:
        """Answer the body alone, with its notes behind it."""
        return [*self._blocks(document.blocks), *self._endnotes()]

    def _blocks(self, blocks: Iterable[Block]) -> list[str]:
        return [line for block in blocks for line in self._block(block)]

    def _block(self, block: Block) -> list[str]:
        match block:
            case Heading(level, text, anchor):
                return [f'<h{level + 1} id="{anchor}">{_text(text)}</h{level + 1}>']
            case Paragraph(content):
                return [f"<p>{self._prose(content)}</p>"]
            case Bullets():
                return self._bullets(block)
            case Table():
                return self._table(block)
            case Figure():
                return self._figure(block)
            case Callout() | Fold():
                return self._framed(block)

    def _framed(self, block: Callout | Fold) -> list[str]:
        if isinstance(block, Callout):
            return ['<div class="callout">', *self._blocks(block.blocks), "</div>"]
        opened = f"<details>\n<summary>{_text(block.summary)}</summary>"
        return [opened, *self._blocks(block.blocks), "</details>"]

    def _bullets(self, bullets: Bullets) -> list[str]:
        tag = "ol" if bullets.ordered else "ul"
        items = [f"<li>{self._prose(item)}</li>" for item in bullets.items]
        return [f"<{tag}>", *items, f"</{tag}>"]

    def _table(self, table: Table) -> list[str]:
        name = f"{self._space}table:{next(self._tables)}"
        classes = _classes(table)
        named = f'aria-labelledby="{name}"' if table.caption else 'aria-label="Table"'
        caption = f'<caption id="{name}"><span>{_text(table.caption)}</span></caption>'
        return [
            f'<div class="scroll" role="group" {named} tabindex="0">',
            f"<table{_class('full' if _shares(table) else '')}>",
            *([caption] if table.caption else []),
            *_widths(table),
            *_heads(table, classes),
            "<tbody>",
            *(self._row(table, row, classes) for row in table.rows),
            "</tbody>",
            "</table>",
            "</div>",
        ]

    def _row(self, table: Table, row: Sequence[Prose], classes: Sequence[str]) -> str:
        """Answer a row; its first cell heads it unless that is a number, or all there is."""
        headed = row[0] and table.columns[0].align == "left" and len(row) > 1
        cells = []
        for place, (column, cell) in enumerate(zip(table.columns, row, strict=True)):
            tag, scope = ("th", ' scope="row"') if headed and place == 0 else ("td", "")
            title = f' data-title="{_text(column.title)}"' if column.title else ""
            cells.append(f"<{tag}{scope}{classes[place]}{title}>{self._prose(cell)}</{tag}>")
        return f"<tr>{''.join(cells)}</tr>"

    def _figure(self, figure: Figure) -> list[str]:
        number = next(self._figures)
        drawn = drawing(svg(figure.picture), f"{self._space}figure{number}-")
        said = f'role="img" aria-label="{_text(figure.picture.alt)}"'
        shown = drawn.svg.replace("<svg ", f'<svg {said} style="--wide: {drawn.width:g}px" ', 1)
        name = f"{FIGURE} {number}"
        return [
            "<figure>",
            f'<div class="plate" role="group" aria-label="{name}" tabindex="0">{shown}</div>',
            f"<figcaption><b>{name}.</b> {_text(figure.caption)}</figcaption>",
            "</figure>",
        ]

    def _prose(self, prose: Iterable[Inline]) -> str:
        return "".join(map(self._inline, prose))

    def _inline(self, part: Inline) -> str:
        match part:
            case Run():
                return _run(part)
            case Link(text, to):
                away = "" if to.startswith("#") else ' rel="noopener noreferrer"'
                return f'<a href="{_text(to)}"{away}>{_isolated(text)}</a>'
            case Footnote(content):
                self._notes.append(self._prose(content))
                return _mark(self._space, len(self._notes))

    def _endnotes(self) -> list[str]:
        if not self._notes:
            return []
        name = f"{self._space}notes:"
        return [
            f'<section role="doc-endnotes" aria-labelledby="{name}">',
            f'<h2 id="{name}">Notes</h2>',
            "<ol>",
            *(_note(self._space, number, text) for number, text in enumerate(self._notes, 1)),
            "</ol>",
            "</section>",
        ]


def _head(document: Document) -> list[str]:
    about = dict(document.about)
    version = about.pop("version", "")
    return [
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="color-scheme" content="light dark">',
        f'<meta name="generator" content="{_text(f"deciban {version}".strip())}">',
        *(_meta(f"deciban:{name}", value) for name, value in about.items()),
        f"<title>{_text(document.title)}</title>",
        f"<style>\n{_style()}</style>",
        "</head>",
    ]


def _style() -> str:
    return (files("deciban.render.document") / "page.css").read_text(encoding="utf-8")


def _meta(name: str, value: str) -> str:
    return f'<meta name="{_text(name)}" content="{_text(value)}">'


def _title(document: Document) -> list[str]:
    under = [("subtitle", document.subtitle), ("dateline", document.dateline)]
    return [
        "<header>",
        f"<h1>{_text(document.title)}</h1>",
        *(f'<p class="{name}">{_text(text)}</p>' for name, text in under if text),
        "</header>",
    ]


def _contents(blocks: Iterable[Block]) -> list[str]:
    """Answer a list of the sections, if there are enough; it unfolds where there is room."""
    sections = [each for each in blocks if isinstance(each, Heading) and each.level == 1]
    if len(sections) < _SECTIONS_LISTED:
        return []
    items = [f'<li><a href="#{each.anchor}">{_text(each.text)}</a></li>' for each in sections]
    listed = ["<details>", "<summary>Contents</summary>", "<ol>", *items, "</ol>", "</details>"]
    return ['<nav aria-label="Contents">', *listed, "</nav>"]


def _width_class(table: Table, place: int) -> str:
    """Answer how a column keeps its width: by its share, on one line, or as wide as it can."""
    column = table.columns[place]
    if column.share:
        return "long"
    longest = max((len(_words(row[place])) for row in table.rows), default=0)
    return "short" if max(longest, len(column.title)) <= _SHORT else "middling"


def _words(prose: Prose) -> str:
    return "".join(each.text for each in prose if not isinstance(each, Footnote))


def _classes(table: Table) -> list[str]:
    widths = [_width_class(table, place) for place in range(len(table.columns))]
    return [
        _class(f"number {width}" if column.align == "right" else width)
        for column, width in zip(table.columns, widths, strict=True)
    ]


def _class(names: str) -> str:
    return f' class="{names}"' if names else ""


def _shares(table: Table) -> float:
    return sum(column.share for column in table.columns)


def _widths(table: Table) -> list[str]:
    """Answer how wide the columns are, where any takes a share of the width."""
    whole = _shares(table)
    if not whole:
        return []
    shares = [
        f"{100 * column.share / whole:.4g}%" if column.share else "" for column in table.columns
    ]
    columns = [f'<col style="width: {each}">' if each else "<col>" for each in shares]
    return ["<colgroup>", *columns, "</colgroup>"]


def _heads(table: Table, classes: Sequence[str]) -> list[str]:
    titles = [column.title for column in table.columns]
    if not any(titles):
        return []
    cells = [
        f'<th scope="col"{each}>{_text(title)}</th>' if title else "<td></td>"
        for each, title in zip(classes, titles, strict=True)
    ]
    return ["<thead>", f"<tr>{''.join(cells)}</tr>", "</thead>"]


def _run(run: Run) -> str:
    text = _isolated(run.text)
    if run.style == "code":
        return f"<code>{_BREAKS.sub(_BREAK, text)}</code>"
    if run.style == "quiet":
        return f'<span class="quiet">{text}</span>'
    tag = _TAGS.get(run.style)
    return f"<{tag}>{text}</{tag}>" if tag else text


def _isolated(text: str) -> str:
    """Answer a text that does not turn round what stands beside it."""
    return f"<bdi>{_text(text)}</bdi>" if runs_leftwards(text) else _text(text)


def _mark(space: str, number: int) -> str:
    return (
        f'<sup><a id="{space}mark:{number}" href="#{space}note:{number}" role="doc-noteref"'
        f' aria-label="Note {number}">{number}</a></sup>'
    )


def _note(space: str, number: int, text: str) -> str:
    home = f"#{space}mark:{number}"
    back = f'<a href="{home}" role="doc-backlink" aria-label="Back to the text">↩</a>'
    return f'<li id="{space}note:{number}">{text} {back}</li>'


def _text(text: str) -> str:
    return escape(text, quote=True)
