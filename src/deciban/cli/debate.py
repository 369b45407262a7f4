"""``deciban debate``: who holds what, what stands, and whose turn it is."""

from pathlib import Path
from typing import TYPE_CHECKING

import rich_click as click

from deciban.cli.inquire import Inquiry, answer
from deciban.cli.terminal import case_argument, json_option

if TYPE_CHECKING:
    from collections.abc import Callable

    from deciban.case import Case
    from deciban.debate.debate import Debate
    from deciban.pipeline import Weighing
    from deciban.read import Reading


@click.command()
@case_argument
@click.option("--author", metavar="NAME", help="Only what one debater says, holds and owes.")
@click.option("--open", "waiting", is_flag=True, help="Only what waits for an answer.")
@json_option
@click.pass_context
def debate(
    context: click.Context, case: Path, author: str | None, *, waiting: bool, as_json: bool
) -> None:
    """Say who holds what in the debate of a case, what stands, and whose turn it is.

    Held, standing and exposure side by side: what each holds, how many answers each owes, and what
    each would hold if the moves against him were sustained. Then the thread as an argument. With
    --author, the exposure to every open move as well; in the folder of the case the name alone will
    do: `deciban debate NAME`.
    """
    from deciban.cli.here import name_in_this_folder  # noqa: PLC0415 (--help must not wait for it)
    from deciban.render.debate import debate_page  # noqa: PLC0415 (--help must not wait for it)
    from deciban.render.debate_json import debate_json  # noqa: PLC0415 (as above)

    name = name_in_this_folder(case, _speaking) if author is None else None
    if name is not None:
        case, author = Path(), name

    def ask(reading: "Reading", say: "Callable[[str], None]") -> "Weighing[Debate]":
        from dataclasses import replace  # noqa: PLC0415 (as above)

        from deciban import pipeline  # noqa: PLC0415 (as above)
        from deciban.debate.debate import only  # noqa: PLC0415 (as above)

        weighing = pipeline.debate(reading, say)
        if weighing.findings is None or (author is None and not waiting):
            return weighing
        _known(weighing.findings, author)
        return replace(weighing, findings=only(weighing.findings, author, waiting=waiting))

    inquiry = Inquiry(
        ask=ask,
        brief=lambda case, found, screen: debate_page(found, case.question.ask, screen),
        data=lambda case, found: debate_json(found, case.question.id, case.question.ask),
    )
    answer(context, case, inquiry, as_json=as_json)


def _speaking(case: "Case") -> set[str]:
    """Whoever has a position in a case, or has made a move."""
    return {each.position for each in case.positions} | {each.author for each in case.debate}


def _known(found: "Debate", author: str | None) -> None:
    """Refuse a name that nobody in the debate has."""
    from deciban.read.suggest import did_you_mean, listing  # noqa: PLC0415 (as above)

    if author is None or author in found.called:
        return
    known = listing(found.called) or "nobody yet"
    hint = did_you_mean(author, found.called, f"in it are {known}")
    message = f"nobody is called '{author}' in this debate; {hint}"
    raise click.BadParameter(message, param_hint="--author")
