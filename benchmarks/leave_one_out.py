"""All leave-one-outs of a case of a hundred reports, beside a loop in pyAgrum."""

import numpy as np
from benchmarks.agrum import Agrum
from benchmarks.clock import least
from benchmarks.generated import generated_case
from benchmarks.table import MISSING, duration, met, show, times
from numpy.typing import NDArray
from tests.meaning.in_agrum import name

from deciban.compile import compile_case
from deciban.engine import solve
from deciban.model import Model

Array = NDArray[np.float64]

REPORTS = 100
BAR = 150.0
SAME = 1e-9
RUNS = 3
"""A loop is long enough to need no more."""


def main() -> None:
    """Print the table."""
    model = compile_case(generated_case(REPORTS))
    agrum = Agrum.of(model)
    ours = least(lambda: leave_one_outs(model))
    print(
        f"posteriors without each of {len(model.items)} reports in turn; {len(model.variables)} "
        f"variables; differ by {_difference(model, agrum)}"
    )
    theirs = least(lambda: _loop(model, agrum), RUNS) if agrum else None
    cold = least(lambda: _from_nothing(model))
    show(
        ("", "deciban", "pyAgrum", "ratio", "bar"),
        (
            (
                "plan kept",
                duration(ours),
                duration(theirs),
                times(theirs, ours),
                met(theirs, ours, BAR),
            ),
            ("plan made anew", duration(cold), duration(theirs), times(theirs, cold), ""),
        ),
    )


def leave_one_outs(model: Model) -> Array:
    """The posterior of the question without each item, shape (items, H): one reverse pass."""
    kept = np.zeros((len(model.items), 1), dtype=np.bool_)
    log_z = solve(model, 0, withheld=kept, derivatives=True).log_z_without()[..., 0]
    weights = np.exp(log_z - log_z.max(axis=1, keepdims=True))
    posteriors: Array = weights / weights.sum(axis=1, keepdims=True)
    return posteriors


def _from_nothing(model: Model) -> None:
    model.memo.clear()
    leave_one_outs(model)


def _loop(model: Model, agrum: Agrum) -> Array:
    """The same in pyAgrum: one inference an item, which looks at nothing but the question."""
    return np.array([agrum.posterior(0, [name(item.variable)]) for item in model.items])


def _difference(model: Model, agrum: Agrum | None) -> str:
    if agrum is None:
        return MISSING
    difference = float(np.abs(leave_one_outs(model) - _loop(model, agrum)).max())
    if not difference <= SAME:
        message = f"the leave-one-outs differ by {difference:g}"
        raise ValueError(message)
    return f"{difference:.0e}"
