"""What came of looking for a quotation in its document."""

from dataclasses import dataclass
from enum import StrEnum

from deciban.problem import Problem


class State(StrEnum):
    """How a quotation stands to its document."""

    FOUND = "found"
    NEAR = "near miss"
    MISSING = "not found"
    UNREAD = "document not read"
    UNNAMED = "no document named"


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of a document.

    Attributes:
        document: the file, as the case names it.
        page: of a PDF, the page on which it begins, counted from 1 in the file; else None.
        last_page: the page on which it ends.
        label: what is printed on that page for its number, where the PDF says so; else the number.
        last_label: the same of the page on which it ends.
        line: of a text, the line in which it begins, counted from 1; else None.
        last_line: the line in which it ends.
    """

    document: str
    page: int | None = None
    last_page: int | None = None
    label: str | None = None
    last_label: str | None = None
    line: int | None = None
    last_line: int | None = None

    @property
    def spot(self) -> str:
        """The page or the line alone: ``p. 12``, ``lines 3-4``; empty where neither is known."""
        if self.label is not None:
            return _stretch("p.", "pp.", self.label, self.last_label)
        if self.line is not None:
            return _stretch("line", "lines", str(self.line), str(self.last_line))
        return ""

    def __str__(self) -> str:
        """The place in words: ``p. xii of documents/ledger.pdf (page 14 of the file)``."""
        if not self.spot:
            return self.document
        physical = _stretch("page", "pages", str(self.page), str(self.last_page))
        differs = (self.label, self.last_label) != (str(self.page), str(self.last_page))
        counted = f" ({physical} of the file)" if self.page is not None and differs else ""
        return f"{self.spot} of {self.document}{counted}"


def _stretch(one: str, several: str, first: str, last: str | None) -> str:
    return f"{one} {first}" if last in (None, first) else f"{several} {first}-{last}"


@dataclass(frozen=True, slots=True)
class Difference:
    """Where the words of a document and those of a quotation part, and what they share around it.

    Attributes:
        shared: words before it that both have.
        document: the document's own words; empty where it has none there.
        quoted: the quotation's words; empty where it leaves the document's out.
    """

    shared: str
    document: str
    quoted: str


@dataclass(frozen=True, slots=True)
class Mark:
    """What a mark of the editor stands for, where it stands for anything.

    Attributes:
        mark: as in the quotation: ``[...]``, ``[he]``.
        document: the document's words in its place.
    """

    mark: str
    document: str


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation of the case, and whether its document has it.

    Attributes:
        id: the name of the record that quotes.
        noun: what that record is: ``event``, ``report``.
        quote: the words, as the case has them.
        document: the file that it names; empty where it names none.
        state: found, nearly found, not found, or not looked for.
        places: where it stands, in the order of the document, the one that `at` names first; of a
            near miss the one nearest place; else none.
        marks: what its marks stand for at the first of them, in order; those that stand for nothing
            are left out, and so is a capital.
        differences: of a near miss, where it parts from the document, in order; the last may hold
            no more than shared words.
        problems: what is wrong with it, warnings as well.
    """

    id: str
    noun: str
    quote: str
    document: str
    state: State
    places: tuple[Place, ...] = ()
    marks: tuple[Mark, ...] = ()
    differences: tuple[Difference, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def verified(self) -> bool:
        """Whether the words were found as they are quoted."""
        return self.state is State.FOUND

    @property
    def where(self) -> str:
        """Where it stands, in words; of a near miss, where it nearly does; empty where nowhere."""
        return str(self.places[0]) if self.places else ""
