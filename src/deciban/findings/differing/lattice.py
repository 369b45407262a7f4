"""Every mixture of two cases that an attribution asks for, each weighed exactly.

Changes of which the compiler says that they move numbers and nothing else, or the table of a mind
and nothing else, or whether items count and nothing else, are *movers*: they are columns of one
batch over one model, or selectors in it (``selectors``). All others decide which tables there are,
so each choice among them is compiled.

Notation: ``S`` sets of players, ``H`` hypotheses.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from deciban.case import Case
from deciban.compile import Opened, mind_table
from deciban.edit.difference import Between
from deciban.engine import TooLarge
from deciban.findings.differing.asked import Question, Reshaped, Unfit
from deciban.findings.differing.barren import same_unobserved
from deciban.findings.differing.compiled import Compiled
from deciban.findings.differing.frame import Cells, Frame, Sets, Switched, every_set
from deciban.findings.differing.player import Player, Why, paths_of
from deciban.findings.differing.shape import MINDS, in_a_mind, minds_of, moves_alone, owners
from deciban.findings.differing.together import faults_of
from deciban.findings.odds import Array
from deciban.minds import TooManyCells
from deciban.model import Model

#: Models of mixtures that are remembered.
KEPT = 8
#: Where items stand.
_ITEMS = ("events", "reports", "silences")


class _Refused(Exception):  # noqa: N818 (as above)
    """A choice among the changes of a mind is no case.

    Attributes:
        movers: the movers of the mind that are taken.
        why: what is wrong.
    """

    def __init__(self, movers: Sequence[int], why: Why) -> None:
        super().__init__(why)
        self.movers, self.why = tuple(movers), why


@dataclass(frozen=True, slots=True)
class _Shown:
    """The items that count on one side of a change alone.

    Attributes:
        items: by id.
        counts: whether that is the second side.
    """

    items: frozenset[str]
    counts: bool


class Lattice:
    """What the mixtures of two cases come to.

    Attributes:
        players: what is taken or not.
        structures: the places of those that decide which tables there are.
        movers: the places of all others.
    """

    def __init__(
        self,
        between: Between,
        players: Sequence[Player],
        question: Question,
        *,
        batched: bool = True,
        told: Callable[[int], None] | None = None,
        compiled: Compiled | None = None,
    ) -> None:
        """Asks the compiler which players move what.

        Args:
            between: what lies between the two cases.
            players: what is taken or not.
            question: what is asked of every mixture.
            batched: whether what moves numbers alone is not compiled for each choice.
            told: called with the number of mixtures weighed, as they are.
            compiled: where models are remembered beyond this lattice.
        """
        self.players = tuple(players)
        self._between, self._question = between, question
        self._told = told or (lambda _: None)
        self._done = 0
        self._compiled = compiled or Compiled(question.columns, KEPT)
        self._shown: dict[int, _Shown] = {}
        self._ends: dict[frozenset[int], Frame] = {}
        self.movers: tuple[int, ...] = tuple(self._movers()) if batched else ()
        still = [place for place in range(len(players)) if place not in self.movers]
        self.structures: list[int] = sorted(still, key=lambda each: not in_a_mind(players[each]))

    def value(self, present: Sets) -> Array:
        """Answer the log-odds of every hypothesis in each mixture, shape (H, S), in decibans.

        Args:
            present: shape (players, S); True where a player is taken from the second case.

        Raises:
            Unfit: some of them are no case.
            Reshaped: numbers cannot be told apart from tables after all.
        """
        answer = np.empty((len(self._question.hypotheses), present.shape[1]))
        unfit: list[tuple[Sets, Why]] = []
        for structure, columns in self._by_structure(present):
            frame = self._framed(structure, unfit)
            self._tell(len(columns))
            if frame is None:
                continue
            try:
                answer[:, columns] = frame.odds(present[list(self.movers)][:, columns])
            except TooLarge:
                unfit.append((self._large(present[:, columns]), "large"))
                continue
            impossible = np.isnan(answer[:, columns]).any(axis=0)
            if impossible.any():
                unfit.append((present[:, columns[impossible]], "contradiction"))
        _refuse(unfit)
        return answer

    def every(self) -> Array:
        """Answer log Z of every hypothesis in all mixtures, shape (H, 2^players).

        The first player is the lowest bit of a mixture's place.

        Raises:
            Unfit: some of them are no case.
            Reshaped: numbers cannot be told apart from tables after all.
        """
        answer = np.empty((len(self._question.hypotheses), 1 << len(self.players)))
        unfit: list[tuple[Sets, Why]] = []
        within = _places(self.movers)
        for taken in every_set(len(self.structures)).T:
            structure = frozenset(np.array(self.structures, dtype=np.intp)[taken].tolist())
            columns = within + sum(1 << place for place in structure)
            frame = self._framed(structure, unfit)
            self._tell(len(columns))
            if frame is None:
                continue
            try:
                answer[:, columns] = frame.every()
            except TooLarge:
                unfit.append((self._large(self._sets(columns)), "large"))
                continue
            impossible = ~np.isfinite(answer[:, columns]).all(axis=0)
            if impossible.any():
                unfit.append((self._sets(columns[impossible]), "contradiction"))
        _refuse(unfit)
        return answer

    def framed(self, *, taken: bool) -> Frame:
        """Answer the model of the first case, or of the second, with all that moves in it.

        Args:
            taken: whether all that decides which tables there are is taken from the second.
        """
        return self._frame(frozenset(self.structures) if taken else frozenset())

    @property
    def tables(self) -> int:
        """How many tables a mixture has, about."""
        return len(self._plain.model.factors)

    def _sets(self, columns: NDArray[np.intp]) -> Sets:
        """The mixtures at these places, shape (players, S)."""
        sets: Sets = (columns >> np.arange(len(self.players))[:, None]) & 1 == 1
        return sets

    def _large(self, sets: Sets) -> Sets:
        """Mixtures that are too large; with items of both sides in one model it may be that alone.

        Raises:
            Reshaped: where it may.
        """
        if self._shown:
            raise Reshaped
        return sets

    def _tell(self, weighed: int) -> None:
        self._done += weighed
        self._told(self._done)

    def _by_structure(self, present: Sets) -> Iterator[tuple[frozenset[int], NDArray[np.intp]]]:
        """The columns in which the same tables are there, those of one mind behind one another."""
        if not self.structures:
            yield frozenset(), np.arange(present.shape[1])
            return
        kinds, which = np.unique(present[self.structures], axis=1, return_inverse=True)
        for place, taken in enumerate(kinds.T):
            chosen = frozenset(np.array(self.structures)[taken].tolist())
            yield chosen, np.flatnonzero(which.reshape(-1) == place)

    def _framed(self, structure: frozenset[int], unfit: list[tuple[Sets, Why]]) -> Frame | None:
        """The frame for a choice of tables; None where it is no case, with what is wrong added."""
        among = np.array([[place in structure] for place in range(len(self.players))])
        between = 0 < len(structure) < len(self.structures)
        if between and faults_of(self._mixed(structure)):
            unfit.append((among, "whole"))  # neither end is a mixture, and nothing is wrong there
            return None
        try:
            return self._frame(structure)
        except TooManyCells:
            unfit.append((self._large(among), "large"))
        except _Refused as refused:
            among[[self.movers[mover] for mover in refused.movers]] = True
            unfit.append((among, refused.why))
        return None

    def _frame(self, structure: frozenset[int]) -> Frame:
        """The model for a choice of tables; those of the two ends are kept."""
        if structure in self._ends:
            return self._ends[structure]
        frame = self._made(structure)
        if len(structure) in (0, len(self.structures)):
            self._ends[structure] = frame
        return frame

    def _made(self, structure: frozenset[int]) -> Frame:
        """The model for a choice of tables, with all that moves in it."""
        with_all = structure | self._showing(counts=True)
        plain = moved = self._opened(with_all)
        players = [self.players[place] for place in self.movers]
        moving = {place for place in self.movers if place not in self._shown}
        if moving:
            moved = self._opened(with_all | moving)
            if not moves_alone(plain, moved, players):
                raise Reshaped
        query = plain.model.questions[self._between.after.question.id]
        if self._shown:
            with_none = self._opened(structure | self._showing(counts=False))
            if not self._unobserved(plain, with_none, self._shown):
                raise Reshaped
        answers = self._mixed(structure).question.answers
        return Frame(
            model=plain.model,
            query=query,
            lanes=tuple(answers.index(name) for name in self._question.hypotheses),
            taken=moved.model.centrals,
            owner=owners(plain.model, players),
            minds=tuple(self._minds(structure, plain, moved.model.centrals)),
            switched=tuple(self._switched(plain.model)),
            movers=len(players),
        )

    def _showing(self, *, counts: bool) -> frozenset[int]:
        """What to take so that all items count that either side has, or none of them."""
        return frozenset(place for place, each in self._shown.items() if each.counts == counts)

    def _unobserved(self, whole: Opened, less: Opened, places: Collection[int]) -> bool:
        """Whether a model is another one in which nobody observed the items of some players."""
        gone = frozenset().union(*(self._shown[place].items for place in places))
        query = whole.model.questions[self._between.after.question.id]
        return same_unobserved(whole.model, less.model, gone, whole.model.variables[query].name)

    def _switched(self, model: Model) -> Iterator[Switched]:
        for mover, place in enumerate(self.movers):
            if place in self._shown:
                shown = self._shown[place]
                items = [rank for rank, each in enumerate(model.items) if each.id in shown.items]
                yield Switched(mover, tuple(items), shown.counts)

    def _minds(self, structure: frozenset[int], plain: Opened, moved: Array) -> Iterator[Cells]:
        """The tables of the minds that move; what else moves one is a structure."""
        for actor, at in plain.cells.items():
            places = enumerate(self.movers)
            mine = [
                mover
                for mover, place in places
                if actor in minds_of(self.players[place]) and place not in self._shown
            ]
            if mine:
                rows = [plain.model.centrals[at]]
                rows += [
                    self._cells(structure, actor, np.array(mine)[taken].tolist(), at)
                    for taken in every_set(len(mine)).T[1:]
                ]
                if not np.array_equal(rows[-1], moved[at]):
                    raise Reshaped
                yield Cells(at, tuple(mine), np.stack(rows))

    def _cells(
        self, structure: frozenset[int], actor: str, taken: Sequence[int], at: slice
    ) -> Array:
        """The cells of a mind with some of its movers taken."""
        places = frozenset(self.movers[mover] for mover in taken)
        case = self._mixed(structure | self._showing(counts=True) | places)
        # Numbers of a mind that both minds may have fit any other: a block is a whole row of them.
        numbers = all(self.players[place].only_numbers for place in places)
        if not numbers and len(places) < len(self.players) and faults_of(case):
            raise _Refused(taken, "whole")
        try:
            cells = mind_table(case, actor, self._question.columns).ravel()
        except TooManyCells:
            raise _Refused(taken, "large") from None
        if len(cells) != at.stop - at.start:
            raise Reshaped
        return cells

    def _movers(self) -> list[int]:
        """The places of the players that move numbers, a mind's table, or whether items count.

        Where all that may move numbers leave the shape of the model as it is, each by itself does:
        whether a value stands in a table as a number hangs from that value alone, and shows in the
        shape.
        """
        likely = [place for place, each in enumerate(self.players) if self._may_move(each)]
        if likely and not self._alone(likely):
            likely = [place for place in likely if self._alone([place])]
        others = [place for place in range(len(self.players)) if place not in likely]
        return sorted([*likely, *(place for place in others if self._shows(place))])

    def _shows(self, place: int) -> bool:
        """Whether a player decides whether some items count, and nothing else; kept where so."""
        if not any(path[0] in _ITEMS for path in self.players[place].paths):
            return False
        try:
            sides = self._plain, self._opened([place])
        except TooManyCells:
            return False
        items = [{item.id: item.state for item in side.model.items} for side in sides]
        counts = len(items[1]) > len(items[0])
        less, whole = items if counts else items[::-1]
        if not less.items() < whole.items():
            return False
        self._shown[place] = _Shown(frozenset(whole.keys() - less.keys()), counts)
        if not self._unobserved(sides[counts], sides[not counts], [place]):
            del self._shown[place]
        return place in self._shown

    def _may_move(self, player: Player) -> bool:
        """Whether a change is of numbers alone, or of what stands inside a mind."""
        heads = {path[0] for path in player.paths}
        if self._moving_minds and "assume" in heads:
            return False  # what is assumed everywhere is assumed in minds
        inside = {path for path in player.paths if path[0] == MINDS}
        return all(block.only_numbers or block.paths <= inside for block in player.blocks)

    def _alone(self, places: Sequence[int]) -> bool:
        """Whether the compiler finds the same tables with some players taken and without them."""
        try:
            moved = self._opened(places)
        except TooManyCells:
            return False
        return moves_alone(self._plain, moved, [self.players[place] for place in places])

    @property
    def _plain(self) -> Opened:
        """The first case's model."""
        return self._opened(())

    @cached_property
    def _moving_minds(self) -> frozenset[str]:
        return frozenset(actor for player in self.players for actor in minds_of(player))

    def _opened(self, places: Collection[int]) -> Opened:
        """The model of a mixture, with the minds open that some player moves."""
        return self._compiled.opened(self._mixed(places), self._moving_minds)

    def _mixed(self, places: Collection[int]) -> Case:
        return self._between.mixed(paths_of([self.players[place] for place in places]))


def _refuse(unfit: Sequence[tuple[Sets, Why]]) -> None:
    if unfit:
        raise Unfit(np.concatenate([sets for sets, _ in unfit], axis=1), unfit[0][1])


def _places(movers: Sequence[int]) -> NDArray[np.intp]:
    """The place among all mixtures of each set of movers, shape (2^movers,)."""
    sets = every_set(len(movers))
    bits = np.array([1 << place for place in movers], dtype=np.intp)
    places: NDArray[np.intp] = (sets * bits[:, None]).sum(axis=0, dtype=np.intp)
    return places
