"""The engine against pyAgrum on the flagship's model, as ratios in one run."""

import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pyagrum
from tests.meaning.in_agrum import evidence, name, network

from deciban.compile import compile_case
from deciban.engine import solve
from deciban.read import read_case

FLAGSHIP = Path(__file__).parents[1] / "cases" / "barbarossa"
DRAWS = 4096
RUNS = 9


def main() -> None:
    """Print the table."""
    case = read_case(FLAGSHIP).case
    if case is None:
        sys.exit("the flagship case does not read")
    model = compile_case(case)
    query = model.questions[case.question.id]
    gum: Any = pyagrum
    net, seen = network(gum, model), evidence(model)
    names = [name(variable) for variable in range(len(model.variables))]
    # One and the same point again and again: the kernel alone, without drawing the numbers.
    draws = np.repeat(model.centrals[:, None], DRAWS, axis=1)

    def theirs(targets: list[str]) -> None:
        inference = gum.LazyPropagation(net)
        inference.setEvidence(seen)
        inference.setTargets(set(targets))
        inference.makeInference()
        for target in targets:
            inference.posterior(target)

    rows = (
        (
            "all marginals",
            least(lambda: solve(model, query, derivatives=True).marginals()),
            least(lambda: theirs(names)),
        ),
        (
            "posterior, each draw",
            least(lambda: solve(model, query, numbers=draws).posterior) / DRAWS,
            least(lambda: theirs([name(query)])),
        ),
        (
            "and every derivative",
            least(lambda: solve(model, query, numbers=draws, derivatives=True).by_number()) / DRAWS,
            least(lambda: theirs(names)),
        ),
    )
    print(f"{len(names)} variables, {len(model.items)} items, {len(model.numbers)} numbers")
    print(f"{'least of ' + str(RUNS):24} {'deciban':>12} {'pyAgrum':>12} {'ratio':>8}")
    for told, ours, other in rows:
        print(f"{told:24} {ours * 1e6:9.1f} µs {other * 1e6:9.0f} µs {other / ours:7.0f}x")


def least(work: Callable[[], object]) -> float:
    """The least seconds of several runs, after one that prepares."""
    work()
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


if __name__ == "__main__":
    main()
