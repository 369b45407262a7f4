"""The discrete factor graph that a case compiles to: records, and the builder that makes them."""

from deciban.model.builder import GraphBuilder
from deciban.model.model import Factor, Item, Model, Number, Variable
from deciban.model.polynomial import Polynomial

__all__ = ["Factor", "GraphBuilder", "Item", "Model", "Number", "Polynomial", "Variable"]
