"""A document as Markdown that GitHub and pandoc read alike, with not a tag of HTML in it.

Where the two differ, what both understand is written: footnotes as ``[^1]``, pipe tables, links to
the names that GitHub gives to headings. A fold has no counterpart, so its summary stands in bold
above what it folds; a callout is a quotation.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count
from urllib.parse import quote

from deciban.render.charts.picture import Picture
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
from deciban.render.document.markdown_text import bold, code, leaning, literal, opening
from deciban.render.document.sound import headings, sound

_NOT_IN_NAME = re.compile(r"[^\w\- ]")


def write_markdown(document: Document, pictures: str | None = None) -> str:
    """Answer a document as Markdown.

    Args:
        document: the document.
        pictures: the folder of its figures, as seen from the file, whose SVG files are named as
            ``pictures_of`` names them; without one, what a figure says stands in its place.
    """
    document = sound(document)
    return _Text(document, pictures).text(document)


def pictures_of(document: Document) -> dict[str, Picture]:
    """Answer the pictures that the Markdown of a document refers to, by the names of the files."""
    return {f"{each.name}.svg": each for each in _pictures(sound(document).blocks)}


def _pictures(blocks: Iterable[Block]) -> Iterator[Picture]:
    for block in blocks:
        match block:
            case Figure():
                yield block.picture
            case Callout() | Fold():
                yield from _pictures(block.blocks)


class _Text:
    """Writes the text from top to bottom, each part as lines, and numbers what it meets."""

    def __init__(self, document: Document, pictures: str | None) -> None:
        self._folder = pictures
        self._notes: list[str] = []
        self._figures = count(1)
        self._names = _names(document)

    def text(self, document: Document) -> str:
        """Answer the whole text."""
        parts = [
            [f"# {literal(document.title, heading=True)}"],
            *([leaning(document.subtitle)] for _ in filter(None, [document.subtitle])),
            *([opening(literal(document.dateline))] for _ in filter(None, [document.dateline])),
            *self._blocks(document.blocks),
        ]
        parts += [[f"[^{number}]: {note}"] for number, note in enumerate(self._notes, 1)]
        return "\n".join(line for part in parts for line in [*part, ""]).rstrip("\n") + "\n"

    def _blocks(self, blocks: Sequence[Block]) -> list[list[str]]:
        before = (None, *blocks)
        return [
            part
            for last, block in zip(before, blocks, strict=False)
            for part in self._block(block, last)
        ]

    def _block(self, block: Block, last: Block | None) -> list[list[str]]:
        match block:
            case Heading(level, text):
                return [[f"{'#' * (level + 1)} {literal(text, heading=True)}"]]
            case Paragraph(content):
                return [[self._prose(content)]]
            case Bullets():
                return [self._bullets(block, last)]
            case Table():
                return self._table(block)
            case Figure():
                return self._figure(block)
            case Callout() | Fold():
                return self._framed(block)

    def _framed(self, block: Callout | Fold) -> list[list[str]]:
        if isinstance(block, Fold):
            return [[bold(block.summary)], *self._blocks(block.blocks)]
        inside = [line for part in self._blocks(block.blocks) for line in [*part, ""]][:-1]
        return [[f"> {line}".rstrip() for line in inside]] if inside else []

    def _bullets(self, bullets: Bullets, last: Block | None) -> list[str]:
        """Answer a list, with other marks than the list before it, which it would else go on."""
        other = isinstance(last, Bullets) and last.ordered == bullets.ordered
        marks = (f"{place}{')' if other else '.'}" for place in count(1))
        if not bullets.ordered:
            marks = ("*" if other else "-" for _ in count())
        return [
            f"{mark} {self._prose(item)}" for mark, item in zip(marks, bullets.items, strict=False)
        ]

    def _table(self, table: Table) -> list[list[str]]:
        caption = [[leaning(table.caption)]] if table.caption else []
        titles = [literal(column.title) for column in table.columns]
        sides = ["---:" if column.align == "right" else ":---" for column in table.columns]
        rows = [[self._inline_all(cell, cell=True) for cell in row] for row in table.rows]
        return [*caption, [_row(each) for each in (titles, sides, *rows)]]

    def _figure(self, figure: Figure) -> list[list[str]]:
        caption = [f"**{FIGURE} {next(self._figures)}.** {literal(figure.caption)}".rstrip()]
        alt = literal(figure.picture.alt)
        if self._folder is None:
            return [caption, [opening(alt)]]
        return [[f"![{alt}]({quote(self._folder)}/{figure.picture.name}.svg)"], caption]

    def _prose(self, prose: Prose) -> str:
        return opening(self._inline_all(prose))

    def _inline_all(self, prose: Prose, *, cell: bool = False) -> str:
        """Answer prose on one line; styles are set against what stands before and after them."""
        done = ""
        for place, part in enumerate(prose):
            after = prose[place + 1] if place + 1 < len(prose) else None
            done += self._inline(part, done, _first(after), cell=cell)
        return done

    def _inline(self, part: Inline, before: str, after: str, *, cell: bool) -> str:
        match part:
            case Run(text, "code"):
                return literal(text) if cell and "|" in text else code(text)
            case Run(text, "strong"):
                return bold(text, before, after)
            case Run(text, "emphasis"):
                return leaning(text, before, after)
            case Run(text):
                return literal(text, after_mark=before.endswith(("]", ")")))
            case Link(text, to):
                return self._link(text, to)
            case Footnote(content):
                self._notes.append(self._prose(content))
                return f"[^{len(self._notes)}]"

    def _link(self, text: str, to: str) -> str:
        leads = f"#{self._names.get(to[1:], '')}" if to.startswith("#") else _address(to)
        return literal(text) if leads == "#" else f"[{literal(text)}]({leads})"


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _address(to: str) -> str:
    return to.replace("(", "%28").replace(")", "%29").replace("&", "&amp;")


def _first(part: Inline | None) -> str:
    """Answer the first character of a part, as far as the marks of style before it care."""
    match part:
        case None:
            return ""
        case Run(text):
            return text[0]
        case Link() | Footnote():
            return "["


def _names(document: Document) -> Mapping[str, str]:
    """Answer by anchor the name that GitHub gives to a heading, numbered where it is taken."""
    taken = Counter([_name(document.title)])
    names: dict[str, str] = {}
    for heading in headings(document.blocks):
        name = _name(heading.text)
        names[heading.anchor] = f"{name}-{taken[name]}" if taken[name] else name
        taken[name] += 1
    return names


def _name(text: str) -> str:
    return _NOT_IN_NAME.sub("", text.lower()).replace(" ", "-")
