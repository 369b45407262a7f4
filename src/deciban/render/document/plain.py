"""Characters that every format can bear and every reader can see."""

import re
import unicodedata

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

_PLANES = range(0x10000, 0xF0000, 0x10000)
_SPACE = re.compile("[ \t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]+")
_UNSEEN = re.compile(
    "["
    "\0-\x08\x0e-\x1b\x7f-\x84\x86-\x9f"  # controls
    "\u202a-\u202e\u2066-\u2069"  # what turns round the order of the words after it
    "\ud800-\udfff"  # halves of characters
    "\ue000-\uf8ff\U000f0000-\U0010ffff"  # for private use: every typeface has others there
    "\ufdd0-\ufdef\ufffe\uffff"  # no characters at all, which XML refuses
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in _PLANES)
    + "\U000e0000-\U000e007f"  # tags: letters that nobody sees
    "]"
)


def printable(text: str) -> str:
    """Answer a text on one line, with U+FFFD for what is no character or steers those around it."""
    return _UNSEEN.sub(REPLACEMENT, _SPACE.sub(" ", text))


def runs_leftwards(text: str) -> bool:
    """Tell whether some of a text is written from right to left."""
    return any(unicodedata.bidirectional(each) in {"R", "AL"} for each in text)
