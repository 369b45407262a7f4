"""The language as a JSON Schema, for completion and underlining in editors.

It is written by one walk over the kinds of ``deciban.case.kinds`` and follows JSON Schema
2020-12. Editors parse YAML before they look at a schema, so ``0.7`` and ``1941`` come as numbers
and, under YAML 1.1, ``yes`` as a boolean: a scalar may be of every type it can look like. What a
schema cannot say (that a name is defined, that a row adds up to 100%) ``deciban check`` says.
YAML 1.1 also turns the odds ``3:1`` into 181, which an editor will then underline.
"""

import json
from collections.abc import Callable, Mapping
from inspect import getdoc
from typing import TypeAlias, Union

from deciban.case.case import Case
from deciban.case.kinds import (
    SHARE,
    Anything,
    Choice,
    Date,
    Dates,
    Field,
    Flag,
    Group,
    Identifier,
    Judgements,
    Kind,
    Listing,
    Names,
    One,
    Probability,
    Prose,
    Quantities,
    Quantity,
    Reference,
    Texts,
    Words,
    fields_of,
)
from deciban.case.patterns import (
    amount_pattern,
    date_pattern,
    probability_pattern,
    share_pattern,
    weight_pattern,
)
from deciban.case.question import NEVER
from deciban.case.record import Record

Json: TypeAlias = Union[str, int, float, bool, "list[Json]", "dict[str, Json]", None]
JsonObject: TypeAlias = dict[str, Json]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_IDENTIFIER = "^[a-z][a-z0-9_]*$"
#: Names of these are always identifiers; a citation key, an outcome or an address need not be.
_NAMED_HERE = frozenset(
    ("event", "item", "person", "question", "report", "sight", "source", "trust")
)


def json_schema(record: type[Record] = Case) -> JsonObject:
    """Answer the JSON Schema of a file that holds one record: a case, a position or a move.

    Every other record and every kind of written value stands once under ``$defs``; a record that
    is named by its key, such as a source, has no ``id`` of its own. Keys come in the order of the
    language, so the same language gives the same text.
    """
    walk = _Walk()
    root = walk.record(record)
    return {"$schema": DIALECT, "title": f"deciban {record.__name__.lower()}", **root, **walk.tail}


def schema_text() -> str:
    """Answer the schema of a case as the text of ``deciban.schema.json``."""
    return json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n"


class _Walk:
    """One walk over a record and all it holds, keeping what is defined once."""

    def __init__(self) -> None:
        self._defs: JsonObject = {}

    @property
    def tail(self) -> JsonObject:
        """The definitions met on the way, by name."""
        return {"$defs": dict(sorted(self._defs.items()))} if self._defs else {}

    def record(self, record: type[Record], *, named_by_key: bool = False) -> JsonObject:
        declared = [each for each in fields_of(record) if not (named_by_key and each.name == "id")]
        summary = (getdoc(record) or "").partition("\n")[0]
        required: list[Json] = [each.key for each in declared if each.required]
        return {
            "description": summary,
            "type": "object",
            "properties": {each.key: self._property(each) for each in declared},
            **({"required": required} if required else {}),
            "additionalProperties": False,
        }

    def _property(self, declared: Field) -> JsonObject:
        return {"description": declared.doc, **self._value(declared.kind)}

    def _value(self, kind: Kind) -> JsonObject:
        match kind:
            case Prose() | Identifier() | Date() | Probability():
                return self._defined("share" if kind == SHARE else _NAME_OF[type(kind)])
            case One() | Group() | Listing():
                return self._records(kind)
            case Texts() | Names() | Words() | Dates():
                return self._several(kind)
            case Reference():
                return self._reference(kind)
            case Judgements():
                return self._judgements(kind)
            case _:
                return _plain(kind)

    def _records(self, kind: One | Group | Listing) -> JsonObject:
        one = self._record(kind.record, named_by_key=isinstance(kind, Group))
        if isinstance(kind, Group):
            return _by_name(one)
        if isinstance(kind, Listing):
            return {**_listed(one), "type": ["array", "null"]}  # a list just begun is empty
        return one

    def _record(self, record: type[Record], *, named_by_key: bool) -> JsonObject:
        has_id = any(each.name == "id" for each in fields_of(record))
        name = record.__name__ + ("ByName" if named_by_key and has_id else "")
        if name not in self._defs:
            self._defs[name] = {}  # holds the place, should the record hold itself
            self._defs[name] = self.record(record, named_by_key=named_by_key)
        return _ref(name)

    def _several(self, kind: Texts | Names | Words | Dates) -> JsonObject:
        match kind:
            case Texts():
                return _by_name(self._defined("prose"))
            case Names():
                return {"type": "object", "additionalProperties": self._defined("name")}
            case Words():
                return _listed(self._defined("name"))
            case Dates():
                return _listed({"anyOf": [{"const": NEVER}, self._defined("date")]})

    def _reference(self, kind: Reference) -> JsonObject:
        one = self._defined("identifier" if _NAMED_HERE.issuperset(kind.to) else "name")
        return {"anyOf": [one, _listed(one)]} if kind.several else one

    def _judgements(self, kind: Judgements) -> JsonObject:
        name, unit = ("weights", "weight") if kind.unit == "weight" else ("judgements", "share")
        entry = self._defined(unit)
        self._defs[name] = {
            "description": "By hypothesis or outcome, nested where there are several parents.",
            "type": "object",
            "additionalProperties": {"anyOf": [entry, _ref(name)]},
        }
        words: list[Json] = [{"enum": list(kind.words)}] if kind.words else []
        bare: list[Json] = [entry] if kind.bare else []
        return {"anyOf": [*words, *bare, _ref(name)]} if words or bare else _ref(name)

    def _defined(self, name: str) -> JsonObject:
        if name not in self._defs:
            self._defs[name] = _DEFINITIONS[name]()
        return _ref(name)


