"""One written number: a percentage, a plain number, a fraction, odds, or ``1 in n``."""

import math
import re
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from deciban.problem import Problem
from deciban.span import Span
from deciban.units.spelling import quoted

NUMBER = r"(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?"
_EVERYDAY_WHOLE = 100.0  # halves of it, as in 50/50, are shares of a hundred and not a fraction


class Form(StrEnum):
    """How a number is written."""

    PERCENT = "%"
    PLAIN = ""
    FRACTION = "/"
    ODDS = ":"
    ONE_IN = "in"

    @property
    def counts_odds(self) -> bool:
        """Whether a range between two such numbers is uniform in decibans."""
        return self in {Form.ODDS, Form.ONE_IN}


class Quantity(NamedTuple):
    """A written number and what it comes to, before asking whether that is a probability."""

    text: str
    form: Form
    value: float


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(rf"([+-]?{NUMBER})(?:(%)|\s*(/|:|in)\s*({NUMBER}))?")


def exact(digits: str) -> float | None:
    """The value of a written number; None where no computer number comes near it."""
    value = float(digits)
    lost = value == 0.0 and any(digit in "123456789" for digit in re.split("[eE]", digits)[0])
    return None if lost or math.isinf(value) else value


def read_quantity(text: str, at: Span | None) -> Quantity | Problem | None:
    """The number that ``text`` is; None where it is not written as one."""
    written = text.strip()
    found = _pattern().fullmatch(written)
    if found is None:
        return None
    number, percent, mark, second = found.groups()
    first_value = exact(number)
    second_value = exact(second) if second else 1.0
    if first_value is None or second_value is None:
        return _beyond_counting(written, at)
    if mark:
        return _pair(written, Form(mark), first_value, second_value, at)
    if percent:
        return Quantity(written, Form.PERCENT, first_value / 100.0 + 0.0)  # -0 becomes 0
    return Quantity(written, Form.PLAIN, first_value + 0.0)


def _pair(
    written: str, form: Form, first: float, second: float, at: Span | None
) -> Quantity | Problem:
    if second == 0.0 or (form.counts_odds and first <= 0.0):
        fault = "needs two numbers above nought" if form.counts_odds else "divides by nought"
        hint = "write 0% for what cannot be, 100% for what must be"
        return Problem("D319", f"{quoted(written)} {fault}", at, hint)
    if form is Form.FRACTION and first + second == _EVERYDAY_WHOLE:
        return Problem(
            "D317",
            f"{quoted(written)} may be odds or a fraction",
            at,
            f"write the odds {first:.10g}:{second:.10g}, or a percentage",
        )
    value = first / (first + second) if form is Form.ODDS else first / second
    if (value == 0.0 and first != 0.0) or (value == 1.0 and first != second):
        return _beyond_counting(written, at)
    return Quantity(written, form, value)


def _beyond_counting(written: str, at: Span | None) -> Problem:
    return Problem(
        "D320",
        f"{quoted(written)} is too large or too small a number to reckon with",
        at,
        "write a number nearer to 1, or 0% or 100% where nothing else is possible",
    )
