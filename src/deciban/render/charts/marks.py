"""The marks that pictures are made of, as layers of a Vega-Lite specification.

Coordinates are pixels from the upper left corner of the plot, or values on a scale. Only words are
written here and in ``deciban.render.charts.sheet``: what somebody wrote in a case is a value in the
data, never part of a specification.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from deciban.render.charts.look import INK, SMALL, STYLES, Sign

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    import altair as alt

    Layer: TypeAlias = alt.Chart
    Rows: TypeAlias = Iterable[Mapping[str, float]]

Align: TypeAlias = Literal["left", "center", "right"]

#: Decimals that are kept of a place: what differs beyond is the noise of a machine.
DECIMALS = 6
_STEPS: Literal["step-after"] = "step-after"


@dataclass(frozen=True, slots=True)
class Scale:
    """Values laid out along one side of the plot.

    Attributes:
        low: the value where it begins: on the left, or at the bottom.
        high: the value where it ends.
        length: its length in pixels.
        ticks: the values that are marked.
        label: a Vega expression for a tick, of ``datum.value``; empty for none.
        upright: whether it runs from the bottom to the top.
    """

    low: float
    high: float
    length: float
    ticks: tuple[float, ...] = ()
    label: str = ""
    upright: bool = False

    def at(self, value: float) -> float:
        """Answer the pixel at which a value lies; what lies outside is put at the end."""
        way = (self.held(value) - self.low) / (self.high - self.low)
        return self.length * (1.0 - way if self.upright else way)

    def held(self, value: float) -> float:
        """Answer a value on the scale; what lies beyond it, or is infinite, at its end."""
        return min(max(value, self.low), self.high)


@dataclass(frozen=True, slots=True)
class Word:
    """A text at a place: ``x`` and ``y`` are its edge and the middle of its line, in pixels."""

    x: float
    y: float
    text: str
    style: str = "plain"
    align: Align = "left"


def bars(rows: Rows, thick: float, colour: str, x: Scale | None = None, *, edge: str = "") -> Layer:
    """Answer lying bars from ``x`` to ``x2`` at ``y``."""
    import altair as alt  # noqa: PLC0415 (an extra: imported only where something is drawn)

    mark = _table(rows).mark_bar(height=thick, color=colour, stroke=edge or alt.Undefined)
    return _laid(mark, x, None, x2="x2:Q")


def boxes(rows: Rows, colour: str, x: Scale | None = None, y: Scale | None = None) -> Layer:
    """Answer rectangles from ``x``, ``y`` to ``x2``, ``y2``."""
    mark = _table(rows).mark_rect(color=colour)
    return _laid(mark, x, y, x2="x2:Q", y2="y2:Q")


def lying(
    rows: Rows,
    x: Scale | None = None,
    *,
    colour: str = INK,
    thick: float = 1.0,
    dash: Sequence[float] = (),
) -> Layer:
    """Answer lying lines from ``x`` to ``x2`` at ``y``."""
    mark = _table(rows).mark_rule(color=colour, strokeWidth=thick, strokeDash=list(dash))
    return _laid(mark, x, None, x2="x2:Q")


def standing(
    rows: Rows,
    x: Scale | None = None,
    *,
    colour: str = INK,
    thick: float = 1.0,
    dash: Sequence[float] = (),
) -> Layer:
    """Answer standing lines at ``x`` from ``y`` to ``y2``, in pixels."""
    mark = _table(rows).mark_rule(color=colour, strokeWidth=thick, strokeDash=list(dash))
    return _laid(mark, x, None, y2="y2:Q")


def points(
    rows: Rows,
    sign: Sign,
    x: Scale | None = None,
    y: Scale | None = None,
    *,
    size: float = 60,
    hollow: bool = False,
) -> Layer:
    """Answer points at ``x`` and ``y``; hollow ones are filled with paper."""
    mark = _table(rows).mark_point(
        shape=sign.shape,
        size=size,
        fill="white" if hollow else sign.colour,
        stroke=sign.colour,
        strokeWidth=1.6 if hollow else 0.8,
        opacity=1,
    )
    return _laid(mark, x, y)


def line(
    rows: Rows,
    sign: Sign,
    x: Scale,
    y: Scale | None = None,
    *,
    thick: float = 2.0,
    steps: bool = False,
) -> Layer:
    """Answer a line through ``x`` and ``y``; in steps, it keeps what it has until the next."""
    mark = _table(rows).mark_line(
        color=sign.colour,
        strokeWidth=thick,
        strokeDash=list(sign.dash),
        interpolate=_STEPS if steps else "linear",
    )
    return _laid(mark, x, y)


def area(
    rows: Rows, colour: str, x: Scale, y: Scale | None = None, *, steps: bool = False
) -> Layer:
    """Answer the area between ``y`` and ``y2`` along ``x``."""
    shape = _STEPS if steps else "linear"
    mark = _table(rows).mark_area(color=colour, opacity=1, interpolate=shape)
    return _laid(mark, x, y, y2="y2:Q")


def words(texts: Iterable[Word]) -> Iterator[Layer]:
    """Answer texts, those that are set alike in one layer."""
    alike: dict[tuple[str, Align], list[dict[str, object]]] = {}
    for each in texts:
        if each.text:
            place: dict[str, object] = {"x": round(each.x, 2), "y": round(each.y, 2)}
            alike.setdefault((each.style, each.align), []).append({**place, "t": each.text})
    for (name, align), rows in alike.items():
        style = STYLES[name]
        mark = _data(rows).mark_text(
            align=align,
            baseline="middle",
            color=style.colour,
            fontSize=style.size,
            fontWeight="bold" if style.bold else "normal",
        )
        yield _laid(mark, None, None, text="t:N")


def _laid(mark: Layer, x: Scale | None, y: Scale | None, **others: str) -> Layer:
    """A mark with where its parts are: on scales, or in pixels."""
    layer: Layer = mark.encode(x=_x(x), y=_y(y), **others)
    return layer


def _table(rows: Rows) -> Layer:
    return _data([{key: round(value, DECIMALS) for key, value in row.items()} for row in rows])


def _data(rows: Sequence[Mapping[str, object]]) -> Layer:
    import altair as alt  # noqa: PLC0415 (as above)

    return alt.Chart(alt.InlineData(values=[dict(row) for row in rows]))


def _x(scale: Scale | None) -> alt.X:
    import altair as alt  # noqa: PLC0415 (as above)

    if scale is None:
        return alt.X("x", type="quantitative", scale=None, axis=None)
    return alt.X("x", type="quantitative", scale=_domain(scale), axis=_axis(scale))


def _y(scale: Scale | None) -> alt.Y:
    import altair as alt  # noqa: PLC0415 (as above)

    if scale is None:
        return alt.Y("y", type="quantitative", scale=None, axis=None)
    return alt.Y("y", type="quantitative", scale=_domain(scale), axis=_axis(scale))


def _domain(scale: Scale) -> alt.Scale:
    import altair as alt  # noqa: PLC0415 (as above)

    return alt.Scale(domain=[scale.low, scale.high], nice=False, zero=False)


def _axis(scale: Scale) -> alt.Axis:
    import altair as alt  # noqa: PLC0415 (as above)

    return alt.Axis(
        values=list(scale.ticks),
        title=None,
        labels=bool(scale.label),
        labelExpr=scale.label or alt.Undefined,
        labelFontSize=SMALL,
        labelFlush=False,
    )
