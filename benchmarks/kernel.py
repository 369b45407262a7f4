"""The engine against pyAgrum on the flagship's model, as ratios in one run."""

import sys
from pathlib import Path

import numpy as np
from benchmarks.agrum import Agrum
from benchmarks.clock import least
from benchmarks.table import duration, show, times

from deciban.compile import compile_case
from deciban.engine import solve
from deciban.read import read_case

FLAGSHIP = Path(__file__).parents[1] / "cases" / "barbarossa"
DRAWS = 4096


def main() -> None:
    """Print the table."""
    case = read_case(FLAGSHIP).case
    if case is None:
        sys.exit("the flagship case does not read")
    model = compile_case(case)
    query = model.questions[case.question.id]
    agrum = Agrum.of(model)
    # One and the same point again and again: the kernel alone, without drawing the numbers.
    points = np.repeat(model.centrals[:, None], DRAWS, axis=1)
    marginals = least(agrum.marginals) if agrum else None
    posterior = least(lambda: agrum.posterior(query)) if agrum else None
    rows = (
        (
            "all marginals",
            least(lambda: solve(model, query, derivatives=True).marginals()),
            marginals,
        ),
        (
            "posterior, each draw",
            least(lambda: solve(model, query, numbers=points).posterior) / DRAWS,
            posterior,
        ),
        (
            "every derivative, each draw",
            least(lambda: solve(model, query, numbers=points, derivatives=True).by_number())
            / DRAWS,
            marginals,
        ),
    )
    print(
        f"the flagship case: {len(model.variables)} variables, {len(model.items)} items, "
        f"{len(model.numbers)} numbers; pyAgrum has no derivatives, its time there is that of "
        "all marginals"
    )
    show(
        ("", "deciban", "pyAgrum", "ratio"),
        [
            (told, duration(ours), duration(theirs), times(theirs, ours))
            for told, ours, theirs in rows
        ],
    )


if __name__ == "__main__":
    main()
