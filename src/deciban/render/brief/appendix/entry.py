"""One record of the case as an appendix has it: words, facts, reasons, numbers, where it stands."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from deciban.case import Record, Report
from deciban.case.citation import without_citations
from deciban.render.brief.appendix.numbers import numbers_written
from deciban.render.brief.prose import Piece, code, paragraph, prose, quiet, sentences, strong
from deciban.render.brief.telling import Telling
from deciban.render.brief.words import capital, quoted, stop
from deciban.render.document.blocks import Block, Prose
from deciban.render.number import Number


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
    numbers = tuple(numbers_written(entry.record, entry.address, entry.without))
    yield paragraph(sentences(_head(entry, named=not numbers), *_reasons(telling, entry.record)))
    if numbers:
        yield paragraph(_row(_shared(entry, numbers), numbers))


def _head(entry: Entry, *, named: bool) -> Prose:
    """What it is, and what is known of it; its name where no address has it."""
    facts = [each for each in entry.facts if each]
    facts += [code(entry.address)] if named else []
    pieces: list[Piece] = []
    for each in facts:
        pieces += [quiet("; ") if pieces else quiet(" ("), each]
    title = without_citations(entry.title)
    if not pieces:
        return prose(strong(stop(title)))
    return prose(strong(title.removesuffix(".")), *pieces, quiet(")."))


def _shared(entry: Entry, numbers: Sequence[Number]) -> str:
    """The part of their addresses that all numbers of a record share: hers, or that of one key."""
    start = len(entry.address) + 1
    keys = {number.address[start:].partition(".")[0] for number in numbers}
    return f"{entry.address}.{keys.pop()}" if len(keys) == 1 else entry.address


def _row(address: str, numbers: Sequence[Number]) -> Prose:
    """An address with every number under it, each behind the rest of its own."""
    pieces: list[Piece] = [code(address), "  "]
    for place, number in enumerate(numbers):
        rest = number.address[len(address) + 1 :]
        remark: Piece = quiet(f", {number.remark}") if number.remark else ()
        name = prose(code(rest), " ") if rest else ()
        pieces += ["; " if place else "", name, number.text, remark]
    return prose(*pieces)


def _quoted(telling: Telling, record: Record) -> str:
    """What it quotes, and where the words were found; a report is called by its own words."""
    quote, name = getattr(record, "quote", None), getattr(record, "id", "")
    if not isinstance(quote, str):
        return ""
    found = next((each for each in telling.account.quotations if each.id == name), None)
    where = f"found so at {found.where}" if found is not None and found.verified else ""
    if isinstance(record, Report):
        own = stop(without_citations(record.text)) if record.text else ""
        return " ".join(each for each in (own, capital(f"{where}.") if where else "") if each)
    return f"The words{f', {where}' if where else ''}: {quoted(quote)}."


def _reasons(telling: Telling, record: Record) -> Iterator[Piece]:
    """Why, what else a reader should know, and where it is recorded."""
    for key in ("because", "note"):
        text = getattr(record, key, None)
        if isinstance(text, str):
            yield telling.words(text)
    yield _quoted(telling, record)
    cites: tuple[str, ...] = getattr(record, "cite", ())
    located: str | None = getattr(record, "located", None)
    works = telling.inline(cites, located)
    if works:
        yield prose("[", *works, "]")
