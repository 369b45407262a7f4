"""How everything grows from ten reports to two thousand, and that nothing underflows on the way."""

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

import numpy as np
from benchmarks import sharp
from benchmarks.commands import Run, once
from benchmarks.generated import generated_case, generated_text
from benchmarks.leave_one_out import leave_one_outs
from benchmarks.table import duration, show

from deciban.compile import compile_case
from deciban.engine import plan_of, solve

Made = TypeVar("Made")

SIZES = (10, 30, 100, 300, 1000, 2000)
FITTED = (100, 300)
"""Exponents are fitted from so many reports on. Below a hundred, what every case costs hides the
growth; between the two the engine begins to guard against underflow, which is a step up."""
RUNS = 3


def main() -> None:
    """Print the stages, then the command, then sharp reports."""
    print("in one process; what is kept from one stage serves the next; `again` keeps its plan")
    grown = [_stages(size) for size in SIZES]
    _show([_row(stage, [each[stage] for each in grown]) for stage in grown[0]])
    print()
    print("`deciban weigh` on the same cases, from start to end")
    runs = [_weigh(size) for size in SIZES]
    memory = [f"{run.memory:.0f} MB" for run in runs]
    _show([_row("time", [run.wall for run in runs]), ["memory", *memory, "", ""]])
    print()
    sharp.main()


def _show(rows: Sequence[Sequence[str]]) -> None:
    fitted = (f"exponent from {first}" for first in FITTED)
    show(("reports", *(f"{size:,}" for size in SIZES), *fitted), rows)


def _row(stage: str, seconds: Sequence[float]) -> list[str]:
    exponents = (f"{_exponent(seconds, SIZES.index(first)):.2f}" for first in FITTED)
    return [stage, *map(duration, seconds), *exponents]


def _exponent(seconds: Sequence[float], first: int) -> float:
    """The slope of the logarithm of time in that of size, by least squares."""
    slope, _ = np.polyfit(np.log(SIZES[first:]), np.log(seconds[first:]), 1)
    return float(slope)


def _stages(size: int) -> dict[str, float]:
    """Seconds by stage; the least of several goes through all of them."""
    goes = [_go(size) for _ in range(RUNS)]
    return {stage: min(go[stage] for go in goes) for stage in goes[0]}


def _go(size: int) -> dict[str, float]:
    """Reads a case and works out everything, each stage once."""
    watch = _Watch()
    case = watch.time("read", lambda: generated_case(size))
    model = watch.time("compile", lambda: compile_case(case))
    watch.time("plan", lambda: plan_of(model, 0))
    watch.time("solve", lambda: solve(model, 0))
    log_z = watch.time("solve again", lambda: solve(model, 0)).log_z
    watch.time("all marginals", lambda: solve(model, 0, derivatives=True).marginals())
    watch.time("marginals again", lambda: solve(model, 0, derivatives=True).marginals())
    watch.time("all leave-one-outs", lambda: leave_one_outs(model))
    watch.time("leave-one-outs again", lambda: leave_one_outs(model))
    if not np.isfinite(log_z).all():
        message = f"{size} reports: log Z is {log_z}"
        raise ValueError(message)
    return watch.seconds


class _Watch:
    """Times one thing after the other."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    def time(self, stage: str, work: Callable[[], Made]) -> Made:
        """Does some work and notes what it took."""
        start = time.perf_counter()
        made = work()
        self.seconds[stage] = time.perf_counter() - start
        return made


def _weigh(size: int) -> Run:
    """The quickest of several runs of the installed command."""
    with TemporaryDirectory() as folder:
        (Path(folder) / "case.yaml").write_text(generated_text(size), encoding="utf-8")
        return min(once(("weigh", folder)) for _ in range(RUNS))
