"""What an entry of a bibliography says, in one shape: its words, people and dates.

CSL-JSON comes from many hands: dates as numbers, as text or as a range; names in parts or whole;
fields that are missing, empty or of another kind. Everything that reads an entry reads it through
these functions. They never fail: what cannot be understood is kept as words or is not there.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from deciban.case.markup import plain

#: An entry in CSL-JSON, as it was read.
Entry: TypeAlias = Mapping[str, object]

#: The fields that hold people, in the order in which a work is called by them.
ROLES = ("author", "editor", "translator")

_MONTHS, _DAYS = 12, 31
_SEASONS = {13: 1, 14: 2, 15: 3, 16: 4, 21: 1, 22: 2, 23: 3, 24: 4}
_LAST_YEAR = 9999
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]+")
_NUMBER = re.compile(r"[+-]?\d{1,5}\Z")
_ISO = re.compile(r"(?P<year>-?\d{4})(?:-(?P<month>\d\d))?(?:-(?P<day>\d\d))?(?P<about>[~%])?\Z")
_ABOUT = re.compile(r"(?:ca?\.?|circa|about)\s*(?P<year>\d{3,4})\Z", re.IGNORECASE)
_SUFFIX = re.compile(r"\A(?P<given>[^,]*),\s*(?P<suffix>(?:[JS]r\.?|[IVX]+|\d\w\w))\Z")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who wrote, edited or translated.

    Attributes:
        family: the family name; the whole name of an institution.
        given: the given names.
        particle: what goes with the family name wherever it stands, such as *de* in *de Gaulle*.
        dropped: what falls away where the family name stands alone, such as *von* in
            *Alexander von Humboldt*.
        suffix: such as *Jr.* or *III*.
        whole: whether the name is one piece.
    """

    family: str
    given: str = ""
    particle: str = ""
    dropped: str = ""
    suffix: str = ""
    whole: bool = False

    @property
    def short(self) -> str:
        """The name by which a reader would know him."""
        return " ".join(part for part in (self.particle, self.family or self.given) if part)


@dataclass(frozen=True, slots=True)
class Day:
    """A day, or the month, season or year that is given instead.

    Attributes:
        year: the year; below 1 before our era.
        month: 1 to 12, or 0.
        day: 1 to 31, or 0.
        season: 1 (spring) to 4 (winter), or 0.
    """

    year: int
    month: int = 0
    day: int = 0
    season: int = 0


@dataclass(frozen=True, slots=True)
class Dated:
    """When a work came out.

    Attributes:
        begin: when, or from when; None where only words say it.
        end: until when, for what took a while.
        about: whether it is only about then.
        words: the date as written, where it could not be read.
    """

    begin: Day | None = None
    end: Day | None = None
    about: bool = False
    words: str = ""

    @property
    def year(self) -> str:
        """The year, or the words where there is none to be read."""
        return str(self.begin.year) if self.begin else self.words


def text_of(entry: Entry, name: str) -> str:
    """Answer a field as one line of text, its markup still in it; empty where there is none."""
    value = entry.get(name)
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return " ".join(_CONTROLS.sub(" ", str(value)).split())


def title_of(entry: Entry) -> str:
    """Answer the title, without markup."""
    return plain(text_of(entry, "title"))


def people_of(entry: Entry, role: str) -> tuple[Person, ...]:
    """Answer the people in one role, in order; who has no name is passed over."""
    value = entry.get(role)
    several = value if isinstance(value, list) else [value]
    found = (_person(each) for each in several)
    return tuple(person for person in found if person is not None)


def called_by(entry: Entry) -> tuple[str, tuple[Person, ...]]:
    """Answer the first role that anybody has, and those who have it; nobody under ``""``."""
    for role in ROLES:
        people = people_of(entry, role)
        if people:
            return role, people
    return "", ()


def _person(value: object) -> Person | None:
    if isinstance(value, str):
        value = {"literal": value}
    if not isinstance(value, Mapping):
        return None
    whole = text_of(value, "literal")
    if whole:
        return Person(whole, whole=True)
    family, given = text_of(value, "family"), text_of(value, "given")
    suffix = text_of(value, "suffix")
    apart = _SUFFIX.match(given)
    if apart and not suffix:
        given, suffix = apart["given"], apart["suffix"]
    if not family and not given:
        return None
    particles = (text_of(value, f"{kind}-particle") for kind in ("non-dropping", "dropping"))
    particle, dropped = particles
    if not family:
        return Person(given, whole=True)
    return Person(family, given, particle, dropped, suffix)


def date_of(entry: Entry, name: str = "issued") -> Dated | None:
    """Answer a date, or None where none is given."""
    value = entry.get(name)
    if isinstance(value, str | int) and not isinstance(value, bool):
        return _written(" ".join(str(value).split()))
    if not isinstance(value, Mapping):
        return None
    parts = value.get("date-parts")
    days = [_day(each) for each in parts[:2]] if isinstance(parts, list) else []
    about = str(value.get("circa", "")).lower() not in ("", "0", "false", "none")
    if days and days[0] is not None:
        begin = _in_season(days[0], value.get("season"))
        return Dated(begin, days[1] if len(days) > 1 else None, about)
    words = (text_of(value, each) for each in ("raw", "edtf", "literal"))
    return _written(next((each for each in words if each), ""))


def _day(parts: object) -> Day | None:
    numbers = [_whole(part) for part in parts[:3]] if isinstance(parts, list) else []
    if not numbers or not numbers[0] or abs(numbers[0]) > _LAST_YEAR:
        return None
    year, month, day = (*numbers, None, None)[:3]
    if month in _SEASONS:
        return Day(year or 0, season=_SEASONS[month])
    if not month or not 1 <= month <= _MONTHS:
        return Day(year or 0)
    return Day(year or 0, month, day if day and 1 <= day <= _DAYS else 0)


def _whole(part: object) -> int | None:
    text = str(part).strip()
    return int(text) if _NUMBER.match(text) else None


def _in_season(day: Day, season: object) -> Day:
    number = _whole(season)
    known = number if number and 1 <= number <= max(_SEASONS.values()) else 0
    return Day(day.year, season=known) if known and not day.month else day


def _written(words: str) -> Dated | None:
    """A date in text: ISO 8601 and the EDTF that is common, or words."""
    if not words:
        return None
    about = _ABOUT.match(words)
    if about:
        return Dated(Day(int(about["year"])), about=True)
    first, slash, last = words.partition("/" if "/" in words else "..")
    begin, end = _ISO.match(first), _ISO.match(last)
    if begin is None or (slash and end is None):
        bare = re.fullmatch(r"\d{3,4}", words)
        return Dated(Day(int(words))) if bare and int(words) else Dated(words=words)
    found = [_day([each["year"], each["month"], each["day"]]) for each in (begin, end) if each]
    if found[0] is None:
        return Dated(words=words)
    return Dated(found[0], found[1] if len(found) > 1 else None, bool(begin["about"]))
