import pytest
from hypothesis import given
from hypothesis import strategies as st

from deciban.problem import CODES, Problem
from deciban.span import Span
from deciban.units import Judgement, Measure, decibans, read_weight

HERE = Span("case.yaml", 7, 13, 100, 106)


def read(text: str) -> Judgement:
    weight = read_weight(text, HERE)
    assert isinstance(weight, Judgement), str(weight)
    return weight


def in_decibans(weight: Judgement) -> tuple[float, float, float]:
    return decibans(weight.central), decibans(weight.low), decibans(weight.high)


@pytest.mark.parametrize(
    ("text", "central", "low", "high"),
    [
        ("0 dB", 0.0, 0.0, 0.0),
        ("6dB", 6.0, 6.0, 6.0),
        ("+6 db", 6.0, 6.0, 6.0),
        ("-6..-2 dB", -4.0, -6.0, -2.0),
        ("-6 dB..-2 dB", -4.0, -6.0, -2.0),
        ("-3 dB (-6..-1 dB)", -3.0, -6.0, -1.0),
        ("x10", 10.0, 10.0, 10.0),
        ("x10..x1000", 20.0, 10.0, 30.0),
        ("x10..1000", 20.0, 10.0, 30.0),
        ("x1/10", -10.0, -10.0, -10.0),
        ("x100 (10..30 dB)", 20.0, 10.0, 30.0),
    ],
)
def test_weights_are_counted_in_decibans(
    text: str, central: float, low: float, high: float
) -> None:
    assert in_decibans(read(text)) == pytest.approx((central, low, high))
    assert read(text).measure is Measure.DECIBANS
    assert read(text).at == HERE


def test_the_value_of_a_weight_is_a_ratio_of_likelihoods() -> None:
    assert read("x4").central == 4.0
    assert read("0 dB").central == 1.0
    assert read("x2..x8").central == 4.0


@pytest.mark.parametrize(
    ("text", "code", "hint"),
    [
        ("", "D301", "6 dB"),
        ("-2..-6 dB", "D305", "-6..-2 dB"),
        ("x8..2", "D305", "x2..x8"),
        ("-3 dB (-2..-1 dB)", "D306", "-3 dB"),
        ("-6\u2013-2 dB", "D310", "-6..-2 dB"),
        ("6 to 9 dB", "D310", "6..9 dB"),
        ("3,5 dB", "D311", "3.5 dB"),
        ("x2..6 dB", "D318", "same way"),
        ("2..3 dB (2.5 dB)", "D324", "2.5 dB (2..3 dB)"),
        ("6", "D325", "x6"),
        ("6", "D325", "6 dB"),
        ("-6..-2", "D325", "-6..-2 dB"),
        ("1/4", "D325", "x1/4"),
        ("x0", "D326", "x0.25"),
        ("x-2", "D326", "-6 dB"),
        ("2000 dB", "D327", "hundredfold"),
        ("x1e200", "D327", "hundredfold"),
        ("strong", "D328", "6 dB"),
        ("1..", "D328", "x4"),
        ("4x", "D328", "x4"),
        ("\N{MINUS SIGN}3 dB", "D328", "-3 dB"),
        ("3 decibans", "D328", "3 dB"),
        ("70%", "D329", "expected"),
        ("9" * 5000, "D328", "x4"),
    ],
)
def test_each_mistake_in_a_weight_has_its_code_and_hint(text: str, code: str, hint: str) -> None:
    problem = read_weight(text, HERE)
    assert isinstance(problem, Problem)
    assert problem.code == code
    assert hint in problem.hint
    assert problem.at == HERE
    assert code in CODES


def test_a_bare_negative_number_is_never_offered_as_a_ratio() -> None:
    problem = read_weight("-6")
    assert isinstance(problem, Problem)
    assert "x" not in problem.hint


@given(st.integers(-1000, 1000), st.integers(-1000, 1000))
def test_the_middle_of_a_range_of_decibans_is_its_central_value(one: int, two: int) -> None:
    low, high = sorted((one, two))
    expected = ((low + high) / 2.0, float(low), float(high))
    assert in_decibans(read(f"{low}..{high} dB")) == pytest.approx(expected, abs=1e-9)


@given(st.one_of(st.text(), st.text("0123456789.x-+/dB() ,\u2013", max_size=16)))
def test_any_text_for_a_weight_is_answered(text: str) -> None:
    answer = read_weight(text, HERE)
    if isinstance(answer, Problem):
        assert answer.code in CODES
    else:
        assert 0.0 < answer.low <= answer.central <= answer.high < 1e101
