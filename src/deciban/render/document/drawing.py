"""A picture as a part of a page: shapes and words, and nothing that acts, asks or leaks out."""

import re
from dataclasses import dataclass
from xml.etree import ElementTree as ET

_SVG = "http://www.w3.org/2000/svg"
_DRAWN = frozenset(
    {
        "g", "defs", "use", "symbol", "path", "rect", "line", "circle", "ellipse", "polygon",
        "polyline", "text", "tspan", "clipPath", "mask", "pattern", "marker", "linearGradient",
        "radialGradient", "stop",
    }
)  # fmt: skip
_INHERITED = ("fill", "stroke", "stroke-width", "font-family", "font-size")
_DROPPED = frozenset({"class", "role", "tabindex", "cursor", "pointer-events", "style"})
_REFERENCE = re.compile(r"url\(\s*(['\"]?)#([^)'\"]+)\1\s*\)")
_LENGTH = re.compile(r"\s*([0-9.]+)(px|pt|)\s*")
_PIXELS_IN_POINT = 96 / 72


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture that can stand among the text of a page.

    Attributes:
        svg: the picture.
        width: how wide it was drawn, in pixels of CSS.
        height: how high.
        words: the words in it.
    """

    svg: str
    width: float
    height: float
    words: str


def drawing(svg: str, prefix: str, font: str = "") -> Drawing:
    """Answer a picture with names of its own and nothing but shapes and words.

    Args:
        svg: the picture, as a program has drawn it.
        prefix: what the names in it begin with; no other picture of the page has it.
        font: the typeface of its words; none to leave them as they are.

    Raises:
        ValueError: if it is not SVG.
    """
    root = _parsed(svg)
    width, height = _size(root)
    cleaned = ET.Element(
        "svg", {"xmlns": _SVG, "viewBox": root.get("viewBox", f"0 0 {width:g} {height:g}")}
    )
    cleaned.attrib.update({name: root.attrib[name] for name in _INHERITED if name in root.attrib})
    cleaner = _Cleaner(prefix, font)
    cleaned.extend(cleaner.children(root))
    words = " ".join(filter(str.strip, cleaned.itertext()))
    return Drawing(ET.tostring(cleaned, encoding="unicode"), width, height, words)


def _parsed(svg: str) -> ET.Element:
    try:
        root = ET.fromstring(svg)  # noqa: S314 (a program of ours drew it)
    except ET.ParseError as error:
        message = f"a picture is not SVG: {error}"
        raise ValueError(message) from error
    if root.tag != f"{{{_SVG}}}svg":
        message = f"a picture is not SVG but {root.tag}"
        raise ValueError(message)
    return root


def _size(root: ET.Element) -> tuple[float, float]:
    """Answer the width and height of a picture, from its box where it does not say."""
    box = [float(each) for each in root.get("viewBox", "0 0 600 400").replace(",", " ").split()]
    return _pixels(root.get("width", "")) or box[2], _pixels(root.get("height", "")) or box[3]


def _pixels(length: str) -> float:
    match = _LENGTH.fullmatch(length)
    if match is None:
        return 0.0
    return float(match[1]) * (_PIXELS_IN_POINT if match[2] == "pt" else 1.0)


@dataclass(frozen=True, slots=True)
class _Cleaner:
    prefix: str
    font: str

    def children(self, element: ET.Element) -> list[ET.Element]:
        return [cleaned for each in element for cleaned in self._element(each)]

    def _element(self, element: ET.Element) -> list[ET.Element]:
        """Answer an element as it may stand, or what is in it, where only it may not."""
        name = str(element.tag).rpartition("}")[2]
        if name == "a":
            return self.children(element)
        if name not in _DRAWN:
            return []
        cleaned = ET.Element(name, dict(self._attributes(element)))
        cleaned.text, cleaned.tail = element.text, element.tail
        cleaned.extend(self.children(element))
        return [cleaned]

    def _attributes(self, element: ET.Element) -> list[tuple[str, str]]:
        local = {name.rpartition("}")[2]: value for name, value in element.attrib.items()}
        return [pair for name, value in local.items() for pair in self._attribute(name, value)]

    def _attribute(self, name: str, value: str) -> list[tuple[str, str]]:
        """Answer an attribute as it may stand, or none."""
        if name in _DROPPED or name.startswith(("on", "aria-")):
            return []
        if name == "id":
            return [(name, self.prefix + value)]
        if name == "href":
            return [(name, f"#{self.prefix}{value[1:]}")] if value.startswith("#") else []
        if name == "font-family" and self.font:
            return [(name, self.font)]
        if "url(" in _REFERENCE.sub("", value):
            return []
        return [(name, _REFERENCE.sub(rf"url(#{self.prefix}\2)", value))]
