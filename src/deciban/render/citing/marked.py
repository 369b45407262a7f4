"""Text with marks in it, and the runs it stands for.

The library that fills in citation styles joins strings. To it a text is characters, in which
private characters of our own stand for the beginning and the end of italics; they are taken out of
whatever a bibliography holds, so that nothing in a title can be taken for a mark.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from citeproc.string import String

from deciban.case.markup import pieces
from deciban.render.document.blocks import Link, Run, Style

ITALIC, END_ITALIC = "\ue000", "\ue001"
BOLD, END_BOLD = "\ue002", "\ue003"
#: Around a title that is a description in square brackets: neither italic nor in quotation marks.
UPRIGHT, END_UPRIGHT = "\ue004", "\ue005"
_MARKS = f"{ITALIC}-{END_UPRIGHT}"
#: Digits and hyphens that the library must not look at.
_HIDDEN = {"-": "\ue006", **{str(digit): chr(0xE010 + digit) for digit in range(10)}}
_SHOWN = str.maketrans({hidden: shown for shown, hidden in _HIDDEN.items()})
_PRIVATE = re.compile(r"[\ue000-\ue01f\x00-\x1f\x7f-\x9f]+")

_OPEN, _CLOSE = "\N{LEFT DOUBLE QUOTATION MARK}", "\N{RIGHT DOUBLE QUOTATION MARK}"
_INNER, _END_INNER = "\N{LEFT SINGLE QUOTATION MARK}", "\N{RIGHT SINGLE QUOTATION MARK}"
_BEFORE_A_QUOTE = frozenset(f" ([{{/-\N{EN DASH}\N{EM DASH}{_OPEN}{_INNER}")
_ELLIPSIS = re.compile(r"\.(?:\s?\.){2,}")
_YEARS = re.compile(r"(?<=\b\d{4})-(?=\d{2,4}\b)")
_QUOTED = re.compile(f"{_OPEN}([{_MARKS}]*{UPRIGHT})")
_UNQUOTED = re.compile(f"({END_UPRIGHT}[{_MARKS}]*){_CLOSE}")
_ADDRESS = re.compile(
    r"https?://[^\s<>\"\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}]+"
)
_AT_ITS_END = ".,;:)]"
#: What may not stand behind what: the second is left out.
_SWALLOWED = {".": ".?!", ",": ",;:", ":": ":?!", " ": " "}


class Formatter:
    """What the library calls to have something set in italics and the like."""

    @staticmethod
    def preformat(text: str) -> str:
        """Answer a text ready to be joined with others."""
        return text

    @staticmethod
    def Italic(text: object) -> String:  # noqa: N802 (the library's own name, as below)
        """Answer a text in italics."""
        return String(f"{ITALIC}{text}{END_ITALIC}")

    @staticmethod
    def Bold(text: object) -> String:  # noqa: N802 (as above)
        """Answer a text in bold type."""
        return String(f"{BOLD}{text}{END_BOLD}")

    Oblique = Italic
    Light = Underline = Superscript = Subscript = SmallCaps = String


def marked(text: str) -> str:
    """Answer a text of the bibliography with its markup as marks, set as a printer would."""
    parts = []
    text = _ELLIPSIS.sub("\N{HORIZONTAL ELLIPSIS}", _PRIVATE.sub("", text))
    for piece in pieces(_YEARS.sub("\N{EN DASH}", text)):
        inner = f"{BOLD}{piece.text}{END_BOLD}" if piece.bold else piece.text
        parts.append(f"{ITALIC}{inner}{END_ITALIC}" if piece.italic else inner)
    return "".join(_curled("".join(parts)))


def hidden(text: str) -> str:
    """Answer a text whose digits and hyphens come back from the library as they were."""
    return "".join(_HIDDEN.get(character, character) for character in text)


def _curled(text: str) -> Iterator[str]:
    before = " "
    for character in text:
        opens = before in _BEFORE_A_QUOTE
        if character == '"':
            character = _OPEN if opens else _CLOSE  # noqa: PLW2901 (it stands for the same one)
        elif character == "'":
            character = _INNER if opens else _END_INNER  # noqa: PLW2901 (as above)
        yield character
        before = before if ITALIC <= character <= END_UPRIGHT else character


@dataclass(slots=True)
class _Letter:
    character: str
    style: Style
    inner: bool = False


def runs(text: str, *, inside: bool = True) -> tuple[Run | Link, ...]:
    """Answer a marked text as runs and links, its punctuation in order.

    Args:
        text: the text with marks.
        inside: whether a comma or a full stop behind a quotation goes inside it, as Americans
            have it.
    """
    text = _UNQUOTED.sub(r"\1", _QUOTED.sub(r"\1", text))
    letters: list[_Letter] = []
    for letter in _nested(_letters(text)):
        _set(letters, letter, inside=inside)
    return tuple(_linked(_trimmed(letters)))


def _letters(text: str) -> Iterator[_Letter]:
    italic = bold = upright = 0
    for character in text:
        if character in (ITALIC, END_ITALIC):
            italic += 1 if character == ITALIC else -1
        elif character in (BOLD, END_BOLD):
            bold += 1 if character == BOLD else -1
        elif character in (UPRIGHT, END_UPRIGHT):
            upright += 1 if character == UPRIGHT else -1
        else:
            slanted = italic % 2 == 1 and not upright  # italics inside italics stand upright
            style: Style = "strong" if bold else "emphasis" if slanted else "plain"
            yield _Letter(character.translate(_SHOWN), style)


def _nested(letters: Iterator[_Letter]) -> Iterator[_Letter]:
    """A quotation inside a quotation has single marks."""
    depth = 0
    for letter in letters:
        if letter.character == _OPEN:
            depth += 1
            if depth > 1:
                letter.character, letter.inner = _INNER, True
        elif letter.character == _CLOSE and depth:
            depth -= 1
            if depth:
                letter.character, letter.inner = _END_INNER, True
        yield letter


def _set(letters: list[_Letter], letter: _Letter, *, inside: bool) -> None:
    """Set one letter behind others: none twice, and inside the quotation where it belongs."""
    place = len(letters)
    if inside and letter.character in ".," and letters and letters[-1].character == _CLOSE:
        place -= 1
        while place and letters[place - 1].inner and letters[place - 1].character == _END_INNER:
            place -= 1
    before = letters[place - 1] if place else _Letter(" ", "plain")
    if before.character in _SWALLOWED.get(letter.character, ""):
        return
    if place < len(letters):
        letter.style = before.style
    letters.insert(place, letter)


def _trimmed(letters: Sequence[_Letter]) -> Sequence[_Letter]:
    blank: Callable[[_Letter], bool] = lambda letter: letter.character.isspace()  # noqa: E731 (one word)
    first = next((place for place, each in enumerate(letters) if not blank(each)), 0)
    last = next((place for place, each in enumerate(reversed(letters)) if not blank(each)), 0)
    return letters[first : len(letters) - last]


def _linked(letters: Sequence[_Letter]) -> Iterator[Run | Link]:
    for style, group in groupby(letters, key=lambda letter: letter.style):
        text = "".join(letter.character for letter in group)
        place = 0
        for found in _ADDRESS.finditer(text):
            address = found[0].rstrip(_AT_ITS_END)
            if found.start() > place:
                yield Run(text[place : found.start()], style)
            yield Link(address, address)
            place = found.start() + len(address)
        if place < len(text):
            yield Run(text[place:], style)
