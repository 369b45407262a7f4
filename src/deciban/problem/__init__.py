"""User mistakes are located values, collected and never raised."""

from deciban.problem.code import Code
from deciban.problem.codes import CODES
from deciban.problem.record import Problem, Severity, Splice

__all__ = ["CODES", "Code", "Problem", "Severity", "Splice"]
