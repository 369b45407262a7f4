"""The values of many polynomials at many points at once.

Notation: the written numbers at ``W`` points (draws) are an array (numbers, W). *Rows* is the array
of everything worked out from them, one row a value, one column a point; in order: the numbers
themselves, a row of ones, products of numbers, complements ``1 - x``, other sums, constants.
A polynomial is the index of its row; a bare number costs nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from deciban.engine.segments import NARROW, segments
from deciban.model.polynomial import ROUNDING, Polynomial

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from deciban.model.polynomial import Monomial

    Numbers = NDArray[np.float64]
    Indices = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class _Block:
    """Consecutive rows."""

    start: int
    stop: int

    @property
    def rows(self) -> slice:
        return slice(self.start, self.stop)

    def __bool__(self) -> bool:
        return self.stop > self.start


class Values:
    """Evaluates a fixed list of polynomials, whatever the numbers.

    Attributes:
        row: for every polynomial, the row that holds its value.
        constants: the values of those that never change, which stand in the last rows.
        size: how many rows there are.
    """

    def __init__(self, polynomials: Sequence[Polynomial], numbers: int) -> None:
        distinct = dict.fromkeys(polynomials)
        complements = [p for p in distinct if _complemented(p) is not None]
        constants = [p for p in distinct if not p.numbers()]
        plain = {*complements, *constants, *map(Polynomial.number, range(numbers))}
        sums = [p for p in distinct if p not in plain]
        self._one = numbers
        self._monomials = _monomials(sums)
        self._products = _Block(numbers + 1, numbers + 1 + len(self._monomials))
        self._complements = _Block(self._products.stop, self._products.stop + len(complements))
        self._sums = _Block(self._complements.stop, self._complements.stop + len(sums))
        self._sum_list = sums
        self.size = self._sums.stop + len(constants)
        self.constants = np.array([p.evaluate([]) for p in constants], dtype=np.float64)
        self._complemented = np.array([_complemented(p) for p in complements], dtype=np.intp)
        place = {Polynomial.number(index): index for index in range(numbers)}
        place |= {
            p: r for r, p in enumerate([*complements, *sums, *constants], self._products.stop)
        }
        self.row: Indices = np.array([place[p] for p in polynomials], dtype=np.intp)
        self._summers: dict[bool, _Sums] = {}

    @property
    def one(self) -> int:
        """The row of ones."""
        return self._one

    @property
    def moving(self) -> slice:
        """The rows that may change with the numbers."""
        return slice(0, self._sums.stop)

    def prepare(self, width: int) -> Numbers:
        """Fresh rows for so many points, with what never changes filled in."""
        rows = np.empty((self.size, width))
        rows[self._one] = 1.0
        rows[self._sums.stop :] = self.constants[:, None]
        return rows

    def fill(self, rows: Numbers, numbers: Numbers) -> None:
        """Works out every row.

        Args:
            rows: from ``prepare``, shape (size, W); written.
            numbers: the written numbers, shape (numbers, W).
        """
        rows[: self._one] = numbers
        rows[self._products.rows] = 1.0
        for factors, active in self._factors:
            start = self._products.start
            rows[start : start + active] *= rows.take(factors, axis=0)
        if self._complements:
            taken = rows.take(self._complemented, axis=0)
            np.subtract(1.0, taken, out=rows[self._complements.rows])
        if self._sums:
            rows[self._sums.rows] = self._summer(rows.shape[1])(rows)

    @cached_property
    def _factors(self) -> list[tuple[Indices, int]]:
        """The first number of every product, then the second, ...; longest products first."""
        degree = len(self._monomials[0]) if self._monomials else 0
        columns = [[m[place] for m in self._monomials if len(m) > place] for place in range(degree)]
        return [(np.array(column, dtype=np.intp), len(column)) for column in columns]

    def _summer(self, width: int) -> _Sums:
        wide = width > NARROW
        if wide not in self._summers:
            row = {m: self._products.start + place for place, m in enumerate(self._monomials)}
            self._summers[wide] = _Sums(self._sum_list, row, self._one, width)
        return self._summers[wide]


class _Sums:
    """Sums of terms, with what rounding leaves of a zero taken away.

    As in ``Polynomial.evaluate``: a sum that cancels, and is no larger than the rounding of its
    terms, is zero.
    """

    def __init__(
        self, polynomials: Sequence[Polynomial], row: dict[Monomial, int], one: int, width: int
    ) -> None:
        terms = [
            (place, coefficient, _row_of(monomial, row, one))
            for place, polynomial in enumerate(polynomials)
            for coefficient, monomial in polynomial.terms
        ]
        target = np.array([place for place, _, _ in terms], dtype=np.intp)
        self._sum = segments(target, len(polynomials), width)
        order = self._sum.order
        coefficients = np.array([coefficient for _, coefficient, _ in terms], dtype=np.float64)
        self._coefficients = coefficients[order, None]
        self._rows = np.array([source for _, _, source in terms], dtype=np.intp)[order]
        self._cancelling = np.array([polynomial.cancels for polynomial in polynomials])

    def __call__(self, rows: Numbers) -> Numbers:
        terms = rows.take(self._rows, axis=0)
        terms *= self._coefficients
        sums = self._sum(terms)
        if self._cancelling.any():
            rounding = ROUNDING * self._sum(np.abs(terms))
            noise = (np.abs(sums) <= rounding) & self._cancelling[:, None]
            sums[noise] = 0.0
        return sums


def _complemented(polynomial: Polynomial) -> int | None:
    """The number ``i`` of which the polynomial is ``1 - x_i``, if it is."""
    match polynomial.terms:
        case ((1.0, ()), (-1.0, (index,))):
            return index
        case _:
            return None


def _monomials(polynomials: Iterable[Polynomial]) -> list[Monomial]:
    """The products of two numbers or more that enter, longest first."""
    found = {m: None for p in polynomials for _, m in p.terms if len(m) > 1}
    return sorted(found, key=lambda monomial: (-len(monomial), monomial))


def _row_of(monomial: Monomial, row: dict[Monomial, int], one: int) -> int:
    if not monomial:
        return one
    return monomial[0] if len(monomial) == 1 else row[monomial]
