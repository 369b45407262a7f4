"""A damaged case is answered or its damage is named; it never crashes and never hangs."""

from pathlib import Path
from random import Random

import pytest
from tests.robust.hostile import survived
from tests.robust.mutations import mutated

FLAGSHIP = Path(__file__).parents[2] / "cases" / "barbarossa" / "case.yaml"
SMALLER = FLAGSHIP.parents[1] / "finance_director" / "case.yaml"


@pytest.mark.parametrize("seed", range(25))
def test_damage_to_the_flagship_is_survived(seed: int) -> None:
    random = Random(seed)  # noqa: S311 (accidents need no secrecy)
    text = FLAGSHIP.read_text(encoding="utf-8")
    for _ in range(4):
        survived(mutated(random, text), file=FLAGSHIP)


@pytest.mark.parametrize("seed", range(25))
def test_damage_to_the_second_case_is_survived(seed: int) -> None:
    random = Random(1000 + seed)  # noqa: S311 (accidents need no secrecy)
    text = SMALLER.read_text(encoding="utf-8")
    for _ in range(4):
        survived(mutated(random, text), file=SMALLER)
