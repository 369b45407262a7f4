"""``deciban position hold``: one number held otherwise, or one stance, written into a position."""

from pathlib import Path
from typing import TYPE_CHECKING

import rich_click as click

from deciban.cli.position.files import (
    day,
    document_of,
    finish,
    not_sealed,
    position_meant,
    readable,
    today,
)
from deciban.cli.terminal import case_argument, json_option

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deciban.case import Case, Position
    from deciban.edit.holding import Judged
    from deciban.problem import Problem
    from deciban.read.yaml_tree import Document


@click.command()
@case_argument
@click.argument("name")
@click.argument("held", nargs=-1, metavar="ADDRESS=VALUE...")
@click.option("--because", metavar="WORDS", help="Why: in words, or the name of a move.")
@click.option("--on", metavar="DATE", callback=day, help="When it came to be held.")
@json_option
@click.pass_context
def hold(
    context: click.Context,
    case: Path,
    name: str,
    held: tuple[str, ...],
    because: str | None,
    on: str | None,
    *,
    as_json: bool,
) -> None:
    """Hold numbers otherwise than the case has them, or take stances: stances.NAME=reject.

    What was held before is kept as a change of mind, with its date. Nothing is written unless the
    case can be seen that way, with all of it. Comments stay.
    """
    from deciban.edit.holding import Judged, backdated, replaced  # noqa: PLC0415 (--help must not wait for it)
    from deciban.edit.what_if import what_if_of  # noqa: PLC0415 (as above)
    from deciban.problem import Problem  # noqa: PLC0415 (as above)

    case, name, held = _in_this_folder(context, case, name, held)
    reading, read = readable(context, case, as_json=as_json)
    not_sealed(read, name)
    position = position_meant(read, name)
    what = what_if_of(held, [])
    if isinstance(what, Problem):
        message = f"{what.message}; {what.hint}"
        raise click.BadParameter(message, param_hint="ADDRESS=VALUE")
    _no_bare_names(read, list(what.settings))
    judged = [Judged(*each, because, on, today()) for each in what.settings.items()]
    for early in backdated(read, position, judged):
        raise click.BadParameter(early, param_hint="--on")
    problems = _write(read, position, document_of(reading, position), judged)
    wrote = () if problems else (Path(position.at.file),)
    said = "\n".join(replaced(position, judged)) if wrote else ""
    finish(context, wrote, problems, as_json=as_json, said=said)


def _in_this_folder(
    context: click.Context, case: Path, name: str, held: tuple[str, ...]
) -> tuple[Path, str, tuple[str, ...]]:
    """The arguments; without a case the name stands where a case is expected."""
    if "=" in name and not case.exists():
        case, name, held = Path(), str(case), (name, *held)
    if "=" in name or not held:
        message = "Missing argument 'NAME'." if "=" in name else "Missing argument 'ADDRESS=VALUE'."
        raise click.UsageError(message, context)
    return case, name, held


def _no_bare_names(case: "Case", addresses: "Sequence[str]") -> None:
    """Refuse the name of an item or a move where an address is expected."""
    names = {each.id for each in (*case.listed(), *case.debate)}
    for address in addresses:
        if address in names:
            message = f"'{address}' is no number; a stance on it is stances.{address}=reject"
            raise click.BadParameter(message, param_hint="ADDRESS=VALUE")


def _write(
    case: "Case", position: "Position", document: "Document", judged: "Sequence[Judged]"
) -> "Sequence[Problem]":
    """Write the position with all of it; what stands in the way."""
    from deciban.debate.drafting import read_draft  # noqa: PLC0415 (--help must not wait for it)
    from deciban.edit.holding import canonical, with_held  # noqa: PLC0415 (as above)
    from deciban.edit.save import save  # noqa: PLC0415 (as above)
    from deciban.problem import Problem  # noqa: PLC0415 (as above)

    text = canonical(with_held(case, position, document, judged), document)
    if isinstance(text, Problem):
        return (text,)
    _, wrong = read_draft(case, text, document.file)
    if wrong:
        return wrong
    problem = save(Path(document.file), text, lambda back: back == text)
    return () if problem is None else (problem,)
