"""The interchange format as words and signs, each with its place.

A word is a name, a keyword or a number. Commas separate and say nothing more (Cozman, the
Interchange Format for Bayesian Networks), so they are dropped with blanks and comments.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass
from enum import Enum

from deciban.problem import Problem
from deciban.span import Span

_BREAK = re.compile(r"\r\n|\n|\r")
_PIECE = re.compile(
    r"""(?P<blank>[\s,\ufeff]+|//[^\r\n]*|/\*.*?\*/)
    |(?P<comment>/\*.*)
    |"(?P<quoted>[^"\r\n]*)"
    |(?P<quote>"[^\r\n]*)
    |(?P<sign>[{}()\[\]|;])
    |(?P<word>(?:(?!//|/\*)[^\s,;{}()\[\]|"])+)""",
    re.VERBOSE | re.DOTALL,
)


class Kind(Enum):
    """What a token is."""

    WORD = "word"
    QUOTED = "quoted"
    SIGN = "sign"
    END = "end"


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a sign.

    Attributes:
        kind: what it is.
        text: what it says; without its quotation marks.
        at: where it stands.
    """

    kind: Kind
    text: str
    at: Span

    def is_sign(self, text: str) -> bool:
        """Whether it is this sign."""
        return self.kind is Kind.SIGN and self.text == text

    def is_word(self, *texts: str) -> bool:
        """Whether it is one of these words, not quoted."""
        return self.kind is Kind.WORD and self.text in texts

    @property
    def is_name(self) -> bool:
        """Whether it can be a name."""
        return self.kind in (Kind.WORD, Kind.QUOTED)

    def __str__(self) -> str:
        return "the end of the file" if self.kind is Kind.END else f"'{self.text}'"


def tokens_of(text: str, file: str) -> tuple[list[Token], list[Problem]]:
    """Answer the tokens of a text, the last of them its end; and what was left open in it."""
    place = _Places(text, file)
    tokens: list[Token] = []
    problems: list[Problem] = []
    for found in _PIECE.finditer(text):
        if found["blank"] is not None:
            continue
        at = place.span(found.start(), found.end())
        if found["comment"] is not None:
            hint = "end the comment with */"
            problems.append(Problem("D901", "this comment is never closed", at, hint))
        elif found["quote"] is not None:
            hint = "end the name with a quotation mark in the same line"
            problems.append(Problem("D901", "this quotation mark has no partner", at, hint))
        elif found["sign"] is not None:
            tokens.append(Token(Kind.SIGN, found["sign"], at))
        elif found["quoted"] is not None:
            tokens.append(Token(Kind.QUOTED, found["quoted"], at))
        else:
            tokens.append(Token(Kind.WORD, found["word"], at))
    tokens.append(Token(Kind.END, "", place.span(len(text), len(text))))
    return tokens, problems


class _Places:
    """Lines and columns of offsets into one text."""

    def __init__(self, text: str, file: str) -> None:
        self._file = file
        self._starts = [0, *(found.end() for found in _BREAK.finditer(text))]

    def span(self, start: int, end: int) -> Span:
        line = bisect_right(self._starts, start)
        return Span(self._file, line, start - self._starts[line - 1] + 1, start, end)
