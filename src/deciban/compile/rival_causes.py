"""Idiom: rival causes of one effect, by noisy-OR.

``P(yes) = 1 - (1 - p) * product of (1 - q_c)`` over the causes c that hold, where p is what the
event's own parents lead one to expect with none of these causes at work, and q_c the power of a
cause to bring the event about alone (Pearl 1988, section 4.3.2).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from deciban.case import Event
from deciban.case.hanging import causes_of
from deciban.compile.network import ONE, Network
from deciban.model import Polynomial


@dataclass(frozen=True)
class Cause:
    """One rival cause: a state of a question or event, and its power."""

    of: str
    state: int
    power: Polynomial


def rival_causes(network: Network, event: Event) -> tuple[Cause, ...]:
    """Answer the rival causes of an event, in the order written."""
    address = f"events.{event.id}.also_caused_by"
    powers = [network.number(f"{address}.{name}", j) for name, j in event.also_caused_by.items()]
    return tuple(
        Cause(of, network.things[of].states.index(state), power)
        for (of, state), power in zip(causes_of(event), powers, strict=True)
    )


def with_rival_causes(chance: Polynomial, powers: Sequence[Polynomial]) -> Polynomial:
    """Answer the chance of an event when causes of these powers hold as well."""
    escaped = ONE - chance
    for power in powers:
        escaped = escaped * (ONE - power)
    return ONE - escaped
