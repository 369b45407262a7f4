"""What a quotation marks as left out, put in or changed: its pieces, and what may part them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from deciban.case.citation import without_citations
from deciban.quotations.skeleton import Skeleton, folded, skeleton

#: How many letters and signs ``...`` may stand for: about two printed pages, without spaces.
FURTHEST = 5_000
#: How many words, and letters and signs, an insertion in square brackets may stand for.
MOST_WORDS, MOST_LETTERS = 3, 50

_MARK = re.compile(
    r"(?P<omission>\[\s*(?:\.{3,}|(?:\. ?){3,})\s*\]|\.{3,}|(?:\. ){2,}\.)"
    r"|(?P<before>(?<=\w))?\[(?P<inside>[^\[\]]*)\](?P<behind>(?=\w))?"
)

_RUN = re.compile(r"[\w']+")


class Kind(StrEnum):
    """What a mark says was done to the words of the document."""

    OMISSION = "left out"
    WORDS = "words put in or changed"
    LETTERS = "letters put in or changed"
    CAPITAL = "one letter made large or small"


@dataclass(frozen=True, slots=True)
class Joint:
    """What may stand in a document between two pieces of a quotation, or at one of its ends.

    Attributes:
        kind: what the mark says.
        inside: what stands in the brackets; of an omission, nothing.
        before: whether a letter stands right before the mark.
        behind: whether a letter stands right behind it.
        trail: of an omission, the mark that touches it from before.
        lead: of an omission, the mark that touches it from behind.
    """

    kind: Kind
    inside: str = ""
    before: bool = False
    behind: bool = False
    trail: "Joint | None" = None
    lead: "Joint | None" = None

    @property
    def reach(self) -> int:
        """How many letters and signs it may stand for at most."""
        match self.kind:
            case Kind.OMISSION:
                return FURTHEST
            case Kind.CAPITAL:
                return 1
            case _:
                return MOST_LETTERS if self._replaces else 0

    @property
    def _replaces(self) -> bool:
        """Whether it may stand for something of the document's: *sic* and *?* only add to it."""
        return self.inside.strip("!? ").lower() not in ("", "sic")

    def __str__(self) -> str:
        return "[...]" if self.kind is Kind.OMISSION else f"[{self.inside}]"

    def may_follow(self, text: Skeleton, place: int) -> bool:
        """Whether it may stand behind a piece that ends just before ``place``."""
        return self.kind is not Kind.OMISSION or ends(text, place, self.trail)

    def may_precede(self, text: Skeleton, place: int) -> bool:
        """Whether it may stand before a piece that begins at ``place``."""
        return self.kind is not Kind.OMISSION or begins(text, place, self.lead)

    def allows(self, text: Skeleton, start: int, end: int) -> bool:
        """Whether the letters ``start:end`` of a document may be what it stands for."""
        if not 0 <= end - start <= self.reach:
            return False
        match self.kind:
            case Kind.OMISSION:
                return ends(text, start, self.trail) and begins(text, end, self.lead)
            case Kind.CAPITAL:
                return start + 1 == end and begins(text, end, self)
            case Kind.WORDS:
                inside = text.solid[start:end]
                words = len(_RUN.findall(inside)) + text.gaps_within(start + 1, end - 1)
                whole = text.parts(start) and text.parts(end)
                return words <= MOST_WORDS and whole and self._may_be(inside)
            case _:
                return self._within_a_word(text, start, end)

    def _may_be(self, inside: str) -> bool:
        """Whether it may stand for these letters: what holds only signs stands for none."""
        letters = any(map(str.isalnum, self.inside))
        return letters or not any(map(str.isalnum, inside))

    def _within_a_word(self, text: Skeleton, start: int, end: int) -> bool:
        """Whether letters put into a word stand for letters of that same word, or for none."""
        inside = text.solid[start:end]
        joined = (self.before or text.parts(start)) and (self.behind or text.parts(end))
        if not any(map(str.isalnum, inside)):
            return joined
        apart = text.has_gap(start + (not self.before), end - (not self.behind))
        return inside.isalpha() and self._may_be(inside) and joined and not apart


