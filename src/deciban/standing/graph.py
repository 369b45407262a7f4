"""An attack graph and its labels (Dung 1995; the labels after Caminada 2006)."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias


class Label(StrEnum):
    """Whether an argument stands."""

    IN = "in"
    OUT = "out"
    UNDECIDED = "undecided"


#: A label for every argument.
Labelling: TypeAlias = Mapping[str, Label]


@dataclass(frozen=True, slots=True)
class AttackGraph:
    """Arguments, and which of them attack which.

    Attributes:
        arguments: their names, each once.
        attacks: pairs of the attacking and the attacked argument, which may be the same.
    """

    arguments: tuple[str, ...]
    attacks: frozenset[tuple[str, str]]
