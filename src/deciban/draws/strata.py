"""Uniform numbers that fill every one of their ranges evenly.

A Latin hypercube (McKay, Beckman and Conover 1979): of ``D`` draws each number has exactly one in
each ``D``-th part of 0..1, in an order of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from deciban.draws.measure import Array


def latin_hypercube(random: np.random.Generator, numbers: int, draws: int) -> Array:
    """Answer uniform numbers in 0..1, 1 left out, shape (numbers, draws).

    Args:
        random: everything follows from it.
        numbers: how many numbers.
        draws: how many draws, at most 65,536; the parts that each number is spread over.
    """
    uniform = random.random((numbers, draws))
    parts = np.broadcast_to(np.arange(draws, dtype=np.uint16), (numbers, draws))
    uniform += random.permuted(parts, axis=1)
    uniform *= 1.0 / draws
    return np.minimum(uniform, np.nextafter(1.0, 0.0), out=uniform)
