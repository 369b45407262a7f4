"""The little markup that titles in a bibliography may hold: italics, bold, raised and lowered.

CSL-JSON allows a handful of HTML tags in a text. Whatever is not one of them, or is not closed, is
characters like any other.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_TAG = re.compile(
    r"<(?P<slash>/?)(?P<name>i|b|em|strong|sup|sub|sc|span)(?P<more>\s[^<>]{0,80})?>", re.IGNORECASE
)
_ITALIC = frozenset({"i", "em"})
_BOLD = frozenset({"b", "strong"})


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters of a text, and how its markup would have them."""

    text: str
    italic: bool = False
    bold: bool = False


def pieces(text: str) -> tuple[Piece, ...]:
    """Answer a text in pieces, without the tags that are closed again."""
    if "<" not in text:
        return (Piece(text),) if text else ()
    found: list[Piece] = []
    tags = _paired(text)
    depth = {"italic": 0, "bold": 0}
    place = 0
    for tag in tags:
        _add(found, text[place : tag.start()], depth)
        step = -1 if tag["slash"] else 1
        depth["italic"] += step * (tag["name"].lower() in _ITALIC)
        depth["bold"] += step * (tag["name"].lower() in _BOLD)
        place = tag.end()
    _add(found, text[place:], depth)
    return tuple(found)


def plain(text: str) -> str:
    """Answer a text without its markup."""
    return "".join(piece.text for piece in pieces(text))


def _add(found: list[Piece], text: str, depth: dict[str, int]) -> None:
    if text:  # italics inside italics stand upright
        found.append(Piece(text, depth["italic"] % 2 == 1, depth["bold"] > 0))


def _paired(text: str) -> Sequence[re.Match[str]]:
    """The tags that are opened and closed, in order."""
    return sorted(_pairs(text), key=lambda tag: tag.start())


def _pairs(text: str) -> Iterator[re.Match[str]]:
    waiting: list[re.Match[str]] = []
    for tag in _TAG.finditer(text):
        if not tag["slash"]:
            waiting.append(tag)
            continue
        name = tag["name"].lower()
        if any(each["name"].lower() == name for each in waiting):
            while (opened := waiting.pop())["name"].lower() != name:
                pass  # one that was never closed is characters
            yield opened
            yield tag
