"""What stands in an argument: labellings of an attack graph. It knows no case."""

from deciban.standing.across import Across, across
from deciban.standing.graph import AttackGraph, Label, Labelling
from deciban.standing.semantics import TooTangledError, grounded, preferred, stable

__all__ = [
    "Across",
    "AttackGraph",
    "Label",
    "Labelling",
    "TooTangledError",
    "across",
    "grounded",
    "preferred",
    "stable",
]
