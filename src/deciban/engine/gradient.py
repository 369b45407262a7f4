"""The chain rule from table entries to written numbers.

``d log Z / d x_i = sum over entries e of (d log Z / d e) (d e / d x_i)``: a sparse sum with one
summand for every (number, entry it enters), each second factor itself a polynomial.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from deciban.engine.segments import NARROW, segments
from deciban.engine.values import Values

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from deciban.engine.segments import NarrowSegments, WideSegments
    from deciban.model import Model

    Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class _Chain:
    """The summands: which entry, times which row of the derivatives' values, into which number."""

    entry: NDArray[np.intp]
    row: NDArray[np.intp]
    values: Values
    sum: NarrowSegments | WideSegments


def gradient(model: Model, numbers: Array, by_entry: Array) -> Array:
    """Derivatives in every written number.

    Args:
        model: the model whose entries they are.
        numbers: the written numbers, shape (n,) or (n, D).
        by_entry: derivatives in every entry, shape (H, P[, D]).

    Returns:
        Shape (H, n[, D]).
    """
    lanes, entries, *draws = by_entry.shape
    columns = math.prod(draws)
    points = numbers if numbers.ndim > 1 else numbers[:, None]
    chain = _chain(model, columns)
    rows = chain.values.prepare(points.shape[1])
    chain.values.fill(rows, points)
    steps = rows.take(chain.row, axis=0)
    result = np.empty((lanes, len(numbers), columns))
    for lane, outward in enumerate(by_entry.reshape(lanes, entries, columns)):
        result[lane] = chain.sum(outward.take(chain.entry, axis=0) * steps)
    return result.reshape(lanes, len(numbers), *draws)


def _chain(model: Model, columns: int) -> _Chain:
    key = ("gradient", columns > NARROW)
    kept = model.memo.get(key)
    if isinstance(kept, _Chain):
        return kept
    triples = [
        (number, entry, polynomial.derivative(number))
        for entry, polynomial in enumerate(model.entries)
        for number in polynomial.numbers()
    ]
    target = np.array([number for number, _, _ in triples], dtype=np.intp)
    summer = segments(target, len(model.numbers), columns)
    values = Values([derivative for _, _, derivative in triples], len(model.numbers))
    entry = np.array([entry for _, entry, _ in triples], dtype=np.intp)[summer.order]
    chain = _Chain(entry, values.row[summer.order], values, summer)
    model.memo[key] = chain
    return chain
