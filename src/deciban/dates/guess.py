"""What may have been meant by a date that cannot be read.

Nothing here is ever taken as read: a guess only becomes the hint of a problem, and only where the
guess itself can be read.
"""

import re
from functools import cache

from deciban.dates.part import LONGEST, Part, read_part
from deciban.dates.spell import MONTHS, SEASONS
from deciban.problem import Problem

_FIRST_SEASON = 21
_SHORT_YEAR = 3  # digits below which a year without its era is anybody's guess


def guess_date(text: str) -> str | None:
    """The one part of a date that ``text`` probably means, in the form that is read."""
    plain = without_lead_in(text.strip().lower())
    bare = _hedge().sub("", plain, count=1)
    date, time = _split_time(bare)
    candidates = (
        bare.upper().replace("U", "X"),
        _decade(bare),
        _winter(bare),
        _from_words(date, time),
    )
    for candidate in candidates:
        if candidate and isinstance(read_part(candidate, None), Part):
            return candidate if bare == plain else f"{candidate.rstrip('~?%')}~"
    return None


def guess_ends(text: str) -> tuple[str, str, str] | None:
    """The two parts that ``text`` probably joins, and how: ``/``, ``..``, or empty if unsaid."""
    if len(text) > LONGEST:
        return None
    plain = re.sub(r"^(?:between|from) ", "", text.strip().lower())
    for mark, joint in _joints():
        before, found, after = _split(plain, joint)
        last = guess_date(after) if found else None
        last = last or _short_year(before, after)
        first = _completed(before, after) if last else None
        if first and last:
            return first, last, mark
    return None


def no_such_day(text: str) -> Problem | None:
    """The problem with a day named in words that the calendar does not have."""
    date, era = _split_era(text.strip().lower())
    for pattern in _patterns():
        found = pattern.fullmatch(date)
        written = _written(found.groupdict(), era) if found else None
        read = read_part(written, None) if written else None
        if isinstance(read, Problem):
            return read
    return None


def two_readings(text: str) -> tuple[str, str] | None:
    """Month first and day first, for a date such as 05/06/1941 that may be either."""
    found = re.fullmatch(r"([0-9]{1,2})([/-])([0-9]{1,2})\2([0-9]{4})", text.strip())
    if found is None or int(found[1]) == int(found[3]):
        return None
    first, second, year = found[1], found[3], found[4]
    readings = f"{year}-{first:0>2}-{second:0>2}", f"{year}-{second:0>2}-{first:0>2}"
    right = [one for one in readings if isinstance(read_part(one, None), Part)]
    return (right[0], right[-1]) if right else None


@cache
def _hedge() -> re.Pattern[str]:
    return re.compile(r"^(?:circa|ca\.?|c\.?|about|around|approximately|approx\.?|roughly|[~?])\s*")


def without_lead_in(text: str) -> str:
    """A text in lower case without words before a date that say nothing more."""
    return _lead_in().sub("", text, count=1)


@cache
def _lead_in() -> re.Pattern[str]:
    """``in the`` spring of 1887, ``on Tuesday`` 3 May 1887."""
    day = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? (?:the )?"
    return re.compile(rf"^(?:(?:in|on|during|at)(?: the)? |the )?(?:{day})?")


@cache
def _joints() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return (
        ("/", re.compile(r"\s*/\s*")),
        ("..", re.compile(r"\s*(?:\.\.\.?|…)\s*| or ")),
        ("", re.compile(r"\s*[\u2010-\u2015\u2212]\s*|\s+-\s+| (?:to|until|till|and) ")),
        ("", re.compile(r"(?<=[0-9])-(?=[0-9])")),
    )


def _split(text: str, joint: re.Pattern[str]) -> tuple[str, bool, str]:
    found = joint.search(text)
    if found is None:
        return text, False, ""
    return text[: found.start()], True, text[found.end() :]


def _short_year(before: str, after: str) -> str | None:
    """The closing year of 1941/45."""
    short = re.fullmatch("[0-9]{4}", before) and re.fullmatch("[0-9]{2}", after)
    return before[:2] + after if short else None


