"""What is sought: the odds of one answer, as large or as small as they get.

Notation: ``H`` answers; ``T`` tracks, each with a goal and a point, the columns of an array (n, T).
A *score* is the log-odds of a goal's answer in decibans, with its sign turned where the smallest is
sought, so that more is always better; minus infinity where the evidence is impossible.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from deciban.findings.flipping.solve import gradient_at, log_z_at
from deciban.findings.odds import DECIBANS, Array
from deciban.model import Model

Indices = NDArray[np.intp]


@dataclass(frozen=True, slots=True, eq=False)
class Goals:
    """The goals of some tracks.

    Attributes:
        answer: the answer, shape (T,).
        sign: 1 for its largest odds, -1 for its smallest, shape (T,).
    """

    answer: Indices
    sign: Array

    def at(self, tracks: Indices | Sequence[int]) -> "Goals":
        """Answer the goals of some of the tracks."""
        return Goals(self.answer[tracks], self.sign[tracks])

    def scores(self, log_z: Array) -> Array:
        """Answer the score of every track.

        Args:
            log_z: shape (H, ..., T).

        Returns:
            Shape (..., T).
        """
        lanes = np.arange(len(log_z)).reshape(-1, *[1] * (log_z.ndim - 1))
        mine = lanes == self.answer
        own = np.where(mine, log_z, -np.inf).max(axis=0)
        others = np.logaddexp.reduce(np.where(mine, -np.inf, log_z), axis=0)
        with np.errstate(invalid="ignore"):
            score = self.sign * (own - others) * DECIBANS
        scores: Array = np.where(np.isnan(score), -np.inf, score)
        return scores


def all_goals(answers: int) -> Goals:
    """Answer both goals for every answer: its smallest, then its largest odds."""
    return Goals(np.repeat(np.arange(answers), 2), np.tile([-1.0, 1.0], answers))


class Counter:
    """Solves a model, and counts the points it was solved at."""

    def __init__(self, model: Model, query: int) -> None:
        self.model = model
        self.query = query
        self.evaluated = 0

    def log_z(self, points: Array) -> Array:
        """Answer log Z of every answer at some points, shape (H, T)."""
        self.evaluated += points.shape[1]
        return log_z_at(self.model, self.query, points)

    def gradient(self, points: Array) -> tuple[Array, Array]:
        """Answer log Z, shape (H, T), and its derivative in every number, shape (H, n, T)."""
        self.evaluated += points.shape[1]
        return gradient_at(self.model, self.query, points)

    def scores(self, goals: Goals, points: Array) -> Array:
        """Answer the score of every track, shape (T,)."""
        return goals.scores(self.log_z(points))
