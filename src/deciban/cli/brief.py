"""``deciban brief``: what a case adds up to, as a document that one can hand in."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import rich_click as click

from deciban.cli.extras import DRAWING, needs_extra
from deciban.cli.seen import as_option
from deciban.cli.terminal import (
    PROBLEMS,
    case_argument,
    json_option,
    show_problems,
    working,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from deciban.findings.account import Account
    from deciban.pipeline import Weighing
    from deciban.problem import Problem
    from deciban.render.document.blocks import Document

#: What can be written, by the end of a file's name; written here so that --help need not wait.
MARKDOWN = ".md"
FORMATS = (MARKDOWN, ".html", ".pdf", ".docx")
#: What a format takes beyond what is always installed, by the module that is imported.
TAKES = {".pdf": {"typst": "typst"}, ".docx": {"docx": "python-docx"}}
#: Where nobody names a file, the brief is printed as Markdown.
PRINTED = Path("-")


@dataclass(frozen=True, slots=True)
class _Wanted:
    """How the brief is wanted.

    Attributes:
        style: how works are cited.
        short: whether the appendices are left out.
        figures: whether it has figures.
    """

    style: str
    short: bool
    figures: bool


def _named(_context: click.Context, _parameter: click.Parameter, file: Path) -> Path:
    """The file to write, whose name says in which format."""
    if file == PRINTED or file.suffix.lower() in FORMATS:
        return file
    *first, last = FORMATS
    ending = f"'{file.suffix}' is none of them" if file.suffix else f"'{file}' has no ending"
    message = f"the end of its name says the format, {', '.join(first)} or {last}; {ending}"
    raise click.BadParameter(message)


@click.command()
@case_argument
@as_option
@click.option(
    "-o",
    "--output",
    "file",
    type=click.Path(path_type=Path),
    default=PRINTED,
    metavar="FILE",
    callback=_named,
    help="FILE.md, FILE.html, FILE.pdf or FILE.docx; without it Markdown is printed.",
)
@click.option(
    "--style",
    default="chicago",
    metavar="STYLE",
    show_default=True,
    help="`chicago` (notes), `author-date`, or a file in CSL, as Zotero's style repository has.",
)
@click.option("--short", is_flag=True, help="Without the appendices.")
@click.option(
    "--figures/--no-figures",
    default=None,
    help="With or without figures; with them where a file is written.",
)
@json_option
@click.pass_context
def brief(
    context: click.Context,
    case: Path,
    file: Path,
    style: str,
    *,
    short: bool,
    figures: bool | None,
    as_json: bool,
) -> None:
    """Write what a case adds up to as a document, with its reasons, notes and numbers.

    The bottom line comes first; then what carries it, what stands against it, what it hangs on and
    what would settle it; the minds, and how all of it looked over time; in appendices every number
    with its reason. A file is written whole or not at all, and the same case makes the same file to
    the byte. `--json` prints the parts of the document as data.
    """
    if as_json and file != PRINTED:
        message = "--json prints the brief as data, and -o writes it as a document; choose one"
        raise click.UsageError(message)
    wanted = _Wanted(style, short, file != PRINTED if figures is None else figures)
    _installed(file, wanted)
    from deciban.render.citing.style import StyleError, load  # noqa: PLC0415 (--help must not wait)

    told, problem = None, None
    try:
        load(style)
        with working("weighing") as say:
            weighing = _weighed(case, say)
            told = _document(weighing, wanted, say)
            problem = _save(told, file) if told is not None and file != PRINTED else None
    except StyleError as wrong:
        raise click.BadParameter(str(wrong), context, param_hint="--style") from wrong
    if as_json:
        _print_data(told, weighing)
    elif told is not None:
        _say(told, file, problem)
    else:
        show_problems([each for each in weighing.problems if each.is_error], weighing)
    if told is None or problem is not None:
        context.exit(PROBLEMS)


def _installed(file: Path, wanted: _Wanted) -> None:
    """Refuse to write with what is not installed."""
    if wanted.figures:
        needs_extra("brief", "drawing figures, unless --no-figures leaves them out,", DRAWING)
    ending = file.suffix.lower()
    needs_extra("brief", f"writing {ending}", TAKES.get(ending, {}))


def _weighed(case: Path, say: "Callable[[str], None]") -> "Weighing[Account]":
    from deciban import pipeline  # noqa: PLC0415 (--help must not wait for it)
    from deciban.cli.seen import read_seen  # noqa: PLC0415 (as above)

    return pipeline.account(read_seen(case), told=say)


def _document(
    weighing: "Weighing[Account]", wanted: _Wanted, say: "Callable[[str], None]"
) -> "Document | None":
    """The brief; None where an error stands in the way."""
    from deciban import pipeline  # noqa: PLC0415 (--help must not wait for it)

    if weighing.findings is None or not weighing.sound:
        return None
    say("writing")
    return pipeline.brief(weighing, style=wanted.style, short=wanted.short, figures=wanted.figures)


def _print_data(told: "Document | None", weighing: "Weighing[Account]") -> None:
    from deciban.render.brief.as_json import document_json  # noqa: PLC0415 (only as data)
    from deciban.render.json_text import problems_json, to_text  # noqa: PLC0415 (as above)

    data = {} if told is None else document_json(told)
    click.echo(to_text({**data, "problems": problems_json(weighing.problems)}), nl=False)


def _say(told: "Document", file: Path, problem: "Problem | None") -> None:
    """Print the brief, or say that it was written, or why it was not."""
    if problem is not None:
        show_problems([problem])
    elif file == PRINTED:
        from deciban.render.document.markdown import write_markdown  # noqa: PLC0415 (as wanted)

        click.echo(write_markdown(told), nl=False)
    else:
        click.echo(f"wrote {file}")


def _save(told: "Document", file: Path) -> "Problem | None":
    """Write the brief, and beside Markdown its figures; answer why it could not be."""
    from deciban.edit.save import save_bytes, save_folder  # noqa: PLC0415 (only to write)

    if file.suffix.lower() != MARKDOWN:
        return save_bytes(file, _content(told, file.suffix.lower()))
    from deciban.render.charts.export import svg  # noqa: PLC0415 (only to write)
    from deciban.render.document.markdown import pictures_of, write_markdown  # noqa: PLC0415

    folder = file.with_name(f"{file.stem}-figures")
    drawn = {folder / name: svg(each).encode() for name, each in pictures_of(told).items()}
    text = write_markdown(told, pictures=folder.name if drawn else None)
    problem = save_folder(folder) if drawn else None
    for name, content in (*drawn.items(), (file, text.encode())):
        problem = problem or save_bytes(name, content)
    return problem


def _content(told: "Document", ending: str) -> bytes:
    match ending:
        case ".html":
            from deciban.render.document.html import write_html  # noqa: PLC0415 (as wanted)

            return write_html(told).encode()
        case ".pdf":
            from deciban.render.document.typst import write_pdf  # noqa: PLC0415 (as wanted)

            return write_pdf(told)
        case _:
            from deciban.render.document.docx import write_docx  # noqa: PLC0415 (as wanted)

            return write_docx(told)
