"""A list item without its dash, or with a long dash in its place."""

import re

from deciban.read.mend.levels import Levels, Line
from deciban.read.mend.lines import Lines
from deciban.read.mend.record import Edit, Mend
from deciban.read.mend.scan import Scan

DASH = re.compile(r"-(?:[ \t]+|$)", re.MULTILINE)
_LONG = re.compile(r"[\u2010-\u2015\u2212](?:[ \t]+|$|(?=[A-Za-z_]\w*:(?:[ \t]|$)))", re.MULTILINE)
_STEP = 2  # how far the fields of an item stand behind its dash


def begins_with_long_dash(body: str) -> bool:
    """Whether a line, its indentation left off, begins as a list item does but for the dash."""
    return _LONG.match(body) is not None


def long_dash(scan: Scan, line: int, place: int, *, in_list: bool) -> re.Match[str] | None:
    """A long dash where the dash of a list item belongs; keeps the mistake.

    Args:
        scan: the text.
        line: its line.
        place: where the dash would stand.
        in_list: whether a list is open there or may begin.
    """
    text, end = scan.lines.text, scan.lines.ends[line]
    dash = _LONG.match(text, place, end)
    if dash is None or not (in_list or scan.vocabulary.begins_field(text[dash.end() : end])):
        return None
    glued = dash.end() == place + 1 < end
    edit = Edit(place, place + 1, "- " if glued else "-")
    message = f"a long dash ({text[place]}) stands where the dash of a list item belongs"
    hint = "write a short one, - with a space behind it"
    scan.add(Mend("D138", place, place + 1, message, hint, edit))
    return dash


def check_dash(scan: Scan, levels: Levels, line: Line) -> int | None:
    """The last line of a list item whose first field lacks its dash; keeps the mistake."""
    lists = levels.level_of(Line(line.raw, is_list=True))
    if lists is None or len(levels.stack) == lists + 1 or line.key not in _beside(levels, lists):
        return None
    mapping = levels.level_of(line)
    if mapping is not None and (mapping > 0 or levels.may_stand(line, mapping)):
        return None
    del levels.stack[lists + 1 :]
    levels.open(line.raw + _STEP, line.raw + _STEP, is_list=False)
    levels.stack[-1].keys[line.key] = line.number
    last = _last_line(scan.lines, line.number, line)
    _add(scan, line.number, _with_dash(scan.lines, line.number, last, line.raw))
    return last


def check_blank_dash(scan: Scan, levels: Levels, line: Line) -> bool:
    """Whether a blank stands for the dash of an item: its fields would all be given twice."""
    found = levels.level_of(line)
    if not found or not levels.stack[found - 1].is_list:
        return False
    above, taken = levels.stack[found - 1], levels.stack[found].keys
    if line.key != next(iter(taken), "") or above.column >= line.raw - 1:
        return False
    follower = scan.lines.next_full(line.number + 1)
    if follower == len(scan.lines) or scan.lines.indent(follower) != line.raw:
        return False
    if scan.lines.body(follower).partition(":")[0].rstrip() not in taken:
        return False
    start = scan.lines.starts[line.number]
    blank = " " * above.column + "-" + " " * (line.raw - above.column - 1)
    _add(scan, line.number, Edit(start, start + line.raw, blank))
    del levels.stack[found:]
    return True


def check_first_dash(scan: Scan, levels: Levels, line: Line, body: str) -> bool:
    """Whether a list begins with fields that lack the dash which this item has."""
    found = levels.level_of(Line(line.raw, is_list=False))
    if not found or levels.level_of(line) is not None or levels.stack[found - 1].is_list:
        return False
    key, first = next(iter(levels.stack[found].keys.items()), ("", 0))
    if not key or body.partition(":")[0].rstrip() != key:
        return False
    _add(scan, first, _with_dash(scan.lines, first, line.number - 1, line.raw))
    del levels.stack[found:]
    levels.open(line.raw, line.raw, is_list=True)
    return True


def _beside(levels: Levels, lists: int) -> dict[str, int]:
    """The fields of the last item of a list."""
    inside = levels.stack[lists + 1]
    return {} if inside.is_list else inside.keys


def _last_line(lines: Lines, line: int, at: Line) -> int:
    """The last line that belongs to an item which begins on a line."""
    last, follower = line, lines.next_full(line + 1)
    while follower < len(lines) and lines.indent(follower) >= at.raw:
        body = lines.body(follower)
        if lines.indent(follower) == at.raw and (
            DASH.match(body) or begins_with_long_dash(body) or body.startswith(f"{at.key}:")
        ):
            break
        last, follower = follower, lines.next_full(follower + 1)
    return last


def _with_dash(lines: Lines, first: int, last: int, raw: int) -> Edit:
    """The edit that puts a dash before an item's first field and the others in line with it."""
    start = lines.starts[first] + raw
    follower = lines.next_full(first + 1)
    if follower > last or lines.indent(follower) > raw:
        return Edit(start, start, "- ")
    parts = ["- " + lines.text[start : lines.ends[first]]]
    for each in range(first + 1, last + 1):
        body = lines.text[lines.starts[each] : lines.ends[each]]
        parts.append(" " * _STEP * bool(body.strip()) + body)
    return Edit(start, lines.ends[last], lines.newline.join(parts))


def _add(scan: Scan, line: int, edit: Edit) -> None:
    lines = scan.lines
    start, end = lines.starts[line] + lines.indent(line), lines.trimmed_end(line)
    hint = f"write `- {lines.text[start:end]}`"
    scan.add(Mend("D137", start, end, "this item of a list has no dash", hint, edit))
