"""What is told of a timeline where there is little room: the steps and dates that say most."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deciban.findings.minding.beliefs import Belief
    from deciban.findings.timing.steps import Step

#: Moves that are told first; steps, and dates of a belief, where not all are told.
MOVES, STEPS, DATES = 5, 12, 10
#: Decibans below which nobody would feel a move.
FELT = 1.0


def furthest(steps: Sequence[Step], leader: str) -> tuple[Step, ...]:
    """Answer the steps that moved the leader furthest, on the latest curve; furthest first.

    Args:
        steps: the steps of a clock.
        leader: the answer.
    """
    found = [step for step in steps if abs(step.moved[leader]) >= FELT]
    return tuple(sorted(found, key=lambda step: -abs(step.moved[leader]))[:MOVES])


def felt(steps: Sequence[Step], leader: str) -> tuple[Step, ...]:
    """Answer the steps that anybody would feel, with the first and the last; all if they are few.

    Args:
        steps: the steps of a clock, in order.
        leader: the answer.
    """
    if len(steps) <= STEPS:
        return tuple(steps)
    ends = (0, len(steps) - 1)
    return tuple(
        step for place, step in enumerate(steps) if place in ends or abs(step.moved[leader]) >= FELT
    )


def telling(beliefs: Sequence[Belief], of: str) -> tuple[Belief, ...]:
    """Answer the dates that say most of a belief: the first, the last, and where it moved most.

    Args:
        beliefs: from date to date.
        of: the value told of.
    """
    if len(beliefs) <= DATES:
        return tuple(beliefs)
    moved = {
        place: abs(after.now[of].mean - before.now[of].mean)
        + abs(after.before[of].mean - before.before[of].mean)
        for place, (before, after) in enumerate(pairwise(beliefs), 1)
    }
    inner = sorted(range(1, len(beliefs) - 1), key=lambda place: -moved[place])
    kept = {0, *inner[: DATES - 2], len(beliefs) - 1}
    return tuple(belief for place, belief in enumerate(beliefs) if place in kept)
