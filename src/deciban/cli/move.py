"""``deciban move``: one contribution to a debate, filed as a file of its own."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import rich_click as click

from deciban.cli.terminal import PROBLEMS, json_option, show_problems, working

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deciban.case import Case
    from deciban.edit.moving import Draft
    from deciban.problem import Problem
    from deciban.read.yaml_tree import Document
    from deciban.render.json_text import Json, JsonObject

KINDS = ("rebut", "undercut", "challenge", "ask", "hypothesis", "concede", "withdraw")
#: The keys of a move that an option of the same name gives.
OPTIONS = ("author", "on", "text", "question", "add", "cite", "quote", "in", "at", "note")


@click.command()
@click.argument("kind", metavar="KIND", type=click.Choice(KINDS), required=False)
@click.argument("target", required=False)
@click.option("--case", type=click.Path(path_type=Path), default=Path(), help="The case; here.")
@click.option("--author", metavar="NAME", help="Who makes it.")
@click.option("--new-author", is_flag=True, help="The name is nearly another's, and meant.")
@click.option("--text", metavar="WORDS", help="What it says.")
@click.option("--question", metavar="NAME", help="The critical question, by name or in words.")
@click.option(
    "--add",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar="FILE",
    help="YAML of what it brings: events, reports, hypotheses.",
)
@click.option("--cite", multiple=True, metavar="KEY", help="A work that it rests on.")
@click.option("--quote", metavar="WORDS", help="The words that it points to.")
@click.option("--in", "document", metavar="FILE", help="The document that these stand in.")
@click.option("--at", "located", metavar="PAGE", help="The page of what is cited.")
@click.option("--note", metavar="WORDS", help="Anything else.")
@click.option("--on", metavar="DATE", help="When it was made; today.")
@click.option("--questions", is_flag=True, help="List the critical questions.")
@json_option
@click.pass_context
def move(context: click.Context, /, kind: str | None, target: str | None, **given: object) -> None:
    """File a move: say something against a part of a case, or against another move.

    KIND: rebut (it is not so), undercut (it does not follow), challenge (the source is not to be
    trusted), ask (a critical question), hypothesis (a new answer), concede, withdraw. TARGET is an
    address, the name of an item, a source or a question, or a move, which may be named without its
    random end. Nothing is written where the move would have an error, and no number of anybody
    moves before he accepts it in his position.
    """
    as_json = bool(given["as_json"])
    if given["questions"]:
        _list(as_json=as_json)
        return
    if kind is None or target is None:
        message = "name what to do and what it answers, as in `deciban move ask ITEM --author NAME`"
        raise click.UsageError(message)
    draft = _draft(kind, target, given)
    with working("checking"):
        path, problems = _filed(Path(str(given["case"])), draft, new=bool(given["new_author"]))
    if as_json:
        _print_data(path, problems)
    else:
        show_problems(problems)
        if path is not None:
            click.echo(f"wrote {path}")
    if path is None:
        context.exit(PROBLEMS)


def _filed(case: Path, draft: "Draft", *, new: bool) -> "tuple[Path | None, Sequence[Problem]]":
    """Write a file for a move, unless it would have an error there; and what is wrong with it."""
    from dataclasses import replace  # noqa: PLC0415 (as above)

    from deciban.checks.move_order import check_filed  # noqa: PLC0415 (--help must not wait)
    from deciban.edit.moving import new_move  # noqa: PLC0415 (as above)
    from deciban.edit.save import save_folder, save_new  # noqa: PLC0415 (as above)
    from deciban.pipeline import check_reading  # noqa: PLC0415 (as above)
    from deciban.read import in_order, read_case  # noqa: PLC0415 (as above)

    reading = read_case(case)
    if reading.case is None:
        return None, reading.problems
    if not new:
        _known(reading.case, draft.author)
    filed = new_move(reading.case, reading.folder, draft)
    problems = list(filed.problems)
    if filed.move is not None:
        with_it = replace(reading.case, debate=(*reading.case.debate, filed.move))
        documents = (*reading.documents, filed.document)
        problems += check_reading(replace(reading, case=with_it, documents=documents)).problems
        problems += check_filed(with_it, filed.move)
    file = str(filed.path)
    own = in_order(problem for problem in problems if problem.at and problem.at.file == file)
    own = tuple(_at_option(problem, filed.document) for problem in own)
    if filed.move is None or any(problem.is_error for problem in own):
        return None, own
    wrong = save_folder(filed.path.parent) or save_new(filed.path, filed.text, bool)
    return (filed.path, own) if wrong is None else (None, (*own, wrong))


def _known(case: "Case", author: str) -> None:
    """Refuse an author whom nobody knows and whose name is nearly that of somebody."""
    from deciban.read.suggest import nearest, visible  # noqa: PLC0415 (as above)

    there = {each.position for each in case.positions} | {each.author for each in case.debate}
    there |= {each.seal for each in case.seals}
    meant = nearest(author, sorted(there))
    if author not in there and meant is not None:
        message = f"nobody is called '{visible(author)}' here; did you mean '{meant}'?"
        message += f" With --new-author '{visible(author)}' is somebody new"
        raise click.BadParameter(message, param_hint="--author")


def _at_option(problem: "Problem", document: "Document") -> "Problem":
    """A problem of a file that is not written, told of the option that it comes from."""
    from dataclasses import replace  # noqa: PLC0415 (as above)

    from deciban.node import Mapping  # noqa: PLC0415 (as above)
    from deciban.span import Span  # noqa: PLC0415 (as above)

    entries = document.root.entries if isinstance(document.root, Mapping) else ()
    above = [each.key for each in entries if problem.at and each.key.at.line <= problem.at.line]
    name = above[-1].text if above else ""
    if problem.at is None or name not in OPTIONS:
        return replace(problem, at=None, also=())
    return replace(problem, at=Span(f"--{name}", 1, 1), fix=None)


def _draft(kind: str, target: str, given: dict[str, object]) -> "Draft":
    """What is to be said; a question of the list may be asked without more words."""
    from deciban.case.critical_questions import CRITICAL_QUESTIONS  # noqa: PLC0415 (as above)
    from deciban.edit.moving import Draft  # noqa: PLC0415 (as above)
    from deciban.read.suggest import did_you_mean  # noqa: PLC0415 (as above)

    told = {name: value for name, value in given.items() if isinstance(value, str)}
    text = told.get("text", "") or CRITICAL_QUESTIONS.get(told.get("question", ""), "")
    if not told.get("author"):
        message = "say who makes the move: --author NAME"
        raise click.UsageError(message)
    if not text.strip():
        message = "say it: --text WORDS" + (", or --question NAME" if kind == "ask" else "")
        if told.get("question"):
            meant = did_you_mean(told["question"], CRITICAL_QUESTIONS, "ask it as --text WORDS")
            message = f"no question of the list is called '{told['question']}'; {meant}"
        raise click.UsageError(message)
    add = given["add"]
    cite = given["cite"]
    return Draft(
        move=kind,
        target=target,
        author=told["author"],
        on=told.get("on") or datetime.now().astimezone().date().isoformat(),
        text=text,
        question=told.get("question", ""),
        add=_read(add) if isinstance(add, Path) else "",
        cite=cite if isinstance(cite, tuple) else (),
        quote=told.get("quote", ""),
        document=told.get("document", ""),
        located=told.get("located", ""),
        note=told.get("note", ""),
    )


def _read(file: Path) -> str:
    """What a move brings, as written."""
    from deciban.problem import Problem  # noqa: PLC0415 (as above)
    from deciban.read.text import read_text  # noqa: PLC0415 (as above)

    text = read_text(file)
    if isinstance(text, Problem):
        message = f"{text.message}; {text.hint}"
        raise click.BadParameter(message, param_hint="--add")
    return text


def _list(*, as_json: bool) -> None:
    """The critical questions by scheme."""
    from deciban.case.critical_questions import CRITICAL_QUESTIONS, SCHEMES  # noqa: PLC0415
    from deciban.cli.terminal import show  # noqa: PLC0415 (as above)
    from deciban.render.critical_questions import questions_page  # noqa: PLC0415 (as above)
    from deciban.render.json_text import to_text  # noqa: PLC0415 (as above)

    if as_json:
        data: JsonObject = {"schemes": dict(SCHEMES), "questions": dict(CRITICAL_QUESTIONS)}
        click.echo(to_text(data), nl=False)
    else:
        show(questions_page())


def _print_data(path: Path | None, problems: "Sequence[Problem]") -> None:
    from deciban.render.json_text import problems_json, to_text  # noqa: PLC0415 (only as data)

    wrote: list[Json] = [str(path)] if path is not None else []
    click.echo(to_text({"wrote": wrote, "problems": problems_json(problems)}), nl=False)
