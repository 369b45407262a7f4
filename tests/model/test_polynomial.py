"""Polynomials in the written numbers."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deciban.model import Polynomial

COEFFICIENTS = st.floats(-4, 4).filter(lambda value: abs(value) > 1e-3)
MONOMIALS = st.lists(st.integers(0, 3), max_size=3).map(lambda indices: tuple(sorted(indices)))
VALUES = st.lists(st.floats(0, 1), min_size=4, max_size=4)


@st.composite
def polynomials(draw: st.DrawFn) -> Polynomial:
    total = Polynomial()
    for coefficient, monomial in draw(st.lists(st.tuples(COEFFICIENTS, MONOMIALS), max_size=4)):
        term = Polynomial.constant(coefficient)
        for index in monomial:
            term = term * Polynomial.number(index)
        total = total + term
    return total


@given(polynomials(), polynomials(), VALUES)
def test_arithmetic_on_polynomials_is_arithmetic_on_their_values(
    left: Polynomial, right: Polynomial, values: list[float]
) -> None:
    a, b = left.evaluate(values), right.evaluate(values)
    assert (left + right).evaluate(values) == pytest.approx(a + b, abs=1e-12)
    assert (left - right).evaluate(values) == pytest.approx(a - b, abs=1e-12)
    assert (left * right).evaluate(values) == pytest.approx(a * b, abs=1e-12)


@given(polynomials(), polynomials())
def test_equal_polynomials_are_one_value_however_they_were_made(
    left: Polynomial, right: Polynomial
) -> None:
    assert left + right == right + left
    assert hash(left + right) == hash(right + left)
    assert left - left == Polynomial()


@given(polynomials(), VALUES, st.integers(0, 3))
def test_the_derivative_is_the_slope(
    polynomial: Polynomial, values: list[float], index: int
) -> None:
    step = 1e-5
    above, below = list(values), list(values)
    above[index] += step
    below[index] -= step
    slope = (polynomial.evaluate(above) - polynomial.evaluate(below)) / (2 * step)
    assert polynomial.derivative(index).evaluate(values) == pytest.approx(slope, abs=1e-7)


def test_plain_numbers_mix_in_from_either_side() -> None:
    x = Polynomial.number(0)
    assert 1 - x == -x + 1
    assert 2 * x == x + x
    assert (0.5 + x) - 0.5 == x


def test_the_degree_counts_powers_of_one_number_only() -> None:
    x, y = Polynomial.number(0), Polynomial.number(1)
    polynomial = x * x * y + 3 * y
    assert (polynomial.degree(0), polynomial.degree(1), polynomial.degree(7)) == (2, 1, 0)
    assert polynomial.numbers() == (0, 1)


def test_terms_that_cancel_are_gone() -> None:
    x = Polynomial.number(0)
    assert (1 - x + x).terms == ((1.0, ()),)
    assert Polynomial.constant(0.0).terms == ()


def test_the_rest_of_a_full_row_is_exactly_nothing() -> None:
    rest = 1 - Polynomial.number(0) - Polynomial.number(1)
    assert math.fsum([1, -0.7, -0.3]) != 0
    assert rest.evaluate([0.7, 0.3]) == 0


def test_a_small_product_is_not_taken_for_rounding() -> None:
    x, y = Polynomial.number(0), Polynomial.number(1)
    assert (x - x * y).evaluate([1e-30, 0.5]) == 5e-31
    assert (x * (1 - y) * (1 - y)).evaluate([1e-30, 0.5]) == pytest.approx(2.5e-31)
