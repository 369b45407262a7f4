"""Derivatives are slopes."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.engine.random_models import random_model

from deciban.engine import solve
from deciban.model import GraphBuilder

SEEDS = st.integers(0, 2**32 - 1)
WORKED = settings(max_examples=100, deadline=None)


@WORKED
@given(SEEDS)
def test_every_derivative_is_the_central_difference(seed: int) -> None:
    model = random_model(seed, zeros=0.1)
    step = 1e-6
    numbers = model.centrals
    found = solve(model, 0, derivatives=True)
    shifts = step * np.eye(len(numbers))
    above = solve(model, 0, numbers=numbers[:, None] + shifts).log_z
    below = solve(model, 0, numbers=numbers[:, None] - shifts).log_z
    possible = np.isfinite(found.log_z)
    slopes = np.zeros_like(above)
    slopes[possible] = (above[possible] - below[possible]) / (2 * step)
    scale = 1 + np.abs(slopes)
    assert np.max(np.abs(found.by_number() - slopes) / scale, initial=0.0) < 1e-7


@WORKED
@given(SEEDS, st.integers(1, 3))
def test_log_z_is_homogeneous_in_the_cells_of_every_table(seed: int, items: int) -> None:
    """Euler: cells times derivatives sum to the number of tables, each of which enters once."""
    model = random_model(seed, items=items, zeros=0.0)
    solution = solve(model, 0, derivatives=True)
    values = np.array([entry.evaluate(model.centrals.tolist()) for entry in model.entries])
    possible = np.isfinite(solution.log_z)
    total = solution.by_entry @ values
    np.testing.assert_allclose(total[possible], len(model.factors), rtol=1e-10)


def test_an_impossible_lane_has_derivatives_of_zero() -> None:
    builder = GraphBuilder()
    h = builder.variable("h", ["possible", "impossible"])
    p = builder.number("p", 0.3, 0.0, 1.0, "probability")
    builder.factor([h], lambda state: p if state[0] == 0 else 0.0, "prior")
    builder.factor([h], lambda _: p, "more")
    solution = solve(builder.build(), h, derivatives=True)
    assert np.isneginf(solution.log_z[1])
    np.testing.assert_allclose(solution.by_number()[:, 0], [2 / 0.3, 0.0])
    assert not solution.by_entry[1].any()


def test_a_zero_that_could_have_been_something_has_a_derivative() -> None:
    builder = GraphBuilder()
    h = builder.variable("h", ["a", "b"])
    x = builder.variable("x", ["y", "n"])
    p = builder.number("p", 0.0, 0.0, 1.0, "probability")
    builder.factor([h, x], lambda state: p if state == (0, 0) else 0.25, "table")
    solution = solve(builder.build(), h, derivatives=True)
    np.testing.assert_allclose(solution.by_number()[:, 0], [4.0, 0.0])
