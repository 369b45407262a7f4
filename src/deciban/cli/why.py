"""``deciban why``: every item with its weights, or everything behind one."""

from pathlib import Path
from typing import TYPE_CHECKING

import rich_click as click
from click.shell_completion import CompletionItem

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
    from deciban.render.as_json import JsonObject


def complete_item(
    context: click.Context, _parameter: click.Parameter, beginning: str
) -> list[CompletionItem]:
    """Answer the names in the case that begin like this, for the shell."""
    from deciban.read import read_case  # noqa: PLC0415 (only when a shell asks)

    case = read_case(context.params.get("case") or Path()).case
    if case is None:
        return []
    names = [*(record.id for record in case.listed()), *case.sources]
    return [CompletionItem(name) for name in names if name.startswith(beginning)]


@click.command()
@click.argument("case", type=click.Path(path_type=Path), default=Path())
@click.argument("item", required=False, shell_complete=complete_item)
@click.option("--against", metavar="HYPOTHESIS", help="Weigh each hypothesis against this one.")
@json_option
@click.pass_context
def why(
    context: click.Context, case: Path, item: str | None, against: str | None, *, as_json: bool
) -> None:
    """Say what every item weighs; or, with ITEM, everything behind that one.

    ITEM is the name of an event, report, silence, unseen record or source.
    """
    from deciban.render.as_json import item_json, to_text, weigh_json  # noqa: PLC0415 (--help must not wait)
    from deciban.render.why import subject_of, why_item, why_table  # noqa: PLC0415 (as above)

    weighing = weighed(case, against)
    if weighing.findings is None or weighing.case is None:
        if as_json:
            click.echo(to_text(weigh_json(None, weighing.problems)), nl=False)
        else:
            show_problems(weighing.problems, weighing)
        context.exit(PROBLEMS)
    findings = weighing.findings
    if item is None:
        if as_json:
            click.echo(to_text(weigh_json(findings, weighing.problems)), nl=False)
        else:
            show(why_table(findings, screen(console())))
        return
    subject = subject_of(weighing.case, findings, item)
    if subject is None:
        raise click.BadParameter(unknown(weighing.case, item), param_hint="ITEM")
    if as_json:
        data: JsonObject = {
            "name": item,
            "items": [item_json(each) for each in subject.items],
        }
        click.echo(to_text(data), nl=False)
    else:
        show(why_item(weighing.case, findings, subject, screen(console())))


def unknown(case: "Case", item: str) -> str:
    """Answer what to say of a name that the case does not have."""
    from deciban.read.suggest import did_you_mean  # noqa: PLC0415 (--help must not wait for it)

    names = [*(record.id for record in case.listed()), *case.sources]
    return f"there is no '{item}' in this case; {did_you_mean(item, names, 'see `deciban why`')}"
