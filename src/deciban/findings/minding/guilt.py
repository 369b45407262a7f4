"""The state of mind in which he acted, as criminal law tells them apart.

*Knowledge*: he held the fact at least 95% likely. *Recklessness*: he held it at or above a declared
floor, and acted all the same. *Negligence*: his own belief lay below the floor, and a reasonable
man with the same messages would have held it at or above. *Purpose* is another question: the act
was worth it to him only for the outcome, so that its advantage over some alternative is gone once
what it gains over that one there counts for nothing. (After the kinds of culpability of the Model
Penal Code, section 2.02, 1962.)
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from deciban.findings.minding.spread import Spread, spread
from deciban.minds.choosing import worth

if TYPE_CHECKING:
    from collections.abc import Mapping

    from deciban.case import AskedGuilt
    from deciban.findings.minding.reader import Reader
    from deciban.findings.minding.weighed import WeighedMind
    from deciban.findings.odds import Array
    from deciban.minds.columns import Flags
    from deciban.minds.mind import Choice

KNOWLEDGE = 0.95


@dataclass(frozen=True, slots=True)
class Guilt:
    """What state of mind the act was done in.

    Attributes:
        of: the value that he ought to have seen.
        on: by when, as written.
        act: the choice.
        chose: the option he took.
        floor: from which belief on a risk must not be run.
        belief: what he believed.
        reasonable: what a reasonable man would have believed; None where none is declared.
        shares: the share of the weight by state of mind: ``knowledge``, ``recklessness``,
            ``negligence``, ``none``; they add up to 1.
        before: the same before anything is known of his acts.
        acted: how likely it is that he took that option.
        purpose: the share of the weight in which the act was worth it only for the outcome.
    """

    of: str
    on: str
    act: str
    chose: str
    floor: float
    belief: Spread
    reasonable: Spread | None
    shares: Mapping[str, float]
    before: Mapping[str, float]
    acted: float
    purpose: float


def find_guilt(weighed: WeighedMind, asked: AskedGuilt, reader: Reader | None) -> Guilt:
    """Answer in which state of mind he acted.

    Args:
        weighed: the mind.
        asked: what is held against him.
        reader: the same messages in the hands of a reasonable man.
    """
    mind, path = weighed.reading.mind, weighed.reading.path
    value = mind.values.index(asked.of)
    choice = next(each for each in mind.choices if each.id == asked.act)
    at = asked.on.latest if asked.on is not None else choice.at
    belief = path.at(at)[value]
    floor = asked.floor.central
    theirs = None if reader is None else reader.reading.path.at(at)[value]
    own = belief if reader is None else belief[reader.origin]
    now = weighed.weights if reader is None else reader.weights
    before = weighed.prior if reader is None else reader.shared(weighed.prior)
    states = _states(own, theirs, floor)
    return Guilt(
        of=asked.of,
        on=asked.on.text if asked.on is not None else "",
        act=asked.act,
        chose=choice.options[choice.chose],
        floor=floor,
        belief=spread(belief, weighed.weights),
        reasonable=None if theirs is None else spread(theirs, now),
        shares={name: float(now[where].sum()) for name, where in states.items()},
        before={name: float(before[where].sum()) for name, where in states.items()},
        acted=weighed.chances[choice.id],
        purpose=float(weighed.weights[_purpose(weighed, choice, value)].sum()),
    )


def _states(belief: Array, theirs: Array | None, floor: float) -> Mapping[str, Flags]:
    knows = belief >= KNOWLEDGE
    risks = ~knows & (belief >= floor)
    ought = np.zeros_like(knows) if theirs is None else ~knows & ~risks & (theirs >= floor)
    return {
        "knowledge": knows,
        "recklessness": risks,
        "negligence": ought,
        "none": ~(knows | risks | ought),
    }


def _purpose(weighed: WeighedMind, choice: Choice, value: int) -> Flags:
    """Where the act's advantage is gone without what it gains in the outcome, shape (N,).

    Adding a constant to all stakes changes nothing.
    """
    columns = weighed.reading.columns
    belief = weighed.reading.path.at(choice.at)
    options = worth(choice, columns, belief)
    there = np.stack([columns.stack(row)[value] for row in choice.stakes])
    others = [place for place in range(len(choice.options)) if place != choice.chose]
    gains = options[choice.chose] - options[others]
    there = belief[value] * (there[choice.chose] - there[others])
    answer: Flags = (gains > 0.0).all(axis=0) & (gains - there <= 0.0).any(axis=0)
    return answer
