"""``deciban why``: every item with its weights, or everything behind one."""

from pathlib import Path
from typing import TYPE_CHECKING

import rich_click as click
from click.shell_completion import CompletionItem

from deciban.cli.here import name_in_this_folder
from deciban.cli.inquire import Inquiry, answer
from deciban.cli.seen import as_option
from deciban.cli.terminal import (
    PROBLEMS,
    console,
    json_option,
    screen,
    show,
    show_problems,
)
from deciban.cli.weigh import weighed

if TYPE_CHECKING:
    from deciban.case import Case
    from deciban.findings.findings import Findings
    from deciban.render.json_text import JsonObject


def complete_item(
    context: click.Context, _parameter: click.Parameter, beginning: str
) -> list[CompletionItem]:
    """Answer the names in the case that begin like this, for the shell."""
    from deciban.read import read_case  # noqa: PLC0415 (only when a shell asks)
    from deciban.render.why import names_of  # noqa: PLC0415 (as above)

    case = read_case(context.params.get("case") or Path()).case
    names = names_of(case) if case is not None else ()
    return [CompletionItem(name) for name in names if name.startswith(beginning)]


@click.command()
@click.argument("case", type=click.Path(path_type=Path), default=Path())
@click.argument("item", required=False, shell_complete=complete_item)
@click.option("--against", metavar="HYPOTHESIS", help="Weigh each hypothesis against this one.")
@click.option(
    "--matrix",
    is_flag=True,
    help="As a matrix, hypotheses in rows, with the scores that ACH tools compute.",
)
@as_option
@json_option
@click.pass_context
def why(
    context: click.Context,
    case: Path,
    item: str | None,
    against: str | None,
    *,
    matrix: bool,
    as_json: bool,
) -> None:
    """Say what every item weighs; or, with ITEM, everything behind that one.

    ITEM is the name of an event, report, silence, unseen record, source or question; or of an
    actor, his choice, a message or sign, whom he trusted, a counterfactual. In the folder of the
    case its name alone will do: `deciban why ITEM`.
    """
    if matrix:
        _refuse_beside_matrix(item, against)
        show_matrix(context, case, as_json=as_json)
        return
    from deciban.render.as_json import why_json  # noqa: PLC0415 (--help must not wait)
    from deciban.render.json_text import to_text  # noqa: PLC0415 (--help must not wait)
    from deciban.render.why import names_of  # noqa: PLC0415 (as above)
    from deciban.render.why_table import why_table  # noqa: PLC0415 (as above)

    if item is None:
        item = name_in_this_folder(case, names_of)
        case = case if item is None else Path()
    weighing = weighed(case, against, bounded=as_json, closely=as_json or item is not None)
    if weighing.findings is None or weighing.case is None:
        if as_json:
            click.echo(to_text(why_json(None, weighing.problems)), nl=False)
        else:
            show_problems(weighing.problems, weighing)
        context.exit(PROBLEMS)
    if item is not None:
        _show_item(weighing.case, weighing.findings, item, as_json=as_json)
    elif as_json:
        click.echo(to_text(why_json(weighing.findings, weighing.problems)), nl=False)
    else:
        show(why_table(weighing.findings, screen(console())))


def _refuse_beside_matrix(item: str | None, against: str | None) -> None:
    if item is not None or against is not None:
        message = "the matrix shows every item for every hypothesis; leave out ITEM and --against"
        raise click.UsageError(message)


def show_matrix(context: click.Context, case: Path, *, as_json: bool) -> None:
    """Show every item under every hypothesis, and the readings of other tools."""
    from deciban import pipeline  # noqa: PLC0415 (--help must not wait for it)
    from deciban.findings.readings import find_readings  # noqa: PLC0415 (as above)
    from deciban.render.matrix import matrix_json, matrix_view  # noqa: PLC0415 (as above)

    inquiry = Inquiry(
        ask=lambda reading, _: pipeline.inquire(
            reading, lambda case, model, _: find_readings(case, model)
        ),
        brief=lambda _, found, screen: matrix_view(found, screen),
        data=lambda _, found: matrix_json(found),
    )
    answer(context, case, inquiry, as_json=as_json)


def _show_item(case: "Case", findings: "Findings", item: str, *, as_json: bool) -> None:
    from deciban.render.as_json import item_json  # noqa: PLC0415 (--help must not wait)
    from deciban.render.behind_json import (  # noqa: PLC0415 (as above)
        causes_json,
        hidden_json,
        silences_json,
    )
    from deciban.render.json_text import to_text  # noqa: PLC0415 (--help must not wait)
    from deciban.render.number import numbers_json  # noqa: PLC0415 (as above)
    from deciban.render.numbers import numbers_behind  # noqa: PLC0415 (as above)
    from deciban.render.seek_json import record_json  # noqa: PLC0415 (as above)
    from deciban.render.why import kind_of, names_of, subject_of, why_item  # noqa: PLC0415 (as above)

    subject = subject_of(case, findings, item)
    if subject is None:
        raise click.BadParameter(_unknown(item, names_of(case)), param_hint="ITEM")
    if as_json:
        items = [item_json(each) for each in subject.items]
        silences = [each for each in findings.silences if each.id == item]
        causes = [each for each in findings.causes if item in (each.item, each.event)]
        told = getattr(subject.record, "shown_by", None) or item
        data: JsonObject = {
            "name": item,
            "kind": kind_of(case, subject.record),
            "items": items,
            "silences": silences_json(silences),
            "causes": causes_json(causes),
            "believed": hidden_json([each for each in findings.hidden if each.name == told]),
            "unseen": [record_json(each) for each in findings.seek.records if each.id == item],
            "numbers": numbers_json(numbers_behind(case, findings, subject.record)),
        }
        click.echo(to_text(data), nl=False)
    else:
        show(why_item(case, findings, subject, screen(console())))


def _unknown(item: str, names: tuple[str, ...]) -> str:
    """Answer what to say of a name that the case does not have."""
    from deciban.read.suggest import did_you_mean  # noqa: PLC0415 (--help must not wait for it)

    return f"there is no '{item}' in this case; {did_you_mean(item, names, 'see `deciban why`')}"
