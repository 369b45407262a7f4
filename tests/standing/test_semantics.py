"""Labellings of attack graphs, against trying everything and against what is published."""

import pytest
from hypothesis import given, settings
from tests.standing.graphs import Parts, complete, graph, graphs, least, most, parts

from deciban.standing import (
    AttackGraph,
    Label,
    TooTangledError,
    across,
    grounded,
    preferred,
    stable,
)


@given(graphs())
@settings(max_examples=200)
def test_grounded_is_the_complete_labelling_in_which_the_least_is_in(graph: AttackGraph) -> None:
    assert [parts(grounded(graph))] == [parts(each) for each in least(list(complete(graph)))]


@given(graphs())
@settings(max_examples=200)
def test_preferred_are_the_complete_labellings_in_which_the_most_is_in(graph: AttackGraph) -> None:
    found = [parts(each) for each in preferred(graph)]
    assert sorted(found) == sorted(parts(each) for each in most(list(complete(graph))))


@given(graphs())
@settings(max_examples=200)
def test_stable_are_the_complete_labellings_that_leave_nothing_open(graph: AttackGraph) -> None:
    found = [parts(each) for each in stable(graph)]
    whole = [parts(each) for each in complete(graph) if Label.UNDECIDED not in each.values()]
    assert sorted(found) == sorted(whole)


@given(graphs())
@settings(max_examples=200)
def test_the_labels_across_all_preferred_labellings_are_found_part_by_part(
    graph: AttackGraph,
) -> None:
    every = preferred(graph)
    assert across(graph).preferred == {
        name: tuple(label for label in Label if any(each[name] is label for each in every))
        for name in graph.arguments
    }


@given(graphs())
@settings(max_examples=200)
def test_the_labels_across_all_stable_labellings_are_found_part_by_part(
    graph: AttackGraph,
) -> None:
    every, found = stable(graph), across(graph).stable
    if every:
        assert found == {
            name: tuple(label for label in Label if any(each[name] is label for each in every))
            for name in graph.arguments
        }
    else:
        assert any(not found[name] for name in graph.arguments)


#: Graphs of the literature: their grounded, preferred and stable labellings.
TEXTBOOK: dict[str, tuple[AttackGraph, Parts, list[Parts], list[Parts]]] = {
    "nothing attacks (Dung 1995)": (
        graph("ab", ""),
        ("ab", "", ""),
        [("ab", "", "")],
        [("ab", "", "")],
    ),
    "reinstatement (Dung 1995, example 3)": (
        graph("abc", "ab bc"),
        ("ac", "b", ""),
        [("ac", "b", "")],
        [("ac", "b", "")],
    ),
    "the Nixon diamond (Dung 1995, example 9)": (
        graph("ab", "ab ba"),
        ("", "", "ab"),
        [("a", "b", ""), ("b", "a", "")],
        [("a", "b", ""), ("b", "a", "")],
    ),
    "three in a circle": (graph("abc", "ab bc ca"), ("", "", "abc"), [("", "", "abc")], []),
    "four in a circle": (
        graph("abcd", "ab bc cd da"),
        ("", "", "abcd"),
        [("ac", "bd", ""), ("bd", "ac", "")],
        [("ac", "bd", ""), ("bd", "ac", "")],
    ),
    "floating acceptance: both sides attack c, which attacks d": (
        graph("abcd", "ab ba ac bc cd"),
        ("", "", "abcd"),
        [("ad", "bc", ""), ("bd", "ac", "")],
        [("ad", "bc", ""), ("bd", "ac", "")],
    ),
    "an argument that attacks itself": (graph("a", "aa"), ("", "", "a"), [("", "", "a")], []),
    "it leaves open what it attacks": (graph("ab", "aa ab"), ("", "", "ab"), [("", "", "ab")], []),
    "and is out once it is attacked": (
        graph("abc", "aa ab ca"),
        ("bc", "a", ""),
        [("bc", "a", "")],
        [("bc", "a", "")],
    ),
    "a question at the end of a line holds it in suspense": (
        graph("abcq", "ba cb qc qq"),
        ("", "", "abcq"),
        [("", "", "abcq")],
        [],
    ),
    "and answered it does not": (
        graph("abcqr", "ba cb qc qq rq"),
        ("acr", "bq", ""),
        [("acr", "bq", "")],
        [("acr", "bq", "")],
    ),
    "preferred but not stable: a choice, and three in a circle behind it": (
        graph("abcde", "ab ba bc cd de ec"),
        ("", "", "abcde"),
        [("a", "b", "cde"), ("bd", "ace", "")],
        [("bd", "ace", "")],
    ),
    "a circle of three broken from outside": (
        graph("abcd", "ab bc ca da"),
        ("bd", "ac", ""),
        [("bd", "ac", "")],
        [("bd", "ac", "")],
    ),
}


@pytest.mark.parametrize("name", TEXTBOOK)
def test_a_graph_of_the_textbooks_has_the_labellings_published(name: str) -> None:
    drawn, ground, liked, firm = TEXTBOOK[name]
    assert parts(grounded(drawn)) == ground
    assert sorted(parts(each) for each in preferred(drawn)) == liked
    assert sorted(parts(each) for each in stable(drawn)) == firm


def test_labellings_come_in_one_order_and_name_arguments_in_theirs() -> None:
    drawn = graph("dcba", "ab ba cd dc")
    assert [list(each) for each in preferred(drawn)] == [["d", "c", "b", "a"]] * 4
    assert preferred(drawn) == preferred(graph("dcba", "dc cd ba ab"))


def _quarrels(count: int) -> AttackGraph:
    """So many pairs that attack one another, no pair another pair."""
    names = [f"{side}{number}" for number in range(count) for side in "ab"]
    pairs = [(f"a{number}", f"b{number}") for number in range(count)]
    return AttackGraph(tuple(names), frozenset([*pairs, *((b, a) for a, b in pairs)]))


def test_forty_quarrels_apart_are_searched_apart() -> None:
    found = across(_quarrels(40))
    assert not found.refused
    assert set(found.preferred.values()) == {(Label.IN, Label.OUT)}


def test_what_has_a_million_labellings_is_refused_and_not_waited_for() -> None:
    with pytest.raises(TooTangledError, match="40 arguments"):
        preferred(_quarrels(20))


def test_a_refusal_names_who_was_not_searched_and_keeps_what_is_grounded() -> None:
    quarrels = _quarrels(20)
    judge = {("judge", name) for name in quarrels.arguments if name == "a0"}
    one = {("a1", f"a{number}") for number in range(2, 20)}  # they are one part now
    tangle = AttackGraph((*quarrels.arguments, "judge"), quarrels.attacks | judge | one)
    found = across(tangle)
    assert found.refused == set(quarrels.arguments) - {"a0", "b0"}
    assert found.preferred["judge"] == found.preferred["b0"] == (Label.IN,)
    assert found.grounded["a2"] is Label.UNDECIDED
    assert "a2" not in found.preferred


def test_a_chain_of_ten_thousand_arguments_is_followed_once() -> None:
    names = [str(number) for number in range(10_000)]
    chain = AttackGraph(tuple(names), frozenset(zip(names[1:], names, strict=False)))
    labels = grounded(chain)
    assert [labels[name] for name in names[-3:]] == [Label.IN, Label.OUT, Label.IN]
