"""``deciban figure``: one figure of a case, as SVG, PNG, PDF or a page of its own."""

from pathlib import Path
from typing import TYPE_CHECKING

import rich_click as click

from deciban.cli.extras import DRAWING, PAPER, lacking, needs_extra
from deciban.cli.figures import FIGURES, MAP, OPTIONS, PLACED, Figure, Wanted
from deciban.cli.seen import as_option
from deciban.cli.terminal import (
    PROBLEMS,
    case_argument,
    json_option,
    show_problems,
    working,
)

if TYPE_CHECKING:
    from deciban.cli.figures import Drawn
    from deciban.findings.timing.stage import ClockName
    from deciban.render.charts.picture import Picture
    from deciban.render.json_text import JsonObject

PRINTED = Path("-")
PDF = ".pdf"
ENDINGS = (".svg", ".png", PDF, ".html")


def _ending(_context: click.Context, _parameter: click.Parameter, file: Path | None) -> Path | None:
    """The file to write, whose name says in which format."""
    if file is None or file == PRINTED or file.suffix.lower() in ENDINGS:
        return file
    *first, last = ENDINGS
    ending = f"'{file.suffix}' is none of them" if file.suffix else f"'{file}' has no ending"
    message = f"the end of its name says the format, {', '.join(first)} or {last}; {ending}"
    raise click.BadParameter(message)


@click.command()
@case_argument
@as_option
@click.argument("name", required=False)
@click.option(
    "-o",
    "--output",
    "file",
    type=click.Path(path_type=Path),
    metavar="FILE",
    callback=_ending,
    help="FILE.svg, FILE.png, FILE.pdf or FILE.html; `-` prints SVG. Else CASE-NAME.svg.",
)
@click.option("--address", metavar="ADDRESS", help="flip: the number that moves.")
@click.option("--actor", metavar="ACTOR", help="belief, ledger: whose.")
@click.option(
    "--clock",
    type=click.Choice(["happened", "public"]),
    help="timeline: by what had happened, or by what was public (public).",
)
@click.option(
    "--around", metavar="NAME", help="map: within two steps of it; argument: its exchange."
)
@click.option("--theme", metavar="NAME", help="map: the events of a theme.")
@click.option("--between", nargs=2, metavar="A B", help="dumbbell, residual: the two debaters.")
@json_option
@click.pass_context
def figure(  # noqa: PLR0913, PLR0917 (options of a command line)
    context: click.Context,
    case: Path,
    name: str | None,
    file: Path | None,
    address: str | None,
    actor: str | None,
    clock: "ClockName | None",
    around: str | None,
    theme: str | None,
    between: tuple[str, str] | None,
    *,
    as_json: bool,
) -> None:
    """Draw one figure of a case, for an article or a page; without NAME, list them.

    The same case draws the same file to the byte. Every figure is legible in grey, and carries its
    text for those who cannot see it, which is printed too. `--json` prints it as a Vega-Lite
    specification, the map as its nodes and edges.
    """
    if name is None and str(case) in FIGURES and not case.exists():
        name, case = str(case), Path()
    if name is None:
        _list(file, as_json=as_json)
        return
    kind = _known(name)
    wanted = Wanted(address, actor, clock, around, theme, between)
    _fitting(name, kind, wanted)
    if as_json and file is not None:
        message = "--json prints the figure as data, and -o writes it as a picture; choose one"
        raise click.UsageError(message)
    _installed(name, file)
    from deciban.cli.seen import read_seen  # noqa: PLC0415 (as above)

    with working("drawing") as say:
        drawn = kind.draw(read_seen(case), wanted, say)
        target = file or Path(f"{'-'.join(filter(None, (_called(case), name, clock)))}.svg")
        written = drawn.picture and not as_json and _content(drawn.picture, target)
    if as_json:
        _print_data(drawn, wanted)
    elif written and drawn.picture:
        _save(context, target, written, drawn.picture.alt)
    else:
        weighing = drawn.weighing
        show_problems([each for each in weighing.problems if each.is_error], weighing)
    if drawn.picture is None:
        context.exit(PROBLEMS)


