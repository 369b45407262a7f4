"""What the verbs of a position share: whose it is, its file, and what they say when done."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import rich_click as click

from deciban.cli.terminal import PROBLEMS, case_argument, show_problems

if TYPE_CHECKING:
    from deciban.case import Case, Position
    from deciban.problem import Problem
    from deciban.read import Reading
    from deciban.read.yaml_tree import Document

F = TypeVar("F", bound=Callable[..., object])


def whose(function: F) -> F:
    """Add the arguments that name a case and a debater."""
    return case_argument(click.argument("name")(function))


def day(_context: click.Context, _parameter: click.Parameter, written: str | None) -> str | None:
    """Answer a date as written; what is none is wrong usage."""
    from deciban.dates import When, read_date  # noqa: PLC0415 (--help must not wait for it)

    if written is None or isinstance(read_date(written), When):
        return written
    message = f"'{written}' is no date; write it as 2026-05-03"
    raise click.BadParameter(message)


def today() -> str:
    """Answer this day, as one would write it."""
    return datetime.now().astimezone().date().isoformat()


def readable(context: click.Context, case: Path, *, as_json: bool) -> "tuple[Reading, Case]":
    """Answer a case; where nothing could be read the command ends with what is wrong."""
    from deciban.read import read_case  # noqa: PLC0415 (--help must not wait for it)

    reading = read_case(case)
    if reading.case is None:
        finish(context, (), reading.problems, as_json=as_json)
        context.exit(PROBLEMS)
    return reading, reading.case


def not_sealed(case: "Case", name: str) -> None:
    """Refuse a debater whose position is sealed and not opened yet, which is wrong usage."""
    from deciban.debate.seeing import SEALED  # noqa: PLC0415 (--help must not wait for it)

    if any(each.seal == name and each.opened is None for each in case.seals):
        message = f"{SEALED.format(name)}; `deciban position open` opens it first"
        raise click.BadParameter(message, param_hint="NAME")


def position_meant(case: "Case", name: str) -> "Position":
    """Answer the position of a debater; whom the case does not have is wrong usage."""
    from deciban.edit import position_of  # noqa: PLC0415 (--help must not wait for it)
    from deciban.read.suggest import did_you_mean  # noqa: PLC0415 (as above)

    found = position_of(case, name)
    if found is None:
        not_sealed(case, name)
        known = [each.position for each in case.positions]
        hint = did_you_mean(name, known, "`deciban position new` writes a first one")
        message = f"nobody is called '{name}' here; {hint}"
        raise click.BadParameter(message, param_hint="NAME")
    return found


def document_of(reading: "Reading", position: "Position") -> "Document":
    """Answer the file that a position was read from."""
    return next(each for each in reading.documents if each.file == position.at.file)


def problems_of(problems: "Sequence[Problem]", names: Sequence[str]) -> "list[Problem]":
    """Answer what is wrong in the files of positions, and of seals; of these names, or of all."""
    return [each for each in problems if _is_of(each, names)]


def _is_of(problem: "Problem", names: Sequence[str]) -> bool:
    file = Path(problem.at.file) if problem.at is not None else Path()
    return file.parent.name in ("positions", "seals") and (not names or file.stem in names)


def finish(
    context: click.Context,
    wrote: Sequence[Path],
    problems: "Sequence[Problem]",
    *,
    as_json: bool,
    said: str = "",
) -> None:
    """Say what was written, or what is wrong.

    Args:
        context: the command's, which ends with the status of problems where there are any.
        wrote: the files written.
        problems: what is wrong; nothing was written where these are errors.
        as_json: whether to say so as data.
        said: a line more, for people.
    """
    if as_json:
        from deciban.render.json_text import problems_json, to_text  # noqa: PLC0415 (as data only)

        names = [str(each) for each in wrote]
        click.echo(to_text({"wrote": names, "problems": problems_json(problems)}), nl=False)
    else:
        for each in wrote:
            click.echo(f"wrote {each}")
        if said:
            click.echo(said)
        show_problems(problems)
    if any(problem.is_error for problem in problems):
        context.exit(PROBLEMS)
