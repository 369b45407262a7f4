"""The main question answered for many sets of items and states of minds at once.

A set of items is a case without the others: their evidence is a vector of ones, and the table of
every mind is that of its state. Each column of one solve has a set, a state, and numbers: the
central ones, or those of a draw.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from deciban.compile import open_minds
from deciban.draws import SEED, draws, uncertain
from deciban.engine import solve
from deciban.findings.ranges import FEWEST

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from deciban.findings.odds import Array
    from deciban.findings.timing.states import State, States
    from deciban.model import Model

#: How often every number is drawn for the range of a stage; a brief draws more, for one answer.
DRAWS = 2 * FEWEST
#: Numbers held at once: 32 mebibytes.
FLOATS = 2**22


class Columns:
    """What is asked of a graph, each thing once.

    Args:
        model: the graph.
        query: the variable asked about.
        states: what the minds have heard, by state.
    """

    def __init__(self, model: Model, query: int, states: States) -> None:
        self._model, self._query, self._states = model, query, states
        self._opened = open_minds(model)
        self._places: dict[tuple[bytes, State], int] = {}
        self._asked: list[tuple[NDArray[np.bool_], State]] = []

    def ask(self, present: NDArray[np.bool_], state: State) -> int:
        """Answer the column of these items under this state, adding it at the first asking.

        Args:
            present: which items count, shape (items,).
            state: what the minds have heard.
        """
        place = self._places.setdefault((present.tobytes(), state), len(self._asked))
        if place == len(self._asked):
            self._asked.append((present, state))
        return place

    def central(self) -> Array:
        """Answer log Z of every column at the central numbers, shape (answers, columns)."""
        return self._solved(self._asked, self._model.centrals[:, None])

    def drawn(self, columns: Sequence[int]) -> Array | None:
        """Answer log Z of some columns at draws, shape (answers, columns, draws).

        The draws are the same for all columns. None where no number can differ.
        """
        if not uncertain(self._model):
            return None
        numbers = np.concatenate(list(draws(self._model, DRAWS, seed=SEED, chunk=DRAWS)), axis=1)
        asked = [self._asked[column] for column in columns]
        at_once = max(1, FLOATS // (len(self._opened.model.numbers) * DRAWS))
        parts = [
            self._solved(asked[start : start + at_once], numbers)
            for start in range(0, len(asked), at_once)
        ]
        together: Array = np.concatenate(parts, axis=1)
        return together.reshape(len(together), len(asked), DRAWS)

    def _solved(self, asked: Sequence[tuple[NDArray[np.bool_], State]], numbers: Array) -> Array:
        """Log Z, shape (answers, asked x draws), of numbers of shape (numbers, draws)."""
        model, count = self._opened.model, numbers.shape[1]
        whole = np.empty((len(model.numbers), len(asked), count))
        whole[: len(numbers)] = numbers[:, None]
        for actor, cells in self._opened.cells.items():
            for place, (_, state) in enumerate(asked):
                whole[cells, place] = self._states.table(actor, state)[:, None]
        withheld = ~np.array([present for present, _ in asked]).T
        return solve(
            model,
            self._query,
            numbers=whole.reshape(len(model.numbers), len(asked) * count),
            withheld=withheld.repeat(count, axis=1),
        ).log_z
