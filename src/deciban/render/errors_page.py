"""The page of every problem: its title, why deciban insists, a case that shows it, what is said."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from deciban.problem import Code, Severity

_HUNDREDS: Mapping[str, str] = {
    "D1": "The files, and writing them",
    "D2": "The shape of a case",
    "D3": "Numbers and dates",
    "D4": "Names",
    "D5": "What a case means",
    "D6": "Signs of trouble, which only warn",
    "D7": "Computing",
    "D8": "What-ifs, tests and debate",
    "D9": "Networks of other programs",
}
_BEFORE, _BEHIND = 3, 1
_HEAD = """# Every problem

What `deciban check` may find wrong with a case, by code. A problem keeps the case from being
weighed until it is mended; a warning does not. Each is shown with the lines of a small case that
has it, and with what deciban prints: the file, the line and the column, what is wrong, and what
to do about it. `deciban check --fix` applies the corrections that are certain.

This page is written by `deciban.render.errors_page` from the cases in `tests/errors`."""


@dataclass(frozen=True, slots=True)
class Reproduction:
    """A small case that has a problem, and what deciban says of it.

    Attributes:
        code: the problem's code.
        files: its texts by name, as far as they can be kept as text.
        about: what it is, in a sentence, where a text cannot show it.
        command: the command line that shows it.
        output: what deciban prints then.
    """

    code: str
    files: Mapping[str, str]
    about: str
    command: str
    output: str


def errors_page(codes: Mapping[str, Code], reproductions: Sequence[Reproduction]) -> str:
    """Answer the page as Markdown.

    Args:
        codes: every code, in order.
        reproductions: cases that show them, in the order in which they are to stand.
    """
    parts = [_HEAD]
    for hundred, names in groupby(codes, key=lambda code: code[:2]):
        parts.append(f"## {hundred}. {_HUNDREDS[hundred]}")
        for name in names:
            parts += _section(name, codes[name])
            for each in reproductions:
                if each.code == name:
                    parts += _shown(each)
    return "\n\n".join(parts) + "\n"


def _section(name: str, code: Code) -> Iterator[str]:
    warning = " (a warning)" if code.severity is Severity.WARNING else ""
    yield f"### {name}. {code.title}{warning}"
    yield code.why


def _shown(each: Reproduction) -> Iterator[str]:
    if each.about:
        yield each.about
    at = _place(each)
    if at is not None and at[0] in each.files:
        yield f"`{at[0]}`:"
        yield _fenced(_excerpt(each.files[at[0]], at[1]))
    yield f"`{each.command}` prints:"
    yield _fenced(_told(each))


def _place(each: Reproduction) -> tuple[str, int] | None:
    """The file and the line where the problem was found."""
    found = re.search(rf"^(\S+):(\d+):\d+: {each.code} ", each.output, re.MULTILINE)
    return (found[1], int(found[2])) if found else None


def _excerpt(text: str, line: int) -> str:
    """The lines around a place; a line that goes on beyond the page is cut."""
    lines = text.replace("\u2028", "\N{SYMBOL FOR NEWLINE}").split("\n")
    around = lines[max(0, line - 1 - _BEFORE) : line + _BEHIND]
    return "\n".join(each if len(each) <= 100 else f"{each[:99]}…" for each in around).rstrip()  # noqa: PLR2004 (the width of a page)


def _told(each: Reproduction) -> str:
    """The lines that tell of the problem itself, without the count below them."""
    return "\n".join(line for line in each.output.splitlines() if f" {each.code} " in line)


def _fenced(text: str) -> str:
    return f"```text\n{text}\n```"
