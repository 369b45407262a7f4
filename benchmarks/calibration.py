"""Worlds whose truth is known: is the answer right as often as it says, does its range hold?

A longer run of ``tests/properties/test_calibration.py``. Over ten bins a calibrated answer is off
by a chi-squared of ten degrees, which is about 10, and above 35.6 once in ten thousand.
"""

from benchmarks.table import show
from tests.draws.worlds import STRUCTURES, Array, Worlds, misfit, simulated

WORLDS = 400_000


def main() -> None:
    """Print the table."""
    rows = [_row(name, simulated(body, WORLDS, seed=2)) for name, body in STRUCTURES.items()]
    print(f"{WORLDS:,} worlds each; a range ought to hold the answer in 85 to 95% of them")
    show(("", "true numbers", "over draws", "central", "range holds"), rows)


def _row(name: str, worlds: Worlds) -> tuple[str, ...]:
    chances = (worlds.under_truth, worlds.over_draws, worlds.central)
    off = (f"{_chi_squared(each, worlds):.1f}" for each in chances)
    return (name, *off, f"{worlds.covered.mean():.1%}")


def _chi_squared(chances: Array, worlds: Worlds) -> float:
    return float((misfit(chances, worlds.true) ** 2).sum())


if __name__ == "__main__":
    main()
