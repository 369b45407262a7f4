"""An entry of a table, as a polynomial in the numbers that were written down.

Notation: the written numbers are ``x_0, x_1, ...``. A *monomial* is the ascending tuple of the
indices it multiplies, repeated for powers: ``x_0 x_2^2`` is ``(0, 2, 2)`` and ``1`` is ``()``.
A *term* is a coefficient with its monomial.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

Monomial = tuple[int, ...]
Term = tuple[float, Monomial]

ROUNDING = 4 * 2.0**-52
"""A sum this small beside its terms' sizes added up is what rounding leaves of an exact zero."""


@dataclass(frozen=True, slots=True)
class Polynomial:
    """A polynomial in the written numbers, in one canonical form.

    Attributes:
        terms: (coefficient, monomial) by ascending monomial, each monomial once, none with
            coefficient zero. Equal polynomials therefore compare and hash equal.
    """

    terms: tuple[Term, ...] = ()

    @classmethod
    def constant(cls, value: float) -> Polynomial:
        """The polynomial that is ``value`` whatever the numbers are."""
        return _collect([(float(value), ())])

    @classmethod
    def number(cls, index: int) -> Polynomial:
        """The polynomial ``x_index``."""
        return cls(((1.0, (index,)),))

    def degree(self, index: int) -> int:
        """The highest power in which ``x_index`` enters."""
        return max((monomial.count(index) for _, monomial in self.terms), default=0)

    def numbers(self) -> tuple[int, ...]:
        """The indices of the numbers that enter, ascending, each once."""
        return tuple(sorted({index for _, monomial in self.terms for index in monomial}))

    def derivative(self, index: int) -> Polynomial:
        """The partial derivative in ``x_index``."""
        return _collect(
            (coefficient * monomial.count(index), _without_one(monomial, index))
            for coefficient, monomial in self.terms
            if index in monomial
        )

    def renamed(self, names: Mapping[int, int]) -> Polynomial:
        """The same polynomial in other numbers: ``x_names[i]`` wherever ``x_i`` stands."""
        return _collect(
            (coefficient, tuple(sorted(names.get(index, index) for index in monomial)))
            for coefficient, monomial in self.terms
        )

    @property
    def cancels(self) -> bool:
        """Whether rounding can leave a trace where the exact value is zero.

        A single term has nothing to cancel and a sum of two is rounded once, so only longer sums
        of mixed sign do: ``1 - 0.7 - 0.3`` is 5.6e-17 in doubles.
        """
        signs = {coefficient > 0 for coefficient, _ in self.terms}
        return len(self.terms) > 2 and len(signs) > 1  # noqa: PLR2004 [the two of the docstring]

    def evaluate(self, values: Sequence[float]) -> float:
        """The value at ``x = values``; a remainder of pure rounding counts as the zero it is."""
        products = [
            coefficient * math.prod(values[index] for index in monomial)
            for coefficient, monomial in self.terms
        ]
        total = math.fsum(products)
        if self.cancels and abs(total) <= ROUNDING * math.fsum(map(abs, products)):
            return 0.0
        return total

    def __add__(self, other: Polynomial | float) -> Polynomial:
        return _collect([*self.terms, *_lift(other).terms])

    def __sub__(self, other: Polynomial | float) -> Polynomial:
        return self + -_lift(other)

    def __mul__(self, other: Polynomial | float) -> Polynomial:
        return _collect(
            (a * b, tuple(sorted(left + right)))
            for a, left in self.terms
            for b, right in _lift(other).terms
        )

    def __neg__(self) -> Polynomial:
        return Polynomial(tuple((-coefficient, monomial) for coefficient, monomial in self.terms))

    def __radd__(self, other: float) -> Polynomial:
        return self + other

    def __rsub__(self, other: float) -> Polynomial:
        return -self + other

    def __rmul__(self, other: float) -> Polynomial:
        return self * other


def _lift(value: Polynomial | float) -> Polynomial:
    return value if isinstance(value, Polynomial) else Polynomial.constant(value)


def _collect(terms: Iterable[Term]) -> Polynomial:
    merged: dict[Monomial, float] = {}
    for coefficient, monomial in terms:
        merged[monomial] = merged.get(monomial, 0.0) + coefficient
    return Polynomial(tuple((merged[key], key) for key in sorted(merged) if merged[key]))


def _without_one(monomial: Monomial, index: int) -> Monomial:
    place = monomial.index(index)
    return monomial[:place] + monomial[place + 1 :]
