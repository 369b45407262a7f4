"""Lanes under a plot over time: what came or was done, each at its date, named where there is room.

A lane holds things of one kind, marked with a shape of its own, so nothing hangs on colour.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from deciban.render.charts.lettering import cut, width
from deciban.render.charts.look import FAINT, SMALL
from deciban.render.charts.marks import Word, lying, points

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from deciban.render.charts.look import Sign
    from deciban.render.charts.marks import Scale
    from deciban.render.charts.sheet import Sheet

TALL = 20.0
#: Half a mark, and the room between it and a word.
MARK, BESIDE = 5.0, 4.0


@dataclass(frozen=True, slots=True)
class Lane:
    """Things of one kind.

    Attributes:
        label: what they are, left of the plot.
        sign: their mark.
        things: when each was, and its name; in order of time.
        hollow: whether the marks are.
    """

    label: str
    sign: Sign
    things: tuple[tuple[float, str], ...]
    hollow: bool = False


def draw_lanes(sheet: Sheet, lanes: Sequence[Lane], top: float, across: Scale, room: float) -> None:
    """Put lanes on a sheet.

    Args:
        sheet: the sheet.
        lanes: what they hold.
        top: where the first begins, in pixels from the top of the plot.
        across: the scale of time.
        room: the width of the labels left of the plot.
    """
    for place, lane in enumerate(lanes):
        y = top + TALL * (place + 0.5)
        sheet.draw(
            lying([{"x": 0.0, "x2": sheet.plot, "y": y}], colour=FAINT),
            points(
                [{"x": at, "y": y} for at, _ in lane.things],
                lane.sign,
                across,
                size=46,
                hollow=lane.hollow,
            ),
        )
        sheet.write(Word(sheet.edge, y, cut(lane.label, SMALL, room), "small"))
        sheet.write(*_names(lane, y, across))


def _names(lane: Lane, y: float, across: Scale) -> Iterator[Word]:
    """Names beside their marks, on the right or else on the left, where none is in the way."""
    marks = [across.at(at) for at, _ in lane.things]
    free = 0.0
    for place, (_, name) in enumerate(lane.things):
        text = name.replace("_", " ")
        long = width(text, SMALL) + MARK + 2 * BESIDE
        until = marks[place + 1] - MARK if place + 1 < len(marks) else across.length
        if marks[place] + long <= until:
            yield Word(marks[place] + MARK + BESIDE, y, text, "quiet")
            free = marks[place] + long
        elif free <= marks[place] - long:
            yield Word(marks[place] - MARK - BESIDE, y, text, "quiet", "right")
            free = marks[place] + MARK
        else:
            free = marks[place] + MARK
