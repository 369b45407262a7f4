"""``deciban new``: a first case to start from."""

from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import rich_click as click

from deciban.cli.terminal import PROBLEMS, json_option, show_problems

if TYPE_CHECKING:
    from deciban.render.json_text import Json, JsonObject

WRITTEN = ("case.yaml", "deciban.schema.json")
TEMPLATES = ("starter", "minimal", "ach", "actor")


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option(
    "--from-template",
    "template",
    type=click.Choice(TEMPLATES),
    default="starter",
    show_default=True,
    help="starter teaches the language; minimal is the least that weighs; ach is a matrix; actor "
    "has a mind in it.",
)
@json_option
@click.pass_context
def new(context: click.Context, folder: Path, template: str, *, as_json: bool) -> None:
    """Write a first case to FOLDER: one that weighs, with comments that teach the language.

    Beside it goes the schema by which editors complete and check as you type.
    """
    from deciban.case.schema import schema_text  # noqa: PLC0415 (as above)
    from deciban.edit import rewrite  # noqa: PLC0415 (--help must not wait for it)
    from deciban.render.json_text import problems_json, to_text  # noqa: PLC0415 (as above)

    text = (files("deciban.cli") / "starters" / f"{template}.yaml").read_text(encoding="utf-8")
    problem = rewrite.begin(folder, text, schema_text())
    if as_json:
        wrote: list[Json] = [] if problem else [str(folder / name) for name in WRITTEN]
        data: JsonObject = {
            "wrote": wrote,
            "problems": problems_json([problem] if problem else []),
        }
        click.echo(to_text(data), nl=False)
    elif problem is not None:
        show_problems([problem])
    if problem is not None:
        context.exit(PROBLEMS)
    if as_json:
        return
    click.echo(f"wrote {folder / 'case.yaml'}")
    schema = folder / "deciban.schema.json"
    click.echo(f"wrote {schema}, by which editors complete and check as you type")
    click.echo(f"now try: deciban weigh {folder}")
