"""Takes times on a machine that others use: the least of several runs, each long enough to read."""

import time
from collections.abc import Callable

RUNS = 9
LONG_ENOUGH = 0.005
"""Seconds; shorter work is repeated within a run until it takes this long."""


def least(work: Callable[[], object], runs: int = RUNS) -> float:
    """The least seconds that some work takes, after one run that prepares and is not counted."""
    work()
    took = _once(work, 1)
    repeats = max(1, int(LONG_ENOUGH / took)) if took > 0 else 1
    return min(took, *(_once(work, repeats) for _ in range(runs)))


def _once(work: Callable[[], object], repeats: int) -> float:
    start = time.perf_counter()
    for _ in range(repeats):
        work()
    return (time.perf_counter() - start) / repeats
