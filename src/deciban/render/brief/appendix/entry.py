"""One record of the case as an appendix has it: words, facts, numbers, reasons, where it stands."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from deciban.case import Record
from deciban.case.citation import without_citations
from deciban.render.brief.appendix.numbers import numbers_written
from deciban.render.brief.prose import (
    Piece,
    code,
    paragraph,
    prose,
    quiet,
    sentences,
    strong,
    table,
)
from deciban.render.brief.telling import Telling
from deciban.render.document.blocks import Block, Column, Prose
from deciban.render.number import Number

NUMBER = (Column("", share=1.0), Column("", "right"), Column(""))


@dataclass(frozen=True, slots=True)
class Entry:
    """A record of the case, as an appendix tells it.

    Attributes:
        record: the record.
        address: where it stands.
        title: what it is, in words.
        facts: what else is known of it, a few words each.
        without: keys whose numbers are told of elsewhere.
    """

    record: Record
    address: str
    title: str
    facts: Sequence[Piece] = ()
    without: Collection[str] = ()


def entry_blocks(telling: Telling, entry: Entry) -> Iterator[Block]:
    """Answer a record with every number that is written in it, and why."""
    yield paragraph(_head(entry))
    numbers = numbers_written(entry.record, entry.address, entry.without)
    yield from table(NUMBER, [_number(each) for each in numbers])
    reasons = sentences(*_reasons(telling, entry.record))
    if reasons:
        yield paragraph(reasons)


def _head(entry: Entry) -> Prose:
    """What it is; then its name, and what is known of it."""
    facts: list[Piece] = []
    for each in entry.facts:
        if each:
            facts += [quiet("; ") if facts else quiet(" "), each]
    title = without_citations(entry.title).removesuffix(".")
    return prose(strong(f"{title}."), " ", code(entry.address.rpartition(".")[2]), *facts)


def _number(number: Number) -> Sequence[Piece]:
    return code(number.address), number.text, quiet(number.remark)


def _reasons(telling: Telling, record: Record) -> Iterator[Piece]:
    """Why, what else a reader should know, and where it is recorded."""
    for key in ("because", "note"):
        text = getattr(record, key, None)
        if isinstance(text, str):
            yield telling.words(text)
    cites: tuple[str, ...] = getattr(record, "cite", ())
    located: str | None = getattr(record, "located", None)
    works = telling.inline(cites, located)
    if works:
        yield prose("[", *works, "]")
