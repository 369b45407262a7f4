"""The order in which variables are summed out.

Finding the best order is NP-hard; weighted min-fill with random ties is the heuristic that holds up
(Kjaerulff 1990; Koller and Friedman 2009, section 9.4.3). Eliminating ``v`` joins its neighbours
into a clique: the *fill* is the weight of the edges that adds, an edge weighing the product of its
ends' numbers of states; the *table* is the joint number of states of ``v`` and its neighbours.
"""

from __future__ import annotations

import heapq
import math
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

TRIES = 16
TRIED_VARIABLES = 8192
"""Tries are cut back where they would look at more variables than this in all."""
CHEAP = 4096
"""An order whose tables come to no more cells than this is taken as it is: trying others takes
longer than they could ever save."""
HUB = 24
"""A variable with more neighbours than this is left until it has fewer: its table would be beyond
any limit, and looking at every pair of its neighbours is what makes planning quadratic."""

Graph = dict[int, set[int]]
"""Neighbours by variable. Iterated only where the outcome does not depend on the order."""


def elimination_order(
    scopes: Iterable[Sequence[int]], cardinalities: Sequence[int], kept: Collection[int]
) -> tuple[int, ...]:
    """An order for every variable in the scopes but those kept, cheap to eliminate along.

    Args:
        scopes: the variables of each table.
        cardinalities: every variable's number of states.
        kept: the variables that are not summed out.

    Returns:
        The best of several seeded tries, or the first where it is cheap; the same for the same
        input.
    """
    graph = _interactions(scopes)
    leading = _strip_leaves(graph, kept)
    best = _try(graph, cardinalities, kept, seed=None)
    if best.fill and best.work > CHEAP:
        tries = min(TRIES, max(2, TRIED_VARIABLES // len(graph)))
        rivals = (_try(graph, cardinalities, kept, seed) for seed in range(1, tries))
        best = min([best, *rivals], key=lambda outcome: outcome.work)
    return (*leading, *best.order)


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What one try came to: the order, the cells of all its tables, the fill it caused."""

    order: tuple[int, ...]
    work: float
    fill: float


def _interactions(scopes: Iterable[Sequence[int]]) -> Graph:
    graph: Graph = {}
    for scope in scopes:
        for variable in scope:
            graph.setdefault(variable, set()).update(scope)
    for variable, neighbours in graph.items():
        neighbours.discard(variable)
    return graph


def _strip_leaves(graph: Graph, kept: Collection[int]) -> list[int]:
    """Takes out variables with at most one neighbour: no order does better than them first."""
    order: list[int] = []
    waiting = [variable for variable in graph if len(graph[variable]) <= 1]
    for variable in waiting:
        if variable in kept or variable not in graph:
            continue
        order.append(variable)
        for neighbour in graph.pop(variable):
            graph[neighbour].discard(variable)
            if len(graph[neighbour]) == 1:
                waiting.append(neighbour)
    return order


class _Elimination:
    """One try under way: the graph as it stands, and the variables by how cheap they are now."""

    def __init__(self, graph: Graph, cardinalities: Sequence[int], noise: Iterator[float]) -> None:
        self.graph = {variable: set(neighbours) for variable, neighbours in graph.items()}
        self.cardinalities = cardinalities
        self.noise = noise
        self.price: dict[int, tuple[float, float, int]] = {}
        self.heap: list[tuple[float, float, int]] = []
        self.work = 0.0
        self.fill = 0.0

    def offer(self, variable: int) -> None:
        """Puts a price on eliminating a variable now."""
        neighbours = self.graph[variable]
        if len(neighbours) > HUB:
            price = (math.inf, float(len(neighbours)), variable)
        else:
            fill = sum(self._weight(pair) for pair in self._missing(neighbours))
            price = (fill * next(self.noise), self._table(variable) * next(self.noise), variable)
        if self.price.get(variable) != price:
            self.price[variable] = price
            heapq.heappush(self.heap, price)

    def cheapest(self) -> int:
        """The variable with the lowest standing price."""
        while True:
            price = heapq.heappop(self.heap)
            if self.price.get(price[2]) == price:
                return price[2]

    def eliminate(self, variable: int, kept: Collection[int]) -> None:
        """Takes a variable out, joins its neighbours, and prices anew whatever that touched."""
        self.work += self._table(variable)
        neighbours = self.graph.pop(variable)
        del self.price[variable]
        touched = set(neighbours)
        for neighbour in neighbours:
            self.graph[neighbour].discard(variable)
        for left, right in self._missing(neighbours):
            self.fill += self._weight((left, right))
            self.graph[left].add(right)
            self.graph[right].add(left)
            touched |= self.graph[left] & self.graph[right]
        for neighbour in sorted(touched.difference(kept)):
            self.offer(neighbour)

    def _missing(self, neighbours: set[int]) -> list[tuple[int, int]]:
        pairs = combinations(sorted(neighbours), 2)
        return [(left, right) for left, right in pairs if right not in self.graph[left]]

    def _weight(self, pair: tuple[int, int]) -> float:
        return float(self.cardinalities[pair[0]] * self.cardinalities[pair[1]])

    def _table(self, variable: int) -> float:
        sizes = (float(self.cardinalities[neighbour]) for neighbour in self.graph[variable])
        return math.prod(sizes, start=float(self.cardinalities[variable]))


def _try(
    graph: Graph, cardinalities: Sequence[int], kept: Collection[int], seed: int | None
) -> _Outcome:
    elimination = _Elimination(graph, cardinalities, _noise(seed))
    for variable in sorted(graph):
        if variable not in kept:
            elimination.offer(variable)
    order = []
    while elimination.price:
        order.append(elimination.cheapest())
        elimination.eliminate(order[-1], kept)
    return _Outcome(tuple(order), elimination.work, elimination.fill)


def _noise(seed: int | None) -> Iterator[float]:
    """Factors near one that break ties and try near misses; exactly one without a seed."""
    if seed is None:
        while True:
            yield 1.0
    generator = np.random.default_rng(seed)
    while True:
        yield from generator.uniform(0.7, 1.3, 256).tolist()
