"""Reading a probability written in digits: a point, a range, or a central value with a range."""

from deciban.problem import Problem
from deciban.span import Span
from deciban.units.decibans import middle_probability
from deciban.units.estimate import (
    LONGEST,
    Estimate,
    reversed_range,
    split_central,
    split_range,
    within,
)
from deciban.units.quantity import Form, Quantity, read_quantity
from deciban.units.slips import PROBABILITY_SLIPS, look_for_slips
from deciban.units.spelling import quoted

_FORMS = "a percentage such as 70%, a range such as 60..80%, odds such as 3:1, or 1 in 20"
_WHOLE = 100.0


def estimate_probability(text: str, at: Span | None) -> Estimate | Problem:
    """The probability that ``text`` states in digits, or what is wrong with it."""
    if len(text) > LONGEST:
        return _unreadable(text, at)
    read = _read(text, at)
    if read is not None:
        return read
    return look_for_slips(text, at, PROBABILITY_SLIPS, _read) or _unreadable(text, at)


def _read(text: str, at: Span | None) -> Estimate | Problem | None:
    parts = split_central(text)
    if parts is None:
        return _read_range(text, at) if ".." in text else _read_point(text, at)
    central, around = _read_point(parts[0], at), _read_range(parts[1], at)
    if isinstance(central, Problem) or central is None:
        return central
    if isinstance(around, Problem) or around is None:
        return around
    return within(central, around, parts, at)


def _read_point(text: str, at: Span | None) -> Estimate | Problem | None:
    quantity = read_quantity(text, at)
    if not isinstance(quantity, Quantity):
        return quantity
    problem = _no_probability(quantity, at)
    if problem:
        return problem
    value = quantity.value
    return Estimate(value, value, value, quantity.form.counts_odds and value < 1.0)


def _read_range(text: str, at: Span | None) -> Estimate | Problem | None:
    ends = split_range(text)
    if ends is None:
        return None
    high = read_quantity(ends[1], at)
    if not isinstance(high, Quantity):
        return high
    low = read_quantity(ends[0], at)
    if isinstance(low, Quantity) and low.form is Form.PLAIN and high.form is Form.PERCENT:
        low = read_quantity(f"{ends[0]}%", at)  # the sign at the end counts for both
    if not isinstance(low, Quantity):
        return low
    return _between(text, low, high, at)


def _between(text: str, low: Quantity, high: Quantity, at: Span | None) -> Estimate | Problem:
    problem = _mixed(text, low, high, at) or _bare_range(text, low, high, at)
    problem = problem or _no_probability(low, at) or _no_probability(high, at)
    if problem:
        return problem
    if low.value > high.value:
        return reversed_range(text, _spelled(high, low), at)
    if not low.form.counts_odds:
        return Estimate((low.value + high.value) / 2.0, low.value, high.value)
    if high.value == 1.0:
        return Problem(
            "D321",
            f"the range {quoted(text)} reaches certainty, which is endlessly far off in odds",
            at,
            "end it short of certainty, or write it in percentages",
        )
    middle = middle_probability(low.value, high.value)
    return Estimate(min(max(middle, low.value), high.value), low.value, high.value, True)


def _spelled(low: Quantity, high: Quantity) -> str:
    if low.form is Form.PERCENT and high.form is Form.PERCENT:
        return f"{low.text.removesuffix('%')}..{high.text}"
    return f"{low.text}..{high.text}"


def _mixed(text: str, low: Quantity, high: Quantity, at: Span | None) -> Problem | None:
    a_bare_end = low.form is Form.PERCENT and high.form is Form.PLAIN
    if not a_bare_end and low.form.counts_odds == high.form.counts_odds:
        return None
    return Problem(
        "D318",
        f"the two ends of {quoted(text)} are written in different ways",
        at,
        "write both in the same way, such as 60..80% or 1:4..2:1",
    )


def _bare_range(text: str, low: Quantity, high: Quantity, at: Span | None) -> Problem | None:
    if low.form is not Form.PLAIN or high.form is not Form.PLAIN or high.value <= 1.0:
        return None
    percents = f"{low.text}..{high.text}%"
    sure = 1.0 < low.value <= high.value <= _WHOLE
    hint = f"write {percents}" if sure else "write both ends as percentages, such as 60..80%"
    return Problem("D303", f"{quoted(text)} are not probabilities", at, hint)


def _no_probability(quantity: Quantity, at: Span | None) -> Problem | None:
    if 0.0 <= quantity.value <= 1.0:
        return None
    shown = quoted(quantity.text)
    if quantity.form is Form.PLAIN and 1.0 < quantity.value <= _WHOLE:
        number = quantity.text.removeprefix("+")
        return Problem("D303", f"{number} is not a probability", at, f"write {number}%")
    side = "below 0%" if quantity.value < 0.0 else "above 100%"
    hint = "a probability goes from 0% to 100%"
    if quantity.form is Form.FRACTION and quantity.value > 1.0:
        hint = f"if odds are meant, write {quantity.text.replace('/', ':')}"
    return Problem("D304", f"{shown} is {side}", at, hint)


def _unreadable(text: str, at: Span | None) -> Problem:
    lowered = text.lower()
    if lowered.endswith("db") or lowered.startswith(("x", "\N{MULTIPLICATION SIGN}")):
        return Problem(
            "D329",
            f"{quoted(text)} is a weight, and a probability is wanted here",
            at,
            "write a probability here, or put the weight under `weight:`",
        )
    return Problem(
        "D302", f"{quoted(text)} is not a number deciban can read", at, f"write {_FORMS}"
    )
