"""``text: He sat in cell #5``: a number sign cuts prose, and YAML says nothing."""

from collections.abc import Sequence

from deciban.node import Entry, Mapping, Node, Scalar, Style
from deciban.problem import Problem, Splice
from deciban.read.comments import Comment
from deciban.read.mend.lines import Lines
from deciban.read.mend.quoting import fold
from deciban.read.mend.scan import Field, Region, Scan, corrected, is_number_sign
from deciban.read.mend.vocabulary import Vocabulary, looks_like_prose


def find_cut_prose(
    text: str, root: Node | None, comments: Sequence[Comment], vocabulary: Vocabulary
) -> list[Problem]:
    """Warns of comments that look like the rest of the prose they stand behind.

    The prose is a plain value of block style in a field of prose, or of three words and more;
    one space stands before the ``#``, and behind it either no space or a number.
    """
    behind = {
        comment.at.start - 1: comment
        for comment in comments
        if not comment.own_line and is_number_sign(text, comment.at.start)
    }
    if not behind or root is None:
        return []
    scan = Scan(Lines(text), vocabulary)
    return [
        _warning(scan, entry, behind[entry.value.at.end])
        for entry in _block_entries(root)
        if entry.value.at.end in behind and _is_prose(entry, vocabulary)
    ]


def _block_entries(root: Node) -> list[Entry]:
    entries: list[Entry] = []
    waiting: list[Node] = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Mapping) and not node.flow:
            entries.extend(node.entries)
            waiting.extend(entry.value for entry in reversed(node.entries))
        elif not isinstance(node, Scalar | Mapping) and not node.flow:
            waiting.extend(reversed(node.items))
    return sorted(entries, key=lambda entry: entry.key.at.start)


def _is_prose(entry: Entry, vocabulary: Vocabulary) -> bool:
    value = entry.value
    if not isinstance(value, Scalar) or value.style is not Style.PLAIN or not value.text:
        return False
    return entry.key.text in vocabulary.prose or looks_like_prose(value.text)


def _warning(scan: Scan, entry: Entry, comment: Comment) -> Problem:
    start, end = entry.value.at.start, comment.at.end
    pieces = tuple(line.strip() for line in scan.lines.text[start:end].splitlines())
    last = scan.lines.at(end)
    column = entry.key.at.column - 1
    at = Field(entry.key.text, column, column, start, scan.lines.at(start))
    edit = scan.rewrite(at, Region(start, end, last, pieces, comment=False), fold(pieces))
    meant = "if a comment is meant, put two spaces before the # and one behind it"
    return Problem(
        "D121",
        "the # in this text begins a comment, so the rest of the line is lost",
        comment.at,
        f"{corrected(at.key, edit)}; {meant}",
        fix=Splice(comment.at.file, edit.start, edit.end, edit.text),
    )
