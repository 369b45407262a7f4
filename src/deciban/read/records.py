"""Nodes of the text to records: every record is read by one walk over its declared keys."""

from collections.abc import Collection
from dataclasses import MISSING, dataclass, field, fields
from typing import TypeVar

from deciban.case import Record, noun_of, with_article
from deciban.case.kinds import Choice, Field, Group, Identifier, Listing, One, fields_of
from deciban.node import Entry, Mapping, Node, Scalar, Sequence, describe
from deciban.problem import Problem
from deciban.read.suggest import did_you_mean, listing, nearest, visible
from deciban.read.values import UNREADABLE, Unreadable, ValueReader
from deciban.span import Span

R = TypeVar("R", bound=Record)


@dataclass
class RecordReader:
    """Reads records, collecting every problem and never giving up early.

    Attributes:
        scale: the scale that verbal probabilities use.
        text: the whole text, for corrections that quote it as written.
        problems: what was found wrong so far.
        broken: names of records that could not be read.
    """

    scale: str
    text: str = ""
    problems: list[Problem] = field(default_factory=list)
    broken: set[str] = field(default_factory=set)

    def record(
        self, kind: type[R], node: Node, name: str | None = None, *, partial: bool = False
    ) -> R | None:
        """Answer the record that ``node`` holds, or None where it cannot stand.

        Args:
            kind: the record's class.
            node: what was written.
            name: its name, where it was written as the key of a group.
            partial: answer it even where required keys are missing; they are None then.
        """
        if not isinstance(node, Mapping):
            hint = "write its fields below one another, `name: value` each"
            wanted = with_article(noun_of(kind))
            self._report("D201", f"expected {wanted}, found {describe(node)}", node.at, hint)
            return None
        reader = ValueReader(self.scale, self.text, self.problems)
        values, missing = self._values(kind, node, reader, name)
        if name is not None and any(each.name == "id" for each in fields_of(kind)):
            values["id"] = name
        if missing and not partial:
            identifier = values.get("id", _written_id(node))
            if isinstance(identifier, str):
                self.broken.add(identifier)
            return None
        return kind(at=node.at, places=reader.places, **{**_blanks(kind, missing), **values})

    def _values(
        self, kind: type[Record], node: Mapping, reader: ValueReader, name: str | None
    ) -> tuple[dict[str, object], set[str]]:
        """Answer the values read, and the required attributes that have none."""
        declared = {each.key: each for each in fields_of(kind)}
        if name is not None:
            declared.pop("id", None)
        values: dict[str, object] = {}
        for entry in node.entries:
            key = declared.get(entry.key.text)
            if key is None:
                self._unknown(entry, declared, reader)
            elif key.name not in values:
                value = self._value(key, entry.value, reader)
                if not isinstance(value, Unreadable):
                    values[key.name] = value
        missing = {each.name for each in declared.values() if each.required} - values.keys()
        written = {entry.key.text for entry in node.entries} | reader.places.keys()
        for each in declared.values():
            if each.required and each.key not in written:
                what = f"this {noun_of(kind)} has no '{each.key}'"
                self._report("D202", what, node.at, _missing(each))
        return values, missing

    def _value(self, key: Field, node: Node, reader: ValueReader) -> object:
        match key.kind:
            case One(record=kind):
                reader.places[key.key] = node.at
                found = self.record(kind, node)
                return UNREADABLE if found is None else found
            case Group(record=kind):
                return self._group(kind, node, key, reader)
            case Listing(record=kind):
                return self._listing(kind, node, key, reader)
            case _:
                return reader.value(key.kind, node, key.key)

    def _group(self, kind: type[R], node: Node, key: Field, reader: ValueReader) -> object:
        records: dict[str, R] = {}
        for name, child in reader.entries(node, key.key, f"{key.key} by name"):
            at = reader.places[f"{key.key}.{name}"]
            if isinstance(reader.value(Identifier(), Scalar(name, at), key.key), Unreadable):
                self.broken.add(name)
                continue
            found = self.record(kind, child, name)
            if found is None:
                self.broken.add(name)
            else:
                records[name] = found
        return records

    def _listing(self, kind: type[R], node: Node, key: Field, reader: ValueReader) -> object:
        reader.places[key.key] = node.at
        if not isinstance(node, Sequence):
            if isinstance(node, Scalar) and not node.text:
                return ()
            self._report(
                "D201",
                f"expected a list under '{key.key}', found {describe(node)}",
                node.at,
                f"begin each {noun_of(kind)} with a dash: `- {fields_of(kind)[0].key}: ...`",
            )
            return UNREADABLE
        found = (self.record(kind, item) for item in node.items)
        return tuple(record for record in found if record is not None)

    def _unknown(self, entry: Entry, declared: Collection[str], reader: ValueReader) -> None:
        """Report a field that is not there; the one that was meant then counts as written."""
        meant = nearest(entry.key.text, declared)
        if meant is not None:
            reader.places.setdefault(meant, entry.value.at)
        self._report(
            "D203",
            f"unknown field '{visible(entry.key.text)}'",
            entry.key.at,
            did_you_mean(entry.key.text, declared, f"known here: {listing(declared, 24)}"),
        )

    def _report(self, code: str, message: str, at: Span, hint: str = "") -> None:
        self.problems.append(Problem(code, message, at, hint))


def _written_id(node: Mapping) -> str | None:
    for entry in node.entries:
        if entry.key.text == "id" and isinstance(entry.value, Scalar):
            return entry.value.text
    return None


def _missing(key: Field) -> str:
    """The hint for a required field that is not there."""
    if isinstance(key.kind, Choice) and len(key.kind.options) == 1:
        return f"write `{key.key}: {key.kind.options[0]}`"
    return f"add `{key.key}:` ({key.doc[0].lower()}{key.doc[1:-1]})"


def _blanks(kind: type[Record], missing: set[str]) -> dict[str, object]:
    """Stand-ins for required values of a record that is answered in part."""
    return {
        each.name: (each.default if each.default is not MISSING else None)
        for each in fields(kind)
        if each.name in missing
    }
