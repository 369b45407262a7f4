"""What the verbs share: their arguments, and how answers and problems reach the terminal."""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Timer
from typing import TYPE_CHECKING, TypeVar

import rich_click as click

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

    from deciban.pipeline import Weighing
    from deciban.problem import Problem
    from deciban.render.page import Screen

PROBLEMS = 1
NARROWEST, WIDEST = 40, 100

F = TypeVar("F", bound=Callable[..., object])
Found = TypeVar("Found")


def case_argument(function: F) -> F:
    """Add the argument that names a case: a folder, or a file; this folder by default."""
    kind = click.Path(path_type=Path)
    return click.argument("case", type=kind, default=Path(), callback=_no_network)(function)


def _no_network(_context: click.Context, _parameter: click.Parameter, case: Path) -> Path:
    """Refuse what another verb is for."""
    if case.suffix == ".bif":
        message = f"{case} is a network and no case; `deciban solve {case}` reads it"
        raise click.BadParameter(message)
    return case


def json_option(function: F) -> F:
    """Add ``--json``."""
    option = click.option("--json", "as_json", is_flag=True, help="Print the same as data.")
    return option(function)


def console(*, error: bool = False) -> "Console":
    """Answer the console for answers, or for problems; it yields to NO_COLOR and to pipes.

    Its width is the terminal's, or COLUMNS; without either it is as wide as a page may be.
    NO_COLOR takes the colours and leaves bold and dim, which are none.
    """
    from rich.console import Console  # noqa: PLC0415 (only where something is printed)

    stream = sys.stderr if error else sys.stdout
    told = stream.isatty() or os.environ.get("COLUMNS", "").isdecimal()
    width = None if told else WIDEST
    made = Console(stderr=error, width=width, highlight=False, soft_wrap=False)
    made.width = max(NARROWEST, min(made.width, WIDEST))
    return made


def screen(console: "Console") -> "Screen":
    """Answer what the terminal can show."""
    from deciban.render.page import Screen  # noqa: PLC0415 (only where something is printed)

    encoding = (console.encoding or "").lower()
    return Screen(width=console.width, blocks=encoding.startswith("utf"))


@contextmanager
def working(doing: str) -> Iterator[Callable[[str], None]]:
    """Say what is being done once it has taken a second, on a terminal only.

    Yields:
        What to call with more to say, such as how much is done.
    """
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    status = console(error=True).status(f"{doing} …")
    timer = Timer(1.0, status.start)
    timer.daemon = True
    timer.start()
    try:
        yield lambda more: status.update(f"{doing}: {more} …")
    finally:
        timer.cancel()
        status.stop()


def show(part: "RenderableType") -> None:
    """Print an answer; in a pipe, without the blanks that fill a screen's lines."""
    out = console()
    if out.is_terminal:
        out.print(part)
        return
    with out.capture() as captured:
        out.print(part)
    click.echo("\n".join(line.rstrip() for line in captured.get().splitlines()))


def show_problems(
    problems: "Sequence[Problem]", weighing: "Weighing[Found] | None" = None, *, error: bool = True
) -> None:
    """Print problems: with their lines on a terminal, one a line in a pipe."""
    from deciban.render.problem_lines import problem_lines  # noqa: PLC0415 (as above)

    if not problems:
        return
    if not (sys.stderr if error else sys.stdout).isatty():
        click.echo(problem_lines(problems), err=error)
        return
    from deciban.render.problems import problem_list  # noqa: PLC0415 (only for people)

    out = console(error=error)
    documents = weighing.reading.documents if weighing else ()
    texts = {each.file: each.text for each in documents}
    out.print(problem_list(problems, texts, out.width), crop=False)
