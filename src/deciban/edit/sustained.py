"""What a move does to the numbers of whoever accepts it: ``Case -> Case``.

An undercut takes an item's weight away, and a challenge takes away what comes through a source:
both are what the item or the source says with a likelihood ratio of 1, and so the case without it.
A rebuttal or a new answer adds what the move brings. Questions, concessions, withdrawals and
rebuttals that bring nothing move no number.
"""

from deciban.case import Case, Move
from deciban.edit.addition import with_added
from deciban.edit.what_if import without
from deciban.problem import Problem


def sustained(case: Case, move: Move) -> Case | tuple[Problem, ...]:
    """Answer the case with a move sustained.

    Returns:
        The edited case, not yet checked; the case itself where the move moves no number; problems
        where what the move brings cannot be read.
    """
    if move.add is not None and brings(move):
        return with_added(case, move.add)
    left_out = taken_away(case, move)
    return without(case, (left_out,)) if left_out is not None else case


def quantified(case: Case, move: Move) -> bool:
    """Answer whether sustaining a move would move anything."""
    return brings(move) or taken_away(case, move) is not None


def brings(move: Move) -> bool:
    """Answer whether a move adds something to the case of whoever accepts it."""
    return move.add is not None and move.move in ("rebut", "hypothesis")


def taken_away(case: Case, move: Move) -> str | None:
    """Answer the item or source that says nothing any more once a move is sustained."""
    if move.move == "undercut":
        return item_at(case, move.target)
    if move.move == "challenge":
        return source_at(case, move.target)
    return None


def item_at(case: Case, target: str) -> str | None:
    """Answer the event, report or silence that a target names or stands in."""
    head, _, rest = target.partition(".")
    name = rest.partition(".")[0] if head in ("events", "reports", "silences") else target
    items = {each.id for each in case.listed()} - {each.id for each in case.unseen}
    return name if name in items else None


def source_at(case: Case, target: str) -> str | None:
    """Answer the source that a target names or stands in."""
    head, _, rest = target.partition(".")
    name = rest.partition(".")[0] if head == "sources" else target
    spoken = {each.by for each in case.reports} | {each.by for each in case.silences}
    return name if name in case.sources or name in spoken else None
