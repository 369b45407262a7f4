"""Choices of the written numbers inside their ranges: drawn evenly, or taken at the corners."""

from deciban.draws.draw import BLOCK, SEED, draws, uncertain
from deciban.draws.polytope import Polytope, polytope_of

__all__ = ["BLOCK", "SEED", "Polytope", "draws", "polytope_of", "uncertain"]
