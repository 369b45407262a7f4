"""Reading a weight of evidence: decibans (``-3 dB``) or a ratio of likelihoods (``x4``).

Notation: a weight of 10 dB and a likelihood ratio of 10 say the same.
"""

import re
from functools import cache
from typing import NamedTuple

from deciban.problem import Problem
from deciban.span import Span
from deciban.units.decibans import middle_ratio, ratio
from deciban.units.estimate import (
    LONGEST,
    Estimate,
    reversed_range,
    split_central,
    split_range,
    within,
)
from deciban.units.quantity import NUMBER, exact
from deciban.units.slips import WEIGHT_SLIPS, look_for_slips
from deciban.units.spelling import quoted

_HEAVIEST = 1000.0  # dB, a ratio of 1 to 10**100: beyond it stands a slip of the pen
_HEAVIEST_RATIO = ratio(_HEAVIEST)


class _Term(NamedTuple):
    """One number of a weight; ``unit`` is ``x``, ``dB``, or empty where it has none."""

    bare: str
    text: str
    number: float
    unit: str

    def ratio(self, unit: str) -> float:
        return self.number if unit == "x" else ratio(self.number)


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(rf"(x)?\s*([+-]?{NUMBER})(?:\s*/\s*({NUMBER}))?\s*(db)?", re.IGNORECASE)


def estimate_weight(text: str, at: Span | None) -> Estimate | Problem:
    """The likelihood ratio that ``text`` states, or what is wrong with it."""
    if len(text) > LONGEST:
        return _unreadable(text, at)
    read = _read(text, at)
    if read is not None:
        return read
    return look_for_slips(text, at, WEIGHT_SLIPS, _read) or _unreadable(text, at)


def _read(text: str, at: Span | None) -> Estimate | Problem | None:
    parts = split_central(text)
    if parts is None:
        return _read_part(text, at)
    central, around = _read_part(parts[0], at), _read_part(parts[1], at)
    if isinstance(central, Problem) or central is None:
        return central
    if isinstance(around, Problem) or around is None:
        return around
    return within(central, around, parts, at) if central.low == central.high else None


def _read_part(text: str, at: Span | None) -> Estimate | Problem | None:
    ends = split_range(text)
    if ends is None and ".." in text:
        return None
    low = _term(ends[0] if ends else text.strip())
    high = _term(ends[1]) if ends else low
    if low is None or high is None:
        return None
    unit = low.unit or high.unit
    problem = (
        _mixed(text, low, high, at)
        or _without_unit(text, low, high, at)
        or _unweighable(low, unit, at)
        or _unweighable(high, unit, at)
    )
    if problem:
        return problem
    if low.number > high.number:
        return reversed_range(text, _spelled(high, low, unit), at)
    return _between(low, high, unit)


def _term(text: str) -> _Term | None:
    found = _pattern().fullmatch(text)
    if found is None:
        return None
    times, number, part, unit = found.groups()
    first, second = exact(number), exact(part) if part else 1.0
    if first is None or not second or (unit and (times or part)):
        return None
    bare = f"{number}/{part}" if part else number
    return _Term(bare, text, first / second, "x" if times else "dB" if unit else "")


def _between(low: _Term, high: _Term, unit: str) -> Estimate:
    least, most = low.ratio(unit), high.ratio(unit)
    middle = middle_ratio(least, most) if unit == "x" else ratio((low.number + high.number) / 2.0)
    return Estimate(min(max(middle, least), most), least, most, True)


def _spelled(low: _Term, high: _Term, unit: str) -> str:
    if unit == "x":
        return f"x{low.bare}..x{high.bare}"
    return f"{low.bare}..{high.bare} dB"


def _mixed(text: str, low: _Term, high: _Term, at: Span | None) -> Problem | None:
    if not low.unit or not high.unit or low.unit == high.unit:
        return None
    return Problem(
        "D318",
        f"the two ends of {quoted(text)} are written in different ways",
        at,
        "write both in the same way, such as -6..-2 dB or x2..x8",
    )


def _without_unit(text: str, low: _Term, high: _Term, at: Span | None) -> Problem | None:
    if low.unit or high.unit:
        return None
    as_ratio = f"x{low.bare}" if low is high else f"x{low.bare}..x{high.bare}"
    hints = [f"{text} dB for decibans"] if "/" not in text else []
    if min(low.number, high.number) > 0.0:
        hints.append(f"{as_ratio} for so many times likelier")
    return Problem("D325", f"the weight {quoted(text)} has no unit", at, f"write {_or(hints)}")


def _or(choices: list[str]) -> str:
    return ", or ".join(choices) if choices else "a weight such as 6 dB or x4"


def _unweighable(term: _Term, unit: str, at: Span | None) -> Problem | None:
    if unit == "x" and term.number <= 0.0:
        return Problem(
            "D326",
            f"{quoted(term.text)} is not a ratio above nought",
            at,
            "write a ratio such as x0.25 for a quarter as likely, or decibans such as -6 dB",
        )
    if unit == "x":
        heavy = not 1.0 / _HEAVIEST_RATIO <= term.number <= _HEAVIEST_RATIO
    else:
        heavy = abs(term.number) > _HEAVIEST
    if not heavy:
        return None
    return Problem(
        "D327",
        f"the weight {quoted(term.text)} is past all reckoning",
        at,
        "20 dB is a hundredfold already; write what the evidence can bear",
    )


def _unreadable(text: str, at: Span | None) -> Problem:
    if "%" in text:
        return Problem(
            "D329",
            f"{quoted(text)} is a probability, and a weight is wanted here",
            at,
            "write a weight such as 6 dB or x4, or put the probability under `expected:`",
        )
    return Problem(
        "D328",
        f"{quoted(text)} is not a weight deciban can read",
        at,
        "write decibans such as 6 dB or -6..-2 dB, or a ratio such as x4",
    )