def _ref(name: str) -> JsonObject:
    return {"$ref": f"#/$defs/{name}"}


def _plain(kind: Kind) -> JsonObject:
    """The schema of a kind that needs no definition of its own."""
    match kind:
        case Choice(options=options):
            return {"enum": _as_parsed(options)}
        case Quantity():
            one = _amount(kind, ranged=kind.ranged)
            return {"anyOf": [one, _listed(one)]} if kind.listed else one
        case Quantities(depth=depth, deeper=deeper):
            schema = _amount(kind, ranged=True)
            if deeper:
                schema = {"anyOf": [schema, {"type": "object", "additionalProperties": schema}]}
            for _ in range(depth):
                schema = {"type": "object", "additionalProperties": schema}
            return schema
        case Flag():
            return {"enum": ["yes", "no", True, False]}
        case Anything(keyed=keyed):
            return {"type": "object"} if keyed else {}
        case _:
            message = f"no schema for {kind}"
            raise TypeError(message)


def _as_parsed(options: tuple[str, ...]) -> list[Json]:
    """The options as YAML may hand them over: a digit as a number as well as text."""
    return [*(int(option) for option in options if option.isdecimal()), *options]


def _prose() -> JsonObject:
    return {"type": ["string", "number", "boolean"], "minLength": 1}


def _identifier() -> JsonObject:
    return {
        "type": "string",
        "pattern": _IDENTIFIER,
        "patternErrorMessage": "A name has lower-case letters, digits and underscores.",
    }


def _name() -> JsonObject:
    return {
        "description": "The name of something; `yes`, `no` and a date are names of answers too.",
        "type": ["string", "number", "boolean"],
        "minLength": 1,
    }


def _probability() -> JsonObject:
    return {
        "description": "A judgement: a point, a range, a point with its range, or a word.",
        "type": ["string", "number"],
        "minimum": 0,
        "maximum": 1,
        "pattern": probability_pattern(),
        "patternErrorMessage": "Write 70%, 60..80%, 70% (50..85%), 1 in 20, 3:1, or a word of the "
        "scale such as likely.",
        "examples": ["70%", "60..80%", "70% (50..85%)", "1 in 20", "3:1", "likely", "unknown"],
    }


def _share() -> JsonObject:
    return {
        **_probability(),
        "description": "A judgement, or `rest` for what the others of its row leave over.",
        "pattern": share_pattern(),
        "examples": ["70%", "60..80%", "70% (50..85%)", "likely", "rest", "unknown"],
    }


def _weight() -> JsonObject:
    return {
        "description": "A weight of evidence in decibans, or as so many times likelier.",
        "type": "string",
        "pattern": weight_pattern(),
        "patternErrorMessage": "Write decibans such as 6 dB or -6..-2 dB, or a ratio such as x4.",
        "examples": ["0 dB", "6 dB", "-6..-2 dB", "-3 dB (-6..-1 dB)", "x4", "x2..x8"],
    }


def _date() -> JsonObject:
    return {
        "description": "A day, month or year; a/b for what lasted, a..b for once within.",
        "type": ["string", "integer"],
        "pattern": date_pattern(),
        "patternErrorMessage": "Write 1941-06-21, 1941-06, 1941-06-21T21:30, a/b or a..b.",
        "examples": ["1941-06-21", "1941-06", "1941-04/1941-06-22", "1941-06-05..1941-06-10"],
    }


def _amount(kind: Quantity | Quantities, *, ranged: bool) -> JsonObject:
    return {
        "type": ["string", "number"],
        "minimum": kind.low,
        "maximum": kind.high,
        "pattern": amount_pattern(ranged=ranged, percent=kind.high == 1),
        "patternErrorMessage": f"Write a number from {kind.low:.10g} to {kind.high:.10g}.",
    }


def _listed(items: JsonObject) -> JsonObject:
    return {"type": "array", "items": items}


def _by_name(entry: JsonObject) -> JsonObject:
    return {
        "type": "object",
        "propertyNames": {"pattern": _IDENTIFIER},
        "additionalProperties": entry,
    }


_NAME_OF: Mapping[type[Kind], str] = {
    Prose: "prose",
    Identifier: "identifier",
    Date: "date",
    Probability: "probability",
}
_DEFINITIONS: Mapping[str, Callable[[], JsonObject]] = {
    "date": _date,
    "identifier": _identifier,
    "name": _name,
    "probability": _probability,
    "prose": _prose,
    "share": _share,
    "weight": _weight,
}
