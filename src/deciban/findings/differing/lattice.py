"""Every mixture of two cases that an attribution asks for, each weighed exactly.

Changes of which the compiler says that they move numbers and nothing else are columns of one batch
over one model. All others decide which tables there are, so each choice among them is compiled.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from deciban.case import Case
from deciban.compile import compile_case
from deciban.edit.difference import Between
from deciban.engine import TooLarge, solve
from deciban.findings.differing.player import Player, Why, paths_of
from deciban.findings.differing.together import faults_of
from deciban.findings.odds import Array, log_odds
from deciban.minds import TooManyCells
from deciban.model import Model

Sets = NDArray[np.bool_]

#: Columns of one batch that are held at once.
CHUNK = 8192
#: What an actor's numbers come to is a table, in which they are no longer found.
_MINDS = "actors"


class Unfit(Exception):  # noqa: N818 (it ends an attempt; it is caught where the attempt began)
    """Some mixtures are none: a check refuses them, or they leave no hypothesis.

    Attributes:
        sets: which, shape (players, S).
        why: what is wrong with the first of them.
    """

    def __init__(self, sets: Sets, why: Why) -> None:
        super().__init__(why)
        self.sets, self.why = sets, why


class Reshaped(Exception):  # noqa: N818 (as above)
    """What moved numbers alone by itself moves more than that beside something else."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of every mixture.

    Attributes:
        hypotheses: the answers of the main question whose odds are told, among one another.
        columns: at how many columns minds are read, about.
    """

    hypotheses: tuple[str, ...]
    columns: int


@dataclass(frozen=True, slots=True)
class _Batch:
    """One model with the numbers that move in it.

    Attributes:
        model: the model.
        query: the variable asked about.
        lanes: the states of the query that are told.
        taken: every number with all changes of numbers taken, shape (n,).
        owner: for every number the place of the change that moves it, or -1, shape (n,).
    """

    model: Model
    query: int
    lanes: tuple[int, ...]
    taken: Array
    owner: NDArray[np.intp]

    def odds(self, present: Sets) -> Array:
        """The log-odds at each set of changes of numbers, shape (H, S).

        Not a number where a hypothesis that both cases hold possible is none.
        """
        if not len(present):
            odds = self._odds(solve(self.model, self.query).log_z[:, None])
            return np.repeat(odds, present.shape[1], axis=1)
        starts = range(0, present.shape[1], CHUNK)
        parts = [self._odds(self._log_z(present[:, start : start + CHUNK])) for start in starts]
        return np.concatenate(parts, axis=1)

    def _odds(self, log_z: Array) -> Array:
        told = log_z[list(self.lanes)]
        return np.where(np.isfinite(told).all(axis=0), log_odds(told), np.nan)

    def _log_z(self, present: Sets) -> Array:
        moved = np.flatnonzero(self.owner >= 0)
        numbers = np.repeat(self.model.centrals[:, None], present.shape[1], axis=1)
        chosen = present[self.owner[moved]]
        numbers[moved] = np.where(chosen, self.taken[moved, None], numbers[moved])
        return solve(self.model, self.query, numbers=numbers).log_z


class Lattice:
    """What the mixtures of two cases come to.

    Attributes:
        players: what is taken or not.
        structures: the places of those that decide which tables there are; those that move a mind
            come first.
    """

    def __init__(
        self,
        between: Between,
        players: Sequence[Player],
        question: Question,
        *,
        batched: bool = True,
        told: Callable[[int], None] | None = None,
    ) -> None:
        self.players = tuple(players)
        self._between, self._question = between, question
        self._told = told or (lambda _: None)
        self._done = 0
        alone = np.array([batched and self._moves_numbers_alone(each) for each in players], bool)
        self._numbers = np.flatnonzero(alone)
        structures = np.flatnonzero(np.logical_not(alone)).tolist()
        self.structures: list[int] = sorted(
            structures, key=lambda place: not _in_a_mind(players[place])
        )

    def value(self, present: Sets) -> Array:
        """Answer the log-odds of every hypothesis in each mixture, shape (H, S), in decibans.

        Args:
            present: shape (players, S); True where a player is taken from the second case.

        Raises:
            Unfit: some of them are no case.
            Reshaped: numbers cannot be told apart from tables after all.
        """
        answer = np.empty((len(self._question.hypotheses), present.shape[1]))
        unfit: list[tuple[NDArray[np.intp], Why]] = []
        for structure, columns in self._by_structure(present):
            found = self._odds(structure, present[self._numbers][:, columns])
            self._done += len(columns)
            self._told(self._done)
            if isinstance(found, str):
                unfit.append((columns, found))
                continue
            answer[:, columns] = found
            impossible = np.isnan(found).any(axis=0)
            if impossible.any():
                unfit.append((columns[impossible], "contradiction"))
        if unfit:
            raise Unfit(present[:, np.concatenate([columns for columns, _ in unfit])], unfit[0][1])
        return answer

    def _by_structure(self, present: Sets) -> Iterator[tuple[frozenset[int], NDArray[np.intp]]]:
        """The columns in which the same tables are there, those of one mind behind one another."""
        if not self.structures:
            yield frozenset(), np.arange(present.shape[1])
            return
        kinds, which = np.unique(present[self.structures], axis=1, return_inverse=True)
        for place, taken in enumerate(kinds.T):
            chosen = frozenset(np.array(self.structures)[taken].tolist())
            yield chosen, np.flatnonzero(which.reshape(-1) == place)

    def _odds(self, structure: frozenset[int], present: Sets) -> "Array | Why":
        """The log-odds for a choice of tables at each choice of numbers; or what is wrong."""
        case = self._mixed(structure)
        between = 0 < len(structure) < len(self.structures)
        if between and faults_of(case):  # neither end is a mixture, and nothing is wrong with it
            return "whole"
        try:
            return self._batch(case, structure).odds(present)
        except (TooLarge, TooManyCells):
            return "large"

    def _batch(self, case: Case, structure: frozenset[int]) -> _Batch:
        """The model for a choice of tables, with the numbers that move in it."""
        model = moved = self._compiled(case)
        owners = _owners(model, [self.players[place] for place in self._numbers])
        if len(self._numbers):
            moved = self._compiled(self._mixed({*structure, *self._numbers.tolist()}))
            if not (_of_one_shape(model, moved) and _all_owned(owners, model, moved)):
                raise Reshaped
        answers = case.question.answers
        lanes = tuple(answers.index(name) for name in self._question.hypotheses)
        return _Batch(model, model.questions[case.question.id], lanes, moved.centrals, owners)

    def _mixed(self, places: "frozenset[int] | set[int]") -> Case:
        return self._between.mixed(paths_of([self.players[place] for place in places]))

    def _compiled(self, case: Case) -> Model:
        return compile_case(case, columns=self._question.columns)

    def _moves_numbers_alone(self, player: Player) -> bool:
        """Whether the compiler finds the same tables with a change and without it."""
        if not player.only_numbers or any(path[0] == _MINDS for path in player.paths):
            return False
        try:
            model, moved = self._plain, self._compiled(self._between.mixed(player.paths))
        except TooManyCells:
            return False
        return _of_one_shape(model, moved) and _all_owned(_owners(model, [player]), model, moved)

    @property
    def tables(self) -> int:
        """How many tables a mixture has, about."""
        return len(self._plain.factors)

    @cached_property
    def _plain(self) -> Model:
        """The first case's model."""
        return self._compiled(self._between.mixed(()))


