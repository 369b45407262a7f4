"""``--as``: the case as one debater sees it, for every verb that answers a question about it."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import rich_click as click

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from deciban.read import Reading

F = TypeVar("F", bound=Callable[..., object])
DEBATER, APPLIED = "deciban.debater", "deciban.applied"
LABELS = ("grounded",)


def as_option(function: F) -> F:
    """Add ``--as`` and ``--apply``, which ``read_seen`` asks for."""
    seen = click.option(
        "--as",
        metavar="DEBATER",
        expose_value=False,
        callback=_kept(DEBATER),
        shell_complete=_debaters,
        help="As a debater sees it.",
    )
    applied = click.option(
        "--apply",
        type=click.Choice(LABELS),
        expose_value=False,
        callback=_kept(APPLIED),
        help="With every move sustained that stands in the debate.",
    )
    return seen(applied(function))


def read_seen(case: Path) -> "Reading":
    """Read a case, as the debater sees it who was asked for; whom it does not have is wrong usage.

    Args:
        case: a folder that holds a case, or a case file.
    """
    from deciban import pipeline  # noqa: PLC0415 (--help must not wait for it)
    from deciban.cli.debaters import known  # noqa: PLC0415 (as above)
    from deciban.read import read_case  # noqa: PLC0415 (as above)

    context = click.get_current_context(silent=True)
    meta = context.meta if context is not None else {}
    debater, applied = meta.get(DEBATER), meta.get(APPLIED)
    reading = read_case(case)
    if reading.case is None or (debater is None and applied is None):
        return reading
    if debater is not None:
        known(reading, (debater,), "--as")
    return pipeline.seen(reading, debater, applied=applied is not None)


def _kept(name: str) -> Callable[[click.Context, click.Parameter, str | None], None]:
    """What remembers a value for ``read_seen``."""

    def keep(context: click.Context, _parameter: click.Parameter, value: str | None) -> None:
        if value is not None:
            context.meta[name] = value

    return keep


def _debaters(
    context: click.Context, _parameter: click.Parameter, incomplete: str
) -> "list[CompletionItem]":
    """The debaters of a case, for the shell."""
    from click.shell_completion import CompletionItem  # noqa: PLC0415 (only when a shell asks)

    from deciban.read import read_case  # noqa: PLC0415 (as above)

    case = read_case(context.params.get("case") or Path()).case
    names = [each.position for each in case.positions] if case is not None else []
    return [CompletionItem(name) for name in names if name.startswith(incomplete)]
