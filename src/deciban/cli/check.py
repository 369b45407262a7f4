"""``deciban check``: everything that is wrong with a case, at once."""

from pathlib import Path
from typing import TYPE_CHECKING

import rich_click as click

from deciban.cli.terminal import (
    PROBLEMS,
    case_argument,
    json_option,
    show_problems,
    working,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deciban.problem import Problem


@click.command()
@case_argument
@click.option("--fix", is_flag=True, help="Apply every correction that is certain.")
@json_option
@click.pass_context
def check(context: click.Context, case: Path, *, fix: bool, as_json: bool) -> None:
    """Say what is wrong with a case: file, line, column, and what to do.

    The text, its meaning, contradictions and the case's own tests are all checked; what-ifs are
    checked too, but what they come to is left to `deciban whatif`.
    """
    from deciban import pipeline  # noqa: PLC0415 (--help must not wait for it)
    from deciban.render.json_text import problems_json, to_text  # noqa: PLC0415 (as above)
    from deciban.render.problem_lines import tally  # noqa: PLC0415 (as above)

    unsaved: Sequence[Problem] = ()
    if fix:
        from deciban.edit import rewrite  # noqa: PLC0415 (only where something is written)

        fixed, unsaved = rewrite.fix(case)
        if not as_json:
            for line in fixed:
                click.echo(line, err=True)
    with working("weighing"):
        weighing = pipeline.check(case)
    problems = (*unsaved, *weighing.problems)
    if as_json:
        click.echo(to_text({"problems": problems_json(problems)}), nl=False)
    else:
        show_problems(problems, weighing, error=False)
        click.echo(tally(problems, str(case)))
    if unsaved or not weighing.sound:
        context.exit(PROBLEMS)
