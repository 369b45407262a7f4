"""``deciban position seal``: a hash now, the numbers later."""

from pathlib import Path

import rich_click as click

from deciban.cli.position.files import day, finish, position_meant, readable, today, whose
from deciban.cli.terminal import json_option


@click.command()
@whose
@click.option("--on", metavar="DATE", callback=day, help="The day; today.")
@json_option
@click.pass_context
def seal(context: click.Context, case: Path, name: str, on: str | None, *, as_json: bool) -> None:
    """Seal a position, so that its numbers stand before anybody else's are known.

    Its hash goes to seals/, where it is shared; its numbers go to .sealed/, which git never takes
    up, and are shown by `deciban position open`.
    """
    from deciban.debate.seeing import seen_through  # noqa: PLC0415 (--help must not wait for it)
    from deciban.edit import sealing  # noqa: PLC0415 (as above)

    reading, found = readable(context, case, as_json=as_json)
    position = position_meant(found, name)
    _, wrong = seen_through(found, position)
    errors = [problem for problem in wrong if problem.is_error]
    if errors:
        finish(context, (), errors, as_json=as_json)
        return
    file = Path(position.at.file)
    wrote, problem = sealing.seal(reading.folder, name, file, on or today())
    problems = () if problem is None else (problem,)
    said = f"removed {file}\ntell nobody what is in .sealed, and keep it; it is the only copy"
    finish(context, wrote, problems, as_json=as_json, said="" if problems else said)
