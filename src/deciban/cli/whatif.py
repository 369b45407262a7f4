"""``deciban whatif``: had we judged otherwise."""

from pathlib import Path
from typing import TYPE_CHECKING

import rich_click as click

from deciban.cli.addresses import with_addresses
from deciban.cli.here import name_in_this_folder
from deciban.cli.seen import as_option, read_seen
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
    from collections.abc import Sequence

    from deciban.case import Case, WhatIf
    from deciban.findings.findings import Findings
    from deciban.findings.what_if import Supposition
    from deciban.problem import Problem
    from deciban.render.json_text import JsonObject


@click.command()
@case_argument
@as_option
@click.argument("names", nargs=-1, metavar="[WHATIF]...")
@click.option(
    "--set", "settings", multiple=True, metavar="ADDRESS=VALUE", help="Change a number or word."
)
@click.option(
    "--without", multiple=True, metavar="NAME", help="Leave out an item, event, source or choice."
)
@json_option
@click.pass_context
def whatif(
    context: click.Context,
    case: Path,
    names: tuple[str, ...],
    settings: tuple[str, ...],
    without: tuple[str, ...],
    *,
    as_json: bool,
) -> None:
    """Say what the case would add up to, had we judged otherwise.

    Without options: every what-if that the case holds, or those named. With --set and --without:
    one of your own; repeat them for each address and each name. An address reads like
    events.letter.expected.yes; `deciban why CASE ITEM` prints them. In the folder of the case
    the name of a what-if alone will do: `deciban whatif WHATIF`.
    """
    from deciban import edit, pipeline  # noqa: PLC0415 (--help must not wait for it)
    from deciban.case import WhatIf  # noqa: PLC0415 (as above)
    from deciban.render.as_json import weigh_json  # noqa: PLC0415 (as above)
    from deciban.render.json_text import to_text  # noqa: PLC0415
    from deciban.render.whatif import whatif_brief  # noqa: PLC0415

    first = name_in_this_folder(case, _names_of)
    if first is not None:
        case, names = Path(), (first, *names)
    with working("weighing"):
        weighing = pipeline.weigh_reading(read_seen(case))
    if weighing.findings is None or weighing.case is None:
        if as_json:
            click.echo(to_text(weigh_json(None, weighing.problems)), nl=False)
        else:
            show_problems(weighing.problems, weighing)
        context.exit(PROBLEMS)
    _refuse_parts_of_minds(weighing.case, without)
    chosen = _chosen(weighing.case, names, without)
    if settings or without:
        own = edit.what_if_of(settings, without)
        if not isinstance(own, WhatIf):
            raise click.UsageError(f"{own.message}; {own.hint}" if own.hint else own.message)
        chosen = [*(chosen if names else []), own]
    if not chosen:
        message = "this case holds no what-ifs; try --set ADDRESS=VALUE or --without NAME"
        raise click.UsageError(message)
    with working("supposing"):
        suppositions, problems = pipeline.suppose(weighing, chosen)
    problems = with_addresses(problems, weighing.case, settings)
    if as_json:
        click.echo(to_text(_data(weighing.findings, suppositions, problems)), nl=False)
    else:
        if suppositions:
            show(whatif_brief(weighing.findings, suppositions, screen(console())))
        show_problems(problems, weighing)
    if problems:
        context.exit(PROBLEMS)


def _data(
    findings: "Findings", suppositions: "Sequence[Supposition]", problems: "Sequence[Problem]"
) -> "JsonObject":
    from deciban.render.as_json import supposition_json, weigh_json  # noqa: PLC0415 (only as data)

    now = weigh_json(findings, problems)
    return {
        "question": now["question"],
        "hypotheses": now["hypotheses"],
        "what_ifs": [supposition_json(each) for each in suppositions],
        "problems": now["problems"],
    }


def _chosen(case: "Case", names: tuple[str, ...], without: tuple[str, ...]) -> "list[WhatIf]":
    """The what-ifs of the case, or those named; an unknown name is wrong usage."""
    from deciban.edit import instead_of_leaving_out  # noqa: PLC0415 (--help must not wait for it)

    known = {each.id: each for each in case.what_if}
    for name in names:
        if name not in known:
            held = f"this case holds {', '.join(known) or 'none'}"
            if name in _can_be_left_out(case):
                options = " ".join(f"--without {each}" for each in (*without, name))
                held = f"to leave it out{' too' if without else ''}, write {options}"
                held += "; repeat --without for each name" if without else ""
            elif (instead := instead_of_leaving_out(case, name)) is not None:
                held = f"{instead.what}; {instead.as_option}"
            message = f"there is no what-if '{name}'; {held}"
            raise click.BadParameter(message, param_hint="WHATIF")
    return [known[name] for name in names] if names else list(known.values())


def _refuse_parts_of_minds(case: "Case", without: tuple[str, ...]) -> None:
    """Refuse to leave out what is set and not left out, and say how."""
    from deciban.edit import instead_of_leaving_out  # noqa: PLC0415 (--help must not wait for it)

    known = _can_be_left_out(case)
    for name in without:
        instead = instead_of_leaving_out(case, name) if name not in known else None
        if instead is not None:
            message = f"{instead.what}; {instead.as_option}"
            raise click.BadParameter(message, param_hint="--without")


def _names_of(case: "Case") -> "tuple[str, ...]":
    from deciban.case.mind_parts import mind_parts_of  # noqa: PLC0415 (--help must not wait for it)

    parts = (part.name for part in mind_parts_of(case))
    return (*(each.id for each in case.what_if), *_can_be_left_out(case), *parts)


def _can_be_left_out(case: "Case") -> "tuple[str, ...]":
    from deciban.case.minds import acts_of  # noqa: PLC0415 (--help must not wait for it)

    acts = (choice.id for _, choice in acts_of(case))
    return (*(record.id for record in case.listed()), *case.sources, *acts)
