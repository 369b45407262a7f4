"""Edits of a case: what-ifs, counterfactuals, the reasonable actor.

Edits of its text are in ``deciban.edit.rewrite``.
"""

from deciban.edit.address import set_at
from deciban.edit.counterfactual import apply_counterfactual
from deciban.edit.instead import instead_of_leaving_out
from deciban.edit.position import apply_position, position_of
from deciban.edit.reasonable import reasonable_of
from deciban.edit.what_if import YOURS, apply_what_if, name_in_words, what_if_of, without

__all__ = [
    "YOURS",
    "apply_counterfactual",
    "apply_position",
    "apply_what_if",
    "instead_of_leaving_out",
    "name_in_words",
    "position_of",
    "reasonable_of",
    "set_at",
    "what_if_of",
    "without",
]
