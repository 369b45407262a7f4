"""An address that leads nowhere, and the addresses that were probably meant."""

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from deciban.case import Case
    from deciban.problem import Problem

ASTRAY = "D801"
#: A hint that says already what is to be set.
TO_TAKE_AWAY = "to take it away"


def with_addresses(
    problems: "Sequence[Problem]", case: "Case", settings: "Iterable[str]"
) -> "tuple[Problem, ...]":
    """Answer problems with hints that name whole addresses, where only a part was written.

    Args:
        problems: what is wrong with a what-if.
        case: the case it is of.
        settings: ``ADDRESS=VALUE`` each, as written.
    """
    from deciban.case import judgements_of  # noqa: PLC0415 (--help must not wait for it)

    addresses = [address for address, _ in judgements_of(case)]
    written = [setting.partition("=")[0].strip() for setting in settings]
    return tuple(_hinted(problem, addresses, written) for problem in problems)


def _hinted(problem: "Problem", addresses: "Sequence[str]", written: "Sequence[str]") -> "Problem":
    from deciban.read.suggest import listing  # noqa: PLC0415 (as above)

    start = "there is nothing at '{}': "
    astray = (each for each in written if problem.message.startswith(start.format(each)))
    part = next(astray, None)
    if problem.code != ASTRAY or not part or TO_TAKE_AWAY in problem.hint:
        return problem
    meant = [each for each in addresses if f".{part}." in f".{each}."]
    if not meant:
        return problem
    one = len(meant) == 1
    return replace(problem, hint=f"did you mean {'' if one else 'one of '}{listing(meant)}?")
