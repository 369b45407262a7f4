"""Which list or group of fields a line belongs to, by its indentation."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Level:
    """An open list or mapping: where its lines should begin, and where they were seen to.

    ``holder`` is the name that holds it, if any; ``first`` is where its first line was seen to
    begin; ``blanks`` are the stretches with tabs that its lines began with, each with the column it
    stands for; ``keys`` are the names of its fields, each with its line, in order.
    """

    column: int
    is_list: bool
    first: int
    raws: set[int]
    blanks: dict[str, int] = field(default_factory=dict)
    keys: dict[str, int] = field(default_factory=dict)
    holder: str = ""


@dataclass(frozen=True, slots=True)
class Parent:
    """A key or dash with nothing behind it: what it holds stands on the next lines."""

    raw: int
    column: int
    key: str


@dataclass(frozen=True, slots=True)
class Settled:
    """Where a line should begin.

    ``orphan`` where no list or group of fields can hold it; ``carried`` where it stands in line
    with those beside it, so that it only moves along with what holds them.
    """

    column: int
    orphan: bool = False
    carried: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """What a line begins with: a dash or a key, and whether the key has a value.

    ``number`` is the line's own; ``blank`` the spaces and tabs before it.
    """

    raw: int
    is_list: bool
    key: str = ""
    has_value: bool = True
    number: int = 0
    blank: str = ""


class Levels:
    """The lists and mappings that are open at a line, outermost first.

    ``top`` are the names that may stand at the left margin; empty where any may.
    """

    __slots__ = ("stack", "top")

    def __init__(self, top: frozenset[str] = frozenset()) -> None:
        self.stack: list[Level] = []
        self.top = top

    def open(self, raw: int, column: int, *, is_list: bool) -> None:
        """A list or mapping begins."""
        self.stack.append(Level(column, is_list, raw, {raw, column}))

    def settle(self, line: Line, parent: Parent | None) -> Settled:
        """Finds the level of a line and closes those inside it."""
        settled = self._settle(line, parent)
        level = self.stack[-1]
        if "\t" in line.blank:
            level.blanks.setdefault(line.blank, line.raw)
        if line.key:
            level.keys.setdefault(line.key, line.number)
        return settled

    def _settle(self, line: Line, parent: Parent | None) -> Settled:
        if not self.stack:
            self.open(line.raw, line.raw, is_list=line.is_list)
            return Settled(line.raw)
        if parent and self._opens(line, parent):
            shift = max(0, parent.column - parent.raw)
            self.open(line.raw, line.raw + shift, is_list=line.is_list)
            self.stack[-1].holder = parent.key
            return Settled(line.raw + shift, carried=True)
        found = self.level_of(line)
        if found is None:
            return self._nearest(line)
        del self.stack[found + 1 :]
        level = self.stack[found]
        return Settled(level.column, carried=level.first == line.raw)

    def _opens(self, line: Line, parent: Parent) -> bool:
        if line.raw > parent.raw:
            return True
        # YAML lets a list stand at the column of the key that holds it.
        return line.is_list and line.raw == parent.raw and not self.stack[-1].is_list

    def level_of(self, line: Line) -> int | None:
        """The place in the stack of the list or mapping that stands where a line does."""
        for index in range(len(self.stack) - 1, -1, -1):
            level = self.stack[index]
            if line.raw in level.raws and level.is_list == line.is_list:
                return index if self._is_reachable(index, line) else None
        return None

    def _is_reachable(self, index: int, line: Line) -> bool:
        """Whether every level inside this one begins no further left than the line."""
        return all(min(level.raws) >= line.raw for level in self.stack[index + 1 :])

    def _nearest(self, line: Line) -> Settled:
        ranked = sorted(
            (abs(level.column - line.raw), level.column if not line.has_value else -level.column, i)
            for i, level in enumerate(self.stack)
            if level.is_list == line.is_list
            and line.key not in level.keys
            and self.may_stand(line, i)
        )
        if not ranked:
            self.open(line.raw, line.raw, is_list=line.is_list)
            return Settled(line.raw, orphan=True)
        index = ranked[0][2]
        del self.stack[index + 1 :]
        self.stack[index].raws.add(line.raw)
        return Settled(self.stack[index].column)

    def may_stand(self, line: Line, index: int) -> bool:
        """Whether a line may belong to a level: only some names may stand at the left margin."""
        return index > 0 or not line.key or not self.top or line.key in self.top
