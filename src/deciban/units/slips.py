"""Slips of the pen in numbers: ways of writing them that are plain to a reader but not read.

A slip is never read as if it were right. It is named, and the corrected form is given.
"""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from deciban.problem import Problem, Splice
from deciban.span import Span
from deciban.units.estimate import Estimate
from deciban.units.spelling import quoted

Reader = Callable[[str, Span | None], Estimate | Problem | None]

_DASHES = "\u2010-\u2015\u2212"  # hyphens, figure, en and em dashes, minus sign
_N = r"[0-9]+(?:\.[0-9]+)?"
_BEFORE_PERCENT = r"\s*(?:%|\uff05|per ?cents?\b|pct\b|p\.c\.)"


class Slip(NamedTuple):
    """One way of writing a number amiss.

    Attributes:
        code: its code.
        what: what is said of the text.
        pattern: what gives it away, whatever the case of its letters.
        right: what stands in its place, as ``re.sub`` takes it.
        certain: whether the corrected form is what was meant beyond doubt.
        hint: how to put it right; ``{}`` stands for the corrected form.
    """

    code: str
    what: str
    pattern: str
    right: str | Callable[[re.Match[str]], str]
    certain: bool = True
    hint: str = "write {}"

    def mend(self, text: str) -> str:
        """The text without this slip."""
        return re.sub(self.pattern, self.right, text, flags=re.IGNORECASE)


def _in_percent(found: re.Match[str]) -> bool:
    return bool(found[2]) or float(found[1]) > 1.0


def _at_least(found: re.Match[str]) -> str:
    return f"{found[1]}..{'100%' if _in_percent(found) else '1'}"


def _at_most(found: re.Match[str]) -> str:
    return f"0..{found[1]}{'%' if _in_percent(found) else ''}"


def _margin(found: re.Match[str]) -> str:
    centre, margin = float(found[1]), float(found[2])
    low, high = max(centre - margin, 0.0), min(centre + margin, 100.0)
    return f"{found[1]}% ({low:.10g}..{high:.10g}%)"


_LETTER = Slip(
    "D313",
    "has a letter where a digit belongs",
    r"(?<=[0-9])o(?![a-z])|(?<![a-z])o(?=[.,]?[0-9])|(?<=[0-9])[li|](?![a-z])|(?<![a-z])[li|](?=[0-9])",
    lambda found: "0" if found[0] in "oO" else "1",
    certain=False,
)
_SCRIPT = Slip(
    "D313",
    "has digits of another script",
    r"(?![0-9])\d",
    lambda found: str(int(found[0])),
)
_THOUSANDS = Slip(
    "D312",
    "has its thousands set apart",
    r"(?<![0-9.,])([1-9][0-9]{0,2})((?:[, '\u2019\u00a0\u202f_][0-9]{3})+)(?![0-9])",
    lambda found: found[1] + re.sub("[^0-9]", "", found[2]),
    certain=False,
)
_COMMA = Slip("D311", "has a decimal comma", r"([0-9]),([0-9])", r"\1.\2")
_DOTS = Slip(
    "D310",
    "does not join the ends of its range by two dots",
    r"\s*(?:\.\.\.+|…)\s*(?=[0-9.x+-])",
    "..",
)
_DASH = Slip(
    "D310",
    "does not join the ends of its range by two dots",
    rf"(?<=[0-9%])\s*[{_DASHES}-]\s*(?=\.?[0-9])",
    "..",
)
_DASH_OF_WEIGHTS = Slip(
    "D310",
    "does not join the ends of its range by two dots",
    rf"(?<=[0-9B])\s*[{_DASHES}-]\s*(?=[x+{_DASHES}-]?\s*\.?[0-9])",
    "..",
    certain=False,  # in -6-2 dB the dash may as well be a minus
)
_CENTRAL_LAST = Slip(
    "D324",
    "has its range before its central value",
    r"^([^()]+\.\.[^()]+?)\s*\(([^().]+(?:\.[0-9]+)?[^().]*)\)$",
    r"\2 (\1)",
)
_NO_BRACKETS = Slip(
    "D324",
    "has no round brackets about its range",
    rf"^({_N}%|x{_N}|[+-]?{_N} ?dB) ([^ ()]+\.\.[^()]+)$",
    r"\1 (\2)",
)
_MINUS = Slip("D328", "has another sign for a minus", rf"[{_DASHES}]\s*(?=\.?[0-9])", "-")
_TIMES = Slip(
    "D328",
    "has its times sign in the wrong place",
    rf"({_N})\s*[x\u00d7]|\u00d7\s*({_N})",
    r"x\1\2",
)

