"""Ways to propose shares of a whole, each with the chance at which a proposal is kept.

What is kept has the distribution of ``deciban.draws.shared_whole``, whichever way it was proposed:
rejection (von Neumann 1951). They differ in how much they throw away.

Notation: as in ``deciban.draws.shared_whole``.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deciban.draws.measure import Array
    from deciban.draws.parts import Parts

Proposal: TypeAlias = Callable[[np.random.Generator, int], tuple["Array", "Array"]]
"""Answers shares, shape (parts, count), and the chance at which each is kept, shape (count,)."""

WIDEST = 3
"""How many parts are tried as the one that takes what the others leave."""


def proposals_for(parts: Parts) -> Iterator[Proposal]:
    """Answer every proposal for some parts."""
    for last in np.argsort(-parts.width, kind="stable")[:WIDEST]:
        yield partial(_box, parts, int(last))
    yield partial(_above_lows, parts)
    yield partial(_below_highs, parts)


def _box(parts: Parts, last: int, random: np.random.Generator, count: int) -> tuple[Array, Array]:
    """All parts but one in their own measures; that one takes what they leave."""
    others = [place for place in range(len(parts)) if place != last]
    values = random.random((len(others), count))
    parts.box(others).place(values)
    shares = np.empty((len(parts), count))
    shares[others] = parts.shares(values, others)
    shares[last] = parts.whole - shares[others].sum(axis=0)
    return shares, _chance(parts, shares, [last])


def _above_lows(parts: Parts, random: np.random.Generator, count: int) -> tuple[Array, Array]:
    """Even over all ways to share out what the lows leave."""
    shares = parts.whole * _simplex(random, len(parts), count)
    return shares, _chance(parts, shares, range(len(parts)))


def _below_highs(parts: Parts, random: np.random.Generator, count: int) -> tuple[Array, Array]:
    """Even over all ways to share out what the highs are too much."""
    width = parts.width
    excess = max(float(width.sum()) - parts.whole, 0.0)
    shares = width[:, None] - excess * _simplex(random, len(parts), count)
    return shares, _chance(parts, shares, range(len(parts)))


def _chance(parts: Parts, shares: Array, places: range | list[int]) -> Array:
    fits = parts.fit(shares)
    chance = np.zeros(shares.shape[1])
    chance[fits] = parts.favour(shares[:, fits], places)
    return chance


def _simplex(random: np.random.Generator, parts: int, count: int) -> Array:
    """Even over all shares that add up to 1, shape (parts, count)."""
    shares = random.standard_exponential((parts, count))
    shares /= shares.sum(axis=0)
    return shares
