"""The cells of minds' tables as numbers, so that one graph answers for many states of a mind.

A mind's table has no number of its own that could be drawn. Where it is to be another from column
to column, as along a clock, its cells stand behind the written numbers and are put in with them.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from deciban.compile.mind_table import minds_in
from deciban.model import Model, Polynomial
from deciban.model.model import Number


@dataclass(frozen=True, slots=True)
class Opened:
    """A model whose minds' tables are open.

    Attributes:
        model: the same graph; its numbers begin with those of the model as it was.
        cells: by actor, where the cells of his table stand among the numbers, in the order of the
            table; actors from whom nothing hangs have none.
    """

    model: Model
    cells: Mapping[str, slice]


def open_minds(model: Model, actors: Collection[str] | None = None) -> Opened:
    """Answer a model with the cells of minds' tables as numbers, each as it stands now.

    Args:
        model: a model with minds in it.
        actors: whose minds are opened; by default all.
    """
    entries, numbers = list(model.entries), list(model.numbers)
    cells: dict[str, slice] = {}
    for actor, joined in minds_in(model).items():
        if joined.factor is None or (actors is not None and actor not in actors):
            continue
        first = len(numbers)
        for place, entry in enumerate(model.factors[joined.factor].entries.ravel().tolist()):
            value = entries[entry].evaluate([])
            address = f"actors.{actor}.cell_{place}"
            numbers.append(Number(address, value, value, value, "probability"))
            entries[entry] = Polynomial.number(first + place)
        cells[actor] = slice(first, len(numbers))
    return Opened(replace(model, entries=tuple(entries), numbers=tuple(numbers)), cells)
