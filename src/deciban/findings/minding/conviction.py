"""How strongly he believed: what his conviction must have been to withstand what he was told.

Notation, in decibans: ``l0`` his log-odds of a value before the first message, ``W`` what he was
told has moved them by a date, ``l*`` the log-odds at which an act of his ceases to be rational.
Every act that is likelier than not asks that ``l0 <= l* - W``, with ``W`` as of its own date; the
*ceiling* is the lowest of these. Men err, so that there is no "must", and three things are told
instead.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from deciban.findings.minding.spread import Spread, spread
from deciban.findings.minding.thresholds import turning_point, two_worlds
from deciban.findings.odds import DECIBANS
from deciban.minds.belief import believe_from
from deciban.minds.choosing import chances
from deciban.minds.columns import some_of
from deciban.minds.ledger import log_odds
from deciban.minds.table import answer_of
from deciban.minds.voice import LEAST

if TYPE_CHECKING:
    from deciban.findings.minding.reader import Reader
    from deciban.findings.minding.weighed import WeighedMind
    from deciban.findings.odds import Array
    from deciban.minds import Columns
    from deciban.minds.belief import Path

#: Where the profile is looked at, in decibans.
GRID = np.arange(-40.0, 60.1, 2.5)
#: Acts that are less likely than this are not among those that had to be rational.
LIKELY = 0.5
#: Ten times less likely.
FALL = 10.0
#: Columns over which the profile is taken.
SAMPLE = 2048


@dataclass(frozen=True, slots=True)
class Profile:
    """How likely his conduct is, had he begun at one conviction rather than another.

    Attributes:
        points: log-odds of the value before the first message, and how likely what he did is
            then, both in decibans, the latter beside its maximum.
        upper: the start above which his conduct is ten times less likely than at best; None
            where his conduct does not bound it.
        lower: the start below which it is.
    """

    points: tuple[tuple[float, float], ...]
    upper: float | None
    lower: float | None


@dataclass(frozen=True, slots=True)
class Conviction:
    """How strongly he believed. Log-odds of ``of`` in decibans.

    Attributes:
        of: the value.
        on: by when, as written.
        start: ``l0``.
        moved: ``W``.
        end: where that left him.
        ceiling: ``l* - W``, the highest start at which all his acts were rational, over the
            weight that has one; None where none has, and where he forgets or learns trust from
            what is said, for then ``W`` hangs on where he began.
        bounded: the share of the weight that has such a ceiling; in the rest no act of his ceases
            to be rational as he believes more, or none was rational from any start.
        below: of the weight that has a ceiling, the share in which he began at or below it; None
            where there is none.
        start_held: ``l0`` as a probability.
        end_held: where he ended, as a probability.
        ceiling_held: the ceiling as a probability; None where there is none.
        profile: how likely his conduct was from each start.
        reasonable: ``W`` as a reasonable man would have read it; None where none is declared.
    """

    of: str
    on: str
    start: Spread
    moved: Spread
    end: Spread
    ceiling: Spread | None
    bounded: float
    below: float | None
    start_held: Spread
    end_held: Spread
    ceiling_held: Spread | None
    profile: Profile
    reasonable: Spread | None


def find_conviction(
    weighed: WeighedMind, value: int, at: int, on: str, reader: Reader | None
) -> Conviction:
    """Answer how strongly he believed against a value by a date.

    Args:
        weighed: the mind.
        value: the value.
        at: the date.
        on: the date as written.
        reader: the same messages in the hands of a reasonable man.
    """
    path, weights = weighed.reading.path, weighed.weights
    start = DECIBANS * log_odds(path.beliefs[0], value)
    end = DECIBANS * log_odds(path.at(at), value)
    ceiling = _ceiling(weighed, value, at, start)
    finite = np.isfinite(ceiling)
    bounded = float(weights[finite].sum())
    return Conviction(
        of=weighed.reading.mind.values[value],
        on=on,
        start=spread(start, weights),
        moved=spread(end - start, weights),
        end=spread(end, weights),
        ceiling=spread(ceiling[finite], weights[finite]) if bounded > 0.0 else None,
        bounded=bounded,
        below=float(weights[finite & (start <= ceiling)].sum()) / bounded if bounded else None,
        start_held=spread(path.beliefs[0][value], weights),
        end_held=spread(path.at(at)[value], weights),
        ceiling_held=_held(ceiling[finite], weights[finite]) if bounded else None,
        profile=_profile(weighed, value),
        reasonable=None if reader is None else _moved(reader, value, at),
    )


def _held(odds: Array, weights: Array) -> Spread:
    """Log-odds in decibans, as probabilities."""
    return spread(1.0 / (1.0 + np.exp(-odds / DECIBANS)), weights)


def _moved(reader: Reader, value: int, at: int) -> Spread:
    path = reader.reading.path
    moved = log_odds(path.at(at), value) - log_odds(path.beliefs[0], value)
    return spread(DECIBANS * moved, reader.weights)


def _ceiling(weighed: WeighedMind, value: int, at: int, start: Array) -> Array:
    """``l* - W`` in decibans, shape (N,): infinite where no start, or every start, is too high."""
    mind, columns = weighed.reading.mind, weighed.reading.columns
    lowest = np.full(len(columns), np.inf)
    if mind.learns == "content" or (columns.of(mind.forgetting) < 1.0).any():
        return lowest
    for choice in mind.choices:
        if choice.at > at or weighed.chances[choice.id] < LIKELY:
            continue
        belief = weighed.reading.path.at(choice.at)
        moved = DECIBANS * log_odds(belief, value) - start
        worlds = [two_worlds(columns.stack(row), belief, value) for row in choice.stakes]
        for place in range(len(choice.options)):
            if place != choice.chose:
                turn, sides = turning_point(worlds[choice.chose], worlds[place])
                ceiling = DECIBANS * (_log(turn) - _log(1.0 - turn)) - moved
                ceiling = np.where(sides["below"], ceiling, np.inf)
                lowest = np.minimum(lowest, np.where(sides["never"], -np.inf, ceiling))
    return lowest


def _log(chance: Array) -> Array:
    answer: Array = np.log(np.maximum(chance, LEAST))
    return answer


def _profile(weighed: WeighedMind, value: int) -> Profile:
    """``L(x) = E[P(did | phi) | l0 := x]``, over the columns as they were before his acts."""
    whole = weighed.reading.columns
    some = some_of(whole, SAMPLE)
    columns, prior = whole.at(some), weighed.prior[some]
    base = weighed.reading.path.beliefs[0][:, some]
    starts = (_beginning_at(base, value, start) for start in GRID)
    paths = believe_from(weighed.reading.mind, columns, starts)
    chance = np.array([_did(weighed, columns, path) @ prior for path in paths])
    height = DECIBANS * (np.log(np.maximum(chance, LEAST)) - np.log(max(chance.max(), LEAST)))
    top = int(height.argmax())
    return Profile(
        points=tuple(zip(GRID.tolist(), height.tolist(), strict=True)),
        upper=_crossing(GRID[top:], height[top:]),
        lower=_crossing(GRID[: top + 1][::-1], height[: top + 1][::-1]),
    )


def _did(weighed: WeighedMind, columns: Columns, path: Path) -> Array:
    """What shows his acts says of each column, had he believed otherwise, shape (N,)."""
    mind = weighed.reading.mind
    taken = [chances(mind, choice, columns, path.at(choice.at)) for choice in mind.choices]
    answers = np.array([answer_of(question, path) for question in mind.questions], dtype=np.intp)
    return weighed.conduct_at(columns, taken, answers.reshape(-1, len(columns)))


def _beginning_at(base: Array, value: int, start: float) -> Array:
    """A belief with the value at these log-odds, and the others as they stood to one another."""
    own = 1.0 / (1.0 + np.exp(-start / DECIBANS))
    others = np.maximum(base, LEAST)
    rest = np.delete(others, value, axis=0).sum(axis=0)
    answer: Array = others * ((1.0 - own) / rest)
    answer[value] = own
    return answer


def _crossing(starts: Array, heights: Array) -> float | None:
    """Where the heights first fall ten decibans under the top, straight between two points."""
    for place in range(1, len(starts)):
        one, other = heights[place - 1], heights[place]
        if other <= -FALL:
            way = (one + FALL) / (one - other)
            return float(starts[place - 1] + way * (starts[place] - starts[place - 1]))
    return None
