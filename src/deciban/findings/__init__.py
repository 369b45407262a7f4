"""Answers computed from a model: one finding a file."""

from deciban.findings.findings import Findings, find
from deciban.findings.posterior import Answer, Posterior, find_chances
from deciban.findings.sanity import contradiction, find_smells, too_large
from deciban.findings.weights import NO_THEME, WeighedItem, Weight, Weights
from deciban.findings.what_if import Supposition, find_what_if, misfits

__all__ = [
    "NO_THEME",
    "Answer",
    "Findings",
    "Posterior",
    "Supposition",
    "WeighedItem",
    "Weight",
    "Weights",
    "contradiction",
    "find",
    "find_chances",
    "find_smells",
    "find_what_if",
    "misfits",
    "too_large",
]
