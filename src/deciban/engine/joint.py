"""Log Z for every state of several variables at once: one run of the same plan.

What is kept beside the query is an axis of the last table and of every table on the way that hangs
from it, so what does not hang from it is worked out once for all its states. Two-state variables
that choose between tables make a run a whole lattice of models.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from deciban.engine.layout import Layout
from deciban.engine.plan import LARGEST_TABLE, TooLarge, make_plan
from deciban.engine.prepared import Evidence, central_point, values_of
from deciban.engine.run import Inputs, Runner

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from deciban.model import Model

    Array = NDArray[np.float64]


def solve_joint(model: Model, query: int, kept: Sequence[int]) -> Array:
    """Sums the graph over everything but the query and what is kept beside it.

    Args:
        model: the graph, at its central numbers, with all its items observed.
        query: the variable whose states come first; not observed.
        kept: the others, none of them observed.

    Returns:
        The natural logarithm of Z, shape (H, states of each kept variable in turn).

    Raises:
        TooLarge: a table beyond ``plan.LARGEST_TABLE`` is needed.
        ValueError: a variable that is kept is observed.
    """
    evidence = Evidence.of(model, None, soft=False)
    if {query, *kept} & evidence.states.keys():
        message = "what is observed cannot be kept"
        raise ValueError(message)
    plan = make_plan(model, query, evidence.variables, soft=False, kept=kept)
    if plan.cost.biggest_table > LARGEST_TABLE:
        raise TooLarge(plan.cost)
    layout = Layout(model, plan, values_of(model), evidence.states)
    point = central_point(model)
    inputs = Inputs(point.rows, point.low, point.high, np.empty((0, 1)), 1)
    log_z: Array = Runner(plan, draws=False).run(layout, inputs, derivatives=False).log_z[..., 0]
    return log_z if evidence.consistent else np.full_like(log_z, -np.inf)
