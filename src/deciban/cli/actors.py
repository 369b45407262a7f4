"""Which actor is meant where nobody names one."""

from typing import TYPE_CHECKING

import rich_click as click

if TYPE_CHECKING:
    from deciban.case import Actor, Case


def actor_meant(case: "Case", name: str | None, where: str) -> "Actor | None":
    """Answer the actor named; else the one the case asks about, or the only one.

    None where the case has none because it could not be read whole.

    Args:
        case: the case.
        name: what was written; None where nothing was.
        where: how he is named on the command line, such as ``mind CASE ACTOR``.
    """
    from deciban.read.suggest import listing  # noqa: PLC0415 (--help must not wait for it)

    if not case.actors:
        if case.broken:
            return None
        message = "this case has no actors; write one under `actors`"
        raise click.UsageError(message)
    if name is not None:
        if name not in case.actors:
            message = f"there is no actor '{name}'; this case has {listing(case.actors)}"
            hint = "--actor" if "--actor" in where else "ACTOR"
            raise click.BadParameter(message, param_hint=hint)
        return case.actors[name]
    meant = _asked_about(case)
    if meant is None:
        several = listing(case.actors)
        message = f"this case has several actors; name one of {several}, as in `{where}`"
        raise click.UsageError(message)
    return meant


def _asked_about(case: "Case") -> "Actor | None":
    """The actor of the main question, or of all others together; or the only one."""
    from deciban.case.minds import asked_of  # noqa: PLC0415 (--help must not wait for it)

    asked = asked_of(case.question)
    for name in (asked.actor if asked else "", case.question.subject or ""):
        if name in case.actors:
            return case.actors[name]
    others = {part.actor for each in case.questions.values() if (part := asked_of(each))}
    found = [actor for name, actor in case.actors.items() if name in others or not others]
    return found[0] if len(found) == 1 else None
