"""Choices of the written numbers inside their ranges: drawn evenly, or taken at the corners."""

from deciban.draws.draw import BLOCK, SEED, draws, uncertain
from deciban.draws.polytope import Polytope, polytope_of
from deciban.draws.strata import latin_hypercube

__all__ = ["BLOCK", "SEED", "Polytope", "draws", "latin_hypercube", "polytope_of", "uncertain"]
