"""``deciban seek``: which record that nobody has read would tell most."""

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
def seek(context: click.Context, case: Path, *, as_json: bool) -> None:
    """Say what to look for: what each unseen record is worth, and what either answer would do.

    The records are those under `unseen:` in the case. Their worth is in bits and in decibans, with
    its range over draws; two that tell more together than apart are named.
    """
    from deciban import pipeline  # noqa: PLC0415 (--help must not wait for it)
    from deciban.findings.seek import find_seek_with_ranges  # noqa: PLC0415 (as above)
    from deciban.render.seek import seek_brief  # noqa: PLC0415 (as above)
    from deciban.render.seek_json import seek_json  # noqa: PLC0415 (as above)

    inquiry = Inquiry(
        ask=lambda reading, _: pipeline.inquire(reading, find_seek_with_ranges),
        brief=lambda case, found, screen: seek_brief(case.question.ask, found, screen),
        data=lambda case, found: seek_json(case.question.id, found),
    )
    answer(context, case, inquiry, as_json=as_json)
