import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deciban.problem import CODES, Problem
from deciban.span import Span
from deciban.units import Judgement, Measure, Rest, Row, read_share, settle_row

HERE = Span("case.yaml", 7, 13, 100, 106)


def entry(text: str) -> Judgement | Rest:
    share = read_share(text, "icd203", HERE)
    assert not isinstance(share, Problem), str(share)
    return share


def settle(written: dict[str, str], outcomes: str = "kept demands attack") -> Row | Problem:
    return settle_row({key: entry(text) for key, text in written.items()}, outcomes.split(), HERE)


def row(written: dict[str, str], outcomes: str = "kept demands attack") -> Row:
    settled = settle(written, outcomes)
    assert isinstance(settled, Row), str(settled)
    return settled


def centrals(settled: Row) -> list[float]:
    return [share.central for share in settled.shares]


def test_rest_takes_what_the_others_leave_over() -> None:
    settled = row({"kept": "40%", "demands": "30..50%", "attack": "rest"})
    assert centrals(settled) == pytest.approx([0.4, 0.4, 0.2])
    assert settled.shares[2].low == pytest.approx(0.1)
    assert settled.shares[2].high == pytest.approx(0.3)
    assert settled.rest == (2,)
    assert settled.by_else == ()


def test_the_order_is_that_of_the_outcomes_and_not_of_the_writing() -> None:
    settled = row({"attack": "rest", "demands": "30%", "kept": "60%"})
    assert settled.outcomes == ("kept", "demands", "attack")
    assert centrals(settled) == pytest.approx([0.6, 0.3, 0.1])


def test_points_that_add_up_stay_as_written() -> None:
    assert centrals(row({"kept": "1/3", "demands": "1/3", "attack": "1/3"})) == [1 / 3] * 3


def test_else_gives_its_number_to_every_outcome_not_named() -> None:
    settled = row({"kept": "40%", "else": "30%"})
    assert centrals(settled) == pytest.approx([0.4, 0.3, 0.3])
    assert settled.by_else == (1, 2)
    assert settled.rest == ()


def test_else_rest_splits_what_is_left_evenly() -> None:
    settled = row({"kept": "40..60%", "else": "rest"})
    assert centrals(settled) == pytest.approx([0.5, 0.25, 0.25])
    assert settled.shares[1].low == pytest.approx(0.2)
    assert settled.shares[1].high == pytest.approx(0.3)
    assert settled.rest == settled.by_else == (1, 2)


def test_centrals_that_add_up_to_too_much_go_the_same_share_of_the_way_down() -> None:
    settled = row({"kept": "60..80%", "demands": "30..50%", "attack": "0..10%"})
    assert math.fsum(centrals(settled)) == pytest.approx(1.0)
    ways = [
        (middle - share.central) / (middle - share.low)
        for middle, share in zip([0.7, 0.4, 0.05], settled.shares, strict=True)
    ]
    assert ways == pytest.approx([ways[0]] * 3)


def test_centrals_that_fall_short_go_the_same_share_of_the_way_up() -> None:
    settled = row({"kept": "0..20%", "demands": "10..40%", "attack": "10..90%"})
    assert math.fsum(centrals(settled)) == pytest.approx(1.0)
    ways = [
        (share.central - middle) / (share.high - middle)
        for middle, share in zip([0.1, 0.25, 0.5], settled.shares, strict=True)
    ]
    assert ways == pytest.approx([0.15 / 0.65] * 3)


def test_rest_keeps_the_end_of_its_range_where_centrals_leave_nothing() -> None:
    settled = row({"kept": "60..80%", "demands": "30..50%", "attack": "rest"})
    assert centrals(settled)[2] == 0.0
    assert math.fsum(centrals(settled)) == pytest.approx(1.0)
    assert settled.shares[2].high == pytest.approx(0.1)


def test_a_share_keeps_what_its_range_is_uniform_in() -> None:
    settled = row({"yes": "1:4..2:1", "no": "rest"}, "yes no")
    assert settled.shares[0].measure is Measure.DECIBANS
    assert settled.shares[1].measure is Measure.PROBABILITY


