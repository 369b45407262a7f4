"""An attack graph and its labels (Dung 1995; the labels after Caminada 2006)."""

from collections.abc import Collection, Mapping
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

    def attackers(self) -> dict[str, set[str]]:
        """Answer by argument what attacks it."""
        found: dict[str, set[str]] = {name: set() for name in self.arguments}
        for attacking, attacked in self.attacks:
            found[attacked].add(attacking)
        return found

    def attacked(self) -> dict[str, set[str]]:
        """Answer by argument what it attacks."""
        found: dict[str, set[str]] = {name: set() for name in self.arguments}
        for attacking, attacked in self.attacks:
            found[attacking].add(attacked)
        return found

    def among(self, kept: Collection[str]) -> "AttackGraph":
        """Answer the graph with these arguments alone, and the attacks between them."""
        arguments = tuple(name for name in self.arguments if name in kept)
        attacks = {pair for pair in self.attacks if pair[0] in kept}
        return AttackGraph(arguments, frozenset(pair for pair in attacks if pair[1] in kept))

    def components(self) -> "tuple[AttackGraph, ...]":
        """Answer the parts between which there is no attack, in the order of the arguments."""
        beside = self.attackers()
        for name, others in self.attacked().items():
            beside[name] |= others
        parts: list[set[str]] = []
        seen: set[str] = set()
        for name in self.arguments:
            if name not in seen:
                parts.append(_reached(name, beside))
                seen |= parts[-1]
        return tuple(self.among(part) for part in parts)


def _reached(start: str, beside: Mapping[str, set[str]]) -> set[str]:
    reached, waiting = {start}, [start]
    while waiting:
        for name in beside[waiting.pop()] - reached:
            reached.add(name)
            waiting.append(name)
    return reached
