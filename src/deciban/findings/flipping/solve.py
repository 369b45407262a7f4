"""Z at many points, in blocks of one width.

The engine lays out its memory once for a width, which on a large case takes longer than a run; so
points come in blocks of a width that recurs, the last block filled up with its last point.
"""

from collections.abc import Iterator

import numpy as np

from deciban.engine import solve
from deciban.findings.odds import Array
from deciban.model import Model

#: Points solved at a time, while so many are left.
MANY = 1024
#: Points solved at a time otherwise.
FEW = 64
#: Points solved at a time with their derivatives.
FEW_WITH_DERIVATIVES = 8


def log_z_at(model: Model, query: int, points: Array) -> Array:
    """Answer log Z of every answer at some points, shape (H, C).

    Args:
        model: the model.
        query: the variable of the question.
        points: the numbers, shape (n, C).
    """
    if not points.shape[1]:
        return np.empty((model.cardinalities[query], 0))
    whole = points.shape[1] // MANY * MANY
    blocks = [*_blocks(points[:, :whole], MANY), *_blocks(points[:, whole:], FEW)]
    parts = [solve(model, query, numbers=block).log_z for block in blocks]
    return np.concatenate(parts, axis=1)[:, : points.shape[1]]


def gradient_at(model: Model, query: int, points: Array) -> tuple[Array, Array]:
    """Answer log Z, shape (H, C), and its derivative in every number, shape (H, n, C).

    Args:
        model: the model.
        query: the variable of the question.
        points: the numbers, shape (n, C).
    """
    blocks = _blocks(points, FEW_WITH_DERIVATIVES)
    solutions = [solve(model, query, numbers=block, derivatives=True) for block in blocks]
    log_z = np.concatenate([each.log_z for each in solutions], axis=1)
    gradient = np.concatenate([each.by_number() for each in solutions], axis=2)
    count = points.shape[1]
    return log_z[:, :count], gradient[:, :, :count]


def _blocks(points: Array, width: int) -> Iterator[Array]:
    for start in range(0, points.shape[1], width):
        block = points[:, start : start + width]
        missing = width - block.shape[1]
        yield np.pad(block, ((0, 0), (0, missing)), mode="edge") if missing else block
