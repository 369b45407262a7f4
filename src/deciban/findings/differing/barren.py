"""Whether a model without some items is the model in which nobody observed them.

A variable that nobody observed, that stands in one table alone, and over which that table adds up
to 1 whatever else holds, says nothing of anything: it may be taken away with its table (Shachter
1986 calls it barren). Two models that are the same once all such are gone give every question that
is left the same answer, and tables are compared as polynomials in numbers with addresses: this is a
proof and no trial. A row adds up for whichever of two cases it is taken from, since it is taken as
a whole.
"""

from collections import Counter
from collections.abc import Collection, Sequence
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from deciban.model import Factor, Model, Polynomial

#: Sums this close to 1 are 1.
SAME = 1e-9
#: A polynomial in numbers by their addresses and values.
Term: TypeAlias = tuple[float, tuple[tuple[str, float], ...]]
Written: TypeAlias = tuple[Term, ...]


def same_unobserved(whole: Model, less: Model, left_out: Collection[str], query: str) -> bool:
    """Answer whether a model is another one in which nobody observed some items.

    Args:
        whole: the model with all items.
        less: the one without some.
        left_out: the ids of these.
        query: the name of the variable that is asked about, which stays.
    """
    return _Bare(whole, left_out, query).tables() == _Bare(less, (), query).tables()


class _Bare:
    """A model as far as it says anything."""

    def __init__(self, model: Model, left_out: Collection[str], query: str) -> None:
        self._model = model
        names = [variable.name for variable in model.variables]
        kept = [item for item in model.items if item.id not in left_out]
        self._seen = Counter((names[item.variable], item.state) for item in kept)
        self._stays = {item.variable for item in kept} | {names.index(query)}
        self._names = names
        self._tables_of: dict[int, set[int]] = {}
        for place, factor in enumerate(model.factors):
            for variable in factor.variables:
                self._tables_of.setdefault(variable, set()).add(place)
        self._prune()

    def tables(self) -> tuple[Counter[tuple[str, int]], Counter[object]]:
        """What is observed, and every table that is left."""
        left = set().union(*self._tables_of.values())
        written = _written(self._model)
        return self._seen, Counter(written[place] for place in left)

    def _prune(self) -> None:
        waiting = list(self._tables_of)
        while waiting:
            variable = waiting.pop()
            tables = self._tables_of.get(variable, set())
            if variable in self._stays or len(tables) != 1:
                continue
            (place,) = tables
            factor = self._model.factors[place]
            if self._adds_up(factor, variable):
                for each in factor.variables:
                    self._tables_of[each].discard(place)
                    waiting.append(each)

    def _adds_up(self, factor: Factor, variable: int) -> bool:
        """Whether a table adds up to 1 over a variable whatever else holds."""
        values = _values(self._model)[factor.entries]
        sums = values.sum(axis=factor.variables.index(variable))
        return bool((np.abs(sums - 1.0) < SAME).all())


def _values(model: Model) -> NDArray[np.float64]:
    """The value of every entry of a model."""
    kept = model.memo.get("barren values")
    if not isinstance(kept, np.ndarray):
        numbers = model.centrals.tolist()
        kept = np.array([each.evaluate(numbers) for each in model.entries])
        model.memo["barren values"] = kept
    return kept


def _written(model: Model) -> tuple[object, ...]:
    """Every table of a model by the names of its variables and of the numbers in it."""
    kept = model.memo.get("barren tables")
    if not isinstance(kept, tuple):
        names = [(number.address, number.central) for number in model.numbers]
        entries = [_as_written(each, names) for each in model.entries]
        kept = tuple(_table(model, factor, entries) for factor in model.factors)
        model.memo["barren tables"] = kept
    return kept


def _table(model: Model, factor: Factor, entries: Sequence[Written]) -> object:
    names = tuple(model.variables[variable].name for variable in factor.variables)
    cells = factor.entries.ravel().tolist()
    return names, factor.entries.shape, tuple(entries[cell] for cell in cells)


def _as_written(polynomial: Polynomial, names: Sequence[tuple[str, float]]) -> Written:
    """A polynomial by the addresses and the values of its numbers."""
    terms = (
        (coefficient, tuple(sorted(names[index] for index in each)))
        for coefficient, each in polynomial.terms
    )
    return tuple(sorted(terms))
