"""Attack graphs: written short, drawn at random, and labelled by trying everything."""

from collections.abc import Iterator
from itertools import product

from hypothesis import strategies as st

from deciban.standing import AttackGraph, Label, Labelling

NAMES = "abcdefghij"
#: A labelling as its arguments that are in, out and undecided.
Parts = tuple[str, str, str]


def graph(arguments: str, attacks: str) -> AttackGraph:
    """A graph of arguments of one letter each: ``graph("abc", "ab bc")``."""
    return AttackGraph(tuple(arguments), frozenset((pair[0], pair[1]) for pair in attacks.split()))


@st.composite
def graphs(draw: st.DrawFn, most: int = 7) -> AttackGraph:
    """Any graph, its arguments attacking themselves or not."""
    names = NAMES[: draw(st.integers(0, most))]
    pairs = [(one, other) for one in names for other in names]
    chosen = draw(st.sets(st.sampled_from(pairs), max_size=3 * len(names))) if pairs else set()
    return AttackGraph(tuple(names), frozenset(chosen))


def parts(labels: Labelling) -> Parts:
    """A labelling in three words."""
    of = {label: "".join(name for name in labels if labels[name] is label) for label in Label}
    return of[Label.IN], of[Label.OUT], of[Label.UNDECIDED]


def complete(graph: AttackGraph) -> Iterator[dict[str, Label]]:
    """Every complete labelling, by trying all 3^n.

    In is what all attackers of are out, out what some attacker of is in, and the rest is undecided.
    """
    attackers = graph.attackers()
    for labels in product(Label, repeat=len(graph.arguments)):
        found = dict(zip(graph.arguments, labels, strict=True))
        if all(found[name] is _due(found, attackers[name]) for name in graph.arguments):
            yield found


def _due(labels: Labelling, attackers: set[str]) -> Label:
    if all(labels[each] is Label.OUT for each in attackers):
        return Label.IN
    return Label.OUT if any(labels[each] is Label.IN for each in attackers) else Label.UNDECIDED


def least(found: list[dict[str, Label]]) -> list[dict[str, Label]]:
    """Those in which the least is in."""
    return [each for each in found if not any(_in(other) < _in(each) for other in found)]


def most(found: list[dict[str, Label]]) -> list[dict[str, Label]]:
    """Those in which the most is in."""
    return [each for each in found if not any(_in(other) > _in(each) for other in found)]


def _in(labels: Labelling) -> frozenset[str]:
    return frozenset(name for name, label in labels.items() if label is Label.IN)
