import math

from hypothesis import given
from hypothesis import strategies as st

from deciban.units import (
    decibans,
    decibans_to_probability,
    probability_to_decibans,
    ratio,
)


def test_ten_decibans_are_tenfold_and_twenty_a_hundredfold() -> None:
    assert ratio(10.0) == 10.0
    assert ratio(20.0) == 100.0
    assert decibans(1.0) == 0.0
    assert math.isclose(decibans(0.5), -3.0103, abs_tol=1e-4)


def test_certainty_is_endlessly_many_decibans() -> None:
    assert probability_to_decibans(1.0) == math.inf
    assert probability_to_decibans(0.0) == -math.inf
    assert decibans_to_probability(math.inf) == 1.0
    assert decibans_to_probability(-math.inf) == 0.0


def test_a_weight_past_what_can_be_held_is_infinite_and_no_error() -> None:
    assert ratio(1e6) == math.inf
    assert ratio(-1e6) == 0.0


@given(st.floats(1e-12, 1.0 - 1e-9))
def test_probabilities_come_back_from_decibans(p: float) -> None:
    assert math.isclose(decibans_to_probability(probability_to_decibans(p)), p, rel_tol=1e-9)


@given(st.floats(-200.0, 200.0))
def test_opposite_log_odds_belong_to_a_thing_and_its_contrary(log_odds: float) -> None:
    together = decibans_to_probability(log_odds) + decibans_to_probability(-log_odds)
    assert math.isclose(together, 1.0)
