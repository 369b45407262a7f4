"""The debaters that a verb is asked about, by the names they have in the case."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import rich_click as click

if TYPE_CHECKING:
    from deciban.read import Reading


def case_and_names(case: Path, names: Sequence[str]) -> tuple[Path, tuple[str, ...]]:
    """Answer a case and names; what stands where a case is expected may be a name of this folder.

    Args:
        case: what was written where a case is expected.
        names: what was written behind it.
    """
    from deciban.cli.here import name_in_this_folder  # noqa: PLC0415 (--help must not wait for it)

    name = name_in_this_folder(case, lambda here: [each.position for each in here.positions])
    return (case, tuple(names)) if name is None else (Path(), (name, *names))


def known(reading: "Reading", names: Sequence[str], where: str) -> tuple[str, ...]:
    """Answer the names as given; one that nobody of the case has is wrong usage.

    Args:
        reading: the case as read.
        names: whom the user named.
        where: the argument or option that they stand in.
    """
    from deciban.debate.seeing import SEALED  # noqa: PLC0415 (as below)
    from deciban.read.suggest import did_you_mean, listing  # noqa: PLC0415 (--help is not to wait)

    if reading.case is None:
        return tuple(names)
    there = [each.position for each in reading.case.positions]
    unread = {Path(each.file).stem for each in reading.documents if _is_position(each.file)}
    read = {each.position: each.at.file for each in reading.case.positions}
    unread -= {Path(file).stem for file in read.values()}
    sealed = [each.seal for each in reading.case.seals if each.opened is None]
    for name in names:
        if name not in there and name not in unread:
            otherwise = f"known: {listing(there)}" if there else NOBODY
            message = f"nobody is called '{name}' here; {did_you_mean(name, there, otherwise)}"
            if name in sealed:
                message = SEALED.format(name)
            raise click.BadParameter(message, param_hint=where)
    return tuple(name for name in names if name in there)


#: What to say where there is no position yet.
NOBODY = "nobody has a position yet; write one with `deciban position new CASE NAME`"


def _is_position(file: str) -> bool:
    return Path(file).parent.name == "positions"
