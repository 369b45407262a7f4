"""The choices that a row's ranges leave."""

from itertools import product
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from deciban.draws import Polytope, polytope_of
from deciban.findings.odds import Array
from deciban.model import GraphBuilder, Model

CLOSE = 1e-9


def model_of(ranges: list[tuple[float, float]], copies: list[int], *, rest: bool) -> Model:
    builder = GraphBuilder()
    shares = {}
    for place, ((low, high), times) in enumerate(zip(ranges, copies, strict=True)):
        builder.number(f"n{place}", (low + high) / 2, low, high, "probability")
        shares[f"n{place}"] = (times, (low + high) / 2)
    builder.row(shares, rest=rest)
    return builder.build()


def polytope(
    ranges: list[tuple[float, float]], copies: list[int] | None = None, *, rest: bool
) -> Polytope:
    model = model_of(ranges, copies or [1] * len(ranges), rest=rest)
    return polytope_of(model, model.rows[0])


@st.composite
def polytopes(draw: st.DrawFn) -> tuple[Polytope, list[tuple[float, float]], list[int]]:
    """Rows that leave some choice, with their ranges as written."""
    random = draw(st.integers(0, 2**32).map(Random))
    size = random.choice([1, 2, 3, 4])
    copies = [random.choice([1, 1, 1, 2, 3]) for _ in range(size)]
    inside = [random.random() for _ in range(size + 1)]
    rest = random.random() < 0.5
    total = sum(m * x for m, x in zip(copies, inside, strict=False)) + rest * inside[-1]
    ranges = []
    for share in inside[:size]:
        value = share / total
        low = max(0.0, value - random.choice([0.0, 0.1, 1.0]) * random.random())
        ranges.append((low, min(1.0, value + random.choice([0.0, 0.1, 1.0]) * random.random())))
    return polytope(ranges, copies, rest=rest), ranges, copies


def allowed(each: Polytope, ranges: list[tuple[float, float]], point: Array) -> bool:
    low, high = np.array(ranges).T
    total = float(each.copies @ point)
    whole = total <= 1.0 + CLOSE if each.rest else abs(total - 1.0) <= 1e-8
    return bool((low - 1e-8 <= point).all() and (point <= high + 1e-8).all() and whole)


@given(polytopes())
def test_every_corner_is_a_choice_that_the_row_allows(
    drawn: tuple[Polytope, list[tuple[float, float]], list[int]],
) -> None:
    each, ranges, _ = drawn
    assert len(each.vertices())
    assert all(allowed(each, ranges, corner) for corner in each.vertices())


@given(polytopes(), st.integers(0, 2**32))
def test_no_choice_beats_all_corners_whatever_is_sought(
    drawn: tuple[Polytope, list[tuple[float, float]], list[int]], seed: int
) -> None:
    each, ranges, _ = drawn
    rng = np.random.default_rng(seed)
    aim = rng.normal(size=len(ranges))
    best = (each.vertices() @ aim).max()
    grid = [np.linspace(low, high, 7) for low, high in ranges]
    for choice in product(*grid):
        point = np.array(choice)
        free = int(rng.integers(len(point)))
        if not each.rest:  # let one number take what the whole leaves it
            point[free] += (1.0 - each.copies @ point) / each.copies[free]
        if allowed(each, ranges, point):
            assert point @ aim <= best + 1e-7


@given(polytopes())
def test_the_ranges_are_tightened_to_what_corners_reach(
    drawn: tuple[Polytope, list[tuple[float, float]], list[int]],
) -> None:
    each, _, _ = drawn
    corners = each.vertices()
    assert corners.min(axis=0) == pytest.approx(each.low, abs=1e-8)
    assert corners.max(axis=0) == pytest.approx(each.high, abs=1e-8)


def test_ranges_with_room_to_spare_do_not_bind() -> None:
    each = polytope([(0.1, 0.3), (0.2, 0.4)], rest=True)
    assert not each.binds
    assert len(each.vertices()) == 4


def test_ranges_that_could_exceed_the_whole_bind() -> None:
    each = polytope([(0.1, 0.6), (0.2, 0.7)], rest=True)
    assert each.binds
    assert len(each.vertices()) == 5


def test_ranges_without_rest_lie_on_the_whole() -> None:
    each = polytope([(0.1, 0.6), (0.2, 0.7)], rest=False)
    np.testing.assert_allclose(sorted(each.vertices().tolist()), [[0.3, 0.7], [0.6, 0.4]])


def test_an_else_counts_as_often_as_it_speaks() -> None:
    each = polytope([(0.0, 0.5), (0.0, 0.5)], [1, 3], rest=False)
    corners = np.array(sorted(each.vertices().tolist()))
    assert corners == pytest.approx(np.array([[0.0, 1 / 3], [0.5, 1 / 6]]), abs=1e-9)


def test_a_row_that_leaves_no_choice_is_a_bug_of_whoever_read_it() -> None:
    with pytest.raises(ValueError, match="no choice"):
        polytope([(0.6, 0.7), (0.6, 0.7)], rest=True)
    with pytest.raises(ValueError, match="no choice"):
        polytope([(0.1, 0.2), (0.1, 0.2)], rest=False)
