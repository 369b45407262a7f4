"""How pictures look: their width, their face, and signs that are told apart without colour.

Whatever differs in colour differs in lightness too, and in its shape or the dashes of its line, so
that a copy in grey says the same. The colours are far apart for those who confuse red and green.
"""

from dataclasses import dataclass

#: The width of a column of a page, in pixels; on paper some sixteen centimetres.
WIDTH = 640
MARGIN = 6
#: The first face is the one that measures are known of; the others are like it, or narrower.
FACE = "Liberation Sans, Arial, Helvetica, Libertinus Serif, sans-serif"
#: Sizes of letters, and from one line to the next.
TITLE, TEXT, SMALL = 16, 13, 12
LEADING = 16

INK, QUIET, GRID, PAPER = "#1a1a1a", "#565656", "#dcdcdc", "white"
#: A stretch over which something ranges, and the lighter one around it.
BAND, FAINT = "#b9c4d0", "#e6eaef"
FOR, AGAINST = "#23527c", "#e8a33d"
#: What stands in a debate, and what is undecided there.
STANDS, OPEN = "#a9c8e6", "#f7e3b0"


@dataclass(frozen=True, slots=True)
class Sign:
    """How one of several things is drawn.

    Attributes:
        colour: its colour.
        dash: lengths of dashes and of the gaps between them, in pixels; none for a whole line.
        shape: the shape of its points.
    """

    colour: str
    dash: tuple[float, ...]
    shape: str


SIGNS = (
    Sign("#14305a", (), "circle"),
    Sign("#a9480b", (7, 3), "square"),
    Sign("#2e8fa0", (2, 2), "triangle-up"),
    Sign("#d9a520", (9, 3, 2, 3), "diamond"),
    Sign("#6b6b6b", (4, 4), "cross"),
    Sign("#93b7a0", (1, 3), "triangle-down"),
)
MOST = len(SIGNS)


@dataclass(frozen=True, slots=True)
class Style:
    """How a word is set."""

    size: float
    colour: str = INK
    bold: bool = False


STYLES = {
    "title": Style(TITLE, bold=True),
    "plain": Style(TEXT),
    "strong": Style(TEXT, bold=True),
    "small": Style(SMALL),
    "quiet": Style(SMALL, QUIET),
    "key": Style(SMALL, bold=True),
    "inside": Style(SMALL, PAPER, bold=True),
}
