"""The bibliography of a case: CSL-JSON, as Zotero exports it."""

import json
import os
import re
from collections.abc import Mapping as AbstractMapping
from collections.abc import Sequence
from pathlib import Path

from deciban.case import Bibliography, Work
from deciban.problem import Problem
from deciban.read.text import read_text
from deciban.span import Span

FILE = "sources.json"
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


def read_bibliography(folder: Path, shown: str) -> tuple[Bibliography, tuple[Problem, ...]]:
    """Read ``sources.json`` of a case folder, where there is one.

    Args:
        folder: the case's folder.
        shown: the folder as the user named it, for messages.

    Returns:
        The works by citation key, and problems; a work without a key is left out.
    """
    path = folder / FILE
    if not os.path.lexists(path):
        return Bibliography(), ()
    text = read_text(path)
    if isinstance(text, Problem):
        return Bibliography(present=True, whole=False), (text,)
    file = f"{shown}/{FILE}" if shown not in ("", ".") else FILE
    try:
        entries = json.loads(text)
    except json.JSONDecodeError as wrong:
        at = Span(file, wrong.lineno, wrong.colno, wrong.pos, wrong.pos)
        return _unread(f"this is not JSON: {_in_words(wrong.msg)}", at)
    except RecursionError:
        return _unread("this is not a bibliography: it is nested too deeply", Span(file, 1, 1))
    except ValueError:  # a number of thousands of digits
        return _unread("this is not a bibliography: a number in it is too long", Span(file, 1, 1))
    return _works(entries, text, file)


def _unread(message: str, at: Span) -> tuple[Bibliography, tuple[Problem, ...]]:
    hint = "export it again as CSL JSON, or mend this line"
    return Bibliography(present=True, whole=False), (Problem("D251", message, at, hint),)


def _in_words(complaint: str) -> str:
    """What the reader of JSON complains of, for people; its wording differs between versions."""
    found = (told for sign, told in _COMPLAINTS.items() if complaint.startswith(sign))
    return next(found, "it breaks off or goes astray here")


def _works(entries: object, text: str, file: str) -> tuple[Bibliography, tuple[Problem, ...]]:
    if not isinstance(entries, list):
        problem = Problem(
            "D252", "a bibliography is a list of works", Span(file, 1, 1), "export it as CSL JSON"
        )
        return Bibliography(present=True, whole=False), (problem,)
    works: dict[str, Work] = {}
    first: dict[str, int] = {}
    nameless: list[int] = []
    doubled: list[tuple[int, str]] = []
    for number, work in enumerate(map(_work, entries)):
        if work is None:
            nameless.append(number)
        elif work.id in works:
            doubled.append((number, work.id))
        else:
            works[work.id], first[work.id] = work, number
    places = _places(text, file) if nameless or doubled else []
    problems = [
        *(_nameless(number, places) for number in nameless),
        *(_doubled(name, places[number], places[first[name]]) for number, name in doubled),
    ]
    return Bibliography(works, present=True), tuple(problems)


def _nameless(number: int, places: Sequence[Span]) -> Problem:
    message = f"work number {number + 1} has no 'id'"
    return Problem("D252", message, places[number], 'give it a citation key: "id": "..."')


def _doubled(name: str, at: Span, first: Span) -> Problem:
    hint = f"keep one of them; the first is in line {first.line}"
    return Problem("D253", f"two works have the key '{name}'", at, hint, also=(first,))


def _work(entry: object) -> Work | None:
    if not isinstance(entry, AbstractMapping) or not isinstance(entry.get("id"), str):
        return None
    people = entry.get("author") or entry.get("editor")
    names = tuple(
        str(person.get("family") or person.get("literal") or "")
        for person in (people if isinstance(people, list) else ())
        if isinstance(person, AbstractMapping)
    )
    return Work(
        id=entry["id"],
        title=str(entry.get("title", "")),
        authors=tuple(name for name in names if name),
        year=_year(entry.get("issued")),
    )


def _year(issued: object) -> str:
    if not isinstance(issued, AbstractMapping):
        return ""
    parts = issued.get("date-parts")
    if isinstance(parts, list) and parts and isinstance(parts[0], list) and parts[0]:
        return str(parts[0][0])
    return str(issued.get("literal") or issued.get("raw") or "")


def _places(text: str, file: str) -> list[Span]:
    """Where each entry of the list begins."""
    decoder = json.JSONDecoder()
    places: list[Span] = []
    place = _after_gap(text, text.index("[") + 1)
    while text[place] != "]":
        line = text.count("\n", 0, place) + 1
        column = place - text.rfind("\n", 0, place)
        places.append(Span(file, line, column, place, place + 1))
        place = _after_gap(text, decoder.raw_decode(text, place)[1])
    return places


def _after_gap(text: str, place: int) -> int:
    gap = _GAP.match(text, place)
    return gap.end() if gap else place
