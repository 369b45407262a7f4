"""``deciban new``: a first case to start from."""

from importlib.resources import files
from pathlib import Path

import rich_click as click

from deciban.cli.terminal import PROBLEMS, show_problems

TEMPLATES = ("starter", "minimal", "ach")


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option(
    "--from-template",
    "template",
    type=click.Choice(TEMPLATES),
    default="starter",
    show_default=True,
    help="starter teaches the language; minimal is the least that weighs; ach is a matrix.",
)
@click.pass_context
def new(context: click.Context, folder: Path, template: str) -> None:
    """Write a first case to FOLDER: one that weighs, with comments that teach the language.

    Beside it goes the schema by which editors complete and check as you type.
    """
    from deciban import edit  # noqa: PLC0415 (--help must not wait for it)
    from deciban.case.schema import schema_text  # noqa: PLC0415 (as above)

    text = (files("deciban.cli") / "starters" / f"{template}.yaml").read_text(encoding="utf-8")
    problem = edit.begin(folder, text, schema_text())
    if problem is not None:
        show_problems([problem])
        context.exit(PROBLEMS)
    click.echo(f"wrote {folder / 'case.yaml'}")
    click.echo(f"now try: deciban weigh {folder}")
