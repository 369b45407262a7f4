"""A text as it is searched: its letters and signs on one string, and what stood between them.

Spaces, line ends, hyphens, dashes and the marks of notes are taken out of the string and kept
beside it as *gaps*, each with every way in which it may be read. ``re-`` at the end of a line and
``opened`` on the next may be *reopened* or *re-opened*; ``—`` and `` - `` are one dash. So a
quotation is looked for with one plain search of the string, and is there where its gaps can be
read like those of the document, one by one.
"""

import re
import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

#: The readings of a gap; without a gap there is one, which is empty.
Readings = tuple[str, ...]
NONE: Readings = ("",)
DASH = "\N{EM DASH}"

_QUOTES = (
    "\N{LEFT SINGLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}\N{SINGLE LOW-9 QUOTATION MARK}"
    "\N{SINGLE HIGH-REVERSED-9 QUOTATION MARK}\N{LEFT DOUBLE QUOTATION MARK}"
    "\N{RIGHT DOUBLE QUOTATION MARK}\N{DOUBLE LOW-9 QUOTATION MARK}"
    "\N{DOUBLE HIGH-REVERSED-9 QUOTATION MARK}\N{SINGLE LEFT-POINTING ANGLE QUOTATION MARK}"
    "\N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}"
    "\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}\N{PRIME}\N{DOUBLE PRIME}\N{REVERSED PRIME}"
    "\N{MODIFIER LETTER APOSTROPHE}\N{MODIFIER LETTER TURNED COMMA}\N{ACUTE ACCENT}`"
)
_HYPHENS = "\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{FIGURE DASH}\N{EN DASH}\N{MINUS SIGN}"
_DASHES = "\N{HORIZONTAL BAR}\N{TWO-EM DASH}\N{THREE-EM DASH}"
_UNSEEN = (
    "\N{SOFT HYPHEN}\N{ZERO WIDTH SPACE}\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}"
    "\N{LEFT-TO-RIGHT MARK}\N{RIGHT-TO-LEFT MARK}\N{WORD JOINER}\N{ZERO WIDTH NO-BREAK SPACE}"
    "\N{LEFT-TO-RIGHT EMBEDDING}\N{RIGHT-TO-LEFT EMBEDDING}\N{POP DIRECTIONAL FORMATTING}"
    "\N{LEFT-TO-RIGHT OVERRIDE}\N{RIGHT-TO-LEFT OVERRIDE}\N{LEFT-TO-RIGHT ISOLATE}"
    "\N{RIGHT-TO-LEFT ISOLATE}\N{FIRST STRONG ISOLATE}\N{POP DIRECTIONAL ISOLATE}"
)
#: Commands to a terminal, which no text has, and which must not reach one out of a document.
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]+")
_FOLDED = str.maketrans(
    dict.fromkeys(_QUOTES, "'")
    | dict.fromkeys(_HYPHENS, "-")
    | dict.fromkeys(_DASHES, DASH)
    | dict.fromkeys(_UNSEEN)
)
#: Marks that only stand at the end of a line where a word goes on in the next.
_BROKEN_WORD = re.compile("[\N{SOFT HYPHEN}\N{NOT SIGN}][^\\S\n]*(?=\n)")
_SEVERAL_QUOTES = re.compile("''+")
NOTE_SIGNS = "*\N{DAGGER}\N{DOUBLE DAGGER}"
_GAP = re.compile(rf"[\s{DASH}-]+|(?<!\d)\d{{1,3}}(?!\w)|\[\d{{1,3}}\]|[{NOTE_SIGNS}]+")
_NOTE = re.compile(rf"[\d{NOTE_SIGNS}\[\]]+")
#: A number glued to a word in small letters, or to the sign behind it, is the mark of a note.
_CARRIES_A_NOTE = re.compile(r"[^\W\d_]{2}[^\W\d_A-Z][.,;:!?')]{0,2}\Z")
_LONGEST_CARRIER = 5
_LINE_END = re.compile(r"-[^\S\n]*\n\s*")
_SPACED_DASH = re.compile(r"\s+-+\s+")
_SPACES = re.compile(r"\s+")


def folded(text: str) -> str:
    """Answer a text with the shapes of its signs made alike; its line ends stay where they are.

    Compatibility forms (NFKC: ligatures, wide and raised letters, non-breaking spaces), quotation
    marks of every shape and both strengths, hyphens, dashes; what cannot be seen is left out.
    """
    text = _CONTROLS.sub("", text)
    if not text.isascii():
        text = _BROKEN_WORD.sub("-", text)
        text = unicodedata.normalize("NFKC", text.translate(_FOLDED))
    return _SEVERAL_QUOTES.sub("'", text.replace('"', "'").replace("`", "'"))


