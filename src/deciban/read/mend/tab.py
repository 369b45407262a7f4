"""A tab at the beginning of a line, where YAML allows spaces only."""

from dataclasses import dataclass

from deciban.read.mend.levels import Level, Levels, Line, Parent
from deciban.read.mend.record import Edit, Mend
from deciban.read.mend.scan import Scan, indent_hint
from deciban.read.mend.vocabulary import Vocabulary

_WIDTHS = (2, 4, 8, 1, 3)
_LIKELY = _WIDTHS[:3]
_STEP = 2
_DOUBTFUL = "indent it with spaces, in line with the lines that it belongs to"


@dataclass(frozen=True, slots=True)
class Meant:
    """The column that spaces and tabs are meant to reach, and whether that is beyond doubt."""

    column: int
    certain: bool = True


def check_tab(scan: Scan, line: int, meant: Meant) -> bool:
    """Whether a line is indented with a tab; if so, keeps the mistake and moves it to a column."""
    start, indent = scan.lines.starts[line], scan.lines.indent(line)
    if "\t" not in scan.lines.text[start : start + indent]:
        return False
    message = "this line is indented with a tab, which YAML forbids"
    hint = indent_hint(meant.column) if meant.certain else _DOUBTFUL
    edit = Edit(start, start + indent, " " * meant.column)
    scan.add(Mend("D128", start, start + indent, message, hint, edit, certain=meant.certain))
    return True


def meant_column(
    vocabulary: Vocabulary, levels: Levels, parent: Parent | None, line: Line
) -> Meant:
    """The column that spaces and tabs at the beginning of a line are meant to reach.

    The same tabs stand for the same column as in the lines beside them; more of them lead further
    in, and below a key with nothing behind it they lead one step in. Else a field goes where its
    siblings stand; where it may have siblings in two places, only several tabs in a row tell which.

    Args:
        vocabulary: the fields there are, and which stand together.
        levels: what is open at the line.
        parent: the key or dash above it, if nothing stands behind that.
        line: what it begins with; its ``blank`` are the spaces and tabs.
    """
    blank = line.blank
    if "\t" not in blank:
        return Meant(len(blank))
    for level in reversed(levels.stack):
        if level.is_list == line.is_list and blank in level.blanks:
            return Meant(level.blanks[blank])
    if parent:
        beside = any(blank in level.blanks for level in levels.stack[-1:])
        return Meant(parent.raw if beside else parent.raw + _STEP)
    within = _between(blank, levels.stack)
    spaces = _spaces_more(blank, levels.stack)
    found = [level for level in within if level.is_list == line.is_list]
    siblings = _siblings(vocabulary, line, found)
    widths = [*spaces, *(len(blank.expandtabs(width)) for width in _WIDTHS)]
    reached = [width for width in widths if any(width in level.raws for level in siblings)]
    if len(siblings) == 1:
        return Meant(reached[0] if reached else siblings[0].first)
    if not siblings:
        return Meant(widths[0])
    likely = {*spaces, *(len(blank.expandtabs(width)) for width in _LIKELY)} & {*reached}
    plain = bool(spaces) or (blank.count("\t") > 1 and len(likely) == 1)
    return Meant(reached[0] if reached else siblings[-1].first, certain=plain and bool(reached))


def _siblings(vocabulary: Vocabulary, line: Line, found: list[Level]) -> list[Level]:
    """The levels in which a line may stand: those further in, where such a field may belong."""
    inner = [level for level in found if level.first > 0] or found
    if not line.key:
        return inner
    fitting = [
        level
        for level in inner
        if line.key not in level.keys
        and vocabulary.may_stand_beside(line.key, level.keys, level.holder)
    ]
    return fitting or inner


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
