"""Nothing underflows, however many items there are and however sharp."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import pytest
from tests.engine.random_models import random_model

from deciban.engine import guard, plan_of, run, solve
from deciban.model import GraphBuilder, Model

if TYPE_CHECKING:
    from numpy.typing import NDArray

REPORTS = 2000


def sharp_reports(reports: int, *, barred: bool = False, own_fact: bool = False) -> Model:
    """Reports that agree, each right 999 times in 1000.

    Args:
        reports: how many.
        barred: the first hypothesis excludes what the reports say; otherwise it makes it likelier.
        own_fact: every report has a fact of its own, instead of all having one.
    """
    builder = GraphBuilder()
    h = builder.variable("h", ["first", "second"])
    right = builder.number("right", 0.999, 0.99, 1.0, "probability")
    likely = builder.number("likely", 0.0 if barred else 0.6, 0.0, 1.0, "probability")
    builder.factor([h], lambda _: 0.5, "prior")
    fact = -1
    for index in range(reports):
        if own_fact or fact < 0:
            fact = builder.variable(f"fact{index}", ["so", "not so"])
            builder.factor(
                [h, fact],
                lambda s: (likely if s[1] == 0 else 1 - likely) if s[0] == 0 else 0.5,
                f"fact{index}",
            )
        said = builder.variable(f"said{index}", ["so", "not so"])
        builder.factor([fact, said], lambda s: right if s[0] == s[1] else 1 - right, f"r{index}")
        builder.observe(f"r{index}", "report", said, 0)
    return builder.build()


def assert_close(found: NDArray[np.float64], expected: NDArray[np.float64]) -> None:
    np.testing.assert_allclose(found, expected, rtol=1e-11, atol=1e-12)


def log_of_mixture(share: float, reports: int) -> float:
    """log(share .999^n + (1 - share) .001^n), by hand."""
    terms = [
        math.log(weight) + reports * math.log(chance)
        for weight, chance in ((share, 0.999), (1 - share, 0.001))
        if weight
    ]
    return max(terms) + math.log(math.fsum(math.exp(term - max(terms)) for term in terms))


@pytest.mark.parametrize("barred", [False, True])
@pytest.mark.parametrize("reports", [1, 50, 500, REPORTS])
def test_sharp_reports_on_one_fact_neither_underflow_nor_contradict(
    reports: int, *, barred: bool
) -> None:
    solution = solve(sharp_reports(reports, barred=barred), 0, derivatives=True)
    share = 0.0 if barred else 0.6
    expected = [math.log(0.5) + log_of_mixture(s, reports) for s in (share, 0.5)]
    np.testing.assert_allclose(solution.log_z, expected, rtol=1e-12)
    slope = reports * (-1 / (1 - 0.999) if barred else 1 / 0.999)
    if reports > 1:
        np.testing.assert_allclose(solution.by_number()[0, 0], slope, rtol=1e-9)


def test_sharp_reports_on_facts_of_their_own_need_a_scale_for_each_hypothesis() -> None:
    model = sharp_reports(REPORTS, own_fact=True)
    solution = solve(model, 0, derivatives=True)
    chances = [0.6 * 0.999 + 0.4 * 0.001, 0.5]
    expected = [math.log(0.5) + REPORTS * math.log(chance) for chance in chances]
    np.testing.assert_allclose(solution.log_z, expected, rtol=1e-12)
    slope = REPORTS * (0.999 - 0.001) / chances[0]
    np.testing.assert_allclose(solution.by_number()[:, 1], [slope, 0.0], rtol=1e-10, atol=1e-10)
    np.testing.assert_allclose(
        solution.marginal(1)[:, 0], [0.6 * 0.999 / chances[0], 0.4 * 0.001 / chances[0]], rtol=1e-10
    )


@pytest.mark.parametrize("barred", [False, True])
@pytest.mark.parametrize("own_fact", [False, True])
def test_leaving_one_of_many_sharp_reports_out_is_exact(*, barred: bool, own_fact: bool) -> None:
    model = sharp_reports(REPORTS, barred=barred, own_fact=own_fact)
    nothing = np.zeros((REPORTS, 1), dtype=np.bool_)
    found = solve(model, 0, withheld=nothing, derivatives=True).log_z_without()[:, :, 0]
    fewer = solve(sharp_reports(REPORTS - 1, barred=barred, own_fact=own_fact), 0).log_z
    np.testing.assert_allclose(found, np.tile(fewer, (REPORTS, 1)), rtol=1e-11)


def test_draws_of_different_sharpness_each_have_their_own_scale() -> None:
    model = sharp_reports(REPORTS, own_fact=True)
    right = np.array([0.5, 0.9, 0.999, 1.0])
    numbers = np.stack([right, np.full(4, 0.6)])
    log_z = solve(model, 0, numbers=numbers).log_z
    chance = 0.6 * right + 0.4 * (1 - right)
    np.testing.assert_allclose(log_z[0], math.log(0.5) + REPORTS * np.log(chance), rtol=1e-12)


def test_weights_far_above_one_do_not_overflow() -> None:
    builder = GraphBuilder()
    h = builder.variable("h", ["a", "b"])
    ratio = builder.number("ratio", 1e9, 1.0, 1e12, "decibans")
    for index in range(200):
        builder.factor([h], lambda state: ratio if state[0] == 0 else 1.0, f"w{index}")
    solution = solve(builder.build(), h, derivatives=True)
    np.testing.assert_allclose(solution.log_z, [200 * math.log(1e9), 0.0], rtol=1e-12)
    np.testing.assert_allclose(solution.by_number()[:, 0], [200 / 1e9, 0.0], rtol=1e-12)
    np.testing.assert_allclose(solution.posterior, [1.0, 0.0])


def test_a_certainty_outweighs_any_number_of_sharp_reports() -> None:
    """No common scale fits both states of the fact: the run is made in logarithms."""
    model = sharp_reports(REPORTS, barred=True)
    solution = solve(model, 0, derivatives=True)
    np.testing.assert_allclose(solution.marginal(1)[:, 0], [0.0, 1.0])
    np.testing.assert_allclose(solution.marginal(1)[:, 1], [1.0, 0.0])


def test_a_table_for_many_reports_stays_small() -> None:
    for soft in (False, True):
        cost = plan_of(sharp_reports(REPORTS), 0, soft=soft).cost
        assert cost.biggest_table <= 8
        assert cost.floats < 40 * REPORTS


@pytest.mark.parametrize("stored", [400.0, 12.0, -1.0])
@pytest.mark.parametrize("soft", [False, True])
def test_scaled_and_logarithmic_runs_agree_with_plain_ones(
    stored: float, *, soft: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Held to no bits at all, every run is scaled, or given up for logarithms."""
    for seed in range(60):
        model = random_model(seed, zeros=0.1)
        sets = np.random.default_rng(seed).random((len(model.items), 5)) < 0.5
        withheld = sets if soft else None
        plain = solve(model, 0, withheld=withheld, derivatives=True)
        with monkeypatch.context() as patch:
            patch.setattr(run, "SAFE_BITS", -1.0)
            patch.setattr(guard, "STORED_BITS", stored)
            other = solve(model, 0, withheld=withheld, derivatives=True)
        assert_close(other.log_z, plain.log_z)
        assert_close(other.by_entry, plain.by_entry)
        assert_close(other.by_number(), plain.by_number())
        if soft:
            assert_close(other.log_z_without(), plain.log_z_without())
        for mine, theirs in zip(other.marginals(), plain.marginals(), strict=True):
            assert_close(mine, theirs)
