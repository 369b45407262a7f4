"""``deciban check``: everything that is wrong with a case, at once."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import rich_click as click

from deciban.cli.terminal import (
    PROBLEMS,
    case_argument,
    json_option,
    show,
    show_problems,
    working,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deciban.pipeline import Weighing
    from deciban.problem import Problem
    from deciban.quotations import Quotation
    from deciban.render.json_text import JsonObject


@click.command()
@case_argument
@click.option("--fix", is_flag=True, help="Apply every correction that is certain.")
@click.option(
    "--quotes", is_flag=True, help="Also hold every quotation against the document it names."
)
@json_option
@click.pass_context
def check(context: click.Context, case: Path, *, fix: bool, quotes: bool, as_json: bool) -> None:
    """Say what is wrong with a case: file, line, column, and what to do.

    The text, its meaning, contradictions and the case's own tests are all checked; what-ifs are
    checked too, but what they come to is left to `deciban whatif`. With `--quotes` every `quote` is
    looked up in the file that stands beside it under `in`, a text or a PDF, and its place is told.
    """
    from deciban import pipeline  # noqa: PLC0415 (--help must not wait for it)
    from deciban.read import read_case  # noqa: PLC0415 (as above)
    from deciban.render.json_text import problems_json, to_text  # noqa: PLC0415 (as above)
    from deciban.render.problem_lines import tally  # noqa: PLC0415 (as above)

    unsaved: Sequence[Problem] = ()
    if fix:
        from deciban.edit import rewrite  # noqa: PLC0415 (only where something is written)

        fixed, unsaved = rewrite.fix(case)
        if not as_json:
            for line in fixed:
                click.echo(line, err=True)
    with working("reading" if quotes else "weighing") as say:
        reading = read_case(case)
        weighing = pipeline.check_quotations(reading, say) if quotes else None
        checked: Weighing[Any] = weighing or pipeline.check_reading(reading)
    problems = (*unsaved, *checked.problems)
    found = weighing.findings if weighing else None
    if as_json:
        told = {} if found is None else _as_data(found)
        click.echo(to_text({**told, "problems": problems_json(problems)}), nl=False)
    else:
        show_problems(problems, checked, error=False)
        if found is not None:
            _show_quotations(found)
        click.echo(tally(problems, str(case)))
    if unsaved or not checked.sound:
        context.exit(PROBLEMS)


def _as_data(quotations: "Sequence[Quotation]") -> "JsonObject":
    from deciban.render.quotations_json import quotations_json  # noqa: PLC0415 (only with --quotes)

    return {"quotations": quotations_json(quotations)}


def _show_quotations(quotations: "Sequence[Quotation]") -> None:
    """Print where quotations stand: in colour on a terminal, plainly in a pipe."""
    if not sys.stdout.isatty():
        from deciban.render.quotation_lines import quotation_lines  # noqa: PLC0415 (as above)

        click.echo(quotation_lines(quotations))
        return
    from deciban.render.quotations import quotation_list  # noqa: PLC0415 (only for people)

    show(quotation_list(quotations))
