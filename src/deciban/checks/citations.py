"""Check: every work that prose cites is in the bibliography, and every citation can be read."""

from collections.abc import Iterator

from deciban.case import Case, Record
from deciban.case.citation import find_alone, find_citations, find_slips
from deciban.case.cited import every_record, proses
from deciban.problem import Problem
from deciban.read.suggest import did_you_mean
from deciban.span import Span


def check_citations(case: Case) -> Iterator[Problem]:
    """Report works cited in prose that are not there, and what only looks like a citation."""
    for record in every_record(case):
        for path, prose in proses(record):
            if "@" in prose:
                yield from _in_prose(case, record, path, prose)


def _in_prose(case: Case, record: Record, path: str, prose: str) -> Iterator[Problem]:
    def at(offset: int) -> Span:
        return record.place(f"{path}.@{prose.count('@', 0, offset)}")

    keys = case.bibliography.keys
    for slip in find_slips(prose):
        yield Problem("D407", slip.message, at(slip.at), slip.hint)
    for citation in find_citations(prose):
        for cite in citation.cites:
            if cite.key not in keys and case.bibliography.whole:
                hint = missing_hint(case, cite.key)
                yield Problem("D406", f"there is no work '{cite.key}'", at(cite.at), hint)
    for name, offset in find_alone(prose):
        if name in keys:
            message = f"'@{name}' stands without brackets, and is not read as a citation"
            yield Problem("D408", message, at(offset), f"write [@{name}], or [@{name}, p. 12]")


def missing_hint(case: Case, name: str) -> str:
    """Answer what to do about a work that the bibliography lacks."""
    file = case.bibliography.file
    entry = f"@book{{{name}, title = {{...}}}}" if file.endswith(".bib") else _json(name)
    there = f"add it to {file}, such as {entry}"
    otherwise = there if case.bibliography.present else f"{there}, which is not there yet"
    return did_you_mean(name, sorted(case.bibliography.keys), otherwise)


def _json(name: str) -> str:
    return f'[{{"id": "{name}", "title": "..."}}]'
