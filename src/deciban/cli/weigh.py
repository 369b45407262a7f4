"""``deciban weigh``: what a case adds up to, and why, on one screen."""

from pathlib import Path
from typing import TYPE_CHECKING

import rich_click as click

from deciban.cli.seen import as_option
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
    from deciban.findings.findings import Findings
    from deciban.pipeline import Weighing

#: How often numbers are drawn unless told otherwise; written here so that --help need not wait.
DRAWS = 10_000
FEWEST_DRAWS, MOST_DRAWS = 100, 1_000_000


def _count(_context: click.Context, _parameter: click.Parameter, written: str) -> int:
    """How many draws are wanted, told in words where that is no number of draws."""
    plain = written.replace(",", "").replace("_", "")
    count = int(plain) if plain.isdecimal() else 0
    if not FEWEST_DRAWS <= count <= MOST_DRAWS:
        message = f"write a whole number from {FEWEST_DRAWS} to {MOST_DRAWS:,}, not '{written}'"
        raise click.BadParameter(message)
    return count


@click.command()
@case_argument
@as_option
@click.option("--against", metavar="HYPOTHESIS", help="Weigh each hypothesis against this one.")
@click.option(
    "--draws",
    default=str(DRAWS),
    show_default=True,
    metavar="COUNT",
    callback=_count,
    help="How often every uncertain number is drawn.",
)
@json_option
@click.pass_context
def weigh(
    context: click.Context,
    case: Path,
    against: str | None,
    draws: int,
    *,
    as_json: bool,
) -> None:
    """Say what a case adds up to, and why.

    CASE is a folder that holds a case.yaml, or such a file; this folder by default.
    """
    from deciban.render.as_json import weigh_json  # noqa: PLC0415 (--help must not wait)
    from deciban.render.json_text import to_text  # noqa: PLC0415 (--help must not wait)
    from deciban.render.weigh import weigh_brief  # noqa: PLC0415 (as above)

    weighing = weighed(case, against, draws=draws, bounded=as_json)
    if as_json:
        click.echo(to_text(weigh_json(weighing.findings, weighing.problems)), nl=False)
    elif weighing.findings is not None:
        told = weigh_brief(weighing.findings, weighing.problems, screen(console()), str(case))
        show(told)
    if not weighing.sound:
        if not as_json:
            show_problems([each for each in weighing.problems if each.is_error], weighing)
        context.exit(PROBLEMS)


def weighed(
    case: Path,
    against: str | None,
    *,
    draws: int = DRAWS,
    bounded: bool = False,
    closely: bool = False,
) -> "Weighing[Findings]":
    """Weigh a case; a hypothesis to compare with that it does not have is wrong usage."""
    from deciban import pipeline  # noqa: PLC0415 (--help must not wait for it)
    from deciban.cli.seen import read_seen  # noqa: PLC0415 (as above)

    with working("weighing") as say:
        reading = read_seen(case)
        if against is not None and reading.case is not None:
            known = reading.case.question.answers
            if against not in known:
                message = f"'{against}' is no hypothesis of this case; it has {', '.join(known)}"
                raise click.BadParameter(message, param_hint="--against")
        return pipeline.weigh_reading(
            reading,
            against=against,
            draws=draws,
            bounded=bounded,
            closely=closely,
            told=lambda done: say(f"{done:,} of {draws:,} draws"),
        )
