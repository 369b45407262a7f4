"""What a source's word would have done, by what he took the source for.

Distrust is three different things, and they disagree about the counterfactual: who ignores a
source is not moved, who takes it for a propagandist still believes what it says against its line,
and who takes it for an inverter believes the opposite of what it says.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from deciban.findings.minding.spread import mean
from deciban.minds.kernels import Kernels, heard
from deciban.minds.mind import PUSHES, ROLES
from deciban.minds.trust import first_trust, normalised, trusted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from deciban.findings.minding.focus import Focus
    from deciban.findings.minding.weighed import WeighedMind
    from deciban.findings.odds import Array
    from deciban.minds.kernels import Count
    from deciban.minds.mind import Source

#: Ways of seeing a source: honest, pushes its line, inverts, guesses. A pusher who drops his line
#: one time in ten is one who guesses in a fifth of the cases.
WAYS: Mapping[str, tuple[float, float, float, float]] = {
    "mostly honest": (0.60, 0.16, 0.20, 0.04),
    "ignored": (0.05, 0.72, 0.05, 0.18),
    "propagandist": (0.20, 0.60, 0.05, 0.15),
    "inverter": (0.05, 0.20, 0.70, 0.05),
}
#: The row that shows his own trust.
HIS = "as he saw it"


@dataclass(frozen=True, slots=True)
class Way:
    """One way of seeing a source.

    Attributes:
        name: what to call it.
        roles: how likely he then thinks each role.
        told: by value named, his belief in the value told of, after one message.
    """

    name: str
    roles: Mapping[str, float]
    told: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Distrust:
    """What one message from a source would have done to him.

    Attributes:
        source: the source.
        of: the value told of.
        line: what the source is taken to push.
        on: just before its first message, as that date is written; empty where it sent none.
        before: his belief in the value then.
        ways: his own way of seeing it, then others.
    """

    source: str
    of: str
    line: str
    on: str
    before: float
    ways: tuple[Way, ...]


def find_distrust(weighed: WeighedMind, name: str, focus: Focus) -> Distrust:
    """Answer what one message from a source would have done, by what he took it for.

    Args:
        weighed: the mind.
        name: the source, one of those he trusts or does not.
        focus: the value told of; and the date, where the source said nothing.
    """
    mind, columns = weighed.reading.mind, weighed.reading.columns
    source = next(each for each in mind.sources if each.name == name)
    first = min((message.at for message in source.messages), default=None)
    path = weighed.reading.path
    belief = path.at(focus.at) if first is None else path.at(first - 1)
    line = source.line if source.line is not None else focus.value
    own = trusted(first_trust(mind, source, columns))
    ways = [_way(weighed, source, HIS, own, line, belief, focus.value)]
    for each, roles in WAYS.items():
        trust = np.repeat(np.array(roles)[:, None], len(columns), axis=1)
        ways.append(_way(weighed, source, each, trust, line, belief, focus.value))
    return Distrust(
        source=name,
        of=mind.values[focus.value],
        line=mind.values[line],
        on=next(iter(_written(weighed, name, first)), ""),
        before=mean(belief[focus.value], weighed.weights),
        ways=tuple(ways),
    )


def _way(
    weighed: WeighedMind,
    source: Source,
    name: str,
    trust: Array,
    line: int,
    belief: Array,
    value: int,
) -> Way:
    mind, columns = weighed.reading.mind, weighed.reading.columns
    kernels = Kernels.of(columns.of(mind.slip), len(mind.values), columns.of(mind.weight))
    competence = columns.of(source.competence)
    told = {}
    for said, named in enumerate(mind.values):
        counts: list[Count] = [int(said == place) for place in range(len(mind.values))]
        says = np.zeros((len(mind.values), len(columns)))
        for role in range(len(ROLES)):
            pushed = line if role == PUSHES else None
            says += trust[role] * heard(np.exp(kernels.product(role, counts, pushed)), competence)
        after = normalised(belief * says)
        told[named] = mean(after[value], weighed.weights)
    roles = {role: mean(row, weighed.weights) for role, row in zip(ROLES, trust, strict=True)}
    return Way(name, roles, told)


def _written(weighed: WeighedMind, name: str, first: int | None) -> Iterator[str]:
    for sight in weighed.actor.saw:
        if sight.source == name and sight.on is not None and sight.on.latest == first:
            yield sight.on.text
