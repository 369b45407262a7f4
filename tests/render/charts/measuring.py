"""Where the words of a picture are, reckoned from the SVG by itself."""

import re
from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple
from xml.etree import ElementTree as ET

from tests.render.charts.drawing import SVG

from deciban.render.charts.export import svg
from deciban.render.charts.lettering import width
from deciban.render.charts.picture import Picture

_MOVED = re.compile(r"translate\(([-\d.]+),([-\d.]+)\)")
#: How high letters are, as a share of their size: what stands above their line, and below it.
ABOVE, BELOW = 0.73, 0.21
#: How far two words may run into each other before it shows.
TOUCH = 1.0


class Box(NamedTuple):
    """Words and where they are, in pixels."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


def boxes(picture: Picture) -> list[Box]:
    """Every line of words in a picture."""
    root = ET.fromstring(svg(picture))  # noqa: S314 (our own)
    return list(_boxes(root, 0.0, 0.0))


def _boxes(element: ET.Element, x: float, y: float) -> Iterator[Box]:
    moved = _MOVED.match(element.get("transform", ""))
    if moved is not None:
        x, y = x + float(moved[1]), y + float(moved[2])
    if element.tag == f"{SVG}text":
        yield _box(element, x + float(element.get("x", 0)), y + float(element.get("y", 0)))
        return
    for each in element:
        yield from _boxes(each, x, y)


def _box(element: ET.Element, x: float, y: float) -> Box:
    text = "".join(element.itertext())
    size = float(element.get("font-size", "").removesuffix("px"))
    long = width(text, size, bold=element.get("font-weight") == "bold")
    left = x - {"start": 0.0, "middle": long / 2, "end": long}[element.get("text-anchor", "start")]
    return Box(text, left, y - ABOVE * size, left + long, y + BELOW * size)


def outside(picture: Picture) -> list[str]:
    """The words that do not lie on the sheet."""
    root = ET.fromstring(svg(picture))  # noqa: S314 (our own)
    wide, high = (float(root.get(each, "")) for each in ("width", "height"))
    return [
        box.text
        for box in boxes(picture)
        if box.left < -TOUCH or box.top < 0 or box.right > wide + TOUCH or box.bottom > high
    ]


def overlapping(picture: Picture) -> list[tuple[str, str]]:
    """The words that run into each other."""
    return [
        (one.text, other.text)
        for one, other in combinations(boxes(picture), 2)
        if min(one.right, other.right) - max(one.left, other.left) > TOUCH
        and min(one.bottom, other.bottom) - max(one.top, other.top) > TOUCH
    ]
