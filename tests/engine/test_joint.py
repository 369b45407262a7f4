"""Several variables kept at once: what each of their states comes to when it is given."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.engine.random_models import random_model
from tests.engine.test_range import sharp_reports

from deciban.engine import TooLarge, enumerate_joint, joint, solve, solve_joint
from deciban.model import GraphBuilder

if TYPE_CHECKING:
    from deciban.model import Model


def _observed(model: Model) -> dict[int, int]:
    return {item.variable: item.state for item in model.items}


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 2**32 - 1), st.integers(0, 3))
def test_every_state_of_what_is_kept_is_what_giving_it_comes_to(seed: int, many: int) -> None:
    model = random_model(seed, variables=6, factors=7, items=0)
    kept = np.random.default_rng(seed).permutation(range(1, 6))[:many].tolist()
    found = solve_joint(model, 0, kept)
    states = [range(model.cardinalities[variable]) for variable in kept]
    assert found.shape == tuple(model.cardinalities[variable] for variable in (0, *kept))
    for chosen in product(*states):
        expected = enumerate_joint(model, 0, dict(zip(kept, chosen, strict=True)))
        cell = np.array([state[chosen] for state in found])
        np.testing.assert_allclose(cell, expected, rtol=1e-10, atol=1e-10)


@settings(max_examples=50, deadline=None)
@given(st.integers(0, 2**32 - 1))
def test_what_is_observed_stays_so(seed: int) -> None:
    model = random_model(seed, variables=5, factors=6, items=2)
    kept = [place for place in (1, 2, 3, 4) if place not in _observed(model)][:2]
    if 0 in _observed(model):
        with pytest.raises(ValueError, match="kept"):
            solve_joint(model, 0, kept)
        return
    found = solve_joint(model, 0, kept)
    whole = np.logaddexp.reduce(found.reshape(len(found), -1), axis=1)
    np.testing.assert_allclose(whole, solve(model, 0).log_z, rtol=1e-10, atol=1e-10)


@pytest.mark.parametrize("barred", [False, True])
@pytest.mark.parametrize("reports", [10, 2000])
def test_nothing_underflows(reports: int, barred: bool) -> None:  # noqa: FBT001 (a case)
    model = sharp_reports(reports, barred=barred)
    found = solve_joint(model, 0, [1])
    for state in (0, 1):
        expected = solve(model, 0, given={**_observed(model), 1: state}).log_z
        np.testing.assert_allclose(found[:, state], expected, rtol=1e-10)


def test_two_items_that_disagree_leave_nothing_possible() -> None:
    builder = GraphBuilder()
    h, kept, seen = (builder.variable(name, ["a", "b"]) for name in ("h", "kept", "seen"))
    builder.factor([h, kept, seen], lambda _: 0.5, "all")
    builder.observe("one", "event", seen, 0)
    builder.observe("other", "event", seen, 1)
    assert np.isneginf(solve_joint(builder.build(), h, [kept])).all()


def test_what_is_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(joint, "LARGEST_TABLE", 2)
    with pytest.raises(TooLarge):
        solve_joint(random_model(1, items=0), 0, [1, 2])
