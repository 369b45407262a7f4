"""The discrete factor graph that a case compiles to: records, and the builder that makes them."""

from deciban.model.builder import GraphBuilder
from deciban.model.model import Factor, Item, Model, Number, Variable
from deciban.model.polynomial import Polynomial
from deciban.model.row import Leg, Row, legs_of

__all__ = [
    "Factor",
    "GraphBuilder",
    "Item",
    "Leg",
    "Model",
    "Number",
    "Polynomial",
    "Row",
    "Variable",
    "legs_of",
]
