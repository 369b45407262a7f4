"""An entry of BibTeX or BibLaTeX as the entry of CSL-JSON that says the same."""

import re
from collections.abc import Mapping
from typing import TypeAlias

from bibtexparser.middlewares.names import (
    parse_single_name_into_parts,
    split_multiple_persons_names,
)

from deciban.read.latex import in_words

#: The values of an entry by field, in small letters, as they were written.
Fields: TypeAlias = Mapping[str, str]

_BOOK, _CHAPTER, _WEB = "book", "chapter", "webpage"
TYPES: Mapping[str, str] = {
    "article": "article-journal",
    "periodical": "book",
    "suppperiodical": "article-journal",
    **dict.fromkeys(("book", "mvbook", "collection", "mvcollection", "reference"), _BOOK),
    **dict.fromkeys(("mvreference", "proceedings", "mvproceedings", "manual"), _BOOK),
    **dict.fromkeys(("inbook", "incollection", "bookinbook", "suppbook"), _CHAPTER),
    "suppcollection": "chapter",
    "inreference": "entry-encyclopedia",
    **dict.fromkeys(("inproceedings", "conference"), "paper-conference"),
    **dict.fromkeys(("thesis", "phdthesis", "mastersthesis"), "thesis"),
    **dict.fromkeys(("report", "techreport"), "report"),
    "booklet": "pamphlet",
    "unpublished": "manuscript",
    "letter": "personal_communication",
    **dict.fromkeys(("online", "electronic", "www"), _WEB),
    "legislation": "legislation",
    "legal": "legislation",
    "jurisdiction": "legal_case",
    "patent": "patent",
    "map": "map",
    "image": "graphic",
    "artwork": "graphic",
    "movie": "motion_picture",
    "video": "motion_picture",
    "audio": "song",
    "music": "song",
    "software": "software",
    "dataset": "dataset",
    "misc": "document",
}
_SUBTYPES = {"newspaper": "article-newspaper", "magazine": "article-magazine"}
_GENRES = {
    "phdthesis": "PhD diss.",
    "mastersthesis": "master\N{RIGHT SINGLE QUOTATION MARK}s thesis",
    "mathesis": "master\N{RIGHT SINGLE QUOTATION MARK}s thesis",
    "techreport": "technical report",
    "resreport": "research report",
}
#: Fields of one name each; the first that is there counts.
_WORDS = {
    "title-short": ("shorttitle",),
    "publisher": ("publisher", "institution", "school", "organization", "howpublished"),
    "publisher-place": ("location", "address"),
    "collection-title": ("series",),
    "volume": ("volume",),
    "edition": ("edition",),
    "number-of-volumes": ("volumes",),
    "chapter-number": ("chapter",),
    "note": ("note",),
    "language": ("langid", "language"),
    "ISBN": ("isbn",),
    "ISSN": ("issn",),
    "archive": ("library",),
    "event-title": ("eventtitle",),
    "abstract": ("abstract",),
}
_PEOPLE = ("author", "editor", "translator")
_INHERITED = {"title": "booktitle", "subtitle": "booksubtitle"}
_NOT_INHERITED = frozenset(("crossref", "xref", "shorttitle", "label", "keywords", "abstract"))
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_URL = re.compile(r"https?://[^\s{}]+")


def csl_entry(
    kind: str, fields: Fields, parent: tuple[str, Fields] | None = None
) -> dict[str, object]:
    """Answer an entry as CSL-JSON has it, without its key.

    Args:
        kind: the type of the entry, in small letters, such as ``book``.
        fields: its values as written.
        parent: the type and the values of the entry that its ``crossref`` names.
    """
    own = fields.get("author", "")
    if parent is not None:
        fields = {**_from_parent(*parent), **fields}
        if kind != "inbook":  # a part of a book is by its author, a piece in a collection is not
            fields = {**fields, "author": own}
    found: dict[str, object] = {"type": _type(kind, fields)}
    found |= _titles(fields, found["type"] == "article-journal" or "journal" in fields)
    for role in _PEOPLE:
        if people := _people(fields.get(role, "")):
            found[role] = people
    found |= _words(fields)
    found |= _numbers(kind, fields) | _dates(fields) | _addresses(fields)
    genre = fields.get("type", "") or (kind if kind in _GENRES else "")
    if genre:
        found["genre"] = _GENRES.get(genre.lower(), in_words(genre))
    return found


def _words(fields: Fields) -> dict[str, object]:
    if _URL.search(fields.get("howpublished", "")):
        fields = {**fields, "howpublished": ""}
    found = {
        name: in_words(next((fields[each] for each in sources if fields.get(each)), ""))
        for name, sources in _WORDS.items()
    }
    return dict(_some(found))


