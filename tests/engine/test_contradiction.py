"""What cannot all be true."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.engine.random_models import random_model

from deciban.engine import conflicting_items, enumerate_joint
from deciban.model import GraphBuilder

if TYPE_CHECKING:
    from collections.abc import Iterable

    from deciban.model import Item, Model


def possible(model: Model, items: Iterable[Item]) -> bool:
    kept = list(items)
    states = {item.variable: item.state for item in kept}
    if any(states[item.variable] != item.state for item in kept):
        return False
    return bool(np.isfinite(enumerate_joint(model, 0, given=states)).any())


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 2**32 - 1), st.integers(0, 6))
def test_a_conflict_is_impossible_and_none_of_it_can_be_dropped(seed: int, items: int) -> None:
    model = random_model(seed, variables=4, items=items, zeros=0.5)
    conflict = conflicting_items(model, 0)
    if possible(model, model.items) or not possible(model, ()):
        assert conflict == ()
        return
    assert conflict
    assert not possible(model, conflict)
    for fewer in combinations(conflict, len(conflict) - 1):
        assert possible(model, fewer)
    places = [model.items.index(item) for item in conflict]
    assert places == sorted(places)


def test_of_many_reports_only_the_two_that_clash_are_named() -> None:
    builder = GraphBuilder()
    fact = builder.variable("fact", ["so", "not so"])
    builder.factor([fact], lambda _: 0.5, "fact")
    for index in range(40):
        said = builder.variable(f"said{index}", ["so", "not so"])
        certain = index in {7, 23}
        builder.factor(
            [fact, said],
            lambda s, certain=certain: float(s[0] == s[1]) if certain else 0.5,  # type: ignore[misc]
            f"r{index}",
        )
        builder.observe(f"r{index}", "report", said, 0 if index < 20 else 1)
    conflict = conflicting_items(builder.build(), fact)
    assert [item.id for item in conflict] == ["r7", "r23"]


def test_a_graph_without_any_possible_state_is_nobodys_fault() -> None:
    model = random_model(0, items=2)
    impossible = replace(model, entries=tuple(entry * 0.0 for entry in model.entries))
    assert conflicting_items(impossible, 0) == ()