def _list(file: Path | None, *, as_json: bool) -> None:
    """Tell which figures there are."""
    if file is not None or as_json:
        message = f"name a figure: {', '.join(FIGURES)}"
        raise click.UsageError(message)
    wide = max(map(len, FIGURES))
    for name, kind in FIGURES.items():
        click.echo(f"{name.ljust(wide)}  {kind.answers}")


def _known(name: str) -> Figure:
    from deciban.read.suggest import nearest  # noqa: PLC0415 (--help must not wait for it)

    if name in FIGURES:
        return FIGURES[name]
    meant = nearest(name, tuple(FIGURES))
    there = f"did you mean '{meant}'?" if meant else f"there are {', '.join(FIGURES)}"
    message = f"there is no figure '{name}'; {there}"
    raise click.BadParameter(message, param_hint="NAME")


def _fitting(name: str, kind: Figure, wanted: Wanted) -> None:
    """Refuse options that are about another figure."""
    for option in OPTIONS:
        if getattr(wanted, option) is not None and option not in kind.takes:
            whose = [other for other, each in FIGURES.items() if option in each.takes]
            message = f"--{option} is for the figure {' or '.join(whose)}, not for {name}"
            raise click.UsageError(message)
    if wanted.around is not None and wanted.theme is not None:
        message = "--around and --theme are a map each; choose one"
        raise click.UsageError(message)


def _installed(name: str, file: Path | None) -> None:
    """Refuse to draw with what is not installed."""
    needs_extra("brief", "drawing a figure", DRAWING)
    if file is not None and file.suffix.lower() == PDF:
        needs_extra("brief", "a figure as PDF", PAPER)
    from deciban.render.charts.placing import PROGRAM, program  # noqa: PLC0415 (only to draw)

    if name in PLACED and program() is None:
        raise click.UsageError(lacking("brief", f"drawing the {name}", PROGRAM))


def _called(case: Path) -> str:
    """What a case is called in the names of files: its folder, or its file."""
    whole = case.resolve()
    return whole.parent.name if whole.name == "case.yaml" else whole.name.removesuffix(".yaml")


def _content(picture: "Picture", file: Path) -> bytes:
    from deciban.render.charts import export  # noqa: PLC0415 (only to draw)

    match file.suffix.lower():
        case ".png":
            return export.png(picture)
        case ".pdf":
            return export.pdf(picture)
        case ".html":
            return export.html(picture).encode()
        case _:
            return export.svg(picture).encode()


def _save(context: click.Context, file: Path, content: bytes, alt: str) -> None:
    """Write the figure, and print the text that belongs to it, for wherever it is put."""
    from deciban.edit.save import save_bytes  # noqa: PLC0415 (only where a file is written)

    if file == PRINTED:
        click.echo(content.decode(), nl=False)
        return
    problem = save_bytes(file, content)
    if problem is not None:
        show_problems([problem])
        context.exit(PROBLEMS)
    click.echo(f"wrote {file}")
    click.echo(alt)


def _print_data(drawn: "Drawn", wanted: Wanted) -> None:
    from deciban.render.charts.as_json import map_json, picture_json  # noqa: PLC0415 (only as data)
    from deciban.render.json_text import problems_json, to_text  # noqa: PLC0415 (as above)

    data: JsonObject = {}
    if drawn.picture is not None:
        data = picture_json(drawn.picture)
        if drawn.picture.name == MAP and drawn.weighing.case is not None:
            data |= map_json(drawn.weighing.case, wanted.around or "", wanted.theme or "")
    problems = problems_json(drawn.weighing.problems)
    click.echo(to_text({**data, "problems": problems}), nl=False)
