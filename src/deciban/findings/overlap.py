"""Finding: what would be claimed if everything counted as independent.

Copies of one report, repeats of one source and acts of one policy share something hidden. Taking
each item alone and adding up what they say counts that over and over; taking them together does
not. The difference is what a list of indicators would have claimed without ground.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from deciban.case import Case
from deciban.findings.coalitions import Sets, log_z_of_sets, single
from deciban.findings.odds import Array, log_odds, minus
from deciban.findings.shared import shared_items
from deciban.model import Model


@dataclass(frozen=True, slots=True)
class Group:
    """Items that share something.

    Attributes:
        kind: what they share: an ``event`` they hang from or speak of; the ``source`` they go
            back to, or its ``school``; the report they pass on (``origin``); an ``archive``; or the
            ``mind`` they come from.
        name: its name in the case; of an origin that the case does not hold, its source's.
        items: the items.
        apart: what they would say if independent, in decibans for the leader.
        together: what they say together.
    """

    kind: str
    name: str
    items: tuple[str, ...]
    apart: float
    together: float


@dataclass(frozen=True, slots=True)
class Overlap:
    """What independence would have claimed.

    Attributes:
        leader: the leading hypothesis, which the groups speak of.
        naive: by hypothesis, the probability if every item counted as independent.
        groups: the groups that differ by at least half a deciban, most first.
    """

    leader: str
    naive: dict[str, float]
    groups: tuple[Group, ...]


LEAST = 0.5


def find_overlap(case: Case, model: Model, leader: str) -> Overlap:
    """Answer what counting every item of a case as independent would have claimed."""
    answers = case.question.answers
    query = model.questions[case.question.id]
    place = answers.index(leader)
    ids = [item.id for item in model.items]
    shared = shared_items(case, ids)
    together = _members(ids, [each.items for each in shared])
    sets = np.concatenate([single(len(ids)), together], axis=1)
    log_z = log_z_of_sets(model, query, sets)
    odds = log_odds(log_z)[place]
    joint = minus(odds[1 + len(ids) :], odds[0])
    apart = minus(log_odds(_apart(log_z[:, : 1 + len(ids)], together))[place], odds[0])
    found = [
        Group(each.kind, each.name, each.items, float(apart[number]), float(joint[number]))
        for number, each in enumerate(shared)
    ]
    found = [group for group in found if _gap(group) >= LEAST]
    found.sort(key=_gap, reverse=True)
    everything = np.ones((len(ids), 1), dtype=bool)
    naive = _shares(_apart(log_z[:, : 1 + len(ids)], everything)[:, 0])
    return Overlap(leader, dict(zip(answers, map(float, naive), strict=True)), tuple(found))


def _members(ids: Sequence[str], groups: Sequence[Sequence[str]]) -> Sets:
    """Which items belong to which groups, shape (items, groups)."""
    places = {name: place for place, name in enumerate(ids)}
    members = np.zeros((len(ids), len(groups)), dtype=bool)
    for number, items in enumerate(groups):
        members[[places[name] for name in items], number] = True
    return members


def _gap(group: Group) -> float:
    """How far apart and together differ, in decibans; 0 where both are the same infinity."""
    if group.apart == group.together:
        return 0.0
    return abs(group.apart - group.together)


def _apart(singles: Array, sets: Sets) -> Array:
    """Log Z if the items of each set were independent: the prior times each item's likelihood.

    Args:
        singles: log Z of no item, then of each item alone, shape (H, 1 + items).
        sets: which items each set holds, shape (items, S).

    Returns:
        Shape (H, S); minus infinity where some item of the set rules a hypothesis out.
    """
    steps = minus(singles[:, 1:], singles[:, :1])
    added = np.where(sets[None], steps[:, :, None], 0.0).sum(axis=1)
    answer: Array = singles[:, :1] + added
    return answer


def _shares(log_z: Array) -> Array:
    """Log Z made to add up to 1; shape (H,)."""
    weights = np.exp(log_z - log_z.max())
    answer: Array = weights / weights.sum()
    return answer
