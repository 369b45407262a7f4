"""Problems for people: each with the line it stands in and a caret under the place."""

import re
from collections.abc import Iterator, Mapping, Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from deciban.problem import Problem, Severity
from deciban.render.page import HEAD, QUIET, stacked

_BREAK = re.compile(r"\r\n|\n|\r")  # what else Python calls a line break is none to YAML
_CORRECTED = re.compile(
    r"""write (?P<line>\w+: (?:'(?:[^']|'')*'|"(?:[^"\\]|\\.)*"))(?:; (?P<more>.*))?\Z""", re.DOTALL
)
_COLOUR = {Severity.ERROR: "red", Severity.WARNING: "yellow"}


def problem_list(problems: Sequence[Problem], texts: Mapping[str, str], width: int) -> Group:
    """Answer problems with the line they stand in and a caret under the place.

    Args:
        problems: what is wrong.
        texts: the text of each file, by its name.
        width: columns to fit.
    """
    return stacked(part for problem in problems for part in _one(problem, texts, width))


def _one(problem: Problem, texts: Mapping[str, str], width: int) -> Iterator[RenderableType]:
    colour = _COLOUR[problem.severity]
    place = f"{problem.at}: " if problem.at else ""
    word = "warning: " if problem.severity is Severity.WARNING else ""
    yield Text.assemble(
        (place, HEAD), (f"{problem.code} ", colour), (word, colour), problem.message
    )
    at = problem.at
    if at is not None and at.file in texts and at.line > 0:
        lines = _BREAK.split(texts[at.file])
        if at.line <= len(lines):
            yield from _excerpt(lines[at.line - 1], at.line, at.column, at.end - at.start, width)
    yield from _hint(problem.hint)
    for other in problem.also:
        yield Text(f"      see also {other}", QUIET)
    yield Text("")


def _hint(hint: str) -> Iterator[RenderableType]:
    """What to do; a corrected line stands on a line of its own, never broken, to be copied."""
    corrected = _CORRECTED.match(hint)
    if corrected is None:
        if hint:
            yield Text.assemble(("      ", ""), (hint, QUIET))
        return
    yield Text("      write", QUIET)
    yield Text(f"      {corrected['line']}", no_wrap=True, overflow="ignore")
    if corrected["more"]:
        yield Text(f"      {corrected['more']}", QUIET)


def _excerpt(
    line: str, number: int, column: int, length: int, width: int
) -> Iterator[RenderableType]:
    gutter = f"{number:>6} │ "
    room = max(20, width - len(gutter) - 1)
    skip = max(0, column - 1 - room // 2) if column > room else 0
    shown = line.replace("\t", " ")[skip : skip + room]
    carets = "^" * max(1, min(length, len(shown) - (column - 1 - skip)))
    yield Text.assemble((gutter, QUIET), shown)
    yield Text.assemble((" " * 7 + "│ ", QUIET), (" " * (column - 1 - skip) + carets, "yellow"))
