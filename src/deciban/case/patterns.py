r"""What a written number, weight or date looks like, for editors that know only patterns.

Every form that ``deciban.units`` and ``deciban.dates`` read fits its pattern; the patterns let
through a little more, for they cannot reckon: ``80..60%``, ``3/2`` and 31 June fit, and reading
tells. They keep to what Python and ECMA-262 have in common, so words match without regard to case
through classes of two letters.

Notation: a point is one number; a pair is a fraction or odds; ``_0_TO_1`` and ``_0_TO_100`` match
numbers in those limits where no exponent makes them hard to see.
"""

from deciban.units import SCALES
from deciban.units.quantity import NUMBER

_EXPONENT = "[eE][+-]?[0-9]+"
_NOUGHT = r"-(?:0+(?:\.0*)?|\.0+)"
_0_TO_1 = rf"(?:\+?(?:0*1(?:\.0*)?|0+(?:\.[0-9]*)?|\.[0-9]+|{NUMBER}{_EXPONENT})|{_NOUGHT})"
_0_TO_100 = (
    rf"(?:\+?(?:0*100(?:\.0*)?|0*[0-9]{{1,2}}(?:\.[0-9]*)?|\.[0-9]+|{NUMBER}{_EXPONENT})|{_NOUGHT})"
)
_FRACTION = rf"(?:\+?{NUMBER}|{_NOUGHT})\s*/\s*{NUMBER}"
_ODDS = rf"\+?{NUMBER}\s*(?::|in)\s*{NUMBER}"
_PERCENT = f"{_0_TO_100}%"
_SHARE = f"(?:{_PERCENT}|{_FRACTION}|{_0_TO_1})"
_POINT = f"(?:{_SHARE}|{_ODDS})"
_DOTS = r"\s*\.\.\s*"
_RANGE = f"(?:{_SHARE}{_DOTS}{_SHARE}|{_0_TO_100}{_DOTS}{_PERCENT}|{_ODDS}{_DOTS}{_ODDS})"
_OWN_WORDS = ("even", "unknown")

_TIMES = rf"[xX]\s*\+?{NUMBER}(?:\s*/\s*{NUMBER})?"
_DECIBANS = rf"[+-]?{NUMBER}\s*[dD][bB]"
_BARE = rf"[+-]?{NUMBER}(?:\s*/\s*{NUMBER})?"
_HEAVY = f"(?:{_TIMES}|{_DECIBANS})"
_HEAVY_RANGE = f"(?:{_HEAVY}{_DOTS}(?:{_HEAVY}|{_BARE})|{_BARE}{_DOTS}{_HEAVY})"

_MONTH = "(?:0[1-9X]|1[0-2X]|2[1-4]|XX)"
_DAY = "(?:0[1-9X]|[12][0-9X]|3[01X]|XX)"
_CLOCK = "[0-2][0-9]:[0-5][0-9](?::[0-5][0-9])?(?:Z|[+-][0-9]{2}:[0-9]{2})?"
_YEAR = "-?(?:[0-9]{4}|[0-9]{3}X|[0-9]{2}XX|[0-9]XXX)"
_PART = f"{_YEAR}(?:-{_MONTH}(?:-{_DAY}(?:T{_CLOCK})?)?)?[~?%]?"


def probability_pattern() -> str:
    """What any probability fits: every form in digits, and the words of every scale."""
    return _whole(_RANGE, rf"{_POINT}(?:\s*\(\s*{_RANGE}\s*\))?", *map(_any_case, _words()))


def share_pattern() -> str:
    """What an entry of a row fits: a probability, or ``rest``."""
    words = (*_words(), "rest")
    return _whole(_RANGE, rf"{_POINT}(?:\s*\(\s*{_RANGE}\s*\))?", *map(_any_case, words))


def weight_pattern() -> str:
    """What a weight fits, in decibans or as a ratio."""
    around = rf"\s*\(\s*(?:{_HEAVY_RANGE}|{_HEAVY})\s*\)"
    return _whole(_HEAVY_RANGE, f"{_HEAVY}(?:{around})?")


def date_pattern() -> str:
    """What a date, a stretch or a window of time fits."""
    open_end = rf"(?:\.\.)?\s*(?:/|\.\.)\s*{_PART}|{_PART}\s*(?:/|\.\.)\s*(?:\.\.)?"
    return _whole(rf"{_PART}(?:\s*(?:/|\.\.)\s*{_PART})?", open_end)


def amount_pattern(*, ranged: bool, percent: bool) -> str:
    """What a plain number fits, or a range of two."""
    number = r"[+-]?(?:[0-9]{1,15}(?:\.[0-9]{1,15})?|\.[0-9]{1,15})"
    return _whole(
        (rf"{number}(?:{_DOTS}{number})?" if ranged else number) + ("%?" if percent else "")
    )


def _words() -> tuple[str, ...]:
    """Every word that states a probability, each once, in the order of the scales."""
    published = (name for scale in SCALES.values() for word in scale.words for name in word.names)
    return tuple(dict.fromkeys((*_OWN_WORDS, *published)))


def _any_case(words: str) -> str:
    """A pattern for words in upper or lower case, with any white space between them."""
    spelled = (f"[{mark.upper()}{mark}]" if mark.isalpha() else mark for mark in words)
    return "".join(spelled).replace(" ", r"\s+")


def _whole(*alternatives: str) -> str:
    return rf"^\s*(?:{'|'.join(alternatives)})\s*$"
