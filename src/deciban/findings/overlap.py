"""Finding: what would be claimed if everything counted as independent.

Copies of one report, repeats of one source and acts of one policy share something hidden. Taking
each item alone and adding up what they say counts that over and over; taking them together does
not. The difference is what a list of indicators would have claimed without ground.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from deciban.case import Case, Event, Report, Silence
from deciban.findings.coalitions import Sets, log_z_of_sets, single
from deciban.findings.odds import Array, log_odds, minus
from deciban.model import Model


@dataclass(frozen=True, slots=True)
class Group:
    """Items that share something.

    Attributes:
        kind: ``event`` they hang from or speak of, ``source``, ``school`` or ``origin``.
        name: its name in the case.
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
    groups = list(dict.fromkeys(_groups(case, frozenset(ids))))
    together = np.array([[name in items for _, _, items in groups] for name in ids], dtype=bool)
    sets = np.concatenate([single(len(ids)), together.reshape(len(ids), len(groups))], axis=1)
    log_z = log_z_of_sets(model, query, sets)
    odds = log_odds(log_z)[place]
    joint = minus(odds[1 + len(ids) :], odds[0])
    apart = minus(log_odds(_apart(log_z[:, : 1 + len(ids)], together))[place], odds[0])
    found = [
        Group(kind, name, items, float(apart[number]), float(joint[number]))
        for number, (kind, name, items) in enumerate(groups)
    ]
    found = [group for group in found if abs(group.apart - group.together) >= LEAST]
    found.sort(key=lambda group: -abs(group.apart - group.together))
    everything = np.ones((len(ids), 1), dtype=bool)
    naive = _shares(_apart(log_z[:, : 1 + len(ids)], everything)[:, 0])
    return Overlap(leader, dict(zip(answers, map(float, naive), strict=True)), tuple(found))


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


def _groups(case: Case, ids: frozenset[str]) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Every set of two or more items that share a hidden event, a source, a school or an origin."""
    told: tuple[Report | Silence, ...] = (*case.reports, *case.silences)
    for event in case.events:
        if event.known is None:
            below = _below(case, event)
            items = [each.id for each in case.events if each in below and each.id in ids]
            names = {each.id for each in below}
            items += [each.id for each in told if each.of in names and each.id in ids]
            if len(items) > 1:
                yield "event", event.id, tuple(items)
    origins = {report.id: report.by for report in case.reports}
    for source in case.sources:
        said = tuple(each.id for each in case.reports if each.by == source and not each.relays)
        if len(said) > 1:
            yield "source", source, said
        copies = tuple(
            each.id
            for each in case.reports
            if each.relays and origins.get(each.relays, each.relays) == source
        )
        if len(copies) > 1:
            yield "origin", source, copies
    yield from _schools(case)


def _schools(case: Case) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    for school in dict.fromkeys(each.school for each in case.sources.values()):
        members = {name for name, each in case.sources.items() if each.school == school}
        said = tuple(r.id for r in case.reports if r.by in members and not r.relays)
        if school is not None and len(said) > 1:
            yield "school", school, said


def _below(case: Case, event: Event) -> list[Event]:
    """An event and every event that hangs from it, directly or through others."""
    found = [event]
    for above in found:
        found += [each for each in case.events if above.id in each.given and each not in found]
    return found
