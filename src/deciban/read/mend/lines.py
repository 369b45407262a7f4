"""The lines of a text, by offset."""

import re
from bisect import bisect_right

_BREAK = re.compile(r"\r\n|\n|\r")
_INDENT = re.compile(r"[ \t]*")


class Lines:
    """The physical lines of a text, counted from 0; a line ends before its line break."""

    __slots__ = ("ends", "newline", "starts", "text")

    def __init__(self, text: str) -> None:
        breaks = [match.span() for match in _BREAK.finditer(text)]
        self.text = text
        self.starts = [0, *(end for _, end in breaks)]
        self.ends = [*(start for start, _ in breaks), len(text)]
        self.newline = "\r\n" if "\r\n" in text else "\n"

    def __len__(self) -> int:
        return len(self.starts)

    def body(self, line: int) -> str:
        """The line without its indentation and without spaces at its end."""
        return self.text[self.starts[line] : self.ends[line]].strip(" \t")

    def indent(self, line: int) -> int:
        """How many spaces and tabs the line begins with."""
        match = _INDENT.match(self.text, self.starts[line], self.ends[line])
        return match.end() - match.start() if match else 0

    def at(self, offset: int) -> int:
        """The line that holds an offset."""
        return bisect_right(self.starts, offset) - 1

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both from 0."""
        line = self.at(offset)
        return line, offset - self.starts[line]

    def trimmed_end(self, line: int) -> int:
        """Offset just past the last character of the line that is not a space."""
        start = self.starts[line]
        return start + len(self.text[start : self.ends[line]].rstrip(" \t"))

    def is_comment(self, line: int) -> bool:
        """Whether nothing but a comment stands on the line."""
        return self.body(line).startswith("#")

    def next_full(self, line: int) -> int:
        """The first line from ``line`` on that is neither blank nor a comment, or the end."""
        while line < len(self) and (not (body := self.body(line)) or body[0] == "#"):
            line += 1
        return line
