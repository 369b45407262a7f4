"""What every section of a brief is written from."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from deciban.case import Case
from deciban.case.cited import cited, consulted
from deciban.findings.account import Account
from deciban.findings.findings import Findings
from deciban.problem import Problem
from deciban.render.brief.prose import unbracketed
from deciban.render.charts.picture import Picture
from deciban.render.document.blocks import Block, Figure, Prose

if TYPE_CHECKING:
    from deciban.debate.in_brief import DebateInBrief
    from deciban.render.citing import Citer


@dataclass(frozen=True, slots=True)
class Telling:
    """What a brief is written from.

    A brief is told once, from top to bottom, since its first note on a work is the full one.

    Attributes:
        account: what was found.
        case: the case, for its words.
        problems: what there is to warn of.
        digest: the hash of the case's files.
        version: which deciban found it.
        citer: makes notes of citations.
        debate: where the debaters of the case part; None where it has none.
        pictures: the figures, by name; empty where none are wanted.
        short: whether it goes without its appendices.
    """

    account: Account
    case: Case
    problems: tuple[Problem, ...]
    digest: str
    version: str
    citer: "Citer"
    debate: "DebateInBrief | None" = None
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    short: bool = False

    @property
    def findings(self) -> Findings:
        """What the case adds up to."""
        return self.account.findings

    def place(self, appendix: str) -> str:
        """Answer where an appendix is to be found: in this brief, or in the whole one."""
        return "the full brief" if self.short else f"Appendix {appendix}"

    def words(self, text: str | None) -> Prose:
        """Answer words of the case with their citations set; nothing where there are none."""
        return self.citer.in_text(text) if text else ()

    def note(self, cites: Sequence[str], located: str | None) -> Prose:
        """Answer what is put behind words to cite works; nothing where no work is named.

        Args:
            cites: the keys of the works.
            located: the page or document, where known.
        """
        return self.citer.behind(cites, located)

    def inline(self, cites: Sequence[str], located: str | None) -> Prose:
        """Answer works and the place in them as words of their own, where notes would be many."""
        return unbracketed(self.citer.note(cites, located)) if cites or located else ()

    def recorded(self, cites: Sequence[str], located: str | None) -> tuple[Prose, Prose]:
        """Answer where something is recorded: a note on its words, or words for brackets behind.

        It belongs to what is recorded, and not behind the reasons, which are the author's own.
        """
        if self.citer.with_notes:
            return self.note(cites, located), ()
        return (), self.inline(cites, located) if cites else ()

    def cited(self) -> Sequence[Prose]:
        """Answer the bibliography of what the case cites, in the order of its style."""
        keys = tuple(cited(self.case))
        return self.citer.works(keys) if keys else ()

    def consulted(self) -> Sequence[Prose]:
        """Answer that of the works that were read and are cited nowhere."""
        keys = consulted(self.case)
        return self.citer.works(keys) if keys else ()

    def figure(self, name: str, caption: str) -> Iterator[Figure]:
        """Answer a figure, where it is wanted and there is one of that name."""
        if name in self.pictures:
            yield Figure(self.pictures[name], caption)


#: A section of a brief.
Section: TypeAlias = Callable[[Telling], Iterator[Block]]
