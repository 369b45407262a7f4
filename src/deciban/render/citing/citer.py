"""Works as notes, as citations in a text and as a bibliography, in one style."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from citeproc import Citation, CitationItem, CitationStylesBibliography, Locator
from citeproc.source import BibliographySource

from deciban.case import Work
from deciban.case.citation import Cite, find_citations, locator_of
from deciban.case.citation import Locator as Place
from deciban.render.citing.marked import Formatter, hidden, marked, runs
from deciban.render.citing.order import by_author_and_title, by_author_and_year, suffixes
from deciban.render.citing.reference import only_dated, reference
from deciban.render.citing.style import CHICAGO, StyleError, load
from deciban.render.document.blocks import Footnote, Inline, Link, Prose, Run

_RANGE = re.compile(r"(?<=\d)-(?=\d)")
_PUNCTUATION = re.compile(
    r"[.,;:!?]+[\"'\N{RIGHT DOUBLE QUOTATION MARK}]?|[\"\N{RIGHT DOUBLE QUOTATION MARK}][.,;:!?]*"
)
#: What CSL would call a place that is only words: it has no label for it.
_WORDS = "words"
#: What the library raises where a style asks too much; the last, where a macro calls itself.
_UNFILLED = (AttributeError, IndexError, KeyError, TypeError, ValueError, RecursionError)


class Citer:
    """Cites the works of a case, and remembers which it cited, and in what order.

    In a style with notes the first note on a work has everything and later ones are short, so one
    citer serves one document, from top to bottom.

    Attributes:
        with_notes: whether the style cites in notes, rather than in the text.
    """

    def __init__(self, works: Iterable[Work], style: str = CHICAGO) -> None:
        """Cite these works.

        Args:
            works: every work that may be cited. Works of one author and year get letters, so hand
                over only what the document may cite.
            style: a name of ``STYLES``, or the path of a CSL file.

        Raises:
            StyleError: the file holds no style; or, later, a style of others asks for what the
                library does not know.
        """
        self._works = {work.id: work for work in works}
        self._style = load(style)
        root: Any = self._style.root
        self.with_notes: bool = root.get("class") == "note"
        self._ids = {key: f"w{number}" for number, key in enumerate(self._works)}
        self._library = CitationStylesBibliography(self._style, self._source(), Formatter)
        # lxml forgets what is put on an element that nobody holds
        self._citation = root.citation
        self._citation.cites = []
        self._layout = self._citation.layout
        self._entries = root.bibliography.layout if self._style.has_bibliography() else None
        self._inside = str(self._citation.get_locale_option("punctuation-in-quote")) == "true"
        self._cited: dict[str, None] = {}

    @property
    def cited(self) -> tuple[str, ...]:
        """The keys cited so far, in order, each once."""
        return tuple(self._cited)

    def note(self, cites: Sequence[str], at: str | None = None) -> tuple[Run | Link, ...]:
        """Answer the citation of a record's works: a whole note, or (author year, page).

        Args:
            cites: the keys, as in ``record.cite``.
            at: where in them, as in ``record.located``; with several works it stands behind them
                all, since nobody says to which it belongs.
        """
        one = len(cites) == 1
        parts = [Cite(key, locator=locator_of(at or "") if one else None) for key in cites]
        behind = "" if one or not at else at
        return self._cite(parts, behind)

    def behind(self, cites: Sequence[str], at: str | None = None) -> Prose:
        """Answer what stands behind a sentence to cite works: a footnote, or (author year)."""
        if not cites:
            return ()
        found = self.note(cites, at)
        return (Footnote(found),) if self.with_notes else (Run(" "), *found)

    def in_text(self, prose: str) -> Prose:
        """Answer a text with its citations set: each a footnote, or (author year, page)."""
        parts: list[Inline] = []
        place = 0
        for citation in find_citations(prose):
            before = prose[place : citation.start]
            place = citation.end
            found = self._cite(citation.cites)
            if self.with_notes:
                mark = _PUNCTUATION.match(prose, place)  # a note stands behind the comma
                place = mark.end() if mark else place
                parts += [Run(before.rstrip() + (mark[0] if mark else "")), Footnote(found)]
            else:
                parts += [Run(before), *found]
        parts.append(Run(prose[place:]))
        return tuple(part for part in parts if not (isinstance(part, Run) and not part.text))

    def works(self, keys: Iterable[str] | None = None) -> tuple[Prose, ...]:
        """Answer the bibliography, in the order of the style.

        Args:
            keys: the works to list; by default those cited so far.
        """
        return tuple(prose for _, prose in self.listed(keys))

    def listed(self, keys: Iterable[str] | None = None) -> tuple[tuple[str, Prose], ...]:
        """Answer the bibliography as ``works`` does, each with its citation key."""
        known = [self._works[key] for key in self._chosen(keys)]
        if self._entries is not None and self._entries.getparent().sort is not None:
            known.sort(key=by_author_and_title if self.with_notes else by_author_and_year)
        return tuple((work.id, self._entry(work.id)) for work in known)

    def _chosen(self, keys: Iterable[str] | None) -> list[str]:
        wanted = self._cited if keys is None else dict.fromkeys(keys)
        return [key for key in wanted if key in self._works]

    def _source(self) -> BibliographySource:
        letters = {} if self.with_notes else suffixes(self._works.values())
        source = BibliographySource()
        for key, work in self._works.items():
            full = reference(self._ids[key], work, letters.get(key, ""))
            source.add(full)
            source.add(only_dated(f"{self._ids[key]}y", full))
        return source

    def _cite(self, cites: Sequence[Cite], behind: str = "") -> tuple[Run | Link, ...]:
        known = [cite for cite in cites if cite.key in self._works]
        items = {cite: self._item(cite) for cite in known}
        self._library.register(Citation(list(items.values())))
        parts = [self._one(cite, items.get(cite)) for cite in cites]
        parts += [hidden(marked(_dashed(behind)))] if behind else []
        joined = self._layout.get("delimiter", "; ").join(parts)
        if self.with_notes:
            joined = joined[:1].upper() + joined[1:] if cites and cites[0].before else joined
        prefix, suffix = (self._layout.get(side, "") for side in ("prefix", "suffix"))
        return runs(f"{prefix}{joined}{suffix}", inside=self._inside)

    def _item(self, cite: Cite) -> CitationItem:
        quiet = cite.quiet and not self.with_notes
        key = self._ids[cite.key] + ("y" if quiet else "")
        place = cite.locator
        return CitationItem(key, locator=_locator(place)) if place else CitationItem(key)

    def _one(self, cite: Cite, item: CitationItem | None) -> str:
        before = f"{marked(cite.before)} " if cite.before else ""
        if item is None:
            return f"{before}{marked(cite.key)}"
        self._cited.setdefault(cite.key)
        text = self._filled(self._layout, item)
        self._citation.cites.append(item)
        return f"{before}{text or marked(cite.key)}"

    def _entry(self, key: str) -> Prose:
        item = CitationItem(self._ids[key])
        self._library.register(Citation([item]))
        text = self._filled(self._entries, item) if self._entries is not None else ""
        suffix = self._entries.get("suffix", "") if self._entries is not None else ""
        return runs(f"{text or marked(key)}{suffix}", inside=self._inside)

    @staticmethod
    def _filled(layout: Any, item: CitationItem) -> str:  # noqa: ANN401 (an untyped library)
        layout.repressed = {}
        try:
            text = layout.render_children(item)
        except _UNFILLED as error:
            message = "this style asks for something that deciban cannot do"
            raise StyleError(message) from error
        return "" if text is None else str(text)


def _locator(place: Place) -> Locator:
    """A place as the library wants it, with nothing in it for the library to change."""
    if not place.label:
        return Locator(_WORDS, hidden(marked(_dashed(place.text))))
    dashed = marked(_dashed(place.text)).replace("-", hidden("-"))
    return Locator(place.label, dashed + hidden(marked(_dashed(place.more))))


def _dashed(text: str) -> str:
    """A text with its ranges of numbers as they are printed."""
    return _RANGE.sub("\N{EN DASH}", text)


def plain(prose: Iterable[Inline]) -> str:
    """Answer prose as characters, its footnotes in brackets."""
    return "".join(_plain(prose))


def _plain(prose: Iterable[Inline]) -> Iterator[str]:
    for part in prose:
        yield f" [{plain(part.content)}]" if isinstance(part, Footnote) else part.text
