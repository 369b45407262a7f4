"""What stands in an argument: labellings of an attack graph. It knows no case."""

from deciban.standing.graph import AttackGraph, Label, Labelling
from deciban.standing.semantics import grounded, preferred, stable

__all__ = ["AttackGraph", "Label", "Labelling", "grounded", "preferred", "stable"]
