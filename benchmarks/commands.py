"""How long the commands take on the flagship case, from start to end, and how much memory."""

import os
import subprocess
import sys
from pathlib import Path
from statistics import median
from typing import NamedTuple

from benchmarks.table import show

ROOT = Path(__file__).parents[1]
LAUNCH = Path(__file__).with_name("launch.py")
RUNS = 7
MOST_MEMORY = 300.0
#: A year, day by day, up to the day of the attack.
YEAR = ("--by", "day", "--from", "1940-06-23", "--to", "1941-06-22")


class Bar(NamedTuple):
    """A command and the longest it may take, in seconds."""

    args: tuple[str, ...]
    seconds: float


BARS = (
    Bar(("--help",), 0.3),
    Bar(("check", "cases/barbarossa"), 0.6),
    Bar(("weigh", "cases/barbarossa"), 1.5),
    Bar(("mind", "cases/barbarossa"), 2.5),
    Bar(("timeline", "cases/barbarossa", *YEAR), 3.0),
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
    show(("command", "median", "least", "processor", "memory", "bar"), [_row(bar) for bar in BARS])


def _row(bar: Bar) -> tuple[str, ...]:
    once(bar.args)  # the first run also compiles Python's own files
    runs = [once(bar.args) for _ in range(RUNS)]
    wall = median(run.wall for run in runs)
    memory = max(run.memory for run in runs)
    met = "met" if wall <= bar.seconds and memory <= MOST_MEMORY else "NOT MET"
    return (
        f"deciban {' '.join(bar.args)}",
        f"{wall:.2f} s",
        f"{min(run.wall for run in runs):.2f} s",
        f"{median(run.processor for run in runs):.2f} s",
        f"{memory:.0f} MB",
        f"{bar.seconds:.1f} s {met}",
    )


def once(args: tuple[str, ...]) -> Run:
    """Run the installed command once, its output thrown away."""
    program = Path(sys.executable).with_name("deciban")
    kept = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    launched = [sys.executable, str(LAUNCH), str(program), *args]
    told = subprocess.run(launched, cwd=ROOT, env=kept, stdout=subprocess.PIPE, check=True)
    status, *took = map(float, told.stdout.split())
    if status:
        sys.exit(f"{args} ended with {status:.0f}")
    return Run(*took)


if __name__ == "__main__":
    main()