@dataclass(frozen=True, slots=True)
class Skeleton:
    """A text as it is searched.

    Attributes:
        solid: its letters and signs, with nothing between them.
        at: where gaps are, as places in ``solid``, rising.
        gaps: the readings of each.
        lines: where each line of the text begins in ``solid``.
        starts: where each unbroken stretch of letters and signs begins in ``solid``.
        origins: where it begins in the text.
    """

    solid: str
    at: Sequence[int]
    gaps: Sequence[Readings]
    lines: Sequence[int]
    starts: Sequence[int]
    origins: Sequence[int]

    def line(self, place: int) -> int:
        """Answer the line, counted from 0, of the letter at ``place``."""
        return bisect_right(self.lines, place) - 1

    def origin(self, place: int) -> int:
        """Answer where the letter at ``place`` stands in the text."""
        stretch = bisect_right(self.starts, place) - 1
        return self.origins[stretch] + place - self.starts[stretch]

    def parts(self, place: int) -> bool:
        """Whether a word may begin or end just before the letter at ``place``."""
        if not 0 < place < len(self.solid):
            return True
        if not (self.solid[place - 1].isalnum() and self.solid[place].isalnum()):
            return True
        return self.has_gap(place, place)

    def has_gap(self, first: int, last: int) -> bool:
        """Whether a gap stands at one of the places from ``first`` to ``last``."""
        return self.gaps_within(first, last) > 0

    def gaps_within(self, first: int, last: int) -> int:
        """Answer how many gaps stand at places from ``first`` to ``last``."""
        return bisect_right(self.at, last) - bisect_left(self.at, first)

    def reads_as(self, place: int, piece: "Skeleton", *, spaces: bool = True) -> bool:
        """Whether the gaps of a piece can be read like those of this text.

        Args:
            place: where in ``solid`` the letters of the piece were found.
            piece: what was looked for.
            spaces: whether its spaces must be these as well.
        """
        first = bisect_right(self.at, place)
        last = bisect_left(self.at, place + len(piece.solid))
        theirs: Mapping[int, Readings] = dict(zip(piece.at, piece.gaps, strict=True))
        ours = {self.at[each] - place: self.gaps[each] for each in range(first, last)}
        return all(
            _agree(ours.get(each, NONE), theirs.get(each, NONE), spaces=spaces)
            for each in ours.keys() | theirs.keys()
            if 0 < each < len(piece.solid)
        )


def _agree(ours: Readings, theirs: Readings, *, spaces: bool) -> bool:
    if spaces:
        return not set(ours).isdisjoint(theirs)
    return not {each.replace(" ", "") for each in ours}.isdisjoint(
        each.replace(" ", "") for each in theirs
    )


def skeleton(text: str, *, quoted: bool = False) -> Skeleton:
    """Answer a folded text as it is searched.

    Args:
        text: what ``folded`` made of it.
        quoted: whether it is a quotation: a mark of a note in it is meant.
    """
    found = _Gaps(text, quoted=quoted)
    for match in _GAP.finditer(text):
        found.take(match)
    return found.finish()


def _places(*first: int) -> "array[int]":
    """A list of places that takes little room; a document of fifty megabytes has ten million."""
    return array("L", first)


class _Gaps:
    """Collects letters and gaps from the front of a text to its end."""

    def __init__(self, text: str, *, quoted: bool) -> None:
        self._text, self._quoted = text, quoted
        self._solid: list[str] = []
        self._size = 0
        self._from = self._to = 0  # the gap that is open, in the text
        self._at = _places()
        self._gaps: list[Readings] = []
        self._lines = _places(0)
        self._starts, self._origins = _places(), _places()
        self._known: dict[tuple[str, bool], Readings] = {}

    def take(self, match: re.Match[str]) -> None:
        """Take one more piece of a gap, which goes on the one before where they touch."""
        start, end = match.span()
        if _NOTE.match(match[0]):
            before = self._text[max(0, start - _LONGEST_CARRIER) : start]
            if not _CARRIES_A_NOTE.search(before):
                return
        if start > self._to:
            self._close(start)
            self._from = start
        self._to = end

    def _close(self, until: int) -> None:
        """Put the open gap down, and the letters from its end to ``until``."""
        text = self._text
        if self._to > self._from:
            raw = text[self._from : self._to]
            between = text[self._from - 1 : self._from].isalnum() and text[self._to].isalnum()
            readings = self._known.get((raw, between))
            if readings is None:
                readings = _readings(raw, between=between, quoted=self._quoted)
                self._known[raw, between] = readings
            if readings is not NONE:
                self._at.append(self._size)
                self._gaps.append(readings)
            self._lines.extend([self._size] * raw.count("\n"))
        self._starts.append(self._size)
        self._origins.append(self._to)
        self._solid.append(text[self._to : until])
        self._size += until - self._to

    def finish(self) -> Skeleton:
        """Answer the whole."""
        if self._to < len(self._text):
            self._close(len(self._text))
        else:
            breaks = self._text[self._from : self._to].count("\n")
            self._lines.extend([self._size] * breaks)
        return Skeleton(
            "".join(self._solid), self._at, self._gaps, self._lines, self._starts, self._origins
        )


def _readings(raw: str, *, between: bool, quoted: bool) -> Readings:
    """Every way in which a gap may be read.

    Args:
        raw: what stands in it.
        between: whether a letter or digit stands on both sides.
        quoted: whether the mark of a note in it is meant.
    """
    note, rest = "".join(_NOTE.findall(raw)), _NOTE.sub("", raw)
    plain = _plain_readings(rest, between=between)
    if not note:
        return plain
    marked = tuple(note + each for each in plain)
    return marked if quoted else (*plain, *marked)


def _plain_readings(raw: str, *, between: bool) -> Readings:
    if not raw.strip():
        return (" ",) if raw and between else NONE
    if DASH in raw or "--" in raw or _SPACED_DASH.fullmatch(raw):
        return (DASH,)
    if _LINE_END.fullmatch(raw):
        return ("-", "", "- ")
    return (_SPACES.sub(" ", raw),)