def _type(kind: str, fields: Fields) -> str:
    subtype = _SUBTYPES.get(fields.get("entrysubtype", "").lower())
    if subtype and kind == "article":
        return subtype
    if kind == "misc" and _address(fields):
        return _WEB
    return TYPES.get(kind, "document")


def _from_parent(kind: str, fields: Fields) -> dict[str, str]:
    """What an entry takes over from the book it stands in, whose title is its book's title."""
    taken = {
        _INHERITED.get(name, name): value
        for name, value in fields.items()
        if name not in _NOT_INHERITED
    }
    if kind == "periodical" and "booktitle" in taken:
        taken["journaltitle"] = taken.pop("booktitle")
    return taken


def _titles(fields: Fields, periodical: bool) -> dict[str, object]:  # noqa: FBT001 (named at its only call)
    title = _with_subtitle(fields, "title", "subtitle")
    journal = in_words(fields.get("journaltitle") or fields.get("journal") or "")
    book = _with_subtitle(fields, "booktitle", "booksubtitle")
    container = (journal or book) if periodical else (book or journal)
    titles = {"title": title, "container-title": container}
    return {name: value for name, value in titles.items() if value}


def _with_subtitle(fields: Fields, title: str, subtitle: str) -> str:
    parts = (in_words(fields.get(title, "")), in_words(fields.get(subtitle, "")))
    return ": ".join(part for part in parts if part)


def _people(value: str) -> list[dict[str, str]]:
    names = split_multiple_persons_names(value) if value.strip() else []
    return [person for person in map(_person, names) if person]


def _person(name: str) -> dict[str, str]:
    if name.startswith("{") and name.endswith("}") and name.count("{") == 1:
        return _some({"literal": in_words(name)})
    if name.strip().lower() == "others":
        return {"literal": "others"}
    parts = parse_single_name_into_parts(name, strict=False)
    family, given, particle, suffix = (
        in_words(" ".join(each)) for each in (parts.last, parts.first, parts.von, parts.jr)
    )
    return _some(
        {
            "family": family,
            "given": given,
            "non-dropping-particle": particle,
            "suffix": suffix,
        }
    )


def _some(values: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in values.items() if value}


def _numbers(kind: str, fields: Fields) -> dict[str, object]:
    found = {}
    pages = in_words(fields.get("pages", "")).replace("\N{EN DASH}", "-")
    issue, number = in_words(fields.get("issue", "")), in_words(fields.get("number", ""))
    if kind in ("article", "suppperiodical", "periodical"):
        found["issue"] = number or issue
    elif "series" in fields:
        found["collection-number"] = number
    else:
        found["number"] = number
    found["page"] = re.sub("-+", "-", pages)
    return dict(_some(found))


def _dates(fields: Fields) -> dict[str, object]:
    found: dict[str, object] = {}
    if date := _date(fields, "date"):
        found["issued"] = {"raw": date}
    elif fields.get("year"):
        found["issued"] = _year(in_words(fields["year"]), fields)
    if original := _date(fields, "origdate") or _date(fields, "origyear"):
        found["original-date"] = {"raw": original}
    if accessed := _date(fields, "urldate"):
        found["accessed"] = {"raw": accessed}
    return found


def _date(fields: Fields, name: str) -> str:
    """A date as written; its ``~`` says that it is about then, and is no blank of LaTeX."""
    return re.sub(r"[{}\\]", "", fields.get(name, "")).strip()


def _year(year: str, fields: Fields) -> dict[str, object]:
    if not year.isdecimal():
        return {"raw": year}
    parts: list[object] = [int(year[:5])]
    written = in_words(fields.get("month", "")).lower()
    day, name = re.search(r"\d+", written), re.search(r"[a-z]{3}", written)
    if name and name[0] in _MONTHS:
        parts.append(_MONTHS.index(name[0]) + 1)
        day = day or re.search(r"\d+", fields.get("day", ""))
        parts += [int(day[0][:3])] if day else []
    elif day:
        parts.append(int(day[0][:3]))
    return {"date-parts": [parts]}


def _addresses(fields: Fields) -> dict[str, object]:
    doi = fields.get("doi", "").replace("\\_", "_").strip().strip("{}")
    return dict(_some({"DOI": doi, "URL": _address(fields)}))


def _address(fields: Fields) -> str:
    """The address of a page, of which no character is LaTeX."""
    for name in ("url", "howpublished"):
        found = _URL.search(fields.get(name, "").replace("\\", ""))
        if found:
            return found[0]
    return ""
