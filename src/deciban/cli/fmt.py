"""``deciban fmt``: the canonical layout of a case's text, keeping every comment."""

from pathlib import Path
from typing import TYPE_CHECKING

import rich_click as click

from deciban.cli.terminal import PROBLEMS, case_argument, json_option, show_problems

if TYPE_CHECKING:
    from deciban.render.json_text import JsonObject


@click.command()
@case_argument
@click.option("--check", "dry", is_flag=True, help="Change nothing; exit 1 if anything would.")
@json_option
@click.pass_context
def fmt(context: click.Context, case: Path, *, dry: bool, as_json: bool) -> None:
    """Lay out the text of a case canonically; comments and numbers stay as written.

    Each file is written whole or not at all, after it has been read back.
    """
    from deciban.edit import rewrite  # noqa: PLC0415 (--help must not wait for it)
    from deciban.render.json_text import problems_json, to_text  # noqa: PLC0415 (as above)

    changed, problems = rewrite.lay_out(case, dry=dry)
    if as_json:
        data: JsonObject = {"changed": list(changed), "problems": problems_json(problems)}
        click.echo(to_text(data), nl=False)
    else:
        for file in changed:
            click.echo(f"{'would lay out' if dry else 'laid out'} {file}")
        show_problems(problems)
    if problems or (dry and changed):
        context.exit(PROBLEMS)
