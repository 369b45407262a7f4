"""The shapes of a map, as SVG: one for every kind of thing, told apart without colour."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

from deciban.render.charts.look import FACE, FAINT, INK, PAPER, QUIET, STYLES

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


def shape(kind: str, x: float, y: float, wide: float, high: float) -> str:
    """Answer the outline of a thing, by its middle and its size."""
    left, top, right, bottom = x - wide / 2, y - high / 2, x + wide / 2, y + high / 2
    match kind:
        case "source":
            return (
                f'<ellipse cx="{x:.1f}" cy="{y:.1f}" rx="{wide / 2:.1f}" ry="{high / 2:.1f}" '
                f"{_drawn()}/>"
            )
        case "mind":
            corners = [(left, y), (left + TIP, top), (right - TIP, top), (right, y)]
            corners += [(right - TIP, bottom), (left + TIP, bottom)]
            return _polygon(corners, _drawn(FAINT, 2.0))
        case "messages":
            corners = [(left, top), (right - TIP, top), (right, y), (right - TIP, bottom)]
            return _polygon([*corners, (left, bottom)], _drawn())
        case "report":
            edge = right - FOLD
            corners = [(left, top), (edge, top), (right, top + FOLD), (right, bottom)]
            fold = f"M{edge:.1f},{top:.1f}V{top + FOLD:.1f}H{right:.1f}"
            folded = f'<path d="{fold}" fill="none" stroke="{INK}"/>'
            return _polygon([*corners, (left, bottom)], _drawn()) + folded
        case "question":
            inner = _box(left + DOUBLE, top + DOUBLE, wide - 2 * DOUBLE, high - 2 * DOUBLE, "none")
            return _box(left, top, wide, high, FAINT) + inner
        case "silence":
            sides = f"M{left:.1f},{top:.1f}H{right:.1f}M{left:.1f},{bottom:.1f}H{right:.1f}"
            bare = f'<path d="{sides}" fill="none" {_line(1.4)}/>'
            return _plain_box(left, top, wide, high) + bare
        case "act":
            bar = f'<path d="M{left + 4:.1f},{top:.1f}V{bottom:.1f}" fill="none" {_line(1.0)}/>'
            return _box(left, top, wide, high, PAPER) + bar
        case "disputed":
            return _box(left, top, wide, high, PAPER, dash="4 3")
        case "unseen":
            return _box(left, top, wide, high, PAPER, dash="1.5 3")
        case _:
            return _box(left, top, wide, high, PAPER, thick=1.6)


def _box(
    left: float,
    top: float,
    wide: float,
    high: float,
    fill: str,
    *,
    dash: str = "",
    thick: float = 1.0,
) -> str:
    return (
        f'<rect x="{left:.1f}" y="{top:.1f}" width="{wide:.1f}" height="{high:.1f}" rx="3" '
        f'fill="{fill}" {_line(thick, dash)}/>'
    )


def _plain_box(left: float, top: float, wide: float, high: float) -> str:
    return (
        f'<rect x="{left:.1f}" y="{top:.1f}" width="{wide:.1f}" height="{high:.1f}" '
        f'fill="{PAPER}"/>'
    )


def _polygon(corners: Sequence[tuple[float, float]], drawn: str) -> str:
    points = " ".join(f"{x:.1f},{y:.1f}" for x, y in corners)
    return f'<polygon points="{points}" {drawn}/>'


def _drawn(fill: str = PAPER, thick: float = 1.0) -> str:
    return f'fill="{fill}" {_line(thick)}'


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
    return _polygon([tip, *sides], f'fill="{colour}"')


def text(x: float, y: float, words: str, style: str, anchor: str = "middle") -> str:
    """Answer words at a place, in the middle of their line; whatever they are, they stay words."""
    set_ = STYLES[style]
    bold = ' font-weight="bold"' if set_.bold else ""
    return (
        f'<text x="{x:.1f}" y="{y + set_.size * 0.35:.1f}" text-anchor="{anchor}" '
        f'font-family="{FACE}" font-size="{set_.size:g}px" fill="{set_.colour}"{bold}>'
        f"{escape(words)}</text>"
    )
