"""A document as the writers may rely on it, whatever stood in the case.

Its characters can all be shown, every link leads somewhere, anchors are unique and plain, headings
skip no level, and every row is as long as its table is wide. What is left to a writer is the
escaping of its own format.
"""

import math
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import count
from typing import Literal, cast
from urllib.parse import quote

from deciban.render.document.blocks import (
    Block,
    Bullets,
    Callout,
    Column,
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
from deciban.render.document.plain import printable

NAMELESS = "Untitled"

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_NO_NAME = re.compile(r"[^A-Za-z0-9_-]+")
_ADDRESS = re.compile(r"https?://[^/\s]", re.IGNORECASE)
_KEPT_IN_ADDRESS = "%/:=&?~#+!$,;'@()*[]"


def sound(document: Document) -> Document:
    """Answer a document that every writer can write."""
    found = tuple(headings(document.blocks))
    names = tuple(_names(found))
    targets: dict[str, str] = {}
    for heading, name in zip(found, names, strict=True):
        targets.setdefault(heading.anchor, name)
    mender = _Mender(targets, iter(names))
    return replace(
        document,
        title=printable(document.title).strip() or NAMELESS,
        subtitle=printable(document.subtitle).strip(),
        dateline=printable(document.dateline).strip(),
        blocks=tuple(mender.blocks(document.blocks)),
        about={printable(name): printable(value) for name, value in document.about.items()},
        language=document.language if _LANGUAGE.fullmatch(document.language) else "en",
    )


def headings(blocks: Iterable[Block]) -> Iterator[Heading]:
    """Answer every heading, in order, those in callouts and folds among them."""
    for block in blocks:
        match block:
            case Heading():
                yield block
            case Callout() | Fold():
                yield from headings(block.blocks)


def _names(headings: Iterable[Heading]) -> Iterator[str]:
    taken: set[str] = set()
    for heading in headings:
        yield _unused(heading.anchor, taken, "part")


def _unused(wanted: str, taken: set[str], otherwise: str) -> str:
    """Answer a plain name that is not yet taken, and take it."""
    stem = _NO_NAME.sub("-", wanted).strip("-") or otherwise
    name = next(each for each in _numbered(stem) if each not in taken)
    taken.add(name)
    return name


def _numbered(stem: str) -> Iterator[str]:
    yield stem
    yield from (f"{stem}-{number}" for number in count(2))


@dataclass(slots=True)
class _Mender:
    """Goes through a document once, from top to bottom.

    Attributes:
        targets: where an anchor of the content has come to stand.
        names: the anchors of the headings still to come.
        level: the level of the heading last met.
        pictures: the names of the pictures met.
    """

    targets: Mapping[str, str]
    names: Iterator[str]
    level: int = 0
    pictures: set[str] = field(default_factory=set)

    def blocks(self, blocks: Iterable[Block]) -> Iterator[Block]:
        for block in blocks:
            yield from self._block(block)

    def _block(self, block: Block) -> Iterator[Block]:
        match block:
            case Heading():
                yield self._heading(block)
            case Paragraph():
                yield from map(Paragraph, filter(None, [self._prose(block.content)]))
            case Bullets():
                items = tuple(filter(None, map(self._prose, block.items)))
                yield from [replace(block, items=items)] if items else []
            case Table():
                yield from [self._table(block)] if block.columns else []
            case Figure():
                yield self._figure(block)
            case Callout():
                yield Callout(tuple(self.blocks(block.blocks)))
            case Fold():
                yield Fold(_words(block.summary), tuple(self.blocks(block.blocks)))

    def _heading(self, heading: Heading) -> Heading:
        self.level = min(heading.level, self.level + 1)
        level = cast("Literal[1, 2, 3]", self.level)
        return Heading(level, _words(heading.text), next(self.names))

    def _table(self, table: Table) -> Table:
        width = len(table.columns)
        rows = (tuple(map(self._prose, row[:width])) for row in table.rows)
        return Table(
            columns=tuple(map(_column, table.columns)),
            rows=tuple(row + ((),) * (width - len(row)) for row in rows),
            caption=printable(table.caption).strip(),
        )

    def _figure(self, figure: Figure) -> Figure:
        name = _unused(figure.picture.name, self.pictures, "figure")
        title = _words(figure.picture.title)
        alt = printable(figure.picture.alt).strip() or title
        picture = replace(figure.picture, name=name, title=title, alt=alt)
        return Figure(picture, printable(figure.caption).strip())

    def _prose(self, prose: Prose) -> Prose:
        return _trimmed(_joined(part for each in prose for part in self._inline(each)))

    def _inline(self, part: Inline) -> Iterator[Inline]:
        match part:
            case Run():
                yield from _run(part)
            case Link():
                yield from self._link(part)
            case Footnote():
                said = self._prose(part.content)
                flat = tuple(each for each in said if not isinstance(each, Footnote))
                yield from map(Footnote, filter(None, [flat]))

    def _link(self, link: Link) -> Iterator[Run | Link]:
        text = printable(link.text) or printable(link.to)
        to = self._target(link.to)
        yield from [Link(text, to)] if to else _run(Run(text))

    def _target(self, to: str) -> str:
        if to.startswith("#"):
            name = self.targets.get(to[1:])
            return f"#{name}" if name else ""
        return quote(printable(to), safe=_KEPT_IN_ADDRESS) if _ADDRESS.match(to) else ""


def _words(text: str) -> str:
    return printable(text).strip() or NAMELESS


def _run(run: Run) -> Iterator[Run]:
    text = printable(run.text)
    yield from [replace(run, text=text)] if text else []


def _column(column: Column) -> Column:
    share = column.share if math.isfinite(column.share) else 0.0
    return replace(column, title=printable(column.title).strip(), share=max(0.0, share))


def _joined(parts: Iterable[Inline]) -> Prose:
    """Answer parts with neighbours of one style as one run."""
    joined: list[Inline] = []
    for part in parts:
        last = joined[-1] if joined else None
        if isinstance(part, Run) and isinstance(last, Run) and part.style == last.style:
            joined[-1] = replace(last, text=printable(last.text + part.text))
        else:
            joined.append(part)
    return tuple(joined)


def _trimmed(parts: Prose) -> Prose:
    """Answer parts without space at their ends."""
    left = list(parts)
    while left and isinstance(first := left[0], Run):
        left[0] = first = replace(first, text=first.text.lstrip(" "))
        if first.text:
            break
        left.pop(0)
    while left and isinstance(last := left[-1], Run):
        left[-1] = last = replace(last, text=last.text.rstrip(" "))
        if last.text:
            break
        left.pop()
    return tuple(left)
