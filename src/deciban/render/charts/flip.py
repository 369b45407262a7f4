"""The answer as a function of one number, and where the leader changes."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from deciban.render.charts.axes import IN_PERCENT, PERCENTS, decibans_across, ticks_between
from deciban.render.charts.key import a_bar, an_upright, lines_of, write_key
from deciban.render.charts.lettering import cut, width
from deciban.render.charts.look import BAND, FAINT, GRID, INK, LEADING, MOST, SIGNS, SMALL
from deciban.render.charts.marks import Scale, Word, boxes, line, lying, points, standing
from deciban.render.charts.saying import listed, named, said
from deciban.render.charts.sheet import Sheet
from deciban.render.figures import beyond, stated, stated_range
from deciban.units import decibans, probability_to_decibans

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from deciban.findings.flip_curve import CurvePoint, NumberCurve
    from deciban.render.charts.key import Entry
    from deciban.render.charts.look import Sign
    from deciban.render.charts.picture import Picture

NAME = "flip"
LEFT, RIGHT = 50, 136
HEIGHT, ABOVE, AXIS = 250, 38, 26
#: The least distance between two names beside the ends of curves.
APART = 15.0
#: The points that were solved, as specks on the line.
SPECK = 9.0


def flip_picture(curve: NumberCurve) -> Picture:
    """Answer how likely each answer is as one number moves, with its range and its flip point."""
    entries = tuple(_entries(curve))
    below = AXIS + LEADING + (LEADING + 2) * lines_of(entries)
    told = f"{curve.ask} How likely each answer is as this number moves; specks: values solved."
    if curve.spacing == "decibans":
        own = "its decibans" if curve.measure == "ratio" else "its log-odds in decibans"
        told += f" Across: {own}."
    sheet = Sheet(curve.address, told, LEFT, RIGHT, HEIGHT, above=ABOVE, below=below)
    across = _across(curve, sheet.plot)
    up = Scale(0.0, 1.0, HEIGHT, PERCENTS, IN_PERCENT, upright=True)
    _frame(sheet, curve, across)
    signs = dict(zip(_ranked(curve), SIGNS, strict=False))
    for answer, sign in signs.items():
        _curve(sheet, curve, answer, sign, across, up)
    _names(sheet, curve, signs, up)
    write_key(sheet, entries, HEIGHT + AXIS + LEADING)
    return sheet.picture(NAME, " ".join(_sentences(curve)))


def _ranked(curve: NumberCurve) -> Sequence[str]:
    """The leader first, then the others as written; the likeliest anywhere, if there are many."""
    known = [point.chances for point in curve.points if point.chances is not None]
    others = [answer for answer in curve.answers if answer != curve.leader]
    if len(curve.answers) > MOST:
        others.sort(key=lambda answer: -max((each[answer] for each in known), default=0.0))
    return (curve.leader, *others[: MOST - 1])


def _entries(curve: NumberCurve) -> Iterator[Entry]:
    if curve.low < curve.high:
        yield a_bar("the range of the number", 14, FAINT, edge=BAND)
    if curve.central is not None:
        yield an_upright("as the case stands", INK, thick=1.4)
    if curve.flip is not None:
        yield an_upright("where the leader changes", INK, (3, 3), thick=1.4)


def _place(curve: NumberCurve, value: float) -> float:
    """Where a value of the number is on its axis: itself, or its decibans."""
    if curve.spacing == "even":
        return value
    return decibans(value) if curve.measure == "ratio" else probability_to_decibans(value)


def _across(curve: NumberCurve, length: float) -> Scale:
    places = [_place(curve, point.value) for point in curve.points]
    if curve.spacing == "decibans":
        return decibans_across(places, length)
    low, high = min(places), max(places)
    if low == high:
        low, high = low - 0.5, high + 0.5
    percents = curve.measure in {"probability", "decibans"}
    whole = percents and (low, high) == (0.0, 1.0)
    ticks = PERCENTS if whole else ticks_between(low, high)
    return Scale(low, high, length, ticks, IN_PERCENT if percents else "'' + datum.value")


def _frame(sheet: Sheet, curve: NumberCurve, across: Scale) -> None:
    """The range, the lines of the axes, where the number stands, and where it flips."""
    low, high = _place(curve, curve.low), _place(curve, curve.high)
    if curve.low < curve.high:
        box = {
            "x": max(low, across.low),
            "x2": min(high, across.high),
            "y": 0.0,
            "y2": sheet.height,
        }
        sheet.draw(boxes([box], FAINT, across))
    rules = [{"x": 0.0, "x2": sheet.plot, "y": sheet.height * (1 - tick)} for tick in PERCENTS]
    sheet.draw(lying(rules, colour=GRID))
    if curve.central is not None:
        stands = [{"x": _place(curve, curve.central), "y": 0.0, "y2": sheet.height}]
        sheet.draw(standing(stands, across, thick=1.4))
        x = across.at(_place(curve, curve.central))
        sheet.write(_over(sheet, x, stated(curve.central, curve.measure), 0))
    if curve.flip is not None:
        flips = [{"x": _place(curve, curve.flip), "y": -4.0, "y2": sheet.height}]
        sheet.draw(standing(flips, across, thick=1.4, dash=(3, 3)))
        sheet.write(
            _over(sheet, across.at(_place(curve, curve.flip)), _turns(curve, curve.flip), 1)
        )


def _over(sheet: Sheet, x: float, text: str, row: int) -> Word:
    """Words above the plot, over a place but not over its edge."""
    half = width(text, SMALL) / 2
    return Word(min(max(x, half), sheet.plot - half), -8.0 - LEADING * row, text, "small", "center")


def _turns(curve: NumberCurve, flip: float) -> str:
    if curve.central is None:
        return f"{curve.flips_to} leads from {stated(flip, curve.measure)}"
    side = "above" if flip > curve.central else "below"
    return f"{curve.flips_to} leads {side} {beyond(flip, curve.central, curve.measure)}"


def _curve(
    sheet: Sheet, curve: NumberCurve, answer: str, sign: Sign, across: Scale, up: Scale
) -> None:
    """A line through the values that were solved, broken where no answer is possible."""
    for possible, some in groupby(curve.points, key=lambda point: point.chances is not None):
        if possible:
            rows = list(_rows(curve, some, answer))
            sheet.draw(
                line(rows, sign, across, up),
                points(rows, sign, across, up, size=SPECK),
            )


def _rows(
    curve: NumberCurve, some: Iterator[CurvePoint], answer: str
) -> Iterator[Mapping[str, float]]:
    for point in some:
        if point.chances is not None:
            yield {"x": _place(curve, point.value), "y": point.chances[answer]}


def _names(sheet: Sheet, curve: NumberCurve, signs: Mapping[str, Sign], up: Scale) -> None:
    """Names beside the ends of the curves, apart from each other, each behind its own line."""
    last = next((each for each in reversed(curve.points) if each.chances is not None), None)
    if last is None or last.chances is None:
        return
    ends = sorted((up.at(last.chances[answer]), answer) for answer in signs)
    for y, (_, answer) in zip(spread([y for y, _ in ends], sheet.height), ends, strict=True):
        sign, x = signs[answer], sheet.plot + 8
        stroke = [{"x": x, "x2": x + 20, "y": y}]
        sheet.draw(lying(stroke, colour=sign.colour, thick=2, dash=sign.dash))
        style = "key" if answer == curve.leader else "small"
        name = cut(answer, SMALL, RIGHT - 40, bold=True)
        sheet.write(Word(x + 25, y, name, style))


def spread(places: Sequence[float], most: float) -> Sequence[float]:
    """Answer places in order, moved apart so that names beside them do not touch.

    Args:
        places: in ascending order.
        most: the last place that there is room for.
    """
    apart: list[float] = []
    for place in places:
        apart.append(max(place, apart[-1] + APART) if apart else place)
    for index in range(len(apart) - 1, -1, -1):
        apart[index] = min(apart[index], most - APART * (len(apart) - 1 - index))
    return apart


def _sentences(curve: NumberCurve) -> Iterator[str]:
    """What the picture says, in words."""
    ends = [point for point in curve.points if point.chances is not None]
    if not ends:
        yield "No answer is possible at any of these values."
        return
    leader = named(curve.leader, first=True)
    went = listed(
        [
            f"{said(point.chances[curve.leader])} at {stated(point.value, curve.measure)}"
            for point in (ends[0], ends[-1])
            if point.chances is not None
        ]
    )
    stands = ""
    if curve.central is not None:
        stands = f", which stands at {stated(curve.central, curve.measure)}"
        ranged = stated_range(curve.low, curve.high, curve.measure)
        stands += f" ({ranged.replace('..', ' to ')})" if ranged else ""
    yield f"“{leader}” as a function of {curve.address}{stands}: {went}."
    if curve.flip is None:
        yield "It leads at every value that the number can take."
    else:
        where = "inside" if curve.inside else "outside"
        yield f"{named(_turns(curve, curve.flip), first=True)}, {where} its range."
