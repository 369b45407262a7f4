"""The last resort for a whole: a walk in which two parts at a time share out anew what they have.

Every move draws the one part from what the two may share and leaves the other the rest, so the
distribution of ``deciban.draws.shared_whole`` stays as it is; a part in decibans is drawn in
decibans, and where both are, the move is kept or not as Hastings (1970) has it. Such a walk over
the flat simplex forgets where it began after some ``k log k`` moves (Smith 2014); it makes
``MOVES`` times as many.

Notation: as in ``deciban.draws.shared_whole``; ``k`` parts.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from deciban.draws.measure import density, log_odds, probability

if TYPE_CHECKING:
    from deciban.draws.measure import Array
    from deciban.draws.parts import Parts

MOVES = 10


def walked(parts: Parts, random: np.random.Generator, count: int) -> Array:
    """Answer shares at the end of as many walks as draws are wanted, shape (parts, count)."""
    width = parts.width
    shares = np.repeat((width * (parts.whole / width.sum()))[:, None], count, axis=1)
    moves = math.ceil(MOVES * len(parts) * (1.0 + math.log2(len(parts))))
    for _ in range(moves):
        one, other = (int(place) for place in random.permutation(len(parts))[:2])
        if parts.measures[other] == "decibans" and parts.measures[one] != "decibans":
            one, other = other, one
        _move(parts, shares, (one, other), random)
    return shares


def _move(parts: Parts, shares: Array, pair: tuple[int, int], random: np.random.Generator) -> None:
    """Draws the first of two parts anew, in its own measure; the second takes the rest."""
    one, other = pair
    both = shares[one] + shares[other]
    least = np.maximum(both - parts.width[other], 0.0)
    most = np.maximum(np.minimum(parts.width[one], both), least)
    drawn = np.clip(_between(parts, one, least, most, random.random(len(both))), least, most)
    if parts.measures[other] == "decibans":
        now = density(parts.low[other] + shares[other] / parts.copies[other])
        then = density(parts.low[other] + (both - drawn) / parts.copies[other])
        drawn = np.where(random.random(len(both)) * now < then, drawn, shares[one])
    shares[one] = drawn
    shares[other] = np.maximum(both - drawn, 0.0)


def _between(parts: Parts, part: int, least: Array, most: Array, way: Array) -> Array:
    """The share that lies so far along the way from the least to the most, in its own measure."""
    if parts.measures[part] != "decibans":
        return least + way * (most - least)
    low, copies = parts.low[part], parts.copies[part]
    start, end = (log_odds(low + share / copies) for share in (least, most))
    answer: Array = (probability(start + way * (end - start)) - low) * copies
    return answer
