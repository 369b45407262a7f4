"""A mistake found in a text, and the correction that goes with it.

Notation of this package: every offset counts the characters of one working text from 0;
a column counts characters from the start of a line, from 0.
"""

from dataclasses import dataclass

DEEPEST = 100  # lists and fields inside one another; no case needs a tenth of it
MOST_PROBLEMS = 1000  # of one kind of search; nobody reads more, and a damaged file has millions


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace the characters ``start:end`` by ``text``."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Mend:
    """A mistake and its correction.

    Attributes:
        code: the problem's code; empty where the correction needs no mention.
        start: offset of the first character to point at.
        end: offset just past the last.
        message: what is wrong.
        hint: what to do.
        edit: what makes the text readable, if anything does.
        certain: the edit says what the user evidently meant; if not, it only lets reading go on.
    """

    code: str
    start: int
    end: int
    message: str
    hint: str
    edit: Edit | None = None
    certain: bool = True
