"""Which works a case cites: in its fields for citations, as speakers, and in its prose."""

from collections.abc import Iterator, Mapping

from deciban.case.case import Case
from deciban.case.citation import find_citations
from deciban.case.debate import Position
from deciban.case.kinds import Prose, Reference, Texts, fields_of
from deciban.case.record import Record
from deciban.case.walk import records_in
from deciban.node import Mapping as MappingNode
from deciban.node import Scalar

#: Prose that is no place for a citation: words of others, names, and places in works.
WITHOUT = frozenset({"quote", "document", "located", "id", "title", "name", "reads"})
CONSULTED = "consulted"


def every_record(case: Case) -> Iterator[Record]:
    """Answer every record of a case, of its positions and of its debate."""
    for top in (case, *case.positions, *case.debate):
        yield from records_in(top)


def proses(record: Record) -> Iterator[tuple[str, str]]:
    """Answer the texts of a record in which works may be cited, each with its path."""
    for declared in fields_of(type(record)):
        if declared.name in WITHOUT:
            continue
        value = getattr(record, declared.name)
        if isinstance(declared.kind, Prose) and value:
            yield declared.key, value
        elif isinstance(declared.kind, Texts):
            yield from ((f"{declared.key}.{name}", text) for name, text in value.items())
    if isinstance(record, Position):
        yield from _reasons(record)


def _reasons(position: Position) -> Iterator[tuple[str, str]]:
    """Why a debater holds what he holds; a reason there is part of a value kept as written."""
    for address, held in position.holds.items():
        for entry in held.entries if isinstance(held, MappingNode) else ():
            if entry.key.text == "because" and isinstance(entry.value, Scalar):
                yield f"holds.{address}", entry.value.text


def cited(case: Case) -> Mapping[str, None]:
    """Answer the keys that a case cites anywhere, in the order of the text, each once."""
    return dict.fromkeys(key for record in every_record(case) for key in _in(record))


def consulted(case: Case) -> tuple[str, ...]:
    """Answer the keys of works that were read and are cited nowhere, as the case lists them."""
    used = cited(case)
    return tuple(dict.fromkeys(key for key in case.consulted if key not in used))


def unused(case: Case) -> tuple[str, ...]:
    """Answer the keys of the bibliography that are neither cited nor listed as consulted."""
    used = {**cited(case), **dict.fromkeys(case.consulted)}
    return tuple(key for key in case.bibliography.works if key not in used)


def _in(record: Record) -> Iterator[str]:
    for declared in fields_of(type(record)):
        if isinstance(declared.kind, Reference) and "citation" in declared.kind.to:
            value = getattr(record, declared.name)
            if value and declared.name != CONSULTED:
                yield from value if isinstance(value, tuple) else (value,)
    for _, prose in proses(record):
        for citation in find_citations(prose):
            yield from (cite.key for cite in citation.cites)
