"""``deciban position history``: how debaters' answers moved, and what moved them."""

from pathlib import Path
from typing import TYPE_CHECKING

import rich_click as click

from deciban.cli.debaters import NOBODY, case_and_names, known
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
    from deciban.debate.since import Since
    from deciban.problem import Problem
    from deciban.read import Reading


@click.command()
@case_argument
@click.argument("names", nargs=-1, metavar="[NAME]...")
@click.option("--of", metavar="HYPOTHESIS", help="Whose decibans are told; the leader's.")
@click.option("--from", "revision", metavar="REV", help="One debater since a revision of git.")
@json_option
@click.pass_context
def history(
    context: click.Context,
    case: Path,
    names: tuple[str, ...],
    of: str | None,
    revision: str | None,
    *,
    as_json: bool,
) -> None:
    """Say how debaters' answers moved, what moved them, and what they say moved them.

    What a debater revised is his own; what came with a move that he accepted is new evidence.
    Where first rounds were sealed and opened, they are held against what is held now. With --from
    one debater is compared with himself at a revision, edits of the case apart from his own.
    """
    if revision is not None:
        _since(context, *case_and_names(case, names), revision, as_json=as_json)
        return
    from deciban import pipeline  # noqa: PLC0415 (--help must not wait for it)
    from deciban.debate.change import find_rounds, find_trajectories  # noqa: PLC0415 (as above)
    from deciban.read import in_order, read_case  # noqa: PLC0415 (as above)
    from deciban.render.history import history_page  # noqa: PLC0415 (as above)
    from deciban.render.history_json import history_json  # noqa: PLC0415 (as above)
    from deciban.render.json_text import problems_json, to_text  # noqa: PLC0415 (as above)

    with working("weighing every position as it was"):
        case, names = case_and_names(case, names)
        reading = read_case(case)
        whom = known(reading, names, "NAME")
        _answer(reading, of)
        debaters, problems = pipeline.debaters(reading, whom)
        found, wrong = find_trajectories(reading.case, debaters, of) if reading.case else ((), ())
        problems = in_order([*problems, *wrong])
    errors = [problem for problem in problems if problem.is_error]
    if as_json:
        data = history_json(found, find_rounds(found))
        click.echo(to_text({**data, "problems": problems_json(problems)}), nl=False)
    elif found:
        show(history_page(found, find_rounds(found), screen(console())))
    elif not errors:
        click.echo(NOBODY)
    if errors:
        if not as_json:
            show_problems(errors)
        context.exit(PROBLEMS)


def _since(
    context: click.Context, case: Path, names: tuple[str, ...], revision: str, *, as_json: bool
) -> None:
    """Say what moved one debater since a revision, and whose doing it was."""
    from deciban.read import read_case  # noqa: PLC0415 (--help must not wait for it)
    from deciban.read.revision import read_at  # noqa: PLC0415 (as above)
    from deciban.render.json_text import problems_json, to_text  # noqa: PLC0415 (as above)
    from deciban.render.since import since_json, since_page  # noqa: PLC0415 (as above)

    if len(names) != 1:
        message = "--from is for one debater: deciban position history CASE NAME --from REV"
        raise click.UsageError(message)
    with working("comparing"):
        before, after = read_at(revision, case), read_case(case)
        known(after, names, "NAME")
        if before.case is not None and not _known_then(before, names[0]):
            message = f"nobody was called '{names[0]}' at '{revision}'"
            raise click.BadParameter(message, param_hint="--from")
        found, problems = _compared(before, after, names[0])
    if as_json:
        data = since_json(found, revision) if found is not None else {}
        click.echo(to_text({**data, "problems": problems_json(problems)}), nl=False)
    elif found is not None:
        show(since_page(found, revision, screen(console())))
    errors = [problem for problem in problems if problem.is_error]
    if errors:
        if not as_json:
            show_problems(errors)
        context.exit(PROBLEMS)


def _compared(
    before: "Reading", after: "Reading", name: str
) -> "tuple[Since | None, tuple[Problem, ...]]":
    """What moved a debater between two readings; None where a problem stands in the way."""
    from deciban import pipeline  # noqa: PLC0415 (--help must not wait for it)
    from deciban.debate.since import find_since  # noqa: PLC0415 (as above)
    from deciban.edit import position_of  # noqa: PLC0415 (as above)
    from deciban.read import in_order  # noqa: PLC0415 (as above)

    compared = pipeline.compare(pipeline.seen(before, name), pipeline.seen(after, name))
    problems = in_order([*compared.before.problems, *compared.after.problems])
    if compared.found is None or before.case is None or after.case is None:
        return None, problems
    then, now = position_of(before.case, name), position_of(after.case, name)
    if then is None or now is None:
        return None, problems
    return find_since(compared.found, (before.case, after.case), (then, now)), problems


def _known_then(reading: "Reading", name: str) -> bool:
    """Answer whether a debater had a position at a revision."""
    return reading.case is not None and name in [p.position for p in reading.case.positions]


def _answer(reading: "Reading", of: str | None) -> None:
    """Refuse a hypothesis that the case does not have."""
    if of is None or reading.case is None:
        return
    answers = reading.case.question.answers
    if of not in answers:
        message = f"there is no hypothesis '{of}'; the case has {', '.join(answers)}"
        raise click.BadParameter(message, param_hint="--of")
