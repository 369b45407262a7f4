"""Answers computed from a model: one finding a file."""

from deciban.findings.findings import Findings, find
from deciban.findings.posterior import Answer, Posterior
from deciban.findings.sanity import contradiction, find_smells, too_large
from deciban.findings.weights import WeighedItem, Weight, Weights
from deciban.findings.what_if import Supposition, edited, find_what_if

__all__ = [
    "Answer",
    "Findings",
    "Posterior",
    "Supposition",
    "WeighedItem",
    "Weight",
    "Weights",
    "contradiction",
    "edited",
    "find",
    "find_smells",
    "find_what_if",
    "too_large",
]
