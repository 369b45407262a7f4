"""One position from its text: what a debater wrote, sealed, or is about to write."""

from deciban.case import Position
from deciban.problem import Problem
from deciban.read.keys import parse_language
from deciban.read.records import RecordReader


def read_position(text: str, file: str, words: str) -> tuple[Position | None, tuple[Problem, ...]]:
    """Read a position from its text.

    Args:
        text: the text of a file in ``positions``.
        file: its name, for messages.
        words: the scale that verbal probabilities use.

    Returns:
        The position, None where the text holds none; and what is wrong with the text.
    """
    document = parse_language(text, file, Position)
    reader = RecordReader(words, text)
    found = reader.record(Position, document.root) if document.root is not None else None
    return found, (*document.problems, *reader.problems)
