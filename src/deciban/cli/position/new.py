"""``deciban position new``: a first file for a debater."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

import rich_click as click

from deciban.cli.position.files import finish, not_sealed, position_meant, readable, whose
from deciban.cli.terminal import json_option

if TYPE_CHECKING:
    from deciban.case import Case

_NAME = re.compile(r"[a-z][a-z0-9_]*\Z")
#: Parts of a case that a debater is likely to judge otherwise, the likeliest first.
_OPEN_TO_DOUBT = ("events.", "sources.", "question.", "actors.")


@click.command()
@whose
@click.option("--extends", metavar="NAME", help="Start from what another debater holds.")
@click.option("--called", metavar="WORDS", help="What the debater is called in words.")
@json_option
@click.pass_context
def new(
    context: click.Context,
    case: Path,
    name: str,
    extends: str | None,
    called: str | None,
    *,
    as_json: bool,
) -> None:
    """Write a first position for a debater, with an example of this case in it.

    A file that is there is never overwritten.
    """
    from deciban.edit.holding import canonical  # noqa: PLC0415 (--help must not wait for it)
    from deciban.edit.save import save_folder, save_new  # noqa: PLC0415 (as above)
    from deciban.problem import Problem  # noqa: PLC0415 (as above)
    from deciban.read.keys import parse_language  # noqa: PLC0415 (as above)

    if not _NAME.match(name):
        message = f"'{name}' is no name; a name has small letters, digits and underscores"
        raise click.BadParameter(message, param_hint="NAME")
    reading, read = readable(context, case, as_json=as_json)
    not_sealed(read, name)
    if extends is not None:
        position_meant(read, extends)
    file = reading.folder / "positions" / f"{name}.yaml"
    text = _text(read, name, extends, called)
    laid = canonical(text, parse_language(text, str(file)))
    wrong = laid if isinstance(laid, Problem) else save_folder(file.parent)
    if wrong is None and isinstance(laid, str):
        wrong = save_new(file, laid, bool)
    said = f"now try: deciban position hold {case} {name} ADDRESS=VALUE --because WHY"
    if wrong is not None:
        finish(context, (), (wrong,), as_json=as_json)
    else:
        finish(context, (file,), (), as_json=as_json, said=said)


def _text(case: "Case", name: str, extends: str | None, called: str | None) -> str:
    """A first position: whose it is, what was read, and an example to be made one's own."""
    from deciban.edit.holding import HASH, scalar  # noqa: PLC0415 (--help must not wait for it)
    from deciban.edit.put import in_flow  # noqa: PLC0415 (as above)

    lines = [
        "# What one debater holds: only what is held otherwise than in the case.",
        "",
        f"position: {name}",
    ]
    lines += [f"name: {in_flow(scalar(called))}"] if called else []
    lines += [f"extends: {extends}"] if extends else []
    lines += [f"reads: {HASH}{case.digest}"] if case.digest else []
    return "\n".join([*lines, "", *_example(case), ""])


def _example(case: "Case") -> list[str]:
    """An example in comments, with a number of this case and an item of it."""
    from deciban.case import judgements_of  # noqa: PLC0415 (--help must not wait for it)
    from deciban.edit.holding import scalar  # noqa: PLC0415 (as above)
    from deciban.edit.put import in_flow  # noqa: PLC0415 (as above)

    numbers = sorted(judgements_of(case), key=_doubt)
    items = [each.id for each in case.listed() if each not in case.unseen]
    lines = []
    if numbers:
        address, number = numbers[0]
        was = in_flow(scalar(" ".join(number.text.split())))
        lines += [
            "# To hold a number otherwise, say what it is, what it was in the case, and why:",
            "# holds:",
            f"#   {address}: {{is: {was}, was: {was}, because: why}}",
        ]
    if items:
        lines += [
            "# To leave an item out of account, or to say that you grant it:",
            f"# stances: {{{items[-1]}: reject}}",
        ]
    return lines


def _doubt(number: tuple[str, object]) -> int:
    """How early a number comes as an example."""
    starts = (place for place, each in enumerate(_OPEN_TO_DOUBT) if number[0].startswith(each))
    return next(starts, len(_OPEN_TO_DOUBT))
