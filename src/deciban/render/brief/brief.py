"""The brief as a document: what a reader is told, in what order."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from deciban import __version__
from deciban.case import Case
from deciban.case.citation import without_citations
from deciban.case.cited import cited, consulted
from deciban.findings.account import Account
from deciban.problem import Problem
from deciban.render.brief.answers import answers
from deciban.render.brief.appendix.every_number import every_number
from deciban.render.brief.appendix.in_full import in_full
from deciban.render.brief.appendix.others import assumed, left_out
from deciban.render.brief.bottom_line import bottom_line
from deciban.render.brief.carries import carries, stands_against
from deciban.render.brief.computed import computed
from deciban.render.brief.debate import debate as where_debaters_part
from deciban.render.brief.figures import brief_pictures
from deciban.render.brief.hangs_on import hangs_on
from deciban.render.brief.limits import limits
from deciban.render.brief.linked import linked
from deciban.render.brief.mind import minds
from deciban.render.brief.settles import settles
from deciban.render.brief.telling import Section, Telling
from deciban.render.brief.when import when
from deciban.render.brief.works import works
from deciban.render.citing import CHICAGO, Citer
from deciban.render.date import in_words
from deciban.render.document.blocks import Block, Document

if TYPE_CHECKING:
    from deciban.debate.in_brief import DebateInBrief

#: The sections of a brief in their order; each leaves itself out where it has nothing to tell.
BODY: tuple[Section, ...] = (
    bottom_line,
    answers,
    carries,
    stands_against,
    hangs_on,
    settles,
    minds,
    when,
    linked,
    where_debaters_part,
    limits,
)
APPENDICES: tuple[Section, ...] = (every_number, assumed, left_out, in_full)
END: tuple[Section, ...] = (computed, works)
#: Digits of the hash that a dateline has room for.
SHORT = 12


def brief_of(  # noqa: PLR0913 (what it is of, and how it is wanted)
    account: Account,
    case: Case,
    problems: Sequence[Problem] = (),
    digest: str = "",
    *,
    debate: "DebateInBrief | None" = None,
    style: str = CHICAGO,
    short: bool = False,
    figures: bool = True,
) -> Document:
    """Answer the brief of a case.

    Args:
        account: what was found of it.
        case: the case.
        problems: what there is to warn of.
        digest: the hash of the case's files.
        debate: where its debaters part; None where it has none.
        style: how works are cited, a name of ``deciban.render.citing.STYLES``.
        short: whether it goes without its appendices.
        figures: whether it has figures.
    """
    telling = Telling(
        account=account,
        case=case,
        problems=tuple(problems),
        digest=digest,
        version=__version__,
        citer=_citer(case, style),
        debate=debate,
        pictures=brief_pictures(account, case, debate, short=short) if figures else {},
        short=short,
    )
    return _told(telling)


def _told(telling: Telling) -> Document:
    sections = (*BODY, *(() if telling.short else APPENDICES), *END)
    findings = telling.findings
    return Document(
        title=findings.title,
        subtitle=without_citations(findings.ask),
        dateline=_dateline(telling),
        blocks=tuple(_blocks(telling, sections)),
        about={
            "version": telling.version,
            "case": telling.digest,
            "seed": str(findings.ranges.seed),
        },
    )


def _citer(case: Case, style: str) -> Citer:
    """What makes the notes; a bibliography may hold more than its case cites."""
    works = case.bibliography.works
    return Citer([works[key] for key in (*cited(case), *consulted(case)) if key in works], style)


def _blocks(telling: Telling, sections: tuple[Section, ...]) -> Iterator[Block]:
    for section in sections:
        yield from section(telling)


def _dateline(telling: Telling) -> str:
    as_of = telling.findings.as_of
    stands = f"As of {in_words(as_of)}" if as_of else "A brief"
    return f"{stands} · deciban {telling.version} · case {telling.digest[:SHORT]}"
