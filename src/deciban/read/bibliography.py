"""The bibliography of a case: CSL-JSON, as Zotero exports it."""

import json
from collections.abc import Mapping as AbstractMapping
from pathlib import Path

from deciban.case import Bibliography, Work
from deciban.problem import Problem
from deciban.read.text import read_text
from deciban.span import Span

FILE = "sources.json"


def read_bibliography(folder: Path, shown: str) -> tuple[Bibliography, tuple[Problem, ...]]:
    """Read ``sources.json`` of a case folder, where there is one.

    Args:
        folder: the case's folder.
        shown: the folder as the user named it, for messages.

    Returns:
        The works by citation key, and problems; a work without a key is left out.
    """
    path = folder / FILE
    if not path.exists():
        return Bibliography(), ()
    text = read_text(path)
    if isinstance(text, Problem):
        return Bibliography(present=True), (text,)
    file = f"{shown}/{FILE}" if shown not in ("", ".") else FILE
    try:
        entries = json.loads(text)
    except json.JSONDecodeError as wrong:
        at = Span(file, wrong.lineno, wrong.colno, wrong.pos, wrong.pos)
        hint = "export it again as CSL JSON, or mend this line"
        return Bibliography(present=True), (
            Problem("D251", f"this is not JSON: {wrong.msg.lower()}", at, hint),
        )
    except RecursionError:
        return Bibliography(present=True), (
            Problem(
                "D251", "this is not a bibliography: it is nested too deeply", Span(file, 1, 1)
            ),
        )
    return _works(entries, text, file)


def _works(entries: object, text: str, file: str) -> tuple[Bibliography, tuple[Problem, ...]]:
    if not isinstance(entries, list):
        problem = Problem(
            "D252", "a bibliography is a list of works", Span(file, 1, 1), "export it as CSL JSON"
        )
        return Bibliography(present=True), (problem,)
    works: dict[str, Work] = {}
    problems: list[Problem] = []
    for number, entry in enumerate(entries, start=1):
        work = _work(entry)
        if work is None:
            message = f"work number {number} has no 'id'"
            problems.append(Problem("D252", message, Span(file, 1, 1), "give it a citation key"))
        elif work.id in works:
            at = _place(text, file, work.id, 1)
            first = _place(text, file, work.id, 0)
            hint = "keep one of them"
            problems.append(
                Problem("D253", f"two works have the key '{work.id}'", at, hint, also=(first,))
            )
        else:
            works[work.id] = work
    return Bibliography(works, present=True), tuple(problems)


def _work(entry: object) -> Work | None:
    if not isinstance(entry, AbstractMapping) or not isinstance(entry.get("id"), str):
        return None
    people = entry.get("author") or entry.get("editor") or ()
    names = tuple(
        str(person.get("family") or person.get("literal") or "")
        for person in people
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


def _place(text: str, file: str, key: str, nth: int) -> Span:
    """Where the nth mention of ``key`` as a JSON string stands."""
    quoted = json.dumps(key, ensure_ascii=False)
    start = -1
    for _ in range(nth + 1):
        start = text.find(quoted, start + 1)
    start = max(start, 0)
    line = text.count("\n", 0, start) + 1
    column = start - (text.rfind("\n", 0, start) + 1) + 1
    return Span(file, line, column, start, start + len(quoted))
