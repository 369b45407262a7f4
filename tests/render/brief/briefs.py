"""Briefs of cases, as documents, and what is looked for in them."""

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from textwrap import dedent

from deciban import pipeline
from deciban.case import Case
from deciban.findings.account import Account
from deciban.read import Reading, read_case, read_text_of_case
from deciban.render.brief.brief import brief_of
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
    Paragraph,
    Prose,
    Table,
)

ROOT = Path(__file__).parents[3]
SMALL, FLAGSHIP, SECOND = (
    Path(__file__).parent / "small",
    ROOT / "cases" / "barbarossa",
    ROOT / "cases" / "finance_director",
)
#: Fewer draws than anybody would weigh with, for the sake of time.
DRAWS = 200
DIGEST = 64 * "0"


@cache
def accounted(folder: Path) -> tuple[Case, Account]:
    """A case of the repository, and what its brief tells."""
    return _accounted(read_case(folder))


@cache
def brief(folder: Path, *, style: str = "chicago", short: bool = False) -> Document:
    """The brief of a case of the repository, without figures."""
    case, account = accounted(folder)
    return brief_of(account, case, digest=DIGEST, style=style, short=short, figures=False)


def brief_of_text(body: str) -> Document:
    """The brief of a case in a text, without figures."""
    case, account = _accounted(read_text_of_case(dedent(body), Path("nowhere/case.yaml")))
    return brief_of(account, case, figures=False)


def _accounted(reading: Reading) -> tuple[Case, Account]:
    weighing = pipeline.account(reading, draws=DRAWS)
    assert weighing.case is not None
    assert weighing.findings is not None, weighing.problems
    return weighing.case, weighing.findings


def section(document: Document, anchor: str) -> tuple[Block, ...]:
    """The blocks of a section, without its heading; none where it has no such section."""
    found: list[Block] = []
    inside = False
    for block in document.blocks:
        if isinstance(block, Heading) and block.level == 1:
            inside = block.anchor == anchor
        elif inside:
            found.append(block)
    return tuple(found)


def sections(document: Document) -> list[str]:
    """The anchors of the sections, in order."""
    headings = (each for each in document.blocks if isinstance(each, Heading) and each.level == 1)
    return [each.anchor for each in headings]


def proses(blocks: Iterable[Block]) -> Iterator[Prose]:
    """Every prose in blocks, those inside others as well, from top to bottom."""
    for block in blocks:
        match block:
            case Paragraph():
                yield block.content
            case Bullets():
                yield from block.items
            case Table():
                yield from (cell for row in block.rows for cell in row)
            case Callout() | Fold():
                yield from proses(block.blocks)
            case Heading() | Figure():
                pass


def said(blocks: Iterable[Block]) -> str:
    """The words of blocks without their notes, a line for each prose."""
    return "\n".join(words(each) for each in proses(blocks))


def words(prose: Iterable[Inline]) -> str:
    """The words of prose without its notes."""
    return "".join(each.text for each in prose if not isinstance(each, Footnote))


def notes(blocks: Iterable[Block]) -> list[str]:
    """The words of every note in blocks."""
    found = (each for prose in proses(blocks) for each in prose if isinstance(each, Footnote))
    return [words(each.content) for each in found]
