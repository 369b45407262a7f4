"""Everything that a case cites, set in one style: its bibliography, and the note on each record."""

from collections.abc import Iterator
from dataclasses import dataclass

from deciban.case import Case
from deciban.case.cited import cited, consulted, every_record, unused
from deciban.render.citing.citer import Citer
from deciban.render.document.blocks import Prose


@dataclass(frozen=True, slots=True)
class Listed:
    """What a case cites.

    Attributes:
        style: the style it is set in.
        works: the works cited, with their keys, in the order of the style.
        consulted: the works that were read and are cited nowhere.
        unused: keys of the bibliography that are neither.
        notes: the note on each record that cites works, with its name, in the order of the case.
    """

    style: str
    works: tuple[tuple[str, Prose], ...]
    consulted: tuple[tuple[str, Prose], ...]
    unused: tuple[str, ...]
    notes: tuple[tuple[str, Prose], ...]


def listed(case: Case, style: str) -> Listed:
    """Answer everything that a case cites.

    Args:
        case: the case.
        style: a name of ``STYLES``, or the path of a CSL file.

    Raises:
        StyleError: the file holds no style, or one that cannot be filled in.
    """
    used = [*cited(case), *consulted(case)]
    known = case.bibliography.works
    citer = Citer([known[key] for key in used if key in known], style)
    notes = tuple(_notes(case, citer))
    return Listed(
        style=style,
        works=citer.listed(cited(case)),
        consulted=citer.listed(consulted(case)),
        unused=unused(case),
        notes=notes,
    )


def _notes(case: Case, citer: Citer) -> Iterator[tuple[str, Prose]]:
    for record in every_record(case):
        cites: tuple[str, ...] = getattr(record, "cite", ())
        if cites:
            yield (
                str(getattr(record, "id", "")),
                citer.note(cites, getattr(record, "located", None)),
            )
