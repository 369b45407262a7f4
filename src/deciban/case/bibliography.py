"""The works a case cites."""

from collections.abc import Mapping
from dataclasses import dataclass, field

#: Works with more authors are called by the first and "et al.".
MOST_NAMED = 2


@dataclass(frozen=True)
class Work:
    """One work, as the bibliography has it.

    Attributes:
        id: its citation key.
        title: its title.
        authors: family names of those who wrote or edited it.
        year: when it came out, where given.
    """

    id: str
    title: str
    authors: tuple[str, ...] = ()
    year: str = ""

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
        works: by key.
        present: whether the folder holds a bibliography.
        whole: whether it could be read, so that a key it lacks is truly missing.
    """

    works: Mapping[str, Work] = field(default_factory=dict)
    present: bool = False
    whole: bool = True
