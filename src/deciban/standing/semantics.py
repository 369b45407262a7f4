"""Grounded, preferred and stable labellings of an attack graph."""

from deciban.standing.graph import AttackGraph, Label, Labelling


def grounded(graph: AttackGraph) -> Labelling:
    """Answer the one grounded labelling."""
    raise NotImplementedError


def preferred(graph: AttackGraph) -> tuple[Labelling, ...]:
    """Answer every preferred labelling, in one order."""
    raise NotImplementedError


def stable(graph: AttackGraph) -> tuple[Labelling, ...]:
    """Answer every stable labelling; there may be none."""
    raise NotImplementedError


__all__ = ["Label", "grounded", "preferred", "stable"]
