"""The benchmarks, as tables: ``python -m benchmarks [NAME ...]`` at the root of the repository.

Needs deciban installed with its ``dev`` and ``bench`` extras; a peer that is missing is said to be.
"""

import sys
from collections.abc import Sequence
from importlib import import_module

NAMES = (
    "networks",
    "draws",
    "leave_one_out",
    "growth",
    "calibration",
    "commands",
    "kernel",
    "mutations",
    "minds",
    "lattice",
    "quotations",
)


def main(wanted: Sequence[str]) -> None:
    """Run those named, in that order; all of them where none is."""
    unknown = [name for name in wanted if name not in NAMES]
    if unknown:
        sys.exit(f"no benchmark is called {unknown[0]}; there are {', '.join(NAMES)}")
    for place, name in enumerate(wanted or NAMES):
        print("\n" * (place > 0) + name)
        import_module(f"benchmarks.{name}").main()


if __name__ == "__main__":
    main(sys.argv[1:])
