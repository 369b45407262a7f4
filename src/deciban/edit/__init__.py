"""Edits of a case: what-ifs. Edits of its text are in ``deciban.edit.rewrite``."""

from deciban.edit.address import set_at
from deciban.edit.what_if import apply_what_if, what_if_of, without

__all__ = [
    "apply_what_if",
    "set_at",
    "what_if_of",
    "without",
]
