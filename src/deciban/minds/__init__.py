"""Minds: an actor's belief as a function of his parameters, and one table for the graph.

Nothing here knows of cases. ``mind`` holds what the compiler makes of an actor, and the notation.
"""

from deciban.minds.columns import COUNT, Columns, columns, size
from deciban.minds.cost import MindCost, TooManyCells
from deciban.minds.mind import Mind
from deciban.minds.reading import Reading, read_at, read_mind

__all__ = [
    "COUNT",
    "Columns",
    "Mind",
    "MindCost",
    "Reading",
    "TooManyCells",
    "columns",
    "read_at",
    "read_mind",
    "size",
]
