"""Prose written so that YAML gives it back unchanged."""

import re
from collections.abc import Sequence

LINE_WIDTH = 100
_UNSAFE = re.compile(
    "[^\t\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
_TWO_HEX, _FOUR_HEX = 0xFF, 0xFFFF
_SURROGATE = re.compile("[\ud800-\udfff]")


def quote_scalar(prose: str) -> str:
    """The prose in single quotes; in double quotes where it holds line breaks or the like.

    Half a character (a lone surrogate) cannot be written in YAML and becomes U+FFFD.
    """
    if not _UNSAFE.search(prose):
        return "'" + prose.replace("'", "''") + "'"
    whole = _SURROGATE.sub("\ufffd", prose).replace("\\", "\\\\").replace('"', '\\"')
    return '"' + _UNSAFE.sub(_escape, whole.replace("\n", "\\n")) + '"'


def _escape(match: re.Match[str]) -> str:
    point = ord(match[0])
    if point <= _TWO_HEX:
        return f"\\x{point:02x}"
    return f"\\u{point:04x}" if point <= _FOUR_HEX else f"\\U{point:08x}"


def fold(lines: Sequence[str]) -> str:
    """What YAML makes of prose over several lines: a break is a space, a blank line a break."""
    folded = ""
    blanks = 0
    for line in lines:
        if not line:
            blanks += 1
            continue
        folded += ("\n" * blanks or " ") * bool(folded) + line
        blanks = 0
    return folded


def write_block(prose: str, indent: int, newline: str, layout: Sequence[str] = ()) -> str | None:
    """The prose as a ``>-`` block, or None where a block would change it.

    Args:
        prose: what the block must say.
        indent: the column its lines begin at.
        newline: the line break of the text.
        layout: the lines to keep, where they already say the prose.
    """
    if re.search(r"^[ \t]|[ \t]$|[ \t]{2}|\t|^\n|\n$|^$", prose) or _UNSAFE.search(
        prose.replace("\n", "")
    ):
        return None
    if any(re.search(r"^[ \t]|[ \t]$", part) for part in prose.split("\n")):
        return None
    kept = layout if len(layout) > 1 and fold(layout) == prose else _wrapped(prose, indent)
    return newline.join([">-", *((" " * indent + line if line else "") for line in kept)])


def _wrapped(prose: str, indent: int) -> list[str]:
    room = max(40, LINE_WIDTH - indent)
    lines: list[str] = []
    for number, paragraph in enumerate(prose.split("\n")):
        if number:
            lines.append("")
        lines.extend(_filled(paragraph.split(" "), room))
    return lines


def _filled(words: Sequence[str], room: int) -> list[str]:
    lines: list[str] = []
    held: list[str] = []
    width = -1
    for word in words:
        if held and width + 1 + len(word) > room:
            lines.append(" ".join(held))
            held, width = [], -1
        held.append(word)
        width += 1 + len(word)
    return [*lines, " ".join(held)] if any(held) else lines
