"""What stands where a case is expected may be a name in the case of this folder."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from deciban.case import Case


def name_in_this_folder(case: Path, names_of: "Callable[[Case], Iterable[str]]") -> str | None:
    """Answer the name that ``case`` is in the case of this folder; None where it is none.

    Whatever exists as a path is a path. A name that is nearly one of the case's is taken for a
    name as well, since what it was meant to be can then be told.

    Args:
        case: what was written where a case is expected.
        names_of: the names that may stand there instead.
    """
    from deciban.read import read_case  # noqa: PLC0415 (--help must not wait for it)
    from deciban.read.suggest import nearest  # noqa: PLC0415 (as above)

    name = str(case)
    if case.exists() or len(case.parts) != 1 or not Path("case.yaml").exists():
        return None
    here = read_case(Path()).case
    if here is None:
        return None
    names = tuple(names_of(here))
    return name if name in names or nearest(name, names) else None
