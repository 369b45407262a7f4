"""What made an act rational: how likely it was under each band, and where it turns on any value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from deciban.findings.minding.spread import Spread, mean, spread
from deciban.findings.minding.thresholds import Threshold, find_thresholds
from deciban.minds.choosing import worth

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy as np
    from numpy.typing import NDArray

    from deciban.findings.minding.weighed import WeighedMind


@dataclass(frozen=True, slots=True)
class Explained:
    """An act explained.

    Attributes:
        choice: the choice.
        chose: the option he took.
        acted: how likely it is that he took it.
        afresh: how likely he was to take it, had he chosen afresh.
        worth: by option, what it was worth to him in all, 0 to 100.
        by_band: by answer to the question about the mind, how likely he was to take it.
        turns: at which belief in each value it turns.
    """

    choice: str
    chose: str
    acted: float
    afresh: Spread
    worth: Mapping[str, Spread]
    by_band: Mapping[str, float]
    turns: tuple[Threshold, ...]


def find_explained(
    weighed: WeighedMind, name: str, answers: NDArray[np.intp], bands: tuple[str, ...]
) -> Explained:
    """Answer what made an act rational.

    Args:
        weighed: the mind.
        name: the choice.
        answers: the band of each column, shape (N,).
        bands: the names of the bands.
    """
    mind, columns = weighed.reading.mind, weighed.reading.columns
    place = next(at for at, each in enumerate(mind.choices) if each.id == name)
    choice = mind.choices[place]
    chance = weighed.reading.taken[place][choice.chose]
    worths = worth(choice, columns, weighed.reading.path.at(choice.at))
    inside = {band: answers == at for at, band in enumerate(bands)}
    return Explained(
        choice=name,
        chose=choice.options[choice.chose],
        acted=weighed.chances[name],
        afresh=spread(chance, weighed.weights),
        worth={
            option: spread(row, weighed.weights)
            for option, row in zip(choice.options, worths, strict=True)
        },
        by_band={
            band: mean(chance[where], weighed.prior[where])
            for band, where in inside.items()
            if where.any()
        },
        turns=tuple(
            turn
            for value in range(len(mind.values))
            for turn in find_thresholds(weighed, value)
            if turn.choice == name
        ),
    )
