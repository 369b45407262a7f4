"""Each item's share of the whole weight: the Shapley value of the log-odds.

Shapley 1953: the mean, over all orders in which items may come in, of what each adds when it
does. Shares always add up to what all items together say. Exact up to ``EXACT`` items; beyond,
a seeded sample of orders, each with its reverse (antithetic), with the standard error of the mean.
"""

from collections.abc import Callable
from dataclasses import dataclass
from math import factorial

import numpy as np
from numpy.typing import NDArray

from deciban.findings.coalitions import Sets
from deciban.findings.odds import Array, minus

EXACT = 12
PAIRS = 48
#: Items looked at over all orders: beyond it fewer orders are sampled, and the error says so.
BUDGET = 1_500_000
FEWEST = 2
SEED = 1941

#: Answers the log-odds of every hypothesis for each set of items: (items, S) -> (H, S).
Value = Callable[[Sets], Array]


@dataclass(frozen=True, slots=True)
class Shares:
    """Shares of the weight.

    Attributes:
        share: decibans, shape (items, H). Zero where an item rules out and settles, depending
            on the order: then both sides are impossible in the end, and there is nothing to share.
        error: standard error of each share, decibans, same shape: that of the mean over pairs of
            an order and its reverse. Zero where exact, and where the share is infinite.
        exact: whether every order was counted.
    """

    share: Array
    error: Array
    exact: bool


def shapley(
    count: int,
    value: Value,
    *,
    exact: bool | None = None,
    most: int = PAIRS,
    at_once: int = 1,
) -> Shares:
    """Answer every item's share.

    Args:
        count: how many items there are.
        value: what a set of items says.
        exact: whether to count every order; up to ``EXACT`` items where it is left open.
        most: pairs of orders that are sampled at the most.
        at_once: pairs of orders of which the sets are asked for in one call.
    """
    if count <= EXACT if exact is None else exact:
        return _exact(count, value)
    pairs = max(FEWEST, min(most, BUDGET // (2 * count * (count + 1))))
    return shares_over(_orders(count, pairs), value, at_once=at_once)


def shares_over(orders: NDArray[np.intp], value: Value, *, at_once: int = 1) -> Shares:
    """Answer every item's share over some orders alone.

    Args:
        orders: pairs of an order and its reverse in turn, shape (2 * pairs, items).
        value: what a set of items says.
        at_once: pairs of which the sets are asked for in one call.
    """
    step = 2 * at_once
    gains = np.concatenate(
        [_gains(orders[i : i + step], value) for i in range(0, len(orders), step)]
    )
    with np.errstate(invalid="ignore"):
        both = (gains[0::2] + gains[1::2]) / 2
        share = both.mean(axis=0)
        error = both.std(axis=0, ddof=1) / np.sqrt(len(both))
    return Shares(_defined(share), _defined(error), exact=False)


def _defined(values: Array) -> Array:
    """Zero in place of the sum of both infinities."""
    return np.where(np.isnan(values), 0.0, values)


def _orders(count: int, pairs: int) -> NDArray[np.intp]:
    """Orders and their reverses in turn, shape (2 * pairs, items)."""
    random = np.random.default_rng(SEED)
    forward = np.stack([random.permutation(count) for _ in range(pairs)])
    return np.stack([forward, forward[:, ::-1]], axis=1).reshape(2 * pairs, count)


def _gains(orders: NDArray[np.intp], value: Value) -> Array:
    """What each item adds when it comes in, shape (orders, items, H)."""
    count = orders.shape[1]
    rank = np.argsort(orders, axis=1)  # (orders, items)
    present = rank.T[:, :, None] < np.arange(count + 1)  # (items, orders, items + 1)
    values = value(present.reshape(count, -1))
    values = values.reshape(len(values), len(orders), count + 1)
    steps = minus(values[..., 1:], values[..., :-1])  # (H, orders, items)
    return np.moveaxis(np.take_along_axis(steps, rank[None], axis=2), 0, -1)


def _exact(count: int, value: Value) -> Shares:
    """Every subset once: the gain of i at a set of size s weighs s!(n-s-1)!/n!."""
    subsets = np.arange(2**count)
    present = (subsets[None, :] >> np.arange(count)[:, None]) & 1 == 1
    values = value(present)  # (H, 2**count)
    sizes = present.sum(axis=0)
    share = np.zeros((count, len(values)))
    for item in range(count):
        away = subsets[~present[item]]
        gains = minus(values[:, away | (1 << item)], values[:, away])
        weight = [factorial(size) * factorial(count - size - 1) for size in range(count)]
        chance = np.array(weight)[sizes[away]] / factorial(count)
        with np.errstate(invalid="ignore"):
            share[item] = (gains * chance).sum(axis=1)
    return Shares(_defined(share), np.zeros_like(share), exact=True)