@pytest.mark.parametrize(
    ("written", "code", "said"),
    [
        ({"kept": "rest", "demands": "rest", "attack": "1%"}, "D330", "kept and demands"),
        ({"kept": "rest", "else": "rest"}, "D330", "kept and else"),
        ({"kept": "60%", "demands": "30%", "attack": "20%"}, "D331", "110%"),
        ({"kept": "33.3%", "demands": "33.3%", "attack": "33.3%"}, "D331", "99.9%"),
        ({"kept": "60..70%", "demands": "50..60%", "attack": "0%"}, "D332", "110%"),
        ({"kept": "60%", "demands": "60%", "attack": "rest"}, "D332", "120%"),
        ({"kept": "10..20%", "demands": "20..30%", "attack": "5%"}, "D333", "55%"),
        ({"kept": "60%", "attack": "40%"}, "D334", "demands"),
        ({"kept": "50%", "demands": "30%", "attack": "20%", "else": "rest"}, "D335", "else"),
    ],
)
def test_each_mistake_in_a_row_has_its_code(written: dict[str, str], code: str, said: str) -> None:
    problem = settle(written)
    assert isinstance(problem, Problem)
    assert problem.code == code
    assert said in problem.message
    assert problem.at == HERE
    assert problem.hint
    assert code in CODES


def test_points_off_by_a_hair_are_let_pass_and_by_more_are_not() -> None:
    hair = {"a": entry("0.3333333"), "b": entry("0.3333333"), "c": entry("0.3333333")}
    assert isinstance(settle_row(hair, "abc"), Row)
    more = {**hair, "c": entry("0.33333")}
    assert isinstance(settle_row(more, "abc"), Problem)


def test_keys_that_are_no_outcome_are_left_to_the_reader() -> None:
    assert isinstance(settle({"kept": "40%", "else": "rest", "perhaps": "90%"}), Row)


BOXES = st.lists(
    st.tuples(st.integers(0, 100), st.integers(0, 100)).map(lambda ends: tuple(sorted(ends))),
    min_size=1,
    max_size=6,
)


@given(BOXES, st.booleans())
def test_a_row_settles_exactly_when_some_choice_inside_it_adds_up(
    boxes: list[tuple[int, int]],
    with_rest: bool,  # noqa: FBT001 (drawn by hypothesis)
) -> None:
    written = {f"o{place}": f"{low}..{high}%" for place, (low, high) in enumerate(boxes)}
    if with_rest:
        written["left"] = "rest"
    settled = settle(written, " ".join(written))
    lows, highs = sum(low for low, _ in boxes), sum(high for _, high in boxes)
    assert isinstance(settled, Row) == (lows <= 100 and (with_rest or highs >= 100))
    if isinstance(settled, Row):
        assert math.fsum(centrals(settled)) == pytest.approx(1.0, abs=1e-9)
        assert all(share.low <= share.central <= share.high for share in settled.shares)
        assert all(0.0 <= share.low <= share.high <= 1.0 for share in settled.shares)


@given(BOXES)
def test_settling_what_is_settled_changes_nothing(boxes: list[tuple[int, int]]) -> None:
    written = {f"o{place}": f"{low}..{high}%" for place, (low, high) in enumerate(boxes)}
    first = settle(written, " ".join(written))
    if isinstance(first, Problem):
        return
    again = settle_row(
        {
            outcome: Judgement("", share.central, share.low, share.high, share.measure)
            for outcome, share in zip(first.outcomes, first.shares, strict=True)
        },
        first.outcomes,
    )
    assert isinstance(again, Row)
    assert centrals(again) == pytest.approx(centrals(first), abs=1e-9)


def test_a_row_that_does_not_add_up_names_its_shares() -> None:
    def told(written: dict[str, str]) -> str:
        problem = settle(written)
        assert isinstance(problem, Problem)
        return problem.message

    too_much = told({"kept": "95%", "demands": "40..50%", "attack": "rest"})
    assert too_much == "even at their lowest the shares of kept and demands add up to 135%"
    points = told({"kept": "95%", "demands": "40%", "attack": "5%"})
    assert points == "the shares of kept, demands and attack add up to 140%"
    assert "the shares of kept and `else` add up to only" in told({"kept": "5..10%", "else": "1%"})


def test_of_many_shares_the_first_few_are_named() -> None:
    outcomes = [f"o{number}" for number in range(9)]
    problem = settle(dict.fromkeys(outcomes, "5%"), " ".join(outcomes))
    assert isinstance(problem, Problem)
    assert problem.message == "the shares of o0, o1, o2, o3, o4, o5 and 3 more add up to 45%"
