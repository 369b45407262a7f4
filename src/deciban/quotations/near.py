"""The passage of a document that comes nearest to words it does not have: a suggestion, no more."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from heapq import nlargest
from typing import TYPE_CHECKING

from deciban.quotations.flow import Flow
from deciban.quotations.quotation import Difference, Place
from deciban.quotations.skeleton import DASH, NOTE_SIGNS

if TYPE_CHECKING:
    from rapidfuzz.distance import Opcode

#: How like a passage must be, from 0 to 100, before it is shown as what may have been meant.
ALIKE = 65.0
#: A word that stands in more places tells little of where a quotation comes from.
TELLING = 1_000
#: By how many words at most a place is sought, and how many places are looked at closely.
_MOST_WORDS, _MOST_WINDOWS = 40, 8
#: What is longer and ends in a hyphen is no word that was cut.
_LONGEST_WORD = 60
_STRIPPED = "'.,;:!?()[]-*_"
_DASHES = re.compile(rf"(?:^|\s)-+(?=\s|$)|{DASH}|--+")
_NOTE = re.compile(rf"(?:\d{{1,3}}|\[\d{{1,3}}\]|[{NOTE_SIGNS}]+)\Z")


@dataclass(frozen=True, slots=True)
class Near:
    """The passage that comes nearest.

    Attributes:
        place: where it stands.
        alike: how like the words it is, from 0 to 100.
        differences: where the two part, in order.
    """

    place: Place
    alike: float
    differences: tuple[Difference, ...]


@dataclass(frozen=True)
class Words:
    """A document as words, with an index of where each stands; made only where one is missing.

    Attributes:
        flow: the document.
    """

    flow: Flow

    @cached_property
    def _words(self) -> tuple[Sequence[str], Sequence[int]]:
        """The words, those cut at a line's end joined; and the line of each."""
        words: list[str] = []
        lines: list[int] = []
        cut = False
        for number, line in enumerate(self.flow.text.split("\n")):
            parts = _words(line)
            if parts and cut and parts[0][0].isalpha():
                words[-1] = words[-1][:-1] + parts.pop(0)
            words += parts
            lines += [number] * len(parts)
            if line.strip():
                cut = bool(words) and words[-1][-1] == "-" and 1 < len(words[-1]) < _LONGEST_WORD
        return words, lines

    @cached_property
    def _index(self) -> Mapping[str, Sequence[int]]:
        index: dict[str, list[int]] = {}
        for place, word in enumerate(self._words[0]):
            index.setdefault(_key(word), []).append(place)
        return index

    def nearest(self, said: str) -> Near | None:
        """Answer the passage that comes nearest to some words; None where nothing is like them.

        Args:
            said: the words, folded.
        """
        quoted = _words(said)
        near = (self._compared(quoted, *window) for window in self._windows(quoted))
        best = max(near, key=lambda each: each.alike, default=None)
        return best if best is not None and best.alike >= ALIKE else None

    def _windows(self, quoted: Sequence[str]) -> Iterator[tuple[int, int]]:
        """Stretches of the document in which many or rare words stand as in the quotation."""
        votes: defaultdict[int, float] = defaultdict(float)
        width = max(4, len(quoted) // 4)
        for place, occurrences in self._telling(quoted):
            for at in occurrences:
                votes[(at - place) // width] += len(occurrences) ** -0.5
        pairs = {each: votes[each] + votes.get(each + 1, 0.0) for each in tuple(votes)}
        slack = max(4, len(quoted) // 2)
        for each in nlargest(_MOST_WINDOWS, pairs, key=pairs.__getitem__):
            start = each * width - slack
            yield max(0, start), start + 2 * width + len(quoted) + 2 * slack

    def _telling(self, quoted: Sequence[str]) -> list[tuple[int, Sequence[int]]]:
        """The quotation's rarest words, each by its place in it, with where else they stand."""
        index = self._index
        found = [(place, index.get(_key(word), ())) for place, word in enumerate(quoted)]
        known = sorted((each for each in found if each[1]), key=lambda each: len(each[1]))
        rare = [each for each in known if len(each[1]) <= TELLING]
        return (rare or [(place, at[:TELLING]) for place, at in known[:3]])[:_MOST_WORDS]

    def _compared(self, quoted: Sequence[str], start: int, end: int) -> Near:
        """Lay the words along a stretch of the document, as well as they fit."""
        from rapidfuzz import fuzz  # noqa: PLC0415 (only where something is not found)

        words, lines = self._words
        own = words[start:end]
        first, last = _fitted(quoted, own)
        own = own[first:last]
        alike = fuzz.ratio(" ".join(quoted), " ".join(own))
        place = self.flow.place(lines[start + first], lines[start + max(first, last - 1)])
        return Near(place, alike, _differences(quoted, own))


def _words(text: str) -> list[str]:
    """The words of a folded text; a dash is one of them, whether or not spaces set it off."""
    return _DASHES.sub(f" {DASH} ", text).split()


def _key(word: str) -> str:
    return word.strip(_STRIPPED).casefold() or word


def _fitted(quoted: Sequence[str], own: Sequence[str]) -> tuple[int, int]:
    """The stretch of a document's words that a quotation fits best.

    Words that both have in the same order are laid upon each other. At the ends, those that stand
    far from the rest are there by chance, and words of the quotation that are not matched stand for
    as many of the document's.
    """
    from rapidfuzz.distance import Indel  # noqa: PLC0415 (as above)

    steps = Indel.opcodes([*map(_key, own)], [*map(_key, quoted)])
    blocks = [step for step in steps if step.tag == "equal"]
    while len(blocks) > 1 and _apart(blocks[0], blocks[1], blocks[0]):
        del blocks[0]
    while len(blocks) > 1 and _apart(blocks[-2], blocks[-1], blocks[-1]):
        del blocks[-1]
    if not blocks:
        return 0, len(own)
    first = max(0, blocks[0].src_start - blocks[0].dest_start)
    return first, min(len(own), blocks[-1].src_end + len(quoted) - blocks[-1].dest_end)


def _apart(earlier: "Opcode", later: "Opcode", of: "Opcode") -> bool:
    """Whether so much more lies between two blocks in the document that one is there by chance."""
    between = later.src_start - earlier.src_end
    return between - (later.dest_start - earlier.dest_end) > 2 * (of.src_end - of.src_start) + 2


def _as_quoted(quoted: Sequence[str], own: Sequence[str]) -> list[str]:
    """A passage without what makes no difference: marks of notes, and signs beyond its ends."""
    said = set(quoted)
    words = [
        bare if word not in said and (bare := _NOTE.sub("", word)) in said else word for word in own
    ]
    if words and quoted[0] in words[0] and _key(words[0]) == _key(quoted[0]):
        words[0] = quoted[0]
    if words and quoted[-1] in words[-1] and _key(words[-1]) == _key(quoted[-1]):
        words[-1] = quoted[-1]
    return words


def _differences(quoted: Sequence[str], own: Sequence[str]) -> tuple[Difference, ...]:
    """Where the two part, each with the words before it that both have."""
    from rapidfuzz.distance import Indel  # noqa: PLC0415 (as above)

    found: list[Difference] = []
    own = _as_quoted(quoted, own)
    shared: list[str] = []
    theirs: list[str] = []
    ours: list[str] = []
    for step in Indel.opcodes(own, quoted):
        if step.tag == "equal":
            if theirs or ours:
                found.append(Difference(" ".join(shared), " ".join(theirs), " ".join(ours)))
                shared, theirs, ours = [], [], []
            shared += own[step.src_start : step.src_end]
        else:
            theirs += own[step.src_start : step.src_end]
            ours += quoted[step.dest_start : step.dest_end]
    if shared or theirs or ours:
        found.append(Difference(" ".join(shared), " ".join(theirs), " ".join(ours)))
    return tuple(found)
