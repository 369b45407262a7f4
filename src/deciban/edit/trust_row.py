"""A role of a trust that was set by itself, so that the shares of the trust no longer add up."""

from collections.abc import Iterable, Iterator

from deciban.case import CHARACTERS, Case
from deciban.problem import Problem
from deciban.span import Span
from deciban.units import Row, settle_row

#: How the address of one role is built: ``actors.stalin.trusts.britain.honest``.
_PARTS = 5


def broken_trusts(case: Case, places: Iterable[tuple[str, Span]], who: str) -> Iterator[Problem]:
    """Answer what an edit of single roles did to the trusts they are part of.

    Args:
        case: the case after the edit.
        places: every address that was set, and where that is written.
        who: the edit, as a message names it.
    """
    for address, at in places:
        parts = address.split(".")
        if len(parts) != _PARTS or (parts[0], parts[2]) != ("actors", "trusts"):
            continue
        _, actor, _, source, role = parts
        trust = case.actors[actor].trusts[source]
        row = {each: share for each in CHARACTERS if (share := getattr(trust, each)) is not None}
        settled = settle_row(row, tuple(row), at) if role in row else None
        if settled is not None and not isinstance(settled, Row):
            whole = f"{'.'.join(parts[:-1])}: {{honest: 80%, guesses: rest}}"
            message = f"{who} leaves a trust that does not add up: {settled.message}"
            yield Problem("D801", message, at, f"set the whole trust, such as `{whole}`")
            return
