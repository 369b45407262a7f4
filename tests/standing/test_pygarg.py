"""Labellings agree with those of pygarg, a published solver, on random graphs.

It asks a SAT solver, which it does not name among what it needs.
"""

import pytest
from hypothesis import given, settings
from tests.standing.graphs import graphs

from deciban.standing import AttackGraph, Label, Labelling, grounded, preferred, stable

pytest.importorskip("pysat")
solver = pytest.importorskip("pygarg.dung.solver")


def _published(graph: AttackGraph, semantics: str) -> list[frozenset[str]]:
    """The sets that it answers; arguments and attacks are lists there, and equal ones only."""
    attacks = [list(pair) for pair in sorted(graph.attacks)]
    found = solver.extension_enumeration(list(graph.arguments), attacks, semantics)
    return sorted(map(frozenset, found), key=sorted)


def _ours(labellings: "tuple[Labelling, ...]") -> list[frozenset[str]]:
    found = [
        frozenset(name for name, label in each.items() if label is Label.IN) for each in labellings
    ]
    return sorted(found, key=sorted)


@given(graphs(most=10))
@settings(max_examples=150, deadline=None)
def test_grounded_agrees_with_a_published_solver(graph: AttackGraph) -> None:
    assert _ours((grounded(graph),)) == _published(graph, "GR")


@given(graphs(most=10))
@settings(max_examples=150, deadline=None)
def test_preferred_agree_with_a_published_solver(graph: AttackGraph) -> None:
    assert _ours(preferred(graph)) == _published(graph, "PR")


@given(graphs(most=10))
@settings(max_examples=150, deadline=None)
def test_stable_agree_with_a_published_solver(graph: AttackGraph) -> None:
    assert _ours(stable(graph)) == _published(graph, "ST")
