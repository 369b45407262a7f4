"""``deciban pool``: what several debaters come to together."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import rich_click as click

from deciban.cli.terminal import (
    PROBLEMS,
    case_argument,
    console,
    json_option,
    screen,
    show,
    show_problems,
    working,
)

if TYPE_CHECKING:
    from deciban.debate.pooling import Pool
    from deciban.problem import Problem

#: What a debater may count for against another: beyond it the lesser one does not count at all.
LEAST, MOST = 1e-6, 1e6


@click.command()
@case_argument
@click.argument("names", nargs=-1, metavar="[NAME]...")
@click.option(
    "--weight", "weights", multiple=True, metavar="NAME=2", help="How much a debater counts; 1."
)
@json_option
@click.pass_context
def pool(
    context: click.Context,
    case: Path,
    names: tuple[str, ...],
    weights: tuple[str, ...],
    *,
    as_json: bool,
) -> None:
    """Say what several debaters hold, and what they come to together.

    The spread first; then the pools side by side: the mean of decibans, the mean of probabilities,
    the median, and the case with every number at the mean. Without NAME: everybody.
    """
    from deciban import pipeline  # noqa: PLC0415 (--help must not wait for it)
    from deciban.cli.debaters import case_and_names, known  # noqa: PLC0415 (as above)
    from deciban.debate.pooling import find_pool  # noqa: PLC0415 (as above)
    from deciban.read import read_case  # noqa: PLC0415 (as above)

    with working("weighing every position"):
        case, names = case_and_names(case, names)
        reading = read_case(case)
        whom = known(reading, names, "NAME")
        given = _weights(weights)
        known(reading, tuple(given), "--weight")
        debaters, problems = pipeline.debaters(reading, whom)
        found = find_pool(reading.case, debaters, given) if reading.case and debaters else None
    if as_json:
        _print_data(found, problems)
    else:
        _print(found, problems)
    if any(problem.is_error for problem in problems):
        context.exit(PROBLEMS)


def _weights(written: Sequence[str]) -> dict[str, float]:
    """Weights by name; what is none is wrong usage."""
    found: dict[str, float] = {}
    for each in written:
        name, _, number = each.partition("=")
        try:
            found[name] = float(number)
        except ValueError:
            found[name] = 0.0
        if not LEAST <= found[name] <= MOST:
            message = f"'{each}' is no weight; write NAME=2, a number from {LEAST:g} to {MOST:g}"
            raise click.BadParameter(message, param_hint="--weight")
    return found


def _print_data(found: "Pool | None", problems: "Sequence[Problem]") -> None:
    from deciban.render.json_text import problems_json, to_text  # noqa: PLC0415 (only as data)
    from deciban.render.pool_json import pool_json  # noqa: PLC0415 (as above)

    told = pool_json(found) if found is not None else {}
    click.echo(to_text({**told, "problems": problems_json(problems)}), nl=False)


def _print(found: "Pool | None", problems: "Sequence[Problem]") -> None:
    from deciban.cli.debaters import NOBODY  # noqa: PLC0415 (only for people)
    from deciban.render.pool import pool_page  # noqa: PLC0415 (as above)

    errors = [problem for problem in problems if problem.is_error]
    if found is not None:
        show(pool_page(found, screen(console())))
    elif not errors:
        click.echo(NOBODY)
    show_problems(errors)
