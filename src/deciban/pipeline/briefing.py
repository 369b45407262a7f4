"""Everything that a brief tells of a case, and the brief."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from deciban.case import Case
from deciban.pipeline.line import DRAWS, Weighing, inquire
from deciban.quotations import quotations_in
from deciban.read import Reading, in_order, is_of_debate

if TYPE_CHECKING:
    from deciban.debate.in_brief import DebateInBrief
    from deciban.findings.account import Account
    from deciban.quotations import Quotation
    from deciban.render.document.blocks import Document


def account(
    reading: Reading, *, draws: int = DRAWS, told: Callable[[str], None] | None = None
) -> "Weighing[Account]":
    """Answer everything that a brief tells of a case that has been read.

    Args:
        reading: the case as read.
        draws: how often every uncertain number is drawn.
        told: called with what is being done.
    """
    from deciban.findings.account import find_account  # noqa: PLC0415 (as above)

    say = told if told is not None else lambda _: None
    weighing = inquire(reading, partial(find_account, count=draws, told=say))
    if weighing.case is None or weighing.findings is None:
        return weighing
    quoted: tuple[Quotation, ...] = ()
    if any(each.quote for each in quotations_in(weighing.case)):
        from deciban.quotations.find import find_quotations  # noqa: PLC0415 (as above)

        quoted = find_quotations(weighing.case, reading.folder, say)
    found = replace(weighing.findings, quotations=quoted)
    misquoted = (problem for each in quoted for problem in each.problems)
    problems = in_order([*weighing.problems, *found.problems, *misquoted])
    debate = _debate(weighing.case, found, reading, say)
    return replace(weighing, findings=found, problems=problems, debate=debate)


def _debate(
    case: Case, found: "Account", reading: Reading, say: Callable[[str], None]
) -> "DebateInBrief | None":
    """Where the debaters of a case part; a case that is seen as one of them holds it has none."""
    if reading.checked is not None or not (case.positions or case.debate):
        return None
    from deciban.debate.in_brief import find_debate_in_brief  # noqa: PLC0415 (as above)

    beside = [problem for problem in reading.problems if is_of_debate(problem)]
    return find_debate_in_brief(case, found.findings.posterior, beside, say)


def brief(
    weighing: "Weighing[Account]",
    *,
    style: str = "chicago",
    short: bool = False,
    figures: bool = True,
) -> "Document":
    """Make the brief of a case: Account -> Document, which a writer turns into a file.

    Args:
        weighing: what ``account`` answered; without an error.
        style: how works are cited, a name of ``deciban.render.citing.STYLES`` or a file in CSL.
        short: whether it goes without its appendices.
        figures: whether it has figures.

    Raises:
        ValueError: the case was not weighed.
        StyleError: the style cannot be used.
    """
    from deciban.read.digest import digest_of  # noqa: PLC0415 (only where a brief is made)
    from deciban.render.brief.brief import brief_of  # noqa: PLC0415 (as above)

    if weighing.case is None or weighing.findings is None:
        message = "a case that was not weighed has no brief"
        raise ValueError(message)
    return brief_of(
        weighing.findings,
        weighing.case,
        weighing.problems,
        digest_of(weighing.reading),
        debate=weighing.debate,
        style=style,
        short=short,
        figures=figures,
    )
