"""A tab at the beginning of a line, where YAML allows spaces only."""

from deciban.read.mend.levels import Level, Levels, Parent
from deciban.read.mend.record import Edit, Mend
from deciban.read.mend.scan import Scan, indent_hint

_WIDTHS = (2, 4, 8, 1, 3)
_STEP = 2


def check_tab(scan: Scan, line: int, column: int) -> bool:
    """Whether a line is indented with a tab; if so, keeps the mistake and moves it to a column."""
    start, indent = scan.lines.starts[line], scan.lines.indent(line)
    if "\t" not in scan.lines.text[start : start + indent]:
        return False
    message = "this line is indented with a tab, which YAML forbids"
    edit = Edit(start, start + indent, " " * column)
    scan.add(Mend("D128", start, start + indent, message, indent_hint(column), edit))
    return True


def meant_width(blank: str, levels: Levels, parent: Parent | None, *, dashed: bool) -> int:
    """The column that spaces and tabs at the beginning of a line are meant to reach.

    The same tabs stand for the same column as in the lines beside them; more of them lead further
    in, and below a key with nothing behind it they lead one step in.

    Args:
        blank: the spaces and tabs.
        levels: what is open at the line.
        parent: the key or dash above it, if nothing stands behind that.
        dashed: whether the line is an item of a list.
    """
    if "\t" not in blank:
        return len(blank)
    for level in reversed(levels.stack):
        if level.is_list == dashed and blank in level.blanks:
            return level.blanks[blank]
    if parent:
        beside = any(blank in level.blanks for level in levels.stack[-1:])
        return parent.raw if beside else parent.raw + _STEP
    within = _between(blank, levels.stack)
    spaces = _spaces_more(blank, levels.stack)
    found = [level for level in within if level.is_list == dashed]
    widths = [*spaces, *(len(blank.expandtabs(width)) for width in _WIDTHS)]
    for width in widths:
        if any(width in level.raws for level in found):
            return width
    return found[-1].first if found else widths[0]


def _between(blank: str, stack: list[Level]) -> list[Level]:
    """The levels that lines with this indentation may belong to, by the tabs of the others."""
    first, last = 0, len(stack)
    for index, level in enumerate(stack):
        tabbed = [other for other in level.blanks if "\t" in other]
        if any(blank.startswith(other) for other in tabbed):
            first = index + 1
        elif any(other.startswith(blank) for other in tabbed):
            last = min(last, index)
    return stack[first:last]


def _spaces_more(blank: str, stack: list[Level]) -> list[int]:
    """The width of tabs that another line began with and some spaces behind them."""
    bare = blank.rstrip(" ")
    known = [level.blanks[bare] for level in stack if bare in level.blanks]
    return [known[-1] + len(blank) - len(bare)] if known else []
