"""One piece of text written so that it reads back unharmed: bare, in quotes, or as a block."""

import re

from deciban.case.kinds import Prose
from deciban.edit.layout.shape import content
from deciban.edit.layout.slot import Slot
from deciban.node import Scalar, Style
from deciban.read.mend.quoting import LINE_WIDTH, quote_scalar, write_block

STEP = 2
_BARE = re.compile(r"(?:[^\s\-?:,\[\]{}#&*!|>'\"%@`]|-(?!--|\s|$))[^\r\n\t]*(?<!\s)\Z")
_CUT = re.compile(r":(?=\s|\Z)|\s#")
_BLANKS = " \t\r"
_FLOW_SIGN = re.compile(r"[,\[\]{}?]")


def written(text: str, *, flow: bool = False) -> str:
    """The text on one line: bare where YAML gives it back unchanged, else in quotes."""
    return text if _is_safe(text, flow=flow) else quote_scalar(text)


def written_key(key: Scalar, *, flow: bool = False) -> str:
    """The name of a field; in braces one that holds a space would be taken for cut prose."""
    return quote_scalar(key.text) if flow and " " in key.text else written(key.text, flow=flow)


def value_of(slot: Slot, node: Scalar, *, flow: bool = False) -> str:
    """A scalar on one line; what was left empty stays so where that is clear."""
    text = content(slot.kind, node)
    if not text and node.style is Style.PLAIN and not flow:
        return ""
    return written(text, flow=flow)


def value_lines(slot: Slot, node: Scalar, prefix: str, indent: int) -> list[str]:
    """A scalar behind ``prefix``, its further lines below.

    Args:
        slot: the scalar's slot.
        node: the scalar.
        prefix: the key with its colon, or the dash, with all that stands before it.
        indent: the column, from 0, that further lines begin at.
    """
    text = content(slot.kind, node)
    block = _literal(slot, node, indent) if node.style is Style.LITERAL else None
    if block is None:
        line = f"{prefix} {value_of(slot, node)}".rstrip()
        if "\n" not in text and len(line) <= LINE_WIDTH:
            return [line]
        block = write_block(text, indent, "\n")
        if block is None:
            return [line]
    first, *rest = block.split("\n")
    return [f"{prefix} {first}", *rest]


def _literal(slot: Slot, node: Scalar, indent: int) -> str | None:
    """The text line by line below a ``|``; None where that would change it."""
    lines = node.text.split("\n")
    loose = isinstance(slot.kind, Prose) and not slot.kind.exact
    if loose:
        lines = [line.rstrip(_BLANKS) for line in lines]
    ends_line = not lines[-1]
    while lines and not lines[-1]:
        lines.pop()
    text = "\n".join(lines)
    exact = f"{text}\n" if ends_line else text
    lost = not loose and exact != node.text
    if not lines or lost or quote_scalar(text.replace("\n", "")).startswith('"'):
        return None
    if any(line.endswith(tuple(_BLANKS)) for line in lines):
        return None
    mark = str(STEP) if next(line for line in lines if line)[0] in " \t" else ""
    header = f"|{mark}{'' if ends_line else '-'}"
    return "\n".join([header, *(" " * indent + line if line else "" for line in lines)])


def _is_safe(text: str, *, flow: bool) -> bool:
    if not _BARE.match(text) or _CUT.search(text) or text.startswith("..."):
        return False
    if flow and _FLOW_SIGN.search(text):
        return False
    return not quote_scalar(text).startswith('"')
