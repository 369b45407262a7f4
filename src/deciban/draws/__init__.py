"""Choices of the written numbers inside their ranges: drawn evenly, or taken at the corners."""

from deciban.draws.polytope import Polytope, polytope_of

__all__ = ["Polytope", "polytope_of"]
