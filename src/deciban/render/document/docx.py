"""A document for Word: real headings, captions, tables and footnotes, and pictures with their text.

Written as the parts of XML that such a file is made of (ECMA-376), with the styles of
``word/styles.xml``, so that whoever goes on writing in it has styles to go on with.
"""

import struct
from collections.abc import Iterable, Sequence
from itertools import count

from deciban.render.charts.export import png
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
from deciban.render.document.html import FIGURE
from deciban.render.document.package import Parts, Relations, packaged, packed
from deciban.render.document.sound import headings, sound
from deciban.render.document.wordml import (
    GAP_AFTER,
    NAMESPACES,
    bookmark,
    cell,
    counted,
    footer,
    footnotes,
    header,
    note_mark,
    numbering,
    paragraph,
    picture,
    ruled,
    run,
)

#: Measures of the page in twentieths of a point: A4, and the text between its margins.
_PAPER, _MARGIN, _EDGE = (11906, 16838), 1640, 780
_WIDTH = _PAPER[0] - 2 * _MARGIN
_FRAME = 2 * 227
#: Measures of pictures in English Metric Units: to a pixel, and what fits on a page.
_PIXEL, _TWIP = 9525, 635
_TALLEST = 11000 * _TWIP
#: Dots of a PNG to a pixel, and where in a PNG its width and height stand.
_DOTS, _SIZE = 3.0, slice(16, 24)
#: What a letter of a table takes, and the gap behind a cell.
_LETTER, _GAP = 104, 190
#: Letters of the longest word that is not broken, and of the longest line.
_WORD, _LINE = 16, 26
#: How much of a page columns may take that have no share of it.
_MOST_FIXED = 0.6
_LONG_CELL = 600
_STYLES = {"strong": "Strong", "emphasis": "Emphasis", "code": "Code", "quiet": "Quiet"}
_BULLETS = 1


def write_docx(document: Document) -> bytes:
    """Answer a document as a file for Word, without a date of writing.

    Raises:
        ValueError: if a picture cannot be drawn.
    """
    document = sound(document)
    return _Body(document).file(document)


