"""Edits of a case: what-ifs. Edits of its text are in ``deciban.edit.rewrite``."""

from deciban.edit.address import set_at
from deciban.edit.what_if import YOURS, apply_what_if, name_in_words, what_if_of, without

__all__ = [
    "YOURS",
    "apply_what_if",
    "name_in_words",
    "set_at",
    "what_if_of",
    "without",
]
