"""Judgements as table entries: rows over outcomes, and branches chosen by the parents' states.

A row's written numbers enter as they are; ``rest`` is 1 minus their sum, so that moving one number
moves what is left over and the row stays whole.
"""

from collections.abc import Mapping, Sequence
from typing import cast

from deciban.case import RowTree, Tree
from deciban.case.hanging import AFTER, BEFORE, ELSE
from deciban.compile.network import ONE, Network
from deciban.dates import When
from deciban.model import Polynomial
from deciban.units import Judgement, Row, settle_row


def row_entries(
    network: Network, address: str, tree: Tree | str | None, outcomes: Sequence[str]
) -> tuple[Polynomial, ...]:
    """Answer one entry an outcome for a row, or for ``even`` and ``none`` in place of one.

    Raises:
        ValueError: the row has no point; checks report that to the user before.
    """
    if tree is None or is_even(tree):
        return (Polynomial.constant(1.0 / len(outcomes)),) * len(outcomes)
    written = cast("RowTree", tree)
    row = settle_row(written, outcomes)
    if not isinstance(row, Row):
        message = f"{address}: {row}"
        raise ValueError(message)  # noqa: TRY004 (a problem here is a bug of the checks)
    entries = {}
    shares: dict[str, tuple[int, float]] = {}
    for place, outcome in enumerate(outcomes):
        if place not in row.rest:
            key = ELSE if place in row.by_else else outcome
            share, where = row.shares[place], f"{address}.{key}"
            entries[place] = network.graph.number(
                where, share.central, share.low, share.high, share.measure.value
            )
            copies, _ = shares.get(where, (0, 0.0))
            shares[where] = copies + 1, cast("Judgement", written[key]).central
    if shares:
        network.graph.row(shares, rest=bool(row.rest))
    left = ONE
    for entry in entries.values():
        left = left - entry
    for place in row.rest:
        entries[place] = left * (1.0 / len(row.rest))
    return tuple(entries[place] for place in range(len(outcomes)))


def is_even(tree: Tree | str) -> bool:
    """Whether a whole row is the word ``even``, or ``none``, which is carried as even."""
    if isinstance(tree, Judgement):
        return tree.text.strip().lower() == "even"
    return isinstance(tree, str)


def branch(tree: Tree, states: Sequence[str], address: str) -> tuple[Tree, str]:
    """Answer the part of a tree that speaks for these states of the parents, and its address."""
    for state in states:
        if not isinstance(tree, Mapping):
            break
        name = state if state in tree else ELSE
        tree, address = tree[name], f"{address}.{name}"
    return tree, address


def before_or_after(when: When | None, answer: When | None) -> str:
    """Answer whether an event falls before or after the date that answers a question of when.

    An event counts at its end; one whose end is not before the date's beginning is *after* it.
    ``never`` (None) is after everything, so every event is before it.
    """
    if when is None or answer is None:
        return BEFORE
    return AFTER if when.latest > answer.start else BEFORE
