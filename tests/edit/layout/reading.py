"""Reading and comparing files, for the tests of their layout."""

from collections import Counter

from deciban.case import Case, Record
from deciban.edit.layout import laid_out
from deciban.node import Mapping, Node, Scalar
from deciban.read.keys import parse_language
from deciban.read.yaml_tree import Document


def read(text: str) -> Document:
    """The document of a text."""
    return parse_language(text, "case.yaml")


def lay_out(text: str, record: type[Record] = Case) -> str:
    """The layout of a text that has one, and of which it is the last word."""
    found = laid_out(read(text), record)
    assert isinstance(found, str), found
    assert laid_out(read(found), record) == found
    return found


def data(node: Node | None) -> object:
    """What a tree says, but for white space and for the order of fields."""
    if isinstance(node, Scalar):
        return " ".join(node.text.split())
    if isinstance(node, Mapping):
        return {entry.key.text: data(entry.value) for entry in node.entries}
    return [data(item) for item in node.items] if node else None


def comments(document: Document) -> Counter[str]:
    """Every comment, with how often it stands there."""
    return Counter(comment.text.rstrip() for comment in document.comments)
