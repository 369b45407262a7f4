"""Characters that cannot be seen and that YAML refuses or takes for a line break."""

import re
import unicodedata
from itertools import islice

from deciban.read.mend.record import MOST_PROBLEMS, Edit, Mend

_INVISIBLE = re.compile(
    "[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]+"
)
_BREAKS = frozenset("\x0b\x0c\x85\u2028\u2029")
_BYTE_ORDER_MARK = "\ufeff"


def find_invisible(text: str) -> list[Mend]:
    """The invisible characters of a text; a byte order mark at its beginning is no mistake."""
    mends: list[Mend] = []
    for match in islice(_INVISIBLE.finditer(text), MOST_PROBLEMS):
        edit = Edit(match.start(), match.end(), _instead(text, match))
        named = match[0] != _BYTE_ORDER_MARK or match.start() > 0
        code = "D107" if named else ""
        message = f"an invisible character stands here ({_name(match[0][0])})"
        hint = "put a space in its place" if edit.text else "leave it out"
        mends.append(Mend(code, match.start(), match.end(), message, hint, edit))
    return mends


def blank_invisible(text: str) -> str:
    """The text with a space for each invisible character, so that YAML reads it."""
    return _INVISIBLE.sub(lambda match: " " * len(match[0]), text)


def _instead(text: str, match: re.Match[str]) -> str:
    """A space where the characters parted two words, else nothing."""
    around = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    parted = all(side and not side.isspace() for side in around)
    return " " if parted and not _BREAKS.isdisjoint(match[0]) else ""


def _name(character: str) -> str:
    return unicodedata.name(character, f"U+{ord(character):04X}").lower().replace("u+", "U+")
