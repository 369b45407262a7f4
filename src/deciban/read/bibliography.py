"""The bibliography of a case: ``sources.json``, ``sources.bib``, or both."""

import os
from collections.abc import Callable
from pathlib import Path

from deciban.case import Bibliography, Work
from deciban.problem import Problem
from deciban.read.csl_json import Found, read_csl_json
from deciban.read.text import read_text

FILE, BIBTEX = "sources.json", "sources.bib"


def read_bibliography(folder: Path, shown: str) -> tuple[Bibliography, tuple[Problem, ...]]:
    """Read the bibliography of a case folder, where there is one.

    Args:
        folder: the case's folder.
        shown: the folder as the user named it, for messages.

    Returns:
        The works by citation key, and problems; a work without a key is left out, and of two works
        under one key the first is kept.
    """
    found = [
        _read(folder / name, name if shown in ("", ".") else f"{shown}/{name}", reader)
        for name, reader in ((FILE, read_csl_json), (BIBTEX, _read_bibtex))
        if os.path.lexists(folder / name)
    ]
    if not found:
        return Bibliography(), ()
    works: dict[str, Work] = {}
    problems = [problem for each in found for problem in each.problems]
    for work in (work for each in found for work in each.works):
        first = works.setdefault(work.id, work)
        if first is not work:
            problems.append(_doubled(work, first))
    bibliography = Bibliography(
        works,
        present=True,
        whole=all(each.whole for each in found),
        broken=frozenset[str]().union(*(each.broken for each in found)),
        file=FILE if os.path.lexists(folder / FILE) else BIBTEX,
    )
    return bibliography, tuple(problems)


def _read(path: Path, file: str, reader: Callable[[str, str], Found]) -> Found:
    text = read_text(path)
    if isinstance(text, Problem):
        return Found((), (text,), whole=False)
    return reader(text, file)


def _read_bibtex(text: str, file: str) -> Found:
    from deciban.read.bibtex import read_bibtex  # noqa: PLC0415 (most cases have none)

    return read_bibtex(text, file)


def _doubled(work: Work, first: Work) -> Problem:
    where = f"in line {first.at.line}"
    where += "" if first.at.file == work.at.file else f" of {first.at.file}"
    hint = f"keep one of them; the first is {where}"
    return Problem("D253", f"two works have the key '{work.id}'", work.at, hint, also=(first.at,))
