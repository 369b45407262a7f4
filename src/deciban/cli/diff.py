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

    BEFORE and AFTER are folders that hold a case.yaml, such files, or what git calls a case at a
    revision, as HEAD~3:cases/barbarossa; HEAD~3 alone means the case of this folder. With one case
    in the files, or none, it is compared with what was last committed of it. The exit status is 0
    whether or not anything differs.
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
    from deciban.read.revision import now, read_at  # noqa: PLC0415 (as above)

    _refuse(cases)
    earlier = [_earlier(case) for case in cases]
    if len(cases) == MOST or any(earlier):
        if since is not None or until is not None:
            message = "--from and --to are for one case in the files; a revision is named already"
            raise click.UsageError(message)
        read = [then or read_case(Path(case)) for then, case in zip(earlier, cases, strict=True)]
        return read[0], read[1] if len(read) == MOST else read_case(now(cases[0]))
    here = Path(*cases)
    first = read_at(LAST if since is None else since, here)
    return first, read_case(here) if until is None else read_at(until, here)


def _refuse(cases: tuple[str, ...]) -> None:
    """Refuse what another verb is for, and more than two."""
    if len(cases) > MOST:
        message = f"two cases are compared, not {len(cases)}"
        raise click.UsageError(message)
    for case in cases:
        if case.endswith(".bif"):
            message = f"{case} is a network and no case; `deciban solve {case}` reads it"
            raise click.BadParameter(message)


def _earlier(case: str) -> "Reading | None":
    """A case as git has it: ``REV:path``, or a revision of the case of this folder."""
    from deciban.read.revision import is_revision, read_at, read_named  # noqa: PLC0415 (as above)

    if Path(case).exists():
        return None
    if ":" in case:
        return read_named(case)
    return read_at(case, Path()) if is_revision(case) else None


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
