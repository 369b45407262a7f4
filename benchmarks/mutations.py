"""Two thousand damaged copies of the flagship's text, each weighed within five seconds."""

import sys
import time
from pathlib import Path
from random import Random

from tests.robust.hostile import survived
from tests.robust.mutations import mutations

FLAGSHIP = Path(__file__).parents[1] / "cases" / "barbarossa" / "case.yaml"
SECONDS = 5
NUMBER = 2000
SEED = 22_06_1941


def main(number: int = NUMBER, seed: int = SEED) -> None:
    """Print how many there were, how many were still weighed, and the slowest."""
    text = FLAGSHIP.read_text(encoding="utf-8")
    weighed, slowest, total = 0, (0.0, 0), 0.0
    for place, damaged in enumerate(mutations(Random(seed), text, number)):  # noqa: S311 (no secret)
        start = time.perf_counter()
        try:
            weighed += survived(damaged, SECONDS, FLAGSHIP).findings is not None
        except BaseException:
            file = Path(f"mutation-{seed}-{place}.yaml")
            file.write_text(damaged, encoding="utf-8")
            print(f"mutation {place} of seed {seed} was not survived; its text is in {file}")
            raise
        took = time.perf_counter() - start
        slowest, total = max(slowest, (took, place)), total + took
    print(f"{number} mutations of the flagship's text, {weighed} of which still weigh:")
    took, place = slowest
    mean = total / number
    print(f"no crash; mean {mean:.2f} s, slowest {took:.2f} s (number {place}; bar {SECONDS} s)")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
