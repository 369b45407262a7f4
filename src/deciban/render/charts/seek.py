"""What to look for: where each unseen record would move the leader, and how likely."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from deciban.render.charts.axes import decibans_across
from deciban.render.charts.lettering import cut, width, wrapped
from deciban.render.charts.look import BAND, GRID, LEADING, SIGNS, SMALL
from deciban.render.charts.marks import Word, bars, points, standing
from deciban.render.charts.saying import listed, named, said, said_decibans
from deciban.render.charts.sheet import Sheet
from deciban.render.figures import bits, counted, percent, unsigned

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from deciban.findings.seek import Seek, Sought, SoughtOutcome
    from deciban.render.charts.marks import Align, Scale
    from deciban.render.charts.picture import Picture

NAME = "seek"
LEFT, RIGHT, GAP = 246, 84, 12
TALL, THICK, AXIS = 52, 9, 28
#: Room beside the outermost marks for what the record says.
BESIDE = 96
#: How many records are shown, and how many the text names.
MOST, SAID = 10, 2
#: Where all moves are smaller, the axis is as wide as this on both sides, in decibans.
FELT = 1.0
#: Moves that look like none, in decibans.
LEAST = 0.05
LINES = 2
OUTCOME = SIGNS[0]


def seek_picture(ask: str, seek: Seek) -> Picture:
    """Answer what each unseen record is worth, and what either answer would do.

    Args:
        ask: the main question.
        seek: what was found of the records.
    """
    records = seek.records[:MOST]
    height = TALL * max(1, len(records))
    sheet = Sheet(
        "What to look for",
        _told(ask, seek),
        LEFT,
        RIGHT,
        height,
        above=28,
        below=AXIS,
    )
    moves = [each.moved for record in records for each in record.outcomes]
    across = decibans_across([-FELT, FELT, *moves], sheet.plot, BESIDE)
    if records:
        grid = [{"x": tick, "y": 0, "y2": height} for tick in across.ticks]
        middle = [{"x": 0.0, "y": 0, "y2": height}]
        sheet.draw(standing(grid, across, colour=GRID), standing(middle, across, thick=1.2))
        sheet.write(Word(sheet.plot + GAP, -13, "on average", "quiet"))
        sheet.write(Word(across.at(0.0) + 6, -13, f"for “{seek.leader}” →", "quiet"))
        sheet.write(Word(across.at(0.0) - 6, -13, "← against it", "quiet", "right"))
    else:
        sheet.write(Word(sheet.edge, height / 2, "The case names no unseen record."))
    for row, record in enumerate(records):
        _record(sheet, record, seek.leader, TALL * (row + 0.5), across)
    return sheet.picture(NAME, " ".join(_sentences(seek)))


def _told(ask: str, seek: Seek) -> str:
    told = (
        f"{ask} How far what an unseen record says would move the log-odds of “{seek.leader}”, in "
        "decibans, and in per cent how likely it says so."
    )
    more = len(seek.records) - MOST
    return f"{told} {counted(more, 'more record')} would tell less." if more > 0 else told


def _record(sheet: Sheet, record: Sought, leader: str, y: float, across: Scale) -> None:
    room = LEFT - 2 * GAP
    lines = wrapped(record.text, SMALL, room, LINES)
    top = y - len(lines) * LEADING / 2
    sheet.write(Word(sheet.edge, top, cut(record.id, SMALL, room, bold=True), "key"))
    for place, text in enumerate(lines, start=1):
        sheet.write(Word(sheet.edge, top + place * LEADING, text, "quiet"))
    beside = sheet.plot + GAP
    moves = unsigned(record.decibans)
    moved = moves if math.isinf(record.decibans) else f"{moves} dB"
    sheet.write(Word(beside, y - LEADING / 2, moved, "strong"))
    sheet.write(Word(beside, y + LEADING / 2, f"{bits(record.bits)} bits", "quiet"))
    _outcomes(sheet, record, leader, y, across)


def _outcomes(sheet: Sheet, record: Sought, leader: str, y: float, across: Scale) -> None:
    """Where each thing that it may say would take the leader; named are the two outermost."""
    ordered = sorted(record.outcomes, key=lambda each: each.moved)
    if not ordered or all(abs(each.moved) < LEAST for each in ordered):
        sheet.draw(points([{"x": 0.0, "y": y}], OUTCOME, across, size=30))
        sheet.write(Word(across.at(0.0) + 9, y, "moves nothing", "quiet"))
        return
    least, most = (across.held(each.moved) for each in (ordered[0], ordered[-1]))
    sheet.draw(bars([{"x": least, "x2": most, "y": y}], THICK, BAND, across, edge=BAND))
    for each in ordered:
        at = [{"x": across.held(each.moved), "y": y}]
        sheet.draw(points(at, OUTCOME, across, size=30 + 90 * each.probability))
    left, right = across.at(least), across.at(most)
    _name(sheet, ordered[0], left - 10, y, "right")
    if len(ordered) > 1:
        _name(sheet, ordered[-1], right + 10, y, "left")
    _turning(sheet, ordered, leader, (left, right), y)


def _name(sheet: Sheet, outcome: SoughtOutcome, x: float, y: float, align: Align) -> None:
    """What it says, and how likely."""
    room = (x if align == "right" else sheet.plot - x) + GAP
    chance = f" {percent(outcome.probability)}"
    says = cut(outcome.says.replace("_", " "), SMALL, room - width(chance, SMALL))
    sheet.write(Word(x, y, says + chance, "small", align))


def _turning(
    sheet: Sheet,
    ordered: Sequence[SoughtOutcome],
    leader: str,
    ends: tuple[float, float],
    y: float,
) -> None:
    """Below the ends, who would lead there if that is another."""
    left, right = ends
    if ordered[0].leader != leader:
        sheet.write(Word(left - 5, y + LEADING, f"{ordered[0].leader} leads", "key"))
    if ordered[-1].leader != leader:
        sheet.write(Word(right + 5, y + LEADING, f"{ordered[-1].leader} leads", "key", "right"))


def _sentences(seek: Seek) -> Iterator[str]:
    """What the picture says, in words."""
    if not seek.records:
        yield "The case names no unseen record."
        return
    leader = named(seek.leader, first=True)
    yield f"“{leader}” leads; what is open comes to {bits(seek.entropy)} bits."
    for record in seek.records[:SAID]:
        yield f"{_worth(record)}: {listed(_then(record.outcomes, seek.leader))}."
    more = len(seek.records) - SAID
    if more > 0:
        yield f"{counted(more, 'other record')} would tell less."


def _worth(record: Sought) -> str:
    return (
        f"{named(record.id, first=True)} would move it by {unsigned(record.decibans)} decibans on "
        "average"
    )


def _then(outcomes: Sequence[SoughtOutcome], leader: str) -> list[str]:
    return [
        f"if it says {named(each.says)} ({said(each.probability)}), {said_decibans(each.moved)}"
        + (f" and {named(each.leader)} leads" if each.leader != leader else "")
        for each in outcomes
    ]
