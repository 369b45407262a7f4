"""``deciban sensitivity``: which of the numbers deserve an afternoon."""

from functools import partial
from pathlib import Path

import rich_click as click

from deciban.cli.inquire import Inquiry, answer
from deciban.cli.seen import as_option
from deciban.cli.terminal import case_argument, json_option


@click.command()
@case_argument
@as_option
@click.option(
    "--top",
    type=click.IntRange(1),
    default=10,
    show_default=True,
    help="How many numbers, sources and themes to show.",
)
@json_option
@click.pass_context
def sensitivity(context: click.Context, case: Path, top: int, *, as_json: bool) -> None:
    """Say which of the numbers matter: how far each moves the leader from end to end of its range.

    Beside each number: what a deciban of it is worth, and where it changes the leader. Then the
    same by source and by theme, and which two numbers together change the leader.
    """
    from deciban import pipeline  # noqa: PLC0415 (--help must not wait for it)
    from deciban.findings.sensitivity import (  # noqa: PLC0415 (as above)
        find_answers_with_sensitivity,
    )
    from deciban.render.sensitivity import sensitivity_brief  # noqa: PLC0415 (as above)
    from deciban.render.sensitivity_json import sensitivity_json  # noqa: PLC0415 (as above)

    inquiry = Inquiry(
        ask=lambda reading, say: pipeline.inquire(
            reading, partial(find_answers_with_sensitivity, told=say)
        ),
        brief=lambda _, found, screen: sensitivity_brief(*found, top, screen),
        data=lambda _, found: sensitivity_json(*found),
    )
    answer(context, case, inquiry, as_json=as_json)
