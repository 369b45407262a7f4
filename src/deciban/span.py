"""Where something stands in a text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of one file.

    Attributes:
        file: the path as the user named it, or a label such as ``--set``.
        line: the first line, counted from 1.
        column: the first column, counted from 1 in characters.
        start: offset of the first character in the decoded text, from 0.
        end: offset just past the last character.
    """

    file: str
    line: int
    column: int
    start: int = 0
    end: int = 0

    def __str__(self) -> str:
        if self.file.startswith("--"):
            return self.file  # an option has no lines to count
        return f"{self.file}:{self.line}:{self.column}"
