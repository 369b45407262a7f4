"""What one number of a row drags along, against how the row settles when it is read again."""

import math
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deciban.model import GraphBuilder, Model, legs_of
from deciban.units import Judgement, Measure, Rest, Row, settle_row

Written = dict[str, Judgement | Rest]


def point(value: float) -> Judgement:
    return Judgement("", value, value, value)


def between(low: float, central: float, high: float) -> Judgement:
    return Judgement("", central, low, high, Measure.PROBABILITY)


def outcomes_of(written: Written, by_else: int) -> list[str]:
    return [*(name for name in written if name != "else"), *(f"e{n}" for n in range(by_else))]


def model_of(written: Written, by_else: int = 0) -> Model | None:
    """A row as the compiler would have it; None where it cannot be settled."""
    outcomes = outcomes_of(written, by_else)
    settled = settle_row(written, outcomes)
    if not isinstance(settled, Row):
        return None
    builder = GraphBuilder()
    shares: dict[str, tuple[int, float]] = {}
    for name, judgement in written.items():
        if isinstance(judgement, Judgement):
            share = settled.shares[outcomes.index("e0" if name == "else" else name)]
            builder.number(name, share.central, share.low, share.high, "probability")
            shares[name] = (by_else if name == "else" else 1, judgement.central)
    builder.row(shares, rest=any(isinstance(each, Rest) for each in written.values()))
    return builder.build()


@st.composite
def rows(draw: st.DrawFn) -> tuple[Written, int]:
    """Rows of points and ranges, with and without rest or `else`; not all can be settled."""
    random = draw(st.integers(0, 2**32).map(Random))
    written: Written = {}
    by_else = random.choice([0, 0, 2, 3])
    names = ["a", "b", "c", "d"][: random.choice([1, 2, 3, 4])]
    for name in [*names, *(["else"] if by_else else [])]:
        central = random.random() * random.choice([0.3, 0.7, 1.0])
        low, high = central * random.random(), central + (1.0 - central) * random.random()
        written[name] = random.choice([point(central), between(low, central, high)])
    kind = random.choice(["rest", "ranges", "points"])
    if kind == "rest":
        written["z"] = Rest()
    if kind == "points":
        total = math.fsum(
            (by_else if name == "else" else 1) * each.central
            for name, each in written.items()
            if isinstance(each, Judgement)
        )
        written = {
            name: point(each.central / total)
            for name, each in written.items()
            if isinstance(each, Judgement)
        }
    return written, by_else


@given(rows(), st.floats(0.0, 1.0))
def test_the_others_stand_where_the_row_settles_when_it_is_read_again(
    row: tuple[Written, int], share: float
) -> None:
    written, by_else = row
    model = model_of(written, by_else)
    if model is None:
        return
    for place, number in enumerate(model.numbers):
        for leg in legs_of(model, place):
            value = min(leg.start + share * (leg.end - leg.start), leg.end)
            others = {
                model.numbers[other].address: at
                for other, at in zip(leg.others, leg.others_at(value), strict=True)
            }
            again = {**written, number.address: point(value)}
            if leg.by_hand:
                again |= {name: point(at) for name, at in others.items()}
            assert 0.0 <= leg.start <= leg.end <= 1.0
            settled = model_of(again, by_else)
            assert settled is not None, again
            found = {each.address: each.central for each in settled.numbers}
            assert {name: found[name] for name in others} == pytest.approx(others, abs=1e-6)


@given(rows(), st.floats(0.0, 1.0))
def test_where_no_leg_leads_the_row_cannot_be_read(row: tuple[Written, int], value: float) -> None:
    written, by_else = row
    model = model_of(written, by_else)
    if model is None:
        return
    for place, number in enumerate(model.numbers):
        legs = legs_of(model, place)
        if any(leg.start - 2e-6 <= value <= leg.end + 2e-6 for leg in legs):
            continue
        if value == pytest.approx(number.central, abs=2e-6):
            continue  # as it stands, whether or not it can be moved
        assert model_of({**written, number.address: point(value)}, by_else) is None


@given(rows())
def test_the_central_values_lie_on_a_leg(row: tuple[Written, int]) -> None:
    model = model_of(*row)
    if model is None:
        return
    for place, number in enumerate(model.numbers):
        legs = [leg for leg in legs_of(model, place) if not leg.by_hand]
        on = [leg for leg in legs if leg.start - 1e-9 <= number.central <= leg.end + 1e-9]
        if legs and on:
            others = on[0].others_at(number.central)
            centrals = [model.numbers[other].central for other in on[0].others]
            assert others == pytest.approx(centrals, abs=1e-5)
        assert on or not legs


@given(rows())
def test_legs_meet_end_to_end(row: tuple[Written, int]) -> None:
    model = model_of(*row)
    if model is None:
        return
    for place in range(len(model.numbers)):
        legs = legs_of(model, place)
        for one, other in pairwise(legs):
            assert one.end == pytest.approx(other.start)
            assert one.at_end == pytest.approx(other.at_start)


def test_a_number_of_its_own_goes_from_nothing_to_certainty() -> None:
    builder = GraphBuilder()
    builder.number("p", 0.3, 0.2, 0.4, "probability")
    builder.number("x", 2.0, 1.0, 4.0, "ratio")
    model = builder.build()
    (chance,), (ratio,) = legs_of(model, 0), legs_of(model, 1)
    assert (chance.start, chance.end, chance.others) == (0.0, 1.0, ())
    assert (ratio.start, ratio.end) == (0.0, math.inf)


def test_others_that_together_ask_for_more_than_all_only_ever_give_way() -> None:
    model = model_of(
        {
            "a": between(0.0, 0.05, 0.1),
            "b": between(0.4, 0.55, 0.7),
            "c": between(0.5, 0.65, 0.8),
        }
    )
    assert model is not None
    (leg,) = legs_of(model, 0)
    assert leg.start == 0.0
    assert leg.end == pytest.approx(0.1)
    assert leg.others_at(0.1) == pytest.approx((0.4, 0.5))


def test_points_that_fill_a_row_keep_their_proportions_by_hand() -> None:
    model = model_of({"a": point(0.5), "b": point(0.3), "c": point(0.2)})
    assert model is not None
    (leg,) = legs_of(model, 0)
    assert leg.by_hand
    assert leg.others_at(0.8) == pytest.approx((0.12, 0.08))
