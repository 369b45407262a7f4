"""The one way of writing a case, and the proof that it says the same."""

from collections import Counter

from deciban.case import Record
from deciban.case.kinds import One
from deciban.edit.layout.attach import attach
from deciban.edit.layout.block import laid_out_lines
from deciban.edit.layout.shape import content
from deciban.edit.layout.slot import Slot, grow
from deciban.node import Mapping, Scalar
from deciban.problem import Problem, Severity
from deciban.read.keys import parse_language
from deciban.read.yaml_tree import Document
from deciban.span import Span

_CUT_TEXT = "D121"


def laid_out(document: Document, record: type[Record]) -> str | Problem:
    """Answer the text of a file in its canonical layout, every comment kept.

    The answer is read again and compared with the document before it is given, so it never
    says anything else; laying it out once more changes nothing.

    Args:
        document: the file as it was read.
        record: what the file holds: a case, a position or a move.

    Returns:
        The text; or why the file must stay as it is.
    """
    hindrance = _hindrance(document)
    if hindrance is not None or not isinstance(document.root, Mapping):
        return hindrance or _nothing_here(document)
    slot = grow(document.root, One(record))
    attach(slot, document.comments, document.text)
    text = "\n".join(laid_out_lines(slot)) + "\n"
    return text if _says_the_same(text, document, record) else _changed(document)


def _hindrance(document: Document) -> Problem | None:
    """What must be settled by hand before the file can be laid out."""
    for problem in document.problems:
        if problem.severity is Severity.ERROR:
            return problem
    cut = next((each for each in document.problems if each.code == _CUT_TEXT), None)
    if cut is None:
        return None
    message = "whether this # belongs to the text or begins a comment must be settled first"
    return Problem("D152", message, cut.at, cut.hint)


def _nothing_here(document: Document) -> Problem:
    at = document.root.at if document.root else Span(document.file, 1, 1)
    hint = "begin each line with the name of a field and a colon"
    return Problem("D152", "no fields stand in this file, so there is nothing to lay out", at, hint)


def _changed(document: Document) -> Problem:
    message = "laid out, this file would not read back as it is, so it stays untouched"
    hint = "this is a fault of deciban and not of your text; please send in the file"
    return Problem("D151", message, Span(document.file, 1, 1), hint)


def _says_the_same(text: str, before: Document, record: type[Record]) -> bool:
    after = parse_language(text, before.file)
    if after.root is None or before.root is None:
        return False
    return (
        _codes(after) == _codes(before)
        and _comments(after) == _comments(before)
        and _is_same(grow(after.root, One(record)), grow(before.root, One(record)))
    )


def _codes(document: Document) -> Counter[str]:
    return Counter(problem.code for problem in document.problems)


def _comments(document: Document) -> Counter[str]:
    return Counter(comment.text.rstrip() for comment in document.comments)


def _is_same(one: Slot, other: Slot) -> bool:
    """Whether two parts say the same; the order of a record's fields says nothing."""
    if isinstance(one.node, Scalar) and isinstance(other.node, Scalar):
        return content(one.kind, one.node) == content(other.kind, other.node)
    if type(one.node) is not type(other.node) or len(one.children) != len(other.children):
        return False
    pairs = zip(one.ordered(), other.ordered(), strict=True)
    return all(left.key == right.key and _is_same(left, right) for left, right in pairs)
