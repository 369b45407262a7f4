"""The works a case cites."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from deciban.case.csl import Entry
from deciban.case.record import NOWHERE
from deciban.span import Span

#: Works with more authors are called by the first and "et al.".
MOST_NAMED = 2


@dataclass(frozen=True)
class Work:
    """One work, as the bibliography has it.

    Attributes:
        id: its citation key.
        title: its title, without markup.
        authors: family names of those who wrote or edited it.
        year: when it came out, where given.
        entry: everything that the bibliography says of it, as CSL-JSON; what stood in BibTeX is
            put into the same fields.
        at: where its entry begins; not part of equality.
    """

    id: str
    title: str
    authors: tuple[str, ...] = ()
    year: str = ""
    entry: Entry = field(default_factory=dict, hash=False, repr=False)
    at: Span = field(default=NOWHERE, compare=False, repr=False)

    @property
    def short(self) -> str:
        """Author and year, as one would say it; the title where nobody is named."""
        few = len(self.authors) <= MOST_NAMED
        name = " and ".join(self.authors) if few else f"{self.authors[0]} et al."
        return " ".join(part for part in (name or self.title, self.year) if part)


@dataclass(frozen=True)
class Bibliography:
    """Works by citation key.

    Attributes:
        works: by key, in the order of the files.
        present: whether the folder holds a bibliography.
        whole: whether it could be read, so that a key it lacks is truly missing.
        broken: keys of entries that are there and could not be read.
        file: the file that a missing work would be added to.
    """

    works: Mapping[str, Work] = field(default_factory=dict)
    present: bool = False
    whole: bool = True
    broken: frozenset[str] = frozenset()
    file: str = "sources.json"

    @property
    def keys(self) -> frozenset[str]:
        """Every key that may be cited."""
        return frozenset(self.works) | self.broken
