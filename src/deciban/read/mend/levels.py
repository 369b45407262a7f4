"""Which list or group of fields a line belongs to, by its indentation."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Level:
    """An open list or mapping: where its lines should begin, and where they were seen to.

    ``first`` is where its first line was seen to begin.
    """

    column: int
    is_list: bool
    first: int
    raws: set[int]
    keys: set[str] = field(default_factory=set)


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
    """What a line begins with: a dash or a key, and whether the key has a value."""

    raw: int
    is_list: bool
    key: str = ""
    has_value: bool = True


class Levels:
    """The lists and mappings that are open at a line, outermost first."""

    __slots__ = ("stack",)

    def __init__(self) -> None:
        self.stack: list[Level] = []

    def open(self, raw: int, column: int, *, is_list: bool) -> None:
        """A list or mapping begins."""
        self.stack.append(Level(column, is_list, raw, {raw, column}))

    def settle(self, line: Line, parent: Parent | None) -> Settled:
        """Finds the level of a line and closes those inside it."""
        settled = self._settle(line, parent)
        if line.key:
            self.stack[-1].keys.add(line.key)
        return settled

    def _settle(self, line: Line, parent: Parent | None) -> Settled:
        if not self.stack:
            self.open(line.raw, line.raw, is_list=line.is_list)
            return Settled(line.raw)
        if parent and self._opens(line, parent):
            shift = max(0, parent.column - parent.raw)
            self.open(line.raw, line.raw + shift, is_list=line.is_list)
            return Settled(line.raw + shift, carried=True)
        found = self._level(line)
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

    def _level(self, line: Line) -> int | None:
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
            if level.is_list == line.is_list and line.key not in level.keys
        )
        if not ranked:
            self.open(line.raw, line.raw, is_list=line.is_list)
            return Settled(line.raw, orphan=True)
        index = ranked[0][2]
        del self.stack[index + 1 :]
        self.stack[index].raws.add(line.raw)
        return Settled(self.stack[index].column)
