"""The numbers that swing the leader furthest, those of minds among the others.

A number of a mind is pinned and the mind read again (``deciban.findings.minding.pins``), any other
is moved in the graph (``deciban.findings.swinging.swings``); what either does is told in the same
unit, the leader's log-odds in decibans.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from deciban.units import probability_to_decibans

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deciban.findings.minding.pins import Pin
    from deciban.findings.posterior import Posterior
    from deciban.findings.sensitivity import Sensitivity
    from deciban.findings.swinging.swings import Swing
    from deciban.model.model import Measure

#: How many numbers are shown.
MOST = 12
#: Swings below this, in decibans, are not worth a line.
LEAST = 0.05


@dataclass(frozen=True, slots=True)
class Bar:
    """One number and where it takes the leader's log-odds, in decibans.

    Attributes:
        address: its address.
        measure: what it is.
        central: its central value; None for a number of a mind, which is integrated.
        low: the low end of its range.
        high: the high end.
        at_low: the log-odds with the number at its low end; infinite where that settles it.
        at_high: with the number at its high end.
        least: the least on the way from one to the other, as far as looked at.
        most: the most.
        swing: the distance between them.
        flip: the value inside its range at which another answer leads; None where there is none.
        flips_to: the answer that leads there.
        of_mind: whether it is a number of an actor.
    """

    address: str
    measure: Measure
    central: float | None
    low: float
    high: float
    at_low: float
    at_high: float
    least: float
    most: float
    swing: float
    flip: float | None
    flips_to: str
    of_mind: bool


@dataclass(frozen=True, slots=True)
class Tornado:
    """What the leader hangs on, one number at a time.

    Attributes:
        leader: the leading answer.
        probability: its probability at the central values.
        odds: its log-odds there, in decibans.
        bars: the numbers that swing it furthest, widest first.
        others: how many numbers with a range swing it less.
    """

    leader: str
    probability: float
    odds: float
    bars: tuple[Bar, ...]
    others: int


def find_tornado(posterior: Posterior, found: Sensitivity, most: int = MOST) -> Tornado:
    """Answer the numbers that swing the leader furthest.

    Args:
        posterior: the main question.
        found: what its leader hangs on.
        most: how many numbers to show.
    """
    bars = [*map(_of_swing, found.swings), *_of_pins(found.minds)]
    shown = [bar for bar in sorted(bars, key=lambda bar: -bar.swing)[:most] if bar.swing >= LEAST]
    leader = posterior.leader
    return Tornado(
        leader=leader.id,
        probability=leader.probability,
        odds=leader.log_odds,
        bars=tuple(shown),
        others=len(found.swings) + len(found.minds) - len(shown),
    )


def _of_swing(swing: Swing) -> Bar:
    ends = swing.low_odds, swing.high_odds
    flip = swing.flip if swing.flip is not None and swing.flip.inside else None
    return Bar(
        address=swing.address,
        measure=swing.measure,
        central=swing.central,
        low=swing.low,
        high=swing.high,
        at_low=swing.low_odds,
        at_high=swing.high_odds,
        least=min(ends),
        most=max(ends),
        swing=swing.swing,
        flip=None if flip is None else flip.at,
        flips_to="" if flip is None else flip.leader,
        of_mind=False,
    )


def _of_pins(pins: tuple[Pin, ...]) -> Iterator[Bar]:
    """Numbers of minds; those of which an end is impossible are told by what is left."""
    for pin in pins:
        known = [probability_to_decibans(chance) for _, chance in pin.curve if chance is not None]
        if known:
            yield Bar(
                address=pin.address,
                measure=pin.measure,
                central=None,
                low=pin.low,
                high=pin.high,
                at_low=known[0],
                at_high=known[-1],
                least=min(known),
                most=max(known),
                swing=pin.swing,
                flip=pin.flip,
                flips_to=pin.flips_to,
                of_mind=True,
            )
