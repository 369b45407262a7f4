"""A bibliography in CSL-JSON, as Zotero exports it."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from deciban.case import Work
from deciban.case.csl import Entry, called_by, date_of, title_of
from deciban.problem import Problem
from deciban.span import Span

_COMPLAINTS = {
    "Expecting ','": "a comma or a closing bracket is missing here",
    "Expecting ':'": "a colon is missing here",
    "Expecting value": "a value is missing here",
    "Expecting property name": "a field's name in double quotes is missing here",
    "Illegal trailing comma": "a comma stands before a closing bracket",
    "Unterminated string": "a quotation mark opens here and is never closed",
    "Invalid control character": "a line break or a tab stands inside quotation marks",
    "Extra data": "something stands behind the end of the list",
}
_GAP = re.compile(r"[\s,]*")


@dataclass(frozen=True, slots=True)
class Found:
    """What a file of works held.

    Attributes:
        works: every work with a key, in the order of the file; a key may come more than once.
        problems: what else was wrong.
        broken: keys of entries that could not be read.
        whole: whether the file could be read at all.
    """

    works: tuple[Work, ...] = ()
    problems: tuple[Problem, ...] = ()
    broken: frozenset[str] = frozenset()
    whole: bool = True


def work_of(key: str, entry: Entry, at: Span) -> Work:
    """Answer the work that an entry in CSL-JSON describes."""
    _, people = called_by(entry)
    issued = date_of(entry)
    authors = tuple(person.short for person in people)
    return Work(key, title_of(entry), authors, issued.year if issued else "", entry, at)


def read_csl_json(text: str, file: str) -> Found:
    """Read works from text in CSL-JSON.

    Args:
        text: the text.
        file: its name for messages.
    """
    try:
        entries = json.loads(text)
    except json.JSONDecodeError as wrong:
        at = Span(file, wrong.lineno, wrong.colno, wrong.pos, wrong.pos)
        return _unread(f"this is not JSON: {_in_words(wrong.msg)}", at)
    except RecursionError:
        return _unread("this is not a bibliography: it is nested too deeply", Span(file, 1, 1))
    except ValueError:  # a number of thousands of digits
        return _unread("this is not a bibliography: a number in it is too long", Span(file, 1, 1))
    if not isinstance(entries, list):
        message, hint = "a bibliography is a list of works", "export it as CSL JSON"
        return Found((), (Problem("D252", message, Span(file, 1, 1), hint),), whole=False)
    works: list[Work] = []
    problems: list[Problem] = []
    for number, (entry, at) in enumerate(zip(entries, _places(text, file), strict=True)):
        key = _key(entry)
        if key:
            works.append(work_of(key, entry, at))
        else:
            hint = 'give it a citation key: "id": "..."'
            problems.append(Problem("D252", f"work number {number + 1} has no 'id'", at, hint))
    return Found(tuple(works), tuple(problems))


def _unread(message: str, at: Span) -> Found:
    hint = "export it again as CSL JSON, or mend this line"
    return Found((), (Problem("D251", message, at, hint),), whole=False)


def _in_words(complaint: str) -> str:
    """What the reader of JSON complains of, for people; its wording differs between versions."""
    found = (told for sign, told in _COMPLAINTS.items() if complaint.startswith(sign))
    return next(found, "it breaks off or goes astray here")


def _key(entry: object) -> str:
    """Its citation key; an id beside it is the address that a program knows the work by."""
    if not isinstance(entry, Mapping):
        return ""
    keys = (entry.get("citation-key"), entry.get("id"))
    return next((key for key in keys if isinstance(key, str) and key), "")


def _places(text: str, file: str) -> Iterator[Span]:
    """Where each entry of the list begins."""
    decoder = json.JSONDecoder()
    place = _after_gap(text, text.index("[") + 1)
    line, begin, counted = 1, 0, 0
    while text[place] != "]":
        breaks = text.count("\n", counted, place)
        if breaks:
            line, begin = line + breaks, text.rindex("\n", counted, place) + 1
        counted = place
        yield Span(file, line, place - begin + 1, place, place + 1)
        place = _after_gap(text, decoder.raw_decode(text, place)[1])


def _after_gap(text: str, place: int) -> int:
    gap = _GAP.match(text, place)
    return gap.end() if gap else place
