"""Judgements: numbers a person can stand behind, as written, with their ranges and words."""

from deciban.units.decibans import (
    decibans,
    decibans_to_probability,
    probability_to_decibans,
    ratio,
)
from deciban.units.doubt import doubtful_number
from deciban.units.judgement import (
    Judgement,
    Measure,
    Rest,
    read_probability,
    read_share,
    read_weight,
)
from deciban.units.row import Row, Share, settle_row
from deciban.units.scale import Scale, Word
from deciban.units.scales import SCALES

__all__ = [
    "SCALES",
    "Judgement",
    "Measure",
    "Rest",
    "Row",
    "Scale",
    "Share",
    "Word",
    "decibans",
    "decibans_to_probability",
    "doubtful_number",
    "probability_to_decibans",
    "ratio",
    "read_probability",
    "read_share",
    "read_weight",
    "settle_row",
]
