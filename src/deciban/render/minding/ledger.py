"""The ledger: what reached the actor, and what each thing said when it came."""

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from deciban.findings.mind import MindInFull
from deciban.findings.minding.lines import LedgerLine
from deciban.render.figures import percent
from deciban.render.minding.fitting import (
    BENEATH,
    Fitting,
    Head,
    apart,
    beneath,
    column_widths,
    in_words,
)
from deciban.render.minding.wording import counts_at, in_decibans, signed
from deciban.render.page import NAME, QUIET, READABLE, cut, grid, heading, side, stacked

_READERS = {
    "reasonable": ("reasonable", ", and by a reasonable reader"),
    "ours": ("by us", ", and by us"),
}
#: Columns that a name with what it says should have before the figures stand apart.
LEAST = 40
COPY = "a copy, adds nothing"
LEGEND = "decibans when it came, in brackets 90% of the weight; reached: how likely it came at all"


def ledger_section(mind: MindInFull) -> Iterator[RenderableType]:
    """Answer everything that reached the actor."""
    if not mind.lines:
        return
    head, whose = _READERS.get(mind.declared, ("", ""))
    yield heading(f"The ledger for “{mind.brief.of}”", f"as read by {mind.brief.name}{whose}")
    yield Text(LEGEND, QUIET)
    yield Fitting(lambda room: _laid(mind.lines, head, room))
    yield Text("")


def _laid(lines: Sequence[LedgerLine], theirs: str, room: int) -> RenderableType:
    """In columns; the date with what came, if it must be; else the figures in words."""
    heads = [Head("reached"), Head("read"), Head(side="left")]
    heads += [Head(theirs)] if theirs else []
    cells = [_cells(line, ours=bool(theirs)) for line in lines]
    least = column_widths(heads, cells)
    date = max(len(counts_at(line.on)) for line in lines)
    name = max(len(each) for line in lines for each in line.ids)
    beside = room - sum(least) - len(least)
    if beside < date + 1 + name:
        return stacked(_narrow(lines, heads, cells, room))
    told = beside - date - 1
    dated = told >= max(READABLE, name)
    widths = apart(heads, least, told - max(LEAST, name)) if dated else least
    told -= sum(widths) - sum(least)
    figures = [(width, head.side) for width, head in zip(widths, heads, strict=True)]
    table = grid(*([(date, "left")] if dated else []), (None, "left"), *figures, wrap=True)
    blank = ("", "") if dated else ("",)
    table.add_row(*blank, *(Text(head.name, QUIET) for head in heads))
    for line, row in zip(lines, cells, strict=True):
        on = Text(counts_at(line.on), QUIET)
        first = (on, _told(line, told)) if dated else (_dated(line, on, beside),)
        table.add_row(*first, *row)
    return table


def _dated(line: LedgerLine, on: Text, room: int) -> RenderableType:
    """The date with the name, and beneath them what was said."""
    parts: list[RenderableType] = [*_headed(line, on, room)]
    if line.kind != "outcome":
        parts.append(beneath(_said(line, room - BENEATH)))
    return stacked(parts)


def _headed(line: LedgerLine, on: Text, room: int) -> Iterator[RenderableType]:
    """The date and the name, in one line where there is room."""
    name = _name(line)
    if len(on) + 1 + len(name) <= room:
        yield Text.assemble(on, " ", name)
    else:
        yield on
        yield beneath(name)


def _narrow(
    lines: Sequence[LedgerLine],
    heads: Sequence[Head],
    cells: Sequence[Sequence[Text]],
    room: int,
) -> Iterator[RenderableType]:
    """Date and name, and beneath them what was said and how it was read."""
    for line, figures in zip(lines, cells, strict=True):
        yield from _headed(line, Text(counts_at(line.on), QUIET), room)
        if line.kind != "outcome":
            yield beneath(_said(line, room - BENEATH))
        if line.kind != "copy":
            yield beneath(in_words(heads, figures, Text()))


def _name(line: LedgerLine) -> Text:
    told = Text.assemble((", ".join(line.ids), NAME))
    return told.append(" turned out") if line.kind == "outcome" else told


def _told(line: LedgerLine, room: int) -> RenderableType:
    """The name and what was said: in one line if that is short enough, else in two."""
    name = _name(line)
    if line.kind == "outcome":
        return name
    beside = room - len(name) - 2
    said = _said(line, beside if beside >= READABLE else room - 2)
    if len(said) <= beside:
        return Text.assemble(name, "  ", said)
    return stacked([name, Padding(said, (0, 0, 0, 2))])


def _said(line: LedgerLine, room: int) -> Text:
    """What a message said, whole; what a sign was, as far as there is room."""
    if line.kind == "copy":
        return Text(COPY, QUIET)
    if line.source:
        return Text(f"{line.source} says {line.says}")
    return Text(cut(line.text, room) if line.text else "a sign")


def _cells(line: LedgerLine, *, ours: bool) -> tuple[Text, ...]:
    """What it said to the actor, and to the other reader; nothing of a copy."""
    if line.kind == "copy":
        return tuple(Text() for _ in range(4 if ours else 3))
    mean, ends = in_decibans(line.his)
    mean.stylize(side(line.his.mean))
    reached = Text(percent(line.reached) if line.reached < 1.0 else "")
    theirs = Text(signed(line.ours.mean) if line.ours is not None else "")
    return (reached, mean, ends, *([theirs] if ours else []))
