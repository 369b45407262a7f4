"""The dates on which a belief or an answer moved furthest: those worth a word beside a line."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deciban.findings.minding.beliefs import Belief
    from deciban.findings.timing.stage import Stage

#: Moves below this, in probability, are not worth a word.
LEAST = 0.01
#: Moves of an answer below this, in decibans, likewise.
FELT = 0.5


@dataclass(frozen=True, slots=True)
class Move:
    """How a belief, or the chance of an answer, moved on one date.

    Attributes:
        at: the date, as a time of ``deciban.dates``.
        on: the date as written.
        came: what reached him then, or turned out; the items that count from then on.
        before: the mean belief, or the probability, until then.
        after: that from then on.
        decibans: how far the log-odds of an answer moved; None of a belief.
    """

    at: int
    on: str
    came: tuple[str, ...]
    before: float
    after: float
    decibans: float | None = None


def find_moves(beliefs: Sequence[Belief], of: str, most: int) -> tuple[Move, ...]:
    """Answer the dates on which a belief moved furthest, in order of time.

    Args:
        beliefs: from date to date.
        of: the value believed.
        most: how many dates.
    """
    moves = [
        Move(after.at, after.on, after.came, before.now[of].mean, after.now[of].mean)
        for before, after in pairwise(beliefs)
        if after.at is not None and after.came
    ]
    felt = [move for move in moves if abs(move.after - move.before) >= LEAST]
    furthest = sorted(felt, key=lambda move: -abs(move.after - move.before))[:most]
    return tuple(sorted(furthest, key=lambda move: move.at))


def find_stage_moves(stages: Sequence[Stage], of: str, most: int) -> tuple[Move, ...]:
    """Answer the dates on which an answer moved furthest, in decibans, in order of time.

    Args:
        stages: along a clock.
        of: the answer.
        most: how many dates.
    """
    moves = [
        (
            abs(after.moved[of]),
            Move(
                after.at,
                after.on,
                after.came or after.heard,
                before.probability[of],
                after.probability[of],
                after.moved[of],
            ),
        )
        for before, after in pairwise(stages)
    ]
    felt = [pair for pair in moves if pair[0] >= FELT]
    furthest = sorted(felt, key=lambda pair: -pair[0])[:most]
    return tuple(sorted((move for _, move in furthest), key=lambda move: move.at))
