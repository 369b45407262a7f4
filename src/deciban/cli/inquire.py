"""How the verbs that answer one question about a case go about it."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

import rich_click as click

from deciban.cli.terminal import PROBLEMS, console, screen, show, show_problems, working

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.console import RenderableType

    from deciban.case import Case
    from deciban.pipeline import Weighing
    from deciban.read import Reading
    from deciban.render.json_text import JsonObject
    from deciban.render.page import Screen

Found = TypeVar("Found")


@dataclass(frozen=True)
class Inquiry(Generic[Found]):
    """One question about a case, and the two ways to print its answer.

    Attributes:
        ask: answers it for a case that has been read, given where to say how far it is.
        brief: lays it out for people.
        data: lays it out as data, without the problems.
    """

    ask: "Callable[[Reading, Callable[[str], None]], Weighing[Found]]"
    brief: "Callable[[Case, Found, Screen], RenderableType]"
    data: "Callable[[Case, Found], JsonObject]"


def answer(context: click.Context, path: Path, inquiry: Inquiry[Found], *, as_json: bool) -> None:
    """Answer a question about the case at ``path``; the case's problems where there are errors."""
    from deciban.cli.seen import read_seen  # noqa: PLC0415 (as above)
    from deciban.render.json_text import problems_json, to_text  # noqa: PLC0415 (as above)

    with working("weighing") as say:
        weighing = inquiry.ask(read_seen(path), say)
    case, found = weighing.case, weighing.findings
    if as_json:
        told = {} if case is None or found is None else inquiry.data(case, found)
        click.echo(to_text({**told, "problems": problems_json(weighing.problems)}), nl=False)
    elif case is not None and found is not None:
        show(inquiry.brief(case, found, screen(console())))
    if not weighing.sound:
        if not as_json:
            show_problems([each for each in weighing.problems if each.is_error], weighing)
        context.exit(PROBLEMS)
