"""A graph in which two-state variables choose between numbers: all mixtures are one model.

Every table that a moving number enters gets one axis more for whoever moves it, and stands there
twice: with the number as the first case has it, and as the second. However many tables a number
enters, its mover is one variable. Where a mover decides whether an item counts, the item is
observed in one state of the selector and weighs 1 in the other. Each of the two states is as good
as the other, so a selector has no table of its own; P(H, selectors | e) is the whole lattice.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING

import numpy as np

from deciban.model import Factor, Model, Number, Polynomial, Variable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deciban.findings.differing.frame import Frame

#: Movers that one table may hang from; it stands in the graph once for every choice among them.
MOST = 10
STATES = ("first", "second")


class TooManyChoosers(Exception):  # noqa: N818 (whoever catches it takes another way)
    """A table hangs from more movers than selectors are good for."""


def with_selectors(frame: Frame) -> tuple[Model, tuple[int, ...]]:
    """Answer a model with a selector for each mover, and which variables these are.

    Raises:
        TooManyChoosers: a table hangs from more movers than it may.
    """
    return _Selecting(frame).model()


class _Selecting:
    """The graph under construction."""

    def __init__(self, frame: Frame) -> None:
        self._frame, self._model = frame, frame.model
        base = self._model
        moving = np.flatnonzero((frame.owner >= 0) & (base.centrals != frame.taken)).tolist()
        self._twin = {index: len(base.numbers) + rank for rank, index in enumerate(moving)}
        self._numbers = [*base.numbers, *(self._second(index) for index in moving)]
        self._owner: dict[int, frozenset[int]] = {
            index: frozenset({int(frame.owner[index])}) for index in moving
        }
        self._mind_of: dict[int, tuple[int, int]] = {}
        for which, mind in enumerate(frame.minds):
            for cell, index in enumerate(range(mind.at.start, mind.at.stop)):
                self._owner[index] = frozenset(mind.movers)
                self._mind_of[index] = which, cell
        self._entries = list(base.entries)
        self._place = {polynomial: place for place, polynomial in enumerate(base.entries)}
        self._movers = [self._movers_of(polynomial) for polynomial in base.entries]
        self._known: dict[tuple[int, frozenset[int]], int] = {}

    def model(self) -> tuple[Model, tuple[int, ...]]:
        """The graph, and its selectors."""
        base, count = self._model, len(self._model.variables)
        selectors = tuple(range(count, count + self._frame.movers))
        factors = tuple(self._chosen(factor, selectors) for factor in base.factors)
        named = (Variable(f"selector {place}", STATES) for place in range(self._frame.movers))
        switches = tuple(self._switches(selectors))
        doubtful = {item for each in self._frame.switched for item in each.items}
        joined = replace(
            base,
            variables=(*base.variables, *named),
            numbers=tuple(self._numbers),
            entries=tuple(self._entries),
            factors=(*factors, *switches),
            items=tuple(item for place, item in enumerate(base.items) if place not in doubtful),
        )
        return joined, selectors

    def _switches(self, selectors: tuple[int, ...]) -> Iterator[Factor]:
        """For each item that may not count, what was observed where it does, and 1 where not."""
        one, none = (self._placed(Polynomial.constant(value)) for value in (1.0, 0.0))
        for switch in self._frame.switched:
            for place in switch.items:
                item = self._model.items[place]
                states = len(self._model.variables[item.variable].states)
                entries = np.full((len(STATES), states), one, dtype=np.intp)
                counts = entries[int(switch.counts)]
                counts[:] = none
                counts[item.state] = one
                entries.setflags(write=False)
                yield Factor((selectors[switch.mover], item.variable), entries, item.id)

    def _placed(self, polynomial: Polynomial) -> int:
        """The place of an entry, added where it is new."""
        place = self._place.setdefault(polynomial, len(self._entries))
        if place == len(self._entries):
            self._entries.append(polynomial)
        return place

    def _second(self, index: int) -> Number:
        """A number as the second case has it."""
        number, value = self._model.numbers[index], float(self._frame.taken[index])
        return replace(
            number, address=f"{number.address} second", central=value, low=value, high=value
        )

    def _movers_of(self, polynomial: Polynomial) -> frozenset[int]:
        owners = (self._owner.get(index, frozenset()) for index in polynomial.numbers())
        return frozenset().union(*owners)

    def _chosen(self, factor: Factor, selectors: tuple[int, ...]) -> Factor:
        """A table once for every choice among the movers that it hangs from."""
        entries, cells = np.unique(factor.entries, return_inverse=True)
        movers = sorted(frozenset().union(*(self._movers[entry] for entry in entries)))
        if not movers:
            return factor
        if len(movers) > MOST:
            raise TooManyChoosers
        choices = []
        for states in product((False, True), repeat=len(movers)):
            taken = frozenset(mover for mover, state in zip(movers, states, strict=True) if state)
            choices.append([self._entry(entry, taken) for entry in entries.tolist()])
        table = np.array(choices, dtype=np.intp)[:, cells.reshape(-1)]
        shape = (*([len(STATES)] * len(movers)), *factor.entries.shape)
        chosen = table.reshape(shape)
        chosen.setflags(write=False)
        variables = (*(selectors[mover] for mover in movers), *factor.variables)
        return replace(factor, variables=variables, entries=chosen)

    def _entry(self, entry: int, taken: frozenset[int]) -> int:
        """The place of an entry with some movers taken."""
        key = entry, taken & self._movers[entry]
        if key not in self._known:
            self._known[key] = self._placed(self._as_taken(self._model.entries[entry], key[1]))
        return self._known[key]

    def _as_taken(self, polynomial: Polynomial, taken: frozenset[int]) -> Polynomial:
        numbers = polynomial.numbers()
        if len(numbers) == 1 and numbers[0] in self._mind_of:
            which, cell = self._mind_of[numbers[0]]
            mind = self._frame.minds[which]
            choice = sum(1 << bit for bit, mover in enumerate(mind.movers) if mover in taken)
            return Polynomial.constant(float(mind.tables[choice, cell]))
        twins = {
            index: self._twin[index]
            for index in numbers
            if index in self._twin and int(self._frame.owner[index]) in taken
        }
        return polynomial.renamed(twins) if twins else polynomial
