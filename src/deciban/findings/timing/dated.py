"""From when on everything in a case counts, on each of the two clocks.

*Happened*: a known event counts at its ``when``, a report at that of its event or when it was made,
whichever is earlier, a silence at that of its event, an act when it was chosen. A memoir of 1969 on
June 1941 counts in June 1941; a forecast counts when it was made.

*Public*: a report counts at its ``public``, an event at its ``known_since``, a silence when it was
``searched``, a message at its ``public``. Where that is not written it follows from the works that
print it: not before it was made or happened, and at the latest by the end of the year in which the
first of these works came out. Letters and unpublished papers print nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from deciban.case import ChoiceMade, Event, Report, Silence
from deciban.case.minds import acts_of, shown_events
from deciban.dates import AFTER_ALL, BEFORE_ALL, When, read_date
from deciban.findings.timing.grain import earliest_name, latest_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from deciban.case import Actor, Case, Sight
    from deciban.findings.timing.stage import ClockName

#: Types of works, as CSL-JSON names them, whose date is that of their writing: nothing is printed.
UNPUBLISHED = frozenset({"collection", "document", "manuscript", "personal_communication"})

Basis = Literal["written", "derived", "undated"]
Item: TypeAlias = Event | Report | Silence | ChoiceMade


@dataclass(frozen=True, slots=True)
class Point:
    """An instant, and how a case would write it; empty before and after all dates."""

    at: int
    on: str = ""


@dataclass(frozen=True, slots=True)
class Stretch:
    """From when on something may count, and from when on it must."""

    earliest: Point
    latest: Point


#: Of what nobody says when.
ALWAYS = Stretch(Point(BEFORE_ALL), Point(AFTER_ALL))


@dataclass(frozen=True, slots=True)
class Dated:
    """From when on something counts.

    Attributes:
        id: its name in the case.
        when: at the earliest, and at the latest.
        basis: whether the case says so, it follows from the works cited, or nobody says.
    """

    id: str
    when: Stretch
    basis: Basis


@dataclass(frozen=True, slots=True)
class Dates:
    """From when on everything in a case counts on one clock.

    Attributes:
        items: the items of the model, in their order.
        messages: by actor, what he was told or saw, without copies.
    """

    items: tuple[Dated, ...]
    messages: Mapping[str, tuple[Dated, ...]]

    @property
    def all(self) -> tuple[Dated, ...]:
        """Everything: items, and then messages."""
        return (*self.items, *(each for told in self.messages.values() for each in told))

    def on(self, basis: Basis) -> tuple[str, ...]:
        """The names of everything whose date has this basis."""
        return tuple(each.id for each in self.all if each.basis == basis)


def all_dates(case: Case, ids: Iterable[str], actors: Iterable[str]) -> Mapping[ClockName, Dates]:
    """Answer from when on everything counts, by clock.

    Args:
        case: the case.
        ids: the names of its items, in order.
        actors: the actors whose messages count.
    """
    dating = _Dating(case, ids, actors)
    return {"happened": dating.happened(), "public": dating.public()}


class _Dating:
    """The dates of one case."""

    def __init__(self, case: Case, ids: Iterable[str], actors: Iterable[str]) -> None:
        self._case = case
        self._chosen = shown_events(case)
        acts = (choice for _, choice in acts_of(case) if choice.shown_by is None)
        every: tuple[Item, ...] = (*case.events, *case.reports, *case.silences, *acts)
        records = {each.id: each for each in every}
        self._items = [records[name] for name in ids]
        self._actors = {name: case.actors[name] for name in actors}

    def happened(self) -> Dates:
        """Answer from when on everything counts that had happened.

        Messages count at the end of their dates, as wherever a mind is read.
        """
        items = (_written(item.id, self._happened(item)) for item in self._items)
        messages = {name: tuple(_reached(actor)) for name, actor in self._actors.items()}
        return Dates(tuple(items), messages)

    def public(self) -> Dates:
        """Answer from when on everything counts that was public."""
        items = tuple(map(self._public, self._items))
        messages = {name: tuple(self._shown(actor)) for name, actor in self._actors.items()}
        return Dates(items, messages)

    def _happened(self, item: Item) -> Stretch | None:
        """When what an item speaks of had happened; None where nobody says."""
        match item:
            case Event():
                act = self._chosen.get(item.id)
                return _stretch(item.when if act is None else act.on)
            case ChoiceMade():
                return _stretch(item.on)
            case _:
                event = self._case.event(item.of)
                when = self._happened(event) if event is not None else None
                made = _stretch(item.made) if isinstance(item, Report) else None
                return _earlier([each for each in (when, made) if each is not None])

    def _public(self, item: Item) -> Dated:
        """When an item was public; an act that no event shows says nothing of that."""
        happened = self._happened(item)
        match item:
            case Event():
                return self._derived(item.id, item.known_since, happened, item.cite)
            case Report():
                made = _stretch(item.made) or happened
                return self._derived(item.id, item.public, made, self._printing(item))
            case Silence():
                return self._derived(item.id, item.searched, happened, self._printing(item))
            case ChoiceMade():
                return self._derived(item.id, None, happened, ())

    def _printing(self, item: Report | Silence) -> tuple[str, ...]:
        """The works that print an item: those it cites, or that which speaks in it.

        Where a source can be found says nothing of where this was printed.
        """
        if item.cite or item.by in self._case.sources:
            return item.cite
        return (item.by,)

    def _shown(self, actor: Actor) -> Iterator[Dated]:
        """When it was public what had reached an actor; a copy makes public what it repeats."""
        by_name = {sight.id: sight for sight in actor.saw}
        several: dict[str, list[Dated]] = {}
        for sight in actor.saw:
            first = _repeated(sight, by_name)
            found = self._derived(first, sight.public, _stretch(sight.on), sight.cite)
            several.setdefault(first, []).append(found)
        for sight in actor.saw:
            if sight.id in several:
                yield _first_of(several[sight.id])

    def _derived(
        self, name: str, written: When | None, made: Stretch | None, cite: Iterable[str]
    ) -> Dated:
        """A date as written, or as it follows from the works that may print a thing."""
        if written is not None:
            return _written(name, _stretch(written))
        made = made or ALWAYS
        issued = [year for key in cite if (year := self._issued(key)) is not None]
        issued = [year for year in issued if year.latest >= made.earliest.at]
        if not issued:
            return Dated(name, Stretch(made.earliest, ALWAYS.latest), "undated")
        first = min(issued, key=lambda year: year.latest)
        return Dated(name, Stretch(made.earliest, _closing(first)), "derived")

    def _issued(self, key: str) -> When | None:
        """The year in which a work came out, where it did and the bibliography has it."""
        work = self._case.bibliography.works.get(key)
        if work is None or not work.year or work.entry.get("type") in UNPUBLISHED:
            return None
        year = read_date(work.year)
        return year if isinstance(year, When) else None


def _written(name: str, when: Stretch | None) -> Dated:
    return Dated(name, when or ALWAYS, "undated" if when is None else "written")


def _stretch(when: When | None) -> Stretch | None:
    if when is None:
        return None
    return Stretch(Point(when.earliest, earliest_name(when)), _closing(when))


def _closing(when: When) -> Point:
    return Point(when.latest, latest_name(when))


def _at(point: Point) -> int:
    return point.at


def _earlier(several: list[Stretch]) -> Stretch | None:
    """When the first of several has happened; None where there is none."""
    if not several:
        return None
    earliest = min((each.earliest for each in several), key=_at)
    return Stretch(earliest, min((each.latest for each in several), key=_at))


def _reached(actor: Actor) -> Iterator[Dated]:
    for sight in actor.saw:
        if sight.copies is None and sight.on is not None:
            end = _closing(sight.on)
            yield Dated(sight.id, Stretch(end, end), "written")


def _repeated(sight: Sight, by_name: Mapping[str, Sight]) -> str:
    """The message that a copy goes back to; its own name where it is none."""
    while sight.copies is not None:
        sight = by_name[sight.copies]
    return sight.id


def _first_of(several: list[Dated]) -> Dated:
    """What counts once any of several does; a date that is written says more than one that is not.

    So a copy of which nobody says when it was public does not open the date of its original.
    """
    last = min(several, key=lambda each: each.when.latest.at)
    written = [each for each in several if each.basis == "written"]
    earliest = min((each.when.earliest for each in written or several), key=_at)
    when = Stretch(min(earliest, last.when.latest, key=_at), last.when.latest)
    return Dated(last.id, when, last.basis)
