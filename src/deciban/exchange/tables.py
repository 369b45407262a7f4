"""Probability blocks to tables: one row for each circumstance, each adding up to 1.

Notation: a variable with ``k`` states hangs from parents whose states combine in ``n`` ways; the
states of the last parent move fastest. A ``table`` holds ``k * n`` numbers in which the states of
the variable itself move slowest (Cozman, the Interchange Format for Bayesian Networks).
"""

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from deciban.exchange.blocks import ProbabilityBlock, RowBlock
from deciban.exchange.declare import Declared
from deciban.exchange.network import Row
from deciban.exchange.tokens import Token
from deciban.problem import Problem
from deciban.read.suggest import did_you_mean, listing
from deciban.span import Span

ROUNDING = 1e-9
"""A row this close to 1 adds up to it: decimals do not, to the last digit of a double."""
TOLERANCE = 2e-3
"""A row this close is one that a file has rounded."""
_NUMBER = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")

When = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of one variable.

    Attributes:
        parents: what it hangs from.
        rows: one for each combination of their states; those of the last parent move fastest.
        scaled: how many of the rows written were brought to 1.
        at: where the block begins.
    """

    parents: tuple[str, ...]
    rows: tuple[Row, ...]
    scaled: int
    at: Span


def table_of(
    block: ProbabilityBlock, known: Mapping[str, Declared]
) -> tuple[Table | None, list[Problem]]:
    """Answer the table that a block writes down, and what is wrong with it.

    Args:
        block: the block; all variables that it names are known.
        known: the variables.
    """
    reader = _Reader(block, known)
    for row in block.rows:
        reader.add(row)
    rows = reader.complete()
    if rows is None or reader.problems:
        return None, reader.problems
    parents = tuple(parent.text for parent in block.given)
    return Table(parents, rows, reader.scaled, block.of.at), reader.problems


class _Reader:
    """Gathers the rows of one block."""

    def __init__(self, block: ProbabilityBlock, known: Mapping[str, Declared]) -> None:
        self.problems: list[Problem] = []
        self.scaled = 0
        self._block = block
        self._own = known[block.of.text]
        self._parents = [known[parent.text] for parent in block.given]
        self._rows: dict[When, tuple[float, ...]] = {}
        self._places: dict[When, Span] = {}
        self._default: tuple[float, ...] | None = None
        self._whole: dict[str, Span] = {}
        self._lost = not block.whole

    def add(self, row: RowBlock) -> None:
        """Read one line of the block."""
        before = len(self.problems)
        if row.kind == "row":
            self._add_row(row)
        else:
            self._add_whole(row)
        self._lost |= len(self.problems) > before

    def complete(self) -> tuple[Row, ...] | None:
        """Every row in order; None where some are missing."""
        if self._default is None and not self._lost:
            self._tell_missing()
        if self._lost:
            return None
        return tuple(Row(when, self._chances(when)) for when in self._circumstances())

    def _chances(self, when: When) -> tuple[float, ...]:
        found = self._rows.get(when, self._default)
        if found is None:
            message = f"the row {when} of {self._own.name} is missing"
            raise LookupError(message)
        return found

    def _circumstances(self) -> Iterator[When]:
        return product(*(parent.states for parent in self._parents))

    def _add_row(self, row: RowBlock) -> None:
        when = tuple(state.text for state in row.when)
        if len(when) != len(self._parents):
            names = listing(parent.name for parent in self._parents) or "nothing"
            message = f"{_count(when, 'state')} in the brackets, and '{self._own.name}' hangs from"
            hint = "write one state for each of them, in that order"
            self._tell("D907", f"{message} {names}", row.at, hint)
            return
        unknown = [
            self._unknown(state, parent)
            for state, parent in zip(row.when, self._parents, strict=True)
            if state.text not in parent.states
        ]
        self.problems += unknown
        chances = self._row_chances(row)
        if unknown:
            return
        if when in self._places:
            also = (self._places[when],)
            message = f"the row ({', '.join(when)}) of '{self._own.name}' is written twice"
            self._tell("D909", message, row.at, "keep the one that was meant", also)
            return
        self._places[when] = row.at
        if chances is not None:
            self._rows[when] = chances

    def _add_whole(self, row: RowBlock) -> None:
        """Read a table or a default; there is one of them, and no rows beside a table."""
        first = next(iter(self._whole.values()), None)
        if first is None and row.kind == "table":
            first = next(iter(self._places.values()), None)
        if first is not None:
            message = f"'{self._own.name}' has a second {row.kind}"
            if row.kind not in self._whole:
                message = f"'{self._own.name}' has a {row.kind} beside other rows"
            self._tell("D906", message, row.at, "keep the one that was meant", (first,))
            return
        self._whole[row.kind] = row.at
        if row.kind == "default":
            self._default = self._row_chances(row)
        else:
            self._add_table(row)

    def _add_table(self, row: RowBlock) -> None:
        count = math.prod(len(parent.states) for parent in self._parents)
        numbers = self._numbers(row, count * len(self._own.states))
        if numbers is None:
            return
        for place, when in enumerate(self._circumstances()):
            chances = self._adding_up(numbers[place::count], row.at, self._other_order(numbers))
            self._places[when] = row.at
            if chances is None:
                return
            self._rows[when] = chances

    def _other_order(self, numbers: Sequence[float]) -> str:
        """What to do about a table whose columns do not add up: perhaps its rows do."""
        size = len(self._own.states)
        rows = (numbers[start : start + size] for start in range(0, len(numbers), size))
        if self._parents and all(abs(math.fsum(row) - 1.0) <= TOLERANCE for row in rows):
            return (
                f"in a table the states of '{self._own.name}' change slowest; here they seem to "
                "change fastest, so write a row for each circumstance instead"
            )
        return ""

    def _row_chances(self, row: RowBlock) -> tuple[float, ...] | None:
        numbers = self._numbers(row, len(self._own.states))
        return None if numbers is None else self._adding_up(numbers, row.at)

    def _numbers(self, row: RowBlock, wanted: int) -> list[float] | None:
        """The numbers of a line, if they are as many as wanted and all probabilities."""
        if len(row.numbers) != wanted:
            message = f"{_count(row.numbers, 'number')} where '{self._own.name}' needs {wanted}"
            hint = f"its states are {listing(self._own.states)}"
            self._tell("D907", message, row.at, hint)
            return None
        wrong = [token for token in row.numbers if not _is_probability(token)]
        for token in wrong:
            hint = "write a number from 0 to 1, such as 0.25"
            self._tell("D911", f"'{token.text}' is no probability", token.at, hint)
        return None if wrong else [float(token.text) for token in row.numbers]

    def _adding_up(
        self, numbers: Sequence[float], at: Span, hint: str = ""
    ) -> tuple[float, ...] | None:
        """A row that adds up to 1, brought to it where a file has rounded."""
        total = math.fsum(numbers)
        off = abs(total - 1.0)
        if off > TOLERANCE:
            message = f"a row of '{self._own.name}' adds up to {total:.6g}, not to 1"
            self._tell("D910", message, at, hint or "correct one of its numbers")
            return None
        if off <= ROUNDING:
            return tuple(numbers)
        self.scaled += 1
        return tuple(number / total for number in numbers)

    def _tell_missing(self) -> None:
        missing = (when for when in self._circumstances() if when not in self._places)
        first = next(missing, None)
        if first is None:
            return
        self._lost = True
        name, at = self._own.name, self._block.of.at
        if not self._places:
            hint = "write its rows, or `table` and its numbers"
            self._tell("D908", f"the block of '{name}' holds no probabilities", at, hint)
            return
        more = sum(1 for _ in missing)
        others = f", nor for {more} more" if more else ""
        message = f"there is no row for ({', '.join(first)}) of '{name}'{others}"
        self._tell("D908", message, at, "write it, or a `default` for all that are not written")

    def _unknown(self, state: Token, parent: Declared) -> Problem:
        message = f"'{parent.name}' has no state '{state.text}'"
        hint = did_you_mean(state.text, parent.states, f"it has {listing(parent.states)}")
        return Problem("D904", message, state.at, hint)

    def _tell(
        self, code: str, message: str, at: Span, hint: str, also: tuple[Span, ...] = ()
    ) -> None:
        self.problems.append(Problem(code, message, at, hint, also))


def _is_probability(token: Token) -> bool:
    return bool(_NUMBER.fullmatch(token.text)) and 0.0 <= float(token.text) <= 1.0


def _count(things: Sequence[object], noun: str) -> str:
    return f"{len(things)} {noun}{'' if len(things) == 1 else 's'}"
