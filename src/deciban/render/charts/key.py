"""The key of a picture: what each mark stands for, in lines below the plot."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from deciban.render.charts.lettering import width
from deciban.render.charts.look import LEADING, MARGIN, SMALL, WIDTH, Sign
from deciban.render.charts.marks import Word, bars, lying, points, standing

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from deciban.render.charts.marks import Layer
    from deciban.render.charts.sheet import Sheet

    #: Draws a mark between two places on a line: from ``x`` to ``x2`` at ``y``.
    Draw = Callable[[float, float, float], Layer]

#: The width of a mark, the room behind it, and that behind its words.
SWATCH, BESIDE, BEHIND = 22.0, 6.0, 18.0


@dataclass(frozen=True, slots=True)
class Entry:
    """One mark and what it stands for."""

    label: str
    draw: Draw


def lines_of(entries: Sequence[Entry]) -> int:
    """Answer how many lines a key takes."""
    return _places(entries)[-1][1] + 1 if entries else 0


def write_key(sheet: Sheet, entries: Sequence[Entry], top: float) -> None:
    """Put a key on a sheet.

    Args:
        sheet: the sheet.
        entries: the marks.
        top: the middle of its first line, in pixels from the top of the plot.
    """
    for entry, (x, row) in zip(entries, _places(entries), strict=True):
        y = top + row * (LEADING + 2)
        left = sheet.edge + x
        sheet.draw(entry.draw(left, left + SWATCH, y))
        sheet.write(Word(left + SWATCH + BESIDE, y, entry.label, "small"))


def _places(entries: Sequence[Entry]) -> list[tuple[float, int]]:
    """Where each begins, and in which line."""
    places: list[tuple[float, int]] = []
    x, row = 0.0, 0
    for entry in entries:
        long = SWATCH + BESIDE + width(entry.label, SMALL)
        if x and x + long > WIDTH - 2 * MARGIN:
            x, row = 0.0, row + 1
        places.append((x, row))
        x += long + BEHIND
    return places


def a_point(label: str, sign: Sign, *, size: float = 60, hollow: bool = False) -> Entry:
    """Answer the entry of a point."""

    def draw(x: float, x2: float, y: float) -> Layer:
        return points([{"x": (x + x2) / 2, "y": y}], sign, size=size, hollow=hollow)

    return Entry(label, draw)


def a_bar(label: str, thick: float, colour: str, *, edge: str = "") -> Entry:
    """Answer the entry of a bar."""

    def draw(x: float, x2: float, y: float) -> Layer:
        return bars([{"x": x, "x2": x2, "y": y}], thick, colour, edge=edge)

    return Entry(label, draw)


def a_line(label: str, colour: str, dash: Sequence[float] = (), *, thick: float = 1.0) -> Entry:
    """Answer the entry of a line."""

    def draw(x: float, x2: float, y: float) -> Layer:
        return lying([{"x": x, "x2": x2, "y": y}], colour=colour, dash=dash, thick=thick)

    return Entry(label, draw)


def an_upright(label: str, colour: str, dash: Sequence[float] = (), *, thick: float = 1.0) -> Entry:
    """Answer the entry of a standing line."""

    def draw(x: float, x2: float, y: float) -> Layer:
        middle = (x + x2) / 2
        place = {"x": middle, "y": y - LEADING / 2, "y2": y + LEADING / 2}
        return standing([place], colour=colour, dash=dash, thick=thick)

    return Entry(label, draw)
