"""``deciban position fmt``: positions in their canonical layout, with what the case said."""

from pathlib import Path
from typing import TYPE_CHECKING

import rich_click as click

from deciban.cli.debaters import NOBODY, case_and_names, known
from deciban.cli.position.files import document_of, problems_of, readable
from deciban.cli.terminal import PROBLEMS, case_argument, json_option, show_problems

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deciban.edit.holding import Laid
    from deciban.problem import Problem


@click.command()
@case_argument
@click.argument("names", nargs=-1, metavar="[NAME]...")
@click.option("--read", is_flag=True, help="Say that the case is read: update `was` and `reads`.")
@json_option
@click.pass_context
def fmt(
    context: click.Context, case: Path, names: tuple[str, ...], *, read: bool, as_json: bool
) -> None:
    """Lay out positions: sorted by address, each number on one line where it is short.

    Where a position does not say what the case said, that is filled in. Comments stay. Without
    NAME: everybody's.
    """
    from deciban.edit.holding import lay_out_position  # noqa: PLC0415 (--help must not wait for it)

    case, names = case_and_names(case, names)
    reading, found = readable(context, case, as_json=as_json)
    known(reading, names, "NAME")
    laid = [
        lay_out_position(found, position, document_of(reading, position), read=read)
        for position in found.positions
        if not names or position.position in names
    ]
    problems = [each for each in problems_of(reading.problems, names) if each.is_error]
    problems += [each.problem for each in laid if each.problem is not None]
    if as_json:
        _print_data(laid, problems)
    else:
        _print(laid, problems)
    if problems:
        context.exit(PROBLEMS)


def _print(laid: "Sequence[Laid]", problems: "Sequence[Problem]") -> None:
    for each in laid:
        if each.changed:
            click.echo(f"laid out {each.file}")
        for update in each.updates:
            before, after = update.before or "not said", update.after
            told = "the case as it is now" if update.address == "reads" else f"{before} -> {after}"
            click.echo(f"  {update.address}: {told}")
    if not problems and not any(each.changed for each in laid):
        click.echo("nothing to do" if laid else NOBODY)
    show_problems(problems)


def _print_data(laid: "Sequence[Laid]", problems: "Sequence[Problem]") -> None:
    from deciban.render.json_text import Json, problems_json, to_text  # noqa: PLC0415 (only as data)

    updates: list[Json] = [
        {
            "file": each.file,
            "address": update.address,
            "before": update.before,
            "after": update.after,
        }
        for each in laid
        for update in each.updates
    ]
    changed: list[Json] = [each.file for each in laid if each.changed]
    told = {"changed": changed, "updates": updates, "problems": problems_json(problems)}
    click.echo(to_text(told), nl=False)
