"""Idiom: a published Bayes factor stands in for the likelihoods behind it.

The ratios are likelihoods up to a common constant. Divided by the largest they could be, they are
the chances of a two-state variable that was observed, so the item can be left out like any other;
the constant cancels in every posterior and weight.
"""

from deciban.case import NO, YES, Event
from deciban.compile.network import ONE, Network
from deciban.model import Polynomial


def add_weight(network: Network, event: Event) -> None:
    """Add a known event that carries a weight by hypothesis instead of expectations."""
    name = event.given[0] if event.given else network.case.question.id
    parent = network.things[name]
    mine = network.variable(event.id, (YES, NO))
    largest = max([1.0, *(judgement.high for judgement in event.weight.values())])
    ratios = [_ratio(network, event, state) for state in parent.states]

    def entry(state: tuple[int, ...]) -> Polynomial:
        chance = ratios[state[0]] * (1.0 / largest)
        return chance if state[1] == 0 else ONE - chance

    origin = f"events.{event.id}.weight"
    network.graph.factor([parent.index, mine.index], entry, origin, event.place("weight"))
    network.graph.observe(event.id, "event", mine.index, 0)


def _ratio(network: Network, event: Event, state: str) -> Polynomial:
    """The likelihood ratio written for a hypothesis; 1 (0 dB) where none is named."""
    name = state if state in event.weight else "else"
    if name not in event.weight:
        return ONE
    stated = event.weight[name]
    address = f"events.{event.id}.weight.{name}"
    return network.graph.number(address, stated.central, stated.low, stated.high, "ratio")
