"""Reading the Interchange Format for Bayesian networks (``.bif``).

The format is Cozman's, as the published networks are written in it: blocks ``network``,
``variable`` and ``probability``. Properties are passed over. Nothing is guessed: what cannot be
read for certain is a problem with its place.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from deciban.exchange.blocks import Blocks, ProbabilityBlock
from deciban.exchange.circle import circle_among
from deciban.exchange.declare import Declared, declared_by, twice
from deciban.exchange.network import Network, NetworkVariable
from deciban.exchange.parse import blocks_of
from deciban.exchange.tables import Table, table_of
from deciban.exchange.tokens import tokens_of
from deciban.problem import Problem
from deciban.read.suggest import did_you_mean, listing
from deciban.read.text import read_text

MOST_CELLS = 2_000_000


def read_bif(path: Path) -> Network | tuple[Problem, ...]:
    """Answer the network that a file holds, or everything that is wrong with it.

    Rows that are off from 1 by less than 0.002, as rounded files have them, are divided by their
    sum; ``Network.scaled`` counts them.
    """
    text = read_text(path)
    if isinstance(text, Problem):
        return (text,)
    return read_bif_text(text, str(path))


def read_bif_text(text: str, file: str) -> Network | tuple[Problem, ...]:
    """Answer the network that a text holds, or everything that is wrong with it.

    Args:
        text: the text.
        file: what to call it in problems.
    """
    tokens, problems = tokens_of(text, file)
    if problems:  # what they leave open swallows what follows, so nothing else can be told
        return tuple(problems)
    blocks, problems = blocks_of(tokens)
    known, wrong = declared_by(blocks.variables)
    problems += wrong
    tables = _Tables(blocks, known)
    problems += tables.problems
    if not problems and not known:
        hint = "name a file in the interchange format for Bayesian networks"
        problems.append(Problem("D915", "this file holds no variable", tokens[-1].at, hint))
    if problems:
        return tuple(sorted(problems, key=_place))
    return Network(blocks.name, tuple(tables.variables()), tables.scaled)


def _place(problem: Problem) -> int:
    return problem.at.start if problem.at else 0


class _Tables:
    """The tables of all variables, each once."""

    def __init__(self, blocks: Blocks, known: Mapping[str, Declared]) -> None:
        self._known = known
        self._tables: dict[str, Table] = {}
        self._blocks: dict[str, ProbabilityBlock] = {}
        self.problems: list[Problem] = []
        self._cells = 0
        for block in blocks.probabilities:
            self._add(block, whole=blocks.whole)
        if blocks.whole:
            self.problems += self._without()
        self.problems += self._in_a_circle()

    @property
    def scaled(self) -> int:
        """How many rows were brought to 1."""
        return sum(table.scaled for table in self._tables.values())

    def variables(self) -> Iterator[NetworkVariable]:
        """Every variable with its table."""
        for each in self._known.values():
            table = self._tables[each.name]
            yield NetworkVariable(each.name, each.states, table.parents, table.rows, each.at)

    def _add(self, block: ProbabilityBlock, *, whole: bool) -> None:
        named = (block.of, *block.given)
        unknown = [token for token in named if token.text not in self._known]
        if whole:
            for token in unknown:
                message = f"there is no variable '{token.text}'"
                hint = did_you_mean(token.text, self._known, f"there are {listing(self._known)}")
                self.problems.append(Problem("D904", message, token.at, hint))
        name = block.of.text
        first = self._blocks.setdefault(name, block)
        if first is not block and name in self._known:
            message = f"the probabilities of '{name}' are stated twice"
            hint = "keep the block that was meant"
            self.problems.append(Problem("D906", message, block.of.at, hint, (first.of.at,)))
            return
        doubled = list(twice(block.given, "the variable"))
        self.problems += doubled
        if unknown or doubled or not all(self._known[token.text].sound for token in named):
            return
        if not self._beyond_measure(block):
            table, problems = table_of(block, self._known)
            self.problems += problems
            if table is not None:
                self._tables[name] = table

    def _beyond_measure(self, block: ProbabilityBlock) -> bool:
        """Whether the tables so far, with this one, are too large to hold."""
        named = (block.of, *block.given)
        before = self._cells
        self._cells += math.prod(len(self._known[token.text].states) for token in named)
        if before <= MOST_CELLS < self._cells:
            message = f"with '{block.of.text}' the tables come to {self._cells:,} numbers"
            hint = f"{MOST_CELLS:,} are the most; let it hang from fewer variables"
            self.problems.append(Problem("D913", message, block.of.at, hint))
        return self._cells > MOST_CELLS

    def _without(self) -> Iterator[Problem]:
        for each in self._known.values():
            if each.name not in self._blocks:
                message = f"'{each.name}' has no probabilities"
                hint = f"add a block `probability ( {each.name} ) {{ table ...; }}`"
                yield Problem("D905", message, each.at, hint)

    def _in_a_circle(self) -> Iterator[Problem]:
        parents: dict[str, Sequence[str]] = {
            name: [token.text for token in block.given] for name, block in self._blocks.items()
        }
        circle = circle_among(parents)
        if circle:
            first, *others = (self._blocks[name].of.at for name in circle)
            told = " hangs from ".join(f"'{name}'" for name in (*circle, circle[0]))
            yield Problem("D912", told, first, "drop one of these links", tuple(others))
