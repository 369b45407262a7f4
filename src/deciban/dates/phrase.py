"""Stretches of time in words: ``before June 1887``, ``early 1887``, ``spring``."""

import re
from functools import cache

from deciban.dates.calendar import DAY, date_of, days_in_month
from deciban.dates.guess import guess_date, without_lead_in
from deciban.dates.part import LONGEST, Part, read_part
from deciban.dates.spell import MONTHS, SEASONS
from deciban.dates.when import Precision

_BEFORE = "before|prior to|earlier than"
_UNTIL = "until|till|up to|by|not later than|no later than|not after"
_AFTER = "after|later than"
_SINCE = "since|from|starting|not before|no earlier than|not earlier than"
_FIRST_SEASON = 21
_MONTHS_OF_A_SEASON = 3
_THIRDS = {"early": 0, "beginning": 0, "start": 0, "mid": 1, "middle": 1, "late": 2, "end": 2}


def open_end(text: str) -> str | None:
    """What to write for a date with one end open: ``before June 1887``."""
    found = _bound().fullmatch(_plain(text)) if len(text) <= LONGEST else None
    part = _part(found["date"]) if found else None
    if found is None or part is None:
        return None
    word = found["word"]
    if re.fullmatch(f"{_BEFORE}|{_UNTIL}", word):
        last = part.text if re.fullmatch(_UNTIL, word) else _beside(part, part.start - 1)
        end = last and (
            f"write ../{last} if it lasted until then, ..{last} if it happened once by then"
        )
        return end or None
    first = part.text if re.fullmatch(_SINCE, word) else _beside(part, part.end)
    return first and (
        f"write {first}/.. if it lasted from then on, {first}.. if it happened once after that"
    )


def third(text: str) -> str | None:
    """What to write for the first, second or last part of a stretch: ``early 1887``."""
    words = "|".join(_THIRDS)
    found = re.fullmatch(rf"({words})(?:[ -](?:in|of))?(?: the)?[ -](.+)", _plain(text))
    part = _part(found[2]) if found and len(text) <= LONGEST else None
    ends = _third(part.text, _THIRDS[found[1]]) if found and part else None
    return f"write the stretch you mean, such as {ends[0]}..{ends[1]}" if ends else None


def seasons_in_words(hint: str) -> str:
    """A hint with the seasons in it told in words, since their numbers speak to nobody."""
    meanings = dict.fromkeys(
        f"{code} is {_season(int(year), int(code))}"
        for year, code in re.findall(r"(?<![0-9])(-?[0-9]{4})-(2[1-4])(?![0-9])", hint)
    )
    return "; ".join((hint, *meanings))


def _season(year: int, code: int) -> str:
    place = code - _FIRST_SEASON
    first = _MONTHS_OF_A_SEASON * (place + 1) - 1
    last = (first + _MONTHS_OF_A_SEASON - 1) % len(MONTHS)
    over = f" {_year(year)}" if last < first else ""
    ends = _year(year + (last < first))
    return f"{SEASONS[place]} ({MONTHS[first]}{over} to {MONTHS[last]} {ends})"


@cache
def _bound() -> re.Pattern[str]:
    return re.compile(rf"(?P<word>{_BEFORE}|{_UNTIL}|{_AFTER}|{_SINCE}) (?P<date>.+)")


def _plain(text: str) -> str:
    return without_lead_in(" ".join(text.lower().split()))


def _part(text: str) -> Part | None:
    guess = guess_date(text)
    part = read_part(guess.rstrip("~?%"), None) if guess else None
    return part if isinstance(part, Part) else None


def _beside(part: Part, instant: int) -> str | None:
    """The year, season, month or day that holds an instant, written as finely as a part is."""
    year, month, day = date_of(instant // DAY)
    match part.edge.precision:
        case Precision.YEAR:
            return _year(year)
        case Precision.SEASON:
            winter_before = month < _MONTHS_OF_A_SEASON
            place = (month // _MONTHS_OF_A_SEASON - 1) % len(SEASONS)
            return f"{_year(year - winter_before)}-{_FIRST_SEASON + place}"
        case Precision.MONTH:
            return f"{_year(year)}-{month:02d}"
        case Precision.DAY:
            return f"{_year(year)}-{month:02d}-{day:02d}"
        case _:
            return None


def _third(date: str, which: int) -> tuple[str, str] | None:
    """The ends of one third of a century, a decade, a year or a month."""
    if re.fullmatch("[0-9]{4}", date):
        return f"{date}-{4 * which + 1:02d}", f"{date}-{4 * which + 4:02d}"
    if month := re.fullmatch("([0-9]{4})-(0[1-9]|1[0-2])", date):
        last = (10, 20, days_in_month(int(month[1]), int(month[2])))[which]
        return f"{date}-{10 * which + 1:02d}", f"{date}-{last:02d}"
    if re.fullmatch("[0-9]{3}X", date):
        first, last = ((0, 3), (4, 6), (7, 9))[which]
        return f"{date[:3]}{first}", f"{date[:3]}{last}"
    if re.fullmatch("[0-9]{2}XX", date):
        first, last = ((0, 33), (34, 66), (67, 99))[which]
        return f"{date[:2]}{first:02d}", f"{date[:2]}{last:02d}"
    return None


def _year(year: int) -> str:
    return f"{year:04d}" if year >= 0 else f"-{-year:04d}"
