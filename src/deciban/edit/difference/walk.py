"""Where two cases differ: a walk over the declared keys of their records, never over their text.

So comments, layout, and the order of records and of names in a row make no difference.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias, cast

from deciban.case import Case, Move, Position, Record, Seal, Work
from deciban.case.kinds import Field, Group, Listing, One, Quantities, Texts, fields_of
from deciban.edit.difference.roles import Role, date_counts, role_of
from deciban.edit.difference.written import alike, written
from deciban.span import Span
from deciban.units import Judgement

#: Keys and names that lead from the case to a value, as they are spelled in the text.
Steps: TypeAlias = tuple[str, ...]


class Kind(StrEnum):
    """In what two cases differ at one place."""

    NUMBER = "number"
    LINK = "link"
    ADDED = "added"
    REMOVED = "removed"
    WORDS = "words"
    ASIDE = "aside"


#: What may move an answer; the others never do.
MOVING = (Kind.NUMBER, Kind.LINK, Kind.ADDED, Kind.REMOVED)


@dataclass(frozen=True, slots=True)
class Difference:
    """One place at which two cases differ.

    Attributes:
        address: where, to the last name: ``events.letter.expected.knew``.
        path: the value that is taken from one case or the other as a whole: the key of a record, a
            name in it, or a record.
        kind: in what.
        before: as written in the first case; empty where nothing is.
        after: as written in the second.
        was_at: where it stands in the first; None where it does not.
        now_at: where it stands in the second.
    """

    address: str
    path: Steps
    kind: Kind
    before: str
    after: str
    was_at: Span | None = None
    now_at: Span | None = None


def differences(before: Case, after: Case) -> tuple[Difference, ...]:
    """Answer every place at which two cases differ, in the order of the second one's keys."""
    walk = _Walk(before, after)
    return (*walk.record(before, after, ()), *walk.other_files())


@dataclass(frozen=True, slots=True)
class _Pair:
    """A value in both cases, with its address and what to take for it."""

    address: str
    path: Steps
    one: object
    other: object
    at: tuple[Span | None, Span | None]

    def told(self, kind: Kind) -> Difference:
        before, after = written(self.one), written(self.other)
        if before == after and isinstance(self.one, Judgement):
            before, after = _in_figures(self.one), _in_figures(self.other)
        return Difference(self.address, self.path, kind, before, after, *self.at)

    def inside(self, name: str, one: object, other: object) -> "_Pair":
        places = tuple(_place(each) for each in (one, other))
        at = tuple(own or around for own, around in zip(places, self.at, strict=True))
        return _Pair(f"{self.address}.{name}", self.path, one, other, (at[0], at[1]))


def _place(value: object) -> Span | None:
    return cast("Span | None", getattr(value, "at", None))


def _in_figures(value: object) -> str:
    """A word with the scale it was read by, where the word alone does not tell two apart."""
    if not isinstance(value, Judgement):
        return written(value)
    return f"{value.text.strip()} ({value.scale or f'{value.low:g}..{value.high:g}'})"


class _Walk:
    def __init__(self, before: Case, after: Case) -> None:
        self._before, self._after = before, after

    def record(self, one: Record, other: Record, path: Steps) -> Iterator[Difference]:
        """What differs inside a record that both cases have; an edit shares what it leaves."""
        if one is other:
            return
        for declared in fields_of(type(one)):
            values = getattr(one, declared.name), getattr(other, declared.name)
            at = one.place(declared.key), other.place(declared.key)
            here = (*path, declared.key)
            pair = _Pair(".".join(here), here, *values, at)
            yield from self._field(one, other, declared, pair)

    def _field(
        self, one: Record, other: Record, declared: Field, pair: _Pair
    ) -> Iterator[Difference]:
        if pair.one is pair.other:
            return
        role = role_of(type(one), declared)
        if role is Role.PARTS:
            yield from self._parts(declared, pair)
        elif role is Role.ASIDE:
            yield from _aside(declared, pair)
        elif role is Role.WORDS or not self._date_counts(one, other, declared.name):
            if pair.one != pair.other:
                yield pair.told(Kind.WORDS)
        elif isinstance(declared.kind, Texts):
            yield from _sentences(pair)
        else:
            kind = Kind.NUMBER if role is Role.NUMBER else Kind.LINK
            yield from _values(pair, kind, split=_by_name(declared, pair))

    def _date_counts(self, one: Record, other: Record, name: str) -> bool:
        return date_counts(self._before, one, name) or date_counts(self._after, other, name)

    def _parts(self, declared: Field, pair: _Pair) -> Iterator[Difference]:
        if not isinstance(declared.kind, One):
            records = by_name(pair.one), by_name(pair.other)
            for name in in_one_order(*map(tuple, records)):
                one, other = (each.get(name) for each in records)
                yield from self._part(one, other, (*pair.path, name))
            return
        one, other = cast("Record | None", pair.one), cast("Record | None", pair.other)
        yield from self._part(one, other, pair.path)

    def _part(self, one: Record | None, other: Record | None, path: Steps) -> Iterator[Difference]:
        """A record that one case or both have."""
        if one is not None and other is not None:
            yield from self.record(one, other, path)
        elif one is not None or other is not None:
            at = one.at if one else None, other.at if other else None
            kind = Kind.ADDED if one is None else Kind.REMOVED
            yield _Pair(".".join(path), path, one, other, at).told(kind)

    def other_files(self) -> Iterator[Difference]:
        """The bibliography, positions, moves and seals, none of which enters an answer."""
        works = self._before.bibliography.works, self._after.bibliography.works
        yield from _files("bibliography", *works)
        positions = ({each.position: each for each in case.positions} for case in self._both)
        yield from _files("positions", *positions)
        moves = ({each.id: each for each in case.debate} for case in self._both)
        yield from _files("debate", *moves)
        seals = ({each.seal: each for each in case.seals} for case in self._both)
        yield from _files("seals", *seals)

    @property
    def _both(self) -> tuple[Case, Case]:
        return self._before, self._after


