"""``deciban mind``: what an actor believed, how strongly, and what would have been otherwise."""

from pathlib import Path
from typing import TYPE_CHECKING

import rich_click as click

from deciban.cli.actors import actor_meant
from deciban.cli.here import name_in_this_folder
from deciban.cli.seen import as_option
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

    from deciban.case import Actor
    from deciban.findings.mind import Inquest
    from deciban.pipeline import Weighing
    from deciban.render.json_text import JsonObject
    from deciban.render.page import Screen

COLUMNS = 8192
FEWEST, MOST = 1024, 1_000_000
WHERE = "mind CASE ACTOR"


@click.command()
@case_argument
@as_option
@click.argument("actor", required=False)
@click.option("--distrust", metavar="SOURCE", help="What one word of a source would have done.")
@click.option("--had", metavar="ID", multiple=True, help="One counterfactual by itself.")
@click.option(
    "--draws",
    type=click.IntRange(FEWEST, MOST),
    default=COLUMNS,
    show_default=True,
    metavar="COUNT",
    help="At about how many choices of his numbers he is read.",
)
@json_option
@click.pass_context
def mind(
    context: click.Context,
    case: Path,
    actor: str | None,
    distrust: str | None,
    had: tuple[str, ...],
    draws: int,
    *,
    as_json: bool,
) -> None:
    """Say what an actor believed, and how strongly, from what reached him and what he did.

    Belief from date to date, what his conduct says of it and how far that hangs on his stakes,
    where his acts turn, what each warning said to him, what has been learned of him, and what
    would have been otherwise. Without ACTOR: the only one, or the one the case asks about. In the
    folder of the case the name of an actor alone will do: `deciban mind ACTOR`.
    """
    _one_at_a_time(distrust, had)
    from deciban import pipeline  # noqa: PLC0415 (--help must not wait for it)
    from deciban.cli.seen import read_seen  # noqa: PLC0415 (as above)

    if actor is None:
        actor = name_in_this_folder(case, lambda here: here.actors)
        case = case if actor is None else Path()
    alone = had[0] if had else None
    with working("reading the mind"):
        reading = read_seen(case)
        chosen = actor_meant(reading.case, actor, WHERE) if reading.case is not None else None
        if chosen is not None:
            _known(chosen, distrust, alone)
        name = chosen.id if chosen is not None else ""
        weighing = pipeline.read_actor(reading, name, columns=draws, distrust=distrust, had=alone)
    if as_json:
        from deciban.render.json_text import problems_json, to_text  # noqa: PLC0415

        told = {} if weighing.findings is None else _data(weighing.findings)
        click.echo(to_text({**told, "problems": problems_json(weighing.problems)}), nl=False)
    elif weighing.findings is not None and not (alone and not weighing.sound):
        show(_page(weighing.findings, screen(console()), str(case)))
    if not weighing.sound:
        _say(weighing, as_json=as_json)
        context.exit(PROBLEMS)


def _one_at_a_time(distrust: str | None, had: tuple[str, ...]) -> None:
    """Refuse two pages at once."""
    if distrust is not None and had:
        message = "--distrust and --had are a page each; ask for one of them"
        raise click.UsageError(message)
    if len(had) > 1:
        message = "--had tells one counterfactual; without it the page has all of them"
        raise click.UsageError(message)


def _say(weighing: "Weighing[Inquest]", *, as_json: bool) -> None:
    if not as_json:
        show_problems([each for each in weighing.problems if each.is_error], weighing)


def _page(found: "Inquest", screen: "Screen", case: str) -> "RenderableType":
    from deciban.render.mind import mind_page  # noqa: PLC0415 (only for people)
    from deciban.render.mind_otherwise import distrust_page, had_page  # noqa: PLC0415

    if found.distrust is not None:
        return distrust_page(found.mind.brief, found.distrust)
    return had_page(found.mind) if found.had else mind_page(found.mind, screen, case)


def _data(found: "Inquest") -> "JsonObject":
    from deciban.render.mind_json import distrust_json, mind_json  # noqa: PLC0415 (only as data)

    if found.distrust is not None:
        return distrust_json(found.distrust, found.mind.brief)
    return mind_json(found.mind)


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
