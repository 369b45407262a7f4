"""A case between two cases: some of what differs as in the one, the rest as in the other."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, cast

from deciban.case import Actor, Bibliography, Case, Event, Record
from deciban.case.kinds import Field, Listing, One, fields_of
from deciban.edit.difference.blocks import says_nothing
from deciban.edit.difference.roles import Role, fields_for, role_of
from deciban.edit.difference.walk import MOVING, Difference, Steps, by_name, in_one_order
from deciban.span import Span

#: Where a hidden event, a source or a linked question stands.
_GROUPS = ("events", "sources", "questions")


@dataclass(frozen=True)
class Between:
    """Everything that can be made of two cases by taking what differs from either.

    What does not differ is taken from the second, so that with every difference taken from it the
    mixture is the second case, and with none it is the first in the order of the second. What is
    asked and told beside the answer is left out.

    Attributes:
        before: the first case.
        after: the second.
        found: where they differ.
    """

    before: Case
    after: Case
    found: tuple[Difference, ...]

    def mixed(self, taken: Collection[Steps]) -> Case:
        """Answer the first case with the values at these paths taken from the second.

        A hidden event, a source or a linked question that only one of the two has is there where
        something needs it; so is an event that one of them knows of and that is not taken, but
        then nobody has observed it.
        """
        mixed = cast("Case", self._record(self.before, self.after, (), frozenset(taken)))
        bare = replace(
            mixed,
            question=replace(mixed.question, subject=None),
            questions={
                name: replace(question, subject=None) for name, question in mixed.questions.items()
            },
            actors=_bare(mixed.actors),
            unseen=(),
            what_if=(),
            test=(),
            left_out=(),
            bibliography=self._every_work,
            positions=(),
            debate=(),
        )
        return self._completed(bare)

    @cached_property
    def _differing(self) -> frozenset[Steps]:
        return frozenset(each.path for each in self.found if each.kind in MOVING)

    @cached_property
    def _around(self) -> frozenset[Steps]:
        """Every path on the way to a value that differs."""
        paths = self._differing
        return frozenset(path[:length] for path in paths for length in range(len(path) + 1))

    @cached_property
    def _every_work(self) -> Bibliography:
        """The works of both cases: what is taken from either may cite its own."""
        before, after = self.before.bibliography, self.after.bibliography
        return replace(
            after,
            works={**before.works, **after.works},
            present=before.present or after.present,
            whole=before.whole and after.whole,
            broken=before.broken | after.broken,
        )

    @cached_property
    def _spare(self) -> Mapping[tuple[str, str], Record]:
        """What only one case has and others may need, unobserved, by where it stands and name."""
        found: dict[tuple[str, str], Record] = {}
        for group in _GROUPS:
            before, after = (by_name(getattr(case, group)) for case in (self.before, self.after))
            for name in before.keys() ^ after.keys():
                record = _unobserved(before.get(name) or after[name])
                if says_nothing(record):
                    found[group, name] = record
        return found

    def _record(self, one: Record, other: Record, path: Steps, taken: frozenset[Steps]) -> Record:
        changes: dict[str, Any] = {}
        for declared in fields_of(type(one)):
            here = (*path, declared.key)
            if here in self._around:
                values = getattr(one, declared.name), getattr(other, declared.name)
                changes[declared.name] = self._value(one, declared, values, here, taken)
        if not changes:
            return other
        kept = {each.key for each in fields_of(type(one)) if self._kept((*path, each.key), taken)}
        return replace(other, **changes, places=_places(one, other, kept))

    def _kept(self, path: Steps, taken: frozenset[Steps]) -> bool:
        """Whether a value that differs is left as the first case has it."""
        return path in self._differing and path not in taken

    def _value(
        self,
        record: Record,
        declared: Field,
        values: tuple[object, object],
        path: Steps,
        taken: frozenset[Steps],
    ) -> object:
        if path in self._differing:
            return values[path in taken]
        if role_of(type(record), declared) is not Role.PARTS:  # a table with a path for each name
            one, other = cast("tuple[Mapping[str, object], Mapping[str, object]]", values)
            changed = {name for name in other if (*path, name) in self._differing}
            before = {name: one[name] for name in changed if (*path, name) not in taken}
            return {**other, **before}
        if isinstance(declared.kind, One):
            one_record, other_record = cast("tuple[Record, Record]", values)
            return self._record(one_record, other_record, path, taken)
        records = self._records(by_name(values[0]), by_name(values[1]), path, taken)
        return tuple(records.values()) if isinstance(declared.kind, Listing) else records

    def _records(
        self,
        before: Mapping[str, Record],
        after: Mapping[str, Record],
        path: Steps,
        taken: frozenset[Steps],
    ) -> Mapping[str, Record]:
        """The records of a list or group; those that one case alone has where they are meant."""
        mixed: dict[str, Record] = {}
        for name in in_one_order(tuple(before), tuple(after)):
            here = (*path, name)
            if name in before and name in after:
                changed = here in self._around
                record = after[name]
                if changed:
                    record = self._record(before[name], record, here, taken)
                mixed[name] = record
            elif (name in after) == (here in taken):
                mixed[name] = after.get(name) or before[name]
        return mixed

    def _completed(self, mixed: Case) -> Case:
        """The mixture with the events, sources and questions that something in it needs."""
        waiting = {
            (group, name): record
            for (group, name), record in self._spare.items()
            if name not in by_name(getattr(mixed, group))
        }
        while waiting:
            named = set(_named_in(mixed))
            due = {key: waiting.pop(key) for key in tuple(waiting) if key[1] in named}
            if not due:
                break
            mixed = self._with(mixed, due)
        return mixed

    def _with(self, mixed: Case, due: Mapping[tuple[str, str], Record]) -> Case:
        changes: dict[str, Any] = {}
        for group in {group for group, _ in due}:
            records = dict(by_name(getattr(mixed, group)))
            records |= {name: record for (where, name), record in due.items() if where == group}
            ends = (tuple(by_name(getattr(case, group))) for case in (self.before, self.after))
            ordered = {name: records[name] for name in in_one_order(*ends) if name in records}
            changes[group] = tuple(ordered.values()) if group == "events" else ordered
        return replace(mixed, **changes)


def _places(one: Record, other: Record, kept: Collection[str]) -> Mapping[str, Span]:
    """Where the parts of a mixed record stand, for checks ask what is written there.

    Args:
        one: the record of the first case.
        other: that of the second.
        kept: the keys whose values are the first one's.
    """

    def chosen(record: Record, *, ours: bool) -> Iterator[tuple[str, Span]]:
        for path, at in record.places.items():
            if (path.partition(".")[0] in kept) is ours:
                yield path, at

    return {**dict(chosen(other, ours=False)), **dict(chosen(one, ours=True))}


def _unobserved(record: Record) -> Record:
    """A record as it is there for others; a published weight is nothing that others hang from."""
    if isinstance(record, Event) and not record.weight:
        return replace(record, known=None)
    return record


def _bare(actors: Mapping[str, Actor]) -> Mapping[str, Actor]:
    """Actors without what is asked of them."""
    return {name: replace(actor, ask=(), had=(), reasonable=None) for name, actor in actors.items()}


def _named_in(record: Record) -> Iterator[str]:
    """Every name that the links of a record and of those inside it may speak of."""
    for declared in fields_for(type(record), Role.LINK, Role.PARTS):
        value = getattr(record, declared.name)
        yield from _names(value)
    if isinstance(record, Event):
        yield from _names(record.also_caused_by)


def _names(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
            yield value.partition(".")[0]
        case Record():
            yield from _named_in(value)
        case tuple():
            for inner in value:
                yield from _names(inner)
        case Mapping():
            for name, inner in value.items():
                yield from _names(str(name))
                yield from _names(inner)
