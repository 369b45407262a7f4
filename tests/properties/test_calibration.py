"""In worlds whose truth is known, answers are as often right as they say, and ranges hold.

Seeds are fixed. Over ten bins a calibrated answer is off by a chi-squared of ten degrees, which is
above ``CHI_SQUARED`` once in ten thousand; each of the five structures is one try.
"""

from collections.abc import Iterator
from functools import cache

import numpy as np
import pytest
from tests.draws.worlds import STRUCTURES, Array, Worlds, misfit, simulated

from deciban.draws import draws
from deciban.findings import ranges as ranges_module
from deciban.model import Model

WORLDS = 20_000
CHI_SQUARED = 35.6
NAMES = tuple(STRUCTURES)


@cache
def worlds_of(name: str) -> Worlds:
    return simulated(STRUCTURES[name], WORLDS)


def off(chances: Array, worlds: Worlds) -> float:
    """How far chances are off the truth, in chi-squared."""
    return float((misfit(chances, worlds.true) ** 2).sum())


@pytest.mark.parametrize("name", NAMES)
def test_who_knows_the_true_numbers_is_calibrated(name: str) -> None:
    worlds = worlds_of(name)
    assert off(worlds.under_truth, worlds) < CHI_SQUARED


@pytest.mark.parametrize("name", NAMES)
def test_who_weighs_all_numbers_within_their_ranges_is_calibrated(name: str) -> None:
    worlds = worlds_of(name)
    assert off(worlds.over_draws, worlds) < CHI_SQUARED


@pytest.mark.parametrize("name", NAMES)
def test_the_answer_at_the_central_values_is_right_within_three_points(name: str) -> None:
    worlds = worlds_of(name)
    for place in range(10):
        bin_ = np.minimum((worlds.central * 10).astype(np.intp), 9) == place
        if bin_.sum() > 500:
            frequency = worlds.true[bin_].mean()
            chance = 4.0 * np.sqrt(0.25 / bin_.sum())
            assert abs(worlds.central[bin_].mean() - frequency) < 0.03 + chance


@pytest.mark.parametrize("name", NAMES)
def test_the_range_holds_the_answer_under_the_true_numbers_in_nine_worlds_of_ten(name: str) -> None:
    assert 0.85 < worlds_of(name).covered.mean() < 0.95


@pytest.mark.parametrize("name", NAMES)
def test_an_answer_that_is_too_sure_of_itself_is_found_out(name: str) -> None:
    worlds = worlds_of(name)
    odds = (worlds.under_truth / (1.0 - worlds.under_truth)) ** 1.25
    assert off(odds / (1.0 + odds), worlds) > CHI_SQUARED


@pytest.mark.parametrize("part", [0.7, 1.4])
def test_a_sampler_that_draws_too_narrow_or_too_wide_is_found_out(
    part: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    def crooked(model: Model, count: int, *, seed: int, chunk: int) -> Iterator[Array]:
        middle = np.array([(number.low + number.high) / 2 for number in model.numbers])[:, None]
        for block in draws(model, count, seed=seed, chunk=chunk):
            yield np.clip(middle + part * (block - middle), 1e-6, 1.0)

    monkeypatch.setattr(ranges_module, "draws", crooked)
    covered = simulated(STRUCTURES["a silence"], WORLDS).covered.mean()
    assert not 0.85 < covered < 0.95


def test_a_sampler_that_sees_no_whole_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """The prior's two numbers drawn each for itself, and then made to fit."""

    def crooked(model: Model, count: int, *, seed: int, chunk: int) -> Iterator[Array]:
        for block in draws(model, count, seed=seed, chunk=chunk):
            block[0] = 0.35 + 0.25 * block[0] ** 3
            block[1] = 1.0 - block[0]
            yield block

    monkeypatch.setattr(ranges_module, "draws", crooked)
    covered = simulated(STRUCTURES["a relay"], WORLDS).covered.mean()
    assert not 0.85 < covered < 0.95
