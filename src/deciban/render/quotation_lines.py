"""Quotations and where they stand, a line each; what differs from the document is marked.

Nothing here needs a terminal, so that checking a case in a pipe starts fast.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from deciban.quotations import Difference, Mark, Quotation, State
from deciban.read.suggest import visible
from deciban.render.figures import counted

#: How many words are shown on either side of a difference.
AROUND = 7
LEFT_OUT = "..."


class Side(Enum):
    """Whose words differ."""

    BOTH = "shared"
    DOCUMENT = "the document's"
    QUOTATION = "the quotation's"


@dataclass(frozen=True, slots=True)
class Words:
    """Some words of a passage, and whether the other side has them too."""

    text: str
    side: Side = Side.BOTH


def quotation_lines(quotations: Sequence[Quotation]) -> str:
    """Answer quotations for a pipe: where each stands, and of a near miss both readings.

    Words that differ stand between asterisks.
    """
    lines: list[str] = []
    for each in named(quotations):
        lines.append(standing(each))
        lines += [f"    {standing_for(mark)}" for mark in each.marks]
        if each.differences:
            lines.append(f'    document: "{_plain(passage(each.differences, Side.DOCUMENT))}"')
            lines.append(f'    quoted:   "{_plain(passage(each.differences, Side.QUOTATION))}"')
    return "\n".join([*lines, summary(quotations)])


def _plain(words: Sequence[Words]) -> str:
    return " ".join(
        each.text if each.side is Side.BOTH else f"*{each.text}*" for each in words if each.text
    )


def named(quotations: Sequence[Quotation]) -> list[Quotation]:
    """Answer the quotations that name a document."""
    return [each for each in quotations if each.state is not State.UNNAMED]


def standing(each: Quotation) -> str:
    """Answer where a quotation stands, in words: ``report clerk_says: p. 12 of ledger.pdf``."""
    name = f"{each.noun} {each.id}"
    more = len(each.places) - 1
    match each.state:
        case State.FOUND:
            also = f", and {counted(more, 'more place')}" if more else ""
            return f"{name}: {each.where}{also}"
        case State.NEAR if each.differences:
            side = "on" if each.places[0].page else "in"
            return f"{name}: not as it stands {side} {each.where}"
        case State.NEAR:
            return f"{name}: only in parts in {visible(each.document)}"
        case State.MISSING:
            return f"{name}: not in {visible(each.document)}"
        case _:
            return f"{name}: {visible(each.document)} could not be read"


def standing_for(mark: Mark) -> str:
    """Answer what a mark of the editor stands for: ``[...] leaves out "and went"``."""
    words = _around(mark.document, begins=True, ends=True)
    return f'{mark.mark} {"leaves out" if mark.mark == "[...]" else "stands for"} "{words}"'


def summary(quotations: Sequence[Quotation]) -> str:
    """Answer how many quotations stand as they are quoted, and how many name no document."""
    checked = named(quotations)
    silent = len(quotations) - len(checked)
    if not checked:
        return (
            f"{counted(silent, 'quotation')}; none names a document" if silent else "no quotation"
        )
    told = f"{counted(len(checked), 'quotation')}, {_verified(checked)}found as quoted"
    verb = "names" if silent == 1 else "name"
    return f"{told}; {silent} more {verb} no document" if silent else told


def _verified(checked: Sequence[Quotation]) -> str:
    verified = sum(each.verified for each in checked)
    if len(checked) == 1:
        return "" if verified else "not "
    return "all " if verified == len(checked) else f"{verified or 'none'} of them "


def passage(differences: Sequence[Difference], side: Side) -> list[Words]:
    """Answer one side of a near miss, with the words that differ, and some around them.

    Args:
        differences: where the two part.
        side: the document's or the quotation's.
    """
    return [each for each in _passage(differences, side) if each.text]


def _passage(differences: Sequence[Difference], side: Side) -> Iterator[Words]:
    for number, each in enumerate(differences):
        apart = bool(each.document or each.quoted)
        yield Words(_around(each.shared, begins=number > 0 or not apart, ends=apart))
        yield Words(each.document if side is Side.DOCUMENT else each.quoted, side)


def _around(shared: str, *, begins: bool, ends: bool) -> str:
    """Shared words, without those far from what differs on either side."""
    words = shared.split()
    first = words[: AROUND if begins else 0]
    last = words[-AROUND:] if ends else []
    if len(first) + len(last) >= len(words):
        return shared
    return " ".join([*first, LEFT_OUT, *last])
