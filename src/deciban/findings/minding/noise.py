"""How far the leader's probability would move, had a mind been read at other draws."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from deciban.minds.columns import BLOCK

if TYPE_CHECKING:
    from deciban.engine import Solution
    from deciban.findings.minding.weighed import WeighedMind

#: At least so many replicates, whole blocks of draws where there are as many; and draws in each.
REPLICATES, FEWEST = 4, 32


def noise_of(weighed: WeighedMind, solution: Solution) -> float | None:
    """Answer the standard error of the main question's leading probability.

    From the spread of replicates: blocks of draws, or parts of a block where these are few, which
    overstates it a little. 0 where nothing was drawn or nothing hangs from the mind; None where
    there are too few draws to tell.
    """
    if weighed.exact or weighed.said is None:
        return 0.0
    reading = weighed.reading
    draw = reading.columns.draw
    size = BLOCK if draw.max() >= REPLICATES * BLOCK else (int(draw.max()) + 1) // (2 * REPLICATES)
    if size < FEWEST:
        return None
    leader = int(solution.posterior.argmax())
    shares = weighed.said * reading.columns.weights
    by_part = np.stack([np.bincount(draw // size, each) for each in shares])
    whole = by_part[:, np.bincount(draw // size) == np.bincount(draw // size).max()]
    with np.errstate(divide="ignore"):
        log_z = solution.log_z[:, None] + np.log(whole)
    weights = np.exp(log_z - log_z.max(axis=0))
    chances = weights[leader] / weights.sum(axis=0)
    spread = float(np.std(chances, ddof=1) / np.sqrt(len(chances)))
    return spread * float(np.sqrt(len(reading.columns) / reading.read))
