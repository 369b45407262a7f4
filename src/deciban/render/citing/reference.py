"""A work as the library for citation styles wants it: strict, with nothing empty in it."""

import re
from collections.abc import Mapping

from citeproc import DATES, NAMES, VARIABLES
from citeproc.source import Date, LiteralDate, Name, Reference
from citeproc.string import String

from deciban.case import Work
from deciban.case.csl import Dated, Day, Entry, Person, date_of, people_of, text_of
from deciban.render.citing.marked import END_UPRIGHT, UPRIGHT, marked

#: What is no text of an entry: people, dates, and what a citation adds by itself.
_NO_WORDS = frozenset((*NAMES, *DATES, "citation_label", "citation_number", "locator")) | {
    "first_reference_note_number",
    "year_suffix",
}
#: What a style says by itself, where the entry has it as well.
_SAID_TWICE: Mapping[str, str] = {
    "volume": r"\Avol(?:umes?|s)?(?:\.\s*|\s+)",
    "number_of_volumes": r"(?<=\d)\s*vol(?:ume)?s?\.?\Z",
    "issue": r"\A(?:no|nr|issue|number)s?(?:\.\s*|\s+)",
    "page": r"\App?(?:\.\s*|\s+)",
    "edition": r"(?<=\d)(?:st|nd|rd|th)?\s*ed(?:ition|n)?\.?\Z|(?<=\d)(?:st|nd|rd|th)\Z",
    "DOI": r"\A(?:https?://(?:dx\.)?doi\.org/|doi:\s*)",
}
_ELSEWHERE = {"title_short": "shortTitle", "event": "event-title"}
#: What a work can be called by.
_CALLED_BY = frozenset(("title", "author", "editor", "translator", "container_title"))
_TYPE = re.compile(r"[a-z_-]{1,40}\Z")
_CENTURY = 100
_LOOSE_ENDS = " ,;:"


def reference(key: str, work: Work, suffix: str = "") -> Reference:
    """Answer a work under a key.

    Args:
        key: a key in small letters.
        work: the work.
        suffix: what tells its year from the same year of the same author, such as *a*.
    """
    entry = work.entry
    fields: dict[str, object] = {}
    for name in VARIABLES:
        if name not in _NO_WORDS and (text := _field(entry, name)):
            fields[name] = String(text)
    for role in NAMES:
        named = map(_name, people_of(entry, role.replace("_", "-")))
        if names := [name for name in named if name is not None]:
            fields[role] = names
    if not fields.keys() & _CALLED_BY:
        fields["title"] = String(marked(work.id))  # nothing else to call it by
    fields |= _title(fields)
    for name in DATES:
        dated = date_of(entry, name.replace("_", "-"))
        if dated is not None:
            fields[name] = _date(dated)
    if suffix:
        fields["year_suffix"] = String(suffix)
    kind = text_of(entry, "type").lower()
    return Reference(key, kind if _TYPE.match(kind) else "document", **fields)


def only_dated(key: str, full: Reference) -> Reference:
    """Answer a work reduced to its year, for where the sentence has named the author."""
    kept = {name: full[name] for name in ("issued", "year_suffix") if name in full}
    return Reference(key, full.type, **kept)


def _field(entry: Entry, name: str) -> str:
    spelled = (name.replace("_", "-"), name, _ELSEWHERE.get(name, name))
    text = next((found for each in spelled if (found := text_of(entry, each))), "")
    text = re.sub(_SAID_TWICE.get(name, r"\Z"), "", text, count=1, flags=re.IGNORECASE)
    text = text if name in ("URL", "DOI") else marked(text)
    text = text.strip(_LOOSE_ENDS)
    return text if name == "title" or any(map(str.isalnum, text)) else ""


def _title(fields: Mapping[str, object]) -> dict[str, object]:
    """The title, and its first part for later notes; a description stands as it is."""
    title = str(fields.get("title", ""))
    if not title:
        return {}
    short = str(fields.get("title_short", "")) or title.partition(": ")[0]
    if title.startswith("[") and title.endswith("]"):
        title, short = (f"{UPRIGHT}{each}{END_UPRIGHT}" for each in (title, short))
    return {"title": String(title), "title_short": String(_whole(short, title))}


def _whole(short: str, title: str) -> str:
    """The short title, unless cutting it off would break marks in two."""
    marks = [character for character in short if "\ue000" <= character <= "\ue005"]
    opened = sum(1 if ord(mark) % 2 == 0 else -1 for mark in marks)
    return title if opened else short


def _name(person: Person) -> Name | None:
    family = marked(person.family)
    if not family:
        return None
    if person.whole:
        return Name(literal=family)
    parts = {
        "family": family,
        "given": marked(person.given),
        "non-dropping-particle": marked(person.particle),
        "dropping-particle": marked(person.dropped),
        "suffix": marked(person.suffix),
    }
    return Name(**{name: text for name, text in parts.items() if text})


def _date(dated: Dated) -> Date | LiteralDate:
    begin, end = dated.begin, dated.end
    if begin is None:
        return _literal(marked(dated.words))
    if end is not None and end.year != begin.year:
        return _literal(f"{_year(begin)}\N{EN DASH}{_last(begin.year, end)}")
    if dated.about:
        return _literal(f"ca. {_year(begin)}")
    if end is not None:  # as much of it as holds throughout
        begin = Day(begin.year, begin.month if begin.month == end.month else 0)
    parts = {"month": begin.month, "day": begin.day, "season": begin.season}
    return Date(year=begin.year, **{name: part for name, part in parts.items() if part})


def _literal(words: str) -> LiteralDate:
    """A date that is only words; to a style it is uncertain, so that it looks for no day in it."""
    return LiteralDate(words, circa=True)


def _last(first: int, day: Day) -> str:
    """The last year of a range: two figures where the century is the same, as in 1960-65."""
    same = first > 0 and first // _CENTURY == day.year // _CENTURY and first % _CENTURY
    return f"{day.year % _CENTURY:02}" if same else _year(day)


def _year(day: Day) -> str:
    return str(day.year) if day.year > 0 else f"{-day.year} BC"
