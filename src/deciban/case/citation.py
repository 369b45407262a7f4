"""Citations in prose: ``[@kotkin2017, p. 891]``, ``[see @a, pp. 3-5; @b, ch. 2]``.

A useful part of the notation that pandoc made known. A citation stands in square brackets; works
are parted by semicolons; what stands before ``@`` is said before the work, and what stands behind
the key is the place in it. ``-@key`` leaves the author out where the sentence has named him. An
``@`` without brackets is text: a handle or an address is no citation.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

#: What begins a place in a work, and what CSL calls it.
LABELS = {
    "page": ("p", "pp", "page", "pages"),
    "volume": ("vol", "vols", "volume", "volumes"),
    "chapter": ("ch", "chs", "chap", "chaps", "chapter", "chapters"),
    "note": ("n", "nn", "note", "notes"),
    "folio": ("fol", "fols", "folio", "folios"),
    "paragraph": ("para", "paras", "¶", "¶¶"),
    "section": ("sec", "secs", "section", "sections", "§", "§§"),
    "column": ("col", "cols", "column", "columns"),
    "figure": ("fig", "figs", "figure", "figures"),
    "part": ("pt", "pts", "part", "parts"),
    "book": ("bk", "bks"),
    "line": ("line", "lines"),
}
_LABEL_OF = {word: label for label, words in LABELS.items() for word in words}
_WORDS = "|".join(sorted(map(re.escape, _LABEL_OF), key=len, reverse=True))
_NUMBER = r"(?:[A-Za-z]?\d+[a-z]{0,2}|[ivxlcdm]+|[IVXLCDM]+)(?![A-Za-z\d])"
_NUMBERS = rf"{_NUMBER}(?:\s?(?:[-\N{{EN DASH}},&]|and\b)\s?{_NUMBER})*"
_LABELLED = re.compile(rf"(?P<label>{_WORDS})\.?\s?(?P<text>{_NUMBERS})(?P<more>.*)\Z")
_DIGITS = r"\d[^\s,;(&\N{EN DASH}-]*"  # and what may follow them, as in 12f. and 3r
_BARE = re.compile(
    rf"{_DIGITS}(?:\s?[-\N{{EN DASH}},&]\s?{_DIGITS})*(?=\Z|,|;|\s\()"
    r"|[ivxlc]+(?:[-\N{EN DASH}][ivxlc]+)?\Z"
)
_FURTHER = re.compile(r"[\s,;]*(?:[a-z]+\.\s?|[§¶])\S")

_GROUP = re.compile(r"\[(?P<inside>[^\[\]]*)(?P<end>\]?)")
_MARK = re.compile(r"(?<![^\s;(-])(?P<quiet>(?<![^\s;(])-)?@(?P<key>[^\s,;\[\]{}@]+)")
_ALONE = re.compile(r"(?<![^\s(])@(?P<key>[^\s,;\[\]{}()@]+)")


@dataclass(frozen=True, slots=True)
class Locator:
    """A place in a work.

    Attributes:
        label: what CSL calls such a place, such as ``page``; empty where it is only words.
        text: its numbers; or the words.
        more: what was written behind the numbers.
    """

    label: str
    text: str
    more: str = ""


@dataclass(frozen=True, slots=True)
class Cite:
    """One work in a citation.

    Attributes:
        key: its citation key.
        at: where its ``@`` stands in the prose.
        before: words before the work, such as *see*.
        locator: the place in it, where one is given.
        quiet: whether the author is left out, since the sentence names him.
    """

    key: str
    at: int = 0
    before: str = ""
    locator: Locator | None = None
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Citation:
    """The works cited at one place of a text: the characters ``start:end``, brackets included."""

    cites: tuple[Cite, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Slip:
    """What looks like a citation and cannot be read as one.

    Attributes:
        message: what is wrong with it.
        hint: what to write.
        at: where its ``@`` stands in the prose.
    """

    message: str
    hint: str
    at: int


def find_citations(prose: str) -> tuple[Citation, ...]:
    """Answer the citations in a text, in order."""
    if "@" not in prose:
        return ()
    return tuple(found for found in _found(prose) if isinstance(found, Citation))


def find_slips(prose: str) -> tuple[Slip, ...]:
    """Answer what looks like a citation in a text and is none."""
    if "@" not in prose:
        return ()
    return tuple(found for found in _found(prose) if isinstance(found, Slip))


def find_alone(prose: str) -> Iterator[tuple[str, int]]:
    """Answer every ``@name`` outside brackets, and where its ``@`` stands."""
    if "@" not in prose:
        return
    groups = [match.span() for match in _GROUP.finditer(prose)]
    for match in _ALONE.finditer(prose):
        if not any(start <= match.start() < end for start, end in groups):
            yield _trimmed(match["key"]), match.start()


def without_citations(prose: str) -> str:
    """Answer a text with its citations taken out, for labels and headings."""
    parts, place = [], 0
    for citation in find_citations(prose):
        parts.append(prose[place : citation.start].rstrip())
        place = citation.end
    return "".join([*parts, prose[place:]]).strip()


def locator_of(text: str) -> Locator | None:
    """Answer the place in a work that a text names, such as ``p. 12``; None where it says nothing.

    A bare number is a page. What begins with no word for a place that CSL knows is kept as words,
    and so is what names two, unless the first is a volume.
    """
    text = text.strip()
    if not any(map(str.isalnum, text)):
        return None
    labelled = _LABELLED.match(text)
    label = _LABEL_OF[labelled["label"]] if labelled else ""
    if labelled and (label == "volume" or not _FURTHER.match(labelled["more"])):
        return Locator(label, labelled["text"], labelled["more"])
    bare = _BARE.match(text)
    return Locator("page", bare[0], text[bare.end() :]) if bare else Locator("", text)


def _found(prose: str) -> Iterator[Citation | Slip]:
    for group in _GROUP.finditer(prose):
        inside, start = group["inside"], group.start("inside")
        first = _MARK.search(inside)
        if first is None:
            if inside.lstrip("- ").startswith("@"):
                hint = "write the key of a work right behind @, such as [@kotkin2017, p. 891]"
                at = start + inside.index("@")
                yield Slip("this citation names no work", hint, at)
        elif not group["end"]:
            nested = prose[group.end() : group.end() + 1] == "["
            hint = "use round brackets inside it" if nested else "close it: [@key, p. 12]"
            what = "holds another bracket" if nested else "is opened and never closed"
            yield Slip(f"this citation {what}", hint, start + first.start() + first[0].index("@"))
        else:
            yield _citation(inside, start, group)


def _citation(inside: str, start: int, group: re.Match[str]) -> Citation | Slip:
    cites: list[Cite] = []
    place = start
    for part in inside.split(";"):
        marks = list(_MARK.finditer(part))
        if len(marks) != 1:
            at = start + inside.index("@") if not marks else place + part.index("@")
            what = "a part of this citation names no work"
            message = "two works stand here without a semicolon between them" if marks else what
            return Slip(message, "write [see @one, p. 12; @another, ch. 2]", at)
        cites.append(_cite(part, place, marks[0]))
        place += len(part) + 1
    return Citation(tuple(cites), group.start(), group.end())


def _cite(part: str, place: int, mark: re.Match[str]) -> Cite:
    key = _trimmed(mark["key"])
    behind = part[mark.start("key") + len(key) :].strip().removeprefix(",")
    return Cite(
        key=key,
        at=place + mark.start("key") - 1,
        before=part[: mark.start()].strip(),
        locator=locator_of(behind),
        quiet=bool(mark["quiet"]),
    )


def _trimmed(key: str) -> str:
    """A key without the punctuation of the sentence it stands in."""
    return key.rstrip(".:!?'\"\N{RIGHT SINGLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK})")
