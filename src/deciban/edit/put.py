"""Put single values into the text of a file by splices, so that all else stays as written.

What comes of it is laid out afterwards, so that here only its meaning counts, and that every
comment stays beside what it speaks of.
"""

from collections.abc import Sequence

from deciban.edit.layout.scalar import written, written_key
from deciban.edit.splice import apply
from deciban.node import Entry, Mapping, Node, Scalar
from deciban.node import Sequence as SequenceNode
from deciban.problem import Splice
from deciban.read.yaml_tree import Document


def in_flow(node: Node) -> str:
    """Answer a node on one line, in braces and brackets."""
    match node:
        case Scalar():
            return written(node.text, flow=True)
        case Mapping(entries=entries):
            inner = (f"{written_key(e.key, flow=True)}: {in_flow(e.value)}" for e in entries)
            return f"{{{', '.join(inner)}}}"
        case SequenceNode(items=items):
            return f"[{', '.join(in_flow(item) for item in items)}]"


def put(document: Document, path: Sequence[str], value: Node) -> str:
    """Answer the text of a file with a value at a path, whatever stood there before.

    Args:
        document: the file, whose root is a mapping with at least one entry.
        path: keys from the root; those that are missing are made.
        value: what to put there.
    """
    within, place = document.root, 0
    while isinstance(within, Mapping) and within.entries:
        found = _entry(within, path[place])
        if found is None:
            return _added(document, within, path[place], _nested(path[place + 1 :], value))
        place += 1
        inner = found.value
        if place == len(path) or not (isinstance(inner, Mapping) and inner.entries):
            return _replaced(document, found, _nested(path[place:], value))
        within = inner
    message = "there is nothing to put a value into"
    raise ValueError(message)


def append(document: Document, key: str, item: Node) -> str:
    """Answer the text of a file with an item put behind those of a list at its top."""
    found = _entry(document.root, key) if isinstance(document.root, Mapping) else None
    if found is None:
        return put(document, (key,), SequenceNode((item,), item.at, flow=True))
    items = found.value.items if isinstance(found.value, SequenceNode) else ()
    if not items:
        return _replaced(document, found, f"[{in_flow(item)}]")
    if isinstance(found.value, SequenceNode) and found.value.flow:
        at = _end(items[-1])
        return _spliced(document, at, at, f", {in_flow(item)}")
    dash = " " * (found.value.at.column - 1)
    return _line_after(document, _end(items[-1]), f"{dash}- {in_flow(item)}")


def _entry(mapping: Mapping, key: str) -> Entry | None:
    return next((each for each in mapping.entries if each.key.text == key), None)


def _nested(path: Sequence[str], value: Node) -> str:
    """A value inside the mappings that lead to it, on one line."""
    told = in_flow(value)
    for key in reversed(path):
        told = f"{{{written_key(Scalar(key, value.at), flow=True)}: {told}}}"
    return told


def _added(document: Document, within: Mapping, key: str, told: str) -> str:
    """The text with one more entry: behind the others, or at the top behind the file's name."""
    name = written_key(Scalar(key, within.at), flow=within.flow)
    if within.flow:
        at = _end(within.entries[-1].value)
        return _spliced(document, at, at, f", {name}: {told}")
    before = within.entries[0] if within is document.root else within.entries[-1]
    indent = " " * (within.entries[0].key.at.column - 1)
    return _line_after(document, _end(before.value, before.key), f"{indent}{name}: {told}")


def _line_after(document: Document, end: int, line: str) -> str:
    """The text with a line put in behind the line that ends with, or holds, an offset."""
    text = document.text
    if text[end - 1 : end] == "\n":
        return _spliced(document, end, end, f"{line}\n")
    at = text.find("\n", end)
    at = len(text) if at < 0 else at
    return _spliced(document, at, at, f"\n{line}")


def _replaced(document: Document, entry: Entry, told: str) -> str:
    """The text with another value behind a key."""
    old, text = entry.value, document.text
    end = _end(old, entry.key)
    if isinstance(old, Scalar) and not old.text and end <= entry.key.at.end + 1:
        at = _behind_colon(text, entry.key.at.end)
        return _spliced(document, at, at, f" {told}" if text[at - 1] == ":" else f": {told}")
    pad = " " * entry.key.at.column
    inside = [each.text for each in document.comments if old.at.start <= each.at.start < end]
    put_in = "  ".join([told, f"\n{pad}".join(inside)]) if inside else told
    if text[end - 1 : end] == "\n":
        put_in += "\n"
    elif inside and text[end : end + 1] not in ("\n", ""):
        put_in += f"\n{pad}"
    return _spliced(document, old.at.start, end, put_in)


def _behind_colon(text: str, end: int) -> int:
    """The offset behind the colon of a key that ends somewhere; behind the key without one."""
    colon = text.find(":", end)
    return colon + 1 if colon >= 0 and not text[end:colon].strip(" \t") else end


def _end(node: Node, key: Scalar | None = None) -> int:
    """The offset just past the last character that a node has of its own."""
    match node:
        case Mapping(entries=entries, flow=False) if entries:
            return _end(entries[-1].value, entries[-1].key)
        case SequenceNode(items=items, flow=False) if items:
            return _end(items[-1])
        case _:
            return max(node.at.end, key.at.end + 1 if key is not None else 0)


def _spliced(document: Document, start: int, end: int, text: str) -> str:
    return apply(document.text, [Splice(document.file, start, end, text)])
