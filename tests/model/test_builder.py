"""Building models."""

from __future__ import annotations

import pytest

from deciban.model import GraphBuilder, Item, Polynomial
from deciban.span import Span


def test_a_table_is_asked_for_every_joint_state_the_last_variable_fastest() -> None:
    builder = GraphBuilder()
    a = builder.variable("a", ["x", "y"])
    b = builder.variable("b", ["x", "y", "z"])
    asked: list[tuple[int, ...]] = []

    def cell(state: tuple[int, ...]) -> float:
        asked.append(state)
        return float(len(asked))

    builder.factor([a, b], cell, "origin")
    assert asked == [(0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2)]
    assert builder.build().factors[0].entries.tolist() == [[0, 1, 2], [3, 4, 5]]


def test_cells_with_one_polynomial_share_one_entry() -> None:
    builder = GraphBuilder()
    a = builder.variable("a", ["x", "y", "z"])
    p = builder.number("p", 0.3, 0.2, 0.4, "probability")
    builder.factor([a], lambda state: 1 - p if state[0] else p, "first")
    builder.factor([a], lambda state: 0.5 if state[0] else 1 - p, "second")
    model = builder.build()
    assert model.entries == (p, 1 - p, Polynomial.constant(0.5))
    assert model.factors[1].entries.tolist() == [1, 2, 2]


def test_an_address_names_one_number() -> None:
    builder = GraphBuilder()
    first = builder.number("p", 0.3, 0.2, 0.4, "probability")
    assert builder.number("p", 0.3, 0.2, 0.4, "probability") == first
    with pytest.raises(ValueError, match="already"):
        builder.number("p", 0.5, 0.2, 0.6, "probability")
    assert builder.build().centrals.tolist() == [0.3]


def test_where_a_table_stands_in_the_text_does_not_change_the_model() -> None:
    models = []
    for line in (3, 30):
        builder = GraphBuilder()
        a = builder.variable("a", ["x", "y"])
        builder.factor([a], lambda _: 0.5, "origin", Span("case.yaml", line, 1))
        models.append(builder.build())
    assert models[0] == models[1]
    assert hash(models[0].factors[0]) == hash(models[1].factors[0])


def test_what_is_worked_out_from_a_model_is_no_part_of_it() -> None:
    builder = GraphBuilder()
    builder.variable("a", ["x"])
    one, other = builder.build(), builder.build()
    one.memo["plan"] = 1
    assert one == other


def test_observations_and_questions_are_kept_in_order() -> None:
    builder = GraphBuilder()
    a = builder.variable("a", ["x", "y"])
    builder.observe("second", "report", a, 1)
    builder.observe("first", "event", a, 0)
    builder.question("question", a)
    model = builder.build()
    assert model.items == (Item("second", "report", a, 1), Item("first", "event", a, 0))
    assert model.questions == {"question": a}


def test_a_scope_names_a_variable_once() -> None:
    builder = GraphBuilder()
    a = builder.variable("a", ["x", "y"])
    with pytest.raises(ValueError, match="twice"):
        builder.factor([a, a], lambda _: 0.5, "origin")


def test_only_a_state_there_is_can_be_observed() -> None:
    builder = GraphBuilder()
    a = builder.variable("a", ["x", "y"])
    with pytest.raises(ValueError, match="observes state 2"):
        builder.observe("i", "event", a, 2)
    with pytest.raises(ValueError, match="no states"):
        builder.variable("b", [])
