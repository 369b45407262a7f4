"""``deciban cite``: the works that a case cites, as they would be printed."""

from pathlib import Path

import rich_click as click

from deciban.cli.terminal import PROBLEMS, case_argument, json_option, show, show_problems


@click.command()
@case_argument
@click.option(
    "--style",
    default="chicago",
    metavar="STYLE",
    show_default=True,
    help="`chicago` (notes), `author-date`, or a file in CSL, as Zotero's style repository has.",
)
@click.option("--notes", is_flag=True, help="Also the note on each record.")
@json_option
@click.pass_context
def cite(context: click.Context, case: Path, *, style: str, notes: bool, as_json: bool) -> None:
    """Print the works that a case cites, and what its bibliography holds besides."""
    from deciban.checks import check_case  # noqa: PLC0415 (--help must not wait for it)
    from deciban.read import in_order, read_case  # noqa: PLC0415 (as above)
    from deciban.render.cite import cite_brief, cite_json  # noqa: PLC0415 (as above)
    from deciban.render.citing.listing import listed  # noqa: PLC0415 (as above)
    from deciban.render.citing.style import StyleError  # noqa: PLC0415 (as above)
    from deciban.render.json_text import problems_json, to_text  # noqa: PLC0415 (as above)

    reading = read_case(case)
    found = reading.case
    problems = in_order([*reading.problems, *(check_case(found) if found else ())])
    try:
        told = listed(found, style) if found else None
    except StyleError as wrong:
        raise click.BadParameter(str(wrong), context, param_hint="--style") from wrong
    if as_json:
        data = cite_json(told) if told else {}
        click.echo(to_text({**data, "problems": problems_json(problems)}), nl=False)
    elif told:
        show(cite_brief(told, notes=notes))
    errors = [problem for problem in problems if problem.is_error]
    if errors:
        if not as_json:
            show_problems(errors)
        context.exit(PROBLEMS)
