"""Quotations and where they stand, for people: what differs is in colour and bold."""

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from deciban.quotations import Quotation, State
from deciban.render.page import HEAD, QUIET, stacked
from deciban.render.quotation_lines import (
    Side,
    Words,
    named,
    passage,
    standing,
    standing_for,
    summary,
)

_STYLE = {Side.BOTH: "", Side.DOCUMENT: "bold green", Side.QUOTATION: "bold red"}
_COLOUR = {State.FOUND: "", State.NEAR: "yellow", State.MISSING: "red", State.UNREAD: "red"}


def quotation_list(quotations: Sequence[Quotation]) -> Group:
    """Answer quotations: where each stands, and of a near miss both readings."""
    return stacked([*_rows(quotations), Text(summary(quotations), HEAD)])


def _rows(quotations: Sequence[Quotation]) -> Iterator[RenderableType]:
    for each in named(quotations):
        yield Text(standing(each), _COLOUR[each.state])
        for mark in each.marks:
            yield Padding(Text(standing_for(mark), QUIET), (0, 0, 0, 4), expand=False)
        if each.differences:
            yield _reading("document: ", passage(each.differences, Side.DOCUMENT))
            yield _reading("quoted:   ", passage(each.differences, Side.QUOTATION))


def _reading(name: str, words: Sequence[Words]) -> Padding:
    told = Text.assemble((name, QUIET), '"')
    for number, each in enumerate(words):
        told.append(" " if number else "")
        told.append(each.text, _STYLE[each.side])
    return Padding(told.append('"'), (0, 0, 0, 4), expand=False)
