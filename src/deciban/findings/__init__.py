"""Answers computed from a model: one finding a file."""

from deciban.findings.bounds import Bound, Bounds, End, find_bounds
from deciban.findings.causes import Taken
from deciban.findings.confidence import Confidence, Reason
from deciban.findings.corners import Cause, Last, Moved
from deciban.findings.findings import Findings, find
from deciban.findings.flips import Flip, find_flips
from deciban.findings.posterior import Answer, Posterior, find_chances, find_posteriors
from deciban.findings.ranges import COUNT as DRAWS
from deciban.findings.ranges import Interval, Ranges
from deciban.findings.sanity import contradiction, find_smells, too_large
from deciban.findings.seek import Seek, Sought, SoughtOutcome, find_seek
from deciban.findings.silences import HeardSilence
from deciban.findings.weights import NO_THEME, WeighedItem, Weight, Weights
from deciban.findings.what_if import Supposition, find_what_if, misfits

__all__ = [
    "DRAWS",
    "NO_THEME",
    "Answer",
    "Bound",
    "Bounds",
    "Cause",
    "Confidence",
    "End",
    "Findings",
    "Flip",
    "HeardSilence",
    "Interval",
    "Last",
    "Moved",
    "Posterior",
    "Ranges",
    "Reason",
    "Seek",
    "Sought",
    "SoughtOutcome",
    "Supposition",
    "Taken",
    "WeighedItem",
    "Weight",
    "Weights",
    "contradiction",
    "find",
    "find_bounds",
    "find_chances",
    "find_flips",
    "find_posteriors",
    "find_seek",
    "find_smells",
    "find_what_if",
    "misfits",
    "too_large",
]
