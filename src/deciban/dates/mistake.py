"""What is wrong with a date that cannot be read, with the form that was probably meant."""

import re
from dataclasses import replace

from deciban.dates.guess import follows, guess_date, guess_ends, no_such_day, two_readings
from deciban.dates.part import LONGEST
from deciban.dates.phrase import open_end, seasons_in_words, third
from deciban.dates.quoting import quoted
from deciban.problem import Problem, Splice
from deciban.span import Span

_FORMS = "write a day such as 1941-06-21, a month 1941-06, or two of them, a/b or a..b"


def say_what_is_wrong(text: str, at: Span | None) -> Problem:
    """The problem with a date that cannot be read."""
    if len(text) > LONGEST:
        return _unreadable(text, at, _FORMS)
    plain = " ".join(text.split())
    return (
        _day_or_month(plain, at)
        or _two_years(plain, at)
        or _one_date(plain, at)
        or _two_dates(plain, at)
        or _stretch(plain, at)
        or _far_off_year(plain, at)
        or _no_such_day(plain, at)
        or _without_year(plain, at)
        or _unreadable(plain, at, _FORMS)
    )


def _day_or_month(text: str, at: Span | None) -> Problem | None:
    readings = two_readings(text)
    if readings is None or readings[0] == readings[1]:
        return None
    return Problem(
        "D346",
        f"{quoted(text)} may have its month first or its day first",
        at,
        f"write {readings[0]} or {readings[1]}, whichever is meant",
    )


def _one_date(text: str, at: Span | None) -> Problem | None:
    guess = guess_date(text)
    if guess is None:
        return None
    certain = re.search("[0-9]{4}", text) and not guess.endswith("~")
    hint = seasons_in_words(f"write {guess}")
    if winter := re.fullmatch("([0-9]{4})-24", guess):
        certain = not re.search(r"winter(?: of)? [0-9]{4}$", text.lower())
        hint += "" if certain else f", for the winter before it {int(winter[1]) - 1:04d}-24"
    return _unreadable(text, at, hint, _fix(at, guess) if certain else None)


def _two_years(text: str, at: Span | None) -> Problem | None:
    """``1886/7``, which may be two years or a month."""
    found = re.fullmatch("([0-9]{4})/([0-9]{1,2})", text)
    month = guess_date(text) if found else None
    if found is None or month is None or not follows(found[1], found[2]):
        return None
    hint = f"write {found[1]}/{int(found[1]) + 1:04d} for the two years, {month} for the month"
    return _unreadable(text, at, hint)


def _stretch(text: str, at: Span | None) -> Problem | None:
    hint = open_end(text) or third(text)
    return _unreadable(text, at, seasons_in_words(hint)) if hint else None


def _two_dates(text: str, at: Span | None) -> Problem | None:
    ends = guess_ends(text)
    if ends is None:
        return None
    first, last, mark = ends
    if mark:
        return _unreadable(text, at, f"write {first}{mark}{last}")
    hint = (
        f"write {first}/{last} if it lasted from the one to the other, "
        f"{first}..{last} if it happened once between them"
    )
    return _unreadable(text, at, hint)


def _no_such_day(text: str, at: Span | None) -> Problem | None:
    problem = no_such_day(text)
    return replace(problem, at=at) if problem else None


def _without_year(text: str, at: Span | None) -> Problem | None:
    guess = guess_date(f"{text} 1941")
    if guess is None:
        return None
    return _unreadable(text, at, f"put its year in front, such as {guess}")


def _far_off_year(text: str, at: Span | None) -> Problem | None:
    if not re.fullmatch(r"[yY]?-?[0-9]{5,}(?:-.*)?", text):
        return None
    hint = "years run from -9999 to 9999, with four digits"
    return Problem("D344", f"the year in {quoted(text)} is too far off", at, hint)


def _unreadable(text: str, at: Span | None, hint: str, fix: Splice | None = None) -> Problem:
    return Problem("D341", f"{quoted(text)} is not a date deciban can read", at, hint, fix=fix)


def _fix(at: Span | None, right: str) -> Splice | None:
    return Splice(at.file, at.start, at.end, right) if at and at.end > at.start else None
