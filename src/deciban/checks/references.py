"""Check: every name that the text refers to is carried by something in the case."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache, partial

from deciban.case import Case, Record
from deciban.case.kinds import Reference, fields_of
from deciban.case.walk import records_in
from deciban.checks.citations import missing_hint
from deciban.checks.places import names_of
from deciban.checks.subjects import called
from deciban.problem import Problem
from deciban.read.suggest import listing, nearest

#: References whose names depend on the record around them; other checks look after these.
ELSEWHERE = frozenset(
    {"outcome", "answer", "address", "mind", "trust", "sight", "choice", "option", "value", "item"}
)


def check_references(case: Case) -> Iterator[Problem]:
    """Report every reference to a question, event, source, report or work that is not there."""
    names = cache(partial(_union, names_of(case)))
    for top in (case, *case.positions, *case.debate):
        for record in records_in(top):
            yield from _in_record(case, record, names)


def _union(names: Mapping[str, frozenset[str]], kinds: tuple[str, ...]) -> frozenset[str]:
    return frozenset[str]().union(*(names[kind] for kind in kinds))


def _in_record(
    case: Case, record: Record, names: Callable[[tuple[str, ...]], frozenset[str]]
) -> Iterator[Problem]:
    for declared in fields_of(type(record)):
        kind = declared.kind
        value = getattr(record, declared.name)
        if not isinstance(kind, Reference) or not value or ELSEWHERE & set(kind.to):
            continue
        if "citation" in kind.to and not case.bibliography.whole:
            continue
        known = names(kind.to)
        several = isinstance(value, tuple)
        for place, name in enumerate(value if several else (value,)):
            if name in known or name in case.broken:
                continue
            at = record.place(f"{declared.key}.{place}" if several else declared.key)
            yield Problem(
                "D405" if kind.to == ("citation",) else "D402",
                f"there is no {' or '.join(_noun(what) for what in kind.to)} '{name}'",
                at,
                _hint(case, name, kind, known),
            )


def _hint(case: Case, name: str, kind: Reference, known: frozenset[str]) -> str:
    if "citation" in kind.to and name.startswith("@"):
        return f"write the bare key: {name[1:]}"
    if kind.to == ("citation",):
        if " " in name:
            return f"write a key of {case.bibliography.file} here, and the page under `at`"
        return missing_hint(case, name)
    whole = name.partition(".")[0]
    if "question" in kind.to and whole in known:
        return f"it takes the whole of '{whole}': write `given: {whole}`, and judge each answer"
    otherwise = f"known: {listing(sorted(known))}" if known else "none is defined yet"
    people = called(case) if {"person", "source"} & set(kind.to) else {}
    meant = nearest(name, [*sorted(known), *people])
    return f"did you mean '{people.get(meant, meant)}'?" if meant else otherwise


def _noun(what: str) -> str:
    return {"citation": "work", "person": "actor or source"}.get(what, what)
