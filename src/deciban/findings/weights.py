"""Finding: what does each item say: alone, last in, and as its share of the whole.

A weight is ``10 * log10`` of a likelihood ratio, in decibans (Good 1950; Turing). *Alone*: with no
other item. *Last*: with all other items already in. *Share*: the mean over all orders (Shapley).
For two hypotheses, and for the odds of one pair, weights of independent items add up; for one
hypothesis against several others they do not, because the others shift among themselves. Shares
always add up. They are exact up to ``EXACT`` items (twelve, see ``deciban.findings.shapley``), and
beyond that the mean over a seeded sample of orders, with a standard error.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TypeAlias

import numpy as np

from deciban.case import YES, Case, ChoiceMade, Event, Report, Silence, Unseen
from deciban.case.minds import acts_of
from deciban.engine import solve
from deciban.findings.coalitions import Sets, log_z_of_sets, single
from deciban.findings.odds import Array, log_odds, minus
from deciban.findings.shapley import shapley
from deciban.model import Item, Model

#: Where the shares of items without a theme are added up.
NO_THEME = "no theme"

Told: TypeAlias = Event | Report | Silence | Unseen | ChoiceMade


@dataclass(frozen=True, slots=True)
class Weight:
    """What one item says for one hypothesis, in decibans.

    Attributes:
        alone: with no other item.
        last: with all others already in.
        share: its share of what all say together.
        error: standard error of the share, in decibans; 0 where it is exact or infinite.
    """

    alone: float
    last: float
    share: float
    error: float = 0.0


@dataclass(frozen=True, slots=True)
class WeighedItem:
    """One item with its weights.

    Attributes:
        id: its name in the case.
        kind: ``event``, ``act``, ``report`` or ``silence``.
        of: the event it speaks of.
        by: who says so, is silent, or acted; empty for an event.
        text: what it says, in words.
        when: when that happened, as written; empty where unknown.
        theme: the theme of the event.
        weights: by hypothesis.
    """

    id: str
    kind: str
    of: str
    by: str
    text: str
    when: str
    theme: str
    weights: Mapping[str, Weight] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights of all items.

    Attributes:
        items: in the order of the case.
        against: the hypothesis compared with; None for all others together.
        exact: whether the shares count every order of the items, as they do up to twelve; else
            they are a sample with an error.
        total: what all items say together, by hypothesis, in decibans.
    """

    items: tuple[WeighedItem, ...]
    against: str | None
    exact: bool
    total: Mapping[str, float]


def find_weights(case: Case, model: Model, against: str | None = None) -> Weights:
    """Answer what each item of a case says about its main question.

    Args:
        case: the case, for texts.
        model: its model.
        against: a hypothesis to compare each with; all others together when None.
    """
    answers = case.question.answers
    query = model.questions[case.question.id]
    place = answers.index(against) if against is not None else None
    count = len(model.items)
    value = partial(_value, model, query, place)
    singles = value(single(count))
    everything = solve(model, query, withheld=np.zeros((count, 1), dtype=bool), derivatives=True)
    full = log_odds(everything.log_z, place)
    without = log_odds(np.moveaxis(everything.log_z_without(), 0, -1)[:, 0, :], place)
    alone = minus(singles[:, 1:], singles[:, :1])
    last = minus(np.broadcast_to(full, without.shape), without)
    shares = shapley(count, value)
    total = minus(full[:, 0], singles[:, 0])
    records: dict[str, Told] = {record.id: record for record in case.listed()}
    records |= {choice.id: choice for _, choice in acts_of(case) if choice.shown_by is None}
    actors = {choice.id: actor.id for actor, choice in acts_of(case)}
    items = tuple(
        _weighed(
            records,
            actors,
            item,
            {
                name: Weight(
                    float(alone[h, i]),
                    float(last[h, i]),
                    float(shares.share[i, h]),
                    float(shares.error[i, h]),
                )
                for h, name in enumerate(answers)
            },
        )
        for i, item in enumerate(model.items)
    )
    return Weights(items, against, shares.exact, dict(zip(answers, map(float, total), strict=True)))


def _value(model: Model, query: int, against: int | None, present: Sets) -> Array:
    return log_odds(log_z_of_sets(model, query, present), against)


def _weighed(
    records: Mapping[str, Told],
    actors: Mapping[str, str],
    item: Item,
    weights: Mapping[str, Weight],
) -> WeighedItem:
    """An item with its weights and what a reader needs to recognise it."""
    record = records[item.id]
    if isinstance(record, ChoiceMade):
        when = record.on.text if record.on is not None else ""
        by = actors[record.id]
        told = f"{by} chose {record.chose.replace('_', ' ')}"
        return WeighedItem(record.id, "act", record.id, by, told, when, "", weights)
    of = record.id if isinstance(record, Event) else record.of
    named = records.get(of)
    event = named if isinstance(named, Event) else None
    when = event.when.text if event is not None and event.when is not None else ""
    return WeighedItem(
        id=item.id,
        kind=item.kind,
        of=of,
        by="" if isinstance(record, Event) else record.by,
        text=_told(record, event.text if event is not None else ""),
        when=when,
        theme=(event.theme or "") if event is not None else "",
        weights=weights,
    )


def _told(record: Told, event: str) -> str:
    """What an item says, in words: of a report who says it, of a silence what is missing."""
    if isinstance(record, Silence):
        return f"{record.by} has no record: {event}"
    if isinstance(record, Report):
        says = "" if record.says == YES else f" says {record.says}"
        return f"{record.by}{says}: {record.text or event}"
    return event


def by_theme(items: Sequence[WeighedItem], hypothesis: str) -> Mapping[str, float]:
    """Answer the shares of a hypothesis added up by theme, in decibans, largest first."""
    sums: dict[str, float] = {}
    for item in items:
        theme = item.theme or NO_THEME
        sums[theme] = sums.get(theme, 0.0) + item.weights[hypothesis].share
    return dict(sorted(sums.items(), key=lambda pair: -abs(pair[1])))
