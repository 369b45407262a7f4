"""``deciban schema``: the JSON Schema by which editors complete and check a case."""

import rich_click as click


@click.command()
def schema() -> None:
    """Print the JSON Schema of case.yaml, for completion and checks in editors."""
    from deciban.case.schema import schema_text  # noqa: PLC0415 (--help must not wait for it)

    click.echo(schema_text(), nl=False)
