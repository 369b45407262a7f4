"""The what-ifs of a case, each with what it changes."""

from collections.abc import Iterator

from deciban.case import WhatIf
from deciban.case.citation import without_citations
from deciban.node import Entry, Mapping, Node, Scalar, Sequence
from deciban.render.brief.names import plain
from deciban.render.brief.prose import Piece, code, prose
from deciban.render.document.blocks import Prose


def what_if_in_words(each: WhatIf) -> Prose:
    """Answer what is supposed, and what of the case it sets, leaves out and adds."""
    text = without_citations(each.text or plain(each.id)).removesuffix(".")
    changes: list[Piece] = []
    for verb, told in (
        ("sets", [prose(code(address), _to(value)) for address, value in each.settings.items()]),
        ("goes without", [prose(code(name)) for name in each.without]),
        ("adds", [prose(code(name)) for name in _added(each.add)]),
    ):
        for place, one in enumerate(told):
            lead = f"{'; ' if changes else ''}{verb} " if place == 0 else ", "
            changes += [lead, one]
    return prose(f"{text}: ", *changes, ".")


def _to(value: Node) -> str:
    """What a number is set to, where it is one and not a whole row of them."""
    return f" to {value.text}" if isinstance(value, Scalar) else ""


def _added(add: Node | None) -> Iterator[str]:
    """The names of the records that are added."""
    for kind in _entries(add):
        if isinstance(kind.value, Sequence):
            yield from (name for item in kind.value.items for name in _name(item))
        else:
            yield from (entry.key.text for entry in _entries(kind.value))


def _name(item: Node) -> Iterator[str]:
    for entry in _entries(item):
        if entry.key.text == "id" and isinstance(entry.value, Scalar):
            yield entry.value.text


def _entries(node: Node | None) -> tuple[Entry, ...]:
    return node.entries if isinstance(node, Mapping) else ()
