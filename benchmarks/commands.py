"""How long the commands take on the flagship case, from start to end, and how much memory."""

import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
RUNS = 7
MOST_MEMORY = 300.0


class Bar(NamedTuple):
    """A command and the longest it may take, in seconds."""

    args: tuple[str, ...]
    seconds: float


BARS = (
    Bar(("--help",), 0.3),
    Bar(("check", "cases/barbarossa"), 0.4),
    Bar(("weigh", "cases/barbarossa"), 1.5),
    Bar(("why", "cases/barbarossa"), 1.5),
    Bar(("fmt", "cases/barbarossa", "--check"), 1.5),
)


class Run(NamedTuple):
    """One run: seconds from start to end, seconds of processor, megabytes at most."""

    wall: float
    processor: float
    memory: float


def main() -> None:
    """Print the table."""
    print(f"{'command':34} {'median':>8} {'least':>8} {'processor':>10} {'memory':>8} {'bar':>6}")
    for bar in BARS:
        once(bar.args)  # the first run also compiles Python's own files
        runs = [once(bar.args) for _ in range(RUNS)]
        wall = median(run.wall for run in runs)
        memory = max(run.memory for run in runs)
        met = "" if wall <= bar.seconds and memory <= MOST_MEMORY else "  not met"
        least, processor = min(run.wall for run in runs), median(run.processor for run in runs)
        print(
            f"{'deciban ' + ' '.join(bar.args):34} {wall:6.2f} s {least:6.2f} s "
            f"{processor:8.2f} s {memory:5.0f} MB {bar.seconds:4.1f} s{met}"
        )


def once(args: tuple[str, ...]) -> Run:
    """Run the installed command once, in a pipe."""
    program = Path(sys.executable).with_name("deciban")
    kept = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    start = time.perf_counter()
    child = subprocess.Popen([program, *args], cwd=ROOT, env=kept, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    wall = time.perf_counter() - start
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        sys.exit(f"{args} ended with {child.returncode}")
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


if __name__ == "__main__":
    main()
