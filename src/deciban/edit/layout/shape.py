"""What each part of a text is meant to hold, as far as the layout cares."""

import re

from deciban.case import Case
from deciban.case.kinds import (
    PROSE,
    Anything,
    Dates,
    Group,
    Judgements,
    Kind,
    Listing,
    Names,
    One,
    Prose,
    Quantities,
    Quantity,
    Reference,
    Texts,
    Words,
    fields_of,
)
from deciban.node import Mapping, Node, Scalar, Sequence

#: What a part is kept as where the field wants something else, or does not mind.
AS_WRITTEN = Anything()
#: What is prose wherever it stands, inside what is kept as written too.
REASON = "because"

_BY_NAME = One | Group | Texts | Names | Judgements | Quantities
_IN_LISTS = Listing | Words | Dates | Reference | Quantity
_NEVER_BARE = One | Group | Listing | Texts
_BLANKS = re.compile("[ \t]+")


def kind_of(wanted: Kind, node: Node) -> Kind:
    """Answer how a node is laid out where ``wanted`` is wanted."""
    if isinstance(wanted, Anything):
        if wanted.names and isinstance(node, Mapping):
            return wanted
        return One(Case) if _is_piece_of_a_case(node) else AS_WRITTEN
    match node:
        case Mapping():
            fits = isinstance(wanted, _BY_NAME)
        case Sequence():
            fits = isinstance(wanted, _IN_LISTS)
        case Scalar():
            fits = not isinstance(wanted, _NEVER_BARE)
    return wanted if fits else AS_WRITTEN


def kind_inside(kind: Kind, key: str) -> Kind:
    """Answer what is wanted behind ``key``, or of an item, in a collection of some kind."""
    match kind:
        case One(record=record):
            return next((each.kind for each in fields_of(record) if each.key == key), AS_WRITTEN)
        case Group(record=record) | Listing(record=record):
            return One(record)
        case Texts():
            return PROSE
        case Anything(keyed=True, names=names):
            return Anything(names=names)
        case Anything(names=names) if names:
            return PROSE if key == REASON else AS_WRITTEN
        case _:
            return kind


def content(kind: Kind, scalar: Scalar) -> str:
    """Answer what a scalar says, without the white space that has no meaning in its kind.

    Paragraphs of prose are kept apart, by one line break each.
    """
    if isinstance(kind, Prose) and not kind.exact:
        paragraphs = (_BLANKS.sub(" ", line).strip(" ") for line in scalar.text.splitlines())
        return "\n".join(paragraph for paragraph in paragraphs if paragraph)
    return scalar.text if isinstance(kind, Anything | Prose) else scalar.text.strip(" \t\r\n")


def _is_piece_of_a_case(node: Node) -> bool:
    """Whether records of a case are written here, as in what a what-if adds."""
    if not isinstance(node, Mapping) or not node.entries:
        return False
    records = {each.key for each in fields_of(Case) if isinstance(each.kind, One | Group | Listing)}
    return all(entry.key.text in records for entry in node.entries)
