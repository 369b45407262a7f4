"""A sheet that a picture is drawn on: heading, plot, and the words around it.

All measures are set beforehand and nothing is fitted to the letters that a machine happens to have,
so a picture is the same to the byte wherever it is drawn.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from deciban.render.charts.lettering import plain, wrapped
from deciban.render.charts.look import (
    FACE,
    GRID,
    INK,
    LEADING,
    MARGIN,
    PAPER,
    QUIET,
    SMALL,
    TITLE,
    WIDTH,
)
from deciban.render.charts.marks import Word, words
from deciban.render.charts.picture import Picture

if TYPE_CHECKING:
    from collections.abc import Iterable

    from deciban.render.charts.marks import Layer

#: Lines that a heading, and the words below it, may take.
TITLE_LINES, TOLD_LINES = 2, 3
ROOM = WIDTH - 2 * MARGIN


@dataclass
class Sheet:
    """What is drawn, before it is a picture.

    Attributes:
        title: the heading.
        told: how to read it, below the heading.
        left: the room left of the plot, in pixels.
        right: the room right of it.
        height: the height of the plot.
        above: the room between the heading and the plot.
        below: the room under the plot.
    """

    title: str
    told: str
    left: float
    right: float
    height: float
    above: float = 8
    below: float = 26
    _layers: list[Layer] = field(default_factory=list)
    _words: list[Word] = field(default_factory=list)

    @property
    def plot(self) -> float:
        """The width of the plot, in pixels."""
        return WIDTH - self.left - self.right

    @property
    def edge(self) -> float:
        """Where the words left of the plot begin, in its pixels."""
        return MARGIN - self.left

    def draw(self, *layers: Layer) -> None:
        """Put marks on top of those that are there."""
        self._layers += layers

    def write(self, *texts: Word) -> None:
        """Put words on top of everything."""
        self._words += texts

    def picture(self, name: str, alt: str) -> Picture:
        """Answer what was drawn."""
        import altair as vl  # noqa: ICN001, PLC0415 (`alt` is a text; an extra, imported to draw)

        head = wrapped(self.title, TITLE, ROOM, TITLE_LINES, bold=True)
        told = wrapped(self.told, SMALL, ROOM, TOLD_LINES) if self.told else ()
        top = MARGIN + (TITLE + 5) * len(head) + LEADING * len(told) + self.above
        chart = (
            vl.layer(*self._layers, *words([*self._heading(head, told, top), *self._words]))
            .properties(
                width=self.plot,
                height=self.height,
                padding={"left": self.left, "right": self.right, "top": top, "bottom": self.below},
                autosize=vl.AutoSizeParams(type="none"),
            )
            .configure(aria=False, font=FACE, background=PAPER)
            .configure_view(stroke=None)
            .configure_axis(
                gridColor=GRID,
                domainColor=QUIET,
                tickColor=QUIET,
                labelColor=INK,
                labelFontSize=SMALL,
                domain=False,
                grid=False,
            )
        )
        return Picture(name, plain(self.title), plain(alt), chart.to_dict())

    def _heading(self, head: tuple[str, ...], told: tuple[str, ...], top: float) -> Iterable[Word]:
        y = MARGIN + TITLE / 2 - top
        for text in head:
            yield Word(self.edge, y, text, "title")
            y += TITLE + 5
        y += (SMALL - TITLE) / 2
        for text in told:
            yield Word(self.edge, y, text, "quiet")
            y += LEADING
