"""``deciban position open``: the numbers of a sealed position, for all to see and to verify."""

from pathlib import Path
from typing import TYPE_CHECKING

import rich_click as click

from deciban.cli.position.files import day, finish, readable, today, whose
from deciban.cli.terminal import json_option

if TYPE_CHECKING:
    from deciban.case import Case, Seal


@click.command("open")
@whose
@click.option("--on", metavar="DATE", callback=day, help="The day; today.")
@json_option
@click.pass_context
def open_sealed(
    context: click.Context, case: Path, name: str, on: str | None, *, as_json: bool
) -> None:
    """Open a sealed position: its numbers back to positions/, and into the seal for good.

    Nothing is written unless they are what was sealed. A position that is there is never
    overwritten.
    """
    from deciban.edit.sealing import open_seal  # noqa: PLC0415 (--help must not wait for it)

    reading, found = readable(context, case, as_json=as_json)
    wrote, problem = open_seal(reading.folder, _seal_meant(found, name), on or today())
    problems = () if problem is None else (problem,)
    finish(context, wrote, problems, as_json=as_json)


def _seal_meant(case: "Case", name: str) -> "Seal":
    """The seal of a debater that is still to be opened; without one it is wrong usage."""
    found = next((each for each in case.seals if each.seal == name), None)
    if found is None:
        message = f"nobody called '{name}' has sealed anything here"
        raise click.BadParameter(message, param_hint="NAME")
    if found.opened is not None:
        message = f"what '{name}' sealed was opened on {found.opened.text}"
        raise click.BadParameter(message, param_hint="NAME")
    return found
