"""One choice of tables, and all that moves in it: numbers, and the cells of minds' tables.

Notation: ``n`` movers, ``S`` sets of them; a mover in a set is as the second case has it.
"""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from deciban.engine import TooLarge, solve, solve_joint
from deciban.findings.differing.selectors import TooManyChoosers, with_selectors
from deciban.findings.odds import Array, log_odds
from deciban.model import Item, Model

Sets = NDArray[np.bool_]

#: Columns of one batch that are held at once.
CHUNK = 8192
#: So many movers, and a batch is sooner done than a graph with a selector for each.
FEW = 4


@dataclass(frozen=True, slots=True)
class Cells:
    """A mind's table for each choice among the movers that move it.

    Attributes:
        at: where its cells stand among the numbers.
        movers: which movers move it.
        tables: the cells for every choice among these, shape (2^m, cells); the first of them is
            the lowest bit.
    """

    at: slice
    movers: tuple[int, ...]
    tables: Array

    def chosen(self, present: Sets) -> Array:
        """The cells in each set of movers, shape (cells, S)."""
        bits = (1 << np.arange(len(self.movers)))[:, None]
        cells: Array = self.tables[(present[list(self.movers)] * bits).sum(axis=0)].T
        return cells


@dataclass(frozen=True, slots=True)
class Switched:
    """A mover that decides whether some items count at all.

    Attributes:
        mover: which mover.
        items: their places among the items of the model, which has them all.
        counts: whether they count where the mover is taken, rather than where it is not.
    """

    mover: int
    items: tuple[int, ...]
    counts: bool


@dataclass(frozen=True, slots=True)
class Frame:
    """One model with everything that moves in it.

    Attributes:
        model: the model as the first case has it, and with every item that either has; the cells of
            minds that move are numbers.
        query: the variable asked about.
        lanes: the states of the query that are told.
        taken: every number with all movers taken, shape (numbers,).
        owner: for every number the mover that moves it, or -1, shape (numbers,).
        minds: the tables of the minds that move.
        switched: the movers that decide whether items count.
        movers: ``n``.
    """

    model: Model
    query: int
    lanes: tuple[int, ...]
    taken: Array
    owner: NDArray[np.intp]
    minds: tuple[Cells, ...]
    switched: tuple[Switched, ...]
    movers: int

    def odds(self, present: Sets) -> Array:
        """The log-odds in each set of movers, shape (H, S).

        Not a number where a hypothesis that both cases hold possible is none.
        """
        told = self.log_z(present)
        return np.where(np.isfinite(told).all(axis=0), log_odds(told), np.nan)

    def log_z(self, present: Sets) -> Array:
        """The logarithm of Z of each hypothesis in each set of movers, shape (H, S)."""
        lanes = list(self.lanes)
        if not self.movers:
            still = solve(self.model, self.query).log_z[lanes, None]
            return np.repeat(still, present.shape[1], axis=1)
        starts = range(0, present.shape[1], CHUNK)
        parts = (present[:, start : start + CHUNK] for start in starts)
        return np.concatenate([self.log_z_at(self.numbers(each), each) for each in parts], axis=1)

    def log_z_at(self, numbers: Array, present: Sets) -> Array:
        """The same at any numbers, shape (numbers, S), with the items of each set of movers."""
        if not self.switched:
            return solve(self.model, self.query, numbers=numbers).log_z[list(self.lanes)]
        doubtful = [item for each in self.switched for item in each.items]
        items = [self.model.items[item] for item in doubtful]
        certain = [each for place, each in enumerate(self.model.items) if place not in doubtful]
        withheld = np.concatenate(
            [
                np.repeat((present[each.mover] != each.counts)[None], len(each.items), axis=0)
                for each in self.switched
            ]
        )
        solution = solve(
            self._with_items(tuple(items)),
            self.query,
            numbers=numbers,
            given={item.variable: item.state for item in certain},
            withheld=withheld,
        )
        return solution.log_z[list(self.lanes)]

    def _with_items(self, items: tuple[Item, ...]) -> Model:
        """The model with these items alone; the same one each time, so that it is planned once."""
        known = self.model.memo.get(("with items", items))
        if not isinstance(known, Model):
            known = self.model.memo["with items", items] = replace(self.model, items=items)
        return known

    def numbers(self, present: Sets) -> Array:
        """Every number in each set of movers, shape (numbers, S)."""
        moved = np.flatnonzero(self.owner >= 0)
        numbers = np.repeat(self.model.centrals[:, None], present.shape[1], axis=1)
        chosen = present[self.owner[moved]]
        numbers[moved] = np.where(chosen, self.taken[moved, None], numbers[moved])
        for mind in self.minds:
            numbers[mind.at] = mind.chosen(present)
        return numbers

    def every(self) -> Array:
        """The logarithm of Z in all sets, shape (H, 2^n); the first mover is the lowest bit.

        One run over the graph with a two-state selector for each mover, where that is to be had.
        """
        sets = every_set(self.movers)
        if self.movers <= FEW:
            return self.log_z(sets)
        try:
            model, selectors = with_selectors(self)
            log_z = solve_joint(model, self.query, selectors[::-1])
        except (TooLarge, TooManyChoosers):
            return self.log_z(sets)
        return log_z[list(self.lanes)].reshape(len(self.lanes), -1)


def every_set(count: int) -> Sets:
    """Answer all sets of so many, shape (count, 2^count); the first is the lowest bit."""
    sets: Sets = (np.arange(1 << count) >> np.arange(count)[:, None]) & 1 == 1
    return sets
