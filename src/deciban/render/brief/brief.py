"""The brief as a document: what a reader is told, in what order."""

from collections.abc import Iterator

from deciban.case import Case
from deciban.case.cited import cited, consulted
from deciban.render.brief.answers import answers
from deciban.render.brief.appendix.every_number import every_number
from deciban.render.brief.appendix.others import assumed, left_out
from deciban.render.brief.bottom_line import bottom_line
from deciban.render.brief.carries import carries, stands_against
from deciban.render.brief.computed import computed
from deciban.render.brief.hangs_on import hangs_on
from deciban.render.brief.limits import limits
from deciban.render.brief.linked import linked
from deciban.render.brief.mind import minds
from deciban.render.brief.settles import settles
from deciban.render.brief.telling import Section, Telling
from deciban.render.brief.when import when
from deciban.render.brief.works import works
from deciban.render.citing import Citer
from deciban.render.date import in_words
from deciban.render.document.blocks import Block, Document

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
    limits,
)
APPENDICES: tuple[Section, ...] = (every_number, assumed, left_out)
END: tuple[Section, ...] = (computed, works)
#: Digits of the hash that a dateline has room for.
SHORT = 12


def brief_document(telling: Telling, *, short: bool = False) -> Document:
    """Answer the brief of a case.

    Args:
        telling: what it is written from.
        short: without the appendices.
    """
    sections = (*BODY, *(() if short else APPENDICES), *END)
    findings = telling.findings
    return Document(
        title=findings.title,
        subtitle=findings.ask,
        dateline=_dateline(telling),
        blocks=tuple(_blocks(telling, sections)),
        about={
            "version": telling.version,
            "case": telling.digest,
            "seed": str(findings.ranges.seed),
        },
    )


def citer_for(case: Case, style: str) -> Citer:
    """Answer what makes the notes of a brief.

    Args:
        case: the case, whose bibliography may hold more than it cites.
        style: a name of ``deciban.render.citing.STYLES``.
    """
    works = case.bibliography.works
    return Citer([works[key] for key in (*cited(case), *consulted(case)) if key in works], style)


def _blocks(telling: Telling, sections: tuple[Section, ...]) -> Iterator[Block]:
    for section in sections:
        yield from section(telling)


def _dateline(telling: Telling) -> str:
    as_of = telling.findings.as_of
    stands = f"As of {in_words(as_of)}" if as_of else "A brief"
    return f"{stands} · deciban {telling.version} · case {telling.digest[:SHORT]}"
