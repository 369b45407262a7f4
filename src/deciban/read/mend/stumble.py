"""A line that YAML refuses and no trap explains: named, and left out of the working copy."""

from deciban.read.mend.lines import Lines
from deciban.read.mend.record import Edit, Mend

_MESSAGE = "this line cannot be read"
_HINT = (
    "each field is written 'name: value' and stands in line with those beside it; "
    "text with signs in it goes in quotes"
)


def leave_out(text: str, offset: int) -> Mend | None:
    """The mend that leaves out the line at ``offset`` and what is indented under it.

    None where there is nothing but blank lines up to there.
    """
    lines = Lines(text)
    line = lines.at(min(offset, len(text)))
    while line >= 0 and not lines.body(line):
        line -= 1
    if line < 0:
        return None
    indent = lines.indent(line)
    edit = _block(lines, line, indent + 1)
    start, end = lines.starts[line] + indent, lines.trimmed_end(line)
    return Mend("D110", start, end, _MESSAGE, _HINT, edit, certain=False)


def orphan(lines: Lines, line: int, raw: int, code: str) -> Mend:
    """The mistake of a list item or a field that nothing can hold; it is left out."""
    start, end = lines.starts[line] + raw, lines.trimmed_end(line)
    message = "this line belongs to no list and to no group of fields"
    hint = "write the name they belong to and a colon on a line of its own above it"
    if code == "D133":
        hint = "begin it in line with the fields that it belongs to, each of which is given once"
    return Mend(code, start, end, message, hint, _block(lines, line, raw), certain=False)


def _block(lines: Lines, line: int, least: int) -> Edit:
    """The edit that takes out a line and those behind it that are indented so much at least."""
    last = line
    while last + 1 < len(lines) and lines.body(last + 1) and lines.indent(last + 1) >= least:
        last += 1
    return Edit(lines.starts[line], lines.ends[last], "")
