"""``deciban diff``: what parts two cases, and what each change did to the answer."""

from pathlib import Path
from typing import TYPE_CHECKING

import rich_click as click

from deciban.cli.terminal import (
    PROBLEMS,
    console,
    json_option,
    screen,
    show,
    show_problems,
    working,
)

if TYPE_CHECKING:
    from deciban.pipeline import Comparison
    from deciban.read import Reading

MOST = 2
LAST = "HEAD"


@click.command()
@click.argument("cases", nargs=-1, metavar="[BEFORE] [AFTER]")
@click.option("--from", "since", metavar="REV", help="Compare from a revision of git (HEAD).")
@click.option("--to", "until", metavar="REV", help="Compare to a revision, not the files as now.")
@json_option
@click.pass_context
def diff(
    context: click.Context,
    cases: tuple[str, ...],
    since: str | None,
    until: str | None,
    *,
    as_json: bool,
) -> None:
    """Say what parts two cases, and what each change did to the answer.

    BEFORE and AFTER are folders that hold a case.yaml, such files, or what git calls a revision of
    one, as HEAD~3:cases/barbarossa. With one case, or none, the case as it was last committed is
    compared with the files as they are now. The exit status is 0 whether or not anything differs.
    """
    from deciban import pipeline  # noqa: PLC0415 (--help must not wait for it)
    from deciban.render.diff import diff_page, unweighed_page  # noqa: PLC0415 (as above)
    from deciban.render.diff_json import diff_json  # noqa: PLC0415 (as above)
    from deciban.render.json_text import to_text  # noqa: PLC0415 (as above)

    with working("comparing") as say:
        before, after = _readings(cases, since, until)
        compared = pipeline.compare(
            before, after, told=lambda done: say(f"{done:,} mixtures of the two weighed")
        )
    names = _name(before, cases[:1]), _name(after, cases[1:] or cases[:1])
    if as_json:
        problems = (*compared.before.problems, *compared.after.problems)
        data = diff_json(compared.found, compared.differences, names, problems)
        click.echo(to_text(data), nl=False)
    elif compared.found is not None:
        show(diff_page(compared.found, names, screen(console())))
    elif compared.differences:
        show(unweighed_page(compared.differences, names))
    if not (compared.before.sound and compared.after.sound):
        if not as_json:
            _show_errors(compared)
        context.exit(PROBLEMS)


def _readings(
    cases: tuple[str, ...], since: str | None, until: str | None
) -> "tuple[Reading, Reading]":
    """Both cases as read; what cannot be meant is wrong usage."""
    from deciban.read import read_case  # noqa: PLC0415 (--help must not wait for it)
    from deciban.read.revision import name_at, read_at, read_named  # noqa: PLC0415 (as above)

    if len(cases) > MOST:
        message = f"two cases are compared, not {len(cases)}"
        raise click.UsageError(message)
    for case in cases:
        if case.endswith(".bif"):
            message = f"{case} is a network and no case; `deciban solve {case}` reads it"
            raise click.BadParameter(message)
    if len(cases) == MOST or any(map(name_at, cases)):
        if since is not None or until is not None:
            message = "--from and --to are for one case in the files; a revision is named already"
            raise click.UsageError(message)
        named = [read_named(case) if name_at(case) else read_case(Path(case)) for case in cases]
        return named[0], named[1] if len(named) == MOST else read_case(_now(cases[0]))
    here = Path(*cases)
    first = read_at(LAST if since is None else since, here)
    return first, read_case(here) if until is None else read_at(until, here)


def _now(name: str) -> Path:
    """Where the case that git calls ``REV:path`` is in the files."""
    from deciban.read.revision import now  # noqa: PLC0415 (--help must not wait for it)

    return now(name)


def _name(reading: "Reading", written: tuple[str, ...]) -> str:
    """What to call a case: the file it was read from, or what was written to name it."""
    if reading.documents:
        return reading.documents[0].file
    return written[0] if written else "."


def _show_errors(compared: "Comparison") -> None:
    """The problems of both sides; the same problem of the same file once."""
    seen: set[object] = set()
    for side in (compared.before, compared.after):
        fresh = [each for each in side.problems if each.is_error and each not in seen]
        seen.update(fresh)
        show_problems(fresh, side)
