"""Edits: of a case (what-ifs), and of its text (layout, corrections)."""

from deciban.edit.address import set_at
from deciban.edit.rewrite import begin, fix, lay_out
from deciban.edit.what_if import apply_what_if, what_if_of, without

__all__ = [
    "apply_what_if",
    "begin",
    "fix",
    "lay_out",
    "set_at",
    "what_if_of",
    "without",
]
