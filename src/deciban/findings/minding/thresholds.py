"""At which belief his choice turns: the threshold of every pair of options.

Between two worlds, ``v`` and not ``v``, the option he chose is worth at least as much as another
while his belief in ``v`` stays at or below ``b* = D0 / (D0 + D1)``, with ``D0 = U(chosen, not v) -
U(other, not v)`` and ``D1 = U(other, v) - U(chosen, v)``. With more values than two, not ``v`` is
what he made of the others at that date.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np

from deciban.findings.minding.spread import Spread, spread

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deciban.findings.minding.weighed import WeighedMind
    from deciban.findings.odds import Array
    from deciban.minds.columns import Flags
    from deciban.minds.mind import Choice

Side = Literal["below", "above", "always", "never"]


@dataclass(frozen=True, slots=True)
class Threshold:
    """When one option is worth as much as another.

    Attributes:
        choice: the choice.
        chosen: the option that he took.
        other: the option compared with.
        of: the value ``v``.
        side: for most of the weight, on which side of the threshold the chosen option is the
            rational one; ``always`` or ``never`` where there is no threshold.
        at: where the threshold lies, over the weight that has it on that side; None without one.
        agrees: the share of the weight that has it on that side.
        rational: the share of the weight in which the chosen option was worth at least as much.
        acted: how likely it is that he took it.
    """

    choice: str
    chosen: str
    other: str
    of: str
    side: Side
    at: Spread | None
    agrees: float
    rational: float
    acted: float


def find_thresholds(weighed: WeighedMind, value: int) -> tuple[Threshold, ...]:
    """Answer the thresholds of all choices for one value, but of those known not to be made."""
    return tuple(
        threshold
        for choice in weighed.reading.mind.choices
        if weighed.chances[choice.id] > 0.0
        for threshold in _of_choice(weighed, choice, value)
    )


def _of_choice(weighed: WeighedMind, choice: Choice, value: int) -> Iterator[Threshold]:
    mind, columns = weighed.reading.mind, weighed.reading.columns
    belief = weighed.reading.path.at(choice.at)
    worlds = [two_worlds(columns.stack(row), belief, value) for row in choice.stakes]
    for place, option in enumerate(choice.options):
        if place == choice.chose:
            continue
        at, sides = turning_point(worlds[choice.chose], worlds[place])
        shares = {side: float(weighed.weights[where].sum()) for side, where in sides.items()}
        side = max(shares, key=shares.__getitem__)
        where = sides[side]
        gain = _gain(worlds[choice.chose], worlds[place], belief[value])
        yield Threshold(
            choice=choice.id,
            chosen=choice.options[choice.chose],
            other=option,
            of=mind.values[value],
            side=side,
            at=spread(at[where], weighed.weights[where]) if side in ("below", "above") else None,
            agrees=shares[side],
            rational=float(weighed.weights[gain >= 0.0].sum()),
            acted=weighed.chances[choice.id],
        )


def two_worlds(stakes: Array, belief: Array, value: int) -> tuple[Array, Array]:
    """An option's worth where ``v`` does not hold and where it does, shape (N,) each.

    Args:
        stakes: its worth by value, shape (W, N).
        belief: his belief, shape (W, N).
        value: ``v``.
    """
    others = np.delete(belief, value, axis=0)
    total = others.sum(axis=0)
    even = np.full_like(others, 1.0 / len(others))
    share = np.where(total > 0.0, others / np.where(total > 0.0, total, 1.0), even)
    return (share * np.delete(stakes, value, axis=0)).sum(axis=0), stakes[value]


def turning_point(
    chosen: tuple[Array, Array], other: tuple[Array, Array]
) -> tuple[Array, dict[Side, Flags]]:
    """``b*`` in every column, and which columns have the chosen option on which side of it."""
    without, within = chosen[0] - other[0], other[1] - chosen[1]
    total = without + within
    at = np.clip(without / np.where(total == 0.0, 1.0, total), 0.0, 1.0)
    sides: dict[Side, Flags] = {
        "below": (without > 0.0) & (within > 0.0),
        "above": (without < 0.0) & (within < 0.0),
        "always": (without >= 0.0) & (within <= 0.0),
        "never": ((without < 0.0) & (within >= 0.0)) | ((without == 0.0) & (within > 0.0)),
    }
    return at, sides


def _gain(chosen: tuple[Array, Array], other: tuple[Array, Array], belief: Array) -> Array:
    """By how much the chosen option was worth more to him, shape (N,)."""
    without, within = chosen[0] - other[0], other[1] - chosen[1]
    answer: Array = (1.0 - belief) * without - belief * within
    return answer
