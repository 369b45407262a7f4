"""Judgements as they are keyed in a case: by hypothesis, by outcome, nested by parent."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias, Union

from deciban.span import Span
from deciban.units import Judgement, Rest


@dataclass(frozen=True, slots=True)
class Amount:
    """A plain number that is no probability: a stake, a cost, a count; or a range of such.

    Attributes:
        central: the number, or the midpoint of its range.
        low: the least it may be.
        high: the most it may be.
        text: as written; not part of equality.
        at: where it stands; not part of equality.
    """

    central: float
    low: float
    high: float
    text: str = field(default="", compare=False)
    at: Span | None = field(default=None, compare=False, repr=False)


#: A judgement, the word ``rest``, or a mapping of such by hypothesis or outcome.
Tree: TypeAlias = Union[Judgement, Rest, "Mapping[str, Tree]"]

#: Amounts by name, nested.
AmountTree: TypeAlias = Union[Amount, "Mapping[str, AmountTree]"]

#: A judgement for every outcome named.
RowTree: TypeAlias = Mapping[str, Judgement | Rest]


def judgements_in(tree: Tree, address: str) -> Iterator[tuple[str, Judgement]]:
    """Answer every judgement in a tree with its address; ``rest`` is no number of its own."""
    if isinstance(tree, Judgement):
        yield address, tree
    elif not isinstance(tree, Rest):
        for name, branch in tree.items():
            yield from judgements_in(branch, f"{address}.{name}")


def is_row(tree: Tree) -> bool:
    """Whether a tree is one row: a mapping that holds no further mapping."""
    return not isinstance(tree, Judgement | Rest) and all(
        isinstance(branch, Judgement | Rest) for branch in tree.values()
    )