def by_name(records: object) -> Mapping[str, Record]:
    """Answer the records of a list or of a group by name; by number where they have none."""
    if isinstance(records, Mapping):
        return cast("Mapping[str, Record]", records)
    listed = cast("tuple[Record, ...]", records)
    return {str(getattr(each, "id", place)): each for place, each in enumerate(listed)}


def in_one_order(before: tuple[str, ...], after: tuple[str, ...]) -> tuple[str, ...]:
    """Answer the names of both, in the order of the second.

    One that only the first has comes behind what it came behind there.
    """
    ordered = list(after)
    known = set(after)
    for place, name in enumerate(before):
        if name in known:
            continue
        behind = [earlier for earlier in before[:place] if earlier in known]
        ordered.insert(ordered.index(behind[-1]) + 1 if behind else 0, name)
        known.add(name)
    return tuple(ordered)


def _by_name(declared: Field, pair: _Pair) -> bool:
    """Whether each name of a table stands for itself: the kinds of an opponent, each with a row."""
    if not isinstance(declared.kind, Quantities) or declared.kind.depth < 2:  # noqa: PLR2004 (rows)
        return False
    return (
        isinstance(pair.one, Mapping)
        and isinstance(pair.other, Mapping)
        and (pair.one.keys() == pair.other.keys())
    )


def _values(pair: _Pair, kind: Kind, *, split: bool = False) -> Iterator[Difference]:
    """Every value that differs, to the last name where both have the same names around it."""
    one, other = pair.one, pair.other
    if alike(one, other):
        if written(one) != written(other) and not isinstance(one, Mapping):
            yield pair.told(Kind.WORDS)
        elif isinstance(one, Mapping):
            yield from _inside(pair, kind, split=split)
    elif isinstance(one, Mapping) and isinstance(other, Mapping) and one and other:
        yield from _inside(pair, kind, split=split)
    else:
        yield pair.told(kind)


def _inside(pair: _Pair, kind: Kind, *, split: bool) -> Iterator[Difference]:
    one, other = cast("Mapping[str, object]", pair.one), cast("Mapping[str, object]", pair.other)
    for name in in_one_order(tuple(one), tuple(other)):
        inner = pair.inside(name, one.get(name), other.get(name))
        if split:
            inner = _Pair(inner.address, (*pair.path, name), inner.one, inner.other, inner.at)
        yield from _values(inner, kind)


def _sentences(pair: _Pair) -> Iterator[Difference]:
    """Hypotheses: which there are is a link, what their sentences say is words."""
    one, other = cast("Mapping[str, str]", pair.one), cast("Mapping[str, str]", pair.other)
    for name in in_one_order(tuple(one), tuple(other)):
        inner = pair.inside(name, one.get(name), other.get(name))
        if inner.one != inner.other:
            yield inner.told(Kind.WORDS if name in one and name in other else Kind.LINK)


def _aside(declared: Field, pair: _Pair) -> Iterator[Difference]:
    """What is asked or told beside the answer: each record that differs, or the whole."""
    if not isinstance(declared.kind, Listing | Group):
        if pair.one != pair.other:
            yield pair.told(Kind.ASIDE)
        return
    one, other = by_name(pair.one), by_name(pair.other)
    for name in in_one_order(tuple(one), tuple(other)):
        inner = pair.inside(name, one.get(name), other.get(name))
        if inner.one != inner.other:
            yield inner.told(Kind.ASIDE)


def _files(
    folder: str,
    before: Mapping[str, Work | Position | Move | Seal],
    after: Mapping[str, Work | Position | Move | Seal],
) -> Iterator[Difference]:
    for name in in_one_order(tuple(before), tuple(after)):
        one, other = before.get(name), after.get(name)
        if one != other:
            was, now = ("" if each is None else name for each in (one, other))
            places = _place(one), _place(other)
            yield Difference(f"{folder}.{name}", (folder, name), Kind.ASIDE, was, now, *places)


def records_along(case: Case, path: Steps) -> Iterator[tuple[Steps, Record]]:
    """Answer the records that a path leads through, the case first, each with the path to it."""
    record: Record = case
    yield (), record
    place = 0
    while place < len(path):
        keys = {each.key: each for each in fields_of(type(record))}
        declared = keys.get(path[place])
        inside = getattr(record, declared.name) if declared is not None else None
        place += 1
        if declared is not None and isinstance(declared.kind, Group | Listing):
            inside = by_name(inside).get(path[place]) if place < len(path) else None
            place += 1
        if not isinstance(inside, Record):
            return
        record = inside
        yield path[:place], record
