"""In which power the written numbers enter Z.

Z sums products of one cell from each table, so the degree of Z in some numbers together is at most
the sum, over the tables, of the highest degree of a cell in them.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from deciban.model import Model
from deciban.model.polynomial import Monomial


@dataclass(frozen=True, slots=True)
class Degrees:
    """The monomials of every table, and the tables that every number enters."""

    monomials: tuple[tuple[Monomial, ...], ...]
    tables: tuple[tuple[int, ...], ...]

    def joint(self, numbers: Iterable[int]) -> int:
        """Answer the highest degree of Z in these numbers together.

        Args:
            numbers: their positions in the model.
        """
        members = frozenset(numbers)
        tables = dict.fromkeys(table for number in sorted(members) for table in self.tables[number])
        return sum(
            max(sum(index in members for index in monomial) for monomial in self.monomials[table])
            for table in tables
        )


def degrees_of(model: Model) -> Degrees:
    """Answer the degrees of a model, worked out once."""
    kept = model.memo.get("degrees")
    if not isinstance(kept, Degrees):
        kept = model.memo["degrees"] = _degrees(model)
    return kept


def _degrees(model: Model) -> Degrees:
    monomials = []
    tables: list[dict[int, None]] = [{} for _ in model.numbers]
    for place, factor in enumerate(model.factors):
        found = dict.fromkeys(
            monomial
            for entry in np.unique(factor.entries).tolist()
            for _, monomial in model.entries[entry].terms
        )
        monomials.append(tuple(found))
        for monomial in found:
            for number in monomial:
                tables[number][place] = None
    return Degrees(tuple(monomials), tuple(tuple(each) for each in tables))
