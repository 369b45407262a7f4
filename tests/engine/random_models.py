"""Random models, small enough to enumerate."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from deciban.model import GraphBuilder, Model, Polynomial

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deciban.model.model import ItemKind

KINDS: tuple[ItemKind, ...] = ("event", "report", "silence")


def random_model(
    seed: int,
    *,
    variables: int = 5,
    factors: int = 6,
    items: int = 3,
    numbers: int = 6,
    zeros: float = 0.15,
) -> Model:
    """A random factor graph: any shape, entries of every kind, some of them exactly zero.

    Args:
        seed: everything follows from it.
        variables: how many; the numbers of states run from 1 to 3.
        factors: how many, over up to three variables each; parts may be disconnected.
        items: how many observations; two may observe one variable, and disagree.
        numbers: how many written numbers the entries are made of.
        zeros: how many of the entries are zero.
    """
    rng = np.random.default_rng(seed)
    builder = GraphBuilder()
    for index in range(variables):
        states = int(rng.choice([1, 2, 2, 2, 3]))
        builder.variable(f"v{index}", [f"s{state}" for state in range(states)])
    written = [
        builder.number(f"n{index}", float(rng.uniform(0.05, 0.95)), 0.0, 1.0, "probability")
        for index in range(numbers)
    ]
    for index in range(factors):
        size = int(rng.integers(0, min(3, variables) + 1))
        scope = [int(variable) for variable in rng.choice(variables, size, replace=False)]
        builder.factor(scope, lambda _: _random_entry(rng, written, zeros), f"f{index}")
    for index in range(items):
        variable = int(rng.integers(variables))
        state = int(rng.integers(builder.cardinality(variable)))
        builder.observe(f"i{index}", KINDS[index % len(KINDS)], variable, state)
    builder.question("question", 0)
    return builder.build()


def _random_entry(
    rng: np.random.Generator, written: Sequence[Polynomial], zeros: float
) -> Polynomial | float:
    """A constant, a number, its complement, or a polynomial in several; positive in 0..1."""
    if rng.random() < zeros:
        return 0.0
    if not written:
        return float(rng.uniform(0.1, 2.0))
    x, y, z = (written[int(rng.integers(len(written)))] for _ in range(3))
    forms: list[Polynomial | float] = [
        float(rng.uniform(0.1, 2.0)),
        x,
        1 - x,
        0.5 - 0.25 * x,
        1 - (1 - x) * (1 - y),
        x * y * z + 0.125 * (1 - x),
    ]
    return forms[int(rng.integers(len(forms)))]