def _completed(before: str, after: str) -> str | None:
    """The first part, with the month and year that only the last one names."""
    words = after.split()
    for count in range(len(words)):
        tail = " ".join(words[len(words) - count :])
        first = guess_date(f"{before} {tail}")
        if first:
            return first
    return None


def _split_time(text: str) -> tuple[str, str]:
    pattern = r"(.+?)(?:t|,? at |, ?| )([0-9]{1,2})[:.h]?([0-9]{2})h?\s*(z|utc|gmt)?"
    found = re.fullmatch(pattern, text)
    if found is None or not re.search("[0-9]{4}", found[1]):
        return text, ""
    return found[1], f"T{found[2]:0>2}:{found[3]}{'Z' if found[4] else ''}"


def _decade(text: str) -> str | None:
    decade = re.fullmatch(r"(?:the )?([0-9]{3})0'?s", text)
    if decade:
        return f"{decade[1]}X"
    century = re.fullmatch(r"(?:the )?([0-9]{1,2})(?:st|nd|rd|th) century", text)
    return f"{int(century[1]) - 1:02d}XX" if century else None


def _winter(text: str) -> str | None:
    """The season of ``winter 1886/7``, which is named by the year that it begins in."""
    found = re.fullmatch(r"winter(?: of)? ([0-9]{4})\W([0-9]{1,4})", text)
    return f"{found[1]}-24" if found and follows(found[1], found[2]) else None


def follows(year: str, short: str) -> bool:
    """Whether a year, of which only the last digits may be given, is the one after another."""
    return str(int(year) + 1).endswith(short)


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    day, month = "(?P<d>[0-9]{1,2})(?:st|nd|rd|th)?", "(?P<m>[0-9]{1,2})"
    name, year = r"(?P<name>[a-z]{3,9})\.?", "(?P<y>[0-9]{1,4})"
    return tuple(
        re.compile(pattern)
        for pattern in (
            rf"(?:the )?{day}(?: of)?[ -]?{name},?[ -]{year}",
            rf"{name} {day},? {year}",
            rf"{name}(?: of)?,? {year}",
            rf"{year},? {name}(?: {day})?",
            rf"{day}[.] ?{month}[.] ?{year}",
            rf"{day}([/-]){month}\2{year}",
            rf"{month}([/-]){day}\2{year}",
            rf"{year}([/.-]){month}\2{day}",
            rf"{year}[/.-]{month}",
            r"(?P<y>[0-9]{4})(?P<m>[0-9]{2})(?P<d>[0-9]{2})",
            year,
        )
    )


def _from_words(text: str, time: str) -> str | None:
    """The first pattern's reading that is a date: it is given day first, then month first."""
    date, era = _split_era(text)
    for pattern in _patterns():
        found = pattern.fullmatch(date)
        written = _written(found.groupdict(), era) if found else None
        if written and isinstance(read_part(written + time, None), Part):
            return written + time
    return None


def _split_era(text: str) -> tuple[str, str]:
    found = re.search(r" ?\b(b\.?c\.?(?:e\.?)?|a\.?d\.?|c\.?e\.?)(?![a-z])", text)
    if found is None:
        return text, ""
    return f"{text[: found.start()]}{text[found.end() :]}".strip(), found[1]


def _written(parts: dict[str, str | None], era: str) -> str | None:
    digits, name = parts.get("y") or "", parts.get("name")
    if len(digits) < _SHORT_YEAR and not era:
        return None
    year = f"{int(digits):04d}"
    if era.startswith("b"):
        year = "0000" if int(digits) == 1 else f"-{int(digits) - 1:04d}"
    month = _month_named(name) if name else parts.get("m")
    if name and month is None:
        return None
    return "-".join(f"{piece:0>2}" for piece in (year, month, parts.get("d")) if piece)


def _month_named(name: str) -> str | None:
    if name in {"fall", *SEASONS}:
        season = "autumn" if name == "fall" else name
        return str(_FIRST_SEASON + SEASONS.index(season))
    matches = [
        number for number, month in enumerate(MONTHS, 1) if month.lower().startswith(name[:4])
    ]
    return f"{matches[0]:02d}" if matches and len(name) >= 3 else None  # noqa: PLR2004 (as in jun)