def _in_a_mind(player: Player) -> bool:
    """Whether a change may have a mind read anew."""
    return any(path[0] in (_MINDS, "assume", "question", "questions") for path in player.paths)


def _owners(model: Model, players: Sequence[Player]) -> NDArray[np.intp]:
    """Answer the place of the player that moves each number, or -1, shape (n,)."""
    places = {".".join(path): rank for rank, player in enumerate(players) for path in player.paths}
    owners = np.full(len(model.numbers), -1, dtype=np.intp)
    for index, number in enumerate(model.numbers):
        parts = number.address.split(".")
        ways = (".".join(parts[:length]) for length in range(1, len(parts) + 1))
        owners[index] = next((places[way] for way in ways if way in places), -1)
    return owners


def _all_owned(owners: NDArray[np.intp], model: Model, moved: Model) -> bool:
    """Whether every number that moves is moved by somebody."""
    return bool((owners[model.centrals != moved.centrals] >= 0).all())


def _of_one_shape(one: Model, other: Model) -> bool:
    """Whether two models differ at most in the values of their numbers."""
    return (
        one.variables == other.variables
        and one.items == other.items
        and one.questions == other.questions
        and one.factors == other.factors
        and one.entries == other.entries
        and [each.address for each in one.numbers] == [each.address for each in other.numbers]
    )
