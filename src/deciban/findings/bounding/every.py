"""Every corner tried: the best of them for each goal."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from deciban.findings.bounding.blocks import Block
from deciban.findings.bounding.goals import Counter, Goals
from deciban.findings.odds import Array

#: Points tried at a time.
CHUNK = 4096
#: Points tried across the range of a bent number.
ACROSS = 17


def choices_of(block: Block) -> Array:
    """Answer what is tried of a block, shape (choices, k): its corners; of a bent one more."""
    if block.straight:
        return block.corners
    if len(block.numbers) == 1:
        return np.linspace(block.corners[0], block.corners[-1], ACROSS)
    halves = [(one + other) / 2.0 for one in block.corners for other in block.corners]
    return np.unique(np.array(halves), axis=0)


def count_choices(blocks: Sequence[Block]) -> int:
    """Answer how many points there are to try."""
    return math.prod(len(choices_of(block)) for block in blocks)


def best_of_every(counter: Counter, blocks: Sequence[Block], goals: Goals) -> Array:
    """Answer the best point for each goal, shape (n, T).

    Args:
        counter: solves the model.
        blocks: the blocks; all their choices are combined.
        goals: what is sought.
    """
    search = _Search(counter, blocks)
    best = np.repeat(counter.model.centrals[:, None], len(goals.answer), axis=1)
    score = np.full(len(goals.answer), -np.inf)
    for start in range(0, search.total, CHUNK):
        points = search.points(start)
        log_z = counter.log_z(points)
        for track in range(len(score)):
            scores = goals.at(np.full(points.shape[1], track)).scores(log_z)
            top = int(scores.argmax())
            if scores[top] > score[track]:
                score[track], best[:, track] = scores[top], points[:, top]
    return best


@dataclass(frozen=True, slots=True)
class _Search:
    """The points to be tried, in order."""

    counter: Counter
    blocks: Sequence[Block]

    @property
    def total(self) -> int:
        return count_choices(self.blocks)

    def points(self, start: int) -> Array:
        """The points from one of them on, shape (n, up to CHUNK)."""
        choices = [choices_of(block) for block in self.blocks]
        order = np.arange(start, min(start + CHUNK, self.total))
        taken = np.unravel_index(order, [len(each) for each in choices])
        points = np.repeat(self.counter.model.centrals[:, None], len(order), axis=1)
        for block, each, which in zip(self.blocks, choices, taken, strict=True):
            points[list(block.numbers)] = each[which].T
        return points
