"""How each argument fares in all preferred, and in all stable labellings.

What does not attack one another is searched apart: a debate on ten claims is ten small graphs, and
the labels of one do not multiply with those of another.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from deciban.standing.graph import AttackGraph, Label, Labelling
from deciban.standing.semantics import TooTangledError, grounded, preferred


@dataclass(frozen=True, slots=True)
class Across:
    """The labels of every argument.

    Attributes:
        grounded: the one it has in the grounded labelling.
        preferred: those it has in the preferred labellings, in, out and undecided in this order.
        stable: the same of the stable ones of the part of the graph that it stands in; empty where
            that part has none, and then the whole has none either.
        refused: arguments whose preferred and stable labellings were not searched to the end; they
            have none here.
    """

    grounded: Labelling
    preferred: Mapping[str, tuple[Label, ...]]
    stable: Mapping[str, tuple[Label, ...]]
    refused: frozenset[str]


def across(graph: AttackGraph) -> Across:
    """Answer how each argument fares in all labellings of a graph."""
    base = grounded(graph)
    liked: dict[str, tuple[Label, ...]] = {
        name: (label,) for name, label in base.items() if label is not Label.UNDECIDED
    }
    firm = dict(liked)
    refused: set[str] = set()
    left = graph.among(base.keys() - liked.keys())
    for part in left.components():
        try:
            found = preferred(part)
        except TooTangledError:
            refused |= set(part.arguments)
            continue
        whole = [each for each in found if Label.UNDECIDED not in each.values()]
        liked |= _met(part, found)
        firm |= _met(part, whole)
    return Across(base, liked, firm, frozenset(refused))


def _met(part: AttackGraph, labellings: Sequence[Labelling]) -> dict[str, tuple[Label, ...]]:
    """The labels that each argument meets with in some labellings."""
    return {
        name: tuple(label for label in Label if any(each[name] is label for each in labellings))
        for name in part.arguments
    }
