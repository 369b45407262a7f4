"""Percent signs that were left off in a list of probabilities: one problem for all of them."""

import re
from collections.abc import Iterable

from deciban.node import Node, Scalar
from deciban.problem import Problem

NUMBER = re.compile(r"[+-]?(\d{1,15}(\.\d{1,15})?|\.\d{1,15})\Z")
_WHOLE = 100.0


def without_percent(items: Iterable[Node]) -> Problem | None:
    """Answer the one problem of probabilities in which percent signs were left off."""
    written = [item for item in items if isinstance(item, Scalar)]
    bare = [item for item in written if _is_percentage(item.text.strip())]
    if not bare:
        return None
    first = bare[0].text.strip()
    hint = f"write {first}%"
    if len(bare) > 1:
        meant = [each.text.strip() + "%" * (each in bare) for each in written]
        hint += f", and so with the others: [{', '.join(meant)}]"
    return Problem("D303", f"{first} is not a probability", bare[0].at, hint)


def _is_percentage(text: str) -> bool:
    """Whether a text is a number that is one only in per cent."""
    return NUMBER.match(text) is not None and 1.0 < float(text) <= _WHOLE