class _Body:
    """Writes the text from top to bottom, and gathers what stands beside it in the file."""

    def __init__(self, document: Document) -> None:
        self._relations = Relations()
        self._of_notes = Relations()
        self._notes: list[str] = []
        self._pictures: dict[str, bytes] = {}
        self._text = "Normal"
        self._lists = count(_BULLETS + 1)
        self._numbered: list[int] = []
        found = headings(document.blocks)
        self._places = {each.anchor: place for place, each in enumerate(found, 1)}

    def file(self, document: Document) -> bytes:
        """Answer the whole file."""
        language = "en-GB" if document.language == "en" else document.language
        text = self._document(document)
        main = {
            "document": text,
            "styles": packaged("styles").replace(
                'w:lang w:val="en-GB"', f'w:lang w:val="{language}"'
            ),
            "settings": packaged("settings"),
            "fontTable": packaged("fontTable"),
            "numbering": numbering(self._numbered),
            "footnotes": footnotes(self._notes),
            "header": header(document.title),
            "footer": footer(),
        }
        return packed(
            Parts(
                main=main,
                relations={"document": self._relations, "footnotes": self._of_notes},
                pictures=self._pictures,
                title=document.title,
                subject=document.subtitle,
                told="; ".join(f"{name} {value}" for name, value in document.about.items()),
                language=language,
            )
        )

    def _document(self, document: Document) -> str:
        under = [("Subtitle", document.subtitle), ("Dateline", document.dateline)]
        body = [
            paragraph("Title", run(document.title)),
            *(paragraph(style, run(text)) for style, text in under if text),
            *self._blocks(document.blocks, _WIDTH),
            self._section(),
        ]
        return f"<w:document {NAMESPACES}><w:body>{''.join(body)}</w:body></w:document>"

    def _section(self) -> str:
        """Answer the page, after relating what belongs to it."""
        for name in ("styles", "settings", "fontTable", "numbering", "footnotes"):
            self._relations.to(name, f"{name}.xml")
        header = self._relations.to("header", "header.xml")
        footer = self._relations.to("footer", "footer.xml")
        wide, high = _PAPER
        measures = dict.fromkeys(("top", "right", "bottom", "left"), _MARGIN)
        measures |= {"header": _EDGE, "footer": _EDGE, "gutter": 0}
        margins = " ".join(f'w:{name}="{measure}"' for name, measure in measures.items())
        return (
            "<w:sectPr>"
            f'<w:headerReference w:type="default" r:id="{header}"/>'
            f'<w:footerReference w:type="default" r:id="{footer}"/>'
            f'<w:footerReference w:type="first" r:id="{footer}"/>'
            f'<w:pgSz w:w="{wide}" w:h="{high}"/>'
            f"<w:pgMar {margins}/>"
            "<w:titlePg/></w:sectPr>"
        )

    def _blocks(self, blocks: Iterable[Block], width: int) -> list[str]:
        return [part for block in blocks for part in self._block(block, width)]

    def _block(self, block: Block, width: int) -> list[str]:
        match block:
            case Heading():
                return [self._heading(block)]
            case Paragraph(content):
                return [paragraph(self._text, self._prose(content, self._relations))]
            case Bullets():
                return self._bullets(block)
            case Table():
                return self._table(block, width)
            case Figure():
                return self._figure(block, width)
            case Callout() | Fold():
                return self._framed(block, width)

    def _heading(self, heading: Heading) -> str:
        place = self._places[heading.anchor]
        start = f'<w:bookmarkStart w:id="{place}" w:name="{bookmark(place)}"/>'
        text = f'{start}{run(heading.text)}<w:bookmarkEnd w:id="{place}"/>'
        return paragraph(f"Heading{heading.level}", text)

    def _bullets(self, bullets: Bullets) -> list[str]:
        style, listed = (
            ("ListNumber", next(self._lists)) if bullets.ordered else ("ListBullet", _BULLETS)
        )
        if bullets.ordered:
            self._numbered.append(listed)
        number = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{listed}"/></w:numPr>'
        return [
            paragraph(style, self._prose(item, self._relations), number) for item in bullets.items
        ]

    def _framed(self, block: Callout | Fold, width: int) -> list[str]:
        if isinstance(block, Fold):
            before, self._text = self._text, "DetailText"
            inside = self._blocks(block.blocks, width)
            self._text = before
            return [paragraph("Detail", run(block.summary)), *inside]
        inside = self._blocks(block.blocks, width - _FRAME) or [GAP_AFTER]
        frame = f"<w:tr>{cell(width, ''.join(inside))}</w:tr>"
        return [ruled("Framed", [width], [frame]), GAP_AFTER]

    def _table(self, table: Table, width: int) -> list[str]:
        widths = _widths(table, width)
        caption = [paragraph("TableCaption", run(table.caption))] if table.caption else []
        titles: list[Prose] = [
            ((Run(column.title),) if column.title else ()) for column in table.columns
        ]
        head = [self._row(table, titles, widths, "<w:tblHeader/>")] if any(titles) else []
        rows = [self._row(table, row, widths) for row in table.rows]
        return [
            *caption,
            ruled("Ruled", widths, [*head, *rows], caption=table.caption, headed=bool(head)),
            GAP_AFTER,
        ]

    def _row(
        self, table: Table, row: Sequence[Prose], widths: Sequence[int], kind: str = ""
    ) -> str:
        whole = "" if any(len(_words(each)) > _LONG_CELL for each in row) else "<w:cantSplit/>"
        cells = [
            cell(width, self._cell(column.align, content), whole=len(_words(content)) <= _WORD)
            for column, content, width in zip(table.columns, row, widths, strict=True)
        ]
        return f"<w:tr><w:trPr>{whole}{kind}</w:trPr>{''.join(cells)}</w:tr>"

    def _cell(self, align: str, content: Prose) -> str:
        side = '<w:jc w:val="right"/>' if align == "right" else ""
        return paragraph("TableText", self._prose(content, self._relations), side)

    def _figure(self, figure: Figure, width: int) -> list[str]:
        number = len(self._pictures) + 1
        name = f"figure{number}.png"
        self._pictures[name] = drawn = png(figure.picture, _DOTS)
        relation = self._relations.to("image", f"media/{name}")
        shown = picture(relation, number, figure.picture.alt, _extent(drawn, width))
        numbered = f"{run(f'{FIGURE} ', 'Strong')}{counted('Figure', number)}{run('. ', 'Strong')}"
        return [
            paragraph("Figure", f"<w:r>{shown}</w:r>"),
            paragraph("Caption", numbered + run(figure.caption)),
        ]

    def _prose(self, prose: Iterable[Inline], relations: Relations) -> str:
        return "".join(self._inline(part, relations) for part in prose)

    def _inline(self, part: Inline, relations: Relations) -> str:
        match part:
            case Run(text, style):
                return run(text, _STYLES.get(style, ""))
            case Link(text, to):
                return self._link(text, to, relations)
            case Footnote(content):
                self._notes.append(self._prose(content, self._of_notes))
                return note_mark(len(self._notes))

    def _link(self, text: str, to: str, relations: Relations) -> str:
        if to.startswith("#"):
            leads = f'w:anchor="{bookmark(self._places[to[1:]])}"'
        else:
            leads = f'r:id="{relations.to("hyperlink", to)}"'
        return f"<w:hyperlink {leads}>{run(text, 'Hyperlink')}</w:hyperlink>"


