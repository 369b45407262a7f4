"""``deciban bounds``: how far the answers can move while every number stays in its range."""

from pathlib import Path

import rich_click as click

from deciban.cli.inquire import Inquiry, answer
from deciban.cli.seen import as_option
from deciban.cli.terminal import case_argument, json_option


@click.command()
@case_argument
@as_option
@json_option
@click.pass_context
def bounds(context: click.Context, case: Path, *, as_json: bool) -> None:
    """Say how far the answers can move while every number stays in its range, all at once.

    For each hypothesis its smallest and its largest probability, and what would have to be so for
    it. With few numbers the ends are exact; with many they are the best that was found, and say so.
    """
    from deciban import pipeline  # noqa: PLC0415 (--help must not wait for it)
    from deciban.findings.bounds import find_answers_with_bounds  # noqa: PLC0415 (as above)
    from deciban.render.bounds import bounds_brief  # noqa: PLC0415 (as above)
    from deciban.render.bounds_json import bounds_json  # noqa: PLC0415 (as above)

    inquiry = Inquiry(
        ask=lambda reading, _: pipeline.inquire(reading, find_answers_with_bounds),
        brief=lambda case, found, screen: bounds_brief(*found, screen, minds=bool(case.actors)),
        data=lambda _, found: bounds_json(*found),
    )
    answer(context, case, inquiry, as_json=as_json)
