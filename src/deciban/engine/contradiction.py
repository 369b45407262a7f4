"""Which observations cannot all be true.

Notation: ``Z`` is the probability of the items, whatever the query's state. A *conflict* is a set
of items with ``Z = 0`` from which none can be dropped: every item in it is needed for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from deciban.engine.solve import solve

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from deciban.model import Item, Model


def conflicting_items(model: Model, query: int) -> tuple[Item, ...]:
    """Items that together are impossible, and from which none can be dropped.

    A deletion filter (Chinneck and Dravnieks 1991), halving first: the shortest impossible prefix
    ends in an item that every conflict within it needs, so that item is kept and the search goes on
    before it. A conflict of ``k`` among ``n`` items takes about ``k log n`` solutions.

    Args:
        model: the graph.
        query: the variable whose states are the lanes; it decides the plan, not the answer.

    Returns:
        One conflict, in the order of the case; empty where the items are possible together, and
        also where the graph itself has no possible state, which dropping items cannot mend.
    """
    every = np.zeros(len(model.items), dtype=np.bool_)
    if _possible(model, query, every) or not _possible(model, query, ~every):
        return ()
    conflict: list[int] = []
    length = len(model.items)
    while _possible(model, query, _withheld(model, conflict, 0)):
        length = _shortest(model, query, conflict, length)
        conflict.append(length - 1)
        length -= 1
    return tuple(model.items[index] for index in sorted(conflict))


def _shortest(model: Model, query: int, kept: list[int], longest: int) -> int:
    """The length of the shortest prefix of the items that is impossible beside those kept.

    Args:
        model: the graph.
        query: the variable whose states are the lanes.
        kept: items of the conflict found so far.
        longest: a length known to be impossible beside them.
    """
    possible = 0
    while longest - possible > 1:
        middle = (longest + possible) // 2
        if _possible(model, query, _withheld(model, kept, middle)):
            possible = middle
        else:
            longest = middle
    return longest


def _withheld(model: Model, kept: list[int], prefix: int) -> NDArray[np.bool_]:
    """Everything is withheld but the items kept and a prefix."""
    withheld = np.ones(len(model.items), dtype=np.bool_)
    withheld[:prefix] = False
    withheld[kept] = False
    return withheld


def _possible(model: Model, query: int, withheld: NDArray[np.bool_]) -> bool:
    solution = solve(model, query, withheld=withheld[:, None])
    return bool(np.isfinite(solution.log_z).any())