PROBABILITY_SLIPS: Sequence[Slip] = (
    _SCRIPT,
    _LETTER,
    _THOUSANDS,
    _COMMA,
    Slip(
        "D315",
        "does not have its percent sign right behind the number",
        rf"(?<=[0-9])(?!%(?!\s*%)){_BEFORE_PERCENT}|^%\s*({_N})$",
        lambda found: f"{found[1] or ''}%",
    ),
    Slip(
        "D314",
        "leaves open how far it goes",
        rf"^(?:at least|over|above|more than|not? less than|[>≥]=?)\s*({_N})(%?)$",
        _at_least,
        certain=False,
    ),
    Slip(
        "D314",
        "leaves open how far it goes",
        rf"^(?:at most|under|below|less than|up to|not? more than|[<≤]=?)\s*({_N})(%?)$",
        _at_most,
        certain=False,
    ),
    Slip(
        "D314",
        "says roughly without saying how roughly",
        r"^(?:about|around|approximately|approx\.?|roughly|circa|ca\.?|c\.|some|nearly|almost|[~≈])\s*"
        r"(?=[0-9.])",
        "",
        certain=False,
        hint="write the range you mean, such as 60..80%, or {} alone",
    ),
    Slip(
        "D324",
        "gives its range as a margin",
        rf"^({_N})%?\s*(?:±|\+/-|\+-)\s*({_N})%$",
        _margin,
        certain=False,
    ),
    Slip("D324", "has its range in the wrong brackets", r"^(.+?)\s*[\[{](.+)[\]}]$", r"\1 (\2)"),
    Slip("D324", "has brackets but no central value", r"^[(\[{]([^()]+)[)\]}]$", r"\1"),
    Slip(
        "D310",
        "does not join the ends of its range by two dots",
        rf"(?:\bbetween |\bfrom )?({_N}%?) (?:to|and) ({_N}%|0?\.[0-9]+)",
        r"\1..\2",
    ),
    Slip(
        "D310",
        "does not join the ends of its range by two dots",
        rf"({_N}\s*(?:[:/]|in)\s*{_N}) to (?={_N}\s*(?:[:/]|in))",
        r"\1..",
    ),
    Slip("D317", "may be odds or a range", rf"^50\s*[{_DASHES}-]\s*50$", "50:50", certain=False),
    Slip("D316", "gives odds in words", rf"({_N}) (?:to|against) ({_N})", r"\1:\2", certain=False),
    Slip("D316", "gives odds in words", rf"({_N}) (?:out of|of) ({_N})", r"\1 in \2"),
    _DOTS,
    _DASH,
    _CENTRAL_LAST,
    _NO_BRACKETS,
)
WEIGHT_SLIPS: Sequence[Slip] = (
    _SCRIPT,
    _LETTER,
    _THOUSANDS,
    _COMMA,
    Slip(
        "D328",
        "does not name its decibans as dB",
        r"(?<=[0-9])\s*(?:decibans?|dbs|decibels?)\b",
        " dB",
    ),
    _TIMES,
    Slip(
        "D310",
        "does not join the ends of its range by two dots",
        r"(?<=[0-9B]) to (?=[0-9x+-])",
        "..",
    ),
    _DOTS,
    _DASH_OF_WEIGHTS,
    _MINUS,
    _CENTRAL_LAST,
    _NO_BRACKETS,
)


def look_for_slips(
    text: str, at: Span | None, slips: Sequence[Slip], read: Reader
) -> Problem | None:
    """The first slip in ``text``, if mending all of them gives something that can be read."""
    mended, found = text, list[Slip]()
    for slip in slips:
        before, mended = mended, slip.mend(mended)
        if mended != before:
            found.append(slip)
    result = read(mended, at) if found else None
    if result is None or isinstance(result, Problem):
        return result
    certain = all(slip.certain for slip in found)
    return Problem(
        found[0].code,
        f"{quoted(text)} {found[0].what}",
        at,
        found[0].hint.format(mended),
        fix=_fix(at, mended) if certain else None,
    )


def _fix(at: Span | None, mended: str) -> Splice | None:
    if at is None or at.end <= at.start:
        return None
    return Splice(at.file, at.start, at.end, mended)
