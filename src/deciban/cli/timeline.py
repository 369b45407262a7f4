"""``deciban timeline``: how the case looked by each date, on two clocks."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import rich_click as click

from deciban.cli.inquire import Inquiry, answer
from deciban.cli.seen import as_option
from deciban.cli.terminal import case_argument, json_option

if TYPE_CHECKING:
    from deciban.dates import When
    from deciban.findings.timing.grain import Grain
    from deciban.findings.timing.shown import Shown, Which
    from deciban.findings.timing.steps import Window
    from deciban.pipeline import Weighing
    from deciban.read import Reading


@click.command()
@case_argument
@as_option
@click.option(
    "--clock",
    type=click.Choice(["happened", "public", "mind"]),
    help="One clock alone, with every date and every name; all of them briefly without it.",
)
@click.option(
    "--by",
    type=click.Choice(["day", "month", "year"]),
    help="A line for every day, month or year, whether or not anything came.",
)
@click.option("--from", "start", metavar="DATE", help="From the beginning of this date on.")
@click.option("--to", "end", metavar="DATE", help="Up to the end of this date.")
@json_option
@click.pass_context
def timeline(
    context: click.Context,
    case: Path,
    clock: "Which | None",
    by: "Grain | None",
    start: str | None,
    end: str | None,
    *,
    as_json: bool,
) -> None:
    """Say how the case looked by each date: by what had happened, and by what was public.

    By what had happened counts what had taken place by then, as far as it is known today. By what
    was public counts what a reader of that year could know, weighed with today's judgements: an
    archive that was not yet open is not yet silent. Then what each actor believed by what had
    reached him. What came when is named, and how far it moved the answer.
    """
    from deciban import pipeline  # noqa: PLC0415 (--help must not wait for it)
    from deciban.findings.timing.shown import find_shown  # noqa: PLC0415 (as above)
    from deciban.findings.timing.steps import MOST, TooManySteps  # noqa: PLC0415 (as above)
    from deciban.render.timeline import timeline_page  # noqa: PLC0415 (as above)
    from deciban.render.timeline_json import timeline_json  # noqa: PLC0415 (as above)

    finder = partial(find_shown, which=clock, window=_window(by, start, end), brief=not as_json)

    def ask(reading: "Reading", _: object) -> "Weighing[Shown]":
        if clock == "mind" and reading.case is not None and not reading.case.actors:
            message = "this case has no actors, so there is no mind to tell of"
            raise click.UsageError(message)
        return pipeline.inquire(reading, finder)

    inquiry = Inquiry(
        ask=ask,
        brief=lambda _, found, screen: timeline_page(found, screen, str(case)),
        data=lambda _, found: timeline_json(found),
    )
    try:
        answer(context, case, inquiry, as_json=as_json)
    except TooManySteps:
        message = f"that is more than {MOST:,} lines; give --from and --to, or a coarser --by"
        raise click.UsageError(message) from None


def _window(by: "Grain | None", start: str | None, end: str | None) -> "Window":
    """The part of the clocks that is wanted."""
    from deciban.dates import AFTER_ALL, BEFORE_ALL  # noqa: PLC0415 (--help must not wait for it)
    from deciban.findings.timing.steps import Window  # noqa: PLC0415 (as above)

    first = _date(start, "--from").start if start is not None else BEFORE_ALL
    last = _date(end, "--to").end if end is not None else AFTER_ALL
    if last <= first:
        message = f"--from {start} lies behind --to {end}"
        raise click.UsageError(message)
    return Window(by, None if first == BEFORE_ALL else first, None if last == AFTER_ALL else last)


def _date(text: str, option: str) -> "When":
    """A date as one writes it in a case."""
    from deciban.dates import When, read_date  # noqa: PLC0415 (as above)

    when = read_date(text)
    if isinstance(when, When):
        return when
    message = f"{when.message}; {when.hint}" if when.hint else when.message
    raise click.BadParameter(message, param_hint=option)
