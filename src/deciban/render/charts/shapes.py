"""The shapes of a map, as SVG: one for every kind of thing, told apart without colour."""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import NamedTuple

from deciban.render.charts.look import FACE, FAINT, INK, OPEN, PAPER, QUIET, STANDS, STYLES

#: How far the corner of a note is folded, the tip of a pointed shape, and a double edge.
FOLD, TIP, DOUBLE = 7.0, 10.0, 3.0
ARROW, ARROW_WIDE = 7.0, 2.8


@dataclass(frozen=True, slots=True)
class Stroke:
    """How a line is drawn.

    Attributes:
        thick: how thick, in pixels.
        dash: dashes and gaps in pixels; empty for a whole line.
        colour: its colour.
        arrow: whether it ends in an arrow.
    """

    thick: float = 1.0
    dash: str = ""
    colour: str = INK
    arrow: bool = True


#: How each way in which one thing bears on another is drawn, and what it is called.
LINKS: Mapping[str, tuple[Stroke, str]] = {
    "given": (Stroke(1.1), "leads one to expect"),
    "cause": (Stroke(1.1, "6 3"), "may have caused it"),
    "reported": (Stroke(1.0, colour=QUIET), "is spoken of in"),
    "silent": (Stroke(1.0, colour=QUIET), ""),
    "unseen": (Stroke(1.0, colour=QUIET), ""),
    "by": (Stroke(1.2, "1.2 3", QUIET, arrow=False), "whose it is"),
    "relays": (Stroke(1.1, "8 3 2 3"), "passes on"),
    "reaches": (Stroke(1.0, colour=QUIET), ""),
    "asked": (Stroke(2.4), "is asked about"),
    "shows": (Stroke(2.4, "7 4"), "shows an act"),
}
#: What each shape is called.
SHAPES = {
    "mind": "mind",
    "messages": "messages to it",
    "question": "question",
    "known": "known event",
    "disputed": "disputed event",
    "act": "act",
    "report": "report",
    "silence": "silence",
    "unseen": "not yet read",
    "source": "source",
}


