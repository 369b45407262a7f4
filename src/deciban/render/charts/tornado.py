"""Which numbers matter: how far each takes the leader from one end of its range to the other."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from deciban.findings.drawing.tornado import Bar, Tornado, find_tornado
from deciban.render.charts.axes import decibans_across, read_above
from deciban.render.charts.key import a_bar, a_point, an_upright, write_key
from deciban.render.charts.lettering import wrapped
from deciban.render.charts.look import BAND, INK, LEADING, SIGNS, SMALL
from deciban.render.charts.marks import Word, bars, points, standing
from deciban.render.charts.saying import listed, named, said
from deciban.render.charts.sheet import Sheet
from deciban.render.figures import beyond, counted, stated, unsigned

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deciban.findings.posterior import Posterior
    from deciban.findings.sensitivity import Sensitivity
    from deciban.render.charts.marks import Scale
    from deciban.render.charts.picture import Picture

NAME = "tornado"
LEFT, RIGHT, GAP = 250, 14, 12
TALL, THICK, AXIS = 38, 13, 36
#: Room beside the outermost marks for their figures.
BESIDE = 52
#: Lines that an address may take.
LINES = 2
#: How many numbers the text names.
SAID = 3
END = SIGNS[0]


def tornado_picture(posterior: Posterior, sensitivity: Sensitivity) -> Picture:
    """Answer how far each of the numbers that matter takes the leader over its range."""
    found = find_tornado(posterior, sensitivity)
    height = TALL * max(1, len(found.bars))
    sheet = Sheet(
        f"The numbers that move “{found.leader}” most",
        _told(found),
        LEFT,
        RIGHT,
        height,
        above=30,
        below=AXIS + LEADING,
    )
    ends = [end for bar in found.bars for end in (bar.least, bar.most)]
    across = decibans_across([found.odds, *ends], sheet.plot, BESIDE)
    lines, words = read_above(across, height)
    central = [{"x": across.held(found.odds), "y": 0, "y2": height}]
    sheet.draw(lines, standing(central, across, thick=1.4, dash=(4, 3)))
    sheet.write(*words)
    for row, bar in enumerate(found.bars):
        _bar(sheet, bar, TALL * (row + 0.5), across)
    if not found.bars:
        sheet.write(Word(sheet.edge, height / 2, "No number has a range that moves it."))
    write_key(sheet, _KEY, height + AXIS)
    return sheet.picture(NAME, " ".join(_sentences(found)))


_KEY = (
    a_point("the number at its lowest", END, size=64, hollow=True),
    a_point("at its highest", END, size=64),
    a_bar("between", THICK - 2, BAND, edge=BAND),
    an_upright("as the case stands", INK, (4, 3), thick=1.4),
)


def _told(found: Tornado) -> str:
    told = (
        f"Log-odds of “{found.leader}” in decibans as one number at a time goes through its range; "
        "above: the probability."
    )
    if found.others:
        told += f" {counted(found.others, 'more number')} move it less."
    return told


def _bar(sheet: Sheet, bar: Bar, y: float, across: Scale) -> None:
    sheet.draw(
        bars(
            [{"x": across.held(bar.least), "x2": across.held(bar.most), "y": y}],
            THICK,
            BAND,
            across,
            edge=BAND,
        )
    )
    low, high = (across.held(odds) for odds in (bar.at_low, bar.at_high))
    sheet.draw(points([{"x": low, "y": y}], END, across, size=64, hollow=True))
    sheet.draw(points([{"x": high, "y": y}], END, across, size=64))
    figures = stated(bar.low, bar.measure), stated(bar.high, bar.measure)
    for odds, other, figure in ((low, high, figures[0]), (high, low, figures[1])):
        left = odds < other or (odds == other and figure == figures[0])
        at = across.at(odds) + (-8 if left else 8)
        sheet.write(Word(at, y, figure, "small", "right" if left else "left"))
    lines = wrapped(bar.address, SMALL, LEFT - 2 * GAP, LINES)
    first = y - (len(lines) - 1) * LEADING / 2
    for place, text in enumerate(lines):
        sheet.write(Word(sheet.edge, first + place * LEADING, text, "small"))
    if bar.flip is not None:
        middle = (across.at(low) + across.at(high)) / 2
        sheet.write(Word(middle, y + THICK + 1, _turns(bar, bar.flip), "quiet", "center"))


def _turns(bar: Bar, flip: float) -> str:
    """Who leads, and from where on."""
    if bar.central is None:
        return f"{bar.flips_to} leads from {stated(flip, bar.measure)}"
    side = "above" if flip > bar.central else "below"
    return f"{bar.flips_to} leads {side} {beyond(flip, bar.central, bar.measure)}"


def _sentences(found: Tornado) -> Iterator[str]:
    """What the picture says, in words."""
    stands = said(found.probability)
    if not found.bars:
        yield f"No number with a range moves {named(found.leader)}, which stands at {stands}."
        return
    told = [_moves(bar) for bar in found.bars[:SAID]]
    leader = named(found.leader, first=True)
    yield f"“{leader}” stands at {stands}; it moves furthest with {listed(told)}."
    turning = [
        f"{bar.address} ({_turns(bar, bar.flip)})" for bar in found.bars if bar.flip is not None
    ]
    if turning:
        yield f"Inside its range the leader changes with {listed(turning)}."
    else:
        yield "None of the numbers shown changes the leader inside its range."


def _moves(bar: Bar) -> str:
    ends = stated(bar.low, bar.measure), stated(bar.high, bar.measure)
    swing = "settles it" if math.isinf(bar.swing) else f"{unsigned(bar.swing)} decibans"
    return f"{bar.address}, {ends[0]} to {ends[1]} ({swing})"
