"""What two debaters hold, dispute by dispute, with the cruxes lit."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from deciban.debate.drawing.dumbbell import Dumbbell, Row, find_dumbbell
from deciban.render.charts.axes import decibans_across, read_above, ticks_between
from deciban.render.charts.key import a_line, a_point, lines_of, write_key
from deciban.render.charts.lettering import cut, width, wrapped
from deciban.render.charts.look import GRID, INK, LEADING, PAPER, QUIET, SIGNS, SMALL, Sign
from deciban.render.charts.marks import Word, boxes, lying, points, standing
from deciban.render.charts.parting import NAMED, about, both, gap_told, held_told, settled_told
from deciban.render.charts.saying import listed, said_decibans
from deciban.render.charts.sheet import Sheet
from deciban.render.figures import counted, decibans, point
from deciban.units import decibans_to_probability

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deciban.debate.crux import Crux
    from deciban.render.charts.key import Entry
    from deciban.render.charts.marks import Layer, Scale
    from deciban.render.charts.picture import Picture

NAME = "dumbbell"
LEFT, RIGHT, GAP = 262, 78, 12
#: From one dispute to the next, and lines that its question may take, above its address.
TALL, LINES = 56, 2
#: Room beside the outermost marks for their figures.
BESIDE = 48
#: Room beside them where one is as long as `1 in 200 million`; from one tick to the next.
WIDE, APART = 100, 96.0
#: A chance below this is told as one in so many.
LEAST = 1e-4
FIRST, SECOND = SIGNS[0], SIGNS[1]
THICK, THIN = 4.0, 1.2
#: How many disputes the text tells of.
SAID = 3


def dumbbell_picture(crux: Crux, words: str) -> Picture:
    """Answer what two debaters hold of what they dispute, and what of it matters.

    Args:
        crux: where they part.
        words: the scale of the case's words of likelihood.
    """
    found = find_dumbbell(crux, words)
    height = TALL * max(1, len(found.rows))
    key = tuple(_entries(crux, found))
    below = LEADING * (1 + lines_of(key))
    title = "Where {} and {} part".format(*both(crux))
    sheet = Sheet(title, _told(crux, found), LEFT, RIGHT, height, above=30, below=below)
    _frame(sheet, found, height)
    across = _across(found, sheet.plot)
    for row, each in enumerate(found.rows):
        _row(sheet, crux, each, TALL * (row + 0.5), across)
    if not found.rows:
        sheet.write(Word(sheet.edge, height / 2, "They dispute nothing that moves the answer."))
    write_key(sheet, key, height + LEADING)
    return sheet.picture(NAME, " ".join(_sentences(crux, found)))


def _told(crux: Crux, found: Dumbbell) -> str:
    told = (
        f"{held_told(crux)}. Marks: what either holds, on a scale of odds; right: its share of the "
        "gap, in decibans."
    )
    if found.others:
        told += f" {counted(found.others, 'more dispute')} with a smaller share not shown."
    return told


def _across(found: Dumbbell, length: float) -> Scale:
    """The scale of what they hold; its own ticks are the probabilities above it."""
    odds = [each for row in found.rows if row.odds is not None for each in row.odds]
    chances = [each for row in found.rows if row.chances is not None for each in row.chances]
    long = any(0.0 < each < LEAST for each in chances)
    return replace(decibans_across(odds, length, WIDE if long else BESIDE), ticks=(), label="")


def _frame(sheet: Sheet, found: Dumbbell, height: float) -> None:
    rules = [
        {"x": sheet.edge, "x2": sheet.plot + RIGHT - GAP, "y": TALL * (1 + row)}
        for row in range(len(found.rows) - 1)
    ]
    sheet.draw(lying(rules, colour=GRID))
    if any(row.odds is not None for row in found.rows):
        lines, words = _read_above(_across(found, sheet.plot), height)
        sheet.draw(lines)
        sheet.write(*words)
    sheet.write(Word(sheet.plot + RIGHT - GAP, -13.0, "share", "quiet", "right"))


def _read_above(scale: Scale, height: float) -> tuple[Layer, list[Word]]:
    """The probabilities above the rows; where no usual one has room, those at round decibans."""
    lines, words = read_above(scale, height)
    if len(words) > 1:
        return lines, words
    told: dict[str, float] = {}
    for odds in ticks_between(scale.low, scale.high):
        apart = all(abs(scale.at(odds) - scale.at(each)) >= APART for each in told.values())
        if apart:
            told.setdefault(told_chance(decibans_to_probability(odds)), odds)
    strokes = [{"x": odds, "y": -5.0, "y2": height} for odds in told.values()]
    words = [Word(scale.at(at), -13.0, text, "small", "center") for text, at in told.items()]
    return standing(strokes, scale, colour=GRID), words


def told_chance(chance: float) -> str:
    """Answer a probability; one that is next to nothing as ``1 in 200 million``."""
    if not 0.0 < chance < LEAST:
        return point(chance)
    digits = math.floor(math.log10(1.0 / chance)) - 1
    count = round(1.0 / chance / 10.0**digits) * 10**digits
    told = f"{count:,}"
    for size, word in ((10**9, "billion"), (10**6, "million")):
        if count >= size:
            told = f"{count / size:,.3g} {word}"
            break
    return f"1 in {told}"


def _row(sheet: Sheet, crux: Crux, row: Row, y: float, across: Scale) -> None:
    _name(sheet, row, y)
    if row.odds is None or row.chances is None:
        _in_words(sheet, crux, row, y)
    else:
        _marks(sheet, row, y, across)
    edge = sheet.plot + RIGHT - GAP
    share = decibans(row.dispute.share).strip()
    beneath = ["crux"] * row.lit + ["widens"] * row.dispute.widens
    first = y - LEADING / 2 * len(beneath)
    sheet.write(Word(edge, first, share, "strong" if row.lit else "small", "right"))
    for place, word in enumerate(beneath, start=1):
        style = "key" if word == "crux" else "quiet"
        sheet.write(Word(edge, first + LEADING * place, word, style, "right"))


def _name(sheet: Sheet, row: Row, y: float) -> None:
    """The question behind it, and where it stands in the case."""
    room = LEFT - 2 * GAP
    told = row.dispute.about
    lines = wrapped(told, SMALL, room, LINES, bold=row.lit) if told else ()
    first = y - LEADING / 2 * len(lines)
    for place, text in enumerate(lines):
        sheet.write(Word(sheet.edge, first + LEADING * place, text, "key" if row.lit else "small"))
    address = row.dispute.address if row.value is None else row.value.address
    several = f"one of {row.others + 1}: " if row.others else ""
    address = several + cut(address, SMALL, room - width(several, SMALL))
    sheet.write(Word(sheet.edge, first + LEADING * len(lines), address, "quiet"))


def _marks(sheet: Sheet, row: Row, y: float, across: Scale) -> None:
    odds, chances = row.odds or (0.0, 0.0), row.chances or (0.0, 0.0)
    colours = (FIRST.colour, SECOND.colour) if row.lit else (QUIET, QUIET)
    x, x2 = (across.held(each) for each in odds)
    thick = THICK if row.lit else THIN
    sheet.draw(
        lying(
            [{"x": min(x, x2), "x2": max(x, x2), "y": y}],
            across,
            colour=INK if row.lit else QUIET,
            thick=thick,
        )
    )
    for sign, colour, at in zip((FIRST, SECOND), colours, (x, x2), strict=True):
        mark = Sign(colour, (), sign.shape)
        size = 110 if row.lit else 60
        sheet.draw(points([{"x": at, "y": y}], mark, across, size=size, hollow=not row.lit))
    for at, other, chance, first in ((x, x2, chances[0], True), (x2, x, chances[1], False)):
        left = at < other or (at == other and first)
        place = across.at(at) + (-10 if left else 10)
        style = "key" if row.lit else "small"
        sheet.write(Word(place, y, told_chance(chance), style, "right" if left else "left"))


def _in_words(sheet: Sheet, crux: Crux, row: Row, y: float) -> None:
    """What either holds, where that has no place on the scale."""
    held = ("", "") if row.value is None else (row.value.a, row.value.b)
    sheet.draw(boxes([{"x": -4.0, "x2": sheet.plot, "y": y - LEADING, "y2": y + LEADING}], PAPER))
    for place, (called, text) in enumerate(zip(both(crux), held, strict=True)):
        told = cut(f"{called}: {text or 'without it'}", SMALL, sheet.plot)
        sheet.write(Word(0.0, y + LEADING * (place - 0.5), told, "key" if row.lit else "small"))


def _entries(crux: Crux, found: Dumbbell) -> Iterator[Entry]:
    for called, sign in zip(both(crux), (FIRST, SECOND), strict=True):
        yield a_point(cut(called, SMALL, NAMED), sign, size=110)
    if any(row.lit for row in found.rows):
        yield a_line("a crux", INK, thick=THICK)
    if any(not row.lit for row in found.rows):
        yield a_line("any other dispute", QUIET, thick=THIN)


def _sentences(crux: Crux, found: Dumbbell) -> Iterator[str]:
    """What the picture says, in words."""
    yield f"{held_told(crux, aloud=True)}{gap_told(crux)}."
    yield from settled_told(crux)
    shown = [_said(row) for row in found.rows[:SAID]]
    if shown:
        yield f"The largest shares: {'; '.join(shown)}."
    yield from _beside(crux)


def _beside(crux: Crux) -> Iterator[str]:
    """What is disputed as much, and does not matter."""
    if crux.beside:
        names = [about(crux.disputes[place]) for place in crux.beside[:SAID]]
        yield f"Far apart, and of no consequence: {listed(names)}."


def _said(row: Row) -> str:
    share = said_decibans(row.dispute.share)
    if row.chances is None:
        return f"{about(row.dispute)}, {share}"
    a, b = (told_chance(chance) for chance in row.chances)
    return f"{about(row.dispute)}, {a} against {b}, {share}"
