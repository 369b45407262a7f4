"""The ledger: what reached the actor, as he read it and as another reader would have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deciban.render.charts.axes import decibans_across
from deciban.render.charts.key import a_point, lines_of, write_key
from deciban.render.charts.lettering import cut, width
from deciban.render.charts.look import GRID, LEADING, SIGNS, SMALL, Sign
from deciban.render.charts.marks import Word, lying, points, standing
from deciban.render.charts.saying import listed, named, said_decibans
from deciban.render.charts.sheet import Sheet
from deciban.render.figures import counted, percent
from deciban.render.minding.wording import counts_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from deciban.findings.mind import MindInFull
    from deciban.findings.minding.lines import LedgerLine
    from deciban.findings.minding.spread import Spread
    from deciban.render.charts.key import Entry
    from deciban.render.charts.marks import Scale
    from deciban.render.charts.picture import Picture

NAME = "ledger"
LEFT, RIGHT, GAP = 330, 12, 12
TALL, AXIS = 36, 34
#: How many lines are shown: those that said most to one of the readers.
MOST = 16
#: How far the two readers stand apart in a line.
APART = 5
#: How many lines the text names.
SAID = 3
HIS, THEIRS = SIGNS[0], Sign(SIGNS[1].colour, (), "diamond")
READERS = {"reasonable": "as a reasonable reader would have", "ours": "as we read it"}


def ledger_picture(mind: MindInFull) -> Picture:
    """Answer what each thing said to the actor when it came, in order of time."""
    told = [line for line in mind.lines if line.kind != "copy"]
    most = sorted(told, key=lambda line: -_heft(line))[:MOST]
    lines = [line for line in told if line in most]
    height = TALL * max(1, len(lines))
    key = tuple(_entries(mind))
    below = AXIS + LEADING * lines_of(key)
    title = f"What {mind.brief.name} was told, and what it said for “{mind.brief.of}”"
    sheet = Sheet(title, _told(mind, lines), LEFT, RIGHT, height, below=below)
    reach = [end for line in lines for end in _ends(line)]
    across = decibans_across([0.0, *reach], sheet.plot, 8)
    grid = [{"x": tick, "y": 0, "y2": height} for tick in across.ticks]
    middle = [{"x": 0.0, "y": 0, "y2": height}]
    sheet.draw(standing(grid, across, colour=GRID), standing(middle, across, thick=1.2))
    for row, line in enumerate(lines):
        _line(sheet, line, TALL * (row + 0.5), across)
    if not lines:
        sheet.write(Word(sheet.edge, height / 2, "Nothing came."))
    write_key(sheet, key, height + AXIS)
    return sheet.picture(NAME, " ".join(_sentences(mind, lines)))


def _told(mind: MindInFull, lines: Sequence[LedgerLine]) -> str:
    told = "Decibans when it came; lines: 90% of the weight."
    less = sum(line.kind != "copy" for line in mind.lines) - len(lines)
    copies = sum(line.kind == "copy" for line in mind.lines)
    if less:
        told += f" {counted(less, 'more thing')} that said less are left out."
    if copies:
        told += f" {counted(copies, 'copy', 'copies')} added nothing."
    return told


def _entries(mind: MindInFull) -> Iterator[Entry]:
    yield a_point(f"as {cut(mind.brief.name, SMALL, LEFT)} read it", HIS)
    if mind.declared:
        yield a_point(READERS[mind.declared], THEIRS, hollow=True)


def _heft(line: LedgerLine) -> float:
    return max(abs(each.mean) for each in (line.his, line.ours) if each is not None)


def _ends(line: LedgerLine) -> Iterator[float]:
    for each in (line.his, line.ours):
        if each is not None:
            yield from (each.low, each.high)


def _line(sheet: Sheet, line: LedgerLine, y: float, across: Scale) -> None:
    apart = APART if line.ours is not None else 0
    _reading(sheet, line.his, y - apart, across, theirs=False)
    if line.ours is not None:
        _reading(sheet, line.ours, y + apart, across, theirs=True)
    room = LEFT - 2 * GAP
    name = ", ".join(line.ids) + (" turned out" if line.kind == "outcome" else "")
    sheet.write(Word(sheet.edge, y - LEADING / 2, cut(name, SMALL, room, bold=True), "key"))
    sheet.write(Word(sheet.edge, y + LEADING / 2, _what(line, room), "quiet"))


def _reading(sheet: Sheet, read: Spread, y: float, across: Scale, *, theirs: bool) -> None:
    sign = THEIRS if theirs else HIS
    sheet.draw(
        lying([{"x": read.low, "x2": read.high, "y": y}], across, colour=sign.colour, thick=1.6),
        points([{"x": read.mean, "y": y}], sign, across, size=56, hollow=theirs),
    )


def _what(line: LedgerLine, room: float) -> str:
    """When, who said what, and how likely it came at all; of a long text as much as has room."""
    on = counts_at(line.on)
    reached = f" · reached {percent(line.reached)}" if line.reached < 1.0 else ""
    if line.kind == "outcome":
        return on + reached
    said = f"{line.source} says {line.says}" if line.source else line.text or "a sign"
    return f"{on} · {cut(said, SMALL, room - width(f'{on} · {reached}', SMALL))}{reached}"


def _sentences(mind: MindInFull, lines: Sequence[LedgerLine]) -> Iterator[str]:
    """What the picture says, in words."""
    name, of = mind.brief.name, mind.brief.of
    if not lines:
        yield f"Nothing reached {name}."
        return
    ranked = sorted(lines, key=lambda line: -abs(line.his.mean))[:SAID]
    told = [f"{named(', '.join(line.ids))}{_turned(line)} {_both(line)}" for line in ranked]
    yield f"What reached {name} said most for or against “{of}” with {listed(told)}."
    if mind.declared:
        yield f"In brackets: {READERS[mind.declared]}."
    things = counted(len(lines), "thing")
    yield f"{things} in order of time, from {_on(lines[0])} to {_on(lines[-1])}."


def _turned(line: LedgerLine) -> str:
    return " turning out" if line.kind == "outcome" else ""


def _both(line: LedgerLine) -> str:
    theirs = f" ({said_decibans(line.ours.mean)})" if line.ours is not None else ""
    return f"{said_decibans(line.his.mean)}{theirs}"


def _on(line: LedgerLine) -> str:
    return counts_at(line.on).removeprefix("by ")
