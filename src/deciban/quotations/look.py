"""Looks for one quotation in one document, and says what came of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice

from deciban.problem import Problem
from deciban.quotations import wording
from deciban.quotations.document import Document
from deciban.quotations.flow import Flow, flow_of
from deciban.quotations.furniture import Stripped, stripped
from deciban.quotations.marks import Kind, Passage, marked
from deciban.quotations.match import Match, matches
from deciban.quotations.near import Near, Words
from deciban.quotations.pages_named import is_on, pages_named
from deciban.quotations.quotation import Difference, Mark, Place, Quotation, State
from deciban.quotations.written import Written

#: Of how many places at most a quotation that stands in several is told.
MOST_PLACES = 50


@dataclass(frozen=True, slots=True)
class _Hit:
    """One place where a quotation stands, and what its marks stand for there."""

    place: Place
    marks: tuple[Mark, ...]


@dataclass(frozen=True)
class Sought:
    """A document in which quotations are looked for.

    A PDF is searched without its running heads and page numbers first, so that a quotation may run
    from one page to the next; then with them, since one may stand in a heading.

    Attributes:
        document: the document.
        named: what the case calls it.
    """

    document: Document
    named: str

    @cached_property
    def _stripped(self) -> Sequence[Stripped]:
        return stripped(self.document.pages) if self.document.paged else ()

    @cached_property
    def _text(self) -> Flow:
        """The document without running heads."""
        return flow_of(self.document, self.named, self._stripped)

    @cached_property
    def _whole(self) -> Flow:
        """The document with all that is printed on its pages."""
        return flow_of(self.document, self.named)

    @cached_property
    def _words(self) -> Words:
        return Words(self._text)

    def look_for(self, written: Written) -> Quotation:
        """Answer whether a quotation stands in the document, and where."""
        passage, parts = marked(written.quote)
        if not passage.pieces:
            return _answer(written, State.MISSING, problems=[wording.no_words(written)])
        hits = self._hits(passage)
        if hits:
            return self._found(written, hits)
        spaced = self._hits(passage, spaces=False) if self.document.paged else []
        if spaced:
            return self._found(written, spaced, wording.other_spaces(written, spaced[0].place))
        return self._missed(written, parts)

    def _hits(self, passage: Passage, *, spaces: bool = True) -> "list[_Hit]":
        """Where a passage stands, each place once; with running heads only if nowhere without."""
        for flow in self._flows():
            found: dict[Place, _Hit] = {}
            for match in islice(matches(flow.skeleton, passage, spaces=spaces), MOST_PLACES):
                place = flow.place_of(match)
                found.setdefault(place, _Hit(place, _marks(flow, passage, match)))
            if found:
                return list(found.values())
        return []

    def _flows(self) -> Iterator[Flow]:
        yield self._text
        if self.document.paged:
            yield self._whole

    def _found(self, written: Written, hits: "list[_Hit]", *problems: Problem) -> Quotation:
        """A quotation that is there, the place first that `at` names."""
        named = pages_named(written.located) if self.document.paged else ()
        if named:
            there = [hit for hit in hits if is_on(hit.place, self._printed(hit.place), named)]
            if there:
                hits = [*there, *(hit for hit in hits if hit not in there)]
            else:
                problems = (*problems, wording.another_page(written, hits[0].place))
        places = tuple(hit.place for hit in hits)
        found = _answer(written, State.FOUND, places, problems=problems)
        return replace(found, marks=hits[0].marks)

    def _printed(self, place: Place) -> frozenset[str]:
        """The numbers in the head and foot of the pages of a place."""
        first, last = (place.page or 1) - 1, place.last_page or 1
        return frozenset().union(*(each.numbers for each in self._stripped[first:last]))

    def _missed(self, written: Written, parts: Sequence[Passage]) -> Quotation:
        """A quotation that is not there as it is quoted: what comes near it, if anything does."""
        hits = [self._hits(part) for part in parts]
        missing = [part for part, found in zip(parts, hits, strict=True) if not found]
        if not missing:
            first, last = hits[0][0].place, hits[-1][0].place
            return _answer(written, State.NEAR, [first], [wording.scattered(written, first, last)])
        near = [self._words.nearest(part.words) for part in missing]
        lost = next((part for part, each in zip(missing, near, strict=True) if each is None), None)
        if lost is not None:
            part = lost.words if len(parts) > 1 else ""
            problem = wording.not_there(written, part, self._unread)
            return _answer(written, State.MISSING, problems=[problem])
        nearest: Near = next(each for each in near if each is not None)
        problem = wording.near_miss(written, nearest.place, nearest.differences)
        return _answer(written, State.NEAR, [nearest.place], [problem], nearest.differences)

    @cached_property
    def _unread(self) -> tuple[int, ...]:
        """The pages that show something and hold no text, counted from 1."""
        return tuple(number for number, page in enumerate(self.document.pages, 1) if page.unread)


def _marks(flow: Flow, passage: Passage, match: Match) -> tuple[Mark, ...]:
    """What the marks of a passage stand for where it was found."""
    return tuple(
        Mark(str(joint), flow.words(start, end))
        for joint, (start, end) in zip(passage.joints, match.between, strict=True)
        if start < end and joint.kind is not Kind.CAPITAL
    )


def _answer(
    written: Written,
    state: State,
    places: Sequence[Place] = (),
    problems: Sequence[Problem] = (),
    differences: Sequence[Difference] = (),
) -> Quotation:
    return Quotation(
        id=written.id,
        noun=written.noun,
        quote=written.quote,
        document=written.document,
        state=state,
        places=tuple(places),
        differences=tuple(differences),
        problems=tuple(problems),
    )
