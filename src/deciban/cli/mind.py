"""``deciban mind``: what an actor believed, how strongly, and what would have been otherwise."""

from pathlib import Path
from typing import TYPE_CHECKING

import rich_click as click

from deciban.cli.terminal import (
    PROBLEMS,
    case_argument,
    console,
    json_option,
    screen,
    show,
    show_problems,
    working,
)

if TYPE_CHECKING:
    from rich.console import RenderableType

    from deciban.case import Actor, Case
    from deciban.findings.minding.asked import Asked
    from deciban.pipeline import Weighing
    from deciban.render.json_text import JsonObject
    from deciban.render.page import Screen

COLUMNS = 8192
FEWEST, MOST = 1024, 1_000_000


@click.command()
@case_argument
@click.argument("actor", required=False)
@click.option("--distrust", metavar="SOURCE", help="What one word of a source would have done.")
@click.option("--had", metavar="ID", help="One counterfactual of the case by itself.")
@click.option(
    "--draws",
    type=click.IntRange(FEWEST, MOST),
    default=COLUMNS,
    show_default=True,
    metavar="COUNT",
    help="At how many choices of his numbers he is read.",
)
@json_option
@click.pass_context
def mind(
    context: click.Context,
    case: Path,
    actor: str | None,
    distrust: str | None,
    had: str | None,
    draws: int,
    *,
    as_json: bool,
) -> None:
    """Say what an actor believed, and how strongly, from what reached him and what he did.

    Belief from date to date, what his conduct says of it and how far that hangs on his stakes,
    where his acts turn, what each warning said to him, what has been learned of him, and what
    would have been otherwise. Without ACTOR: the only one, or the one the case asks about.
    """
    from deciban import pipeline  # noqa: PLC0415 (--help must not wait for it)
    from deciban.read import read_case  # noqa: PLC0415 (as above)

    with working("reading the mind"):
        reading = read_case(case)
        chosen = _chosen(reading.case, actor) if reading.case is not None else None
        if chosen is not None:
            _known(chosen, distrust, had)
        name = chosen.id if chosen is not None else ""
        weighing = pipeline.read_actor(reading, name, columns=draws, distrust=distrust, had=had)
    if as_json:
        from deciban.render.json_text import problems_json, to_text  # noqa: PLC0415

        told = {} if weighing.findings is None else _data(weighing.findings)
        click.echo(to_text({**told, "problems": problems_json(weighing.problems)}), nl=False)
    elif weighing.findings is not None:
        show(_page(weighing.findings, screen(console()), str(case)))
    if not weighing.sound:
        _say(weighing, as_json=as_json)
        context.exit(PROBLEMS)


def _say(weighing: "Weighing[Asked]", *, as_json: bool) -> None:
    if not as_json:
        show_problems([each for each in weighing.problems if each.is_error], weighing)


def _page(found: "Asked", screen: "Screen", case: str) -> "RenderableType":
    from deciban.render.mind import mind_page  # noqa: PLC0415 (only for people)
    from deciban.render.mind_otherwise import distrust_page, had_page  # noqa: PLC0415

    if found.distrust is not None:
        return distrust_page(found.mind.brief, found.distrust)
    return had_page(found.mind) if found.had else mind_page(found.mind, screen, case)


def _data(found: "Asked") -> "JsonObject":
    from deciban.render.mind_json import distrust_json, mind_json  # noqa: PLC0415 (only as data)

    if found.distrust is not None:
        return distrust_json(found.distrust, found.mind.brief)
    return mind_json(found.mind)


def _chosen(case: "Case", name: str | None) -> "Actor | None":
    """The actor named; else the one the case asks about, or the only one."""
    from deciban.case.minds import asked_of  # noqa: PLC0415 (--help must not wait for it)

    if not case.actors:
        if case.broken:
            return None
        message = "this case has no actors; write one under `actors`"
        raise click.UsageError(message)
    if name is not None:
        if name not in case.actors:
            message = f"there is no actor '{name}'; this case has {', '.join(case.actors)}"
            raise click.BadParameter(message, param_hint="ACTOR")
        return case.actors[name]
    asked = asked_of(case.question)
    meant = (asked.actor if asked else "", case.question.subject or "")
    return next((case.actors[each] for each in (*meant, *case.actors) if each in case.actors), None)


def _known(actor: "Actor", distrust: str | None, had: str | None) -> None:
    """Refuse a source or a counterfactual that the actor does not have."""
    if distrust is not None and distrust not in actor.trusts:
        message = f"'{actor.id}' has no view of '{distrust}'; he has of {', '.join(actor.trusts)}"
        raise click.BadParameter(message, param_hint="--distrust")
    ids = [each.id for each in actor.had]
    if had is not None and had not in ids:
        held = ", ".join(ids) or "none"
        message = f"there is no counterfactual '{had}' of '{actor.id}'; the case holds {held}"
        raise click.BadParameter(message, param_hint="--had")