def _extent(drawn: bytes, width: int) -> tuple[int, int]:
    """Answer how wide and high a PNG is to be, in EMU: as drawn, or what there is room for."""
    wide, high = (_PIXEL * size / _DOTS for size in struct.unpack(">II", drawn[_SIZE]))
    scale = min(1.0, width * _TWIP / wide, _TALLEST / high)
    return round(wide * scale), round(high * scale)


def _words(prose: Prose) -> str:
    return "".join(part.text for part in prose if not isinstance(part, Footnote))


def _widths(table: Table, width: int) -> list[int]:
    """Answer the widths of columns in twips: what each needs, and the rest of the page by share."""
    shares = [column.share for column in table.columns]
    whole = sum(shares)
    least = [0 if share else _least(table, place) for place, share in enumerate(shares)]
    needs = [0 if share else _need(table, place) for place, share in enumerate(shares)]
    room = width * _MOST_FIXED if whole else width
    fixed = _between(least, needs, room)
    rest = width - sum(fixed)
    return [
        round(rest * share / whole) if share else round(own)
        for share, own in zip(shares, fixed, strict=True)
    ]


def _between(least: Sequence[int], needs: Sequence[int], room: float) -> list[float]:
    """Answer widths as near to what is needed as there is room for, squeezed if need be."""
    if sum(least) > room:
        return [each * room / sum(least) for each in least]
    spare, wanted = room - sum(least), sum(needs) - sum(least)
    part = min(1.0, spare / wanted) if wanted else 0.0
    return [low + (need - low) * part for low, need in zip(least, needs, strict=True)]


def _least(table: Table, place: int) -> int:
    """Answer how wide a column must be that no word of it is broken, unless it is a long one."""
    texts = [table.columns[place].title, *(_words(row[place]) for row in table.rows)]
    longest = max(len(word) for text in texts for word in ["", *text.split()])
    return min(longest, _WORD) * _LETTER + _GAP


def _need(table: Table, place: int) -> int:
    """Answer how wide a column would be if no cell were broken, or so only after a fair line."""
    longest = max((len(_words(row[place])) for row in table.rows), default=0)
    return max(min(longest, _LINE) * _LETTER + _GAP, _least(table, place))
