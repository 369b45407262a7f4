"""The map of a case: what bears on what, from the minds on the left to the sources on the right."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from deciban.case.evidence import map_of
from deciban.render.charts.lettering import cut, plain, width, wrapped
from deciban.render.charts.look import LEADING, MARGIN, PAPER, SMALL, TITLE, WIDTH
from deciban.render.charts.picture import Picture
from deciban.render.charts.placing import Box, Line, Placed, place
from deciban.render.charts.saying import listed
from deciban.render.charts.shapes import LINKS, SHAPES, curve, shape, text
from deciban.render.figures import counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from deciban.case import Case
    from deciban.case.evidence import EvidenceMap, Node

NAME = "map"
SVG = "http://www.w3.org/2000/svg"
#: Up to so many things each is told in words below its name; beyond, the names alone.
TOLD = 70
#: How wide a name, and the words below it, may be; how many lines those take.
NAME_ROOM, TEXT_ROOM, LINES = 190.0, 176.0, 2
#: Room inside a shape beside its words, and above and below them.
BESIDE, ABOVE = 10.0, 5.0
#: Kinds whose outline leaves less room.
POINTED = frozenset({"source", "mind", "messages"})
KEY_SHAPE = 34.0
#: How much wider and higher an ellipse is for each line of its words.
ROUNDER = 8.0


def map_picture(case: Case, *, around: str = "", theme: str = "") -> Picture:
    """Answer the map of a case, or of a part of it.

    Args:
        case: the case.
        around: the name of a thing, of which to show what lies within two steps; all when empty.
        theme: a theme, of which to show the events and what speaks of them; all when empty.

    Raises:
        ValueError: nothing has that name, or that theme.
    """
    shown = chosen(case, around=around, theme=theme)
    if not shown.nodes:
        message = f"there is nothing called '{around or theme}'"
        raise ValueError(message)
    labels = [_label(node, told=len(shown.nodes) <= TOLD) for node in shown.nodes]
    numbers = {node.key: number for number, node in enumerate(shown.nodes)}
    lines = [Line(numbers[edge.start], numbers[edge.end]) for edge in shown.edges]
    placed = place([label.box for label in labels], lines)
    title = f"What bears on what: {case.title}"
    part = f"Within two steps of {around}." if around else f"The theme {theme}." if theme else ""
    drawn = _drawing(shown, labels, placed, title, part)
    return Picture(NAME, plain(title), " ".join(_sentences(shown, part)), drawn=drawn)


def chosen(case: Case, *, around: str = "", theme: str = "") -> EvidenceMap:
    """Answer the part of the map that is asked for."""
    whole = map_of(case)
    if around:
        return whole.around(around)
    return whole.of_theme(theme) if theme else whole


@dataclass(frozen=True, slots=True)
class _Label:
    """A thing with its words broken into lines, the first its name."""

    node: Node
    kind: str
    lines: tuple[str, ...]
    box: Box


def _label(node: Node, *, told: bool) -> _Label:
    kind: str = node.kind
    if kind == "event":
        kind = "known" if node.known else "disputed"
    name = cut(node.id, SMALL, NAME_ROOM, bold=True)
    words = wrapped(node.text, SMALL, TEXT_ROOM, LINES) if told and node.text else ()
    wide = max(width(name, SMALL, bold=True), *(width(each, SMALL) for each in words), 0.0)
    beside = BESIDE * (2.0 if kind in POINTED else 1.0)
    high = LEADING * (1 + len(words)) + 2 * ABOVE + (4 if kind == "question" else 0)
    if kind == "source":  # its words must stand inside an ellipse
        wide, high = wide + ROUNDER * len(words), high + ROUNDER * len(words)
    box = Box(wide + 2 * beside, high, round=kind == "source")
    return _Label(node, kind, (name, *words), box)


def _drawing(
    shown: EvidenceMap, labels: Sequence[_Label], placed: Placed, title: str, part: str
) -> str:
    """All of it as SVG."""
    across = max(WIDTH, placed.wide + 2 * MARGIN)
    head = list(heading(title, part, across))
    top = MARGIN + (TITLE + 8) * len(head)
    key = _Key(labels, shown, across - 2 * MARGIN)
    high = top + placed.high + LEADING + key.high + MARGIN
    left = (across - placed.wide) / 2
    size = f'width="{across:.0f}" height="{high:.0f}"'
    parts = [
        f'<svg xmlns="{SVG}" {size} viewBox="0 0 {across:.0f} {high:.0f}">',
        f'<rect {size} fill="{PAPER}"/>',
        *head,
        f'<g transform="translate({left:.1f},{top:.1f})">',
        *_lines(shown, placed),
        *(_thing(label, *at) for label, at in zip(labels, placed.middles, strict=True)),
        "</g>",
        f'<g transform="translate({MARGIN},{top + placed.high + LEADING:.1f})">',
        *key.parts,
        "</g></svg>",
    ]
    return "".join(parts)


def heading(title: str, part: str, across: float) -> Iterator[str]:
    """Answer the title of a map and the words below it, line by line."""
    y = MARGIN + TITLE / 2
    room = across - 2 * MARGIN
    for line in wrapped(title, TITLE, room, 2, bold=True):
        yield text(MARGIN, y, line, "title", "start")
        y += TITLE + 5
    if part:
        yield text(MARGIN, y, cut(part, SMALL, room), "quiet", "start")


def _lines(shown: EvidenceMap, placed: Placed) -> Iterator[str]:
    for edge, points in zip(shown.edges, placed.curves, strict=True):
        yield curve(points, LINKS[edge.link][0])


def _thing(label: _Label, x: float, y: float) -> str:
    """A thing with its words; all of them are there for whoever points at it."""
    first = y - LEADING * (len(label.lines) - 1) / 2
    words = [
        text(x, first + LEADING * place, line, "small" if place else "key")
        for place, line in enumerate(label.lines)
    ]
    whole = plain(f"{label.node.id}: {label.node.text}" if label.node.text else label.node.id)
    outline = shape(label.kind, x, y, label.box.wide, label.box.high)
    return f"<g><title>{escape(whole)}</title>{outline}{''.join(words)}</g>"


class _Key:
    """What the shapes and the lines that occur stand for."""

    def __init__(self, labels: Sequence[_Label], shown: EvidenceMap, room: float) -> None:
        self.parts: list[str] = []
        self._x, self._y, self._room = 0.0, LEADING / 2, room
        kinds = {label.kind for label in labels}
        for kind, called in SHAPES.items():
            if kind in kinds:
                x, y = self._next(called)
                self._put(shape(kind, x + KEY_SHAPE / 2, y, KEY_SHAPE, LEADING), x, y, called)
        links = {edge.link for edge in shown.edges}
        for link, (stroke, called) in LINKS.items():
            if link in links and called:
                x, y = self._next(called)
                end = x + KEY_SHAPE
                straight = [(x, y), (x + KEY_SHAPE / 3, y), (end - KEY_SHAPE / 3, y), (end, y)]
                self._put(curve(straight, stroke), x, y, called)

    @property
    def high(self) -> float:
        """Its height in pixels."""
        return self._y + LEADING

    def _next(self, called: str) -> tuple[float, float]:
        """Where the next entry begins."""
        long = KEY_SHAPE + 8 + width(called, SMALL)
        if self._x and self._x + long > self._room:
            self._x, self._y = 0.0, self._y + LEADING + 8
        at = self._x, self._y
        self._x += long + 20
        return at

    def _put(self, drawn: str, x: float, y: float, called: str) -> None:
        self.parts += [drawn, text(x + KEY_SHAPE + 8, y, called, "small", "start")]


_NOUNS = {
    "question": ("question", ""),
    "event": ("event", ""),
    "report": ("report", ""),
    "silence": ("silence", ""),
    "unseen": ("record not yet read", "records not yet read"),
    "source": ("source", ""),
    "mind": ("mind", ""),
    "messages": ("group of messages", "groups of messages"),
    "act": ("act", ""),
}


def _sentences(shown: EvidenceMap, part: str) -> Iterator[str]:
    """What the picture says, in words."""
    counts = Counter[str](node.kind for node in shown.nodes)
    told = [counted(counts[kind], *nouns) for kind, nouns in _NOUNS.items() if counts[kind]]
    yield f"A map of {listed(told)}, joined by {counted(len(shown.edges), 'line')}."
    if part:
        yield part
    ends = Counter(end for edge in shown.edges for end in (edge.start, edge.end))
    most = sorted(shown.nodes, key=lambda node: -ends[node.key])[:3]
    joined = [f"{node.id} ({ends[node.key]})" for node in most if ends[node.key]]
    if joined:
        yield f"Most lines meet at {listed(joined)}."
