"""Every set of what parts two debaters, weighed: ``v(S)``, and who leads in it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from deciban.debate.parting.blocks import Parted, grouped
from deciban.debate.parting.owen import Parts, owen_shares
from deciban.findings.differing.asked import Question, Reshaped, Unfit
from deciban.findings.differing.compiled import Compiled
from deciban.findings.differing.frame import Frame
from deciban.findings.differing.lattice import Lattice
from deciban.findings.differing.player import Player, merged
from deciban.findings.differing.together import put_together
from deciban.findings.odds import DECIBANS, Array, log_odds
from deciban.model import Number
from deciban.units import decibans_to_probability, probability_to_decibans

#: So many blocks, and every set of them is weighed: 1,048,576 mixtures.
MOST = 20
#: So many blocks that decide which tables there are: each choice among them is compiled.
STRUCTURES = 8


@dataclass(frozen=True)
class Weighed:
    """Every set of blocks weighed.

    Attributes:
        players: the blocks.
        odds: log-odds of each hypothesis compared in each set, in decibans, shape (H, 2^d).
        parts: by block the shares of what it was grouped of; None where nothing was grouped.
        lattice: what weighed them.
        mixtures: how many mixtures were weighed.
    """

    players: tuple[Player, ...]
    odds: Array
    parts: Parts | None
    lattice: Lattice
    mixtures: int

    @cached_property
    def midpoints(self) -> Array:
        """What is left of the gap where both hold the middle of one block, shape (d, H).

        Not a number where a block has no middle.
        """
        return _midpoints(self.lattice)

    @property
    def leads(self) -> NDArray[np.intp]:
        """The leader in each set, shape (2^d,)."""
        leads: NDArray[np.intp] = np.argmax(self.odds, axis=0)
        return leads


def weigh(
    found: Parted,
    question: Question,
    told: Callable[[int], None] | None = None,
    compiled: Compiled | None = None,
) -> Weighed:
    """Answer what every set of blocks comes to.

    Blocks are put together until every set of them is a case, and few enough to weigh them all.

    Args:
        found: what parts the two.
        question: what is asked; finite on both sides.
        told: called with the number of mixtures weighed, as they are.
        compiled: where models are remembered from one pair to the next.
    """
    players, batched = found.players, True
    apart: tuple[Player, ...] = ()
    while True:
        lattice = Lattice(
            found.between, players, question, batched=batched, told=told, compiled=compiled
        )
        try:
            fewer = _fewer(lattice)
            if fewer is None:
                return _weighed(lattice, apart, question, found)
            apart = apart or players
            players = fewer
        except Unfit as unfit:
            players = put_together(players, unfit.sets, unfit.why)
            apart = ()
        except Reshaped:
            batched = False


def furthest_apart(odds: Array) -> int:
    """Answer of the leaders of several debaters the hypothesis on which they lie furthest apart.

    Of two on which they lie as far apart, the first.

    Args:
        odds: log-odds of each hypothesis as each of them holds it, shape (H, N).
    """
    spread = np.round(odds.max(axis=1) - odds.min(axis=1), 9)
    leaders = np.unique(np.argmax(odds, axis=0))
    return int(leaders[np.argmax(spread[leaders])])


def _fewer(lattice: Lattice) -> tuple[Player, ...] | None:
    """Players of which there are not too many; None where there are not."""
    players = lattice.players
    if len(players) <= MOST and len(lattice.structures) <= STRUCTURES:
        return None
    by_issue = grouped(players)
    if len(by_issue) < len(players):
        return by_issue
    if len(players) > MOST:
        return _smallest_made_one(lattice, range(len(players)), MOST)
    return _smallest_made_one(lattice, lattice.structures, STRUCTURES)


def _smallest_made_one(lattice: Lattice, some: Sequence[int], most: int) -> tuple[Player, ...]:
    """The players with the least of some made one issue, so that ``most`` of these are left."""
    one = np.eye(len(lattice.players), dtype=np.bool_)
    ends = np.array([[False, True]]).repeat(len(one), axis=0)
    odds = lattice.value(np.concatenate([ends, one[:, list(some)]], axis=1))
    alone = np.abs(odds[:, 2:] - odds[:, :1]).max(axis=0)
    ranked = sorted(range(len(some)), key=lambda place: float(alone[place]))
    return merged(lattice.players, [some[each] for each in ranked[: len(some) - most + 1]], "issue")


def _weighed(
    lattice: Lattice, apart: tuple[Player, ...], question: Question, found: Parted
) -> Weighed:
    odds = _odds(lattice.every())
    parts = None
    if apart:
        parts = owen_shares(found.between, lattice.players, apart, question)
    return Weighed(
        players=lattice.players,
        odds=odds,
        parts=parts,
        lattice=lattice,
        mixtures=odds.shape[1] + (parts.mixtures if parts else 0),
    )


def _odds(log_z: Array) -> Array:
    """Log-odds, shape (H, S); two hypotheses are each the other's odds."""
    if len(log_z) == 2:  # noqa: PLR2004 (two hypotheses)
        first = (log_z[0] - log_z[1]) * DECIBANS
        return np.stack([first, -first])
    return log_odds(log_z)


def _midpoints(lattice: Lattice) -> Array:
    frames = lattice.framed(taken=False), lattice.framed(taken=True)
    hypotheses = len(frames[0].lanes)
    left = np.full((len(lattice.players), hypotheses), np.nan)
    places = [
        mover
        for mover, place in enumerate(lattice.movers)
        if not any(mover in mind.movers for mind in frames[0].minds)
        and not any(mover == each.mover for each in frames[0].switched)
    ]
    if not places:
        return left
    ends = [
        _halfway(frame, places, taken=taken)
        for frame, taken in zip(frames, (False, True), strict=True)
    ]
    gaps = ends[1] - ends[0]
    left[[lattice.movers[mover] for mover in places]] = gaps.T
    return left


def _halfway(frame: Frame, movers: Sequence[int], *, taken: bool) -> Array:
    """The log-odds of one side with each of some blocks in the middle, shape (H, blocks)."""
    present = np.full((frame.movers, len(movers)), taken)
    numbers = frame.numbers(present)
    shared = {index for row in frame.model.rows for index in row.numbers}
    for column, mover in enumerate(movers):
        for index in np.flatnonzero(frame.owner == mover).tolist():
            ends = float(frame.model.centrals[index]), float(frame.taken[index])
            number = frame.model.numbers[index]
            numbers[index, column] = _middle(number, ends, in_a_row=index in shared)
    return _odds(frame.log_z_at(numbers, present))


def _middle(number: Number, ends: tuple[float, float], *, in_a_row: bool) -> float:
    """Half the way in decibans; in numbers where they share a whole, or one is certain."""
    one, other = ends
    if not in_a_row and number.measure == "ratio" and min(ends) > 0.0:
        return float(np.sqrt(one * other))
    if (
        not in_a_row
        and number.measure in ("probability", "decibans")
        and 0.0 < min(ends) <= max(ends) < 1.0
    ):
        middle = (probability_to_decibans(one) + probability_to_decibans(other)) / 2
        return decibans_to_probability(middle)
    return (one + other) / 2
