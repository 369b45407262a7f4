"""The kinds of value a case file may hold.

Every field of every record names its kind once. Reading, the editors' schema, the canonical
layout and the addresses of numbers are all walks over these kinds, so they cannot disagree.
"""

from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from deciban.case.record import Record


@dataclass(frozen=True)
class Prose:
    """Free text.

    Attributes:
        exact: whether its line breaks and blanks are part of it; else they only part words.
    """

    exact: bool = False


@dataclass(frozen=True)
class Identifier:
    """A name given here: lower-case letters, digits and underscores."""


@dataclass(frozen=True)
class Reference:
    """The name of something defined elsewhere.

    Attributes:
        to: what it may name: ``event``, ``source``, ``question``, ``report``, ``citation``,
            ``outcome``, ``address``.
        several: whether a list is allowed as well as one name.
    """

    to: tuple[str, ...]
    several: bool = False


@dataclass(frozen=True)
class Choice:
    """One word out of a short list."""

    options: tuple[str, ...]


@dataclass(frozen=True)
class Words:
    """A list of short names, such as the outcomes of an event."""


@dataclass(frozen=True)
class Date:
    """A date, a stretch or a window of time."""


@dataclass(frozen=True)
class Dates:
    """A list of dates, in which ``never`` may stand."""


@dataclass(frozen=True)
class Probability:
    """One judgement of a probability.

    Attributes:
        shared: whether it shares a whole with others, so that it may be the word ``rest``.
    """

    shared: bool = False


@dataclass(frozen=True)
class Judgements:
    """Judgements keyed by hypotheses or outcomes, nested where there are several parents.

    Attributes:
        unit: ``probability`` or ``weight`` (decibans or ``xN``).
        words: words that may stand for the whole, such as ``even`` and ``none``.
        spread: whether such a word is read as the row that it stands for, ``{else: rest}``.
        bare: whether one judgement may stand for the whole.
    """

    unit: str = "probability"
    words: tuple[str, ...] = ()
    spread: bool = False
    bare: bool = False


@dataclass(frozen=True)
class Quantity:
    """A plain number with its limits; a range ``a..b`` or a list where allowed."""

    low: float
    high: float
    ranged: bool = False
    listed: bool = False


@dataclass(frozen=True)
class Quantities:
    """Plain numbers by name, nested ``depth`` deep; ranges allowed.

    Attributes:
        low: the least a number may be.
        high: the most.
        depth: how many names lead to a number.
        deeper: whether one name more may.
    """

    low: float
    high: float
    depth: int = 1
    deeper: bool = False


@dataclass(frozen=True)
class Flag:
    """``yes`` or ``no``."""


@dataclass(frozen=True)
class Texts:
    """Prose by name: the hypotheses of a question."""


@dataclass(frozen=True)
class Names:
    """A name by name: what a source pushes on each event."""

    keys: str
    values: str


@dataclass(frozen=True)
class One:
    """One record, written in place."""

    record: "type[Record]"


@dataclass(frozen=True)
class Group:
    """Records by name."""

    record: "type[Record]"


@dataclass(frozen=True)
class Listing:
    """A list of records."""

    record: "type[Record]"


@dataclass(frozen=True)
class Anything:
    """A piece of a case kept as written, read when it is put in its place.

    Attributes:
        keyed: whether it is a mapping whose values are kept apart, by address.
        names: what stands inside each of these values, in the order in which it is best written.
    """

    keyed: bool = False
    names: tuple[str, ...] = ()


Kind = (
    Prose
    | Identifier
    | Reference
    | Choice
    | Words
    | Date
    | Dates
    | Probability
    | Judgements
    | Quantity
    | Quantities
    | Flag
    | Texts
    | Names
    | One
    | Group
    | Listing
    | Anything
)

#: The one kind that reads as several lines of prose, and is therefore folded by the formatter.
PROSE = Prose()
DATE = Date()
PROBABILITY = Probability()
SHARE = Probability(shared=True)
#: A row for which ``even`` may stand.
ROW_OR_EVEN = Judgements(words=("even",), spread=True)


@dataclass(frozen=True)
class Field:
    """One key of a record.

    Attributes:
        name: the attribute of the record.
        key: the key in the text (``in`` cannot be an attribute's name).
        kind: what its value must be.
        doc: what it means, one sentence for editors and for the language page.
        required: whether the record cannot do without it.
    """

    name: str
    key: str
    kind: Kind
    doc: str
    required: bool


def key(
    kind: Kind,
    doc: str,
    *,
    default: object = None,
    required: bool = False,
    spelled: str = "",
) -> Any:  # noqa: ANN401 (what stands at class level is a value of the field's own type)
    """Declare one key of a record: its kind, its meaning, and what stands in when it is left out.

    Args:
        kind: what the value must be.
        doc: what it means, in one sentence.
        default: the value when the key is left out; a mutable default is copied.
        required: whether leaving it out is a problem.
        spelled: the key in the text, where it differs from the attribute's name.
    """
    metadata: dict[str, Any] = {"kind": kind, "doc": doc, "required": required, "key": spelled}
    if isinstance(default, dict):
        return field(default_factory=dict, metadata=metadata)
    return field(default=default, metadata=metadata)


def fields_of(record: "type[Record]") -> tuple[Field, ...]:
    """Answer the keys of a record, in the order in which the canonical layout writes them."""
    cached = _FIELDS.get(record)
    if cached is None:
        cached = _FIELDS[record] = tuple(
            Field(
                name=declared.name,
                key=declared.metadata["key"] or declared.name,
                kind=declared.metadata["kind"],
                doc=declared.metadata["doc"],
                required=declared.metadata["required"],
            )
            for declared in fields(record)
            if "kind" in declared.metadata
        )
    return cached


_FIELDS: "dict[type[Record], tuple[Field, ...]]" = {}
