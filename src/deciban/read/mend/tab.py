"""A tab at the beginning of a line, where YAML allows spaces only."""

from deciban.read.mend.record import Edit, Mend
from deciban.read.mend.scan import Scan, indent_hint


def check_tab(scan: Scan, line: int, column: int) -> bool:
    """Whether a line is indented with a tab; if so, keeps the mistake and moves it to a column."""
    start, indent = scan.lines.starts[line], scan.lines.indent(line)
    if "\t" not in scan.lines.text[start : start + indent]:
        return False
    message = "this line is indented with a tab, which YAML forbids"
    edit = Edit(start, start + indent, " " * column)
    scan.add(Mend("D128", start, start + indent, message, indent_hint(column), edit))
    return True
