"""How far the numbers of one source, or of one theme, move the leader together."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from deciban.case import Case, Report, Silence, Unseen
from deciban.engine import Solution, solve
from deciban.findings.bounding.blocks import NARROW, blocks_that_matter, ranges_of
from deciban.findings.bounding.corners import subject_of
from deciban.findings.odds import Array, log_odds, minus
from deciban.findings.weights import NO_THEME
from deciban.model import Model

#: The ends of the range told of a group, as shares of the draws.
ENDS = (0.05, 0.95)


@dataclass(frozen=True, slots=True)
class GroupSwing:
    """What a group of numbers does to the leader when only they are drawn.

    Attributes:
        kind: ``source``; or ``theme``, ``question`` or ``assume``.
        name: of the source, the theme, the question, or the default.
        numbers: the addresses of its numbers that have a range.
        low: the leader's probability that one draw in twenty falls below.
        high: the one that one in twenty exceeds.
        swing: the distance between the two, in decibans.
    """

    kind: str
    name: str
    numbers: tuple[str, ...]
    low: float
    high: float
    swing: float


def find_groups(
    case: Case, model: Model, solution: Solution, draws: Array
) -> tuple[tuple[GroupSwing, ...], tuple[GroupSwing, ...]]:
    """Answer the swing by source and by theme, widest first; every number is in one group.

    Reports and silences count with their source. What belongs to no source counts with the theme
    of its event, or by itself: a question's prior, a default for the whole case.

    Args:
        case: the case.
        model: its model.
        solution: solved for the main question at the central values, all items given.
        draws: draws of all numbers, shape (n, D).
    """
    matters = {n for block in blocks_that_matter(model, solution.query) for n in block.numbers}
    found = [
        _group_swing(
            model, solution, draws, kind, name, numbers, moves=not matters.isdisjoint(numbers)
        )
        for (kind, name), numbers in _groups(case, model).items()
    ]
    found.sort(key=lambda each: -each.swing)
    by_source = tuple(each for each in found if each.kind == "source")
    return by_source, tuple(each for each in found if each.kind != "source")


def _groups(case: Case, model: Model) -> dict[tuple[str, str], list[int]]:
    """The numbers with a range, by kind and name of their group."""
    low, high = ranges_of(model)
    speaking: tuple[Report | Silence | Unseen, ...] = (*case.reports, *case.silences, *case.unseen)
    speakers = {each.id: each.by for each in speaking}
    themes = {event.id: event.theme or NO_THEME for event in case.events}
    groups: dict[tuple[str, str], list[int]] = {}
    for place, number in enumerate(model.numbers):
        if high[place] - low[place] <= NARROW:
            continue
        kind, subject = subject_of(case, number.address)
        group: tuple[str, str] = (kind, subject)
        if kind in {"report", "silence", "unseen"}:
            group = ("source", speakers[subject])
        elif kind == "event":
            group = ("theme", themes[subject])
        groups.setdefault(group, []).append(place)
    return groups


def _group_swing(
    model: Model,
    solution: Solution,
    draws: Array,
    kind: str,
    name: str,
    numbers: Sequence[int],
    *,
    moves: bool,
) -> GroupSwing:
    leader = int(solution.posterior.argmax())
    addresses = tuple(model.numbers[number].address for number in numbers)
    chance, odds = solution.posterior[leader], log_odds(solution.log_z)[leader]
    if not moves:
        return GroupSwing(kind, name, addresses, float(chance), float(chance), 0.0)
    points = np.repeat(model.centrals[:, None], draws.shape[1], axis=1)
    points[list(numbers)] = draws[list(numbers)]
    drawn = solve(model, solution.query, numbers=points)
    possible = np.isfinite(drawn.log_z).any(axis=0)
    if not possible.any():
        return GroupSwing(kind, name, addresses, float(chance), float(chance), 0.0)
    odds = log_odds(drawn.log_z[:, possible])[leader]
    order = odds.argsort(kind="stable")
    low, high = (order[round(end * (len(order) - 1))] for end in ENDS)
    chances = drawn.posterior[leader, possible]
    return GroupSwing(
        kind,
        name,
        addresses,
        float(chances[low]),
        float(chances[high]),
        float(minus(odds[high], odds[low])),
    )
