"""Where each ``@`` of a sentence stands in the text, so that a citation in it can be pointed at."""

import re
from collections.abc import Mapping

from deciban.span import Span

_BREAK = re.compile(r"\r\n|\n|\r")


def at_signs(path: str, prose: str, text: str, at: Span) -> Mapping[str, Span]:
    """Answer the places of the ``@`` of one sentence, as ``path.@0``, ``path.@1`` and so on.

    A sentence is written in several ways (folded, in quotes, with escapes), so that its characters
    are not those of the text. Its ``@`` are, one by one, unless some were written as escapes; then
    none of them has a place.

    Args:
        path: the path of the sentence in its record.
        prose: the sentence as read.
        text: the whole text.
        at: where the sentence stands in it.
    """
    written = text[at.start : at.end]
    offsets = [match.start() for match in re.finditer("@", written)]
    if len(offsets) != prose.count("@"):
        return {}
    return {f"{path}.@{number}": _place(written, at, each) for number, each in enumerate(offsets)}


def _place(written: str, at: Span, offset: int) -> Span:
    breaks = [match.end() for match in _BREAK.finditer(written, 0, offset)]
    column = offset - breaks[-1] + 1 if breaks else at.column + offset
    start = at.start + offset
    return Span(at.file, at.line + len(breaks), column, start, start + 1)
