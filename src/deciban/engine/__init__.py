"""Exact inference: log Z of a discrete factor graph, and its derivatives."""

from deciban.engine.contradiction import conflicting_items
from deciban.engine.enumerate import enumerate_derivatives, enumerate_joint
from deciban.engine.joint import solve_joint
from deciban.engine.plan import Cost, Plan, TooLarge
from deciban.engine.solution import Solution
from deciban.engine.solve import plan_of, solve

__all__ = [
    "Cost",
    "Plan",
    "Solution",
    "TooLarge",
    "conflicting_items",
    "enumerate_derivatives",
    "enumerate_joint",
    "plan_of",
    "solve",
    "solve_joint",
]