def begins(text: Skeleton, place: int, lead: Joint | None) -> bool:
    """Whether a passage may begin at ``place``, with that mark before it: at a word, or in one."""
    if lead is not None and lead.kind is Kind.CAPITAL:
        letter = text.solid[place - 1 : place]
        same = letter.casefold() == lead.inside.casefold() and not text.has_gap(place, place)
        return same and text.parts(place - 1)
    return (lead is not None and lead.behind) or text.parts(place)


def ends(text: Skeleton, place: int, trail: Joint | None) -> bool:
    """Whether a passage may end just before ``place``, with that mark behind it."""
    return (trail is not None and trail.before) or text.parts(place)


@dataclass(frozen=True, slots=True)
class Passage:
    """Words to be found together: pieces of a quotation with the joints between and around them.

    Attributes:
        words: as a reader would say them, brackets taken off.
        pieces: what must stand as it is; none of them empty.
        joints: one between each two pieces.
        lead: what stands before the first piece, where that matters.
        trail: what stands behind the last.
    """

    words: str
    pieces: tuple[Skeleton, ...]
    joints: tuple[Joint, ...]
    lead: Joint | None = None
    trail: Joint | None = None


def marked(quote: str) -> tuple[Passage, tuple[Passage, ...]]:
    """Answer a quotation as one passage, and the passages that its omissions part.

    Quotation marks around the whole are taken off, and so are citations in it.
    """
    text = _bare(folded(without_citations(quote)))
    tokens = list(_tokens(text))
    stretches: list[list[str | Joint]] = [[]]
    for token in tokens:
        if isinstance(token, Joint) and token.kind is Kind.OMISSION:
            stretches.append([])
        else:
            stretches[-1].append(token)
    parts = tuple(found for each in stretches if (found := _passage(each)).pieces)
    return _joined(parts), parts


def _bare(text: str) -> str:
    text = text.strip()
    framed = len(text) > 1 and text[0] == text[-1] == "'"
    return text[1:-1].strip() if framed else text


def _tokens(text: str) -> Iterator[str | Joint]:
    """The pieces and the marks of a folded quotation, in turn."""
    place = 0
    for mark in _MARK.finditer(text):
        yield text[place : mark.start()]
        yield _joint(mark)
        place = mark.end()
    yield text[place:]


def _joint(mark: re.Match[str]) -> Joint:
    if mark["omission"]:
        return Joint(Kind.OMISSION)
    inside, before, behind = mark["inside"], mark["before"] is not None, mark["behind"] is not None
    if len(inside) == 1 and inside.isalpha() and behind and not before:
        return Joint(Kind.CAPITAL, inside, before, behind)
    if before or behind:
        return Joint(Kind.LETTERS, inside, before, behind)
    return Joint(Kind.WORDS, inside)


def _passage(tokens: Sequence[str | Joint]) -> Passage:
    """One stretch without omissions; marks that touch count as one, and at an end as its own."""
    pieces: list[Skeleton] = []
    joints: list[Joint] = []
    words: list[str] = []
    waiting: Joint | None = None
    lead: Joint | None = None
    for token in tokens:
        if isinstance(token, Joint):
            waiting = token if waiting is None else _both(waiting, token)
            words.append(token.inside)
            continue
        words.append(token)
        piece = skeleton(token, quoted=True)
        if not piece.solid:
            continue
        if not pieces:
            lead = waiting
        else:
            joints.append(waiting or Joint(Kind.WORDS))
        pieces.append(piece)
        waiting = None
    said = " ".join("".join(words).split())
    return Passage(said, tuple(pieces), tuple(joints), lead, waiting)


def _both(first: Joint, second: Joint) -> Joint:
    """Two marks with nothing between them."""
    return Joint(Kind.WORDS, f"{first.inside} {second.inside}")


def _joined(parts: Sequence[Passage]) -> Passage:
    if not parts:
        return Passage("", (), ())
    pieces = [piece for part in parts for piece in part.pieces]
    joints: list[Joint] = list(parts[0].joints)
    for last, part in pairwise(parts):
        joints += [Joint(Kind.OMISSION, trail=last.trail, lead=part.lead), *part.joints]
    words = " ... ".join(part.words for part in parts)
    return Passage(words, tuple(pieces), tuple(joints), parts[0].lead, parts[-1].trail)
