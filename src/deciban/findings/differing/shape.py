"""Whether two models differ in numbers alone, and who moves each of them."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from deciban.compile import Opened
from deciban.findings.differing.player import Player
from deciban.model import Model

#: What an actor's numbers come to is a table, in which they are no longer found.
MINDS = "actors"


def minds_of(player: Player) -> frozenset[str]:
    """Answer the actors in whose minds something changes."""
    return frozenset(path[1] for path in player.paths if path[0] == MINDS and len(path) > 1)


def in_a_mind(player: Player) -> bool:
    """Answer whether a change may have a mind read anew."""
    return any(path[0] in (MINDS, "assume", "question", "questions") for path in player.paths)


def owners(model: Model, players: Sequence[Player]) -> NDArray[np.intp]:
    """Answer the place of the player that moves each number, or -1, shape (numbers,)."""
    places = {".".join(path): rank for rank, player in enumerate(players) for path in player.paths}
    found = np.full(len(model.numbers), -1, dtype=np.intp)
    for index, number in enumerate(model.numbers):
        parts = number.address.split(".")
        ways = (".".join(parts[:length]) for length in range(1, len(parts) + 1))
        found[index] = next((places[way] for way in ways if way in places), -1)
    return found


def moves_alone(plain: Opened, moved: Opened, players: Sequence[Player]) -> bool:
    """Answer whether models differ in numbers alone, each of them moved by one of some players."""
    if not of_one_shape(plain.model, moved.model):
        return False
    owned = owners(plain.model, players) >= 0
    for actor, at in plain.cells.items():
        owned[at] = any(actor in minds_of(player) for player in players)
    return bool(owned[plain.model.centrals != moved.model.centrals].all())


def of_one_shape(one: Model, other: Model) -> bool:
    """Answer whether two models differ at most in the values of their numbers."""
    return (
        one.variables == other.variables
        and one.items == other.items
        and one.questions == other.questions
        and one.factors == other.factors
        and one.entries == other.entries
        and [each.address for each in one.numbers] == [each.address for each in other.numbers]
    )
