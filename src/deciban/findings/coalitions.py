"""What any set of items says together: log Z of the main question with the others left out."""

import numpy as np
from numpy.typing import NDArray

from deciban.engine import solve
from deciban.findings.odds import Array
from deciban.model import Model

Sets = NDArray[np.bool_]


def log_z_of_sets(model: Model, query: int, present: Sets) -> Array:
    """Answer log Z of the query for each set of items, shape (H, S).

    Args:
        model: the model.
        query: the variable asked about.
        present: shape (items, S); True where an item belongs to a set.
    """
    return solve(model, query, withheld=~present).log_z


def single(count: int) -> Sets:
    """Sets of one item each, after the empty set: shape (count, 1 + count)."""
    return np.concatenate([np.zeros((count, 1), dtype=bool), np.eye(count, dtype=bool)], axis=1)
