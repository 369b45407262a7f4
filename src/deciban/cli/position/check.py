"""``deciban position check``: what is wrong with positions, and where the case has moved."""

from pathlib import Path
from typing import TYPE_CHECKING

import rich_click as click

from deciban.cli.debaters import case_and_names, known
from deciban.cli.position.files import problems_of, readable
from deciban.cli.terminal import PROBLEMS, case_argument, json_option, show, show_problems

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deciban.case import Seal
    from deciban.debate.reading import Read
    from deciban.problem import Problem


@click.command()
@case_argument
@click.argument("names", nargs=-1, metavar="[NAME]...")
@json_option
@click.pass_context
def check(context: click.Context, case: Path, names: tuple[str, ...], *, as_json: bool) -> None:
    """Say what is wrong with positions and seals, and where the case has moved under them.

    Without NAME: everybody's. The exit status is 1 where something is wrong; that the case has
    moved is nothing wrong.
    """
    from deciban.checks.positions import check_positions  # noqa: PLC0415 (--help must not wait)
    from deciban.checks.seals import check_seals  # noqa: PLC0415 (as above)
    from deciban.debate.reading import find_read  # noqa: PLC0415 (as above)
    from deciban.read import in_order  # noqa: PLC0415 (as above)

    case, names = case_and_names(case, names)
    reading, found = readable(context, case, as_json=as_json)
    away = {each.seal for each in found.seals if each.opened is None}
    known(reading, [name for name in names if name not in away], "NAME")
    every = (*reading.problems, *check_positions(found), *check_seals(found))
    problems = problems_of(in_order(every), names)
    told = [
        find_read(found, position)
        for position in found.positions
        if not names or position.position in names
    ]
    sealed = [
        each for each in found.seals if each.opened is None and (not names or each.seal in names)
    ]
    if as_json:
        _print_data(told, sealed, problems)
    else:
        _print(told, sealed, problems)
    if any(problem.is_error for problem in problems):
        context.exit(PROBLEMS)


def _print(told: "Sequence[Read]", sealed: "Sequence[Seal]", problems: "Sequence[Problem]") -> None:
    from deciban.cli.debaters import NOBODY  # noqa: PLC0415 (only for people)
    from deciban.debate.reading import STALE  # noqa: PLC0415 (as above)
    from deciban.render.positions import positions_page  # noqa: PLC0415 (as above)

    if told or sealed:
        show(positions_page(told, sealed))
    elif not problems:
        click.echo(NOBODY)
    show_problems([each for each in problems if each.code not in STALE])


def _print_data(
    told: "Sequence[Read]", sealed: "Sequence[Seal]", problems: "Sequence[Problem]"
) -> None:
    from deciban.render.json_text import problems_json, to_text  # noqa: PLC0415 (only as data)
    from deciban.render.positions import positions_json  # noqa: PLC0415 (as above)

    data = positions_json(told, sealed)
    click.echo(to_text({**data, "problems": problems_json(problems)}), nl=False)