class _Frame(NamedTuple):
    """Where a thing is: its edges, and its middle."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> float:
        """The height of its middle."""
        return (self.top + self.bottom) / 2


def shape(kind: str, x: float, y: float, wide: float, high: float) -> str:
    """Answer the outline of a thing, by its middle and its size."""
    frame = _Frame(x - wide / 2, y - high / 2, x + wide / 2, y + high / 2)
    return _OUTLINES[kind](frame)


def _source(at: _Frame) -> str:
    x = (at.left + at.right) / 2
    radii = f'rx="{(at.right - at.left) / 2:.1f}" ry="{(at.bottom - at.top) / 2:.1f}"'
    return f'<ellipse cx="{x:.1f}" cy="{at.middle:.1f}" {radii} fill="{PAPER}" {_line(1.0)}/>'


def _pointed(at: _Frame, fill: str, thick: float) -> str:
    left, top, right, bottom = at
    upper = [(left, at.middle), (left + TIP, top), (right - TIP, top), (right, at.middle)]
    lower = [(right - TIP, bottom), (left + TIP, bottom)]
    return _polygon([*upper, *lower], fill, thick)


def _messages(at: _Frame) -> str:
    left, top, right, bottom = at
    tip = [(right - TIP, top), (right, at.middle), (right - TIP, bottom)]
    return _polygon([(left, top), *tip, (left, bottom)])


def _report(at: _Frame) -> str:
    left, top, right, bottom = at
    edge = right - FOLD
    sheet = [(left, top), (edge, top), (right, top + FOLD), (right, bottom), (left, bottom)]
    return _polygon(sheet) + _strokes(f"M{edge:.1f},{top:.1f}V{top + FOLD:.1f}H{right:.1f}")


def _question(at: _Frame) -> str:
    left, top, right, bottom = at
    inner = _Frame(left + DOUBLE, top + DOUBLE, right - DOUBLE, bottom - DOUBLE)
    return _box(at, FAINT) + _box(inner, "none")


def _silence(at: _Frame) -> str:
    left, top, right, bottom = at
    sides = f"M{left:.1f},{top:.1f}H{right:.1f}M{left:.1f},{bottom:.1f}H{right:.1f}"
    return _box(at, thick=0.0) + _strokes(sides, 1.4)


def _act(at: _Frame) -> str:
    return _box(at) + _strokes(f"M{at.left + 4:.1f},{at.top:.1f}V{at.bottom:.1f}")


_OUTLINES: Mapping[str, Callable[[_Frame], str]] = {
    "mind": lambda at: _pointed(at, FAINT, 2.0),
    "messages": _messages,
    "question": _question,
    "known": lambda at: _box(at, thick=1.6),
    "disputed": lambda at: _box(at, dash="4 3"),
    "act": _act,
    "report": _report,
    "silence": _silence,
    "unseen": lambda at: _box(at, dash="1.5 3"),
    "source": _source,
    "in": lambda at: _box(at, STANDS, thick=2.0),
    "said": lambda at: _box(at, thick=0.8),
    "out": lambda at: _box(at, dash="4 3"),
    "undecided": lambda at: _pointed(at, OPEN, 1.2),
}


def _box(at: _Frame, fill: str = PAPER, *, dash: str = "", thick: float = 1.0) -> str:
    left, top, right, bottom = at
    size = f'width="{right - left:.1f}" height="{bottom - top:.1f}" rx="3"'
    line = f" {_line(thick, dash)}" if thick else ""
    return f'<rect x="{left:.1f}" y="{top:.1f}" {size} fill="{fill}"{line}/>'


def _polygon(corners: Sequence[tuple[float, float]], fill: str = PAPER, thick: float = 1.0) -> str:
    points = " ".join(f"{x:.1f},{y:.1f}" for x, y in corners)
    line = f" {_line(thick)}" if thick else ""
    return f'<polygon points="{points}" fill="{fill}"{line}/>'


def _strokes(path: str, thick: float = 1.0) -> str:
    return f'<path d="{path}" fill="none" {_line(thick)}/>'


def _line(thick: float, dash: str = "", colour: str = INK) -> str:
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    return f'stroke="{colour}" stroke-width="{thick:g}"{dashed}'


def curve(points: Sequence[tuple[float, float]], stroke: Stroke) -> str:
    """Answer a line along a Bézier curve, with its arrow."""
    first, *rest = (f"{x:.1f},{y:.1f}" for x, y in points)
    line = f'<path d="M{first}C{" ".join(rest)}" fill="none" '
    line += f"{_line(stroke.thick, stroke.dash, stroke.colour)}/>"
    return line + (_arrow(points[-2], points[-1], stroke.colour) if stroke.arrow else "")


def _arrow(before: tuple[float, float], tip: tuple[float, float], colour: str) -> str:
    along = math.atan2(tip[1] - before[1], tip[0] - before[0])
    back = tip[0] - ARROW * math.cos(along), tip[1] - ARROW * math.sin(along)
    aside = -ARROW_WIDE * math.sin(along), ARROW_WIDE * math.cos(along)
    sides = [(back[0] + s * aside[0], back[1] + s * aside[1]) for s in (1, -1)]
    return _polygon([tip, *sides], colour, 0.0)


def text(x: float, y: float, words: str, style: str, anchor: str = "middle") -> str:
    """Answer words at a place, in the middle of their line; whatever they are, they stay words."""
    set_ = STYLES[style]
    bold = ' font-weight="bold"' if set_.bold else ""
    return (
        f'<text x="{x:.1f}" y="{y + set_.size * 0.35:.1f}" text-anchor="{anchor}" '
        f'font-family="{FACE}" font-size="{set_.size:g}px" fill="{set_.colour}"{bold}>'
        f"{escape(words)}</text>"
    )
