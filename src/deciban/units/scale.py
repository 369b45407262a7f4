"""A published scale of verbal probabilities: words such as *likely* and what each stands for."""

from dataclasses import dataclass
from typing import NamedTuple

_SAME_WIDTH = 9  # decimal places to which two bands are compared


class Word(NamedTuple):
    """One expression of a scale.

    Attributes:
        text: the expression as the scale prints it, in lower case.
        low: the smallest probability it stands for.
        high: the largest.
        synonyms: other expressions that mean the same, in lower case.
    """

    text: str
    low: float
    high: float
    synonyms: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The expression and its synonyms."""
        return (self.text, *self.synonyms)


@dataclass(frozen=True, slots=True)
class Scale:
    """A published scale.

    Attributes:
        name: how a case names it, such as ``icd203``.
        title: what it is.
        source: where it was published.
        words: its words, from the least probable to the most.
    """

    name: str
    title: str
    source: str
    words: tuple[Word, ...]

    def find(self, expression: str) -> Word | None:
        """The word that is written so, or has it as a synonym; case and spacing do not matter."""
        wanted = " ".join(expression.lower().split())
        for word in self.words:
            if wanted == word.text or wanted in word.synonyms:
                return word
        return None

    def word_for(self, p: float) -> str:
        """The word for a probability in 0..1: the narrowest that holds it, else the nearest.

        Two words as narrow as each other share only an end; the upper word then has it.
        """
        return min(reversed(self.words), key=lambda word: _misfit(word, p)).text


def _misfit(word: Word, p: float) -> tuple[float, float]:
    """How badly a word fits: first the distance to its band, then the width of the band."""
    outside = max(word.low - p, p - word.high, 0.0)
    return round(outside, _SAME_WIDTH), round(word.high - word.low, _SAME_WIDTH)
