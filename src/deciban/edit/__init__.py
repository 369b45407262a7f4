"""Edits: of a case (what-ifs), and of its text (layout, corrections)."""

from deciban.edit.address import set_at
from deciban.edit.what_if import apply_what_if, without

__all__ = ["apply_what_if", "set_at", "without"]
