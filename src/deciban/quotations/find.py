"""Holds every quotation of a case against the document that it names."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from deciban.case import Case
from deciban.problem import Problem
from deciban.quotations.document import Document, Fault
from deciban.quotations.documents import locate
from deciban.quotations.look import Sought
from deciban.quotations.quotation import Quotation, State
from deciban.quotations.reading import read_document
from deciban.quotations.written import Written, quotations_in
from deciban.read.suggest import visible

#: What is called with how far one is, in words, such as ``37 of 100 quotations``.
Told = Callable[[str], None]


def find_quotations(case: Case, folder: Path, told: Told | None = None) -> tuple[Quotation, ...]:
    """Answer every quotation of a case, held against its document, in the order of the text.

    Each document is read once, however many quotations it is for. A record that names a document
    and quotes nothing is left out, for there is nothing to be looked for.

    Args:
        case: the case.
        folder: the folder that it stands in.
        told: called with how far it is, in words.
    """
    written = tuple(each for each in quotations_in(case) if each.quote)
    search = _Search(written, folder, told or (lambda _: None))
    for path, numbers in search.files().items():
        search.look(path, numbers)
    return search.answer()


class _Search:
    """One search for all quotations of a case, document by document."""

    def __init__(self, written: Sequence[Written], folder: Path, told: Told) -> None:
        self._written, self._folder, self._told = written, folder, told
        self._found: dict[int, Quotation] = {}

    def files(self) -> dict[Path, list[int]]:
        """Answer which quotations are for which file; those of no file are settled here."""
        files: dict[Path, list[int]] = {}
        for number, each in enumerate(self._written):
            path = locate(each, self._folder) if each.document else None
            if path is None:
                self._found[number] = _of(each, State.UNNAMED)
            elif isinstance(path, Problem):
                self._found[number] = _of(each, State.UNREAD, path)
            else:
                files.setdefault(path, []).append(number)
        return files

    def look(self, path: Path, numbers: Sequence[int]) -> None:
        """Read a document and look for its quotations."""
        written = self._written[numbers[0]].document
        named = visible(written)
        document = read_document(
            path,
            named,
            self._folder / written,
            lambda page, pages: self._told(f"page {page} of {pages} of {named}"),
        )
        if not isinstance(document, Document):
            problem = self._unread(document, numbers)
            self._found |= {
                each: _of(self._written[each], State.UNREAD, problem) for each in numbers
            }
            return
        sought = Sought(document, named)
        for number in numbers:
            self._found[number] = sought.look_for(self._written[number])
            self._told(f"{len(self._found)} of {len(self._written)} quotations")

    def _unread(self, why: Fault | Problem, numbers: Sequence[int]) -> Problem:
        """One problem for all quotations of a document that could not be read."""
        first, *others = (self._written[each].record.place("in") for each in numbers)
        if isinstance(why, Problem):
            return replace(why, also=(first, *others))
        return Problem(why.code, why.message, first, why.hint, also=tuple(others))

    def answer(self) -> tuple[Quotation, ...]:
        """Answer what was found, in the order of the text."""
        return tuple(self._found[number] for number in range(len(self._written)))


def _of(written: Written, state: State, *problems: Problem) -> Quotation:
    return Quotation(
        written.id, written.noun, written.quote, written.document, state, problems=problems
    )
